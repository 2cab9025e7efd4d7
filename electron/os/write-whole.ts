import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { osText } from './text.ts';

/** Why a file could not be written, as a sentence for people. */
export function sentenceOfWriteError(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return osText.save.diskFull;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return osText.save.notAllowed;
    case 'ENOENT':
    case 'ENOTDIR':
      return osText.save.folderGone;
    case 'EISDIR':
      return osText.save.isFolder;
    case 'ENAMETOOLONG':
      return osText.save.nameTooLong;
    case 'EIO':
    case 'ENODEV':
      return osText.save.deviceFailed;
    default:
      return osText.save.failed(code);
  }
}

/**
 * Writes a file readable by its owner only, whole or not at all: what lay there before stays until every byte is on the disk.
 * Rejects with the operating system's error.
 */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path);
  const unfinished = join(folder, `.${basename(path).slice(0, 100)}.${randomBytes(6).toString('hex')}.part`);
  try {
    const file = await open(unfinished, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  if (process.platform !== 'win32') {
    const held = await open(folder, 'r');
    try {
      await held.sync();
    } catch {
      // Some removable file systems cannot sync a folder; the file itself is synced.
    } finally {
      await held.close();
    }
  }
}
