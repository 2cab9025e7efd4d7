import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TextOf } from '#electron/engine/vault/text-index.ts';
import { type KeptWords, lookingThrough } from '#electron/engine/vault/text-look-through.ts';
import { matchExpression, textQueryOf } from '#electron/engine/vault/text-query.ts';
import { VaultFile } from '#electron/engine/vault/vault-file.ts';
import { afterwards, vaultForTest } from './fixtures.ts';
import { KEY } from './keys.ts';
import { put } from './notes.ts';

const WORDS = [
  'heron',
  'her',
  'he',
  'herring',
  'quarry',
  'quart',
  "O'Neill",
  'oneill',
  'o',
  'Smith',
  'Smyth',
  'van',
  'vans',
  'AB12',
  'CDE',
  'organised',
];
const some = (most: number) => fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: most });
const typed = fc
  .tuple(some(3), fc.nat({ max: 3 }), fc.boolean())
  .map(([words, cut, phrase]) =>
    phrase && words.length > 1 ? `"${words.slice(0, 2).join(' ')}" ${words.at(-1)}` : words.join(' ').slice(0, -cut || undefined),
  );

/** Each record is found in two circles, so that its words stand there twice, one circle after the other. */
const textOf: TextOf = (collection, document) => {
  if (collection !== 'records') return null;
  const body = document['body'] as { title: string; text: string };
  return { kind: 'decision', circles: ['open', String(document['access'])], title: body.title, text: body.text, weight: 1 };
};

test('looking entries through for half-typed words finds exactly what the index finds for them', async () => {
  let lookedThrough = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ title: some(2), text: some(6) }), { minLength: 1, maxLength: 12 }),
      fc.array(typed, { minLength: 3, maxLength: 6 }),
      async (notes, queries) => {
        const open = await vaultForTest(undefined, 'new', textOf);
        const file = VaultFile.hold({ file: join(open.folder, 'vault.db'), rawKeyHex: KEY });
        afterwards(() => file.letGo());
        await put(
          open,
          notes.map((note, number) => ({ id: `d${number}`, title: note.title.join(' '), text: note.text.join(' '), access: 'mine' })),
        );
        const circles = file.pluckAll<number>('SELECT no FROM text_circle');
        for (const text of queries) {
          const query = textQueryOf(text);
          if (query === null) continue;
          for (const reach of ['words', 'beginnings', 'sounds'] as const) {
            const looked = new Set<number>();
            for (const terms of query.readings) {
              const looking = lookingThrough(terms, circles, reach);
              if (looking === null) {
                for (const rowid of file.pluckAll<number>('SELECT rowid FROM text_words WHERE text_words MATCH ?', [
                  matchExpression([terms], circles, reach),
                ]))
                  looked.add(rowid);
                continue;
              }
              lookedThrough += 1;
              const entries = file.all<KeptWords & { rowid: number }>(
                'SELECT rowid, title AS in_title, text AS in_text, joined AS in_joined, sound AS in_sound FROM text_words WHERE text_words MATCH ?',
                [looking.expression],
              );
              for (const entry of entries) if (looking.holds(entry)) looked.add(entry.rowid);
            }
            const found = file.pluckAll<number>('SELECT rowid FROM text_words WHERE text_words MATCH ?', [
              matchExpression(query.readings, circles, reach),
            ]);
            expect([text, reach, [...looked].sort((a, b) => a - b)]).toEqual([text, reach, found.sort((a, b) => a - b)]);
          }
        }
        file.letGo();
        await open.shut();
      },
    ),
    { numRuns: 40 },
  );
  expect(lookedThrough).toBeGreaterThan(100);
});

test('a half-typed word is found beside words that hundreds of newer records hold, and a title that begins so among many whole words', async () => {
  const open = await vaultForTest();
  await put(open, [{ id: 'old', title: 'Herring market', text: 'quarry heron' }]);
  for (let from = 0; from < 600; from += 150)
    await put(
      open,
      Array.from({ length: 150 }, (_unused, number) => ({ id: `n${from + number}`, title: 'note', text: 'quarry van her' })),
    );
  const ids = (text: string, limit = 20) => open.vault.findText(text, ['open'], [], limit).hits.map((hit) => hit.id);
  expect(ids('quarry hero')).toEqual(['old']);
  expect(ids('mark')).toEqual(['old']);
  expect(ids('quarry he', 500)).toHaveLength(500);
  expect(ids('her')).toContain('old');
});
