import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from '#shared/base/digest.ts';
import type { BackupCheck, BackupProof } from '#shared/contracts/bridge/backups.ts';
import { type ChainHead, EMPTY_CHAIN, linkFault } from '#shared/contracts/record/journal-chain.ts';
import type { JournalEntry } from '#shared/contracts/record/journal-entry.ts';
import { bytesOfRow, digestOfBytes, holdsBytes } from '../files/file-rows.ts';
import type { StoredRow } from '../records/rows.ts';
import { isClosedChain } from '../journal/closed-chain.ts';
import { readIfThere } from '../vault/atomic-file.ts';
import { HEADER_FILE_NAME } from '../vault/header-format.ts';
import { VAULT_FILE_NAME } from '../vault/open-vault.ts';
import { PAGE_BYTES } from '../vault/page-size.ts';
import { VaultTrouble } from '../vault/vault-trouble.ts';
import { BackupTrouble, backupTroubleFrom } from './backup-trouble.ts';
import type { ManifestContent } from './manifest.ts';
import { openCopy, type OpenedCopy } from './opened-copy.ts';
import { sealsOf } from './page-seals.ts';
import { readPages } from './read-pages.ts';

export interface ProofParts {
  /** Folder with the copied database and key header. */
  readonly folder: string;
  readonly rawKeyHex: string;
  readonly isOwnHeader: (text: string) => boolean;
  readonly isOwnSeal: (hash: string, signature: string) => boolean;
  /** What the copy must be; `collections` is left out while a backup is being made, because nobody knows it yet. */
  readonly wanted: Pick<ManifestContent, 'files' | 'journal' | 'device'> & {
    readonly rows: Readonly<Record<string, number>>;
    readonly collections: ManifestContent['collections'] | null;
  };
  /** Also compare every record and every stored file with the digest written when it was stored. */
  readonly deep: boolean;
  readonly progress: (done: number, total: number, says: string) => void;
  readonly signal: AbortSignal;
}

export interface Proved {
  readonly proof: BackupProof;
  readonly collections: ManifestContent['collections'];
}

/** Rows read before the event loop turns; a row of `files` is a quarter of a megabyte. */
const rowsAtOnce = (collection: string): number => (collection === 'files' ? 1 : 40);

/**
 * Proves a copy by reading all of it: the bytes are those that were written, every page carries its seal, it opens with the vault's key,
 * the rows and digests are those noted, and the journal is one whole chain up to where it should end. Changes nothing.
 */
export async function proveCopy(parts: ProofParts): Promise<Proved> {
  const checks: BackupCheck[] = [];
  const check = (name: BackupCheck['name'], fault: string, facts: BackupCheck['facts'] = {}): boolean => {
    checks.push({ name, fault, facts });
    return fault === '';
  };
  const proved = (collections: ManifestContent['collections'], entries: number): Proved => ({
    proof: { whole: checks.every(({ fault }) => fault === ''), deep: parts.deep, checks, entries },
    collections,
  });

  try {
    const files = await filesFault(parts, check);
    if (!files) return proved({}, 0);
    const copy = openCopy(join(parts.folder, VAULT_FILE_NAME), parts.rawKeyHex);
    try {
      check('opens', '', { format: copy.format });
      return await contents(parts, copy, check, proved);
    } finally {
      copy.close();
    }
  } catch (error) {
    if (error instanceof VaultTrouble) {
      check('opens', error.message);
      return proved({}, 0);
    }
    throw backupTroubleFrom(error);
  }
}

type Check = (name: BackupCheck['name'], fault: string, facts?: BackupCheck['facts']) => boolean;

