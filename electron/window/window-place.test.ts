import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { placeToOpenAt, rememberedPlace, rememberPlace, SMALLEST } from './window-place.ts';

const laptop = { x: 0, y: 0, width: 1366, height: 740 };
const wall = { x: 1366, y: 0, width: 3840, height: 2160 };
const place = { x: 1500, y: 100, width: 2000, height: 1200, maximised: false, zoom: 1.25, appearance: 'dark' } as const;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cordon-place-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the window', () => {
  it('comes back where it was on the wall screen', () => {
    expect(placeToOpenAt(place, [laptop, wall])).toEqual(place);
  });

  it('comes back on the laptop when the wall screen was unplugged, no larger than it', () => {
    const opened = placeToOpenAt(place, [laptop]);
    expect(opened).toMatchObject({ x: 0, y: 0, width: 1366, height: 740, zoom: 1.25, appearance: 'dark' });
  });

  it('fills a small screen at the first start and stands in the middle of a large one', () => {
    expect(placeToOpenAt(null, [laptop]).maximised).toBe(true);
    expect(placeToOpenAt(null, [wall])).toMatchObject({ x: 1366 + 1200, y: 630, width: 1440, height: 900, maximised: false });
  });

  it('can always be reached by the mouse and is never smaller than its contents need', () => {
    const coordinate = fc.integer({ min: -5000, max: 8000 });
    const size = fc.integer({ min: 1, max: 9000 });
    fc.assert(
      fc.property(
        fc.record({
          x: coordinate,
          y: coordinate,
          width: size,
          height: size,
          maximised: fc.boolean(),
          zoom: fc.constant(1),
          appearance: fc.constant('system' as const),
        }),
        (remembered) => {
          const opened = placeToOpenAt(remembered, [laptop, wall]);
          expect(opened.width).toBeGreaterThanOrEqual(SMALLEST.width);
          expect(opened.height).toBeGreaterThanOrEqual(SMALLEST.height);
          const reachable = [laptop, wall].some(
            (area) =>
              opened.x < area.x + area.width - 50 &&
              opened.x + opened.width > area.x + 50 &&
              opened.y >= area.y &&
              opened.y < area.y + area.height,
          );
          expect(reachable).toBe(true);
        },
      ),
    );
  });

  it('remembers its place from one start to the next, and nothing else', () => {
    const file = join(folder, 'window-place.json');
    rememberPlace(file, place);
    expect(rememberedPlace(file)).toEqual(place);
  });

  it('opens as usual when the remembered place is damaged', () => {
    const file = join(folder, 'window-place.json');
    for (const text of [
      '',
      '{',
      '[]',
      '{"x":1e99}',
      JSON.stringify({ ...place, zoom: 40 }),
      JSON.stringify({ ...place, x: 'left' }),
      JSON.stringify({ ...place, appearance: 'pink' }),
    ]) {
      writeFileSync(file, text);
      expect(rememberedPlace(file)).toBeNull();
    }
    expect(rememberedPlace(join(folder, 'nothing-here.json'))).toBeNull();
  });
});
