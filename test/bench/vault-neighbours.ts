import 'fake-indexeddb/auto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RxStorage } from 'rxdb';
import { wrappedKeyEncryptionCryptoJsStorage } from 'rxdb/plugins/encryption-crypto-js';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { runPerformanceTests } from 'rxdb/plugins/test-utils';
import { getRxStorageVault } from '#electron/engine/vault/rx-storage.ts';

/**
 * RxDB's own performance suite over the vault and over what else could have been used, and PouchDB doing the nearest to it where it is
 * installed: `BENCH_POUCHDB` names a folder in which `npm install pouchdb pouchdb-find` was run. It is no dependency of Cordon.
 */
const DOCUMENTS = Number(process.env['BENCH_NEIGHBOURS'] ?? 1200);
const RUNS = 3;
const folder = mkdtempSync(join(tmpdir(), 'cordon-neighbours-'));

type Times = Readonly<Record<string, number>>;

async function suite(name: string, storage: unknown, password?: string): Promise<Times> {
  const times = await runPerformanceTests(storage as RxStorage<unknown, unknown> as never, name, {
    runs: RUNS,
    docsAmount: DOCUMENTS,
    serialDocsAmount: 20,
    collectionsAmount: 2,
    insertBatches: 6,
    waitBetweenTests: 0,
    log: false,
    ...(password === undefined ? {} : { password }),
  });
  return times as unknown as Times;
}

interface Pouch {
  bulkDocs(documents: readonly object[]): Promise<unknown>;
  createIndex(index: object): Promise<unknown>;
  find(query: object): Promise<unknown>;
  get(id: string): Promise<unknown>;
  close(): Promise<void>;
}

async function pouchTimes(): Promise<Times> {
  const where = process.env['BENCH_POUCHDB'];
  if (where === undefined) return {};
  const installed = createRequire(join(where, 'node_modules', 'x.js'));
  const PouchDB = installed('pouchdb') as { new (path: string): Pouch; plugin(plugin: unknown): void };
  PouchDB.plugin(installed('pouchdb-find'));
  const pouch = new PouchDB(join(folder, 'pouch'));
  await pouch.createIndex({ index: { fields: ['kind', 'number'] } });
  const documents = Array.from({ length: DOCUMENTS }, (_unused, number) => ({
    _id: `d${number}`,
    kind: `k${number % 4}`,
    number,
    text: 'x'.repeat(900),
  }));
  const took = async (work: () => Promise<unknown>): Promise<number> => {
    const start = performance.now();
    await work();
    return Number((performance.now() - start).toFixed(2));
  };
  const times: Times = {
    [`PouchDB: ${DOCUMENTS} documents in batches of 200`]: await took(async () => {
      for (let from = 0; from < DOCUMENTS; from += 200) await pouch.bulkDocs(documents.slice(from, from + 200));
    }),
    'PouchDB: 100 documents by id': await took(async () => {
      for (let number = 0; number < 100; number += 1) await pouch.get(`d${number}`);
    }),
    'PouchDB: 10 queries of 50 over an index': await took(async () => {
      for (let run = 0; run < 10; run += 1) await pouch.find({ selector: { kind: 'k1', number: { $gte: run } }, limit: 50 });
    }),
  };
  await pouch.close();
  return times;
}

try {
  const columns: readonly (readonly [string, Times])[] = [
    ['vault', await suite('vault', getRxStorageVault({ file: join(folder, 'vault.db'), rawKeyHex: 'e5'.repeat(32) }))],
    ['memory', await suite('memory', getRxStorageMemory())],
    ['Dexie', await suite('dexie', getRxStorageDexie())],
    [
      'memory + crypto-js',
      await suite('crypto-js', wrappedKeyEncryptionCryptoJsStorage({ storage: getRxStorageMemory() }), 'a pass phrase of a bench'),
    ],
  ];
  console.log(
    `\nRxDB's performance suite, ${DOCUMENTS} documents, milliseconds by the clock, average of ${RUNS} runs. Only the vault writes to a disk.\n`,
  );
  console.log(''.padEnd(34) + columns.map(([name]) => name.padStart(20)).join(''));
  for (const measure of Object.keys(columns[0]?.[1] ?? {}).filter((one) => !/^description$|Amount$/.test(one)))
    console.log(measure.padEnd(34) + columns.map(([, times]) => String(times[measure] ?? '').padStart(20)).join(''));
  const pouch = await pouchTimes();
  if (Object.keys(pouch).length === 0) console.log('\nPouchDB: not installed (BENCH_POUCHDB)');
  for (const [what, time] of Object.entries(pouch)) console.log(what.padEnd(54) + String(time).padStart(10));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
