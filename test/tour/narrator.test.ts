import { expect, test } from 'vitest';
import { narratorOn, wrapped } from './narrator.ts';

test('steps are numbered in order, and the one under way is known when something goes wrong', async () => {
  const printed: string[] = [];
  let pauses = 0;
  const tell = narratorOn(
    (line) => printed.push(line),
    async () => void (pauses += 1),
  );
  expect(tell.current()).toBe('');
  await tell.step('Cordon opens.');
  tell.detail('A detail.');
  await tell.step('The secretary signs in.');
  expect(printed).toEqual(['', ' 1. Cordon opens.', '    - A detail.', '', ' 2. The secretary signs in.']);
  expect(tell.current()).toBe('Step 2: The secretary signs in.');
  expect(pauses).toBe(2);
});

test('long sentences are broken between words and set in below their beginning', () => {
  const lines = wrapped('word '.repeat(60).trim(), '    - ');
  expect(lines.length).toBeGreaterThan(2);
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(100);
  expect(lines[1]).toMatch(/^ {6}word/);
  expect(wrapped('x'.repeat(200), '  ')).toEqual([`  ${'x'.repeat(200)}`]);
});
