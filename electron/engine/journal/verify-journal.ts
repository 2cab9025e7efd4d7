import { digestOf } from '#shared/base/digest.ts';
import type { JournalReport } from '#shared/contracts/bridge/asks.ts';
import { type ChainHead, EMPTY_CHAIN, linkFault } from '#shared/contracts/record/journal-chain.ts';
import { type JournalEntry, journalEntryShape } from '#shared/contracts/record/journal-entry.ts';
import { SEAL_ACT } from '../commands/write-acts.ts';
import type { RecordStore } from '../records/record-store.ts';
import { plain, type Rows } from '../records/rows.ts';
import type { Selector } from '../records/where.ts';
import { closedEntries } from './closed-chain.ts';

type ChainReport = Omit<JournalReport, 'search'>;

const ENTRIES_AT_ONCE = 250;
const RECORDS_AT_ONCE = 100;

export interface VerifyParts {
  readonly journal: Rows;
  readonly store: RecordStore;
  readonly device: string;
  readonly sealedHead: ChainHead;
  readonly verifySeal: (hash: string, signature: string) => boolean;
  readonly closedCommitment: (sealSeq: number, at: ChainHead) => string;
  readonly progress: (done: number, total: number, says: string) => void;
}

interface Fault {
  readonly seq: number;
  readonly at: string;
  readonly says: string;
}

interface LastWritten {
  readonly kind: string;
  readonly rev: string;
  readonly digest: string;
  readonly seq: number;
  readonly at: string;
}

/** What a seal says of the chain of compartments. */
interface SealedClosed {
  readonly seq: number;
  readonly at: string;
  readonly commitment: string;
}

const CLOSED_DIFFERS = 'What is kept closed on this workstation is not as it was when this seal was made.';

/**
 * Reads the whole journal of this device and checks every link, every seal, the sealed head in the header, and that every record
 * is still the one its last entry speaks of (duty 122). Works in pieces, so that nobody's typing waits for it.
 */
export async function verifyJournal(parts: VerifyParts): Promise<ChainReport> {
  const { journal, store, device, sealedHead } = parts;
  const total = await journal.count({ device });
  const written = new Map<string, LastWritten>();
  const closed = new ClosedProof(device, parts.closedCommitment);
  let head: ChainHead = EMPTY_CHAIN;
  let seals = 0;
  let entries = 0;
  let headMatches = sealedHead.seq === 0;

  const faultIn = (entry: JournalEntry): string => {
    const link = linkFault(head, entry);
    if (link !== '') return link;
    if (entry.act !== SEAL_ACT) return entry.signature === '' ? '' : 'It carries a signature though it is no seal.';
    seals += 1;
    closed.sealed(entry);
    return parts.verifySeal(entry.hash, entry.signature) ? '' : 'The seal of this workstation on it does not fit.';
  };

  /** Takes in what was not read yet; returns the first entry that does not fit. */
  const readOn = async (): Promise<Fault | null> => {
    for (;;) {
      const rows = await journal.find({ device, seq: { $gt: head.seq } }, [{ seq: 'asc' }, { id: 'asc' }], 0, ENTRIES_AT_ONCE);
      for (const row of rows) {
        const entry = plain<JournalEntry>(row);
        const says = isEntry(entry) ? faultIn(entry) : 'It was altered: it is not an entry as Cordon writes them.';
        if (says !== '') return { seq: entry.seq, at: String(entry.at), says };
        head = { seq: entry.seq, hash: entry.hash };
        entries += 1;
        if (entry.seq === sealedHead.seq) headMatches = entry.hash === sealedHead.hash;
        for (const one of entry.records)
          written.set(one.id, { kind: one.kind, rev: one.rev, digest: one.digest, seq: entry.seq, at: entry.at });
      }
      parts.progress(Math.min(entries, total), total, 'Checking the journal');
      if (rows.length < ENTRIES_AT_ONCE) return null;
      await turn();
    }
  };

  /** What the last entry of either chain says: a record outside may have been written together with one inside a compartment. */
  const lastOf = (id: string): LastWritten | undefined => {
    const [open, inside] = [written.get(id), closed.written.get(id)];
    if (open === undefined || inside === undefined) return open ?? inside;
    return revisionOf(inside.rev) > revisionOf(open.rev) ? inside : open;
  };

  const recordFault = async (id: string): Promise<string> => {
    const last = lastOf(id);
    if (last === undefined || last.digest === '') return '';
    const record = await store.one(last.kind, id);
    if (record === null) return last.rev === '' ? '' : 'A record it speaks of is missing.';
    if (record.rev !== last.rev) return 'A record it speaks of was changed without an entry.';
    return digestOf(record) === last.digest ? '' : 'A record it speaks of was altered after it was written.';
  };

  const report = (firstFault: Fault | null): ChainReport => ({
    whole: firstFault === null && headMatches && head.seq >= sealedHead.seq,
    entries,
    seals,
    firstFault,
    headMatches: headMatches && head.seq >= sealedHead.seq,
  });

  const readAll = async (): Promise<Fault | null> => (await readOn()) ?? (await closed.readOn(journal));
  const broken = (await readAll()) ?? closed.unmatched();
  if (broken !== null) return report(broken);

  // Those in compartments last and uncounted: the progress shown must not tell how many there are.
  const outside = written.size;
  const ids = [...written.keys(), ...[...closed.written.keys()].filter((id) => !written.has(id))];
  let first: Fault | null = null;
  for (let from = 0; from < ids.length; from += RECORDS_AT_ONCE) {
    parts.progress(Math.min(from, outside), outside, 'Checking the records it speaks of');
    for (const id of ids.slice(from, from + RECORDS_AT_ONCE)) {
      if ((await recordFault(id)) === '') continue;
      // It may have been changed by its own right since we read: look at what the journal says now.
      const later = await readAll();
      if (later !== null) return report(later);
      const says = await recordFault(id);
      const last = lastOf(id);
      if (says !== '' && last !== undefined && (first === null || last.seq < first.seq)) first = { seq: last.seq, at: last.at, says };
    }
    await turn();
  }
  return report(first);
}

