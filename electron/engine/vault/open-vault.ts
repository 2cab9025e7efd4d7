import { join } from 'node:path';
import type { RxStorage } from 'rxdb';
import { somebodyWaits } from './pace.ts';
import { storageOver, type OpenTables } from './rx-storage.ts';
import type { StoredDocument } from './table-layout.ts';
import { findText, type ReadDocument } from './text-find.ts';
import type { TextOf } from './text-index.ts';
import { originalText } from './text-order.ts';
import { compareText, renewText, textIsWhole, type TextUpkeep } from './text-renewal.ts';
import { tidyATurn } from './text-tidying.ts';
import type { CollectionName, UnitOfWork, Vault } from './vault.ts';
import { COLLECTIONS_WITH_BYTES } from './vault-format.ts';
import { VaultFile } from './vault-file.ts';
import { VaultTrouble } from './vault-trouble.ts';
import type { VaultTable } from './vault-table.ts';
import { readAttachments, type TableWrite, writeAllOrNothing, writeEach, type WriteRow } from './write-documents.ts';
import { WriteClock } from './write-row.ts';

/** Name of the encrypted database inside the vault's folder. */
export const VAULT_FILE_NAME = 'vault.db';

export interface OpenVaultSettings {
  /** Folder of the vault; the database in it is called `vault.db`. */
  readonly folder: string;
  /** 256-bit key as 64 hexadecimal digits (from `unlock` in header.ts). */
  readonly rawKeyHex: string;
  /** `existing` refuses to make a new database, `new` refuses to touch one. */
  readonly expect: 'existing' | 'new' | 'either';
  readonly textOf: TextOf;
  /** Raised by the application when `textOf` finds documents by something else: the index of an existing vault is then made anew. */
  readonly textVersion?: string;
}

