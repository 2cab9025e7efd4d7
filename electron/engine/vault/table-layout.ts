import { getPrimaryFieldOfPrimaryKey, type RxDocumentData, type RxJsonSchema } from 'rxdb';
import { hasLoneSurrogate, orderedText } from './text-order.ts';
import type { SqlValue } from './vault-file.ts';

export type StoredDocument = RxDocumentData<Record<string, unknown>>;
export type StoredSchema = RxJsonSchema<StoredDocument>;
export type ColumnType = 'string' | 'number' | 'boolean';

export interface Column {
  /** The field's dotted path in the document. */
  readonly field: string;
  readonly sql: string;
  readonly type: ColumnType;
  /** `id`, `_deleted` and `_meta.lwt` are never missing and never odd. */
  readonly own: boolean;
}

/** How one collection and schema version is laid out: the columns that indexed fields get, and the indexes over them. */
export interface TableLayout {
  readonly name: string;
  readonly primary: string;
  readonly fields: readonly Column[];
  readonly byField: ReadonlyMap<string, Column>;
  readonly createSql: readonly string[];
  /** Text by which a later opening notices that the schema changed without a new version. */
  readonly fingerprint: string;
}

/** Stands in a column for a value that is not of the column's type; the field is then never judged in SQL. */
const ODD = Symbol('odd');

/** Works out the table of one collection; `no` is its number in the vault. With `keepsBytes` a document may have raw bytes beside it. */
export function layoutOf(no: number, schema: StoredSchema, keepsBytes = false): TableLayout {
  const name = `c${no}`;
  const primary = getPrimaryFieldOfPrimaryKey(schema.primaryKey as never) as string;
  const own: Column[] = [
    { field: primary, sql: 'id', type: 'string', own: true },
    { field: '_deleted', sql: 'deleted', type: 'boolean', own: true },
    { field: '_meta.lwt', sql: 'lwt', type: 'number', own: true },
  ];
  const byField = new Map(own.map((column) => [column.field, column]));
  const indexes = (schema.indexes ?? []).map((index) => (typeof index === 'string' ? [index] : [...index]) as string[]);
  const fields: Column[] = [];
  for (const field of indexes.flat()) {
    if (byField.has(field)) continue;
    const type = typeOfField(schema, field);
    if (type === null) continue;
    const column: Column = { field, sql: `f${fields.length}`, type, own: false };
    fields.push(column);
    byField.set(field, column);
  }
  const createSql = [
    `CREATE TABLE ${name}(key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, rev TEXT NOT NULL, deleted INTEGER NOT NULL, lwt REAL NOT NULL${fields.map((column) => `, ${column.sql}`).join('')}, json TEXT NOT NULL${keepsBytes ? ', bytes BLOB' : ''})`,
    `CREATE INDEX ${name}_changes ON ${name}(lwt, id)`,
    `CREATE INDEX ${name}_gone ON ${name}(lwt) WHERE deleted = 1`,
    ...indexSql(name, indexes, byField),
  ];
  return {
    name,
    primary,
    fields,
    byField,
    createSql,
    fingerprint: JSON.stringify([fields.map((column) => [column.field, column.type]), createSql.length]),
  };
}

function indexSql(table: string, indexes: readonly (readonly string[])[], byField: ReadonlyMap<string, Column>): string[] {
  const wanted = new Map<string, string>();
  for (const index of indexes) {
    const columns = index.map((field) => byField.get(field)?.sql);
    if (columns.includes(undefined)) continue;
    // Nearly every query asks for the living only: an index that began with `deleted` would tempt SQLite to scan it.
    const living = columns[0] === 'deleted';
    const list = (living ? columns.slice(1) : columns).join(', ');
    if (list === 'id' || list === 'lwt, id' || list === '') continue;
    wanted.set(`(${list})${living ? ' WHERE deleted = 0' : ''}`, '');
  }
  return [...wanted.keys()].map((shape, position) => `CREATE INDEX ${table}_i${position} ON ${table}${shape}`);
}

function typeOfField(schema: StoredSchema, field: string): ColumnType | null {
  let part: unknown = schema;
  for (const step of field.split('.')) {
    const properties = typeof part === 'object' && part !== null && 'properties' in part ? part.properties : undefined;
    part = typeof properties === 'object' && properties !== null ? (properties as Record<string, unknown>)[step] : undefined;
  }
  const type = typeof part === 'object' && part !== null && 'type' in part ? part.type : undefined;
  if (type === 'string' || type === 'boolean' || type === 'number') return type;
  return type === 'integer' ? 'number' : null;
}

/** What goes into the field columns for a document; `odd` collects the fields whose value is not of the column's type. */
export function columnValues(layout: TableLayout, document: StoredDocument, odd: (field: string) => void): SqlValue[] {
  return layout.fields.map((column) => {
    const value = columnValue(column.type, fieldValue(document, column.field));
    if (value !== ODD) return value;
    odd(column.field);
    return null;
  });
}

function columnValue(type: ColumnType, value: unknown): SqlValue | typeof ODD {
  if (value === undefined) return null;
  if (typeof value !== type) return ODD;
  if (typeof value === 'string') return hasLoneSurrogate(value) ? ODD : orderedText(value);
  if (typeof value === 'boolean') return value ? 1 : 0;
  return Number.isFinite(value) ? (value as number) : ODD;
}

function fieldValue(document: StoredDocument, field: string): unknown {
  if (!field.includes('.')) return own(document, field);
  let part: unknown = document;
  for (const step of field.split('.')) {
    // A list on the way makes Mango look into each of its members: null is never of a column's type, so it counts as odd.
    if (Array.isArray(part)) return null;
    if (typeof part !== 'object' || part === null) return undefined;
    part = own(part, step);
  }
  return part;
}

function own(value: object, name: string): unknown {
  return Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}

/** The value of a Mango operand as it would stand in the column, or undefined when SQL cannot judge it. */
export function operandValue(column: Column, operand: unknown): SqlValue | undefined {
  if (operand === undefined || operand === null) return undefined;
  if (Object.is(operand, -0)) return undefined;
  const value = columnValue(column.type, operand);
  return value === ODD ? undefined : value;
}
