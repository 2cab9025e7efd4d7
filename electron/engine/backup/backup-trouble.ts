import { assertNever } from '#shared/base/assert-never.ts';

/** What can be wrong with making or reading a backup that is no fault of ours. */
export type BackupTroubleKind =
  /** The drive or folder is not there: unplugged, or another drive letter. */
  | 'place-absent'
  | 'place-full'
  | 'place-read-only'
  /** It went away or failed in the middle. */
  | 'place-failed'
  /** The vault itself is damaged, so a copy of it would be. */
  | 'vault-damaged'
  /** What was written could not be read back as it should. */
  | 'not-proved'
  /** Locked, or stopped by hand. */
  | 'stopped';

/** Thrown when a backup could not be made or read. The message is a sentence for people; the vault is never changed on the way to it. */
export class BackupTrouble extends Error {
  readonly kind: BackupTroubleKind;

  constructor(kind: BackupTroubleKind, detail = '', cause?: unknown) {
    super(sentence(kind, detail), cause === undefined ? {} : { cause });
    this.name = 'BackupTrouble';
    this.kind = kind;
  }
}

function sentence(kind: BackupTroubleKind, detail: string): string {
  switch (kind) {
    case 'place-absent':
      return 'The backup drive is not there at the moment. The backup is made when it is plugged in again.';
    case 'place-full':
      return 'There is no room for another backup where backups are kept. The earlier ones are untouched. Free some space there or choose another place.';
    case 'place-read-only':
      return 'Nothing may be written where backups are kept. Choose another place, or take the write protection off.';
    case 'place-failed':
      return 'The backup drive failed or was taken out while the backup was being written. What was written of it does not count; the earlier ones are untouched.';
    case 'vault-damaged':
      return `The vault itself is damaged${detail === '' ? '' : ` (${detail})`}, so no backup was made of it and no earlier one was removed.`;
    case 'not-proved':
      return `The backup could not be proved and does not count: ${detail}`;
    case 'stopped':
      return 'The backup was stopped before it was whole. It does not count; the next one is made in its place.';
    default:
      return assertNever(kind);
  }
}

/** The trouble an error while writing or reading a backup stands for; errors that are bugs of ours come back unchanged. */
export function backupTroubleFrom(error: unknown): unknown {
  if (error instanceof BackupTrouble) return error;
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return new BackupTrouble('place-full', '', error);
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return new BackupTrouble('place-read-only', '', error);
    case 'EIO':
    case 'ENODEV':
    case 'ENXIO':
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ESTALE':
    case 'EBADF':
      return new BackupTrouble('place-failed', '', error);
    default:
      return error;
  }
}
