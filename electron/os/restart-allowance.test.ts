import { describe, expect, it } from 'vitest';
import { restartAllowance } from './restart-allowance.ts';

describe('an engine that keeps stopping', () => {
  it('is started again at once, but the officer is asked when it stops too often in a short time', () => {
    const allowance = restartAllowance(3, 1000);
    expect([0, 100, 200].map((at) => allowance.take(at))).toEqual([true, true, true]);
    expect(allowance.take(900)).toBe(false);
  });

  it('is started again without asking when it stops rarely', () => {
    const allowance = restartAllowance(2, 1000);
    expect([0, 1000, 2000, 3000, 4000].map((at) => allowance.take(at))).toEqual([true, true, true, true, true]);
  });

  it('has its full allowance again when the officer says to try once more', () => {
    const allowance = restartAllowance(1, 1000);
    allowance.take(0);
    allowance.renew();
    expect(allowance.take(1)).toBe(true);
  });
});
