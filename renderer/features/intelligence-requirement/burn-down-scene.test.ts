import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Day, addDays } from '#shared/base/time.ts';
import type { BurnDownPoint } from '#shared/domain/intelligence-requirement/burn-down.ts';
import { burnDownScene } from './burn-down-scene.ts';

const FIRST = '2026-06-01' as Day;
const point = (days: number, unanswered: number, partly = 0): BurnDownPoint => ({
  on: addDays(FIRST, days),
  unanswered,
  partly,
  answered: 0,
  withdrawn: 0,
});

describe('the picture of open questions over time', () => {
  it('is not drawn from a single day', () => {
    expect(burnDownScene([point(0, 4)], 600, 200)).toBeNull();
    expect(burnDownScene([], 600, 200)).toBeNull();
  });

  it('stays inside its frame and names whole numbers only, whatever the figures', () => {
    const points = fc
      .array(fc.record({ gap: fc.integer({ min: 1, max: 60 }), unanswered: fc.nat(80), partly: fc.nat(80) }), {
        minLength: 2,
        maxLength: 30,
      })
      .map((list) => {
        let day = 0;
        return list.map(({ gap, unanswered, partly }) => {
          day += gap;
          return point(day, unanswered, partly);
        });
      });
    fc.assert(
      fc.property(points, (list) => {
        const scene = burnDownScene(list, 600, 200);
        if (scene === null) throw new Error('nothing was drawn');
        for (const path of [scene.unanswered, scene.partly, scene.open]) {
          const numbers = path.match(/-?\d+(\.\d+)?/g)?.map(Number) ?? [];
          expect(numbers.length).toBeGreaterThan(0);
          expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
          expect(Math.max(...numbers)).toBeLessThanOrEqual(600);
        }
        expect(scene.counts.every(({ count, y }) => Number.isInteger(count) && y >= 0 && y <= 200)).toBe(true);
        expect(scene.days.every(({ x }) => x >= scene.left && x <= scene.right)).toBe(true);
      }),
    );
  });
});
