import { closeSync, openSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Result, ok, refused } from '#shared/base/result.ts';
import type { Instant } from '#shared/base/time.ts';
import { backupBook } from '#shared/contracts/bridge/backup-refusals.ts';
import { wipe } from '../vault/key-box.ts';
import { VAULT_FILE_NAME } from '../vault/open-vault.ts';
import type { UnlockedHeader } from '../vault/unlocked-header.ts';
import type { FoundBackup } from './backup-place.ts';
import { BackupTrouble, backupTroubleFrom } from './backup-trouble.ts';
import { sealsOf } from './page-seals.ts';
import { stage } from './put-back.ts';
import { readPages } from './read-pages.ts';
import { writeRestoreNote } from './restore-note.ts';

export interface RestoreToPrepare {
  readonly folder: string;
  readonly backup: FoundBackup;
  readonly unlocked: UnlockedHeader;
  readonly rawKeyHex: string;
  readonly by: string;
  readonly reason: string;
  readonly at: Instant;
  readonly leftOut: number;
  readonly header: 'kept' | 'from-backup';
  readonly progress: (done: number, total: number, says: string) => void;
}

/**
 * Brings the backup beside the vault, reads back every page of it there, and notes that it is to take the vault's place. Until the note
 * is written nothing has been decided; from then on `finishPuttingBack` does it, if need be after a restart.
 */
export async function prepareRestore(parts: RestoreToPrepare): Promise<Result<null>> {
  const { backup, folder, unlocked } = parts;
  const { content } = backup.manifest;
  let staging = '';
  try {
    parts.progress(0, 0, 'Bringing the backup to this workstation');
    staging = await stage(folder, backup.folder);
    const handle = openSync(join(staging, VAULT_FILE_NAME), 'r');
    const seals = sealsOf(parts.rawKeyHex, handle);
    try {
      const wanted = content.files.find(({ name }) => name === VAULT_FILE_NAME);
      const read = await readPages({
        handle,
        bytes: wanted?.bytes ?? 0,
        seals,
        progress: (done, total) => parts.progress(done, total, 'Reading it back'),
        signal: new AbortController().signal,
      });
      if (read.unsealed.length > 0 || read.sha256 !== wanted?.sha256)
        throw new BackupTrouble('not-proved', 'what was copied to this workstation is not what the backup holds.');
    } finally {
      seals.wipe();
      closeSync(handle);
    }
  } catch (error) {
    if (staging !== '') await rm(staging, { recursive: true, force: true });
    const trouble = backupTroubleFrom(error);
    if (!(trouble instanceof BackupTrouble)) throw error;
    return refused(backupBook.say('backup/not-whole', { facts: { says: trouble.message } }));
  }
  const key = unlocked.backupKey();
  try {
    writeRestoreNote(folder, key, {
      format: 1,
      vaultId: unlocked.vaultId,
      backup: backup.id,
      madeAt: content.madeAt,
      journal: content.journal,
      at: parts.at,
      by: parts.by,
      reason: parts.reason,
      setAside: `${parts.at.slice(0, 19).replace(/[-:]/g, '')}Z`,
      header: parts.header,
      leftOut: parts.leftOut,
    });
  } finally {
    wipe(key);
  }
  return ok(null);
}
