import { createBlob } from 'rxdb/plugins/utils';
import { type EventBulk, normalizeMangoQuery, prepareQuery, type RxJsonSchema } from 'rxdb';
import { describe, expect, test } from 'vitest';
import { join } from 'node:path';
import { getRxStorageVault } from '#electron/engine/vault/rx-storage.ts';
import { type Doc, type Instance, openInstance, type Stored, stored, temporaryFolder } from './fixtures.ts';
import { KEY } from './keys.ts';

const schema: RxJsonSchema<Doc> = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 100 },
    name: { type: 'string', maxLength: 100 },
    number: { type: 'number', minimum: 0, maximum: 1e9, multipleOf: 1 },
  },
  indexes: ['name', ['number', 'name']],
};
const withAttachments: RxJsonSchema<Doc> = { ...schema, attachments: {} };

const bulksOf = (instance: Instance): EventBulk<never, { id: string; lwt: number }>[] => {
  const heard: EventBulk<never, { id: string; lwt: number }>[] = [];
  instance.changeStream().subscribe((bulk) => heard.push(bulk as never));
  return heard;
};
const ask = (instance: Instance, query: Doc) =>
  prepareQuery(instance.schema as never, normalizeMangoQuery(instance.schema as never, query as never) as never) as never;
const next = (document: Stored, change: Doc, lwt = document._meta.lwt + 1, deleted = false): Stored =>
  ({ ...document, ...change, _deleted: deleted, _rev: `${Number(document._rev.split('-')[0]) + 1}-test`, _meta: { lwt } }) as Stored;

interface Checkpoint {
  readonly id: string;
  readonly lwt: number;
}
function changesSince(
  instance: Instance,
  limit: number,
  checkpoint?: Checkpoint,
): Promise<{ documents: Stored[]; checkpoint: Checkpoint }> {
  if (instance.getChangedDocumentsSince === undefined) throw new Error('the storage must tell changes itself');
  return instance.getChangedDocumentsSince(limit, checkpoint) as never;
}

