import { closeSync, constants, fstatSync, fsyncSync, ftruncateSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { nextRawKeyHex, rawKeyHexBefore } from './rekey-header.ts';
import { carriesSeal, isResealed, ivKeyOf, type PageKeys, pageKeys, resealPage, wipePageKeys } from './sealed-page.ts';
import type { UnlockedHeader } from './unlocked-header.ts';
import { PAGE_BYTES } from './page-size.ts';
import { opensWith } from './vault-format.ts';
import type { VaultFile } from './vault-file.ts';
import { troubleFrom, VaultTrouble } from './vault-trouble.ts';
import { wipe } from './key-box.ts';

/** The database under its new key while it is being made. Worth nothing by itself: each page in it is checked before it is relied on. */
export const REKEY_FILE_NAME = 'vault.rekey.db';

/** How long the engine works at it before everything else has its turn. */
const TURN_MS = 6;
/** The log is folded into the file about as often as SQLite would by itself. */
const LOG_BYTES_BEFORE_FOLDING = 4 * 1024 * 1024;
/** So few pages are copied while nobody can write. */
const PAGES_FOR_LAST_TURN = 32;
const LONGEST_CHASE = 50;
const BACKUP_WAIT_MS = 200;

export interface RekeyControl {
  /** Asked between two turns: work stops there, and goes on from there when it is begun again. */
  readonly mustStop: () => boolean;
  readonly progress: (done: number, total: number) => void;
  /** Runs `work` while no command is being written. */
  readonly whileQuiet: <T>(work: () => Promise<T>) => Promise<T>;
  /** Writes the header of the new generation; called at the one moment when both files hold the same. */
  readonly switchHeader: () => void;
}

/** Which key the database has now, and which one it is to get; `to` is null when there is nothing to do. */
export function rekeyOf(
  header: UnlockedHeader,
  folder: string,
  databaseName: string,
): { readonly from: string; readonly to: string | null } {
  const next = nextRawKeyHex(header);
  if (next !== null) return { from: header.rawKeyHex(), to: next };
  const before = rawKeyHexBefore(header);
  // The header was switched; whether the file was too is seen on its first page.
  if (before !== null && firstPageCarriesSealOf(join(folder, databaseName), before)) return { from: before, to: header.rawKeyHex() };
  return { from: header.rawKeyHex(), to: null };
}

function firstPageCarriesSealOf(path: string, rawKeyHex: string): boolean {
  const page = Buffer.alloc(PAGE_BYTES);
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return false;
  }
  try {
    if (readSync(file, page, 0, PAGE_BYTES, 0) < PAGE_BYTES) return false;
  } finally {
    closeSync(file);
  }
  const keys = pageKeys(rawKeyHex, page.subarray(0, 16));
  try {
    return carriesSeal(keys, page, 1);
  } finally {
    wipePageKeys(keys);
  }
}

/**
 * Gives the open database another key while people go on working: every page is copied under the new key into a file beside it, then
 * the pages that were changed meanwhile, then, for a moment in which nothing is written, the last few; then header and file are switched.
 * Killed at any point, the vault opens with the old key or with the new one, and the work goes on where it stood. Resolves with false when
 * it was stopped.
 */
export async function rekeyDatabase(
  file: VaultFile,
  folder: string,
  keys: { readonly from: string; readonly to: string },
  control: RekeyControl,
): Promise<boolean> {
  const path = join(folder, REKEY_FILE_NAME);
  const changing = new Set<number>();
  const stopWatching = file.watchFolding((pages) => {
    for (const pageNumber of pages) changing.add(pageNumber);
  });
  let copy: Copy | null = null;
  try {
    file.checkpoint();
    const made = beginCopy(file, path, keys, changing);
    copy = made;
    if (!(await copyInTurns(file, made, everyPage(file), control))) return false;
    for (let switched = false; !switched; ) {
      for (let round = 0; round < LONGEST_CHASE && file.pagesInLog().size > PAGES_FOR_LAST_TURN; round += 1) {
        if (!file.standsStill) file.checkpoint();
        if (!(await copyInTurns(file, made, [], control))) return false;
      }
      await flush(path);
      // A backup may be copying the file as it stands; it goes first.
      if (!(await copyInTurns(file, made, [], control))) return false;
      await control.whileQuiet(async () => {
        if (file.standsStill) return;
        file.checkpoint();
        for (const pageNumber of changing) copyPage(file, made, pageNumber);
        await flush(path);
        if (file.standsStill || !file.isOpen) return;
        lastTurn(file, made, path, keys.to, control.switchHeader);
        switched = true;
      });
      if (!switched) await new Promise((resolve) => setTimeout(resolve, BACKUP_WAIT_MS));
      if (!file.isOpen || (!switched && control.mustStop())) return false;
    }
    return true;
  } finally {
    stopWatching();
    if (copy !== null) {
      wipePageKeys(copy.from, copy.to);
      wipe(copy.ivKey);
      if (!copy.closed) closeSync(copy.descriptor);
    }
  }
}

