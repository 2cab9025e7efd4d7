import { z } from 'zod';
import { dayShape, idShape, lineShape, maybeDayShape, maybeIdShape, maybeProseShape } from '#shared/base/shapes.ts';

/** One priority of the control strategy of a force or area, set by a decision of its strategic group (duties 80, 93, 97). */
export const priorityBody = z.looseObject({
  reference: lineShape(20),
  title: lineShape(200),
  summary: maybeProseShape(4000),
  nodeType: z.enum(['force', 'area']),
  nodeId: idShape,
  /** The ST&CG decision that set it. */
  setByDecisionId: idShape,
  from: dayShape,
  to: maybeDayShape,
  /** The ST&CG decision that ended it (duty 93). */
  endedByDecisionId: maybeIdShape.optional(),
});
export type PriorityBody = z.output<typeof priorityBody>;
export const PRIORITY_STATES = ['current', 'ended'] as const;