describe('writing', () => {
  test('a new document is stored and told once, after it can be read', async () => {
    const instance = await openInstance(schema);
    const readWhenTold: Promise<Stored[]>[] = [];
    instance.changeStream().subscribe(() => readWhenTold.push(instance.findDocumentsById(['a'], false) as never));
    const heard = bulksOf(instance);
    const document = stored({ id: 'a', name: 'one', number: 1 }, { lwt: 5.25 });
    expect(await instance.bulkWrite([{ document }], 'why')).toEqual({ error: [] });
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatchObject({
      context: 'why',
      checkpoint: { id: 'a', lwt: 5.25 },
      events: [{ documentId: 'a', operation: 'INSERT', documentData: document }],
    });
    expect(await readWhenTold[0]).toEqual([document]);
  });

  test('a second insert of the same id is a conflict that carries the stored document, and no event is sent', async () => {
    const instance = await openInstance(schema);
    const first = stored({ id: 'a', name: 'one', number: 1 });
    await instance.bulkWrite([{ document: first }], 'x');
    const heard = bulksOf(instance);
    const row = { document: stored({ id: 'a', name: 'two', number: 2 }) };
    const { error } = await instance.bulkWrite([row], 'y');
    expect(error).toEqual([{ status: 409, isError: true, documentId: 'a', writeRow: row, documentInDb: first, context: 'y' }]);
    expect(heard).toEqual([]);
    expect(await instance.findDocumentsById(['a'], false)).toEqual([first]);
  });

  test('an update from a stale revision is refused, from the right one it is stored', async () => {
    const instance = await openInstance(schema);
    const first = stored({ id: 'a', name: 'one', number: 1 });
    await instance.bulkWrite([{ document: first }], 'x');
    const second = next(first, { name: 'two' });
    expect((await instance.bulkWrite([{ previous: first, document: second }], 'x')).error).toEqual([]);
    const stale = await instance.bulkWrite([{ previous: first, document: next(first, { name: 'three' }) }], 'x');
    expect(stale.error[0]).toMatchObject({ status: 409, documentInDb: { name: 'two' } });
    expect(await instance.findDocumentsById(['a'], false)).toEqual([second]);
  });

  test('of a mixed batch the good rows are stored and told, the bad ones come back', async () => {
    const instance = await openInstance(schema);
    const first = stored({ id: 'a', name: 'one', number: 1 });
    await instance.bulkWrite([{ document: first }], 'x');
    const heard = bulksOf(instance);
    const result = await instance.bulkWrite(
      [{ document: stored({ id: 'a', name: 'again', number: 1 }) }, { document: stored({ id: 'b', name: 'new', number: 1 }) }],
      'x',
    );
    expect(result.error.map((error) => error.documentId)).toEqual(['a']);
    expect(heard[0]?.events.map((event: { documentId: string }) => event.documentId)).toEqual(['b']);
  });

  test('the same id twice in one batch: the first is stored, the second conflicts with it', async () => {
    const instance = await openInstance(schema);
    const first = stored({ id: 'a', name: 'one', number: 1 });
    const result = await instance.bulkWrite([{ document: first }, { document: stored({ id: 'a', name: 'two', number: 2 }) }], 'x');
    expect(result.error).toHaveLength(1);
    expect(result.error[0]).toMatchObject({ status: 409, documentInDb: { name: 'one' } });
    expect(await instance.findDocumentsById(['a'], false)).toEqual([first]);
  });

  test('deleting tells DELETE, inserting again over the deleted one tells INSERT, inserting a deleted one tells nothing', async () => {
    const instance = await openInstance(schema);
    const heard = bulksOf(instance);
    const first = stored({ id: 'a', name: 'one', number: 1 });
    await instance.bulkWrite([{ document: first }], 'x');
    const gone = next(first, {}, 1001, true);
    await instance.bulkWrite([{ previous: first, document: gone }], 'x');
    expect(await instance.findDocumentsById(['a'], false)).toEqual([]);
    expect(await instance.findDocumentsById(['a'], true)).toEqual([gone]);
    expect((await instance.bulkWrite([{ document: stored({ id: 'a', name: 'x', number: 1 }) }], 'x')).error).toHaveLength(1);
    await instance.bulkWrite([{ previous: gone, document: next(gone, { name: 'back' }) }], 'x');
    await instance.bulkWrite([{ document: stored({ id: 'b', name: 'never lived', number: 1 }, { deleted: true }) }], 'x');
    expect(heard.flatMap((bulk) => bulk.events.map((event: { operation: string }) => event.operation))).toEqual([
      'INSERT',
      'DELETE',
      'INSERT',
    ]);
  });

  test('a large batch is stored whole, and other work is done between its parts', async () => {
    const instance = await openInstance(schema);
    const heard = bulksOf(instance);
    let turns = 0;
    const ticking = setInterval(() => (turns += 1), 0);
    await instance.bulkWrite(
      Array.from({ length: 3000 }, (_unused, number) => ({ document: stored({ id: `d${number}`, name: 'n', number }) })),
      'x',
    );
    clearInterval(ticking);
    expect(turns).toBeGreaterThan(0);
    expect(heard.flatMap((bulk) => bulk.events)).toHaveLength(3000);
    expect(await instance.count(ask(instance, { selector: { name: 'n', _deleted: false } }))).toEqual({ count: 3000, mode: 'fast' });
  });

  test('an id that holds half a character is refused, because it would become the same as another; every whole one comes back as it went in', async () => {
    const instance = await openInstance(schema);
    await expect(instance.bulkWrite([{ document: stored({ id: 'a\ud800', name: '', number: 0 }) }], 'x')).rejects.toThrow(
      'half a character',
    );
    const ids = ['\u{1f600}', '\ue000', '\uffff', 'a\u0000b', 'a', "o'brien", '\u{10ffff}', 'Ж'];
    await instance.bulkWrite(
      ids.map((id) => ({ document: stored({ id, name: 'half \ud800', number: 0 }) })),
      'x',
    );
    expect((await instance.findDocumentsById(ids, false)).map((document) => document['id'])).toEqual(ids);
    expect(
      (await instance.query(ask(instance, { selector: {}, sort: [{ id: 'asc' }] }))).documents.map((document) => document['id']),
    ).toEqual([...ids].sort());
    expect((await instance.findDocumentsById(['a'], false))[0]?.['name']).toBe('half \ud800');
  });

  test('what was written is there after closing and opening again', async () => {
    const file = join(temporaryFolder(), 'store.db');
    const first = await openInstance(schema, { file });
    await first.bulkWrite([{ document: stored({ id: 'a', name: 'one', number: 1 }) }], 'x');
    await first.close();
    const second = await openInstance(schema, { file });
    expect(await second.findDocumentsById(['a'], false)).toHaveLength(1);
  });
});