async function filesFault(parts: ProofParts, check: Check): Promise<boolean> {
  const header = readIfThere(join(parts.folder, HEADER_FILE_NAME));
  const headerWanted = parts.wanted.files.find(({ name }) => name === HEADER_FILE_NAME);
  const isHeader =
    header !== null &&
    headerWanted !== undefined &&
    createHash('sha256').update(header, 'utf8').digest('hex') === headerWanted.sha256 &&
    parts.isOwnHeader(header);
  check('header', isHeader ? '' : `Its key header (${HEADER_FILE_NAME}) is missing, damaged or from another vault.`);

  const wanted = parts.wanted.files.find(({ name }) => name === VAULT_FILE_NAME);
  let handle: number;
  try {
    handle = openSync(join(parts.folder, VAULT_FILE_NAME), 'r');
  } catch {
    return check('bytes', `Its database (${VAULT_FILE_NAME}) is missing.`);
  }
  try {
    const { size } = fstatSync(handle);
    if (wanted === undefined || size !== wanted.bytes)
      return check('bytes', `Its database (${VAULT_FILE_NAME}) has ${size} bytes where ${wanted?.bytes ?? 0} were written.`);
    const read = await readPages({
      handle,
      bytes: size,
      seals: sealsOf(parts.rawKeyHex, handle),
      progress: (done, total) => parts.progress(done, total, 'Reading the backup'),
      signal: parts.signal,
    });
    const pages = check(
      'seals',
      read.unsealed.length === 0
        ? ''
        : `${read.unsealed.length} of its pages do not carry their seal, the first is page ${read.unsealed[0]}.`,
      { pages: Math.ceil(size / PAGE_BYTES) },
    );
    const bytes = check('bytes', read.sha256 === wanted.sha256 ? '' : 'Its bytes are not those that were written.', { bytes: size });
    return isHeader && pages && bytes;
  } finally {
    closeSync(handle);
  }
}

async function contents(
  parts: ProofParts,
  copy: OpenedCopy,
  check: Check,
  proved: (collections: ManifestContent['collections'], entries: number) => Proved,
): Promise<Proved> {
  const { wanted } = parts;
  const journal = new JournalProof(wanted.device, parts.isOwnSeal, parts.deep);
  const records = new RecordProof();
  const collections: Record<string, { rows: number; digest: string }> = {};
  const allRows: Record<string, number> = {};
  const total = Object.values(wanted.rows).reduce((sum, rows) => sum + rows, 0);
  let done = 0;
  let chunkFault = '';
  // The journal first: what it says of each record is compared when the records are read.
  for (const name of [...copy.collections].sort((a, b) => Number(b === 'journal') - Number(a === 'journal'))) {
    const hash = createHash('sha256');
    let rows = 0;
    let shown = 0;
    for (let after = 0; ; ) {
      if (parts.signal.aborted) throw new BackupTrouble('stopped');
      const some = copy.rowsAfter(name, after, rowsAtOnce(name));
      for (const { json, bytes } of some) {
        if (isShown(name, json)) shown += 1;
        hash.update(`${json.length}:`).update(json, 'utf8');
        if (bytes) hash.update(bytes);
        if (name === 'journal') journal.take(json);
        if (name === 'records' && parts.deep) records.take(json, journal.last);
        if (name === 'files' && parts.deep && chunkFault === '') chunkFault = faultOfChunk(json, bytes ?? null);
      }
      rows += some.length;
      done += some.length;
      // In round numbers: the exact ones would tell how much lies in compartments.
      parts.progress(inHundreds(done), inHundreds(Math.max(total, done)), 'Comparing what is in it');
      const last = some.at(-1);
      if (last === undefined) break;
      after = last.key;
      await turn();
    }
    collections[name] = { rows: shown, digest: hash.digest('hex') };
    allRows[name] = rows;
  }

  // The digest is over every row. A manifest counts only what lies in no compartment, because it is read without the key.
  const unlike = Object.entries(collections).filter(([name, { digest }]) =>
    wanted.collections === null ? allRows[name] !== (wanted.rows[name] ?? 0) : wanted.collections[name]?.digest !== digest,
  );
  check(
    'contents',
    unlike.length === 0 ? '' : `What it holds is not what was noted when it was made (${unlike.map(([name]) => name).join(', ')}).`,
    Object.fromEntries(Object.entries(collections).map(([name, { rows }]) => [name, rows])),
  );
  check('journal', journal.fault(wanted.journal), { entries: journal.entries, seals: journal.seals });
  if (parts.deep) {
    check('records', records.fault(journal.last), { records: records.compared });
    check('papers', chunkFault, { chunks: collections['files']?.rows ?? 0 });
  }
  return proved(collections, journal.entries);
}

