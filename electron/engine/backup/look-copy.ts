import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { VAULT_FILE_NAME } from '../vault/open-vault.ts';
import { openDamagedCopy, type OpenedCopy } from './opened-copy.ts';
import type { BackupSource } from './make-backup.ts';
import { sealsOf } from './page-seals.ts';
import { readPages } from './read-pages.ts';

/** A damaged vault is copied here, still encrypted, to see what can be read of it; the folder goes as soon as that is known. */
export const LOOK_FOLDER_NAME = 'restoring-look';

/**
 * Reads an open vault that is damaged by way of a copy: the connection the session works with would answer nothing more once it
 * has met a page without its seal. `work` is given null when nothing of the copy can be read.
 */
export async function withLookCopy<T>(
  source: BackupSource,
  signal: AbortSignal,
  work: (copy: OpenedCopy | null) => Promise<T>,
): Promise<T> {
  const folder = join(source.folder, LOOK_FOLDER_NAME);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { mode: 0o700 });
  const rawKeyHex = source.unlocked.rawKeyHex();
  const release = await source.betweenActs(async () => source.vault.pages.holdStill());
  let copy: OpenedCopy | null = null;
  try {
    const handle = source.vault.pages.reader();
    const seals = sealsOf(rawKeyHex, handle);
    const file = await open(join(folder, VAULT_FILE_NAME), 'wx', 0o600);
    try {
      await readPages({
        handle,
        bytes: source.vault.pages.bytesOnDisk(),
        seals,
        take: async (pages) => {
          await file.writeFile(pages);
        },
        progress: () => undefined,
        signal,
      });
    } finally {
      seals.wipe();
      await file.close();
    }
    release();
    try {
      copy = openDamagedCopy(join(folder, VAULT_FILE_NAME), rawKeyHex);
    } catch {
      copy = null;
    }
    return await work(copy);
  } finally {
    release();
    copy?.close();
    await rm(folder, { recursive: true, force: true });
  }
}
