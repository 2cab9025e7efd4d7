import { createHash } from 'node:crypto';
import { read } from 'node:fs';
import { PAGE_BYTES } from '../vault/page-size.ts';
import { BackupTrouble } from './backup-trouble.ts';
import { LOCK_PAGE, type PageSeals } from './page-seals.ts';

/** Pages read and judged before the event loop turns: a few milliseconds of work. */
const PAGES_AT_ONCE = 64;

export interface PagesRead {
  readonly bytes: number;
  readonly sha256: string;
  /** Numbers of the pages that do not carry their seal; at most a thousand are named. */
  readonly unsealed: readonly number[];
}

export interface PageReading {
  /** An open handle; the caller closes it. */
  readonly handle: number;
  readonly bytes: number;
  readonly seals: PageSeals;
  /** Given every run of pages in order. */
  readonly take?: (pages: Buffer) => Promise<void>;
  readonly progress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

const MOST_NAMED = 1000;

/** Reads a database file from its first page to its last, judging every seal on the way; the event loop turns between two runs of pages. */
export async function readPages(reading: PageReading): Promise<PagesRead> {
  const { handle, bytes, seals, signal } = reading;
  const hash = createHash('sha256');
  const unsealed: number[] = [];
  const run = Buffer.alloc(PAGES_AT_ONCE * PAGE_BYTES);
  for (let at = 0; at < bytes; ) {
    if (signal.aborted) throw new BackupTrouble('stopped');
    const wanted = Math.min(run.length, bytes - at);
    const pages = run.subarray(0, await readRun(handle, run, wanted, at));
    if (pages.length === 0) break;
    for (let from = 0; from < pages.length; from += PAGE_BYTES) {
      const number = (at + from) / PAGE_BYTES + 1;
      if (!seals.holds(pages.subarray(from, from + PAGE_BYTES), number) && unsealed.length < MOST_NAMED) unsealed.push(number);
    }
    hash.update(pages);
    await reading.take?.(pages);
    at += pages.length;
    reading.progress(at, bytes);
  }
  return { bytes, sha256: hash.digest('hex'), unsealed };
}

/** Fills the buffer from the file. The page SQLite locks, which holds nothing, is left out: Windows does not let it be read. */
async function readRun(handle: number, run: Buffer, wanted: number, at: number): Promise<number> {
  const lockAt = (LOCK_PAGE - 1) * PAGE_BYTES;
  if (lockAt < at || lockAt >= at + wanted) return readFully(handle, run, 0, wanted, at);
  const before = lockAt - at;
  run.fill(0, before, before + PAGE_BYTES);
  const first = await readFully(handle, run, 0, before, at);
  if (first < before) return first;
  const after = Math.max(0, wanted - before - PAGE_BYTES);
  return before + PAGE_BYTES + (await readFully(handle, run, before + PAGE_BYTES, after, lockAt + PAGE_BYTES));
}

async function readFully(handle: number, into: Buffer, offset: number, length: number, at: number): Promise<number> {
  let done = 0;
  while (done < length) {
    const some = await readOnce(handle, into, offset + done, length - done, at + done);
    if (some === 0) break;
    done += some;
  }
  return done;
}

function readOnce(handle: number, into: Buffer, offset: number, length: number, at: number): Promise<number> {
  return new Promise((resolve, reject) => {
    read(handle, into, offset, length, at, (error, some) => (error === null ? resolve(some) : reject(error)));
  });
}
