import { z } from 'zod';
import { lineShape, maybeIdShape } from '#shared/base/shapes.ts';

/**
 * What a person is typing and has not recorded yet: read by nobody else, journalled by nothing, never lost.
 * `owner` is the writer, `parent` the meeting or other record it is about. Text is kept exactly as typed, even what a record would refuse.
 */
export const draftBody = z.looseObject({
  /** What it will become: `decision`, `action`, `minute-entry`, ... */
  forKind: lineShape(40),
  itemId: maybeIdShape,
  fields: z.record(z.string().max(60), z.unknown()),
});
export type DraftBody = z.output<typeof draftBody>;
export const DRAFT_STATES = ['kept'] as const;
