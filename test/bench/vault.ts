import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, release, tmpdir, totalmem, type as systemName } from 'node:os';
import { join } from 'node:path';
import { Database } from '@signalapp/sqlcipher';
import { createRxDatabase, fillWithDefaultSettings, normalizeMangoQuery, prepareQuery, type RxCollection, type RxJsonSchema } from 'rxdb';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { openVault } from '#electron/engine/vault/open-vault.ts';
import { getRxStorageVault } from '#electron/engine/vault/rx-storage.ts';
import type { StorageInstance } from '#electron/engine/vault/storage-instance.ts';
import { findText } from '#electron/engine/vault/text-find.ts';
import type { TextOf } from '#electron/engine/vault/text-index.ts';
import { VaultFile } from '#electron/engine/vault/vault-file.ts';
import { toWriteRow } from '#electron/engine/vault/write-row.ts';
import { COLLECTION_SCHEMAS } from '#electron/engine/vault/collections.ts';

/**
 * Prints what the vault costs against raw SQLCipher doing the same work in the same run, on the same file system, with the same
 * durability (write-ahead log, synchronous=FULL). Medians over the rounds; never a test.
 */
const DOCUMENTS = Number(process.env['BENCH_DOCUMENTS'] ?? 10_000);
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);
const BATCH = 200;
const READS = 500;
const QUERIES = 50;
const KEY = 'c3'.repeat(32);
const WORDS =
  'burglary vehicle offender meeting priority district robbery patrol intelligence warehouse quarry heron river station market evidence decision action owner review'.split(
    ' ',
  );

type Doc = Record<string, unknown> & { id: string };

const schema: RxJsonSchema<Doc> = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 64 },
    kind: { type: 'string', maxLength: 40 },
    state: { type: 'string', maxLength: 40 },
    parent: { type: 'string', maxLength: 64 },
    number: { type: 'integer', minimum: 0, maximum: 9_999_999, multipleOf: 1 },
    sortAt: { type: 'string', maxLength: 200 },
    body: { type: 'object', additionalProperties: true },
  },
  indexes: [
    ['kind', 'sortAt'],
    ['kind', 'state', 'sortAt'],
    ['kind', 'parent', 'number'],
  ],
};

/** About a kilobyte each. */
function documentOf(number: number): Doc {
  const word = (salt: number): string => WORDS[(number * 7 + salt * 13 + ((number >> 3) ^ salt)) % WORDS.length] as string;
  return {
    id: `d${String((number * 7919) % 1_000_003).padStart(12, '0')}`,
    kind: ['decision', 'action', 'minute', 'paper'][number % 4] as string,
    state: number % 3 === 0 ? 'open' : 'done',
    parent: `m${number % 100}`,
    number,
    sortAt: `2026-${String((number % 12) + 1).padStart(2, '0')}-${String((number % 28) + 1).padStart(2, '0')}T${String(number % 24).padStart(2, '0')}`,
    body: { title: `${word(1)} ${word(2)}`, text: Array.from({ length: 110 }, (_unused, position) => word(position)).join(' ') },
  };
}
const stored = (document: Doc): Doc => ({
  ...document,
  _deleted: false,
  _attachments: {},
  _meta: { lwt: 1_700_000_000_000 + (document['number'] as number) },
  _rev: '1-bench',
});
const textOf: TextOf = (collection, document) => {
  if (collection !== 'records') return null;
  const body = document['body'] as { title: string; text: string };
  return { kind: String(document['kind']), circles: ['open'], title: body.title, text: body.text, weight: 1 };
};

const folders: string[] = [];
function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cordon-bench-'));
  folders.push(folder);
  return folder;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;

/** Processor milliseconds of one run of `work`, by `times`: other work on the machine does not count. */
async function timed(times: number, work: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const used = process.cpuUsage(start);
  return (used.user + used.system) / 1000 / times;
}

/** The same after a first run that does not count. */
async function timedWarm(times: number, work: () => unknown): Promise<number> {
  await work();
  return timed(times, work);
}

type Figures = Map<string, number[]>;
function note(figures: Figures, name: string, value: number): void {
  figures.set(name, [...(figures.get(name) ?? []), value]);
}

const TERMS = ['burglary', 'quarry heron', 'offender vehicle patrol'];

