export interface ControlLimits {
  readonly mean: number;
  readonly upper: number;
  /** Null where everything counted is at least nothing and the limit would lie below it. */
  readonly lower: number | null;
  /** From how many values; fewer than twelve make limits that are only provisional. */
  readonly values: number;
  /** Places of the values outside the limits. */
  readonly outside: readonly number[];
}

/** 3 / 1.128, where 1.128 is the expected range of two values of a normal distribution with a standard deviation of one. */
const RANGES_TO_LIMIT = 2.66;
/** Below this the limits are provisional. */
export const ENOUGH_FOR_LIMITS = 12;

/**
 * Mean and upper and lower control limits of an individuals chart (XmR): the mean, plus and minus 2.66 times the mean moving range.
 * Source: D. J. Wheeler and D. S. Chambers, Understanding Statistical Process Control (SPC Press); used alike in NHS England's Making Data Count.
 * Moving ranges are taken between neighbours only, never across a gap. Null where no two values stand side by side.
 */
export function controlLimits(values: readonly (number | null)[]): ControlLimits | null {
  const present = values.filter((value) => value !== null);
  const ranges = values.flatMap((value, index) => {
    const previous = values[index - 1];
    return index === 0 || value === null || previous === null || previous === undefined ? [] : [Math.abs(value - previous)];
  });
  if (ranges.length === 0) return null;
  const mean = meanOf(present);
  const reach = RANGES_TO_LIMIT * meanOf(ranges);
  const upper = mean + reach;
  const lower = mean - reach < 0 && present.every((value) => value >= 0) ? null : mean - reach;
  const outside = values.flatMap((value, index) => (value !== null && (value > upper || (lower !== null && value < lower)) ? [index] : []));
  return { mean, upper, lower, values: present.length, outside };
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
