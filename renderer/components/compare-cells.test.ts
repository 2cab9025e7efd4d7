import { expect, test } from 'vitest';
import { compareCells } from './compare-cells.ts';

test('references are in the order people count, and empty cells come last', () => {
  expect(['A10', '', 'A9', 'a2'].sort(compareCells)).toEqual(['a2', 'A9', 'A10', '']);
});

test('numbers are ordered by size, not as text', () => {
  expect([10, 9, 100].sort(compareCells)).toEqual([9, 10, 100]);
});

test('days in their stored form are ordered by time', () => {
  expect(['2026-11-03', '2025-12-31', ''].sort(compareCells)).toEqual(['2025-12-31', '2026-11-03', '']);
});
