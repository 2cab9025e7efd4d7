import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { accessKey } from '#shared/domain/access/access.ts';
import type { CordonRecord } from '#shared/contracts/record/record.ts';
import type { Order, Where } from '#shared/domain/kit/reading.ts';
import { actorReading, judgementOf } from '#electron/engine/records/actor-reading.ts';
import { fullReading, type Pending } from '#electron/engine/records/full-reading.ts';
import { openCollections } from '#electron/engine/records/open-collections.ts';
import { type RecordStore, recordStoreOf } from '#electron/engine/records/record-store.ts';
import { fits, inOrder } from '#electron/engine/records/where.ts';
import { openVault } from '#electron/engine/vault/open-vault.ts';
import { toWriteRow } from '#electron/engine/vault/write-row.ts';
import { temporaryFolder } from '#test/builders/engine.ts';

const open = accessKey({ unit: 'u', marking: 'OFFICIAL', caveats: [], named: [] });
const closed = accessKey({ unit: 'u', marking: 'OFFICIAL', caveats: [], named: ['group:g'] });
const record = (id: string, fields: Partial<CordonRecord>): CordonRecord => ({
  id,
  kind: 'action',
  rev: 'd:1',
  shape: 1,
  access: open,
  scope: 's',
  marking: 'OFFICIAL',
  handling: '',
  compartment: '',
  state: 'open',
  owner: '',
  parent: '',
  number: 0,
  dueAt: '',
  sortAt: '',
  createdAt: '',
  createdBy: '',
  updatedAt: '',
  updatedBy: '',
  body: {},
  ...fields,
});
const records = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^[a-z0-9]{1,4}$/),
    kind: fc.constantFrom('action', 'decision'),
    access: fc.constantFrom(open, closed),
    state: fc.constantFrom('open', 'closed', 'blocked'),
    owner: fc.constantFrom('', 'p1', 'p2'),
    parent: fc.constantFrom('', 'm1', 'm2'),
    number: fc.nat(5),
    dueAt: fc.constantFrom('', '2026-01-01', '2026-06-01', '2027-01-01'),
    sortAt: fc.constantFrom('', 'a', 'b', 'é', '\u{1F600}', '\uFFFD', 'Z'),
  }),
  { selector: (one) => one.id, minLength: 0, maxLength: 25 },
);
const wheres: fc.Arbitrary<Where> = fc.record(
  {
    parent: fc.constantFrom('', 'm1'),
    state: fc.oneof(fc.constant('open'), fc.constant(['open', 'blocked'])),
    owner: fc.constantFrom('', 'p1'),
    sortFrom: fc.constantFrom('a', 'Z'),
    sortBefore: fc.constantFrom('b', '\uFFFD'),
    dueBy: fc.constantFrom('2026-06-01'),
  },
  { requiredKeys: [] },
);
const orders: fc.Arbitrary<Order> = fc.record(
  { by: fc.constantFrom('sortAt', 'number', 'dueAt'), direction: fc.constantFrom('up', 'down'), limit: fc.nat(8), skip: fc.nat(4) },
  { requiredKeys: ['by'] },
) as fc.Arbitrary<Order>;

let store: RecordStore;
let write: (rows: readonly CordonRecord[]) => Promise<void>;
beforeEach(async () => {
  const vault = openVault({ folder: temporaryFolder(), rawKeyHex: 'ab'.repeat(32), expect: 'new', textOf: () => null });
  const { database, collections } = await openCollections(vault);
  store = recordStoreOf(collections.records, []);
  let known: readonly string[] = [];
  write = async (rows) => {
    const gone = vault
      .stored(
        'records',
        known.filter((id) => !rows.some((row) => row.id === id)),
      )
      .filter((row) => !row._deleted);
    const stamp = vault.stamp(database.token);
    const plainRow = ({ _deleted, _attachments, _meta, _rev, ...row }: (typeof gone)[number]) => row as { id: string };
    const outcome = await vault.writeUnit(
      {
        records: [
          ...gone.map((row) => toWriteRow(row, plainRow(row), stamp, true)),
          ...rows.map((row) => toWriteRow(vault.stored('records', [row.id])[0] ?? null, row as never, stamp)),
        ],
      },
      'test',
    );
    if (outcome.conflicts.length > 0) throw new Error('the test writes over itself');
    known = [...new Set([...known, ...rows.map((row) => row.id)])];
  };
  return async () => {
    store.close();
    await database.close();
    vault.close();
  };
});

