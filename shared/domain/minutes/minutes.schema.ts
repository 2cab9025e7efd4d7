import { z } from 'zod';
import { idShape, instantShape, lineShape, maybeIdShape, maybeInstantShape, maybeLineShape } from '#shared/base/shapes.ts';

export const COPY_FORMATS = ['pdf', 'docx', 'sealed'] as const;
/** A copy handed out: who has which number (duty 184). */
export const copyHandedOut = z.looseObject({
  number: z.int().min(1),
  recipient: lineShape(200),
  format: z.enum(COPY_FORMATS),
  forPartnerAgencyId: maybeIdShape,
  withheld: z.int().min(0),
  at: instantShape,
  byId: idShape,
});
/** The minutes of a closed meeting: sealed by the chair's signature (duty 81). `parent` is the meeting; its id is `minutes:` and the meeting's id. */
export const minutesBody = z.looseObject({
  groupId: idShape,
  reference: lineShape(80),
  /** Hash of the last line of the sealed file, which covers every line before it. */
  sealHash: z.union([z.literal(''), z.string().length(64)]),
  lines: z.int().min(0),
  /** Id in the `files` collection of the sealed file, exactly as signed. */
  sealedFileId: maybeIdShape,
  /** Id in the `files` collection of the records as they stood when sealed, and their digest: every copy is made from them, so a later change of rank or name changes no minutes. */
  contentFileId: maybeIdShape,
  contentDigest: z.union([z.literal(''), z.string().length(64)]),
  signedAt: maybeInstantShape,
  signedById: maybeIdShape,
  signerKey: maybeLineShape(100),
  signature: maybeLineShape(200),
  copies: z.array(copyHandedOut).max(2000),
});
export type CopyHandedOut = z.output<typeof copyHandedOut>;
export type MinutesBody = z.output<typeof minutesBody>;
export const MINUTES_STATES = ['signed'] as const;

/** A meeting has one set of minutes, and their id says whose they are. */
export function minutesIdOf(meetingId: string): string {
  return `minutes:${meetingId}`;
}
