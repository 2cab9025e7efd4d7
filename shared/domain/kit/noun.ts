import type { z } from 'zod';
import type { Refusal } from '#shared/base/result.ts';
import type { Instant } from '#shared/base/time.ts';
import type { CordonRecord } from '#shared/contracts/record/record.ts';
import type { AccessClass, Actor } from '#shared/domain/access/access.ts';
import type { Reading } from './reading.ts';

/** What the machines need to know of a noun without knowing the noun. One per kind, listed in `registry.ts`. */
export interface Noun<Kind extends string = string, Body = unknown> {
  readonly kind: Kind;
  /** Version of the body's shape, raised when an older app could misread it. */
  readonly shape: number;
  readonly body: z.ZodType<Body>;
  readonly states: readonly string[];
  /** Keeps every earlier version readable (duty 34). False only for what is not yet a record, such as a draft. */
  readonly keepsVersions: boolean;
  /** Worked out from the record alone, so that a server can check it. */
  accessOf(record: WritableRecord<Kind, Body>): AccessClass;
  /**
   * Which steps in its life are allowed, whoever asks and by whatever path (command, import, replication).
   * `before` is null for a new record, `after` is null for an erased one; `reading` shows the state after the whole unit of work.
   */
  check(step: Step<Kind, Body>): Promise<readonly Refusal[]>;
  /** What full text search finds it by: the title weighs more than the text. Null keeps it out of search. */
  searchText(record: WritableRecord<Kind, Body>): { readonly title: string; readonly text: string } | null;
  /** How much a record of this kind counts against others in search; 1 when it is not said. */
  readonly searchWeight?: number;
}

export type WritableRecord<Kind extends string, Body> = Omit<
  CordonRecord<Kind, Body>,
  'rev' | 'shape' | 'access' | 'createdAt' | 'createdBy' | 'updatedAt' | 'updatedBy'
>;

export interface Step<Kind extends string, Body> {
  readonly before: CordonRecord<Kind, Body> | null;
  readonly after: WritableRecord<Kind, Body> | null;
  readonly actor: Actor;
  readonly now: Instant;
  readonly reading: Reading;
}

/** Declares a noun; only gives it its type. */
export function defineNoun<const Kind extends string, Body>(noun: Noun<Kind, Body>): Noun<Kind, Body> {
  return noun;
}
