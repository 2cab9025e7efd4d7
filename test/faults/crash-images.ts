import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** The watched file in which the traced process notes each step it was told is stored. It is no part of the vault. */
export const ACKNOWLEDGED = 'acknowledged-steps';

/** One thing that was done to a file, as the file layer traced it. */
export interface FileAct {
  readonly letter: 'C' | 'W' | 'T' | 'S' | 'R' | 'U';
  readonly name: string;
  readonly number: number;
  readonly bytes: Buffer;
}

/** Reads a trace; throws when it does not end with a whole act. */
export function readTrace(trace: Buffer): FileAct[] {
  const acts: FileAct[] = [];
  for (let at = 0; at < trace.length; ) {
    const letter = String.fromCharCode(trace.readUInt8(at)) as FileAct['letter'];
    const nameLength = Number(trace.readBigUInt64LE(at + 1));
    const name = trace.toString('utf8', at + 9, at + 9 + nameLength);
    const number = Number(trace.readBigUInt64LE(at + 9 + nameLength));
    const length = Number(trace.readBigUInt64LE(at + 17 + nameLength));
    const from = at + 25 + nameLength;
    if (!'CWTSRU'.includes(letter) || from + length > trace.length) throw new Error(`the trace is broken at byte ${at}`);
    acts.push({ letter, name, number, bytes: trace.subarray(from, from + length) });
    at = from + length;
  }
  return acts;
}

/**
 * What is on the disk when all ends at an act:
 * - `killed`: the process is killed before it; everything written before is there
 * - `torn`: the process is killed in the middle of it; half of what it writes is there
 * - `power-cut`: only what was flushed is there
 * - `some-survive`: what was flushed, and of the rest some sectors in no order, as a disk without power leaves them
 */
export type Ending = 'killed' | 'torn' | 'power-cut' | 'some-survive';

const SECTOR = 512;

interface StoredFile {
  now: Buffer;
  flushed: Buffer;
  /** What was done since the last flush. */
  unflushed: { readonly at: number; readonly bytes: Buffer | null }[];
}

/** Files as they change act by act, knowing what of them is flushed. */
export class WatchedDisk {
  #files = new Map<string, StoredFile>();
  /** The names that a power cut leaves: a new, renamed or removed one counts once its file or the folder is flushed. */
  #flushedNames = new Map<string, StoredFile>();

  /** `start` is what the folder held, flushed, when the trace began. */
  constructor(start: ReadonlyMap<string, Buffer>) {
    for (const [name, bytes] of start) {
      const file = { now: bytes, flushed: bytes, unflushed: [] };
      this.#files.set(name, file);
      this.#flushedNames.set(name, file);
    }
  }

  apply(act: FileAct): void {
    if (act.letter === 'S' && act.name === '.') {
      this.#flushedNames = new Map(this.#files);
      return;
    }
    if (act.letter === 'R') {
      const file = this.#files.get(act.name);
      if (file === undefined) throw new Error(`${act.name} was renamed and never made`);
      this.#files.delete(act.name);
      this.#files.set(act.bytes.toString('utf8'), file);
      return;
    }
    if (act.letter === 'U') {
      this.#files.delete(act.name);
      return;
    }
    const file = this.#files.get(act.name) ?? { now: Buffer.alloc(0), flushed: Buffer.alloc(0), unflushed: [] };
    this.#files.set(act.name, file);
    if (act.letter === 'S') {
      file.flushed = file.now;
      file.unflushed = [];
      this.#flushedNames.set(act.name, file);
    } else if (act.letter !== 'C') {
      const change = { at: act.number, bytes: act.letter === 'W' ? act.bytes : null };
      file.now = changed(file.now, change);
      file.unflushed.push(change);
    }
  }

  /** The files as this ending at `act` leaves them, by name. */
  image(ending: Ending, act: FileAct, seed: number): CrashImage {
    const image = new Map<string, Buffer>();
    const torn = ending === 'torn' && act.letter === 'W' ? act : null;
    for (const [name, file] of ending === 'killed' || ending === 'torn' ? this.#files : this.#flushedNames) {
      let bytes = ending === 'power-cut' ? file.flushed : ending === 'some-survive' ? someSurvive(file, seed) : file.now;
      if (torn !== null && torn.name === name)
        bytes = changed(bytes, { at: torn.number, bytes: torn.bytes.subarray(0, torn.bytes.length >> 1) });
      image.set(name, bytes);
    }
    return image;
  }
}

export type CrashImage = ReadonlyMap<string, Buffer>;

/** Writes an image into the folder, instead of whatever was there. */
export function layImage(folder: string, image: CrashImage): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of image) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
}

/** The same for images that hold the same files. */
export function fingerprintOf(image: CrashImage): string {
  const hash = createHash('sha256');
  for (const [name, bytes] of [...image].sort(([a], [b]) => (a < b ? -1 : 1))) hash.update(`${name}\0${bytes.length}\0`).update(bytes);
  return hash.digest('hex');
}

function changed(before: Buffer, change: StoredFile['unflushed'][number]): Buffer {
  if (change.bytes === null) {
    const cut = Buffer.alloc(change.at);
    before.copy(cut, 0, 0, Math.min(before.length, change.at));
    return cut;
  }
  const after = Buffer.alloc(Math.max(before.length, change.at + change.bytes.length));
  before.copy(after);
  change.bytes.copy(after, change.at);
  return after;
}

/** Of every unflushed write each sector survives or not by the throw of a coin; a cut of the file does or does not. */
function someSurvive(file: StoredFile, seed: number): Buffer {
  const random = xoroshiro128plus(seed);
  const heads = (): boolean => (random.next() & 1) === 1;
  let bytes = file.flushed;
  for (const change of file.unflushed) {
    if (change.bytes === null) {
      if (heads()) bytes = changed(bytes, change);
      continue;
    }
    for (let from = 0; from < change.bytes.length; from += SECTOR) {
      if (heads()) bytes = changed(bytes, { at: change.at + from, bytes: change.bytes.subarray(from, from + SECTOR) });
    }
  }
  return bytes;
}
