import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { controlLimits } from './control-limits.ts';

const cells = fc.array(fc.oneof({ weight: 5, arbitrary: fc.integer({ min: -100_000, max: 100_000 }) }, fc.constant(null)), {
  maxLength: 40,
});

describe('control limits of an individuals chart', () => {
  it('are the mean plus and minus 2.66 mean moving ranges', () => {
    // Ranges 2, 4, 2, 4: their mean is 3, and 2.66 times that 7.98.
    expect(controlLimits([10, 12, 8, 10, 14])).toEqual({ mean: 10.8, upper: 18.78, lower: 2.8200000000000003, values: 5, outside: [] });
  });

  it('take no moving range across a gap, and are none where no two values stand side by side', () => {
    expect(controlLimits([10, null, 90, 92])).toMatchObject({ mean: 64, upper: 64 + 2.66 * 2 });
    expect(controlLimits([10, null, 90])).toBeNull();
    expect(controlLimits([])).toBeNull();
    expect(controlLimits([5])).toBeNull();
  });

  it('show no lower limit below nothing for what cannot be less than nothing', () => {
    expect(controlLimits([0, 4, 0, 4])?.lower).toBeNull();
    expect(controlLimits([0, 4, -1, 4])?.lower).toBeLessThan(0);
  });

  it('name the months that stand out', () => {
    expect(controlLimits([20, 21, 19, 20, 22, 20, 60, 21, 20, 19, 21, 20])?.outside).toEqual([6]);
  });

  it('lie about the mean, move with the values and grow with them', () => {
    fc.assert(
      fc.property(cells, fc.integer({ min: 1, max: 9 }), (values, by) => {
        const limits = controlLimits(values);
        if (limits === null) return;
        expect(limits.upper).toBeGreaterThanOrEqual(limits.mean);
        if (limits.lower !== null) expect(limits.lower).toBeLessThanOrEqual(limits.mean);
        const grown = controlLimits(values.map((value) => (value === null ? null : value * by)));
        expect(grown?.mean).toBeCloseTo(limits.mean * by, 4);
        expect(grown?.upper).toBeCloseTo(limits.upper * by, 4);
        const moved = controlLimits(values.map((value) => (value === null ? null : value + 1_000_000)));
        expect(moved?.upper).toBeCloseTo(limits.upper + 1_000_000, 4);
      }),
    );
  });
});
