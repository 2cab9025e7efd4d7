import { expect, test } from 'vitest';
import { Pace, somebodyWaits } from './pace.ts';

function settled(millisecondsEach: number): number {
  const pace = new Pace(8, 2, 400);
  for (let piece = 0; piece < 40; piece += 1) pace.took(pace.atOnce, pace.atOnce * millisecondsEach);
  return pace.atOnce;
}

test('bulk work settles at pieces that leave typing alone, whatever one row costs, and never below what is worth it', () => {
  somebodyWaits();
  for (const millisecondsEach of [0.05, 0.3, 2, 40]) {
    const atOnce = settled(millisecondsEach);
    expect(atOnce).toBeGreaterThanOrEqual(2);
    expect(atOnce).toBeLessThanOrEqual(400);
    if (atOnce > 2) expect(atOnce * millisecondsEach).toBeLessThan(12);
  }
});

test('one slow piece makes the next one small', () => {
  somebodyWaits();
  const pace = new Pace(100, 4, 200);
  pace.took(100, 90);
  expect(pace.atOnce).toBe(10);
});
