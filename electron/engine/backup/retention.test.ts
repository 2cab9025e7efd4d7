import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant, instantFromMs } from '#shared/base/time.ts';
import { type Kept, toRemove } from './retention.ts';
import { isBackupDue, nextBackupOn } from './schedule.ts';

const at = (text: string) => instant(`${text}:00.000Z`);
const KEEPING = { daily: 7, weekly: 4, monthly: 6 };
const DAY = 86_400_000;

describe('which backups are kept', () => {
  it('keeps the newest of each of seven days, four weeks and six months of a year of daily backups', () => {
    const first = Date.parse('2026-01-01T12:00:00.000Z');
    const backups = Array.from({ length: 365 }, (_unused, day) => ({
      id: `b${String(day).padStart(3, '0')}`,
      madeAt: instantFromMs(first + day * DAY),
      sound: true,
    }));
    const gone = new Set(toRemove(backups, KEEPING));
    const kept = backups.filter(({ id }) => !gone.has(id)).map(({ madeAt }) => madeAt.slice(0, 10));
    expect(kept).toEqual([
      '2026-07-31',
      '2026-08-31',
      '2026-09-30',
      '2026-10-31',
      '2026-11-30',
      '2026-12-13',
      '2026-12-20',
      ...['25', '26', '27', '28', '29', '30', '31'].map((day) => `2026-12-${day}`),
    ]);
  });

  it('never removes the newest sound one, nor anything at all while there is no sound one', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.record({
            id: fc.string({ minLength: 1, maxLength: 6 }),
            madeAt: fc
              .integer({ min: 0, max: 2 * 365 })
              .map((hours) => instantFromMs(Date.parse('2026-01-01T00:00:00.000Z') + hours * 43_000_000)),
            sound: fc.boolean(),
          }),
          { selector: ({ id }) => id, maxLength: 40 },
        ),
        fc.record({
          daily: fc.integer({ min: 0, max: 9 }),
          weekly: fc.integer({ min: 0, max: 9 }),
          monthly: fc.integer({ min: 0, max: 9 }),
        }),
        (backups: Kept[], keeping) => {
          const gone = new Set(toRemove(backups, keeping));
          const sound = backups.filter((one) => one.sound);
          if (sound.length === 0) {
            expect(gone.size).toBe(0);
            return;
          }
          const newest = sound.reduce((a, b) => (a.madeAt > b.madeAt || (a.madeAt === b.madeAt && a.id > b.id) ? a : b));
          expect(gone.has(newest.id)).toBe(false);
          // What is newer than the newest sound one is evidence of what went wrong, and stays.
          for (const one of backups) if (one.madeAt > newest.madeAt) expect(gone.has(one.id)).toBe(false);
        },
      ),
    );
  });

  it('lets a damaged backup stand for no day: the sound one of that day is kept beside it', () => {
    const backups: Kept[] = [
      { id: 'late-damaged', madeAt: at('2026-11-23T18:00'), sound: false },
      { id: 'early-sound', madeAt: at('2026-11-23T09:00'), sound: true },
      { id: 'today', madeAt: at('2026-11-24T09:00'), sound: true },
    ];
    expect(toRemove(backups, KEEPING)).toEqual(['late-damaged']);
  });
});

describe('when a backup falls due', () => {
  const never = { madeAt: null, triedAt: null };
  it('is at once when there is none, then once on each day or in each week', () => {
    expect(isBackupDue('daily', never, at('2026-11-24T14:05'))).toBe(true);
    const last = { madeAt: at('2026-11-24T14:05'), triedAt: at('2026-11-24T14:05') };
    expect(isBackupDue('daily', last, at('2026-11-24T23:00'))).toBe(false);
    expect(isBackupDue('daily', last, at('2026-11-25T06:00'))).toBe(true);
    expect(isBackupDue('weekly', last, at('2026-11-30T06:00'))).toBe(false);
    expect(isBackupDue('weekly', last, at('2026-12-01T06:00'))).toBe(true);
    expect(isBackupDue('never', never, at('2026-11-24T14:05'))).toBe(false);
    expect(nextBackupOn('weekly', last.madeAt, at('2026-11-25T06:00'))).toBe('2026-12-01');
    expect(nextBackupOn('daily', null, at('2026-11-25T06:00'))).toBe('2026-11-25');
  });
  it('waits half an hour after a try that failed, and is not put off by a clock that was set back', () => {
    const failed = { madeAt: null, triedAt: at('2026-11-24T14:05') };
    expect(isBackupDue('daily', failed, at('2026-11-24T14:34'))).toBe(false);
    expect(isBackupDue('daily', failed, at('2026-11-24T14:36'))).toBe(true);
    expect(isBackupDue('daily', { madeAt: at('2027-11-24T14:05'), triedAt: null }, at('2026-11-24T14:05'))).toBe(true);
  });
});
