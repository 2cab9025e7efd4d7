import { type RxCollection, type RxDocumentData, normalizeMangoQuery, prepareQuery } from 'rxdb';
import type { Selector } from './where.ts';

export type Row = Record<string, unknown> & { id: string };
export type StoredRow = RxDocumentData<Row>;
export type Sort = readonly Record<string, 'asc' | 'desc'>[];

/** Plain reading of one collection: straight from its storage, so that nothing read stays behind in a cache. */
export interface Rows {
  /** Tombstones included: a write needs what was there before. */
  stored(id: string): Promise<StoredRow | null>;
  byIds(ids: readonly string[]): Promise<readonly StoredRow[]>;
  find(selector: Selector, sort: Sort, skip?: number, limit?: number): Promise<readonly StoredRow[]>;
  count(selector: Selector): Promise<number>;
}

export function rowsOf(collection: RxCollection<Row>): Rows {
  const storage = collection.storageInstance;
  const prepared = (selector: Selector, sort: Sort, skip: number, limit?: number) =>
    prepareQuery<Row>(
      storage.schema,
      normalizeMangoQuery<Row>(storage.schema, {
        selector: { _deleted: { $eq: false }, ...selector } as never,
        sort: [...sort] as never,
        skip,
        ...(limit === undefined ? {} : { limit }),
      }),
    );
  return {
    async stored(id) {
      return (await storage.findDocumentsById([id], true))[0] ?? null;
    },
    async byIds(ids) {
      return ids.length === 0 ? [] : storage.findDocumentsById([...ids], false);
    },
    async find(selector, sort, skip = 0, limit) {
      return (await storage.query(prepared(selector, sort, skip, limit))).documents;
    },
    async count(selector) {
      return (await storage.count(prepared(selector, [], 0))).count;
    },
  };
}

/** The row as it was written, without what the store adds. */
export function plain<R>(row: StoredRow): R {
  const { _deleted, _attachments, _meta, _rev, ...rest } = row;
  return rest as R;
}