async function rawRound(figures: Figures, documents: readonly Doc[]): Promise<void> {
  const db = new Database(join(freshFolder(), 'raw.db'), { cacheStatements: true });
  db.exec(`PRAGMA key = "x'${KEY}'"`);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -49152');
  db.exec(`CREATE TABLE t(key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind, state, parent, number, sortAt, json TEXT NOT NULL);
    CREATE INDEX a ON t(kind, sortAt, id); CREATE INDEX b ON t(kind, state, sortAt, id); CREATE INDEX c ON t(kind, parent, number, id);
    CREATE VIRTUAL TABLE x USING fts5(title, text, tokenize = 'porter unicode61 remove_diacritics 2', prefix = '3');`);
  const insert = db.prepare('INSERT INTO t(id, kind, state, parent, number, sortAt, json) VALUES (?, ?, ?, ?, ?, ?, ?)');
  const parsed = documents.map(stored);
  note(
    figures,
    'insert',
    await timed(documents.length, () => {
      for (let from = 0; from < parsed.length; from += BATCH) {
        db.exec('BEGIN IMMEDIATE');
        for (const one of parsed.slice(from, from + BATCH))
          insert.run([
            one.id,
            one['kind'] as string,
            one['state'] as string,
            one['parent'] as string,
            one['number'] as number,
            one['sortAt'] as string,
            JSON.stringify(one),
          ]);
        db.exec('COMMIT');
      }
    }),
  );
  const one = db.prepare('SELECT json FROM t WHERE id = ?', { pluck: true });
  note(
    figures,
    'point read',
    await timedWarm(READS, () => repeat(READS, (run) => JSON.parse(one.get([(documents[run] as Doc).id]) as string))),
  );
  const read = (sql: string, params: (string | number)[]) =>
    db
      .prepare(sql, { pluck: true })
      .all(params)
      .map((json) => JSON.parse(json as string));
  note(
    figures,
    'range of 50',
    await timedWarm(QUERIES, () =>
      repeat(QUERIES, () =>
        read('SELECT json FROM t WHERE kind = ? AND sortAt >= ? AND sortAt < ? ORDER BY sortAt, id LIMIT 50', [
          'action',
          '2026-03',
          '2026-09',
        ]),
      ),
    ),
  );
  note(
    figures,
    'sorted 50',
    await timedWarm(QUERIES, () =>
      repeat(QUERIES, (run) =>
        read('SELECT json FROM t WHERE kind = ? AND parent = ? ORDER BY number, id LIMIT 50', ['minute', `m${(run * 4 + 2) % 100}`]),
      ),
    ),
  );
  note(
    figures,
    'count',
    await timedWarm(QUERIES, () =>
      repeat(QUERIES, () => db.prepare('SELECT count(*) FROM t WHERE kind = ? AND state = ?', { pluck: true }).get(['decision', 'open'])),
    ),
  );
  const text = db.prepare('INSERT INTO x(rowid, title, text) VALUES (CAST(? AS INTEGER), ?, ?)');
  const indexing = await timed(documents.length, () => {
    for (let from = 0; from < documents.length; from += BATCH) {
      db.exec('BEGIN IMMEDIATE');
      for (const [position, document] of documents.slice(from, from + BATCH).entries()) {
        const body = document['body'] as { title: string; text: string };
        text.run([from + position + 1, body.title, body.text]);
      }
      db.exec('COMMIT');
    }
  });
  note(figures, 'insert with full text', (figures.get('insert')?.at(-1) ?? 0) + indexing);
  const find = db.prepare('SELECT rowid AS key FROM x WHERE x MATCH ? ORDER BY bm25(x, 8.0, 1.0) LIMIT 20');
  const snippet = db.prepare("SELECT snippet(x, 1, char(1), char(2), '…', 24) FROM x WHERE x MATCH ? AND rowid = CAST(? AS INTEGER)", {
    pluck: true,
  });
  note(
    figures,
    'full text, top 20',
    await timedWarm(TERMS.length * 5, () =>
      repeat(5, () => {
        for (const terms of TERMS) {
          const expression = terms
            .split(' ')
            .map((term) => `"${term}" *`)
            .join(' AND ');
          for (const row of find.all([expression])) snippet.get([expression, (row as { key: number }).key]);
        }
      }),
    ),
  );
  db.close();
}

function repeat(times: number, work: (run: number) => unknown): void {
  for (let run = 0; run < times; run += 1) work(run);
}
async function repeatWaiting(times: number, work: (run: number) => Promise<unknown>): Promise<void> {
  for (let run = 0; run < times; run += 1) await work(run);
}

