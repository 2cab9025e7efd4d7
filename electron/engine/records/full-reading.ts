import type { CordonRecord } from '#shared/contracts/record/record.ts';
import type { Order, Reading } from '#shared/domain/kit/reading.ts';
import type { RecordStore } from './record-store.ts';
import { fits, inOrder } from './where.ts';

/** What a unit of work would change, by record id: the record as it is stored, and as it would stand; null where there is none. */
export type Pending = ReadonlyMap<
  string,
  { readonly kind: string; readonly stored: CordonRecord | null; readonly record: CordonRecord | null }
>;

const NOTHING_PENDING: Pending = new Map();

/** Sees every record, as commands and rules do; with `pending`, as if that had been written. */
export function fullReading(store: RecordStore, pending: Pending = NOTHING_PENDING): Reading {
  const reading = {
    async one(kind: string, id: string) {
      const held = pending.get(id);
      return held === undefined ? store.one(kind, id) : held.kind === kind ? held.record : null;
    },
    async some(kind: string, ids: readonly string[]) {
      const stored = new Map(
        (
          await store.some(
            kind,
            ids.filter((id) => !pending.has(id)),
          )
        ).map((record) => [record.id, record]),
      );
      return ids.flatMap((id) => {
        const held = pending.get(id);
        const record = held === undefined ? stored.get(id) : held.kind === kind ? held.record : null;
        return record === undefined || record === null ? [] : [record];
      });
    },
    async many(kind: string, where = {}, order: Order = { by: 'sortAt' }) {
      if (pending.size === 0) return store.many(kind, where, order, null);
      const skip = order.skip ?? 0;
      const wanted = order.limit === undefined ? undefined : skip + order.limit;
      // Some of what the store returns may be pending and drop out, so ask for as many more.
      const { skip: _skip, ...whole } = order;
      const stored = await store.many(kind, where, wanted === undefined ? whole : { ...whole, limit: wanted + pending.size }, null);
      const standing = stored.filter((record) => !pending.has(record.id));
      for (const { record } of pending.values()) if (record !== null && fits(record, kind, where)) standing.push(record);
      return inOrder(standing, order).slice(skip, wanted);
    },
    async count(kind: string, where = {}) {
      let count = await store.count(kind, where, null);
      for (const { stored, record } of pending.values()) {
        if (stored !== null && fits(stored, kind, where)) count -= 1;
        if (record !== null && fits(record, kind, where)) count += 1;
      }
      return count;
    },
    async versions(kind: string, id: string) {
      const earlier = (await store.versions(id)).filter((record) => record.kind === kind);
      const held = pending.get(id);
      if (held === undefined) return earlier;
      return held.stored === null || held.stored.kind !== kind ? earlier : [...earlier, held.stored];
    },
  };
  return reading as unknown as Reading;
}
