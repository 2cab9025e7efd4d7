import { statfs } from 'node:fs/promises';

/** What pages, seals and indexes add to a file's own bytes. */
const OVERHEAD = 1.06;
/** Room that stays for everything else people write. */
const RESERVE_BYTES = 16 * 1024 * 1024;

/** Bytes an ordinary person may still write on the disk the folder is on. */
export async function freeBytesAt(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** Bytes the disk must have free before a file of this size is begun. */
export function roomFor(size: number): number {
  return Math.ceil(size * OVERHEAD) + RESERVE_BYTES;
}
