import { type Actor, accessClassOf, mayRead } from '#shared/domain/access/access.ts';
import type { CordonRecord } from '#shared/contracts/record/record.ts';
import type { Order, Reading, Where } from '#shared/domain/kit/reading.ts';
import type { Changed, RecordStore } from './record-store.ts';
import { fits } from './where.ts';

/** What one person may read, judged once per access class (duties 14, 40). */
export interface Judgement {
  mayReadKey(key: string): boolean;
  /** The readable ones among the access classes there are. */
  readableKeys(): readonly string[];
}

export function judgementOf(actor: Actor, store: RecordStore): Judgement {
  const judged = new Map<string, boolean>();
  const mayReadKey = (key: string): boolean => {
    const known = judged.get(key);
    if (known !== undefined) return known;
    const verdict = mayRead(actor, accessClassOf(key));
    judged.set(key, verdict);
    return verdict;
  };
  return { mayReadKey, readableKeys: () => store.accessKeys().filter(mayReadKey) };
}

/** What a view was made from: the records and lists whose change makes it stale. */
export interface Dependencies {
  touchedBy(changes: readonly Changed[]): boolean;
}

/** A reading that shows only what the person may read and remembers what it was asked. */
export interface TrackedReading {
  readonly reading: Reading;
  readonly dependencies: Dependencies;
}

export function actorReading(store: RecordStore, judgement: Judgement): TrackedReading {
  const ids = new Set<string>();
  const lists = new Map<string, Map<string, Where>>();
  const visible = (record: CordonRecord): boolean => judgement.mayReadKey(record.access);
  const remember = (kind: string, where: Where): void => {
    const known = lists.get(kind) ?? new Map<string, Where>();
    known.set(JSON.stringify(where), where);
    lists.set(kind, known);
  };

  const reading = {
    async one(kind: string, id: string) {
      ids.add(id);
      const record = await store.one(kind, id);
      return record !== null && visible(record) ? record : null;
    },
    async some(kind: string, wanted: readonly string[]) {
      for (const id of wanted) ids.add(id);
      return (await store.some(kind, wanted)).filter(visible);
    },
    async many(kind: string, where: Where = {}, order: Order = { by: 'sortAt' }) {
      remember(kind, where);
      // A page must be cut from what may be read, so there the classes go into the question itself.
      if (order.limit !== undefined || order.skip !== undefined) return store.many(kind, where, order, judgement.readableKeys());
      return (await store.many(kind, where, order, null)).filter(visible);
    },
    async count(kind: string, where: Where = {}) {
      remember(kind, where);
      return store.count(kind, where, judgement.readableKeys());
    },
    async versions(kind: string, id: string) {
      ids.add(id);
      const current = await store.one(kind, id);
      if (current === null || !visible(current)) return [];
      return (await store.versions(id)).filter((record) => record.kind === kind && visible(record));
    },
  };

  const touches = (record: CordonRecord | null): boolean => {
    if (record === null) return false;
    const asked = lists.get(record.kind);
    if (asked === undefined) return false;
    for (const where of asked.values()) if (fits(record, record.kind, where)) return true;
    return false;
  };
  return {
    reading: reading as unknown as Reading,
    dependencies: {
      touchedBy: (changes) =>
        changes.some(({ before, after }) => {
          const id = after?.id ?? before?.id;
          return (id !== undefined && ids.has(id)) || touches(before) || touches(after);
        }),
    },
  };
}