const RANGE = { selector: { kind: 'action', sortAt: { $gte: '2026-03', $lt: '2026-09' } }, sort: [{ sortAt: 'asc' }], limit: 50 };
const sortedIn = (run: number) => ({
  selector: { kind: 'minute', parent: `m${(run * 4 + 2) % 100}` },
  sort: [{ number: 'asc' }],
  limit: 50,
});
const COUNT = { selector: { kind: 'decision', state: 'open' } };

async function storageRound(figures: Figures, documents: readonly Doc[], withText: boolean): Promise<void> {
  const path = join(freshFolder(), 'vault.db');
  const storage = getRxStorageVault({ file: path, rawKeyHex: KEY, ...(withText ? { textOf } : {}) });
  const filled = fillWithDefaultSettings(schema) as never;
  const instance = (await storage.createStorageInstance({
    databaseInstanceToken: 't',
    databaseName: 'd',
    collectionName: 'records',
    schema: filled,
    options: {},
    multiInstance: false,
    devMode: false,
  })) as unknown as StorageInstance;
  const rows = documents.map((document) => ({ document: stored(document) }));
  let longest = 0;
  const insert = await timed(documents.length, async () => {
    for (let from = 0; from < rows.length; from += BATCH) {
      const start = performance.now();
      await instance.bulkWrite(rows.slice(from, from + BATCH) as never, 'bench');
      longest = Math.max(longest, performance.now() - start);
    }
  });
  note(figures, withText ? 'insert with full text' : 'insert', insert);
  note(figures, withText ? 'longest pause, 200 rows with full text' : 'longest pause, 200 rows', longest);
  if (withText) {
    const file = VaultFile.hold({ file: path, rawKeyHex: KEY });
    const readOne = (_table: number, key: number) => {
      const document = JSON.parse(file.pluck<string>('SELECT json FROM c1 WHERE key = ?', [key]) as string) as Doc;
      const text = textOf('records', document);
      return text === null ? null : { id: document.id, text };
    };
    note(
      figures,
      'full text, top 20',
      await timedWarm(TERMS.length * 5, () =>
        repeat(5 * TERMS.length, (run) =>
          findText(file, readOne, { typed: TERMS[run % TERMS.length] as string, circles: ['open'], kinds: [], limit: 20 }),
        ),
      ),
    );
    file.letGo();
    await instance.close();
    return;
  }
  const ask = (query: object) =>
    prepareQuery(
      filled,
      normalizeMangoQuery(
        filled,
        structuredClone({ ...query, selector: { ...(query as typeof RANGE).selector, _deleted: { $eq: false } } }) as never,
      ),
    ) as never;
  note(
    figures,
    'point read',
    await timedWarm(READS, () => repeatWaiting(READS, (run) => instance.findDocumentsById([(documents[run] as Doc).id], false))),
  );
  const range = ask(RANGE);
  note(figures, 'range of 50', await timedWarm(QUERIES, () => repeatWaiting(QUERIES, () => instance.query(range))));
  const sorted = Array.from({ length: QUERIES }, (_unused, run) => ask(sortedIn(run)));
  note(figures, 'sorted 50', await timedWarm(QUERIES, () => repeatWaiting(QUERIES, (run) => instance.query(sorted[run] as never))));
  const count = ask(COUNT);
  note(figures, 'count', await timedWarm(QUERIES, () => repeatWaiting(QUERIES, () => instance.count(count))));
  await instance.close();
}

async function collectionRound(figures: Figures, documents: readonly Doc[], storage: never, round: number): Promise<void> {
  const database = await createRxDatabase({ name: `bench${figures.size}`, storage, multiInstance: false, eventReduce: true });
  const { records } = (await database.addCollections({ records: { schema: schema as never } })) as unknown as {
    records: RxCollection<Doc>;
  };
  note(
    figures,
    'insert',
    await timed(documents.length, async () => {
      for (let from = 0; from < documents.length; from += BATCH) await records.bulkInsert(documents.slice(from, from + BATCH));
    }),
  );
  note(
    figures,
    'point read',
    await timed(READS, () => repeatWaiting(READS, (run) => records.findOne((documents[run + 1000] as Doc).id).exec())),
  );
  // RxDB keeps the results of queries it has run: each run asks something a little different, and none is warmed up.
  note(
    figures,
    'range of 50',
    await timed(QUERIES, () =>
      repeatWaiting(QUERIES, (run) =>
        records
          .find({
            ...RANGE,
            selector: { ...RANGE.selector, sortAt: { $gte: `2026-03-${String(run).padStart(2, '0')}`, $lt: '2026-09' } },
          } as never)
          .exec(),
      ),
    ),
  );
  note(
    figures,
    'sorted 50',
    await timed(QUERIES, () => repeatWaiting(QUERIES, (run) => records.find({ ...sortedIn(run), limit: 50 - (run % 10) } as never).exec())),
  );
  note(
    figures,
    'count',
    await timed(QUERIES, () =>
      repeatWaiting(QUERIES, (run) =>
        records.count({ selector: { ...COUNT.selector, sortAt: { $gt: `${run + round}` } } } as never).exec(),
      ),
    ),
  );
  await database.close();
}

