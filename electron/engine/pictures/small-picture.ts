import jpeg from 'jpeg-js';
import { PNG } from 'pngjs';

/** The picture fits into this many pixels each way. */
export const PICTURE_WIDTH = 192;
export const PICTURE_HEIGHT = 144;
/** A picture of more pixels than this is not decoded: a few kilobytes can claim to be gigabytes. */
export const MOST_PIXELS = 25_000_000;
/** The larger decoder takes about as much for that many pixels. */
const MOST_DECODER_MEGABYTES = 512;
const QUALITY = 72;

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Four bytes a pixel: red, green, blue, how opaque. */
  readonly data: Uint8Array;
}

export interface Dimensions {
  readonly width: number;
  readonly height: number;
  readonly type: 'png' | 'jpeg';
}

/** What a PNG or JPEG says of its own size, from its head alone; null when it is neither. */
export function dimensionsOf(bytes: Uint8Array): Dimensions | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length >= 33 && view.getUint32(0) === 0x89504e47 && view.getUint32(4) === 0x0d0a1a0a && view.getUint32(12) === 0x49484452)
    return { type: 'png', width: view.getUint32(16), height: view.getUint32(20) };
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const mark = bytes[at + 1] ?? 0;
    // A start of frame, except the three marks among them that mean something else.
    if (mark >= 0xc0 && mark <= 0xcf && mark !== 0xc4 && mark !== 0xc8 && mark !== 0xcc)
      return { type: 'jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += mark === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}

/** A small JPEG of a PNG or JPEG, or null when it is none, is damaged or has too many pixels. Takes up to seconds: not for the engine's own thread. */
export function smallPicture(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const claimed = dimensionsOf(bytes);
  if (claimed === null || claimed.width === 0 || claimed.height === 0 || claimed.width * claimed.height > MOST_PIXELS) return null;
  try {
    const { pixels, turn } = claimed.type === 'png' ? { pixels: fromPng(bytes), turn: UPRIGHT } : fromJpeg(bytes);
    return new Uint8Array(jpeg.encode(turned(shrunk(pixels, turn >= FIRST_SIDEWAYS), turn), QUALITY).data);
  } catch {
    return null;
  }
}

function fromJpeg(bytes: Uint8Array): { readonly pixels: Pixels; readonly turn: number } {
  const pixels = jpeg.decode(bytes, {
    useTArray: true,
    maxResolutionInMP: MOST_PIXELS / 1_000_000,
    maxMemoryUsageInMB: MOST_DECODER_MEGABYTES,
    tolerantDecoding: false,
  });
  // The package's types leave out what it read for this.
  const { exifBuffer } = pixels as { readonly exifBuffer?: Uint8Array };
  return { pixels, turn: exifBuffer === undefined ? UPRIGHT : turnOf(exifBuffer) };
}

/** The ways EXIF numbers a camera can be held, from upright to on its side. */
const UPRIGHT = 1;
const FIRST_SIDEWAYS = 5;
const LAST_TURN = 8;
const TURN_TAG = 0x0112;

/** How the camera was held, from the first directory of a photograph's EXIF; upright where that does not say. */
function turnOf(exif: Uint8Array): number {
  const start = exif.findIndex((byte, at) => (byte === 0x49 || byte === 0x4d) && exif[at + 1] === byte);
  if (start < 0) return UPRIGHT;
  const view = new DataView(exif.buffer, exif.byteOffset + start, exif.byteLength - start);
  const little = exif[start] === 0x49;
  try {
    const directory = view.getUint32(4, little);
    for (let entry = 0; entry < view.getUint16(directory, little); entry += 1) {
      const at = directory + 2 + entry * 12;
      if (view.getUint16(at, little) !== TURN_TAG) continue;
      const turn = view.getUint16(at + 8, little);
      return turn >= UPRIGHT && turn <= LAST_TURN ? turn : UPRIGHT;
    }
  } catch {
    // Cut off or nonsense: the picture is shown as it lies.
  }
  return UPRIGHT;
}

/** The picture as it was seen. */
function turned({ width, height, data }: Pixels, turn: number): Pixels {
  const sideways = turn >= FIRST_SIDEWAYS;
  const [wide, high] = sideways ? [height, width] : [width, height];
  const fromRight = turn === 2 || turn === 3 || turn === 7 || turn === 8;
  const fromBottom = turn === 3 || turn === 4 || turn === 6 || turn === 7;
  const seen = new Uint8Array(data.length);
  for (let y = 0; y < high; y += 1)
    for (let x = 0; x < wide; x += 1) {
      const [column, row] = sideways ? [y, x] : [x, y];
      const from = ((fromBottom ? height - 1 - row : row) * width + (fromRight ? width - 1 - column : column)) * 4;
      seen.set(data.subarray(from, from + 4), (y * wide + x) * 4);
    }
  return { width: wide, height: high, data: seen };
}

function fromPng(bytes: Uint8Array): Pixels {
  return PNG.sync.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}

/** The average of the pixels each small one stands for, over white paper. */
function shrunk({ width, height, data }: Pixels, sideways: boolean): Pixels {
  const [mostWide, mostHigh] = sideways ? [PICTURE_HEIGHT, PICTURE_WIDTH] : [PICTURE_WIDTH, PICTURE_HEIGHT];
  const scale = Math.min(1, mostWide / width, mostHigh / height);
  const [wide, high] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
  const small = new Uint8Array(wide * high * 4);
  for (let y = 0; y < high; y += 1) {
    const [top, bottom] = [
      Math.floor((y * height) / high),
      Math.max(Math.floor((y * height) / high) + 1, Math.floor(((y + 1) * height) / high)),
    ];
    for (let x = 0; x < wide; x += 1) {
      const [left, right] = [
        Math.floor((x * width) / wide),
        Math.max(Math.floor((x * width) / wide) + 1, Math.floor(((x + 1) * width) / wide)),
      ];
      const sums = [0, 0, 0];
      for (let row = top; row < bottom; row += 1)
        for (let column = left; column < right; column += 1) {
          const at = (row * width + column) * 4;
          const opaque = (data[at + 3] ?? 255) / 255;
          for (let colour = 0; colour < 3; colour += 1)
            sums[colour] = (sums[colour] ?? 0) + (data[at + colour] ?? 0) * opaque + 255 * (1 - opaque);
        }
      const count = (bottom - top) * (right - left);
      const to = (y * wide + x) * 4;
      for (let colour = 0; colour < 3; colour += 1) small[to + colour] = Math.round((sums[colour] ?? 0) / count);
      small[to + 3] = 255;
    }
  }
  return { width: wide, height: high, data: small };
}