const asked = (all: readonly CordonRecord[], kind: string, where: Where, order: Order): readonly CordonRecord[] =>
  inOrder(
    all.filter((one) => fits(one, kind, where)),
    order,
  ).slice(order.skip ?? 0, order.limit === undefined ? undefined : (order.skip ?? 0) + order.limit);
const ids = (found: readonly { readonly id: string }[]): readonly string[] => found.map((one) => one.id);

describe('reading records', () => {
  it('shows the state after a unit of work exactly as it will be once written', async () => {
    await fc.assert(
      fc.asyncProperty(
        records,
        records,
        fc.array(fc.nat(20), { maxLength: 6 }),
        wheres,
        orders,
        async (before, changed, erased, where, order) => {
          const stored = before.map((one) => record(one.id, one));
          await write(stored);
          const pending = new Map<string, { kind: string; stored: CordonRecord | null; record: CordonRecord | null }>();
          const storedById = new Map(stored.map((one) => [one.id, one]));
          for (const one of changed) {
            const was = storedById.get(one.id) ?? null;
            pending.set(one.id, {
              kind: was?.kind ?? one.kind,
              stored: was,
              record: record(one.id, { ...one, kind: was?.kind ?? one.kind }),
            });
          }
          for (const index of erased) {
            const was = stored[index];
            if (was !== undefined && !pending.has(was.id)) pending.set(was.id, { kind: was.kind, stored: was, record: null });
          }
          const after = [
            ...stored.filter((one) => !pending.has(one.id)),
            ...[...pending.values()].flatMap((held) => (held.record === null ? [] : [held.record])),
          ];
          const reading = fullReading(store, pending as Pending);
          expect(ids(await reading.many('action', where, order))).toEqual(ids(asked(after, 'action', where, order)));
          expect(await reading.count('action', where)).toBe(after.filter((one) => fits(one, 'action', where)).length);
          for (const id of new Set([...before, ...changed].map((one) => one.id))) {
            expect((await reading.one('action', id))?.id ?? '').toBe(after.find((one) => one.id === id && one.kind === 'action')?.id ?? '');
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('shows a person only what they may read, in pages and counts too (duty 40)', async () => {
    await fc.assert(
      fc.asyncProperty(records, wheres, orders, fc.boolean(), async (made, where, order, inGroup) => {
        await write(made.map((one) => record(one.id, one)));
        const actor = {
          personId: 'p',
          name: '',
          clearance: 'OFFICIAL',
          principals: inGroup ? ['person:p', 'group:g'] : ['person:p'],
          roles: [],
          partner: false,
        } as const;
        const { reading } = actorReading(store, judgementOf(actor, store));
        const readable = made.map((one) => record(one.id, one)).filter((one) => inGroup || one.access === open);
        expect(ids(await reading.many('action', where, order))).toEqual(ids(asked(readable, 'action', where, order)));
        expect(await reading.count('action', where)).toBe(readable.filter((one) => fits(one, 'action', where)).length);
        expect(
          ids(
            await reading.some(
              'action',
              made.map((one) => one.id),
            ),
          ),
        ).toEqual(ids(readable.filter((one) => one.kind === 'action')));
      }),
      { numRuns: 60 },
    );
  });

  it('knows every change that could alter what was read', async () => {
    const actor = { personId: 'p', name: '', clearance: 'OFFICIAL', principals: ['person:p'], roles: [], partner: false } as const;
    await fc.assert(
      fc.asyncProperty(records, records, wheres, async (before, after, where) => {
        await write(before.map((one) => record(one.id, one)));
        const tracked = actorReading(store, judgementOf(actor, store));
        const read = async (): Promise<string> => {
          const { reading } = actorReading(store, judgementOf(actor, store));
          return JSON.stringify([await reading.many('action', where), await reading.count('decision', where)]);
        };
        await tracked.reading.many('action', where);
        await tracked.reading.count('decision', where);
        const first = await read();
        let touched = false;
        const stop = store.onCommit((changes) => {
          touched ||= tracked.dependencies.touchedBy(changes);
        });
        await write(after.map((one) => record(one.id, one)));
        stop();
        if ((await read()) !== first) expect(touched).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
