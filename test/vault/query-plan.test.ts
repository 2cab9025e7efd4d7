import { normalizeMangoQuery, prepareQuery } from 'rxdb';
import { describe, expect, test } from 'vitest';
import { fillWithDefaultSettings } from 'rxdb';
import { COLLECTION_SCHEMAS } from '#electron/engine/vault/collections.ts';
import { compileQuery } from '#electron/engine/vault/mango-sql.ts';
import { layoutOf } from '#electron/engine/vault/table-layout.ts';
import type { CollectionName } from '#electron/engine/vault/vault.ts';
import { VaultFile } from '#electron/engine/vault/vault-file.ts';
import { join } from 'node:path';
import { type Doc, entry, openInstance, record, stored, temporaryFolder } from './fixtures.ts';
import { KEY } from './keys.ts';

const living = { _deleted: { $eq: false } };
const kind = 'action';

/** How the engine looks at the collections: name, collection, selector, order. */
const SHAPES: readonly (readonly [string, CollectionName, Doc, readonly Record<string, 'asc' | 'desc'>[]])[] = [
  ['all of a kind in order', 'records', { kind }, [{ sortAt: 'asc' }]],
  ['all of a kind, newest first', 'records', { kind }, [{ sortAt: 'desc' }, { id: 'desc' }]],
  ['of a kind within a time', 'records', { kind, sortAt: { $gte: '2026', $lt: '2027' } }, [{ sortAt: 'asc' }]],
  ['of a kind in a state', 'records', { kind, state: 'open' }, [{ sortAt: 'asc' }]],
  ['of a kind in some states', 'records', { kind, state: { $in: ['open', 'done'] } }, [{ sortAt: 'asc' }]],
  ['parts of a record by number', 'records', { kind, parent: 'm1' }, [{ number: 'asc' }]],
  ['parts of a record in order', 'records', { kind, parent: 'm1' }, [{ sortAt: 'asc' }]],
  ['of an owner by due day', 'records', { kind, owner: 'p1' }, [{ dueAt: 'asc' }]],
  ['of a scope in order', 'records', { kind, scope: 's1' }, [{ sortAt: 'asc' }]],
  ['due by a day', 'records', { kind, dueAt: { $gt: '', $lte: '2026-11-03' } }, [{ dueAt: 'asc' }]],
  ['highest number of a kind', 'records', { kind }, [{ number: 'desc' }]],
  ['of an access class', 'records', { access: 'a' }, [{ id: 'asc' }]],
  ['changed since', 'records', { updatedAt: { $gt: '2026' } }, [{ updatedAt: 'asc' }]],
  ['some by id', 'records', { id: { $in: ['a', 'b', 'c'] } }, [{ id: 'asc' }]],
  ['the journal from its end', 'journal', {}, [{ seq: 'desc' }]],
  ['the journal from an entry', 'journal', { seq: { $gt: 100 } }, [{ seq: 'asc' }]],
  ['the journal of a person', 'journal', { actor: 'p1' }, [{ seq: 'desc' }]],
  ['the journal of an act', 'journal', { act: 'record.seen' }, [{ seq: 'desc' }]],
  ['the journal of a record', 'journal', { subject: 'm1' }, [{ seq: 'desc' }]],
  ['the journal of a time', 'journal', { at: { $gte: '2026', $lt: '2027' } }, [{ at: 'asc' }]],
  ['the chunks of a file', 'files', { file: 'f1' }, [{ chunk: 'asc' }]],
  ['the files of a record', 'files', { owner: 'r1' }, [{ file: 'asc' }, { chunk: 'asc' }]],
  ['the rows of a system', 'extracts', { system: 'crime' }, [{ sortAt: 'asc' }]],
  ['the rows of an import', 'extracts', { importId: 'i1' }, [{ sortAt: 'asc' }]],
];

