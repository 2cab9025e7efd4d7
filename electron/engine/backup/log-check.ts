import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { PAGE_BYTES } from '../vault/page-size.ts';

const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
const FRAME_BYTES = FRAME_HEADER_BYTES + PAGE_BYTES;
const MAGIC = 0x377f0682;

export interface LogFault {
  /** `damaged`: commits after it are lost for certain. `last`: it may as well be a write that was cut off when the power went. */
  readonly kind: 'damaged' | 'last';
  /** Whole commits before it, which stand. */
  readonly standing: number;
  /** Commits after it that SQLite will leave out. */
  readonly lost: number;
}

/**
 * Looks through SQLite's write-ahead log for a place where its checksums break although more was written after it: SQLite takes such a
 * place for the end and silently leaves out every commit behind it. Null when the log ends as it should. Looked at before the vault is
 * opened, because opening folds the log into the file.
 */
export function faultOfLog(path: string): LogFault | null {
  if (!existsSync(path)) return null;
  const log = openSync(path, 'r');
  try {
    const header = Buffer.alloc(HEADER_BYTES);
    const there = readSync(log, header, 0, HEADER_BYTES, 0);
    if (there === 0) return null;
    const frames = framesOf(log);
    const magic = header.readUInt32BE(0);
    const bigEndian = (magic & 1) === 1;
    let sum: Sum = [0, 0];
    const headerHolds =
      there === HEADER_BYTES &&
      (magic & 0xffff_fffe) === MAGIC &&
      sameSum((sum = addTo(sum, header.subarray(0, 24), bigEndian)), header, 24);
    if (!headerHolds) {
      // A log that was begun and not flushed has no whole frame behind its header; one with commits in it had been flushed.
      const commits = frames.filter((frame) => frame.commit).length;
      // SQLite begins a log anew over one it has folded away: cut off in the middle of that, the file holds all of it and nothing is lost.
      return frames.length === 0 || isFoldedAway(log, frames, path.slice(0, -'-wal'.length))
        ? null
        : { kind: commits > 1 ? 'damaged' : 'last', standing: 0, lost: commits };
    }
    const salt = header.subarray(16, 24);
    const frame = Buffer.alloc(FRAME_BYTES);
    let standing = 0;
    let good = 0;
    for (; good < frames.length; good += 1) {
      readSync(log, frame, 0, FRAME_BYTES, HEADER_BYTES + good * FRAME_BYTES);
      if (!frame.subarray(8, 16).equals(salt)) break;
      const next = addTo(addTo(sum, frame.subarray(0, 8), bigEndian), frame.subarray(FRAME_HEADER_BYTES), bigEndian);
      if (!sameSum(next, frame, 16)) break;
      sum = next;
      if (frame.readUInt32BE(4) !== 0) standing += 1;
    }
    // Frames left from before the log was last begun anew carry neither half of the present salt.
    const after = frames
      .slice(good)
      .filter((one) => one.salt.subarray(0, 4).equals(salt.subarray(0, 4)) || one.salt.subarray(4).equals(salt.subarray(4)));
    if (after.length === 0) return null;
    const lost = after.filter((one) => one.commit).length;
    return { kind: lost > 1 ? 'damaged' : 'last', standing, lost };
  } finally {
    closeSync(log);
  }
}

interface FrameFront {
  readonly salt: Buffer;
  readonly commit: boolean;
  readonly page: number;
}

/** Whether the database holds every page just as the last commit of this log left it. Reads every page the log holds, so it is asked only of a log whose header does not hold. */
function isFoldedAway(log: number, frames: readonly FrameFront[], database: string): boolean {
  const salt = frames[0]?.salt;
  if (salt === undefined || !existsSync(database)) return false;
  const end = frames.findIndex((frame) => !frame.salt.equals(salt));
  const run = frames.slice(0, end === -1 ? frames.length : end);
  const committed = run.slice(0, run.map((frame) => frame.commit).lastIndexOf(true) + 1);
  const newest = new Map(committed.map((frame, index) => [frame.page, index]));
  const file = openSync(database, 'r');
  try {
    const [inLog, inFile] = [Buffer.alloc(PAGE_BYTES), Buffer.alloc(PAGE_BYTES)];
    return [...newest].every(([page, index]) => {
      readSync(log, inLog, 0, PAGE_BYTES, HEADER_BYTES + index * FRAME_BYTES + FRAME_HEADER_BYTES);
      return readSync(file, inFile, 0, PAGE_BYTES, (page - 1) * PAGE_BYTES) === PAGE_BYTES && inLog.equals(inFile);
    });
  } finally {
    closeSync(file);
  }
}

function framesOf(log: number): readonly FrameFront[] {
  const fronts: FrameFront[] = [];
  // A frame that is not there whole was being written when the process ended, and nobody was told it was stored.
  for (let at = HEADER_BYTES; at + FRAME_BYTES <= fstatSync(log).size; at += FRAME_BYTES) {
    const front = Buffer.alloc(FRAME_HEADER_BYTES);
    readSync(log, front, 0, FRAME_HEADER_BYTES, at);
    fronts.push({ salt: front.subarray(8, 16), commit: front.readUInt32BE(4) !== 0, page: front.readUInt32BE(0) });
  }
  return fronts;
}

type Sum = readonly [number, number];

/** SQLite's checksum over 32-bit words, carried on from frame to frame. */
function addTo([a, b]: Sum, bytes: Buffer, bigEndian: boolean): Sum {
  let [s0, s1] = [a, b];
  for (let at = 0; at < bytes.length; at += 8) {
    s0 = (s0 + (bigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)) + s1) >>> 0;
    s1 = (s1 + (bigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)) + s0) >>> 0;
  }
  return [s0, s1];
}

function sameSum([s0, s1]: Sum, bytes: Buffer, at: number): boolean {
  return bytes.readUInt32BE(at) === s0 && bytes.readUInt32BE(at + 4) === s1;
}
