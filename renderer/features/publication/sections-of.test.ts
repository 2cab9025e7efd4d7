import { expect, test } from 'vitest';
import { sectionsOf } from './sections-of.ts';

const part = (id: string, level: 1 | 2 | 3, heading: string) => ({ id, level, heading, text: `text of ${id}` });

test('a publication reads as documents with priorities in them and what is said of each, and loses no part', () => {
  const parts = [
    part('0', 1, ''),
    part('1', 1, 'Strategy'),
    part('2', 3, 'Direction'),
    part('3', 2, 'CS1'),
    part('4', 3, 'Prevention'),
    part('5', 1, 'Requirement'),
    part('6', 2, 'SIR-1'),
  ];
  const { opening, documents } = sectionsOf(parts);
  expect(opening).toBe('text of 0');
  expect(
    documents.map((one) => [
      one.heading,
      one.rows.map((row) => row.id),
      one.blocks.map((block) => [block.heading, block.rows.map((row) => row.id)]),
    ]),
  ).toEqual([
    ['Strategy', ['2'], [['CS1', ['4']]]],
    ['Requirement', [], [['SIR-1', []]]],
  ]);
});
