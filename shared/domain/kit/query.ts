import type { z } from 'zod';
import type { Refusal } from '#shared/base/result.ts';
import type { Instant } from '#shared/base/time.ts';
import type { Actor } from '#shared/domain/access/access.ts';
import type { Kind } from '#shared/domain/bodies.ts';
import type { Reading } from './reading.ts';

export interface QueryContext {
  readonly actor: Actor;
  readonly now: Instant;
  /** Shows only what the actor may read. */
  readonly reading: Reading;
}

/**
 * What a person looks up. `read` builds the view from the reading; the engine remembers what it read,
 * runs it again when any of that changes, and sends the window only the difference. A view is plain JSON;
 * rows carry an `id` so that differences stay small.
 */
export interface Query<Name extends string = string, Shape extends z.ZodType = z.ZodType, View = unknown> {
  readonly name: Name;
  readonly args: Shape;
  /** Runs again each minute too, because the view depends on the time. */
  readonly followsClock: boolean;
  may(args: z.output<Shape>, actor: Actor): Refusal | null;
  /** The record a person is shown by it: the engine journals `record.seen`, once a session and record. Null journals nothing. */
  seen(args: z.output<Shape>): { readonly kind: Kind; readonly id: string } | null;
  read(args: z.output<Shape>, context: QueryContext): Promise<View>;
}

export function defineQuery<const Name extends string, Shape extends z.ZodType, View>(
  query: Omit<Query<Name, Shape, View>, 'followsClock' | 'may' | 'seen'> &
    Partial<Pick<Query<Name, Shape, View>, 'followsClock' | 'may' | 'seen'>>,
): Query<Name, Shape, View> {
  return { followsClock: false, may: () => null, seen: () => null, ...query };
}