async function filled(collection: CollectionName, rows: number): Promise<{ file: VaultFile; schema: never }> {
  const path = join(temporaryFolder(), 'plan.db');
  const schema = COLLECTION_SCHEMAS[collection] as never;
  const instance = await openInstance(schema, { file: path, collection });
  const documents = Array.from({ length: rows }, (_unused, number) =>
    collection === 'journal'
      ? entry(number)
      : {
          ...record(`d${number}`, {
            kind: number % 2 === 0 ? 'action' : 'decision',
            parent: `m${number % 20}`,
            number,
            owner: `p${number % 9}`,
          }),
          file: 'f',
          chunk: number,
          system: 's',
          importId: 'i',
        },
  );
  await instance.bulkWrite(
    documents.map((document) => ({ document: stored(document) })),
    'x',
  );
  return { file: VaultFile.hold({ file: path, rawKeyHex: KEY }), schema: fillWithDefaultSettings(schema) as never };
}

function planOf(file: VaultFile, schema: never, query: Doc): string[] {
  const prepared = prepareQuery(schema, normalizeMangoQuery(schema, structuredClone(query) as never)) as unknown as { query: never };
  const layout = layoutOf(1, schema);
  const { where, orderBy } = compileQuery(layout, new Set(), prepared.query);
  expect(where.exact).toBe(true);
  expect(orderBy).not.toBeNull();
  return file
    .all<{ detail: string }>(
      `EXPLAIN QUERY PLAN SELECT json FROM ${layout.name} WHERE ${where.sql}${orderBy === '' ? '' : ` ORDER BY ${orderBy}`} LIMIT 50`,
      where.params,
    )
    .map((step) => step.detail);
}

describe('the questions the engine asks are answered from an index', () => {
  test.each(SHAPES)('%s', async (_name, collection, selector, sort) => {
    for (const rows of [0, 500]) {
      const { file, schema } = await filled(collection, rows);
      try {
        const plan = planOf(file, schema, { selector: { ...selector, ...living }, sort });
        expect(plan.join(' | ')).toMatch(/USING (COVERING )?INDEX/);
        // A walk along an index in the wanted order is right when nothing narrows it down; reading the table is not.
        const isWalk = Object.keys(selector).length === 0;
        if (!isWalk) expect(plan.join(' | ')).not.toContain('SCAN');
        // RxDB ends every order with the id upwards: below a descending field only the rows that are equal in it are sorted.
        const sorts = plan.filter((step) => step.includes('TEMP B-TREE') && !step.includes('LAST TERM'));
        if (!('$in' in Object(selector['state']))) expect(sorts).toEqual([]);
      } finally {
        file.letGo();
      }
    }
  });

  test('the check sees a scan when there is one', async () => {
    const { file, schema } = await filled('records', 50);
    try {
      const layout = layoutOf(1, schema);
      expect(file.all<{ detail: string }>(`EXPLAIN QUERY PLAN SELECT json FROM ${layout.name} WHERE json = 'x'`)[0]?.detail).toMatch(
        /^SCAN /,
      );
    } finally {
      file.letGo();
    }
  });

  test('changes since, cleaning, single documents and access keys are answered from an index too', async () => {
    const { file } = await filled('records', 50);
    const planFor = (sql: string) =>
      file
        .all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
        .map((step) => step.detail)
        .join(' | ');
    try {
      expect(planFor('SELECT json FROM c1 WHERE (lwt, id) > (5, 5) ORDER BY lwt, id LIMIT 5')).toMatch(/^SEARCH c1 USING INDEX c1_changes/);
      expect(planFor('SELECT key FROM c1 WHERE deleted = 1 AND lwt <= 5 ORDER BY lwt LIMIT 5')).toMatch(/USING (COVERING )?INDEX c1_gone/);
      expect(planFor("SELECT json FROM c1 WHERE id = 'a'")).toMatch(/^SEARCH .* USING INDEX/);
    } finally {
      file.letGo();
    }
  });
});
