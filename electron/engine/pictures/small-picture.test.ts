import jpeg from 'jpeg-js';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { dimensionsOf, smallPicture } from './small-picture.ts';

type Corner = 'red' | 'green' | 'blue' | 'white';
const COLOURS: Readonly<Record<Corner, readonly [number, number, number]>> = {
  red: [230, 20, 20],
  green: [20, 200, 20],
  blue: [20, 20, 230],
  white: [250, 250, 250],
};
/** A picture of four corners: red and green above, blue and white below. */
const [WIDTH, HEIGHT] = [320, 240];
function fourCorners(): Uint8Array {
  const data = new Uint8Array(WIDTH * HEIGHT * 4);
  for (let y = 0; y < HEIGHT; y += 1)
    for (let x = 0; x < WIDTH; x += 1) {
      const above = x < WIDTH / 2 ? COLOURS.red : COLOURS.green;
      const below = x < WIDTH / 2 ? COLOURS.blue : COLOURS.white;
      data.set([...(y < HEIGHT / 2 ? above : below), 255], (y * WIDTH + x) * 4);
    }
  return data;
}

/** The photograph a camera writes that was held so. */
function photograph(turn: number): Uint8Array {
  const picture = jpeg.encode({ width: WIDTH, height: HEIGHT, data: fourCorners() }, 95).data;
  const exif = Buffer.from(`45786966000049492a0008000000010012010300010000000${turn}00000000000000`, 'hex');
  const segment = Buffer.concat([Buffer.from([0xff, 0xe1, 0, exif.length + 2]), exif]);
  return new Uint8Array(Buffer.concat([picture.subarray(0, 2), segment, picture.subarray(2)]));
}

/** The corners of a small picture, row by row. */
function cornersOf(picture: Uint8Array | null): { readonly size: readonly number[]; readonly corners: readonly Corner[] } {
  const { width, height, data } = jpeg.decode(picture ?? new Uint8Array(), { useTArray: true });
  const nearest = (x: number, y: number): Corner => {
    const at = (Math.floor(y * height) * width + Math.floor(x * width)) * 4;
    const apart = (corner: Corner): number =>
      COLOURS[corner].reduce((sum, value, index) => sum + Math.abs(value - (data[at + index] ?? 0)), 0);
    return (Object.keys(COLOURS) as Corner[]).sort((a, b) => apart(a) - apart(b))[0] ?? 'white';
  };
  return { size: [width, height], corners: [nearest(0.25, 0.25), nearest(0.75, 0.25), nearest(0.25, 0.75), nearest(0.75, 0.75)] };
}

describe('the small picture of a photograph', () => {
  it.each([
    [1, [192, 144], ['red', 'green', 'blue', 'white']],
    [2, [192, 144], ['green', 'red', 'white', 'blue']],
    [3, [192, 144], ['white', 'blue', 'green', 'red']],
    [4, [192, 144], ['blue', 'white', 'red', 'green']],
    [5, [108, 144], ['red', 'blue', 'green', 'white']],
    [6, [108, 144], ['blue', 'red', 'white', 'green']],
    [7, [108, 144], ['white', 'green', 'blue', 'red']],
    [8, [108, 144], ['green', 'white', 'red', 'blue']],
  ])('stands as it was seen when the camera was held in way %i of EXIF', (turn, size, corners) => {
    expect(cornersOf(smallPicture(photograph(turn)))).toEqual({ size, corners });
  });

  it('shows what is transparent as white paper, and is never larger than the picture itself', () => {
    const png = new PNG({ width: 40, height: 30 });
    const { size, corners } = cornersOf(smallPicture(PNG.sync.write(png)));
    expect([size, new Set(corners)]).toEqual([[40, 30], new Set(['white'])]);
  });

  it('reads the size from the head alone, and nothing from what is no picture', () => {
    expect(dimensionsOf(photograph(6).subarray(0, 700))).toEqual({ type: 'jpeg', width: WIDTH, height: HEIGHT });
    expect(dimensionsOf(PNG.sync.write(new PNG({ width: 7, height: 9 })).subarray(0, 40))).toEqual({ type: 'png', width: 7, height: 9 });
    for (const other of ['', 'GIF89a', 'not a picture']) expect(dimensionsOf(new Uint8Array(Buffer.from(other)))).toBeNull();
  });
});
