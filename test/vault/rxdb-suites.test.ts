import { join } from 'node:path';
import { createRxDatabase, getChangedDocumentsSince, type RxCollection, type RxDatabase } from 'rxdb';
import { replicateRxCollection } from 'rxdb/plugins/replication';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { runPerformanceTests } from 'rxdb/plugins/test-utils';
import { describe, expect, test } from 'vitest';
import { COLLECTION_SCHEMAS } from '#electron/engine/vault/collections.ts';
import { getRxStorageVault } from '#electron/engine/vault/rx-storage.ts';
import { afterwards, type Doc, record, temporaryFolder } from './fixtures.ts';
import { KEY } from './keys.ts';

const vaultStorage = () => getRxStorageVault({ file: join(temporaryFolder(), 'store.db'), rawKeyHex: KEY });

async function recordsIn(
  storage: ReturnType<typeof vaultStorage> | ReturnType<typeof getRxStorageMemory>,
): Promise<{ records: RxCollection<Doc>; database: RxDatabase }> {
  const database = await createRxDatabase({
    name: `d${Math.random().toString(36).slice(2)}`,
    storage: storage as never,
    multiInstance: false,
    eventReduce: true,
  });
  afterwards(() => database.close());
  const { records } = await database.addCollections({ records: { schema: COLLECTION_SCHEMAS.records as never } });
  return { records: records as unknown as RxCollection<Doc>, database };
}

/** Replicates a collection with another collection standing in for the server, over the storage's own changes-since. */
function replicate(from: RxCollection<Doc>, master: RxCollection<Doc>) {
  const plain = ({ _rev, _meta, _attachments, ...document }: Doc) => document;
  return replicateRxCollection<Doc, unknown>({
    collection: from,
    replicationIdentifier: 'to-master',
    live: false,
    pull: {
      batchSize: 7,
      handler: async (checkpoint, size) => {
        const found = await getChangedDocumentsSince(master.storageInstance, size, checkpoint as never);
        return { documents: found.documents.map((document) => plain(document) as never), checkpoint: found.checkpoint };
      },
    },
    push: {
      batchSize: 7,
      handler: async (rows) => {
        const conflicts: Doc[] = [];
        for (const row of rows) {
          const document = row.newDocumentState as Doc & { _deleted: boolean };
          const now = await master.findOne(String(document['id'])).exec();
          if (now !== null && row.assumedMasterState?.['rev'] !== now.get('rev')) conflicts.push({ ...now.toJSON(), _deleted: false });
          else if (document._deleted) await now?.remove();
          else
            await master.incrementalUpsert(Object.fromEntries(Object.entries(document).filter(([name]) => name !== '_deleted')) as never);
        }
        return conflicts as never;
      },
    },
  });
}

const idsAndRevs = async (collection: RxCollection<Doc>) =>
  (await collection.find({ sort: [{ id: 'asc' }] } as never).exec()).map((document) => `${document.get('id')} ${document.get('rev')}`);

describe('RxDB over the vault', () => {
  test('runs its own performance suite', async () => {
    const times = await runPerformanceTests(vaultStorage() as never, 'vault', {
      runs: 1,
      docsAmount: 300,
      serialDocsAmount: 10,
      collectionsAmount: 2,
      insertBatches: 6,
      waitBetweenTests: 0,
      log: false,
    });
    expect(Object.keys(times).length).toBeGreaterThan(5);
  }, 120_000);

  test('a collection inserts, changes, finds, counts and removes', async () => {
    const { records } = await recordsIn(vaultStorage());
    await records.bulkInsert(
      Array.from({ length: 50 }, (_unused, number) =>
        record(`d${String(number).padStart(2, '0')}`, { number, state: number % 2 === 0 ? 'open' : 'done' }),
      ) as never,
    );
    expect(await records.count({ selector: { kind: 'decision', state: 'open' } } as never).exec()).toBe(25);
    const found = await records
      .find({ selector: { kind: 'decision', state: 'open', sortAt: { $gt: 'd20' } }, sort: [{ sortAt: 'desc' }], limit: 3 } as never)
      .exec();
    expect(found.map((document) => document.primary)).toEqual(['d48', 'd46', 'd44']);
    await found[0]?.incrementalPatch({ state: 'done' } as never);
    await found[1]?.remove();
    expect(await records.count({ selector: { kind: 'decision', state: 'open' } } as never).exec()).toBe(23);
    expect((await records.insert(record('d00') as never).catch((error: { code: string }) => error)) as unknown).toMatchObject({
      code: 'CONFLICT',
    });
  });

  test.each([
    ['from the vault to memory', vaultStorage, getRxStorageMemory],
    ['from memory to the vault', getRxStorageMemory, vaultStorage],
    ['between two vaults', vaultStorage, vaultStorage],
  ])(
    'replicates %s in both directions until both hold the same',
    async (_name, forkStorage, masterStorage) => {
      const fork = await recordsIn(forkStorage() as never);
      const master = await recordsIn(masterStorage() as never);
      await fork.records.bulkInsert(
        Array.from({ length: 23 }, (_unused, number) => record(`fork${number}`, { rev: `f:${number}` })) as never,
      );
      await master.records.bulkInsert(
        Array.from({ length: 31 }, (_unused, number) => record(`master${number}`, { rev: `m:${number}` })) as never,
      );
      await replicate(fork.records, master.records).awaitInitialReplication();
      expect(await idsAndRevs(fork.records)).toHaveLength(54);
      expect(await idsAndRevs(fork.records)).toEqual(await idsAndRevs(master.records));

      await (await fork.records.findOne('master3').exec())?.incrementalPatch({ rev: 'f:100', state: 'changed' } as never);
      await (await master.records.findOne('fork5').exec())?.incrementalPatch({ rev: 'm:100' } as never);
      await (await fork.records.findOne('fork7').exec())?.remove();
      const second = replicate(fork.records, master.records);
      await second.awaitInitialReplication();
      await second.awaitInSync();
      const both = await idsAndRevs(fork.records);
      expect(both).toEqual(await idsAndRevs(master.records));
      expect(both).toHaveLength(53);
      expect(both).toContain('master3 f:100');
      expect(both).toContain('fork5 m:100');
    },
    60_000,
  );
});
