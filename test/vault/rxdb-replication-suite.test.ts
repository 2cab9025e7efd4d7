import { join } from 'node:path';
import {
  addRxPlugin,
  createRxDatabase,
  defaultConflictHandler,
  type RxCollection,
  type RxDatabase,
  rxStorageInstanceToReplicationHandler,
} from 'rxdb';
import { disableWarnings, RxDBDevModePlugin } from 'rxdb/plugins/dev-mode';
import { RxDBLocalDocumentsPlugin } from 'rxdb/plugins/local-documents';
import { replicateRxCollection } from 'rxdb/plugins/replication';
import { runReplicationBaseTestSuite, schemas, setConfig } from 'rxdb/plugins/test-utils';
import { wrappedValidateAjvStorage } from 'rxdb/plugins/validate-ajv';
import { afterAll, describe, expect, it } from 'vitest';
import { COLLECTION_SCHEMAS } from '#electron/engine/vault/collections.ts';
import { getRxStorageVault } from '#electron/engine/vault/rx-storage.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { type Doc, entry, record } from './fixtures.ts';
import { KEY } from './keys.ts';

// RxDB's suite names its blocks with the globals of the runner it was written for.
Object.assign(globalThis, { describe, it });
// In its development mode RxDB checks every schema, freezes what it hands out, and asks for a validator around the storage.
disableWarnings();
addRxPlugin(RxDBDevModePlugin);
addRxPlugin(RxDBLocalDocumentsPlugin);

const folder = mkdtempSync(join(tmpdir(), 'cordon-vault-suite-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let stores = 0;
function vaultStorage() {
  const storage = getRxStorageVault({ file: join(folder, `store${(stores += 1)}.db`), rawKeyHex: KEY });
  // One test of the suite opens its database with RxDB's default, multiInstance: true, which the vault refuses.
  const alone: typeof storage = {
    ...storage,
    createStorageInstance: (params) => storage.createStorageInstance({ ...params, multiInstance: false }),
  };
  return wrappedValidateAjvStorage({ storage: alone as never });
}

setConfig({
  storage: {
    name: 'vault',
    getStorage: vaultStorage,
    getPerformanceStorage: () => ({ storage: vaultStorage(), description: 'vault' }),
    hasPersistence: true,
    hasMultiInstance: false,
    hasAttachments: true,
    hasReplication: true,
  },
});

let server: { database: RxDatabase; humans: RxCollection<Doc> } | null = null;

async function serverNow(): Promise<{ database: RxDatabase; humans: RxCollection<Doc> }> {
  if (server !== null) return server;
  const database = await createRxDatabase({ name: 'server', storage: vaultStorage(), multiInstance: false });
  const { humans } = await database.addCollections({ humans: { schema: schemas.human as never } });
  server = { database, humans: humans as unknown as RxCollection<Doc> };
  return server;
}

async function start(collection: RxCollection, live: boolean) {
  const { humans, database } = await serverNow();
  const handler = rxStorageInstanceToReplicationHandler(humans.storageInstance as never, defaultConflictHandler as never, database.token);
  return replicateRxCollection({
    collection,
    replicationIdentifier: 'to-the-vault-server',
    live,
    pull: {
      batchSize: 5,
      handler: (checkpoint: unknown, size: number) => handler.masterChangesSince(checkpoint as never, size) as never,
      stream$: handler.masterChangeStream$ as never,
    },
    push: { batchSize: 5, handler: (rows: unknown) => handler.masterWrite(rows as never) as never },
  } as never);
}

describe('RxDB’s own suite for replications, with a vault at both ends', () => {
  afterAll(async () => {
    await server?.database.close();
  });

  runReplicationBaseTestSuite({
    startReplication: (collection) => start(collection, true),
    syncOnce: async (collection) => {
      const state = await start(collection, false);
      await state.awaitInitialReplication();
    },
    getAllServerDocs: async () => {
      const { humans } = await serverNow();
      const found = await humans.find().exec();
      return found.map((document) => document.toJSON());
    },
    cleanUpServer: async () => {
      await server?.database.remove();
      server = null;
    },
    getPrimaryOfServerDoc: (document: Doc) => String(document['passportId']),
  });
});

describe('the schemas of the four collections', () => {
  it('satisfy every check of RxDB’s development mode, and documents that fit the envelope satisfy them', async () => {
    const database = await createRxDatabase({ name: 'checked', storage: vaultStorage(), multiInstance: false });
    const collections = (await database.addCollections(
      Object.fromEntries(Object.entries(COLLECTION_SCHEMAS).map(([name, schema]) => [name, { schema }])) as never,
    )) as unknown as Record<string, RxCollection<Doc>>;
    await collections['records']?.insert(
      record('r1', { access: 'x'.repeat(1000), sortAt: 'y'.repeat(200), number: 9_999_999, body: { any: { depth: [1, null] } } }),
    );
    await collections['journal']?.insert(
      entry(Number.MAX_SAFE_INTEGER, { facts: { copies: 2, printed: true }, records: [{ id: 'r1', fields: ['body.text'] }] }),
    );
    await expect(collections['records']?.insert(record('r2', { access: 'x'.repeat(1001) }))).rejects.toMatchObject({ code: 'VD2' });
    expect(await collections['records']?.find({ selector: { kind: 'decision' }, sort: [{ sortAt: 'asc' }] }).exec()).toHaveLength(1);
    await database.close();
  });
});
