/** What a workbook's archive holds that is needed to read its cells, or why it cannot be read. */
export type Unpacked =
  | { readonly ok: true; readonly files: ReadonlyMap<string, Uint8Array> }
  | { readonly ok: false; readonly why: 'damaged' | 'too-large' };

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
const MOST_ENTRIES = 5000;
/** The archive's end may be followed by a comment of this length. */
const LONGEST_COMMENT = 65_535;

/** Parts that hold no cells and may be large: pictures, drawings, pivot caches. */
const isNeeded = (name: string): boolean =>
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/.*\.(?:xml|rels))$/i.test(name) &&
  !/^xl\/(?:media|drawings|charts|pivot|embeddings|externalLinks|comments|threadedComments|theme)/i.test(name);

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly at: number;
}

/**
 * Unpacks what is needed of a workbook and stops as soon as it comes to more than `mostBytes`, whatever its headers claim: a small
 * file can be made that unpacks to more than any memory holds.
 */
export async function unpackWorkbook(bytes: Uint8Array<ArrayBuffer>, mostBytes: number): Promise<Unpacked> {
  const entries = entriesOf(bytes);
  if (entries === null) return { ok: false, why: 'damaged' };
  const files = new Map<string, Uint8Array>();
  let left = mostBytes;
  for (const entry of entries) {
    if (!isNeeded(entry.name)) continue;
    const packed = packedBytes(bytes, entry);
    if (packed === null) return { ok: false, why: 'damaged' };
    const unpacked = entry.method === STORED ? (packed.length > left ? 'too-large' : packed) : await inflate(packed, left);
    if (typeof unpacked === 'string') return { ok: false, why: unpacked };
    left -= unpacked.length;
    files.set(entry.name, unpacked);
  }
  return { ok: true, files };
}

function entriesOf(bytes: Uint8Array): readonly Entry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const first = Math.max(0, end - LONGEST_COMMENT);
  while (end >= first && view.getUint32(end, true) !== END) end -= 1;
  if (end < first || end < 0) return null;
  const count = view.getUint16(end + 10, true);
  if (count > MOST_ENTRIES) return null;
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let number = 0; number < count; number += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) return null;
    const isEncrypted = (view.getUint16(at + 8, true) & 1) === 1;
    const method = view.getUint16(at + 10, true);
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ];
    if (isEncrypted || at + 46 + nameLength > bytes.length) return null;
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/');
    entries.push({ name, method, packed: view.getUint32(at + 20, true), at: view.getUint32(at + 42, true) });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

function packedBytes(bytes: Uint8Array<ArrayBuffer>, { method, packed, at }: Entry): Uint8Array<ArrayBuffer> | null {
  if (method !== STORED && method !== DEFLATED) return null;
  if (at + 30 > bytes.length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(at, true) !== LOCAL) return null;
  const begins = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  return begins + packed > bytes.length ? null : bytes.subarray(begins, begins + packed);
}

async function inflate(packed: Uint8Array<ArrayBuffer>, mostBytes: number): Promise<Uint8Array | 'damaged' | 'too-large'> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      size += piece.value.length;
      if (size > mostBytes) {
        await reader.cancel();
        return 'too-large';
      }
      pieces.push(piece.value);
    }
  } catch {
    return 'damaged';
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** The files as an archive without compression: what reads the cells then needs no worker to unpack it, and unpacks nothing larger than it is. */
export function packStored(files: ReadonlyMap<string, Uint8Array>): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const [path, bytes] of files) {
    const name = encoder.encode(path);
    const local = header(30, [
      [0, LOCAL, 4],
      [4, 20, 2],
      [18, bytes.length, 4],
      [22, bytes.length, 4],
      [26, name.length, 2],
    ]);
    directory.push(
      header(46, [
        [0, ENTRY, 4],
        [4, 20, 2],
        [6, 20, 2],
        [20, bytes.length, 4],
        [24, bytes.length, 4],
        [28, name.length, 2],
        [42, at, 4],
      ]),
      name,
    );
    parts.push(local, name, bytes);
    at += local.length + name.length + bytes.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = header(22, [
    [0, END, 4],
    [8, files.size, 2],
    [10, files.size, 2],
    [12, size, 4],
    [16, at, 4],
  ]);
  const whole = new Uint8Array(at + size + end.length);
  let place = 0;
  for (const part of [...parts, ...directory, end]) {
    whole.set(part, place);
    place += part.length;
  }
  return whole;
}

function header(length: number, fields: readonly (readonly [at: number, value: number, width: 2 | 4])[]): Uint8Array {
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  for (const [at, value, width] of fields) {
    if (width === 4) view.setUint32(at, value, true);
    else view.setUint16(at, value, true);
  }
  return bytes;
}
