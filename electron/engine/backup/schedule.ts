import type { BackupPace } from '#shared/contracts/bridge/backups.ts';
import { addDays, type Day, dayOf, daysBetween, type Instant } from '#shared/base/time.ts';

/** A pause after one that failed, so that a drive that is not plugged in is not tried every minute. */
const MINUTES_BETWEEN_TRIES = 30;
const DAYS_OF_WEEK = 7;

/**
 * Whether a backup should be made now. A day's first hour counts like any other: a workstation that is only on in the morning is backed up
 * in the morning. A clock that was set back makes one due sooner, never later.
 */
export function isBackupDue(
  pace: BackupPace,
  last: { readonly madeAt: Instant | null; readonly triedAt: Instant | null },
  now: Instant,
): boolean {
  if (pace === 'never') return false;
  if (last.triedAt !== null && Math.abs(Date.parse(now) - Date.parse(last.triedAt)) < MINUTES_BETWEEN_TRIES * 60_000) return false;
  if (last.madeAt === null) return true;
  const days = daysBetween(dayOf(last.madeAt), dayOf(now));
  return days < 0 || days >= (pace === 'daily' ? 1 : DAYS_OF_WEEK);
}

/** The day the next one falls due, or null when none is made by itself. */
export function nextBackupOn(pace: BackupPace, madeAt: Instant | null, now: Instant): Day | null {
  if (pace === 'never') return null;
  if (madeAt === null) return dayOf(now);
  const due = addDays(dayOf(madeAt), pace === 'daily' ? 1 : DAYS_OF_WEEK);
  return due < dayOf(now) ? dayOf(now) : due;
}
