import { z } from 'zod';
import { dayShape, idShape, instantShape, lineShape, maybeDayShape, maybeIdShape, maybeProseShape } from '#shared/base/shapes.ts';

/** One change of owner: by the chair between two meetings of the strategic group, or by the decision that set a new version. */
export const priorityHandover = z.looseObject({
  at: instantShape,
  byId: idShape,
  fromId: maybeIdShape,
  toId: idShape,
  because: maybeProseShape(2000),
  decisionId: maybeIdShape,
});

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
  /** The version of the control strategy that made it; empty or absent for one set before strategies were drafted here. */
  strategyId: maybeIdShape.optional(),
  /** Who answered for it before, and why it changed hands (duty 97). The present owner is in the envelope. */
  handovers: z.array(priorityHandover).max(100).optional(),
  /** The one current delivery plan, as its owner or the chair named it (duty 98). */
  planId: maybeIdShape.optional(),
});
export type PriorityBody = z.output<typeof priorityBody>;
export const PRIORITY_STATES = ['current', 'ended'] as const;
