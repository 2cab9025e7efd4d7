import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Instant, isInstant } from '#shared/base/time.ts';
import { timeText } from '#shared/base/time-text.ts';
import { faultOfLog, type LogFault } from '../backup/log-check.ts';
import { SET_ASIDE_FOLDER_NAME } from '../backup/put-back.ts';
import { isMeant, readRestoreNote, type RestoreNote } from '../backup/restore-note.ts';
import { wipe } from '../vault/key-box.ts';
import { VAULT_FILE_NAME } from '../vault/open-vault.ts';
import type { UnlockedHeader } from '../vault/unlocked-header.ts';

/** The restore this vault has just been through and whose journal does not tell of it yet; null when there was none or its note is not genuine. */
export function restoreToTell(folder: string, unlocked: UnlockedHeader): RestoreNote | null {
  const note = readRestoreNote(folder);
  if (note === null || note.content.vaultId !== unlocked.vaultId) return null;
  const key = unlocked.backupKey();
  try {
    return isMeant(note, key) ? note.content : null;
  } finally {
    wipe(key);
  }
}

export function restoredFacts(note: RestoreNote, formerHead: number): Readonly<Record<string, string | number>> {
  return {
    backup: note.backup,
    madeAt: note.madeAt,
    restoredAt: note.at,
    by: note.by,
    reason: note.reason,
    leftOut: note.leftOut,
    formerHead,
    setAside: note.setAside,
    header: note.header,
  };
}

export function sayRestored(note: RestoreNote): string {
  const from = isInstant(note.madeAt) ? timeText(note.madeAt as Instant) : note.madeAt;
  return `This vault was put back from the backup of ${from}, as someone meant to: it is no roll-back behind your back. What was done after that is not in it; the vault as it was has been set aside and nothing of it was deleted.`;
}

/** A log that breaks off in the middle: looked at before the vault is opened, and kept aside, because opening folds it away. */
export function setDamagedLogAside(folder: string, at: Instant): LogFault | null {
  const log = join(folder, `${VAULT_FILE_NAME}-wal`);
  const fault = faultOfLog(log);
  if (fault === null || !existsSync(log)) return null;
  const aside = join(folder, SET_ASIDE_FOLDER_NAME, `${at.slice(0, 19).replace(/[-:]/g, '')}Z-log`);
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  copyFileSync(log, join(aside, `${VAULT_FILE_NAME}-wal`));
  return fault;
}

export function sayLogFault({ kind, lost }: LogFault): string {
  return kind === 'damaged'
    ? `The vault’s log (${VAULT_FILE_NAME}-wal) was damaged: ${lost} of the last changes could not be read and are missing. Everything before them is whole. A copy of the log was set aside. Compare with your notes what was done last, and tell the information security officer.`
    : `The last write to the vault before Cordon stopped was not whole and has been left out. If you saw it confirmed, the log (${VAULT_FILE_NAME}-wal) was damaged; a copy of it was set aside.`;
}
