import { z } from 'zod';
import {
  dayShape,
  idShape,
  instantShape,
  lineShape,
  maybeIdShape,
  maybeInstantShape,
  maybeProseShape,
  proseShape,
} from '#shared/base/shapes.ts';

export const STRANDS = ['prevention', 'intelligence', 'enforcement', 'reassurance'] as const;
export const progressNote = z.looseObject({
  at: instantShape,
  byId: idShape,
  text: proseShape(4000),
  /** What the note did, for example `progress`, `blocked`, `claimed`, `returned`, `verified`, `reassigned`, `due-changed`. */
  did: lineShape(40),
});
/** An action: one named owner, never two (duty 123). `parent` is the meeting that raised it, or empty; `owner` and `dueAt` are in the envelope. */
export const actionBody = z.looseObject({
  groupId: idShape,
  itemId: maybeIdShape,
  decisionId: maybeIdShape,
  /** For example `TTCG-E/2026-11-24/A4`. */
  reference: lineShape(80),
  /** Its place in the running record of its meeting; 0 when raised outside one. */
  entry: z.int().min(0),
  text: proseShape(20_000),
  strand: z.enum(STRANDS),
  supporterIds: z.array(idShape).max(20),
  raisedAt: instantShape,
  raisedById: idShape,
  /** The due day as first agreed. */
  firstDueOn: dayShape,
  progress: z.array(progressNote).max(500),
  claimedAt: maybeInstantShape,
  claimedById: maybeIdShape,
  verifiedAt: maybeInstantShape,
  verifiedById: maybeIdShape,
  withdrawnBecause: maybeProseShape(2000),
  policeOnly: z.boolean(),
});
export type ActionBody = z.output<typeof actionBody>;
/** open -> in-progress <-> blocked -> claimed -> verified; claimed -> in-progress when returned; any open one -> withdrawn. */
export const ACTION_STATES = ['open', 'in-progress', 'blocked', 'claimed', 'verified', 'withdrawn'] as const;
