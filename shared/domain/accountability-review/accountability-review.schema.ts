import { z } from 'zod';
import { idShape, maybeIdShape, maybeInstantShape, maybeLineShape, maybeProseShape } from '#shared/base/shapes.ts';

export const RATINGS = ['', 'red', 'amber', 'green'] as const;

/** What the owner of a priority answers for at a meeting (duty 102). `parent` is the meeting, `owner` the priority's owner. No rating without a measure. */
export const accountabilityReviewBody = z.looseObject({
  groupId: idShape,
  itemId: maybeIdShape,
  priorityId: idShape,
  changed: maybeProseShape(4000),
  achieved: maybeProseShape(4000),
  next: maybeProseShape(4000),
  measure: maybeLineShape(200),
  measured: maybeLineShape(200),
  rating: z.enum(RATINGS),
  givenAt: maybeInstantShape,
  recordedById: maybeIdShape,
});
export type AccountabilityReviewBody = z.output<typeof accountabilityReviewBody>;
export const ACCOUNTABILITY_REVIEW_STATES = ['due', 'given'] as const;
