import type { RxStorageInstance } from 'rxdb';
import type { Subject } from 'rxjs';
import { type CompiledQuery, compileQuery } from './mango-sql.ts';
import { layoutOf, type StoredDocument, type StoredSchema, type TableLayout } from './table-layout.ts';
import { eraseTexts, type TextOf } from './text-index.ts';
import { orderedText } from './text-order.ts';
import { COLLECTIONS_WITH_BYTES } from './vault-format.ts';
import type { VaultFile } from './vault-file.ts';
import type { EventBulk } from './write-documents.ts';

export type Listener = Subject<EventBulk>;

interface TableSql {
  readonly insert: string;
  readonly update: string;
  readonly revision: string;
  readonly one: string;
  readonly bytes: string;
  readonly setBytes: string;
}

/** One collection and schema version inside the open file: its table, and who listens to its changes. */
export class VaultTable {
  readonly file: VaultFile;
  readonly no: number;
  readonly databaseName: string;
  readonly collectionName: string;
  readonly schema: StoredSchema;
  readonly layout: TableLayout;
  readonly textOf: TextOf | null;
  /** Whether a document may have raw bytes beside it. */
  readonly keepsBytes: boolean;
  readonly sql: TableSql;
  /** What RxDB's sorting of write rows asks of a storage instance: its schema. */
  readonly asInstance: RxStorageInstance<Record<string, unknown>, unknown, unknown>;
  readonly listeners = new Set<Listener>();
  /** Fields that hold a value not of their type somewhere; null when it must be read again. */
  #odd: Set<string> | null;

  constructor(
    file: VaultFile,
    place: { no: number; databaseName: string; collectionName: string },
    schema: StoredSchema,
    layout: TableLayout,
    odd: readonly string[],
    textOf: TextOf | null,
  ) {
    this.file = file;
    this.no = place.no;
    this.databaseName = place.databaseName;
    this.collectionName = place.collectionName;
    this.schema = schema;
    this.layout = layout;
    this.textOf = textOf;
    this.keepsBytes = keepsBytes(place.collectionName);
    this.asInstance = { schema } as unknown as RxStorageInstance<Record<string, unknown>, unknown, unknown>;
    const columns = ['id', 'rev', 'deleted', 'lwt', ...layout.fields.map((column) => column.sql), 'json'];
    const inserted = this.keepsBytes ? [...columns, 'bytes'] : columns;
    this.sql = {
      insert: `INSERT INTO ${layout.name}(${inserted.join(', ')}) VALUES (${inserted.map(() => '?').join(', ')})`,
      update: `UPDATE ${layout.name} SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE key = ?`,
      revision: `SELECT key, rev FROM ${layout.name} WHERE id = ?`,
      one: `SELECT json FROM ${layout.name} WHERE id = ?`,
      bytes: `SELECT bytes FROM ${layout.name} WHERE id = ?`,
      setBytes: `UPDATE ${layout.name} SET bytes = ? WHERE key = ?`,
    };
    this.#odd = new Set(odd);
    file.onRollback(() => {
      this.#odd = null;
    });
  }

  get keepsAttachments(): boolean {
    return this.schema.attachments !== undefined;
  }

  compile(query: Parameters<typeof compileQuery>[2]): CompiledQuery {
    return compileQuery(this.layout, this.#oddFields(), query);
  }

  /** From now on conditions on the field are not judged in SQL, because a document holds a value there that is not of its type. */
  markOdd(field: string): void {
    const odd = this.#oddFields();
    if (odd.has(field)) return;
    odd.add(field);
    this.file.run('UPDATE vault_table SET odd = ? WHERE no = ?', [JSON.stringify([...odd]), this.no]);
  }

  #oddFields(): Set<string> {
    this.#odd ??= new Set(readOdd(this.file, this.no));
    return this.#odd;
  }

  revisionOf(id: string): { key: number; rev: string } | undefined {
    return this.file.get(this.sql.revision, [orderedText(id)]);
  }

  documentsById(ids: readonly string[], withDeleted: boolean): StoredDocument[] {
    const found: StoredDocument[] = [];
    for (const id of ids) {
      const json = this.file.pluck<string>(this.sql.one, [orderedText(id)]);
      if (json === undefined) continue;
      const document = JSON.parse(json) as StoredDocument;
      if (withDeleted || !document._deleted) found.push(document);
    }
    return found;
  }

  /** The raw bytes beside a document; null when it has none or is not there. */
  bytesOf(id: string): Uint8Array<ArrayBuffer> | null {
    return this.keepsBytes ? (this.file.pluck<Uint8Array<ArrayBuffer> | null>(this.sql.bytes, [orderedText(id)]) ?? null) : null;
  }

  /** Tells every open instance of the table; called only after the commit. */
  tell(bulk: EventBulk | null): void {
    if (bulk === null) return;
    for (const listener of Array.from(this.listeners)) listener.next(bulk);
  }

  /** Drops the table with its texts and attachments. */
  drop(): void {
    this.file.inTransaction(() => {
      eraseTexts(this.file, this.no);
      this.file.run('DELETE FROM vault_attachment WHERE table_no = ?', [this.no]);
      this.file.run('DELETE FROM vault_table WHERE no = ?', [this.no]);
      this.file.exec(`DROP TABLE IF EXISTS ${this.layout.name}`);
    });
  }
}

const keepsBytes = (collectionName: string): boolean => COLLECTIONS_WITH_BYTES.includes(collectionName);

function readOdd(file: VaultFile, no: number): string[] {
  const odd = file.pluck<string>('SELECT odd FROM vault_table WHERE no = ?', [no]);
  return odd === undefined ? [] : (JSON.parse(odd) as string[]);
}

/** Finds or makes the table of a collection and version. Throws when its schema changed without a new version. */
export function tableOf(
  file: VaultFile,
  databaseName: string,
  collectionName: string,
  schema: StoredSchema,
  textOf: TextOf | null,
): VaultTable {
  return file.inTransaction(() => {
    const known = file.get<{ no: number; layout: string; odd: string }>(
      'SELECT no, layout, odd FROM vault_table WHERE database = ? AND collection = ? AND version = ?',
      [databaseName, collectionName, schema.version],
    );
    if (known !== undefined) {
      const layout = layoutOf(known.no, schema, keepsBytes(collectionName));
      if (layout.fingerprint !== known.layout) throw new Error(`the schema of ${collectionName} changed without a new version`);
      return new VaultTable(
        file,
        { no: known.no, databaseName, collectionName },
        schema,
        layout,
        JSON.parse(known.odd) as string[],
        textOf,
      );
    }
    const no = Number(file.pluck('SELECT coalesce(max(no), 0) + 1 FROM vault_table'));
    const layout = layoutOf(no, schema, keepsBytes(collectionName));
    file.run('INSERT INTO vault_table(no, database, collection, version, layout, odd) VALUES (?, ?, ?, ?, ?, ?)', [
      no,
      databaseName,
      collectionName,
      schema.version,
      layout.fingerprint,
      '[]',
    ]);
    for (const sql of layout.createSql) file.exec(sql);
    return new VaultTable(file, { no, databaseName, collectionName }, schema, layout, [], textOf);
  });
}
