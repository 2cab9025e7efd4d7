import { z } from 'zod';
import { idShape, instantShape, maybeIdShape, proseShape } from '#shared/base/shapes.ts';

export const ENTRY_TYPES = ['note', 'rationale', 'option', 'dissent', 'time-mark'] as const;
/** One entry of the running record, never edited: a correction is a new entry that supersedes. `parent` is the meeting. */
export const minuteEntryBody = z.looseObject({
  groupId: idShape,
  itemId: idShape,
  /** Its place in the running record of the meeting, counted over entries, decisions and actions together: 1, 2, 3, ... */
  entry: z.int().min(1),
  entryType: z.enum(ENTRY_TYPES),
  text: proseShape(20_000),
  /** When it was said, and when it was written down. */
  saidAt: instantShape,
  writtenAt: instantShape,
  /** Who said it, or empty. */
  saidById: maybeIdShape,
  writtenById: idShape,
  /** For a rationale, option or dissent recorded after its decision. */
  decisionId: maybeIdShape,
  supersedesId: maybeIdShape,
  policeOnly: z.boolean(),
});
export type MinuteEntryBody = z.output<typeof minuteEntryBody>;
export const MINUTE_ENTRY_STATES = ['recorded'] as const;
