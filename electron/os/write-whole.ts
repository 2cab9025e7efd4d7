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

/** A file that is being written beside its place: there it appears whole with `finish`, or never. All reject with the operating system's error. */
export interface WholeFile {
  write(bytes: Uint8Array): Promise<void>;
  finish(): Promise<void>;
  /** Leaves nothing of it; harmless when it was finished or abandoned before. */
  abandon(): Promise<void>;
}

/** Begins a file readable by its owner only: what lies at the path stays until every byte is on the disk. */
export async function beginWhole(path: string): Promise<WholeFile> {
  const folder = dirname(path);
  const unfinished = join(folder, `.${basename(path).slice(0, 100)}.${randomBytes(6).toString('hex')}.part`);
  const file = await open(unfinished, 'wx', 0o600);
  let ended = false;
  const abandon = async (): Promise<void> => {
    if (ended) return;
    ended = true;
    try {
      await file.close();
    } finally {
      await rm(unfinished, { force: true });
    }
  };
  return {
    async write(bytes) {
      try {
        await file.writeFile(bytes);
      } catch (error) {
        await abandon();
        throw error;
      }
    },
    async finish() {
      try {
        await file.sync();
        await file.close();
        await rename(unfinished, path);
        ended = true;
      } catch (error) {
        await rm(unfinished, { force: true });
        ended = true;
        throw error;
      }
      await syncFolder(folder);
    },
    abandon,
  };
}

/** Writes a file whole or not at all: what lay there before stays until every byte is on the disk. Rejects with the operating system's error. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const file = await beginWhole(path);
  await file.write(bytes);
  await file.finish();
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const held = await open(folder, 'r');
  try {
    await held.sync();
  } catch {
    // Some removable file systems cannot sync a folder; the file itself is synced.
  } finally {
    await held.close();
  }
}
