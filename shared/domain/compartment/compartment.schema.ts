import { z } from 'zod';
import { idShape, lineShape, maybeProseShape } from '#shared/base/shapes.ts';

/**
 * A closed circle of people, such as a dedicated source unit (duties 41, 111, 112). Only its members read it, and only they can tell that it exists:
 * nothing in it is numbered in a series others see. What is held in it names its members in its own access class.
 */
export const compartmentBody = z.looseObject({
  name: lineShape(160),
  purpose: maybeProseShape(2000),
  memberIds: z.array(idShape).min(1).max(100),
  ownerId: idShape,
  /** Where one-way tasking arrives (duty 112). */
  takesTasking: z.boolean(),
  closedBecause: maybeProseShape(2000).optional(),
});
export type CompartmentBody = z.output<typeof compartmentBody>;
export const COMPARTMENT_STATES = ['in-use', 'closed'] as const;
