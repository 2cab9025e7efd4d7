import { dayOf, type Instant, daysBetween } from '#shared/base/time.ts';
import type { BackupPace, BackupsView } from '#shared/contracts/bridge/backups.ts';

/** What whoever looks after backups must know before anything else; `days` since the newest proved backup. */
export type BackupConcern =
  | { readonly what: 'damaged' }
  | { readonly what: 'none'; readonly trouble: string }
  | { readonly what: 'old'; readonly days: number; readonly trouble: string };

/** A backup that is missed once is a drive left at home; from these many days on it is a workstation without one. */
const OLD_AFTER_DAYS: Readonly<Record<BackupPace, number>> = { daily: 3, weekly: 15, never: 31 };

/**
 * Whether the backups of the workstation need someone now: the vault is damaged, the newest proved backup is old for the pace that was
 * chosen, or there is none though one was tried (duties 32, 34); null when all is well.
 */
export function backupConcern(view: Pick<BackupsView, 'backups' | 'damage' | 'pace' | 'trouble'>, now: Instant): BackupConcern | null {
  if (view.damage !== null) return { what: 'damaged' };
  const newest = view.backups
    .filter(({ state }) => state === 'proved')
    .map(({ madeAt }) => madeAt)
    .toSorted()
    .at(-1);
  if (newest === undefined) return view.trouble === '' && view.pace !== 'never' ? null : { what: 'none', trouble: view.trouble };
  const days = daysBetween(dayOf(newest), dayOf(now));
  return days < OLD_AFTER_DAYS[view.pace] ? null : { what: 'old', days, trouble: view.trouble };
}
