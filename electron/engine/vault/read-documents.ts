import { getQueryMatcher, getSortComparator, type PreparedQuery } from 'rxdb';
import type { StoredDocument } from './table-layout.ts';
import { orderedText } from './text-order.ts';
import type { VaultTable } from './vault-table.ts';

const FIRST_PAGE = 128;
const LARGEST_PAGE = 4096;

/** The documents of a prepared Mango query, in its order. */
export function queryDocuments(table: VaultTable, prepared: PreparedQuery<Record<string, unknown>>): StoredDocument[] {
  const query = prepared.query as PreparedQuery<StoredDocument>['query'];
  const { where, orderBy } = table.compile(query);
  const skip = query.skip ?? 0;
  const limit = typeof query.limit === 'number' ? query.limit : Number.POSITIVE_INFINITY;
  if (limit <= 0) return [];
  const select = `SELECT json FROM ${table.layout.name} WHERE ${where.sql}`;
  const order = orderBy === null || orderBy === '' ? '' : ` ORDER BY ${orderBy}`;
  const read = (sql: string, more: readonly number[]): StoredDocument[] =>
    table.file.pluckAll<string>(sql, [...where.params, ...more]).map((json) => JSON.parse(json) as StoredDocument);

  if (where.exact && orderBy !== null) {
    if (skip === 0 && limit === Number.POSITIVE_INFINITY) return read(select + order, []);
    return read(`${select}${order} LIMIT ? OFFSET ?`, [limit === Number.POSITIVE_INFINITY ? -1 : limit, skip]);
  }
  const matches = where.exact ? () => true : getQueryMatcher(table.schema, query as never);
  if (orderBy === null) {
    const all = read(select, []).filter((document) => matches(document as never));
    return all.sort(getSortComparator(table.schema, query as never) as never).slice(skip, skip + limit);
  }
  const found: StoredDocument[] = [];
  let offset = 0;
  for (let page = FIRST_PAGE; found.length < skip + limit; page = Math.min(LARGEST_PAGE, page * 2)) {
    const candidates = read(`${select}${order} LIMIT ? OFFSET ?`, [page, offset]);
    for (const document of candidates) if (matches(document as never)) found.push(document);
    if (candidates.length < page) break;
    offset += page;
  }
  return found.slice(skip, skip + limit);
}

/** How many documents the query would return; `fast` when SQL alone can say. */
export function countDocuments(
  table: VaultTable,
  prepared: PreparedQuery<Record<string, unknown>>,
): { count: number; mode: 'fast' | 'slow' } {
  const query = prepared.query as PreparedQuery<StoredDocument>['query'];
  const { where } = table.compile(query);
  if (!where.exact) return { count: queryDocuments(table, prepared).length, mode: 'slow' };
  const total = Number(table.file.pluck(`SELECT count(*) FROM ${table.layout.name} WHERE ${where.sql}`, where.params));
  const afterSkip = Math.max(0, total - (query.skip ?? 0));
  return { count: typeof query.limit === 'number' ? Math.min(afterSkip, query.limit) : afterSkip, mode: 'fast' };
}

/** The current state of everything written after the checkpoint, oldest first; documents written in the same instant go by id. */
export function changedDocuments(
  table: VaultTable,
  limit: number,
  checkpoint: { id: string; lwt: number } | undefined,
): { documents: StoredDocument[]; checkpoint: { id: string; lwt: number } } {
  const since = checkpoint ?? { id: '', lwt: 0 };
  const documents = table.file
    .pluckAll<string>(`SELECT json FROM ${table.layout.name} WHERE (lwt, id) > (?, ?) ORDER BY lwt, id LIMIT ?`, [
      since.lwt,
      orderedText(since.id),
      limit,
    ])
    .map((json) => JSON.parse(json) as StoredDocument);
  const last = documents.at(-1);
  return { documents, checkpoint: last === undefined ? since : { id: String(last[table.layout.primary]), lwt: last._meta.lwt } };
}
