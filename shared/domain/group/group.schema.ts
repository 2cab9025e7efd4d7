import { z } from 'zod';
import { dayShape, idShape, lineShape, maybeDayShape, maybeLineShape } from '#shared/base/shapes.ts';
import { FUNCTIONS } from '#shared/domain/appointment/appointment.schema.ts';

/** Strategic and tactical tasking and co-ordination groups, intelligence unit meeting, daily management meeting: separate types (duty 50). */
export const GROUP_TYPES = ['stcg', 'ttcg', 'ium', 'dmm'] as const;
export type GroupType = (typeof GROUP_TYPES)[number];

export const groupBody = z.looseObject({
  groupType: z.enum(GROUP_TYPES),
  name: lineShape(160),
  /** Used in meeting references, for example `TTCG-E`. */
  code: z.string().regex(/^[A-Z0-9-]{2,12}$/, 'Use two to twelve capital letters, digits or hyphens.'),
  nodeType: z.enum(['force', 'area', 'unit']),
  nodeId: idShape,
  /** Functions without which the group is told it is incomplete (duty 118). */
  keyFunctions: z.array(z.enum(FUNCTIONS)).max(20),
  from: dayShape,
  to: maybeDayShape,
  closedBecause: maybeLineShape(1000).optional(),
});
export type GroupBody = z.output<typeof groupBody>;
export const GROUP_STATES = ['in-use', 'closed'] as const;