/** Removes what a re-keying had made that was given up. */
export function forgetRekey(folder: string): void {
  rmSync(join(folder, REKEY_FILE_NAME), { force: true });
  for (const beside of ['-wal', '-shm', '-journal']) rmSync(join(folder, `${REKEY_FILE_NAME}${beside}`), { force: true });
}

interface Copy {
  readonly descriptor: number;
  readonly from: PageKeys;
  readonly to: PageKeys;
  readonly ivKey: Buffer;
  readonly old: Buffer;
  readonly made: Buffer;
  /** Pages that were changed in the file since they were copied. */
  readonly changing: Set<number>;
  closed: boolean;
}

function beginCopy(file: VaultFile, path: string, keys: { readonly from: string; readonly to: string }, changing: Set<number>): Copy {
  try {
    const old = Buffer.alloc(PAGE_BYTES);
    const made = Buffer.alloc(PAGE_BYTES);
    readPage(file, 1, old);
    const descriptor = openSync(path, constants.O_RDWR | constants.O_CREAT, 0o600);
    const from = pageKeys(keys.from, old.subarray(0, 16));
    const ivKey = ivKeyOf(keys.to);
    // The first page says by what salt an earlier beginning was made; without one it is begun anew.
    const found = readSync(descriptor, made, 0, PAGE_BYTES, 0) === PAGE_BYTES && made.subarray(0, 16).some((byte) => byte !== 0);
    if (!found) ftruncateSync(descriptor, 0);
    const to = found ? pageKeys(keys.to, made.subarray(0, 16)) : pageKeys(keys.to);
    return { descriptor, from, to, ivKey, old, made, changing, closed: false };
  } catch (error) {
    throw troubleFrom(error);
  }
}

function* everyPage(file: VaultFile): Generator<number> {
  for (let pageNumber = 1; pageNumber <= pagesIn(file); pageNumber += 1) yield pageNumber;
}

/** Copies pages a few milliseconds at a time. What is committed meanwhile waits in the log; when that is folded its pages are copied again. */
async function copyInTurns(file: VaultFile, copy: Copy, pages: Iterable<number>, control: RekeyControl): Promise<boolean> {
  const { changing } = copy;
  let done = 0;
  let turnBegan = performance.now();
  const rest = async (): Promise<boolean> => {
    control.progress(Math.min(done, pagesIn(file)), pagesIn(file));
    await new Promise((resolve) => setImmediate(resolve));
    if (control.mustStop() || !file.isOpen) return false;
    if (file.bytesInLog() > LOG_BYTES_BEFORE_FOLDING) file.checkpoint();
    turnBegan = performance.now();
    return true;
  };
  for (let left = pages; ; left = [...changing]) {
    for (const pageNumber of left) {
      copyPage(file, copy, pageNumber);
      done += 1;
      if (performance.now() - turnBegan >= TURN_MS && !(await rest())) return false;
    }
    if (!(await rest())) return false;
    if (changing.size === 0) return true;
  }
}

const pagesIn = (file: VaultFile): number => Math.floor(file.bytesOnDisk() / PAGE_BYTES);

function readPage(file: VaultFile, pageNumber: number, into: Buffer): void {
  if (readSync(file.reader(), into, 0, PAGE_BYTES, (pageNumber - 1) * PAGE_BYTES) < PAGE_BYTES) throw new VaultTrouble('cut-short');
}

function copyPage(file: VaultFile, copy: Copy, pageNumber: number): void {
  const { old, made, to, from, ivKey, descriptor } = copy;
  readPage(file, pageNumber, old);
  copy.changing.delete(pageNumber);
  const at = (pageNumber - 1) * PAGE_BYTES;
  try {
    if (readSync(descriptor, made, 0, PAGE_BYTES, at) === PAGE_BYTES && isResealed(to, ivKey, old, made, pageNumber)) return;
    const resealed = resealPage(from, to, ivKey, old, pageNumber);
    for (let written = 0; written < PAGE_BYTES; ) written += writeSync(descriptor, resealed, written, PAGE_BYTES - written, at + written);
  } catch (error) {
    throw troubleFrom(error);
  }
}

/** Nothing else runs from the first line to the last: what was committed until now is in both files, and from then on in the new one. */
function lastTurn(file: VaultFile, copy: Copy, path: string, to: string, switchHeader: () => void): void {
  file.checkpoint();
  for (const pageNumber of copy.changing) copyPage(file, copy, pageNumber);
  const pages = pagesIn(file);
  if (fstatSync(copy.descriptor).size !== pages * PAGE_BYTES) ftruncateSync(copy.descriptor, pages * PAGE_BYTES);
  fsyncSync(copy.descriptor);
  closeSync(copy.descriptor);
  copy.closed = true;
  // SQLCipher has the last word on whether it is its own kind of file.
  if (!opensWith(path, to, pages)) throw new VaultTrouble('damaged');
  switchHeader();
  file.replaceBy(path, to);
}

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