async function unitRound(figures: Figures): Promise<void> {
  const vault = openVault({ folder: freshFolder(), rawKeyHex: KEY, expect: 'new', textOf });
  const database = await createRxDatabase({ name: 'units', storage: vault.storage, multiInstance: false });
  await database.addCollections({ records: { schema: COLLECTION_SCHEMAS.records }, journal: { schema: COLLECTION_SCHEMAS.journal } });
  const times: number[] = [];
  for (let unit = 0; unit < 300; unit += 1) {
    const document = {
      ...documentOf(unit),
      rev: 'd:1',
      shape: 1,
      access: 'open',
      scope: '',
      marking: 'OFFICIAL',
      handling: '',
      compartment: '',
      owner: '',
      dueAt: '',
      createdAt: '',
      createdBy: '',
      updatedAt: '',
      updatedBy: '',
    };
    const entry = {
      id: `d:${unit}`,
      device: 'd',
      seq: unit,
      at: '',
      actor: '',
      act: 'bench',
      subject: '',
      subjectKind: '',
      records: [],
      facts: {},
      prev: '',
      hash: '0'.repeat(64),
      signature: '',
    };
    const start = performance.now();
    const stamp = vault.stamp(database.token);
    await vault.writeUnit({ records: [toWriteRow(null, document, stamp)], journal: [toWriteRow(null, entry, stamp)] }, 'bench');
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  note(figures, 'a command: record, text and journal entry, p50', times[150] as number);
  note(figures, 'a command: record, text and journal entry, p95', times[285] as number);
  await database.close();
  vault.close();
}

const raw: Figures = new Map();
const storage: Figures = new Map();
const collection: Figures = new Map();
const memory: Figures = new Map();
try {
  const documents = Array.from({ length: DOCUMENTS }, (_unused, number) => documentOf(number));
  for (let round = 0; round < ROUNDS; round += 1) {
    await rawRound(raw, documents);
    await storageRound(storage, documents, false);
    await storageRound(storage, documents, true);
    await collectionRound(
      collection,
      documents,
      getRxStorageVault({ file: join(freshFolder(), 'vault.db'), rawKeyHex: KEY }) as never,
      round,
    );
    await collectionRound(memory, documents, getRxStorageMemory() as never, round);
    await unitRound(storage);
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  }
} finally {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

const version = new Database(':memory:').prepare('SELECT sqlite_version()', { pluck: true }).get();
console.log(
  `${systemName()} ${release()}, ${cpus().length} x ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, SQLite ${String(version)}`,
);
console.log(
  `${DOCUMENTS} documents of ${JSON.stringify(stored(documentOf(1))).length} bytes, batches of ${BATCH}, medians of ${ROUNDS} rounds, synchronous=FULL;\nprocessor milliseconds each, and raw/vault (1 is as fast as raw); pauses and commands by the clock, disk included\n`,
);
const cell = (figures: Figures, name: string): string => (figures.has(name) ? median(figures.get(name) as number[]).toFixed(4) : '');
const ratio = (figures: Figures, name: string): string =>
  raw.has(name) && figures.has(name) ? (median(raw.get(name) as number[]) / median(figures.get(name) as number[])).toFixed(2) : '';
const lines = [['', 'raw SQLCipher', 'vault storage', 'ratio', 'RxCollection', 'ratio', 'RxCollection in memory']];
for (const name of new Set([...raw.keys(), ...storage.keys()]))
  lines.push([
    name,
    cell(raw, name),
    cell(storage, name),
    ratio(storage, name),
    cell(collection, name),
    ratio(collection, name),
    cell(memory, name),
  ]);
const widths = (lines[0] as string[]).map((_unused, column) => Math.max(...lines.map((line) => (line[column] as string).length)));
for (const line of lines)
  console.log(
    line.map((text, column) => (column === 0 ? text.padEnd(widths[0] as number) : text.padStart(widths[column] as number))).join('  '),
  );