/** Opens the vault of a folder. Throws `VaultTrouble` with a sentence for people; never deletes anything. */
export function openVault(settings: OpenVaultSettings): Vault {
  const path = join(settings.folder, VAULT_FILE_NAME);
  const file = VaultFile.hold({ file: path, rawKeyHex: settings.rawKeyHex, expect: settings.expect });
  const openTables: OpenTables = new Map();
  const clock = new WriteClock();
  const heard = new WeakSet<VaultTable>();
  let closed = false;

  function table(collection: CollectionName): VaultTable {
    if (closed) throw new VaultTrouble('closed');
    const open = openTables.get(collection);
    if (open === undefined) throw new Error(`the collection ${collection} has not been opened`);
    if (!heard.has(open)) {
      heard.add(open);
      clock.atLeast(Number(file.pluck(`SELECT coalesce(max(lwt), 0) FROM ${open.layout.name}`)));
    }
    return open;
  }

  const upkeep: TextUpkeep = {
    table: () => table('records'),
    version: settings.textVersion ?? '',
    isClosed: () => closed || !openTables.has('records'),
  };

  const readDocument: ReadDocument = (no, key) => {
    for (const one of openTables.values()) {
      if (one.no !== no || one.textOf === null) continue;
      const json = file.pluck<string>(`SELECT json FROM ${one.layout.name} WHERE key = ?`, [key]);
      const document = json === undefined ? null : (JSON.parse(json) as StoredDocument);
      const text = document === null || document._deleted ? null : one.textOf(one.collectionName, document);
      return document === null || text === null ? null : { id: String(document[one.layout.primary]), text };
    }
    return null;
  };

  return {
    storage: storageOver(
      {
        file: path,
        get rawKeyHex() {
          return file.rawKeyHex;
        },
        textOf: settings.textOf,
      },
      openTables,
    ) as RxStorage<unknown, unknown>,

    file,

    async writeUnit(unit: UnitOfWork, context: string) {
      somebodyWaits();
      const writes: TableWrite[] = [];
      for (const [collection, rows] of Object.entries(unit) as [CollectionName, readonly WriteRow[] | undefined][]) {
        if (rows !== undefined && rows.length > 0) writes.push({ table: table(collection), rows });
      }
      if (writes.length === 0) return { conflicts: [] };
      const bytes = await readAttachments(writes);
      if (writes.some((write) => write.table.textOf !== null)) await tidyATurn(file);
      if (closed) throw new VaultTrouble('closed');
      const outcomes = await writeAllOrNothing(file, writes, bytes, context);
      for (const [position, outcome] of outcomes.entries()) writes[position]?.table.tell(outcome.bulk);
      return { conflicts: outcomes.flatMap((outcome) => outcome.errors) as never };
    },

    writeAhead(collection, row, context) {
      const write = { table: table(collection), rows: [row as WriteRow] };
      const { errors, bulk } = file.inTransactionAhead(() => writeEach(file, write, new Map(), context));
      write.table.tell(bulk);
      return { conflicts: errors as never };
    },

    stamp(databaseToken) {
      for (const collection of openTables.keys()) table(collection as CollectionName);
      return clock.stamp(databaseToken);
    },

    stored(collection, ids) {
      return table(collection).documentsById(ids, true) as never;
    },

    bytesOf(collection, id) {
      return table(collection).bytesOf(id);
    },

    accessKeys() {
      const records = table('records');
      const column = records.layout.byField.get('access');
      if (column === undefined) throw new Error('records have no column for their access class');
      // One step of the index for each distinct key, instead of reading every record.
      const next = `SELECT min(${column.sql}) FROM ${records.layout.name} WHERE deleted = 0`;
      const keys = file.pluckAll<string>(
        `WITH RECURSIVE distinct_access(access) AS (${next} UNION ALL
           SELECT (${next} AND ${column.sql} > access) FROM distinct_access WHERE access IS NOT NULL)
         SELECT access FROM distinct_access WHERE access IS NOT NULL`,
      );
      return keys.map(originalText);
    },

    textCircles() {
      return file.pluckAll<string>('SELECT circle FROM text_circle');
    },

    findText(text, circles, kinds, limit) {
      somebodyWaits();
      return findText(file, readDocument, { typed: text, circles, kinds, limit });
    },

    renewText: (again = false) => renewText(upkeep, again),

    textIsWhole: () => textIsWhole(file, upkeep.version),

    compareText: (progress = () => undefined) => compareText(upkeep, progress),

    recall(name) {
      return file.pluck<string>('SELECT value FROM vault_meta WHERE name = ?', [name]) ?? '';
    },

    remember(name, value) {
      file.run('INSERT INTO vault_meta(name, value) VALUES (?, ?) ON CONFLICT(name) DO UPDATE SET value = excluded.value', [name, value]);
    },

    checkpoint() {
      file.checkpoint();
    },

    checkIntegrity() {
      return integrityOf(file);
    },

    pages: {
      holdStill: () => file.holdStill(),
      reader: () => file.reader(),
      bytesOnDisk: () => file.bytesOnDisk(),
      // Counted over the smallest index, where a full count of the rows would read every page.
      rows: () => Object.fromEntries([...openTables.keys()].map((name) => [name, rowsOf(file, table(name as CollectionName))])),
      rowsAfter: (collection, key, limit) =>
        file.all(
          `SELECT ${columnsOf(collection)} FROM ${table(collection as CollectionName).layout.name} WHERE key > ? ORDER BY key LIMIT ?`,
          [key, limit],
        ),
      rowsBefore: (collection, key, limit) =>
        file.all(
          `SELECT ${columnsOf(collection)} FROM ${table(collection as CollectionName).layout.name} WHERE key < ? ORDER BY key DESC LIMIT ?`,
          [key, limit],
        ),
    },

    close() {
      if (closed) return;
      closed = true;
      file.letGo();
    },
  };
}

const columnsOf = (collection: string): string => (COLLECTIONS_WITH_BYTES.includes(collection) ? 'key, json, bytes' : 'key, json');

function rowsOf(file: VaultFile, { layout }: VaultTable): number {
  return Number(file.pluck(`SELECT count(*) FROM ${layout.name}`));
}

function integrityOf(file: VaultFile): { whole: boolean; says: string } {
  try {
    const seals = file.pluckAll<string>('PRAGMA cipher_integrity_check');
    if (seals.length > 0)
      return {
        whole: false,
        says: `${seals.length} pages of the vault do not carry their seal: the file is damaged. Restore it from the last backup.`,
      };
    const structure = file.pluckAll<string>('PRAGMA integrity_check(10)');
    if (structure.length !== 1 || structure[0] !== 'ok')
      return { whole: false, says: 'The pages of the vault carry their seals but do not fit together. Restore it from the last backup.' };
    file.run("INSERT INTO text_words(text_words, rank) VALUES('integrity-check', 0)");
    return { whole: true, says: 'Every page of the vault carries its seal and its structure is whole.' };
  } catch (error) {
    if (error instanceof VaultTrouble && (error.kind === 'damaged' || error.kind === 'wrong-key'))
      return { whole: false, says: error.message };
    throw error;
  }
}
