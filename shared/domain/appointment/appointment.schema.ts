import { z } from 'zod';
import { dayShape, idShape, lineShape, maybeDayShape, maybeIdShape, maybeLineShape, maybeProseShape } from '#shared/base/shapes.ts';
import { rankShape } from '#shared/domain/person/person.schema.ts';

/** The six doctrine roles, the lead, the roles of a group, and those of the application itself. */
export const ROLES = [
  'chief-officer-lead',
  'director-of-intelligence',
  'intelligence-manager',
  'intelligence-officer',
  'principal-analyst',
  'analyst',
  'researcher',
  'unit-head',
  'chair',
  'deputy-chair',
  'secretary',
  'action-manager',
  'member',
  'partner-member',
  'plan-owner',
  'administrator',
  'auditor',
  'information-security-officer',
] as const;
export const roleShape = z.enum(ROLES);
export type Role = z.output<typeof roleShape>;

/** What a member brings to a group, so that a missing key function can be seen (duty 118). */
export const FUNCTIONS = [
  'command',
  'intelligence',
  'analysis',
  'investigation',
  'response',
  'neighbourhood',
  'operations-support',
  'roads-policing',
  'crime-reduction',
  'public-protection',
  'performance',
  'finance',
  'communications',
  'source-handling',
  'partner',
  'secretariat',
] as const;

export type MemberFunction = (typeof FUNCTIONS)[number];

export const RESPONSIBILITIES = ['intelligence-led-policing', 'intelligence-capability'] as const;

/** One role held by one person somewhere, from a day, until a day or until further notice. */
export const appointmentBody = z.looseObject({
  personId: idShape,
  role: roleShape,
  scopeType: z.enum(['force', 'area', 'unit', 'group']),
  scopeId: idShape,
  from: dayShape,
  to: maybeDayShape,
  /** For members of a group. */
  memberFunction: z.union([z.literal(''), z.enum(FUNCTIONS)]),
  /** The appointment this one deputises for, or empty. */
  deputyForId: maybeIdShape,
  /** For the chief-officer lead: which of the two responsibilities (duties 2, 3). */
  responsibilities: z.array(z.enum(RESPONSIBILITIES)).max(2),
  /** For a chair: the resources and decisions the chair has authority over, in words (duties 71, 120). */
  authority: maybeProseShape(4000),
  /** For an action manager: the chair's written delegation (duty 124). */
  delegation: maybeProseShape(4000),
  delegatedById: maybeIdShape,
  reason: maybeLineShape(1000),
  givenBy: lineShape(200),
  endedBecause: maybeLineShape(1000),
  /** The rank held when the appointment was given; later promotions do not change it (duty 1). */
  rankWhenGiven: rankShape.optional(),
});
export type AppointmentBody = z.output<typeof appointmentBody>;
/** `held` covers what is still to come and what is over; the days say which. */
export const APPOINTMENT_STATES = ['held', 'ended'] as const;
