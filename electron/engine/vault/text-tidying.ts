import { Pace, turn } from './pace.ts';
import type { VaultFile } from './vault-file.ts';

/** With more pieces than this the index is slow to search: who writes in bulk waits for the tidying. */
const MOST_PIECES = 16;
/** FTS5 merges level by level as soon as so many pieces lie on one. */
const PIECES_TO_MERGE = 4;
const STRUCTURE_ROW = 10;

interface Tidying {
  /** Resolves when nothing is left to merge; null while nothing runs. */
  running: Promise<void> | null;
  readonly pace: Pace;
}
const tidyings = new WeakMap<VaultFile, Tidying>();

/**
 * Every commit adds a piece to the text index; pieces are merged a few pages at a time, between other work. Left to itself, FTS5 would
 * merge inside some unlucky commit, for as long as it takes.
 */
export function tidySoon(file: VaultFile): void {
  const tidying = tidyingOf(file);
  tidying.running ??= tidy(file, tidying.pace).finally(() => {
    tidying.running = null;
  });
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
  const fresh: Tidying = { running: null, pace: new Pace(24, 12, 64) };
  tidyings.set(file, fresh);
  return fresh;
}

async function tidy(file: VaultFile, pace: Pace): Promise<void> {
  for (;;) {
    await turn();
    if (!file.isOpen || piecesOf(file) < PIECES_TO_MERGE) return;
    const pages = pace.atOnce;
    const start = performance.now();
    if (!mergeSome(file, pages)) return;
    pace.took(pages, performance.now() - start);
  }
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