describe('changes since a checkpoint', () => {
  test('documents of one instant are handed out page by page, none twice and none left out', async () => {
    const instance = await openInstance(schema);
    const ids = Array.from({ length: 57 }, (_unused, number) => `${number % 3 === 0 ? '\u{1f600}' : '\uffee'}${number}`);
    await instance.bulkWrite(
      ids.map((id, number) => ({ document: stored({ id, name: '', number }, { lwt: 1000 + Math.floor(number / 20) }) })),
      'x',
    );
    const seen: string[] = [];
    let checkpoint: Checkpoint | undefined;
    for (;;) {
      const page = await changesSince(instance, 10, checkpoint);
      seen.push(...page.documents.map((document) => String(document['id'])));
      checkpoint = page.checkpoint;
      if (page.documents.length < 10) break;
    }
    expect(seen).toHaveLength(57);
    expect(new Set(seen)).toEqual(new Set(ids));
    expect(await changesSince(instance, 10, checkpoint)).toEqual({ documents: [], checkpoint });
  });

  test('a document changed twice comes once, as it is now; deleted ones come too', async () => {
    const instance = await openInstance(schema);
    const a = stored({ id: 'a', name: 'one', number: 1 }, { lwt: 10 });
    const b = stored({ id: 'b', name: 'one', number: 1 }, { lwt: 11 });
    await instance.bulkWrite([{ document: a }, { document: b }], 'x');
    const a2 = next(a, { name: 'two' }, 12);
    await instance.bulkWrite([{ previous: a, document: a2 }], 'x');
    const b2 = next(b, {}, 13, true);
    await instance.bulkWrite([{ previous: b, document: b2 }], 'x');
    expect((await changesSince(instance, 10)).documents).toEqual([a2, b2]);
    expect((await changesSince(instance, 10, { id: 'a', lwt: 12 })).documents).toEqual([b2]);
  });

  test('the checkpoint of an event is past everything it tells of, whatever order the rows came in', async () => {
    const instance = await openInstance(schema);
    const heard = bulksOf(instance);
    await instance.bulkWrite(
      [
        { document: stored({ id: 'z', name: '', number: 0 }, { lwt: 50 }) },
        { document: stored({ id: 'a', name: '', number: 0 }, { lwt: 20 }) },
      ],
      'x',
    );
    expect(heard[0]?.checkpoint).toEqual({ id: 'z', lwt: 50 });
    expect((await changesSince(instance, 10, heard[0]?.checkpoint)).documents).toEqual([]);
  });
});

