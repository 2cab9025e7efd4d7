import { closeSync, existsSync, fstatSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { VAULT_FILE_NAME } from '../vault/open-vault.ts';
import { PAGE_BYTES } from '../vault/page-size.ts';
import { faultOfLog } from './log-check.ts';
import { sealsOf } from './page-seals.ts';
import { readPages } from './read-pages.ts';

/** Whether a closed vault's database is there, every page of it carries its seal, and its log is whole. Opens nothing and changes nothing. */
export async function isVaultWhole(
  folder: string,
  rawKeyHex: string,
  progress: (done: number, total: number, says: string) => void,
): Promise<boolean> {
  const path = join(folder, VAULT_FILE_NAME);
  if (!existsSync(path)) return false;
  const handle = openSync(path, 'r');
  const seals = sealsOf(rawKeyHex, handle);
  try {
    const { size } = fstatSync(handle);
    if (size < PAGE_BYTES || size % PAGE_BYTES !== 0) return false;
    const read = await readPages({
      handle,
      bytes: size,
      seals,
      progress: (done, total) => progress(done, total, 'Reading the vault as it is'),
      signal: new AbortController().signal,
    });
    return read.unsealed.length === 0 && faultOfLog(`${path}-wal`) === null;
  } finally {
    seals.wipe();
    closeSync(handle);
  }
}
