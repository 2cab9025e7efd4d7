import type { Instant } from '#shared/base/time.ts';
import { type Actor, accessClassOf, accessKey, mayRead } from '#shared/domain/access/access.ts';
import type { Kind } from '#shared/domain/bodies.ts';
import type { Change } from './command.ts';
import type { Noun } from './noun.ts';
import type { Order, Reading, RecordOf, Where } from './reading.ts';

type AnyNoun = { readonly [Key in keyof Noun]: Key extends 'accessOf' | 'check' | 'searchText' | 'body' ? unknown : Noun[Key] };

/** Who writes and when; `device` begins every `rev`. */
export interface Stamp {
  readonly now: Instant;
  readonly actorId: string;
}

/**
 * All records of a small world, held in memory: the whole engine as far as rules, commands and queries can tell.
 * For tests and for making the sample force.
 */
export interface RecordsInMemory {
  /** Sees everything, as commands and rules do. */
  readonly reading: Reading;
  /** Sees what this person may read, as queries do. */
  readingOf(actor: Actor): Reading;
  /** Writes every change and returns how to take all of them back. */
  apply(changes: readonly Change[], stamp: Stamp): () => void;
  /** Everything there is, in no promised order. */
  all(): readonly RecordOf<Kind>[];
}

/** Makes an empty world. `nouns` give the access classes; without them every record is of the open class. */
export function recordsInMemory(nouns: readonly AnyNoun[] = [], device = 'memory'): RecordsInMemory {
  const kinds = new Map<Kind, Map<string, RecordOf<Kind>>>();
  const earlier = new Map<string, RecordOf<Kind>[]>();
  const nounOf = new Map(nouns.map((noun) => [noun.kind, noun as unknown as Noun]));
  let writes = 0;

  const shelf = (kind: Kind): Map<string, RecordOf<Kind>> => {
    const there = kinds.get(kind);
    if (there !== undefined) return there;
    const made = new Map<string, RecordOf<Kind>>();
    kinds.set(kind, made);
    return made;
  };

  const readingWhere = (visible: (record: RecordOf<Kind>) => boolean): Reading => {
    const matching = (kind: Kind, where: Where): RecordOf<Kind>[] =>
      [...shelf(kind).values()].filter((record) => fits(record, where) && visible(record));
    return {
      async one(kind, id) {
        const record = shelf(kind).get(id);
        return record !== undefined && visible(record) ? (record as never) : null;
      },
      async some(kind, ids) {
        const found = ids.map((id) => shelf(kind).get(id)).filter((record) => record !== undefined && visible(record));
        return found as never;
      },
      async many(kind, where = {}, order = { by: 'sortAt' }) {
        return inOrder(matching(kind, where), order) as never;
      },
      async count(kind, where = {}) {
        return matching(kind, where).length;
      },
      async versions(kind, id) {
        return (earlier.get(`${kind}/${id}`) ?? []).filter(visible) as never;
      },
    };
  };

  const write = (change: Change, stamp: Stamp): (() => void) => {
    const target = 'put' in change ? change.put : change.erase;
    const home = shelf(target.kind);
    const before = home.get(target.id);
    const key = `${target.kind}/${target.id}`;
    const versionsBefore = earlier.get(key);
    const noun = nounOf.get(target.kind);
    if (before !== undefined && noun?.keepsVersions !== false) earlier.set(key, [...(versionsBefore ?? []), before]);
    if ('put' in change) {
      writes += 1;
      const access =
        noun === undefined ? { unit: change.put.scope, marking: change.put.marking, caveats: [], named: [] } : noun.accessOf(change.put);
      home.set(target.id, {
        ...change.put,
        rev: `${device}:${writes}`,
        shape: noun?.shape ?? 1,
        access: accessKey(access),
        createdAt: before?.createdAt ?? stamp.now,
        createdBy: before?.createdBy ?? stamp.actorId,
        updatedAt: stamp.now,
        updatedBy: stamp.actorId,
      } as RecordOf<Kind>);
    } else {
      home.delete(target.id);
    }
    return () => {
      if (before === undefined) home.delete(target.id);
      else home.set(target.id, before);
      if (versionsBefore === undefined) earlier.delete(key);
      else earlier.set(key, versionsBefore);
    };
  };

  return {
    reading: readingWhere(() => true),
    readingOf: (actor) => readingWhere((record) => mayRead(actor, accessClassOf(record.access))),
    apply(changes, stamp) {
      const undo = changes.map((change) => write(change, stamp));
      return () => {
        for (const step of undo.reverse()) step();
      };
    },
    all: () => [...kinds.values()].flatMap((home) => [...home.values()]),
  };
}

function fits(record: RecordOf<Kind>, where: Where): boolean {
  if (where.parent !== undefined && record.parent !== where.parent) return false;
  if (where.owner !== undefined && record.owner !== where.owner) return false;
  if (where.scope !== undefined && record.scope !== where.scope) return false;
  if (where.state !== undefined && !(typeof where.state === 'string' ? [where.state] : where.state).includes(record.state)) return false;
  if (where.sortFrom !== undefined && record.sortAt < where.sortFrom) return false;
  if (where.sortBefore !== undefined && record.sortAt >= where.sortBefore) return false;
  if (where.dueBy !== undefined && (record.dueAt === '' || record.dueAt > where.dueBy)) return false;
  return true;
}

function inOrder(records: readonly RecordOf<Kind>[], order: Order): readonly RecordOf<Kind>[] {
  const sign = order.direction === 'down' ? -1 : 1;
  const compare = (a: RecordOf<Kind>, b: RecordOf<Kind>): number => {
    const [left, right] = [a[order.by], b[order.by]];
    if (left !== right) return left < right ? -sign : sign;
    return a.id < b.id ? -sign : a.id > b.id ? sign : 0;
  };
  const skip = order.skip ?? 0;
  const sorted = [...records].sort(compare);
  return sorted.slice(skip, order.limit === undefined ? undefined : skip + order.limit);
}
