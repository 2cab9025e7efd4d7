import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { delayAfter, NO_TRIES, waitSeconds, withOneMore } from './back-off.ts';

describe('the wait after wrong tries', () => {
  test('grows from nothing to five minutes and no further', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 100, 100_000].map(delayAfter)).toEqual([
      0, 0, 0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300,
    ]);
  });

  test('runs out with time, and never exceeds what the number of tries costs whatever the clock says', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 2_000_000_000_000 }), { maxLength: 15 }),
        fc.integer({ min: 0, max: 2_000_000_000_000 }),
        (times, now) => {
          const tries = times.reduce(withOneMore, NO_TRIES);
          const wait = waitSeconds(tries, now);
          expect(wait).toBeGreaterThanOrEqual(0);
          expect(wait).toBeLessThanOrEqual(delayAfter(tries.count));
          expect(waitSeconds(tries, (times.at(-1) ?? 0) + 300_000)).toBe(0);
        },
      ),
    );
  });
});
