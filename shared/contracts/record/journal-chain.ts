import { digestOf } from '#shared/base/digest.ts';
import type { JournalEntry } from './journal-entry.ts';

/** `prev` of the first entry of a device. */
export const CHAIN_START = '0'.repeat(64);

/** An entry before it is chained. */
export type Unchained = Omit<JournalEntry, 'id' | 'seq' | 'prev' | 'hash' | 'signature'>;

/** Where a chain has got to. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}

export const EMPTY_CHAIN: ChainHead = { seq: 0, hash: CHAIN_START };

/** The hash of an entry: over every field but the hash and the signature made of it, so also over the hash of the entry before. */
export function entryHash(entry: Omit<JournalEntry, 'hash' | 'signature'>): string {
  const { id, device, seq, at, actor, act, subject, subjectKind, records, facts, prev } = entry;
  return digestOf({ id, device, seq, at, actor, act, subject, subjectKind, records, facts, prev });
}

/** The next link after `head`, unsigned. */
export function chained(head: ChainHead, entry: Unchained): JournalEntry {
  const link = { ...entry, id: `${entry.device}:${head.seq + 1}`, seq: head.seq + 1, prev: head.hash };
  return { ...link, hash: entryHash(link), signature: '' };
}

/** What is wrong with `entry` as the link after `head`, as a sentence; empty when it fits. */
export function linkFault(head: ChainHead, entry: JournalEntry): string {
  if (entry.seq !== head.seq + 1) {
    return entry.seq > head.seq + 1
      ? `The entry before it is missing: after entry ${head.seq} comes entry ${entry.seq}.`
      : `Entry ${entry.seq} is there more than once.`;
  }
  if (entry.id !== `${entry.device}:${entry.seq}`) return 'Its reference does not fit its number.';
  if (entryHash(entry) !== entry.hash) return 'It was altered after it was written: its contents no longer give its hash.';
  if (entry.prev !== head.hash) return 'It does not follow from the entry before it: one of the two was replaced.';
  return '';
}
