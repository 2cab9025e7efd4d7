import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { troubleFrom } from './vault-trouble.ts';

/**
 * Replaces a small file so that at every moment either the old or the new content is whole on the disk:
 * a file beside it, flushed, renamed over it, and the folder flushed. Throws `VaultTrouble` when the disk refuses.
 */
export function replaceFile(path: string, content: string): void {
  const beside = join(dirname(path), `.${basename(path)}.writing`);
  try {
    const file = openSync(beside, 'w', 0o600);
    try {
      const bytes = Buffer.from(content, 'utf8');
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, path);
    flushFolder(dirname(path));
  } catch (error) {
    throw troubleFrom(error);
  }
}

/** The text of a file, or null when it is not there. */
export function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw troubleFrom(error);
  }
}

/** Makes a rename in the folder durable. */
export function flushFolder(folder: string): void {
  // Windows cannot open a folder for flushing; its rename is durable by itself.
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
