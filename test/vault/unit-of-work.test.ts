import fc from 'fast-check';
import type { RxDocument } from 'rxdb';
import { firstValueFrom, filter, map } from 'rxjs';
import { describe, expect, test } from 'vitest';
import { toWriteRow } from '#electron/engine/vault/write-row.ts';
import { type Doc, entry, type OpenVaultForTest, record, vaultForTest } from './fixtures.ts';

const all = async ({ vault }: OpenVaultForTest, ids: readonly string[]) => vault.stored('records', ids).map((document) => document['id']);
const row = (open: OpenVaultForTest, document: Doc & { id: string }, previous: 'none' | 'stored' = 'none') =>
  toWriteRow(
    previous === 'none' ? null : (open.vault.stored('records', [document.id])[0] ?? null),
    document,
    open.vault.stamp(open.database.token),
  );

describe('a unit of work', () => {
  test('records and their journal entry are written together, and a live query of each collection sees them', async () => {
    const open = await vaultForTest();
    const seen = firstValueFrom(
      open.collections.records.find({ selector: { kind: 'decision' }, sort: [{ sortAt: 'asc' }] }).$.pipe(
        map((found: RxDocument[]) => found.map((one) => one.primary)),
        filter((ids) => ids.length === 2),
      ),
    );
    const journal = firstValueFrom(
      open.collections.journal.find({ selector: { act: 'test.done' } }).$.pipe(filter((found) => found.length === 1)),
    );
    const outcome = await open.vault.writeUnit(
      { records: [row(open, record('d1')), row(open, record('d2'))], journal: [row(open, entry(1))] },
      'test',
    );
    expect(outcome.conflicts).toEqual([]);
    expect(await seen).toEqual(['d1', 'd2']);
    expect(await journal).toHaveLength(1);
  });

  test('a conflict in one collection leaves every collection as it was, and nobody is told anything', async () => {
    const open = await vaultForTest();
    await open.vault.writeUnit({ journal: [row(open, entry(1))] }, 'test');
    const told: string[] = [];
    open.collections.records.$.subscribe((event) => told.push(event.documentId));
    open.collections.journal.$.subscribe((event) => told.push(event.documentId));
    const outcome = await open.vault.writeUnit(
      { records: [row(open, record('d1')), row(open, record('d2'))], journal: [row(open, entry(1))] },
      'test',
    );
    expect(outcome.conflicts).toHaveLength(1);
    expect(outcome.conflicts[0]).toMatchObject({ status: 409, documentId: 'device:1' });
    expect(await all(open, ['d1', 'd2'])).toEqual([]);
    expect(told).toEqual([]);
    expect(open.vault.findText('anything', ['open'], [], 10).hits).toEqual([]);
  });

  test('RxDB changes what a unit wrote, and a unit changes what RxDB wrote', async () => {
    const open = await vaultForTest();
    await open.vault.writeUnit({ records: [row(open, record('d1', { state: 'made' }))] }, 'test');
    const document = await open.collections.records.findOne('d1').exec();
    await document.incrementalPatch({ state: 'superseded' });
    expect((await open.collections.records.findOne('d1').exec()).get('state')).toBe('superseded');
    await open.vault.writeUnit({ records: [row(open, record('d1', { state: 'closed' }), 'stored')] }, 'test');
    expect((await open.collections.records.findOne('d1').exec()).get('state')).toBe('closed');
    expect(document.getLatest().get('state')).toBe('closed');
    const stale = toWriteRow(
      { ...(open.vault.stored('records', ['d1'])[0] as never as object), _rev: '1-old' } as never,
      record('d1'),
      open.vault.stamp(open.database.token),
    );
    expect((await open.vault.writeUnit({ records: [stale] }, 'test')).conflicts).toHaveLength(1);
  });

  test('a deleted record is gone from queries and from search, and may be written again', async () => {
    const open = await vaultForTest();
    await open.vault.writeUnit({ records: [row(open, record('d1', { body: { title: 'Burglary' } }))] }, 'test');
    expect(open.vault.findText('burglary', ['open'], [], 10).hits).toHaveLength(1);
    const before = open.vault.stored('records', ['d1'])[0] ?? null;
    await open.vault.writeUnit({ records: [toWriteRow(before, record('d1'), open.vault.stamp(open.database.token), true)] }, 'test');
    expect(await open.collections.records.findOne('d1').exec()).toBeNull();
    expect(open.vault.findText('burglary', ['open'], [], 10).hits).toEqual([]);
    expect(open.vault.accessKeys()).toEqual([]);
    await open.vault.writeUnit({ records: [row(open, record('d1', { body: { title: 'Robbery' } }), 'stored')] }, 'test');
    expect((await open.collections.records.findOne('d1').exec()).get('body')).toEqual({ title: 'Robbery' });
    expect(open.vault.findText('robbery', ['open'], [], 10).hits).toHaveLength(1);
  });

  test('the time of writes never goes back, even when the clock of the workstation does', async () => {
    const open = await vaultForTest();
    const future = { ...open.vault.stamp(open.database.token), lwt: Date.now() + 3_600_000 };
    await open.vault.writeUnit({ records: [toWriteRow(null, record('d1'), future)] }, 'test');
    await open.shut();
    const again = await vaultForTest(open.folder, 'existing');
    const stamp = again.vault.stamp(again.database.token);
    expect(stamp.lwt).toBeGreaterThan(future.lwt);
    expect(again.vault.stamp(again.database.token).lwt).toBeGreaterThan(stamp.lwt);
  });

  test('a value of the wrong type in an indexed field is found after a refused unit had one too, and after opening again', async () => {
    const open = await vaultForTest();
    await open.vault.writeUnit({ journal: [row(open, entry(1))] }, 'test');
    const odd = record('d1', { owner: ['p1', 'p2'] });
    expect((await open.vault.writeUnit({ records: [row(open, odd)], journal: [row(open, entry(1))] }, 'test')).conflicts).toHaveLength(1);
    expect((await open.vault.writeUnit({ records: [row(open, odd)] }, 'test')).conflicts).toEqual([]);
    const owned = async (now: OpenVaultForTest) =>
      (await now.collections.records.find({ selector: { kind: 'decision', owner: 'p1' } }).exec()).map((one: RxDocument) => one.primary);
    expect(await owned(open)).toEqual(['d1']);
    await open.shut();
    expect(await owned(await vaultForTest(open.folder, 'existing'))).toEqual(['d1']);
  });

  test('access keys are each listed once, only those of living records, whatever characters they hold', async () => {
    const open = await vaultForTest();
    const keys = ['["u1","OFFICIAL",[],[]]', '["\uffee","OFFICIAL",[],[]]', '["\u{1f600}","OFFICIAL",[],[]]'];
    for (const [number, access] of [...keys, ...keys].entries())
      await open.vault.writeUnit({ records: [row(open, record(`d${number}`, { access }))] }, 'test');
    expect([...open.vault.accessKeys()].sort()).toEqual([...keys].sort());
  });

  test('whatever units are written, in whatever order, the vault holds exactly what the accepted ones said', async () => {
    const change = fc.record({
      id: fc.integer({ min: 0, max: 6 }),
      text: fc.string({ maxLength: 10 }),
      stale: fc.boolean(),
      remove: fc.boolean(),
      collection: fc.constantFrom('records', 'journal'),
    });
    const units = fc.array(fc.array(change, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 });
    const open = await vaultForTest();
    let run = 0;
    await fc.assert(
      fc.asyncProperty(units, async (made) => {
        run += 1;
        const expected = new Map<string, string | null>();
        for (const unit of made) {
          const stamp = open.vault.stamp(open.database.token);
          const rows: { records: ReturnType<typeof toWriteRow>[]; journal: ReturnType<typeof toWriteRow>[] } = { records: [], journal: [] };
          const wanted = new Map(expected);
          const touched = new Set<string>();
          let refused = false;
          for (const one of unit) {
            const id = `r${run}-${one.id}`;
            const key = `${one.collection} ${id}`;
            const before = open.vault.stored(one.collection as 'records' | 'journal', [id])[0] ?? null;
            const document =
              one.collection === 'records' ? record(id, { body: { text: one.text } }) : entry(1, { id, facts: { text: one.text } });
            const previous = one.stale && before !== null ? null : before;
            // A stale row, and a second change of the same document in one unit, must refuse the whole unit.
            if ((one.stale && before !== null) || touched.has(key)) refused = true;
            touched.add(key);
            rows[one.collection as 'records' | 'journal'].push(toWriteRow(previous, document, stamp, one.remove && previous !== null));
            wanted.set(key, one.remove && previous !== null ? null : one.text);
          }
          const outcome = await open.vault.writeUnit(rows, 'test');
          expect(outcome.conflicts.length > 0).toBe(refused);
          if (!refused) for (const [id, text] of wanted) expected.set(id, text);
          for (const [key, text] of expected) {
            const [collection, id] = key.split(' ') as ['records' | 'journal', string];
            const found = open.vault.stored(collection, [id])[0];
            const holds = found === undefined || found._deleted ? null : ((found['body'] ?? found['facts']) as { text: string }).text;
            expect(holds).toBe(text);
          }
        }
      }),
      { numRuns: 60 },
    );
    expect(open.vault.checkIntegrity().whole).toBe(true);
  });
});
