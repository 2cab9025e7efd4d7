import { type ChainHead, EMPTY_CHAIN } from '#shared/contracts/record/journal-chain.ts';
import type { JournalEntry } from '#shared/contracts/record/journal-entry.ts';
import { plain, type Rows } from '../records/rows.ts';
import { SEAL_ACT } from '../commands/write-acts.ts';

/** Where the journal of this device stands, and how much of it came after its last seal. */
export async function journalHead(journal: Rows, device: string): Promise<{ readonly head: ChainHead; readonly unsealed: number }> {
  const last = (await journal.find({ device }, [{ seq: 'desc' }, { id: 'desc' }], 0, 1))[0];
  if (last === undefined) return { head: EMPTY_CHAIN, unsealed: 0 };
  const entry = plain<JournalEntry>(last);
  const seal = (await journal.find({ act: SEAL_ACT, device }, [{ seq: 'desc' }, { id: 'desc' }], 0, 1))[0];
  return { head: { seq: entry.seq, hash: entry.hash }, unsealed: entry.seq - Number(seal?.['seq'] ?? 0) };
}

export async function entryAt(journal: Rows, device: string, seq: number): Promise<JournalEntry | null> {
  const row = (await journal.byIds([`${device}:${seq}`]))[0];
  return row === undefined ? null : plain<JournalEntry>(row);
}
