import { z } from 'zod';

/** What one journal entry says of one record: never its content, only which it was, which fields changed and a digest of the result. */
export interface JournalledRecord {
  readonly id: string;
  readonly kind: string;
  readonly revBefore: string;
  readonly rev: string;
  /** SHA-256 over the canonical JSON of the record as written. */
  readonly digest: string;
  /** Dotted paths of what changed; empty for a new record. */
  readonly fields: readonly string[];
}

/** One link of a device's journal: who did, saw, shared or erased what. `hash` covers every other field and the previous entry's hash. */
export interface JournalEntry {
  /** `<device>:<seq>` */
  readonly id: string;
  readonly device: string;
  /** 1, 2, 3, ... without gaps on one device. */
  readonly seq: number;
  readonly at: string;
  /** Person id; empty before anyone has signed in. */
  readonly actor: string;
  /** A command name, or one of the engine's own acts: `session.signed-in`, `record.seen`, `minutes.exported`. */
  readonly act: string;
  /** The record the act is about, or empty. */
  readonly subject: string;
  readonly subjectKind: string;
  readonly records: readonly JournalledRecord[];
  /** Content-free facts of the act: format, copy number, recipient id, count. */
  readonly facts: Readonly<Record<string, string | number | boolean>>;
  readonly prev: string;
  readonly hash: string;
  /** Ed25519 signature of the device over `hash`, present on seal entries only; base64url, else empty. */
  readonly signature: string;
}

export const journalEntryShape = z.looseObject({
  id: z.string().max(100),
  device: z.string().max(64),
  seq: z.int().min(1),
  at: z.string().max(24),
  actor: z.string().max(64),
  act: z.string().max(80),
  subject: z.string().max(64),
  subjectKind: z.string().max(40),
  records: z.array(
    z.looseObject({
      id: z.string(),
      kind: z.string(),
      revBefore: z.string(),
      rev: z.string(),
      digest: z.string(),
      fields: z.array(z.string()),
    }),
  ),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  prev: z.string().max(64),
  hash: z.string().length(64),
  signature: z.string().max(200),
});