describe('attachments', () => {
  const attachment = (text: string, digest: string) => ({
    data: createBlob(text, 'text/plain'),
    digest,
    type: 'text/plain',
    length: text.length,
  });
  const withFiles = (document: Stored, files: Doc): Stored => ({ ...document, _attachments: files }) as never;

  test('one is stored beside its document, read back, replaced and removed with it', async () => {
    const instance = await openInstance(withAttachments);
    const heard = bulksOf(instance);
    const first = withFiles(stored({ id: 'a', name: 'one', number: 1 }), { file: attachment('hello', 'd1') });
    expect((await instance.bulkWrite([{ document: first }], 'x')).error).toEqual([]);
    const [kept] = (await instance.findDocumentsById(['a'], false)) as Stored[];
    expect(kept?._attachments).toEqual({ file: { digest: 'd1', type: 'text/plain', length: 5 } });
    expect(JSON.stringify(heard)).not.toContain('hello');
    const blob = await instance.getAttachmentData('a', 'file', 'd1');
    expect([await blob.text(), blob.type]).toEqual(['hello', 'text/plain']);
    await expect(instance.getAttachmentData('a', 'file', 'other')).rejects.toThrow();

    const second = withFiles(next(kept as Stored, {}), { file: attachment('changed', 'd2') });
    await instance.bulkWrite([{ previous: kept as Stored, document: second }], 'x');
    expect(await (await instance.getAttachmentData('a', 'file', 'd2')).text()).toBe('changed');
    await expect(instance.getAttachmentData('a', 'file', 'd1')).rejects.toThrow();

    const [now] = (await instance.findDocumentsById(['a'], false)) as Stored[];
    const untouched = next(now as Stored, { name: 'renamed' });
    await instance.bulkWrite([{ previous: now as Stored, document: untouched }], 'x');
    expect(await (await instance.getAttachmentData('a', 'file', 'd2')).text()).toBe('changed');

    const gone = withFiles(next(untouched, {}, 2000, true), {});
    await instance.bulkWrite([{ previous: untouched, document: gone }], 'x');
    await expect(instance.getAttachmentData('a', 'file', 'd2')).rejects.toThrow();
  });

  test('a row that names an attachment without its data is refused, and nothing is told of it', async () => {
    const instance = await openInstance(withAttachments);
    const heard = bulksOf(instance);
    const missing = { file: { digest: 'd', type: 'text/plain', length: 3 } };
    const inserted = await instance.bulkWrite([{ document: withFiles(stored({ id: 'a', name: '', number: 0 }), missing) }], 'x');
    expect(inserted.error[0]).toMatchObject({ status: 510, attachmentId: 'file' });
    const plain = stored({ id: 'b', name: '', number: 0 });
    await instance.bulkWrite([{ document: plain }], 'x');
    heard.length = 0;
    const updated = await instance.bulkWrite([{ previous: plain, document: withFiles(next(plain, { name: 'no' }), missing) }], 'x');
    expect(updated.error[0]).toMatchObject({ status: 510, documentInDb: plain });
    expect(heard).toEqual([]);
    expect(await instance.findDocumentsById(['b'], false)).toEqual([plain]);
    await instance.bulkWrite(
      [
        { previous: plain, document: withFiles(next(plain, { name: 'no' }), missing) },
        { document: stored({ id: 'c', name: 'good', number: 0 }) },
      ],
      'x',
    );
    expect(heard.flatMap((bulk) => bulk.events.map((event: { documentId: string }) => event.documentId))).toEqual(['c']);
  });
});

