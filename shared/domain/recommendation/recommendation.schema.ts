import { z } from 'zod';
import { idShape, lineShape, maybeIdShape, maybeInstantShape, maybeProseShape, proseShape } from '#shared/base/shapes.ts';
import { STRANDS } from '#shared/domain/action/action.schema.ts';

/** A priority or measure the assessment recommends; the strategic group gives each an outcome (duty 73). `parent` is the assessment, `number` its place. */
export const recommendationBody = z.looseObject({
  groupId: idShape,
  title: lineShape(200),
  text: proseShape(4000),
  rationale: maybeProseShape(4000),
  strand: z.union([z.literal(''), z.enum(STRANDS)]),
  /** The scored issue it rests on; empty when none. */
  issueId: maybeIdShape,
  policeOnly: z.boolean(),
  outcomeReason: maybeProseShape(4000),
  /** What was adopted instead, when it was varied. */
  variedText: maybeProseShape(4000),
  /** The meeting and, except for a deferral, the decision that gave the outcome. */
  meetingId: maybeIdShape,
  decisionId: maybeIdShape,
  outcomeAt: maybeInstantShape,
});
export type RecommendationBody = z.output<typeof recommendationBody>;
/** proposed -> adopted, varied, rejected or deferred; deferred -> any of them at a later meeting. */
export const RECOMMENDATION_STATES = ['proposed', 'adopted', 'varied', 'rejected', 'deferred'] as const;
