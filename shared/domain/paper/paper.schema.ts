import { z } from 'zod';
import { idShape, instantShape, lineShape, maybeDayShape, maybeLineShape } from '#shared/base/shapes.ts';

export const PAPER_TYPES = [
  'tactical-assessment',
  'strategic-assessment',
  'previous-minutes',
  'delivery-plan',
  'problem-profile',
  'subject-profile',
  'results-analysis',
  'other',
] as const;
/** A paper laid before a meeting: a frozen copy, never changed. `parent` is the meeting. */
export const paperBody = z.looseObject({
  groupId: idShape,
  title: lineShape(200),
  paperType: z.enum(PAPER_TYPES),
  /** Id in the `files` collection, and what was frozen. */
  fileId: idShape,
  fileName: lineShape(200),
  mediaType: maybeLineShape(120),
  size: z.int().min(0).max(2_000_000_000),
  digest: z.string().length(64),
  asOf: maybeDayShape,
  confidence: z.enum(['', 'low', 'moderate', 'high']),
  attachedAt: instantShape,
  attachedById: idShape,
  policeOnly: z.boolean(),
});
export type PaperBody = z.output<typeof paperBody>;
export const PAPER_STATES = ['attached', 'withdrawn'] as const;
