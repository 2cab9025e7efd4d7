import { expect, test } from 'vitest';
import { Pace } from './pace.ts';

test('bulk work settles at pieces that leave typing alone, whatever one row costs, and never below what is worth it', () => {
  for (const millisecondsEach of [0.05, 0.3, 2, 40]) {
    const pace = new Pace(8, 2, 200);
    for (let piece = 0; piece < 40; piece += 1) pace.took(pace.atOnce, pace.atOnce * millisecondsEach);
    expect(pace.atOnce).toBeGreaterThanOrEqual(2);
    expect(pace.atOnce).toBeLessThanOrEqual(200);
    if (pace.atOnce > 2) expect(pace.atOnce * millisecondsEach).toBeLessThan(10);
  }
});

test('one slow piece makes the next one small', () => {
  const pace = new Pace(100, 4, 200);
  pace.took(100, 70);
  expect(pace.atOnce).toBe(10);
});
