import { z } from 'zod';
import { idShape, lineShape, maybeIdShape, maybeProseShape } from '#shared/base/shapes.ts';

/** Something the force does not know, raised in an assessment or elsewhere (duty 104). `parent` is the assessment or empty. */
export const intelligenceGapBody = z.looseObject({
  reference: lineShape(40),
  text: lineShape(500),
  whyItMatters: maybeProseShape(4000),
  /** The section of the assessment it was raised in; empty when raised elsewhere. */
  sectionId: maybeIdShape,
  raisedById: idShape,
  groupId: idShape,
  closedBecause: maybeProseShape(2000),
});
export type IntelligenceGapBody = z.output<typeof intelligenceGapBody>;
export const INTELLIGENCE_GAP_STATES = ['open', 'closed'] as const;
