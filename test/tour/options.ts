import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** How fast the tour goes: between two keys, and after each step so that it can be read. */
export interface Pace {
  readonly perKeyMs: number;
  readonly perStepMs: number;
}

export const PACES = {
  quick: { perKeyMs: 0, perStepMs: 0 },
  steady: { perKeyMs: 12, perStepMs: 1500 },
  slow: { perKeyMs: 45, perStepMs: 4000 },
} as const satisfies Readonly<Record<string, Pace>>;

export interface TourOptions {
  readonly pace: Pace;
  /** The folder everything is left in. */
  readonly into: string;
}

export const USAGE = `npm run tour -- [--pace quick|steady|slow] [--into <folder>]
  --pace   how fast it goes; steady where there is a display to watch, else quick
  --into   where the minutes, the sealed file and the screenshots are left; tour-output when left out`;

/** Reads what was typed after `npm run tour --`; a sentence when it cannot be understood. */
export function readOptions(
  typed: readonly string[],
  here: { readonly folder: string; readonly watched: boolean },
): { readonly ok: true; readonly options: TourOptions } | { readonly ok: false; readonly says: string } {
  let values: { readonly pace?: string; readonly into?: string };
  try {
    values = parseArgs({ args: [...typed], options: { pace: { type: 'string' }, into: { type: 'string' } } }).values;
  } catch (error) {
    return { ok: false, says: error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error) };
  }
  const pace = values.pace ?? (here.watched ? 'steady' : 'quick');
  if (!isPace(pace)) return { ok: false, says: `There is no pace called ${pace}` };
  return { ok: true, options: { pace: PACES[pace], into: resolve(here.folder, values.into ?? 'tour-output') } };
}

function isPace(name: string): name is keyof typeof PACES {
  return Object.hasOwn(PACES, name);
}
