import { describe, expect, it } from 'vitest';
import type { MatrixFactor } from '#shared/domain/scoring-matrix/scoring-matrix.schema.ts';
import { typedRange } from './typed-range.ts';

const factor = (to: number): MatrixFactor => ({
  key: 'physical',
  section: 'harm',
  name: 'Physical harm',
  help: '',
  levels: [
    { value: 0, meaning: 'None' },
    { value: to, meaning: 'Most' },
  ],
});
const typed = (text: string, to = 4) => {
  const range = typedRange(text, factor(to));
  return range.ok ? (range.range === null ? 'clear' : Object.values(range.range)) : 'unfit';
};

describe('what an analyst types into a cell', () => {
  it('is one certain score, a range with its middle, or low, likely and high', () => {
    expect(typed('3')).toEqual([3, 3, 3]);
    expect(typed('24')).toEqual([2, 3, 4]);
    expect(typed('2-4')).toEqual([2, 3, 4]);
    expect(typed('1 - 2')).toEqual([1, 1.5, 2]);
    expect(typed('234')).toEqual([2, 3, 4]);
    expect(typed('0/1/4')).toEqual([0, 1, 4]);
    expect(typed(' ')).toBe('clear');
  });

  it('is refused outside the scale, out of order, or when it is no figure', () => {
    for (const text of ['5', '43', '2 9', '1234', 'high', '2 3 4 5', '-1']) expect(typed(text)).toBe('unfit');
  });

  it('may be 10 on a scale that reaches it', () => {
    expect(typed('10', 10)).toEqual([10, 10, 10]);
    expect(typed('2 10', 10)).toEqual([2, 6, 10]);
    expect(typed('24', 10)).toBe('unfit');
  });
});