describe('counting, cleaning, removing', () => {
  test('a count says fast when SQL alone can say, slow when documents had to be looked at, and honours skip and limit', async () => {
    const instance = await openInstance(schema);
    await instance.bulkWrite(
      Array.from({ length: 20 }, (_unused, number) => ({
        document: stored({ id: `d${number}`, name: number % 2 === 0 ? 'even' : 'odd', number }),
      })),
      'x',
    );
    expect(await instance.count(ask(instance, { selector: { name: 'even', _deleted: false } }))).toEqual({ count: 10, mode: 'fast' });
    expect(await instance.count(ask(instance, { selector: { name: { $regex: '^e' } } }))).toEqual({ count: 10, mode: 'slow' });
    expect(await instance.count(ask(instance, { selector: {}, limit: 3 }))).toEqual({ count: 3, mode: 'fast' });
    expect(await instance.count(ask(instance, { selector: {}, skip: 18 }))).toEqual({ count: 2, mode: 'fast' });
    expect((await instance.query(ask(instance, { selector: {}, limit: 0 }))).documents).toEqual([]);
  });

  test('cleaning takes out only what was deleted long enough ago, and says when it is not finished', async () => {
    const instance = await openInstance(schema);
    const now = Date.now();
    await instance.bulkWrite(
      Array.from({ length: 1200 }, (_unused, number) => ({
        document: stored({ id: `old${number}`, name: '', number: 0 }, { deleted: true, lwt: now - 100_000 }),
      })),
      'x',
    );
    await instance.bulkWrite(
      [
        { document: stored({ id: 'fresh', name: '', number: 0 }, { deleted: true, lwt: now }) },
        { document: stored({ id: 'alive', name: '', number: 0 }, { lwt: now - 100_000 }) },
      ],
      'x',
    );
    let rounds = 1;
    while (!(await instance.cleanup(50_000))) rounds += 1;
    expect(rounds).toBeGreaterThan(1);
    const left = (await instance.query(ask(instance, { selector: {} }))).documents.map((document) => document['id']);
    expect(left.sort()).toEqual(['alive', 'fresh']);
    await instance.cleanup(0);
    expect((await instance.query(ask(instance, { selector: {} }))).documents).toHaveLength(1);
  });

  test('a removed collection is empty when it is opened again; its neighbours keep what they have', async () => {
    const file = join(temporaryFolder(), 'store.db');
    const one = await openInstance(schema, { file, collection: 'one' });
    const two = await openInstance(schema, { file, collection: 'two' });
    await one.bulkWrite([{ document: stored({ id: 'a', name: '', number: 0 }) }], 'x');
    await two.bulkWrite([{ document: stored({ id: 'b', name: '', number: 0 }) }], 'x');
    await one.remove();
    const again = await openInstance(schema, { file, collection: 'one' });
    expect(await again.findDocumentsById(['a'], true)).toEqual([]);
    expect(await two.findDocumentsById(['b'], true)).toHaveLength(1);
  });

  test('a closed collection answers nothing any more, and closing waits for what is being written', async () => {
    const file = join(temporaryFolder(), 'store.db');
    const instance = await openInstance(schema, { file });
    const writing = instance.bulkWrite(
      Array.from({ length: 900 }, (_unused, number) => ({ document: stored({ id: `d${number}`, name: '', number }) })),
      'x',
    );
    await instance.close();
    expect((await writing).error).toEqual([]);
    await expect(instance.findDocumentsById(['d1'], true)).rejects.toThrow('closed');
    const again = await openInstance(schema, { file });
    expect((await again.count(ask(again, { selector: {} }))).count).toBe(900);
  });

  test('two instances of one collection hear each other', async () => {
    const file = join(temporaryFolder(), 'store.db');
    const one = await openInstance(schema, { file });
    const two = await openInstance(schema, { file });
    const heard = bulksOf(two);
    await one.bulkWrite([{ document: stored({ id: 'a', name: '', number: 0 }) }], 'x');
    expect(heard).toHaveLength(1);
    expect(await two.findDocumentsById(['a'], false)).toHaveLength(1);
  });

  test('opening with multiInstance is refused, because RxDB would write plain text into the temporary folder', async () => {
    const storage = getRxStorageVault({ file: join(temporaryFolder(), 'x.db'), rawKeyHex: KEY });
    await expect(
      storage.createStorageInstance({
        databaseInstanceToken: 't',
        databaseName: 'd',
        collectionName: 'c',
        schema: { ...schema, keyCompression: false } as never,
        options: {},
        multiInstance: true,
        devMode: false,
      }),
    ).rejects.toThrow('multiInstance: false');
  });

  test('a schema that changed without a new version is refused instead of misread', async () => {
    const file = join(temporaryFolder(), 'store.db');
    await (await openInstance(schema, { file })).close();
    await expect(openInstance({ ...schema, indexes: ['name'] }, { file })).rejects.toThrow('without a new version');
  });
});
