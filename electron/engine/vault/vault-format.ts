import { Database } from '@signalapp/sqlcipher';
import { DROP_FIRST_TEXT_TABLES, TEXT_TABLES } from './text-tables.ts';
import { VaultTrouble } from './vault-trouble.ts';

/** Version of the tables below the collections. A higher one in the file means a newer Cordon wrote it. */
export const VAULT_FORMAT = 3;
/** Collections whose documents may have raw bytes beside them, in a column of their own: a quarter smaller and far cheaper than text in JSON. */
export const COLLECTIONS_WITH_BYTES: readonly string[] = ['files'];
/** `CRDN`, so that the file says what it is once decrypted. */
export const APPLICATION_ID = 0x4352444e;

/** The tables of a new file. */
export const TABLES = `
  CREATE TABLE vault_meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE vault_table(
    no INTEGER PRIMARY KEY, database TEXT NOT NULL, collection TEXT NOT NULL, version INTEGER NOT NULL,
    layout TEXT NOT NULL, odd TEXT NOT NULL, UNIQUE(database, collection, version));
  CREATE TABLE vault_attachment(
    key INTEGER PRIMARY KEY, table_no INTEGER NOT NULL, document TEXT NOT NULL, name TEXT NOT NULL,
    digest TEXT NOT NULL, type TEXT NOT NULL, data BLOB NOT NULL, UNIQUE(table_no, document, name));
${TEXT_TABLES}`;

/** Whether SQLCipher itself reads a closed file with this key, and, where that is given, finds as many pages in it as it should have. */
export function opensWith(path: string, rawKeyHex: string, pages?: number): boolean {
  const db = new Database(path);
  try {
    db.exec(`PRAGMA cipher_log_level = NONE; PRAGMA key = "x'${rawKeyHex}'"; PRAGMA locking_mode = EXCLUSIVE; PRAGMA query_only = ON`);
    refuseOtherFormats(db);
    return pages === undefined || Number(db.pragma('page_count', { simple: true })) === pages;
  } catch {
    return false;
  } finally {
    db.close();
  }
}

/** Throws when the file is no vault, or a newer Cordon wrote it. */
export function refuseOtherFormats(db: Database): void {
  if (Number(db.pragma('application_id', { simple: true })) !== APPLICATION_ID) throw new VaultTrouble('damaged');
  if (Number(db.pragma('user_version', { simple: true })) > VAULT_FORMAT) throw new VaultTrouble('newer');
  const needs = db.prepare("SELECT value FROM vault_meta WHERE name = 'needs-format'", { pluck: true }).get();
  if (needs !== undefined && Number(needs) > VAULT_FORMAT) throw new VaultTrouble('newer');
}

/**
 * Brings an open file to the present format. The first had another text index: it is taken away, and the new one filled in the background from the records. Until the second,
 * stored files were base64 text inside their documents: those stay as they are and are read as before, new ones have bytes beside them.
 */
export function upgrade(db: Database): void {
  const format = Number(db.pragma('user_version', { simple: true }));
  if (format >= VAULT_FORMAT) return;
  const texts = format < 2 ? `${DROP_FIRST_TEXT_TABLES} ${TEXT_TABLES}` : '';
  const tables = db
    .prepare(`SELECT no FROM vault_table WHERE collection IN (${COLLECTIONS_WITH_BYTES.map((name) => `'${name}'`).join(', ')})`, {
      pluck: true,
    })
    .all<number>();
  const hasBytes = (no: number): boolean =>
    Number(db.prepare(`SELECT count(*) FROM pragma_table_info('c${no}') WHERE name = 'bytes'`, { pluck: true }).get()) > 0;
  const bytes = tables
    .filter((no) => !hasBytes(no))
    .map((no) => `ALTER TABLE c${no} ADD COLUMN bytes BLOB;`)
    .join(' ');
  db.exec(`BEGIN IMMEDIATE; ${texts} ${bytes} PRAGMA user_version = ${VAULT_FORMAT}; COMMIT`);
}
