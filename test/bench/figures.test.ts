import { expect, test } from 'vitest';
import { keystrokesToStored, median, milliseconds, percentile, rowOf, table } from './figures.ts';

test('median and percentiles are values that were measured', () => {
  expect(median([5, 1, 9])).toBe(5);
  expect(median([1, 2, 3, 100])).toBe(2);
  expect(
    percentile(
      [...Array(100).keys()].map((n) => n + 1),
      0.95,
    ),
  ).toBe(95);
  expect(percentile([7], 0.95)).toBe(7);
  expect(percentile([], 0.5)).toBeNaN();
});

test('a key counts as stored when the first text that holds its character is acknowledged, however it was sent', () => {
  const sendings = [
    { length: 1, storedAt: 30 },
    { length: 3, storedAt: 90 },
  ];
  expect(keystrokesToStored({ keys: [0, 20, 60], sendings })).toEqual({ values: [30, 70, 30], never: 0 });
});

test('a key that was never acknowledged is counted, not left out in silence', () => {
  expect(
    keystrokesToStored({
      keys: [0, 20],
      sendings: [
        { length: 1, storedAt: 5 },
        { length: 2, storedAt: Number.NaN },
      ],
    }),
  ).toEqual({
    values: [5],
    never: 1,
  });
});

test('a row says whether its aim was reached, of the part of the figure the aim speaks of', () => {
  const values = [10, 10, 10, 200];
  expect(rowOf({ name: 'x', values, aim: { of: 'p50', ms: 50 } })[4]).toBe('p50 <= 50 ms: yes');
  expect(rowOf({ name: 'x', values, aim: { of: 'p95', ms: 50 } })[4]).toBe('p95 <= 50 ms: NO');
  expect(rowOf({ name: 'x', values, against: { name: 'raw', values: [4] } }).slice(5)).toEqual(['raw 4.0 ms', '2.5x']);
});

test('columns line up', () => {
  expect(
    table([
      ['', 'p50'],
      ['long name', '1,234 ms'],
      ['y', '7 ms'],
    ]),
  ).toEqual(['                p50', 'long name  1,234 ms', 'y              7 ms']);
  expect(milliseconds(1234.4)).toBe('1,234 ms');
});
