import { closeSync, fstatSync, fsyncSync, ftruncateSync, lstatSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { flushFolder } from './atomic-file.ts';
import { readHeaders } from './header-format.ts';
import { VAULT_FILE_NAME } from './open-vault.ts';
import { opensWith } from './vault-format.ts';
import { VaultTrouble } from './vault-trouble.ts';

/** Every key lies in the headers, which are overwritten whole; of other files the beginning, with the salt of a database, is. */
const OVERWRITTEN_WHOLE = 1024 * 1024;
const OVERWRITTEN_AT_START = 64 * 1024;

/**
 * Destroys a closed vault: the key headers are overwritten, then the beginning of every other file in its folder, all of it flushed; it is
 * looked whether anything still opens; then the files are emptied and removed. What opens the data is gone with the headers: the pages
 * themselves are unreadable without it, wherever a disk may keep old copies of them. Gives a sentence when the vault could still be
 * opened, and an empty text when it could not.
 */
export function eraseVault(folder: string, rawKeyHex: string): string {
  const files = filesIn(folder);
  const headersFirst = [...files].sort((a, b) => Number(isHeader(b)) - Number(isHeader(a)));
  for (const path of headersFirst) overwrite(path, isHeader(path) ? OVERWRITTEN_WHOLE : OVERWRITTEN_AT_START);
  const opens = stillOpens(folder, rawKeyHex);
  for (const path of headersFirst) empty(path);
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true });
  flushFolder(folder);
  const left = readdirSync(folder);
  return opens || left.length === 0 ? opens : `${left.length} of its files could not be removed.`;
}

const isHeader = (path: string): boolean => path.includes('header');

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    const found = lstatSync(path);
    if (found.isDirectory()) return filesIn(path);
    return found.isFile() ? [path] : [];
  });
}

function overwrite(path: string, most: number): void {
  const file = openSync(path, 'r+');
  try {
    const bytes = Math.min(fstatSync(file).size, most);
    for (let at = 0; at < bytes; ) at += writeSync(file, randomBytes(Math.min(bytes - at, 65_536)), 0, Math.min(bytes - at, 65_536), at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function empty(path: string): void {
  const file = openSync(path, 'r+');
  try {
    ftruncateSync(file, 0);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function stillOpens(folder: string, rawKeyHex: string): string {
  try {
    readHeaders(folder);
    return 'The key header can still be read.';
  } catch (error) {
    if (!(error instanceof VaultTrouble)) throw error;
  }
  return opensWith(join(folder, VAULT_FILE_NAME), rawKeyHex) ? 'The vault still opens with its key.' : '';
}
