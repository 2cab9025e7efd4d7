import { type RxCollection, type RxDatabase, createRxDatabase } from 'rxdb';
import { COLLECTION_SCHEMAS } from '../vault/collections.ts';
import { COLLECTIONS, type CollectionName, type Vault } from '../vault/vault.ts';
import type { Row } from './rows.ts';

export interface OpenCollections {
  readonly database: RxDatabase;
  readonly collections: Readonly<Record<CollectionName, RxCollection<Row>>>;
  readonly close: () => Promise<void>;
}

let opened = 0;

/** Opens the four collections over an open vault; `multiInstance` is never on, because it would write documents into the temporary folder. */
export async function openCollections(vault: Vault): Promise<OpenCollections> {
  opened += 1;
  const database = await createRxDatabase({
    name: 'cordon',
    storage: vault.storage,
    multiInstance: false,
    eventReduce: false,
    localDocuments: false,
    // The same process may open, lock and open again; RxDB would otherwise take that for a mistake.
    closeDuplicates: opened > 1,
  });
  await database.addCollections(Object.fromEntries(COLLECTIONS.map((name) => [name, { schema: COLLECTION_SCHEMAS[name] }])));
  const collections = database.collections as unknown as Readonly<Record<CollectionName, RxCollection<Row>>>;
  return {
    database,
    collections,
    async close() {
      await database.close();
    },
  };
}
