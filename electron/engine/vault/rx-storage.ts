import {
  addRxStorageMultiInstanceSupport,
  ensureRxStorageInstanceParamsAreCorrect,
  RXDB_VERSION,
  type RxStorage,
  type RxStorageInstance,
  type RxStorageInstanceCreationParams,
} from 'rxdb';
import { StorageInstance, type VaultInternals } from './storage-instance.ts';
import type { StoredSchema } from './table-layout.ts';
import type { TextOf } from './text-index.ts';
import { VaultFile } from './vault-file.ts';
import { tableOf, type VaultTable } from './vault-table.ts';

export interface VaultStorageSettings {
  /** Path of the SQLCipher file; made when it is not there. */
  readonly file: string;
  /** 256-bit key as 64 hexadecimal digits. */
  readonly rawKeyHex: string;
  /** What full text search finds a document by. Without it nothing is indexed. */
  readonly textOf?: TextOf;
}

const STORAGE_NAME = 'vault';

/**
 * An RxDB storage over one SQLCipher file: real columns and indexes for the fields the schema indexes, Mango judged in SQL
 * where SQL judges the same, full text kept in the same transaction. Usable from plain Node. `multiInstance` must be false:
 * RxDB would otherwise write documents in plain text into the temporary folder.
 */
export function getRxStorageVault(settings: VaultStorageSettings): RxStorage<VaultInternals, unknown> {
  return storageOver(settings, new Map());
}

/** The open tables by collection name, for `writeUnit`. */
export type OpenTables = Map<string, VaultTable>;

export function storageOver(settings: VaultStorageSettings, openTables: OpenTables): RxStorage<VaultInternals, unknown> {
  return {
    name: STORAGE_NAME,
    rxdbVersion: RXDB_VERSION,
    async createStorageInstance<RxDocType>(params: RxStorageInstanceCreationParams<RxDocType, unknown>) {
      ensureRxStorageInstanceParamsAreCorrect(params);
      if (params.multiInstance) throw new Error('the vault belongs to one process: open the database with multiInstance: false');
      const file = VaultFile.hold(settings);
      try {
        const instance = openInstance(
          file,
          settings,
          params as unknown as RxStorageInstanceCreationParams<Record<string, unknown>, unknown>,
          openTables,
        );
        addRxStorageMultiInstanceSupport(STORAGE_NAME, params, instance as never);
        return instance as unknown as RxStorageInstance<RxDocType, VaultInternals, unknown>;
      } catch (error) {
        file.letGo();
        throw error;
      }
    },
  };
}

const sharedTables = new WeakMap<VaultFile, Map<string, VaultTable>>();

function openInstance(
  file: VaultFile,
  settings: VaultStorageSettings,
  params: RxStorageInstanceCreationParams<Record<string, unknown>, unknown>,
  openTables: OpenTables,
): StorageInstance {
  const tables = sharedTables.get(file) ?? new Map<string, VaultTable>();
  sharedTables.set(file, tables);
  const name = JSON.stringify([params.databaseName, params.collectionName, params.schema.version]);
  let table = tables.get(name);
  if (table === undefined || table.listeners.size === 0) {
    table = tableOf(file, params.databaseName, params.collectionName, params.schema as StoredSchema, settings.textOf ?? null);
    tables.set(name, table);
  }
  const opened = table;
  // While RxDB migrates a collection, the old version is open beside the new one: units are written to the new one.
  const other = openTables.get(params.collectionName);
  if (other === undefined || other.schema.version <= opened.schema.version) openTables.set(params.collectionName, opened);
  return new StorageInstance(opened, params.options, () => {
    if (opened.listeners.size === 0 && openTables.get(params.collectionName) === opened) openTables.delete(params.collectionName);
    file.letGo();
  });
}
