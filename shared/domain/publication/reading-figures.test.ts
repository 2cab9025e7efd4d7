import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentOf, type ReaderCounted, readingFigures } from './reading-figures.ts';

const anyReader = fc.record({
  id: fc.uuid(),
  read: fc.boolean(),
  joinedLater: fc.boolean(),
  unit: fc.constantFrom('Response', 'CID', 'No unit'),
  area: fc.constantFrom('East', 'West'),
  rankGroup: fc.constantFrom('Constables', 'Sergeants', 'Police staff'),
}) satisfies fc.Arbitrary<ReaderCounted>;

describe('how far something has been read', () => {
  it('says 100 per cent only when everybody has, and every way of counting adds up to the whole (duty 99)', () => {
    fc.assert(
      fc.property(fc.array(anyReader, { maxLength: 60 }), (readers) => {
        const figures = readingFigures(readers);
        expect(figures.read + figures.pending).toBe(figures.counted);
        expect(figures.counted + figures.joinedLater.counted).toBe(readers.length);
        expect(figures.percent === 100).toBe(figures.counted > 0 && figures.pending === 0);
        expect(figures.percent >= 0 && figures.percent <= 100).toBe(true);
        for (const shares of [figures.byArea, figures.byUnit, figures.byRankGroup]) {
          expect(shares.reduce((sum, share) => sum + share.counted, 0)).toBe(figures.counted);
          expect(shares.reduce((sum, share) => sum + share.read, 0)).toBe(figures.read);
          for (const share of shares) expect(share.percent).toBe(percentOf(share.read, share.counted));
        }
      }),
    );
  });

  it('is nothing of nobody, and 999 of 1,000 is not all', () => {
    expect(percentOf(0, 0)).toBe(0);
    expect(percentOf(999, 1000)).toBe(99);
  });
});
