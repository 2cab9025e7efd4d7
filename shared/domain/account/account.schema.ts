import { z } from 'zod';
import { idShape, instantShape, lineShape, maybeInstantShape, maybeLineShape } from '#shared/base/shapes.ts';

/** That a person may open this vault: which key slot is theirs and the public half of their signing key. `owner` is the person. */
export const accountBody = z.looseObject({
  personId: idShape,
  /** What they type to sign in, lower case. */
  signInName: lineShape(40),
  slotId: lineShape(64),
  /** Ed25519 public key, 64 hex digits; earlier keys stay readable because signatures made with them do. */
  signingKey: z.string().regex(/^[0-9a-f]{64}$/),
  formerSigningKeys: z.array(z.looseObject({ key: z.string(), until: instantShape })).max(100),
  openedAt: instantShape,
  closedAt: maybeInstantShape,
  closedBecause: maybeLineShape(400),
});
export type AccountBody = z.output<typeof accountBody>;
export const ACCOUNT_STATES = ['open', 'closed'] as const;
