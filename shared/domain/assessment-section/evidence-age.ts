import { type Day, day, daysBetween } from '#shared/base/time.ts';

/** Evidence older than this is said to be old where it is cited (duty 130). */
export const EVIDENCE_OLD_AFTER_DAYS = 365;

export type EvidenceAge = 'unknown' | 'current' | 'old';

/** How old a cited source is on a day: a source that gives no day cannot be judged. */
export function evidenceAge(asOf: string, on: Day): EvidenceAge {
  if (asOf === '') return 'unknown';
  return daysBetween(day(asOf), on) > EVIDENCE_OLD_AFTER_DAYS ? 'old' : 'current';
}
