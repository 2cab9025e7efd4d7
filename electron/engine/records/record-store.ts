import type { RxCollection } from 'rxdb';
import type { CordonRecord } from '#shared/contracts/record/record.ts';
import type { Order, Where } from '#shared/domain/kit/reading.ts';
import { type Row, type Rows, type StoredRow, plain, rowsOf } from './rows.ts';
import { selectorOf } from './where.ts';

/** Kind of the rows that keep earlier versions; it is the store's own and no noun. */
export const VERSION_KIND = 'version';

/** One record before and after a commit; null where there was or is none. */
export interface Changed {
  readonly before: CordonRecord | null;
  readonly after: CordonRecord | null;
}

/** Every record of every kind, as records: what is above knows no rows. */
export interface RecordStore {
  readonly rows: Rows;
  one(kind: string, id: string): Promise<CordonRecord | null>;
  some(kind: string, ids: readonly string[]): Promise<readonly CordonRecord[]>;
  /** `access` narrows to those classes; null looks at everything. */
  many(kind: string, where: Where, order: Order, access: readonly string[] | null): Promise<readonly CordonRecord[]>;
  count(kind: string, where: Where, access: readonly string[] | null): Promise<number>;
  /** Earlier versions, oldest first. */
  versions(id: string): Promise<readonly CordonRecord[]>;
  lastVersionNumber(id: string): Promise<number>;
  /** Every access class there is or was since the vault was opened. */
  accessKeys(): readonly string[];
  /** Called after every commit, whoever made it. Returns how to stop. */
  onCommit(listener: (changes: readonly Changed[]) => void): () => void;
  close(): void;
}

export function recordStoreOf(collection: RxCollection<Row>, accessKeysAtOpen: readonly string[]): RecordStore {
  const rows = rowsOf(collection);
  const keys = new Set(accessKeysAtOpen);
  const listeners = new Set<(changes: readonly Changed[]) => void>();
  const record = (row: StoredRow): CordonRecord => plain<CordonRecord>(row);

  const subscription = collection.storageInstance.changeStream().subscribe((bulk) => {
    const changes: Changed[] = [];
    for (const event of bulk.events) {
      const before =
        'previousDocumentData' in event && event.previousDocumentData !== undefined ? (event.previousDocumentData as StoredRow) : null;
      const after = event.operation === 'DELETE' ? null : (event.documentData as StoredRow);
      if (after !== null) keys.add(String(after['access']));
      changes.push({
        before: before === null || before._deleted ? null : record(before),
        after: after === null || after._deleted ? null : record(after),
      });
    }
    for (const listener of listeners) listener(changes);
  });

  return {
    rows,
    async one(kind, id) {
      const row = (await rows.byIds([id]))[0];
      return row !== undefined && row['kind'] === kind ? record(row) : null;
    },
    async some(kind, ids) {
      const found = new Map((await rows.byIds([...new Set(ids)])).map((row) => [row.id, row]));
      return ids.flatMap((id) => {
        const row = found.get(id);
        return row !== undefined && row['kind'] === kind ? [record(row)] : [];
      });
    },
    async many(kind, where, order, access) {
      const direction = order.direction === 'down' ? 'desc' : 'asc';
      return (
        await rows.find(selectorOf(kind, where, access), [{ [order.by]: direction }, { id: direction }], order.skip, order.limit)
      ).map(record);
    },
    count: (kind, where, access) => rows.count(selectorOf(kind, where, access)),
    async versions(id) {
      const found = await rows.find({ kind: VERSION_KIND, parent: id }, [{ number: 'asc' }, { id: 'asc' }]);
      return found.map((row) => row['body'] as CordonRecord);
    },
    async lastVersionNumber(id) {
      const last = (await rows.find({ kind: VERSION_KIND, parent: id }, [{ number: 'desc' }, { id: 'desc' }], 0, 1))[0];
      return last === undefined ? 0 : Number(last['number']);
    },
    accessKeys: () => [...keys],
    onCommit(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      subscription.unsubscribe();
      listeners.clear();
    },
  };
}
