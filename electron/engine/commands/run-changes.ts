import type { Result } from '#shared/base/result.ts';
import type { Actor } from '#shared/domain/access/access.ts';
import type { Kind } from '#shared/domain/bodies.ts';
import type { Change } from '#shared/domain/kit/command.ts';

/** A file to freeze with the record that speaks of it (which keeps its name and type); stored in chunks. */
export interface FileToStore {
  readonly id: string;
  readonly bytes: Uint8Array;
  /** The record it belongs to, which must be among the changes: the file carries its access class. */
  readonly ofId: string;
}

/** Prepared changes of an ask, written with their journal entry as one unit after the same checks a command goes through. */
export interface ChangesToRun {
  /** The journal's name for it, `minutes.signed`. */
  readonly act: string;
  readonly actor: Actor;
  readonly changes: readonly Change[];
  readonly files?: readonly FileToStore[];
  readonly subject: { readonly kind: Kind; readonly id: string } | null;
  /** Content-free facts for the journal. */
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
}

export interface Written {
  /** The journal entry's number; 0 when nothing was journalled. */
  readonly seq: number;
}

/** Checks and writes prepared changes, all or nothing, in the one queue of commands. */
export type RunChanges = (unit: ChangesToRun) => Promise<Result<Written>>;
