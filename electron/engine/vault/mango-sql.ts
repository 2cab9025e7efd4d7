import type { FilledMangoQuery } from 'rxdb';
import { type Column, operandValue, type StoredDocument, type TableLayout } from './table-layout.ts';
import type { SqlValue } from './vault-file.ts';

/** A condition in SQL. When it is not exact, it lets through everything Mango would, and perhaps more. */
interface Condition {
  readonly sql: string;
  readonly params: readonly SqlValue[];
  readonly exact: boolean;
}

export interface CompiledQuery {
  readonly where: Condition;
  /** SQL of the order, or null when a field of it has no column. */
  readonly orderBy: string | null;
}

const EVERYTHING: Condition = { sql: '1', params: [], exact: true };
const UNJUDGED: Condition = { sql: '1', params: [], exact: false };
const NOTHING: Condition = { sql: '0', params: [], exact: true };

/**
 * Turns a normalised Mango query into SQL over the columns of the table. What SQL cannot judge exactly as Mango does
 * is left out, so that the rows are a superset; the caller then filters the rest.
 */
export function compileQuery(layout: TableLayout, odd: ReadonlySet<string>, query: FilledMangoQuery<StoredDocument>): CompiledQuery {
  const columnOf = (field: string): Column | null => (odd.has(field) ? null : (layout.byField.get(field) ?? null));
  return { where: selectorSql(query.selector as Record<string, unknown>, columnOf), orderBy: orderSql(query, columnOf) };
}

type ColumnOf = (field: string) => Column | null;

function selectorSql(selector: unknown, columnOf: ColumnOf): Condition {
  if (typeof selector !== 'object' || selector === null || Array.isArray(selector)) return UNJUDGED;
  return all(
    Object.entries(selector).map(([name, matcher]) => {
      if (name === '$and') return listOf(matcher, columnOf, all);
      if (name === '$or') return listOf(matcher, columnOf, any);
      if (name === '$nor') return listOf(matcher, columnOf, (conditions) => none(any(conditions)));
      if (name.startsWith('$')) return UNJUDGED;
      const column = columnOf(name);
      return column === null ? UNJUDGED : matcherSql(column, matcher);
    }),
  );
}

function listOf(list: unknown, columnOf: ColumnOf, join: (conditions: readonly Condition[]) => Condition): Condition {
  // Mango refuses an empty list by throwing; leaving it unjudged lets it do so.
  if (!Array.isArray(list) || list.length === 0) return UNJUDGED;
  return join(list.map((selector: unknown) => selectorSql(selector, columnOf)));
}

function matcherSql(column: Column, matcher: unknown): Condition {
  if (typeof matcher !== 'object' || matcher === null) return operatorSql(column, '$eq', matcher);
  if (Array.isArray(matcher) || matcher instanceof RegExp || matcher instanceof Date) return UNJUDGED;
  const operators = Object.entries(matcher);
  if (operators.length === 0 || operators.some(([name]) => !name.startsWith('$'))) return UNJUDGED;
  return all(operators.map(([name, operand]) => operatorSql(column, name, operand)));
}

const COMPARISONS: Readonly<Record<string, string>> = { $gt: '>', $gte: '>=', $lt: '<', $lte: '<=' };

function operatorSql(column: Column, operator: string, operand: unknown): Condition {
  switch (operator) {
    case '$eq':
      return equal(column, operand);
    case '$ne':
      if (column.sql === 'deleted' && typeof operand === 'boolean') return equal(column, !operand);
      return none(equal(column, operand));
    case '$in':
      return oneOf(column, operand);
    case '$nin':
      return none(oneOf(column, operand));
    case '$not':
      return none(matcherSql(column, operand));
    case '$exists':
      if (typeof operand !== 'boolean') return UNJUDGED;
      if (column.own) return operand ? EVERYTHING : NOTHING;
      return { sql: `${column.sql} IS ${operand ? 'NOT ' : ''}NULL`, params: [], exact: true };
    default: {
      const sign = COMPARISONS[operator];
      const value = operandValue(column, operand);
      if (sign === undefined || value === undefined) return UNJUDGED;
      return condition(column, (slot) => `${column.sql} ${sign} ${slot}`, [value]);
    }
  }
}

function equal(column: Column, operand: unknown): Condition {
  if (operand === null) return column.own ? NOTHING : { sql: `${column.sql} IS NULL`, params: [], exact: true };
  const value = operandValue(column, operand);
  if (value === undefined) return UNJUDGED;
  return condition(column, (slot) => `${column.sql} = ${slot}`, [value]);
}

function oneOf(column: Column, operand: unknown): Condition {
  if (!Array.isArray(operand)) return UNJUDGED;
  if (operand.length === 0) return NOTHING;
  const values = operand.map((one: unknown) => operandValue(column, one));
  if (values.includes(undefined) || values.length > 20_000) return UNJUDGED;
  if (column.sql === 'deleted')
    return any((values as SqlValue[]).map((value) => condition(column, (slot) => `deleted = ${slot}`, [value])));
  // Filled up to a power of two, so that lists of many lengths share few statements.
  const filled = [...(values as SqlValue[])];
  const length = 2 ** Math.ceil(Math.log2(filled.length));
  while (filled.length < Math.min(length, 20_000)) filled.push(filled[0] as SqlValue);
  return { sql: `${column.sql} IN (${filled.map(() => '?').join(',')})`, params: filled, exact: true };
}

/** `deleted` is written out, because SQLite uses a partial index only for a condition it can read. */
function condition(column: Column, sql: (slot: string) => string, params: readonly SqlValue[]): Condition {
  if (column.sql === 'deleted') return { sql: sql(String(params[0])), params: [], exact: true };
  return { sql: sql('?'), params, exact: true };
}

function all(conditions: readonly Condition[]): Condition {
  const telling = conditions.filter((one) => one.sql !== '1');
  const exact = conditions.every((one) => one.exact);
  if (telling.length === 0) return exact ? EVERYTHING : UNJUDGED;
  return { sql: telling.map((one) => `(${one.sql})`).join(' AND '), params: telling.flatMap((one) => one.params), exact };
}

function any(conditions: readonly Condition[]): Condition {
  const exact = conditions.every((one) => one.exact);
  if (conditions.some((one) => one.sql === '1')) return exact ? EVERYTHING : UNJUDGED;
  return { sql: conditions.map((one) => `(${one.sql})`).join(' OR '), params: conditions.flatMap((one) => one.params), exact };
}

/** Mango counts a missing field as "not matching", where SQL would say neither yes nor no. */
function none(inner: Condition): Condition {
  if (!inner.exact) return UNJUDGED;
  return { sql: `(${inner.sql}) IS NOT TRUE`, params: inner.params, exact: true };
}

function orderSql(query: FilledMangoQuery<StoredDocument>, columnOf: ColumnOf): string | null {
  const parts: string[] = [];
  for (const part of query.sort) {
    const [entry] = Object.entries(part);
    if (entry === undefined) continue;
    const column = columnOf(entry[0]);
    if (column === null) return null;
    if (!isFixed(query.selector, column)) parts.push(`${column.sql} ${entry[1] === 'desc' ? 'DESC' : 'ASC'}`);
    // Ids are unique: nothing after them can change the order.
    if (column.sql === 'id') break;
  }
  return parts.join(', ');
}

function isFixed(selector: unknown, column: Column): boolean {
  const matcher = (selector as Record<string, unknown>)[column.field];
  if (typeof matcher !== 'object' || matcher === null || !Object.hasOwn(matcher, '$eq')) return false;
  return operandValue(column, (matcher as { $eq: unknown }).$eq) !== undefined;
}