/** The number in `<device>:<n>`, which only ever grows on one device. */
function revisionOf(rev: string): number {
  return Number(rev.slice(rev.lastIndexOf(':') + 1));
}

/** Follows the chain of compartments, and compares it with what each seal of the journal holds of it. What it finds wrong, it tells without counting. */
class ClosedProof {
  readonly written = new Map<string, LastWritten>();
  readonly #device: string;
  readonly #commitment: VerifyParts['closedCommitment'];
  readonly #seals: SealedClosed[] = [];
  #matched = 0;
  #head: ChainHead = EMPTY_CHAIN;

  constructor(device: string, commitment: VerifyParts['closedCommitment']) {
    this.#device = device;
    this.#commitment = commitment;
  }

  /** Takes note of a seal; those of versions before compartments hold nothing of them. */
  sealed({ seq, at, facts }: JournalEntry): void {
    if (typeof facts['closed'] === 'string') this.#seals.push({ seq, at, commitment: facts['closed'] });
  }

  async readOn(journal: Rows): Promise<Fault | null> {
    for (;;) {
      this.#match();
      const selector = { ...closedEntries(this.#device), seq: { $gt: this.#head.seq } };
      const rows = await journal.find(selector as Selector, [{ seq: 'asc' }, { id: 'asc' }], 0, ENTRIES_AT_ONCE);
      for (const row of rows) {
        const entry = plain<JournalEntry>(row);
        if (!isEntry(entry) || linkFault(this.#head, entry) !== '' || entry.signature !== '') return this.#fault();
        this.#head = { seq: entry.seq, hash: entry.hash };
        for (const one of entry.records)
          this.written.set(one.id, {
            kind: one.kind,
            rev: one.rev,
            digest: one.digest,
            seq: this.#sealBefore().seq,
            at: this.#sealBefore().at,
          });
        this.#match();
      }
      if (rows.length < ENTRIES_AT_ONCE) return null;
      await turn();
    }
  }

  /** The first seal that holds a chain other than the one there is. */
  unmatched(): Fault | null {
    return this.#matched === this.#seals.length ? null : this.#fault();
  }

  #match(): void {
    for (let seal = this.#seals[this.#matched]; seal !== undefined; seal = this.#seals[this.#matched]) {
      if (this.#commitment(seal.seq, this.#head) !== seal.commitment) return;
      this.#matched += 1;
    }
  }

  #sealBefore(): SealedClosed {
    return this.#seals[Math.max(0, this.#matched - 1)] ?? { seq: 1, at: '', commitment: '' };
  }

  #fault(): Fault {
    const seal = this.#seals[Math.min(this.#matched, this.#seals.length - 1)] ?? this.#sealBefore();
    return { seq: seal.seq, at: seal.at, says: CLOSED_DIFFERS };
  }
}

/** Exactly the fields of an entry: the hash covers no others, so no others may be there. */
function isEntry(row: object): row is JournalEntry {
  return journalEntryShape.safeParse(row).success && Object.keys(row).every((key) => Object.hasOwn(journalEntryShape.shape, key));
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
