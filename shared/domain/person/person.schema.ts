import { z } from 'zod';
import { dayShape, lineShape, maybeDayShape, maybeIdShape, maybeLineShape } from '#shared/base/shapes.ts';
import { MARKINGS } from '#shared/contracts/record/record.ts';

/** Ranks from the top, then police staff and partners. Chief officer rank is Commander / Assistant Chief Constable and above (duty 1). */
export const RANKS = [
  'Chief Constable',
  'Deputy Chief Constable',
  'Assistant Chief Constable',
  'Commander',
  'Chief Superintendent',
  'Superintendent',
  'Chief Inspector',
  'Inspector',
  'Sergeant',
  'Constable',
  'Detective Chief Superintendent',
  'Detective Superintendent',
  'Detective Chief Inspector',
  'Detective Inspector',
  'Detective Sergeant',
  'Detective Constable',
  'PCSO',
  'Police staff',
  'Partner',
] as const;
export const rankShape = z.enum(RANKS);
export type Rank = z.output<typeof rankShape>;

export const personBody = z.looseObject({
  givenName: lineShape(80),
  familyName: lineShape(80),
  rank: rankShape,
  /** Collar or staff number; empty for a partner. */
  serviceNumber: maybeLineShape(20),
  jobTitle: maybeLineShape(120),
  /** The partner agency that employs the person; empty for the police service. */
  partnerAgencyId: maybeIdShape,
  unitId: maybeIdShape,
  email: maybeLineShape(200),
  telephone: maybeLineShape(40),
  clearance: z.enum(MARKINGS),
  from: dayShape,
  /** Last day of service; empty while serving. */
  to: maybeDayShape,
});
export type PersonBody = z.output<typeof personBody>;
export const PERSON_STATES = ['serving', 'left'] as const;
