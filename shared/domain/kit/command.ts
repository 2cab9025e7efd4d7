import type { z } from 'zod';
import type { Refusal, Result } from '#shared/base/result.ts';
import type { Instant } from '#shared/base/time.ts';
import type { RecordToWrite } from '#shared/contracts/record/record.ts';
import type { Actor } from '#shared/domain/access/access.ts';
import type { Bodies, Kind } from '#shared/domain/bodies.ts';
import type { Reading } from './reading.ts';

export type AnyRecordToWrite = { [K in Kind]: RecordToWrite<K, Bodies[K]> }[Kind];

/** One write a command asks for. `put` creates or replaces the record of that id; `erase` removes it (drafts; disposal). */
export type Change = { readonly put: AnyRecordToWrite } | { readonly erase: { readonly kind: Kind; readonly id: string } };

export interface CommandContext {
  readonly actor: Actor;
  readonly now: Instant;
  readonly newId: () => string;
  readonly reading: Reading;
}

export interface Decided<Out> {
  readonly changes: readonly Change[];
  /** The record the journal entry is about. */
  readonly subject: { readonly kind: Kind; readonly id: string };
  /** Content-free facts for the journal. */
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
  readonly out: Out;
}

/** What a person does. The engine parses `args`, asks `may`, then `decide`, then every changed noun's `check`, then writes all of it or nothing. */
export interface Command<Name extends string = string, Shape extends z.ZodType = z.ZodType, Out = unknown> {
  readonly name: Name;
  readonly args: Shape;
  /** False only for keeping unfinished typing, which is nobody's record yet. */
  readonly journalled: boolean;
  /** May this person do this at all? Asked before anything is said about what exists. */
  may(args: z.output<Shape>, context: CommandContext): Promise<Refusal | null> | Refusal | null;
  decide(args: z.output<Shape>, context: CommandContext): Promise<Result<Decided<Out>>> | Result<Decided<Out>>;
}

export function defineCommand<const Name extends string, Shape extends z.ZodType, Out>(
  command: Omit<Command<Name, Shape, Out>, 'journalled'> & { readonly journalled?: boolean },
): Command<Name, Shape, Out> {
  return { journalled: true, ...command };
}