const inHundreds = (rows: number): number => Math.ceil(rows / 100) * 100;

/** Whether a row is counted where people without need to know see the number: none that lies in a compartment is (duty 111). */
function isShown(collection: string, json: string): boolean {
  if (collection === 'records') return json.includes('"compartment":""');
  return collection !== 'journal' || !isClosedChain((JSON.parse(json) as JournalEntry).device);
}

interface LastWritten {
  readonly rev: string;
  readonly digest: string;
}

/** Follows every device's chain through the copy's journal. */
class JournalProof {
  readonly last = new Map<string, LastWritten>();
  entries = 0;
  seals = 0;
  #fault = '';
  readonly #heads = new Map<string, ChainHead>();
  readonly #device: string;
  readonly #isOwnSeal: (hash: string, signature: string) => boolean;
  readonly #remember: boolean;

  constructor(device: string, isOwnSeal: (hash: string, signature: string) => boolean, remember: boolean) {
    this.#device = device;
    this.#isOwnSeal = isOwnSeal;
    this.#remember = remember;
  }

  take(json: string): void {
    const entry = JSON.parse(json) as JournalEntry;
    const head = this.#heads.get(entry.device) ?? EMPTY_CHAIN;
    const fault = linkFault(head, entry);
    if (fault !== '' && this.#fault === '') this.#fault = `Journal entry ${entry.seq} does not fit: ${fault}`;
    if (entry.signature !== '' && entry.device === this.#device) {
      this.seals += 1;
      if (!this.#isOwnSeal(entry.hash, entry.signature) && this.#fault === '')
        this.#fault = `Journal entry ${entry.seq} does not fit: the seal of this workstation on it is not genuine.`;
    }
    this.#heads.set(entry.device, { seq: entry.seq, hash: entry.hash });
    if (!isClosedChain(entry.device)) this.entries += 1;
    if (this.#remember) for (const one of entry.records) this.last.set(one.id, { rev: one.rev, digest: one.digest });
  }

  fault(wanted: ChainHead): string {
    if (this.#fault !== '') return this.#fault;
    const head = this.#heads.get(this.#device) ?? EMPTY_CHAIN;
    if (wanted.seq === 0 ? head.seq === 0 : head.seq === wanted.seq && head.hash === wanted.hash) return '';
    return `Its journal ends at entry ${head.seq}, not at entry ${wanted.seq} as when it was made.`;
  }
}

/** Compares each record with the last entry that speaks of it. */
class RecordProof {
  compared = 0;
  readonly #found = new Set<string>();
  #fault = '';

  take(json: string, last: ReadonlyMap<string, LastWritten>): void {
    const { _deleted, _attachments, _meta, _rev, ...record } = JSON.parse(json) as Record<string, unknown>;
    const id = String(record['id']);
    const written = last.get(id);
    if (written === undefined || written.digest === '' || _deleted === true) return;
    this.#found.add(id);
    if (record['compartment'] === '') this.compared += 1;
    if (this.#fault !== '') return;
    if (record['rev'] !== written.rev || digestOf(record) !== written.digest)
      this.#fault = 'A record in it is not the one its last journal entry speaks of.';
  }

  fault(last: ReadonlyMap<string, LastWritten>): string {
    if (this.#fault !== '') return this.#fault;
    for (const [id, { rev, digest }] of last)
      if (digest !== '' && rev !== '' && !this.#found.has(id)) return 'A record its journal speaks of is missing.';
    return '';
  }
}

function faultOfChunk(json: string, bytes: Uint8Array | null): string {
  const chunk = JSON.parse(json) as StoredRow;
  if (chunk._deleted || !holdsBytes(chunk)) return '';
  return digestOfBytes(bytesOfRow(chunk, bytes)) === chunk['digest']
    ? ''
    : 'A stored paper in it does not match the digest noted when it was laid.';
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
