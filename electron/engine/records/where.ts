import type { MangoQuerySelector } from 'rxdb';
import type { CordonRecord } from '#shared/contracts/record/record.ts';
import type { Order, Where } from '#shared/domain/kit/reading.ts';

export type Selector = MangoQuerySelector<Record<string, unknown>>;

/** Whether a record is one of those looked for; the same test as `selectorOf`, for records that are not stored yet. */
export function fits(record: CordonRecord, kind: string, where: Where): boolean {
  if (record.kind !== kind) return false;
  if (where.parent !== undefined && record.parent !== where.parent) return false;
  if (where.owner !== undefined && record.owner !== where.owner) return false;
  if (where.scope !== undefined && record.scope !== where.scope) return false;
  if (where.state !== undefined && !(typeof where.state === 'string' ? record.state === where.state : where.state.includes(record.state)))
    return false;
  if (where.sortFrom !== undefined && record.sortAt < where.sortFrom) return false;
  if (where.sortBefore !== undefined && record.sortAt >= where.sortBefore) return false;
  if (where.dueBy !== undefined && (record.dueAt === '' || record.dueAt > where.dueBy)) return false;
  return true;
}

/** The same question for the store. `access` narrows it to those access classes. */
export function selectorOf(kind: string, where: Where, access: readonly string[] | null): Selector {
  const selector: Record<string, unknown> = { kind };
  if (where.parent !== undefined) selector['parent'] = where.parent;
  if (where.owner !== undefined) selector['owner'] = where.owner;
  if (where.scope !== undefined) selector['scope'] = where.scope;
  if (where.state !== undefined) selector['state'] = typeof where.state === 'string' ? where.state : { $in: where.state };
  if (where.sortFrom !== undefined || where.sortBefore !== undefined) {
    selector['sortAt'] = {
      ...(where.sortFrom === undefined ? {} : { $gte: where.sortFrom }),
      ...(where.sortBefore === undefined ? {} : { $lt: where.sortBefore }),
    };
  }
  if (where.dueBy !== undefined) selector['dueAt'] = { $gt: '', $lte: where.dueBy };
  if (access !== null) selector['access'] = { $in: access };
  return selector as Selector;
}

export function inOrder<R extends CordonRecord>(records: readonly R[], order: Order): R[] {
  const sign = order.direction === 'down' ? -1 : 1;
  return [...records].sort((a, b) => {
    const [left, right] = [a[order.by], b[order.by]];
    if (left !== right) return left < right ? -sign : sign;
    return a.id < b.id ? -sign : a.id > b.id ? sign : 0;
  });
}
