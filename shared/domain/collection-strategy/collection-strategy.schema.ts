import { z } from 'zod';
import { idShape, lineShape, maybeDayShape, maybeIdShape, maybeProseShape } from '#shared/base/shapes.ts';

export const COLLECTION_SOURCES = [
  'open-source',
  'partner',
  'neighbourhood',
  'prison',
  'financial',
  'public-order',
  'technical',
  'police-systems',
  'dedicated-source-unit',
  'other',
] as const;

/** How a question is to be answered (duties 110, 111). `parent` is the question. One for a dedicated source unit lies in a compartment and is readable by its members only. */
export const collectionStrategyBody = z.looseObject({
  groupId: idShape,
  /** Random, not a series: it tells nothing of how many there are (duty 111). */
  reference: lineShape(40),
  title: lineShape(200),
  source: z.enum(COLLECTION_SOURCES),
  text: maybeProseShape(20_000),
  /** Members of the compartment when it lies in one; they alone read it. Empty for one open to the force. */
  readerIds: z.array(idShape).max(100),
  compartmentId: maybeIdShape,
  reviewOn: maybeDayShape,
  endedBecause: maybeProseShape(2000),
  /** For one in a compartment, whose `parent` is the compartment: the question it serves, or empty. */
  questionId: maybeIdShape.optional(),
});
export type CollectionStrategyBody = z.output<typeof collectionStrategyBody>;
export const COLLECTION_STRATEGY_STATES = ['in-use', 'ended'] as const;
