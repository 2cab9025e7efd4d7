import { join } from 'node:path';
import { z } from 'zod';
import { readIfThere, replaceFile } from './atomic-file.ts';

export const TRIES_FILE_NAME = 'vault.tries.json';
const TRIES_FREE = 3;
const LONGEST_WAIT_SECONDS = 300;
const TIMES_KEPT = 100;

/** Wrong tries since the last right one. It never says whose: an unknown name and a wrong pass phrase look the same. */
export interface MissedTries {
  readonly count: number;
  /** Milliseconds since 1970, oldest first; the last hundred. */
  readonly times: readonly number[];
}

export const NO_TRIES: MissedTries = { count: 0, times: [] };
const triesShape = z.object({ count: z.int().min(0), times: z.array(z.number()) });

/** Seconds the given number of wrong tries in a row costs: 0, 0, 0, 2, 4, 8, ... 300. */
export function delayAfter(count: number): number {
  return count <= TRIES_FREE ? 0 : Math.min(LONGEST_WAIT_SECONDS, 2 ** Math.min(count - TRIES_FREE, 30));
}

/** Whole seconds until the next try is taken. A clock set back never makes the wait longer than it was. */
export function waitSeconds(tries: MissedTries, nowMs: number): number {
  const last = tries.times.at(-1);
  if (last === undefined) return 0;
  const delay = delayAfter(tries.count);
  return Math.ceil(Math.min(delay, Math.max(0, (last - nowMs) / 1000 + delay)));
}

export function withOneMore(tries: MissedTries, nowMs: number): MissedTries {
  return { count: tries.count + 1, times: [...tries.times, nowMs].slice(-TIMES_KEPT) };
}

// A full disk must not lock everyone out, nor let tries go uncounted: what cannot be written is remembered here.
const unwritten = new Map<string, MissedTries>();

/** Wrong tries of the vault in this folder; they survive a restart because they are in a file of their own beside the header. */
export function readTries(folder: string): MissedTries {
  const remembered = unwritten.get(folder);
  if (remembered !== undefined) return remembered;
  const text = readIfThere(join(folder, TRIES_FILE_NAME));
  if (text === null) return NO_TRIES;
  try {
    return triesShape.parse(JSON.parse(text));
  } catch {
    // A damaged count says nothing of what it was; treat it as the last free try.
    return { count: TRIES_FREE, times: [] };
  }
}

export function writeTries(folder: string, tries: MissedTries): void {
  try {
    replaceFile(join(folder, TRIES_FILE_NAME), `${JSON.stringify(tries)}\n`);
    unwritten.delete(folder);
  } catch {
    unwritten.set(folder, tries);
  }
}
