import { closeSync, copyFileSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { copyFile, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { HEADER_COPY_NAME, HEADER_FILE_NAME } from '../vault/header-format.ts';
import { VAULT_FILE_NAME } from '../vault/open-vault.ts';
import { readRestoreNote } from './restore-note.ts';

/** What is to become the vault lies here until it is moved into place. */
export const STAGING_FOLDER_NAME = 'restoring';
/** Vaults that were replaced, each in a folder of its own. Cordon never removes one. */
export const SET_ASIDE_FOLDER_NAME = 'set-aside';

const DATABASE_FILES = [`${VAULT_FILE_NAME}-wal`, `${VAULT_FILE_NAME}-shm`, `${VAULT_FILE_NAME}-journal`, VAULT_FILE_NAME];

/** Copies a backup's files into the staging folder and onto the disk. Nothing of the vault is touched. */
export async function stage(vaultFolder: string, backupFolder: string): Promise<string> {
  const staging = join(vaultFolder, STAGING_FOLDER_NAME);
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging, { mode: 0o700 });
  for (const name of [VAULT_FILE_NAME, HEADER_FILE_NAME]) {
    await copyFile(join(backupFolder, name), join(staging, name));
    const handle = await open(join(staging, name), 'r+');
    try {
      await handle.chmod(0o600);
      await handle.sync();
    } finally {
      await handle.close();
    }
  }
  flush(staging);
  return staging;
}

/**
 * Finishes a restore: sets the vault as it was aside and moves the staged one into place. Every step may have been done already, so a
 * computer that stops in the middle goes on from there when Cordon starts. A staging folder nobody noted was never decided on and goes.
 */
export function finishPuttingBack(vaultFolder: string): void {
  const staging = join(vaultFolder, STAGING_FOLDER_NAME);
  if (!existsSync(staging)) return;
  const note = readRestoreNote(vaultFolder);
  if (note !== null) {
    const aside = join(vaultFolder, SET_ASIDE_FOLDER_NAME, note.content.setAside);
    mkdirSync(aside, { recursive: true, mode: 0o700 });
    const replacesHeader = note.content.header === 'from-backup';
    for (const name of [HEADER_FILE_NAME, HEADER_COPY_NAME])
      if (!existsSync(join(aside, name)) && existsSync(join(vaultFolder, name))) copyFileSync(join(vaultFolder, name), join(aside, name));
    // While the staged database is here, whatever lies in its place is the old one; its log goes first, so that the two never meet.
    if (existsSync(join(staging, VAULT_FILE_NAME))) {
      for (const name of DATABASE_FILES) moveIfThere(join(vaultFolder, name), join(aside, name));
      flush(aside);
      if (replacesHeader) {
        rmSync(join(vaultFolder, HEADER_COPY_NAME), { force: true });
        copyFileSync(join(staging, HEADER_FILE_NAME), join(vaultFolder, HEADER_FILE_NAME));
        flushFile(join(vaultFolder, HEADER_FILE_NAME));
      }
      renameSync(join(staging, VAULT_FILE_NAME), join(vaultFolder, VAULT_FILE_NAME));
      flush(vaultFolder);
    }
  }
  rmSync(staging, { recursive: true, force: true });
}

function moveIfThere(from: string, to: string): void {
  if (existsSync(from)) renameSync(from, to);
}

function flushFile(path: string): void {
  const handle = openSync(path, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function flush(folder: string): void {
  // Windows cannot open a folder for flushing; its rename is durable by itself.
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
