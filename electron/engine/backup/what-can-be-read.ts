import type { JournalEntry } from '#shared/contracts/record/journal-entry.ts';
import { VaultTrouble } from '../vault/vault-trouble.ts';
import type { CopyRow } from './opened-copy.ts';

/** Something with rows that may be damaged: the open vault, or a copy of one. */
export interface Readable {
  readonly collections: readonly string[];
  rowsAfter(collection: string, key: number, limit: number): readonly CopyRow[];
  rowsBefore(collection: string, key: number, limit: number): readonly CopyRow[];
  byId(collection: string, id: string): string | null;
}

export interface CollectionReach {
  readonly collection: string;
  /** Rows that can be read from either end. */
  readonly rows: number;
  readonly broken: boolean;
}

const rowsAtOnce = (collection: string): number => (collection === 'files' ? 1 : 40);
const LAST_KEY = Number.MAX_SAFE_INTEGER;

/** Reads each collection from both ends up to where a page does not carry its seal. The event loop turns on the way. */
export async function whatCanBeRead(source: Readable, signal: AbortSignal): Promise<readonly CollectionReach[]> {
  const reaches: CollectionReach[] = [];
  for (const collection of source.collections) {
    const up = await walk(source, collection, 'up', 0, signal);
    const down = up.broken ? await walk(source, collection, 'down', up.last, signal) : { rows: 0, broken: false };
    reaches.push({ collection, rows: up.rows + down.rows, broken: up.broken });
  }
  return reaches;
}

/** Walks until the end, a break, or (downwards) the row that was reached from the other end. */
async function walk(
  source: Readable,
  collection: string,
  direction: 'up' | 'down',
  from: number,
  signal: AbortSignal,
  take: (row: CopyRow) => boolean = () => true,
): Promise<{ readonly rows: number; readonly last: number; readonly broken: boolean }> {
  let rows = 0;
  let at = direction === 'up' ? from : LAST_KEY;
  let step = rowsAtOnce(collection);
  for (;;) {
    if (signal.aborted) return { rows, last: at, broken: false };
    let some: readonly CopyRow[];
    try {
      some = direction === 'up' ? source.rowsAfter(collection, at, step) : source.rowsBefore(collection, at, step);
    } catch (error) {
      if (!isDamage(error)) throw error;
      // Of a run of rows that reaches into the damage, those before it can still be read one at a time.
      if (step === 1) return { rows, last: at, broken: true };
      step = 1;
      continue;
    }
    for (const row of some) {
      if ((direction === 'down' && row.key <= from) || !take(row)) return { rows, last: at, broken: false };
      rows += 1;
      at = row.key;
    }
    if (some.length < step) return { rows, last: at, broken: false };
    await new Promise((resolve) => setImmediate(resolve));
  }
}

export interface CommandsSince {
  /** The journal's entries after the one asked about, as far as they can be read, in order. */
  readonly entries: readonly JournalEntry[];
  /** How many more there are known to be that cannot be read. */
  readonly unreadable: number;
}

/** What this device's journal says was done after entry `seq`; `upTo` is the last entry there is known to have been. */
export async function commandsSince(
  source: Readable,
  device: string,
  seq: number,
  upTo: number,
  signal: AbortSignal,
): Promise<CommandsSince> {
  const found = new Map<number, JournalEntry>();
  const takeNewer = ({ json }: CopyRow): boolean => {
    const entry = JSON.parse(json) as JournalEntry;
    if (entry.device !== device) return true;
    if (entry.seq <= seq) return false;
    found.set(entry.seq, entry);
    return true;
  };
  if (source.collections.includes('journal')) {
    await walk(source, 'journal', 'down', -1, signal, takeNewer);
    const last = Math.max(upTo, seq, ...found.keys());
    // What lies before a damaged page may still be found by its number.
    for (let number = seq + 1; number <= last && !signal.aborted; number += 1) {
      if (found.has(number)) continue;
      try {
        const json = source.byId('journal', `${device}:${number}`);
        if (json !== null) found.set(number, JSON.parse(json) as JournalEntry);
      } catch (error) {
        if (!isDamage(error)) throw error;
      }
      if (number % 50 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
  }
  const entries = [...found.values()].sort((a, b) => a.seq - b.seq);
  const last = Math.max(upTo, seq, entries.at(-1)?.seq ?? 0);
  return { entries, unreadable: last - seq - entries.length };
}

function isDamage(error: unknown): boolean {
  return error instanceof VaultTrouble && ['damaged', 'wrong-key', 'disk-failed', 'cut-short'].includes(error.kind);
}
