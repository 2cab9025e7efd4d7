import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { PAGE_BYTES } from './page-size.ts';
import { VaultTrouble } from './vault-trouble.ts';

const WAL_HEADER_BYTES = 32;
const WAL_FRAME_HEADER_BYTES = 24;

/**
 * The write-ahead log says how many pages the database has: each must be in the file or in the log. Looked at before SQLite opens
 * the file, because SQLite would fold the log into what is left of it.
 */
export function refuseCutFile(log: WriteAheadLog, bytesInFile: number): void {
  for (let page = Math.floor(bytesInFile / PAGE_BYTES) + 1; page <= log.pagesOfDatabase; page += 1) {
    if (!log.holds.has(page)) throw new VaultTrouble('cut-short');
  }
}

interface WriteAheadLog {
  readonly pagesOfDatabase: number;
  readonly holds: ReadonlySet<number>;
}

/** Page numbers are in the clear in the log's frame headers; frames left over from before the last reset carry another salt. */
export function readLog(path: string): WriteAheadLog | null {
  if (!existsSync(path)) return null;
  const log = openSync(path, 'r');
  try {
    const start = Buffer.alloc(WAL_HEADER_BYTES);
    if (readSync(log, start, 0, WAL_HEADER_BYTES, 0) < WAL_HEADER_BYTES) return null;
    const salt = start.subarray(16, 24);
    const frame = Buffer.alloc(WAL_FRAME_HEADER_BYTES);
    const holds = new Set<number>();
    const uncommitted = new Set<number>();
    let pagesOfDatabase = 0;
    for (
      let at = WAL_HEADER_BYTES;
      readSync(log, frame, 0, WAL_FRAME_HEADER_BYTES, at) === WAL_FRAME_HEADER_BYTES;
      at += WAL_FRAME_HEADER_BYTES + PAGE_BYTES
    ) {
      if (!frame.subarray(8, 16).equals(salt)) break;
      uncommitted.add(frame.readUInt32BE(0));
      const sizeAfterCommit = frame.readUInt32BE(4);
      if (sizeAfterCommit === 0) continue;
      pagesOfDatabase = sizeAfterCommit;
      for (const page of uncommitted) holds.add(page);
      uncommitted.clear();
    }
    return pagesOfDatabase === 0 ? null : { pagesOfDatabase, holds };
  } finally {
    closeSync(log);
  }
}
