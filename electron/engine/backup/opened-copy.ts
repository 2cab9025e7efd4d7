import { statSync } from 'node:fs';
import { Database } from '@signalapp/sqlcipher';
import { orderedText } from '../vault/text-order.ts';
import type { StoredJson } from '../vault/vault.ts';
import { APPLICATION_ID, COLLECTIONS_WITH_BYTES, VAULT_FORMAT } from '../vault/vault-format.ts';
import { troubleFrom, VaultTrouble } from '../vault/vault-trouble.ts';

export type CopyRow = StoredJson;

/** Until this format the bytes of files were text in their documents. */
const FIRST_FORMAT_WITH_BYTES = 3;

/** A vault's database opened only to be read: a backup, or a damaged vault that was set aside. Nothing of it is changed. */
export interface OpenedCopy {
  readonly format: number;
  readonly collections: readonly string[];
  rowsOf(collection: string): number;
  /** The next rows in the order they were first stored, deleted ones too. Throws `VaultTrouble` where a page does not carry its seal. */
  rowsAfter(collection: string, key: number, limit: number): readonly CopyRow[];
  /** The last rows, the newest first. */
  rowsBefore(collection: string, key: number, limit: number): readonly CopyRow[];
  byId(collection: string, id: string): string | null;
  close(): void;
}

/** Opens a database file for reading. Throws `VaultTrouble` when it is not a vault, does not open with this key or is from a newer Cordon. */
export function openCopy(path: string, rawKeyHex: string): OpenedCopy {
  if (!/^[0-9a-f]{64}$/.test(rawKeyHex)) throw new VaultTrouble('bad-key');
  let db: Database | undefined;
  try {
    if (statSync(path, { throwIfNoEntry: false }) === undefined) throw new VaultTrouble('missing');
    const opened = new Database(path);
    db = opened;
    db.exec('PRAGMA cipher_log_level = NONE');
    db.exec(`PRAGMA key = "x'${rawKeyHex}'"`);
    db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA query_only = ON');
    if (Number(db.pragma('application_id', { simple: true })) !== APPLICATION_ID) throw new VaultTrouble('damaged');
    const format = Number(db.pragma('user_version', { simple: true }));
    if (format > VAULT_FORMAT) throw new VaultTrouble('newer');
    const tables = new Map(
      opened
        .prepare('SELECT collection, no FROM vault_table ORDER BY version')
        .all<{ collection: string; no: number }>()
        .map((row) => [row.collection, `c${row.no}`]),
    );
    const guarded = <T>(work: () => T): T => {
      try {
        return work();
      } catch (error) {
        throw troubleFrom(error);
      }
    };
    const tableOf = (collection: string): string => {
      const table = tables.get(collection);
      if (table === undefined) throw new Error(`the copy has no collection ${collection}`);
      return table;
    };
    const columnsOf = (collection: string): string =>
      format >= FIRST_FORMAT_WITH_BYTES && COLLECTIONS_WITH_BYTES.includes(collection) ? 'key, json, bytes' : 'key, json';
    return {
      format,
      collections: [...tables.keys()].sort(),
      rowsOf: (collection) =>
        guarded(() => Number(opened.prepare(`SELECT count(*) FROM ${tableOf(collection)}`, { pluck: true }).get() ?? 0)),
      rowsAfter: (collection, key, limit) =>
        guarded(
          () =>
            opened
              .prepare(`SELECT ${columnsOf(collection)} FROM ${tableOf(collection)} WHERE key > ? ORDER BY key LIMIT ?`)
              .all([key, limit]) as unknown as CopyRow[],
        ),
      rowsBefore: (collection, key, limit) =>
        guarded(
          () =>
            opened
              .prepare(`SELECT ${columnsOf(collection)} FROM ${tableOf(collection)} WHERE key < ? ORDER BY key DESC LIMIT ?`)
              .all([key, limit]) as unknown as CopyRow[],
        ),
      byId: (collection, id) =>
        guarded(
          () =>
            opened.prepare(`SELECT json FROM ${tableOf(collection)} WHERE id = ?`).get<{ json: string }>([orderedText(id)])?.json ?? null,
        ),
      close: () => opened.close(),
    };
  } catch (error) {
    db?.close();
    throw troubleFrom(error);
  }
}

/**
 * A copy that may be damaged. After a page without its seal SQLCipher answers nothing more on that connection, so it is opened anew.
 * Throws like `openCopy` when it does not open at all.
 */
export function openDamagedCopy(path: string, rawKeyHex: string): OpenedCopy {
  let copy = openCopy(path, rawKeyHex);
  const reopening =
    <Args extends readonly unknown[], T>(read: (...args: Args) => T) =>
    (...args: Args): T => {
      try {
        return read(...args);
      } catch (error) {
        copy.close();
        copy = openCopy(path, rawKeyHex);
        throw error;
      }
    };
  return {
    format: copy.format,
    collections: copy.collections,
    rowsOf: reopening((collection: string) => copy.rowsOf(collection)),
    rowsAfter: reopening((collection: string, key: number, limit: number) => copy.rowsAfter(collection, key, limit)),
    rowsBefore: reopening((collection: string, key: number, limit: number) => copy.rowsBefore(collection, key, limit)),
    byId: reopening((collection: string, id: string) => copy.byId(collection, id)),
    close: () => copy.close(),
  };
}
