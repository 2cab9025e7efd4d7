import type { Day, Instant } from '#shared/base/time.ts';

/** How often a backup is made by itself. */
export const BACKUP_PACES = ['daily', 'weekly', 'never'] as const;
export type BackupPace = (typeof BACKUP_PACES)[number];

/** Where backups go (empty for Cordon's own place beside the vault), how often, and how many days, weeks and months of them are kept. */
export interface BackupSettings {
  readonly folder: string;
  readonly pace: BackupPace;
  readonly daily: number;
  readonly weekly: number;
  readonly monthly: number;
}

/** One thing that was looked at in a backup; `fault` is empty when it is as it should be. */
export interface BackupCheck {
  readonly name: 'header' | 'bytes' | 'seals' | 'opens' | 'contents' | 'journal' | 'records' | 'papers' | 'manifest';
  readonly fault: string;
  readonly facts: Readonly<Record<string, number>>;
}

/** What reading a whole backup showed. */
export interface BackupProof {
  readonly whole: boolean;
  /** Every record and stored paper was compared with its own digest too. */
  readonly deep: boolean;
  readonly checks: readonly BackupCheck[];
  /** Journal entries in it. */
  readonly entries: number;
}

/** A backup as it is listed. */
export interface BackupListed {
  readonly id: string;
  readonly madeAt: Instant;
  readonly because: 'schedule' | 'by-hand';
  readonly bytes: number;
  /** Journal entries in it: what was done up to then. */
  readonly entries: number;
  /** `proved` when it was made; `earlier-key` for one from before the vault was given a new key; the others do not count. */
  readonly state: 'proved' | 'earlier-key' | 'altered' | 'damaged' | 'newer';
}

/** What the Backups page shows. */
export interface BackupsView {
  /** Where backups are kept, as a path; `own` while nobody chose a place, which is beside the vault on the same disk. */
  readonly place: { readonly path: string; readonly own: boolean; readonly there: boolean };
  readonly pace: BackupPace;
  readonly keeping: { readonly daily: number; readonly weekly: number; readonly monthly: number };
  /** Newest first. */
  readonly backups: readonly BackupListed[];
  readonly nextOn: Day | null;
  /** True while one is being made or proved. */
  readonly busy: boolean;
  /** Why the last try came to nothing, as a sentence; empty when it did not. */
  readonly trouble: string;
  readonly lastDrill: { readonly at: Instant; readonly backupId: string; readonly whole: boolean } | null;
  readonly damage: DamageFound | null;
  /** When every page of the vault was last read and found sealed; null when not since the vault was opened. */
  readonly lookedAt: Instant | null;
}

/** Damage that was found in a file of the vault. */
export interface DamageFound {
  readonly foundAt: Instant;
  /** Which file, in words. */
  readonly file: string;
  /** What of it, and what that touches, as sentences. */
  readonly says: readonly string[];
}

/** One journal entry that a backup does not have. Content-free, so that whoever looks after backups may see it. */
export interface LeftOut {
  readonly seq: number;
  readonly at: string;
  readonly actorName: string;
  readonly act: string;
}

/** What putting the vault back from a backup would mean, worked out without changing anything. */
export interface RestoreReport {
  readonly backup: BackupListed;
  readonly proof: BackupProof;
  /** What was done since and would have to be done again: the newest five hundred, newest first. */
  readonly leftOut: readonly LeftOut[];
  readonly leftOutCount: number;
  /** Entries known to have been written since that cannot be read any more. */
  readonly unreadable: number;
  /** Whether the people who can sign in stay those of today, or become those of the backup. */
  readonly people: 'as-today' | 'as-then';
}

/** A backup as the sign-in screen offers it, before any key is known. */
export interface BackupOffer {
  readonly place: string;
  readonly id: string;
  readonly madeAt: Instant;
  readonly bytes: number;
}
