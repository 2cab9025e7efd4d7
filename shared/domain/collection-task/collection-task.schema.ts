import { z } from 'zod';
import { idShape, lineShape, maybeDayShape, maybeIdShape, maybeLineShape, maybeProseShape } from '#shared/base/shapes.ts';

export const TASK_CAPABILITIES = ['', 'financial-intelligence', 'prison-intelligence', 'public-order-intelligence'] as const;

/**
 * One task to collect (duties 18, 110, 112). `parent` is the question, or empty with the reason why it is undirected; `owner` is whoever collects; `dueAt` the day.
 * One for a dedicated source unit goes one way into its compartment and holds no field for an identity.
 */
export const collectionTaskBody = z.looseObject({
  groupId: idShape,
  reference: lineShape(40),
  what: lineShape(500),
  detail: maybeProseShape(4000),
  strategyId: maybeIdShape,
  unitId: maybeIdShape,
  capability: z.enum(TASK_CAPABILITIES),
  /** Why no question of a requirement asks for it; required then (duty 18). */
  undirectedBecause: maybeProseShape(2000),
  compartmentId: maybeIdShape,
  readerIds: z.array(idShape).max(100),
  dueOn: maybeDayShape,
  result: maybeProseShape(4000),
  withdrawnBecause: maybeProseShape(2000).optional(),
  /** What the question asked when the task was given, for a collector who does not read the requirement. */
  asks: maybeLineShape(500).optional(),
  /** For one in a compartment, whose `parent` is the compartment: the question it serves, or empty. */
  questionId: maybeIdShape.optional(),
});
export type CollectionTaskBody = z.output<typeof collectionTaskBody>;
export const COLLECTION_TASK_STATES = ['open', 'done', 'withdrawn'] as const;
