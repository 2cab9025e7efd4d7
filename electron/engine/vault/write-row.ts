import type { BulkWriteRow, RxDocumentData } from 'rxdb';
import { createRevision, now } from 'rxdb/plugins/utils';

type Doc = Record<string, unknown> & { readonly id: string };
type Stored = RxDocumentData<Record<string, unknown> & { id: string }>;

/** When and by which database a row is written: one stamp for all rows of a unit. Made by `WriteClock.stamp`. */
export interface WriteStamp {
  /** `database.token` of the RxDatabase the collections belong to. */
  readonly databaseToken: string;
  /** Milliseconds since 1970 with two decimals. */
  readonly lwt: number;
}

/** Never stands still or goes back, even when the workstation's clock does: replication asks for "what was written after". */
export class WriteClock {
  #last = 0;

  /** Starts above what is already stored. */
  atLeast(lwt: number): void {
    this.#last = Math.max(this.#last, lwt);
  }

  stamp(databaseToken: string): WriteStamp {
    const lwt = Math.max(now(), Math.round(this.#last * 100 + 1) / 100);
    this.#last = lwt;
    return { databaseToken, lwt };
  }
}

/**
 * The row that brings a collection from `previous` (null for a new document; the stored document, deleted or not, otherwise)
 * to `next`, exactly as RxDB's own writes would make it: `_deleted`, `_attachments`, `_meta.lwt` and the next `_rev`.
 */
export function toWriteRow(
  previous: Stored | null,
  next: Doc,
  stamp: WriteStamp,
  deleted = false,
): BulkWriteRow<Record<string, unknown> & { id: string }> {
  const document = {
    ...next,
    _deleted: deleted,
    _attachments: deleted || previous === null ? {} : previous._attachments,
    _meta: { ...previous?._meta, lwt: stamp.lwt },
    _rev: createRevision(stamp.databaseToken, previous ?? undefined),
  };
  return previous === null ? { document } : { previous, document };
}
