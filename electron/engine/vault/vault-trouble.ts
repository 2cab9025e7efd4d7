import { assertNever } from '#shared/base/assert-never.ts';

/** What can be wrong with a vault that no person's choice can be blamed for. */
export type VaultTroubleKind =
  /** The file does not open with this key: another vault's key, or a damaged first page. */
  | 'wrong-key'
  /** The file is shorter than it says it is. */
  | 'cut-short'
  /** A page does not carry its seal. */
  | 'damaged'
  /** Written by a newer Cordon. */
  | 'newer'
  /** The file is not there. */
  | 'missing'
  /** There is a vault where a new one should have been made. */
  | 'in-the-way'
  /** Another process has it open. */
  | 'in-use'
  /** The disk has no room. */
  | 'disk-full'
  /** The disk refused to read or write. */
  | 'disk-failed'
  /** The file or its folder may not be written. */
  | 'read-only'
  /** A key that is not 64 hexadecimal digits: SQLCipher would take it for a pass phrase. */
  | 'bad-key'
  /** The key header is damaged and so is its previous copy. */
  | 'header-damaged'
  /** The vault was closed. */
  | 'closed';

/**
 * Thrown when the vault cannot do what it was asked. The message is a sentence for people and holds no content,
 * no key and no path. Nothing is ever deleted on the way to it.
 */
export class VaultTrouble extends Error {
  readonly kind: VaultTroubleKind;

  constructor(kind: VaultTroubleKind, cause?: unknown) {
    super(sentence(kind), cause === undefined ? {} : { cause });
    this.name = 'VaultTrouble';
    this.kind = kind;
  }
}

function sentence(kind: VaultTroubleKind): string {
  switch (kind) {
    case 'wrong-key':
      return 'The vault file does not open with this key. It belongs to another vault, or its first page is damaged. Nothing has been changed.';
    case 'cut-short':
      return 'The vault file is shorter than it should be: part of it is missing. Nothing has been changed. Restore it from the last backup.';
    case 'damaged':
      return 'Part of the vault file is damaged: a page does not carry its seal. Nothing has been changed. Restore it from the last backup.';
    case 'newer':
      return 'This vault was written by a newer version of Cordon. Nothing has been changed. Install that version on this workstation to open it.';
    case 'missing':
      return 'The vault file is not where it should be. Put it back or restore it from the last backup.';
    case 'in-the-way':
      return 'There is already a vault in this folder. It has not been touched.';
    case 'in-use':
      return 'The vault is open in another copy of Cordon on this workstation. Close that one first.';
    case 'disk-full':
      return 'The disk is full, so this could not be stored. Nothing of it has been written. Make room and try again.';
    case 'disk-failed':
      return 'The disk refused to read or write the vault. Nothing of this step has been written. Check the disk and try again.';
    case 'read-only':
      return 'The vault file may not be written by this user. Nothing has been changed.';
    case 'bad-key':
      return 'The key of the vault must be 64 hexadecimal digits.';
    case 'header-damaged':
      return 'The key header of the vault is damaged, and so is its previous copy. Nothing has been changed. Restore it from the last backup.';
    case 'closed':
      return 'The vault has been closed.';
    default:
      return assertNever(kind);
  }
}

const KIND_BY_SQLITE_CODE: readonly (readonly [RegExp, VaultTroubleKind])[] = [
  [/^SQLITE_FULL/, 'disk-full'],
  [/^SQLITE_(IOERR|CANTOPEN|PROTOCOL)/, 'disk-failed'],
  [/^SQLITE_(NOTADB)/, 'wrong-key'],
  [/^SQLITE_CORRUPT/, 'damaged'],
  [/^SQLITE_(BUSY|LOCKED)/, 'in-use'],
  [/^SQLITE_(READONLY|PERM|AUTH)/, 'read-only'],
];

/** The trouble a driver's error stands for; errors that are bugs of ours come back unchanged. */
export function troubleFrom(error: unknown): unknown {
  if (error instanceof VaultTrouble) return error;
  const code = codeOf(error);
  const known = KIND_BY_SQLITE_CODE.find(([pattern]) => pattern.test(code));
  if (known !== undefined) return new VaultTrouble(known[1], error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return new VaultTrouble('disk-full', error);
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return new VaultTrouble('read-only', error);
  if (code === 'EIO' || code === 'EISDIR' || code === 'ENOTDIR') return new VaultTrouble('disk-failed', error);
  return error;
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}
