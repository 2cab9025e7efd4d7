import { z } from 'zod';
import { lineShape, maybeIdShape, maybeProseShape } from '#shared/base/shapes.ts';

export const ELEMENT_TYPES = ['business-planning', 'performance-management', 'strategic-tasking', 'budget', 'risk', 'other'] as const;

/** An element of corporate governance the chief-officer lead co-ordinates (duties 4, 5). `owner` is who answers for it. */
export const governanceElementBody = z.looseObject({
  elementType: z.enum(ELEMENT_TYPES),
  name: lineShape(200),
  how: maybeProseShape(4000),
  /** The lead's appointment it is linked to; empty while it is not (duty 4). */
  leadAppointmentId: maybeIdShape,
  endedBecause: maybeProseShape(2000),
});
export type GovernanceElementBody = z.output<typeof governanceElementBody>;
export const GOVERNANCE_ELEMENT_STATES = ['in-use', 'ended'] as const;
