import { z } from 'zod';
import type { Delta } from 'jsondiffpatch';
import type { Result } from '#shared/base/result.ts';

/** Raised when window and engine could misunderstand each other. */
export const BRIDGE_VERSION = 1;

const requestNumber = z.int().min(1).max(Number.MAX_SAFE_INTEGER);

/** Window to engine, over the one MessagePort. Anything else is answered with the refusal `bridge/malformed`. */
export const toEngineShape = z.discriminatedUnion('t', [
  z.strictObject({ t: z.literal('hello'), n: requestNumber, version: z.int() }),
  z.strictObject({ t: z.literal('command'), n: requestNumber, name: z.string().max(80), args: z.unknown() }),
  z.strictObject({ t: z.literal('ask'), n: requestNumber, name: z.string().max(80), args: z.unknown() }),
  z.strictObject({ t: z.literal('watch'), n: requestNumber, name: z.string().max(80), args: z.unknown() }),
  z.strictObject({ t: z.literal('unwatch'), n: requestNumber }),
  /** The person no longer wants what was asked under this number; it is answered all the same. */
  z.strictObject({ t: z.literal('cancel'), n: requestNumber }),
]);
export type ToEngine = z.output<typeof toEngineShape>;

/** Engine to window. `n` is the number of the request it answers; 0 when there is none to name. */
export type FromEngine =
  | { readonly t: 'answer'; readonly n: number; readonly result: Result<unknown> }
  | { readonly t: 'progress'; readonly n: number; readonly done: number; readonly total: number; readonly says: string }
  /** The whole view; sent first and whenever a difference would be larger. */
  | { readonly t: 'view'; readonly n: number; readonly view: unknown }
  /** A jsondiffpatch delta on the last view sent (rows matched by `id`). */
  | { readonly t: 'delta'; readonly n: number; readonly delta: Delta }
  /** The watch ended: not allowed, or no longer. */
  | { readonly t: 'view-refused'; readonly n: number; readonly result: Result<never> }
  | { readonly t: 'session'; readonly state: 'locked' | 'open'; readonly why: string };
