import { isSomebodyWaiting, Pace, turn } from './pace.ts';
import { PIECES_TO_MERGE } from './text-tables.ts';
import type { VaultFile } from './vault-file.ts';

/** With more pieces than this the index is slow to search: who writes in bulk waits for the tidying. */
const MOST_PIECES = 24;
/** The index is brought into one piece when nothing was written for so long, and it has grown by so much since the last time. */
const QUIET_MS = 1500;
const GROWN_BY = 1.05;
const GROWN_BY_ENTRIES = 500;
const MOST_PAGES_WHILE_TYPING = 32;
const STRUCTURE_ROW = 10;

interface Tidying {
  /** Resolves when nothing is left to merge; null while nothing runs. */
  running: Promise<void> | null;
  /** When somebody last wrote. */
  written: number;
  waiting: boolean;
  readonly pace: Pace;
}

const tidyings = new WeakMap<VaultFile, Tidying>();

/**
 * Every commit adds a piece to the text index; pieces are merged a few pages at a time, between other work. Left to itself, FTS5 would
 * merge inside some unlucky commit, for as long as it takes.
 */
export function tidySoon(file: VaultFile): void {
  const tidying = tidyingOf(file);
  tidying.written = performance.now();
  run(file, tidying, tidyLevels);
}

function run(file: VaultFile, tidying: Tidying, work: typeof tidyLevels): void {
  tidying.running ??= work(file, tidying)
    // A disk or a page that fails here fails whoever reads or writes next, who can be told; the tidying itself can wait for the next write.
    .catch(() => undefined)
    .finally(() => {
      tidying.running = null;
    });
}

async function tidyLevels(file: VaultFile, tidying: Tidying): Promise<void> {
  do await turn();
  while (file.isOpen && piecesOf(file) >= PIECES_TO_MERGE && mergeAtPace(file, tidying.pace, 1));
  if (file.isOpen && isDueForOnePiece(file)) tidyInQuiet(file, tidying);
}

/** Brings the index into one piece once nobody has written for a while: an import would have it written anew over and over. */
function tidyInQuiet(file: VaultFile, tidying: Tidying): void {
  if (tidying.waiting) return;
  tidying.waiting = true;
  const timer = setTimeout(
    () => {
      tidying.waiting = false;
      if (!file.isOpen) return;
      if (tidying.running !== null || performance.now() - tidying.written < QUIET_MS) tidyInQuiet(file, tidying);
      else run(file, tidying, tidyToOnePiece);
    },
    Math.max(1, QUIET_MS - (performance.now() - tidying.written)),
  );
  timer.unref();
}

async function tidyToOnePiece(file: VaultFile, { pace }: Tidying): Promise<void> {
  if (!isDueForOnePiece(file)) return;
  // A negative number begins to merge everything there is into one piece; positive ones then go on with it.
  mergeAtPace(file, pace, -1);
  do await turn();
  while (file.isOpen && piecesOf(file) > 1 && mergeAtPace(file, pace, 1));
  if (!file.isOpen) return;
  file.run("INSERT INTO vault_meta(name, value) VALUES ('text-merged', ?) ON CONFLICT(name) DO UPDATE SET value = excluded.value", [
    String(newestItem(file)),
  ]);
}

/** For who writes in bulk: waits while the index lies in too many pieces. */
export async function untilTidyEnough(file: VaultFile): Promise<void> {
  while (tidyings.get(file)?.running != null && piecesOf(file) > MOST_PIECES) await turn();
}

/** For who writes one unit of work: gives the tidying one turn when the index lies in too many pieces, and no more. */
export async function tidyATurn(file: VaultFile): Promise<void> {
  if (tidyings.get(file)?.running != null && piecesOf(file) > MOST_PIECES) await turn();
}

function tidyingOf(file: VaultFile): Tidying {
  const known = tidyings.get(file);
  if (known !== undefined) return known;
  const fresh: Tidying = { running: null, written: 0, waiting: false, pace: new Pace(24, 12, 200) };
  tidyings.set(file, fresh);
  return fresh;
}

function isDueForOnePiece(file: VaultFile): boolean {
  const merged = Number(file.pluck("SELECT value FROM vault_meta WHERE name = 'text-merged'") ?? 0);
  return newestItem(file) > merged * GROWN_BY + GROWN_BY_ENTRIES && piecesOf(file) > 1;
}

function newestItem(file: VaultFile): number {
  return Number(file.pluck('SELECT coalesce(max(key), 0) FROM text_item'));
}

function mergeAtPace(file: VaultFile, pace: Pace, sign: 1 | -1): boolean {
  // A small merge ends before its pages are used up, and then says nothing about how long a large one takes.
  const pages = isSomebodyWaiting() ? Math.min(pace.atOnce, MOST_PAGES_WHILE_TYPING) : pace.atOnce;
  return pace.timed(pages, () => mergeSome(file, sign * pages));
}

/** Merges about so many pages; false when there was nothing to merge, or when the disk would not have it: the next write tries again. */
function mergeSome(file: VaultFile, pages: number): boolean {
  try {
    return file.inTransaction(() => {
      const before = Number(file.pluck('SELECT total_changes()'));
      file.run("INSERT INTO text_words(text_words, rank) VALUES('merge', CAST(? AS INTEGER))", [pages]);
      return Number(file.pluck('SELECT total_changes()')) - before >= 2;
    });
  } catch {
    return false;
  }
}

/** How many segments the index has: the second number after the cookie of its structure row. */
export function piecesOf(file: VaultFile): number {
  const structure = file.pluck<Uint8Array<ArrayBuffer>>('SELECT block FROM text_words_data WHERE id = ?', [STRUCTURE_ROW]);
  if (structure === undefined) return 0;
  const [, afterLevels] = numberAt(structure, 4);
  return numberAt(structure, afterLevels)[0];
}

/** SQLite's variable-length numbers, of at most three bytes: there are never more than two thousand segments. */
function numberAt(bytes: Uint8Array, at: number): [value: number, next: number] {
  let value = 0;
  for (let position = at; position < at + 3; position += 1) {
    const byte = bytes[position] ?? 0;
    value = (value << 7) | (byte & 0x7f);
    if (byte < 0x80) return [value, position + 1];
  }
  return [value, at + 3];
}
