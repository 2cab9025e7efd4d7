import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MATCH_CLOSES, MATCH_OPENS } from '#electron/engine/vault/text-words.ts';
import { type OpenVaultForTest, vaultForTest } from './fixtures.ts';
import { put } from './notes.ts';

const found = (open: OpenVaultForTest, text: string, access: readonly string[] = ['open'], kinds: readonly string[] = [], limit = 50) =>
  open.vault.findText(text, access, kinds, limit).hits.map((hit) => hit.id);

describe('full text', () => {
  test('finds beginnings of words, other endings of words, accents and apostrophes as people type them', async () => {
    const open = await vaultForTest();
    await put(open, [
      {
        id: 'a',
        title: 'Burglaries in Eastmoor',
        text: 'Offenders are targeting organised premises. Mr O’Brien of Café Renée was burgled.',
      },
      { id: 'b', text: 'The meeting reviewed robbery patterns' },
    ]);
    for (const typed of [
      'burglary',
      'burglar',
      'eastm',
      'offender',
      'target',
      'organis',
      'cafe',
      'CAFÉ',
      'renee',
      "o'brien",
      'O’Brien',
      'burgled',
      'burglaries eastmoor',
    ])
      expect([typed, found(open, typed)]).toEqual([typed, ['a']]);
    for (const typed of ['meetin', 'meetings', 'reviewing', 'robberies', 'pattern'])
      expect([typed, found(open, typed)]).toEqual([typed, ['b']]);
    expect(found(open, 'burglary robbery')).toEqual([]);
  });

  test('text in quotes is a phrase, with or without its closing quote', async () => {
    const open = await vaultForTest();
    await put(open, [
      { id: 'a', text: 'stolen vehicle recovered' },
      { id: 'b', text: 'vehicle was stolen' },
    ]);
    expect(found(open, '"stolen vehicle"')).toEqual(['a']);
    expect(found(open, '"stolen vehicle')).toEqual(['a']);
    expect(found(open, 'stolen vehicle').sort()).toEqual(['a', 'b']);
  });

  test('a match in the title comes before one in the text, and the snippet marks each match', async () => {
    const open = await vaultForTest();
    await put(open, [
      { id: 'text', title: 'Minutes', text: `${'filler '.repeat(60)} the quarry was searched ${'filler '.repeat(60)}` },
      { id: 'title', title: 'Quarry search', text: 'nothing else' },
    ]);
    const { hits } = open.vault.findText('quarry', ['open'], [], 10);
    expect(hits.map((hit) => hit.id)).toEqual(['title', 'text']);
    expect(hits[0]).toMatchObject({ title: 'Quarry search', kind: 'decision' });
    expect(hits[1]?.snippet).toContain(`the ${MATCH_OPENS}quarry${MATCH_CLOSES} was`);
    expect(hits[1]?.snippet.length).toBeLessThan(260);
  });

  test('what is indexed is what was written last', async () => {
    const open = await vaultForTest();
    await put(open, [{ id: 'a', text: 'first version' }]);
    await put(open, [{ id: 'a', text: 'second version' }]);
    expect([found(open, 'first'), found(open, 'second')]).toEqual([[], ['a']]);
    await (await open.collections.records.findOne('a').exec()).incrementalPatch({ body: { text: 'third by RxDB' } });
    expect([found(open, 'second'), found(open, 'third')]).toEqual([[], ['a']]);
    await (await open.collections.records.findOne('a').exec()).remove();
    expect(found(open, 'third')).toEqual([]);
  });

  test('what a reader may not see changes neither the hits, nor whether there are more (duties 40, 41)', async () => {
    const open = await vaultForTest();
    await put(open, [
      { id: 'mine', text: 'operation heron' },
      ...Array.from({ length: 30 }, (_unused, number) => ({
        id: `hidden${number}`,
        title: 'Operation Heron',
        text: 'operation heron heron',
        access: 'closed',
      })),
    ]);
    const { hits, more } = open.vault.findText('heron', ['open', 'unknown'], [], 1);
    expect([hits.map((hit) => hit.id), more]).toEqual([['mine'], false]);
    expect(open.vault.findText('heron', [], [], 10)).toEqual({ hits: [], more: false });
    expect(open.vault.findText('heron', ['closed'], [], 10)).toMatchObject({ more: true });
    await put(open, [{ id: 'hidden0', text: 'operation heron', access: 'open' }]);
    expect(found(open, 'heron').sort()).toEqual(['hidden0', 'mine']);
  });

  test('indexing anew finds records by what they are found by now, also those written while it runs', async () => {
    const open = await vaultForTest();
    await put(
      open,
      Array.from({ length: 350 }, (_unused, number) => ({ id: `d${number}`, text: 'heron' })),
    );
    await open.shut();
    const again = await vaultForTest(open.folder, 'existing', (collection, document) =>
      collection === 'records'
        ? { kind: 'decision', circles: ['open'], title: '', text: `kestrel ${String(document['id'])}`, weight: 1 }
        : null,
    );
    expect(found(again, 'kestrel', ['open'], [], 500)).toHaveLength(0);
    const rebuilding = again.vault.renewText(true);
    await put(again, [
      { id: 'late', text: '' },
      { id: 'd300', text: '' },
    ]);
    await rebuilding;
    expect(found(again, 'kestrel', ['open'], [], 500)).toHaveLength(351);
    expect(found(again, 'heron')).toEqual([]);
    expect(found(again, 'd349')).toEqual(['d349']);
    expect(again.vault.checkIntegrity().whole).toBe(true);
  });

  test('kinds narrow it down', async () => {
    const open = await vaultForTest();
    await put(open, [
      { id: 'd', text: 'heron' },
      { id: 'a', text: 'heron', kind: 'action' },
    ]);
    expect([
      found(open, 'heron', ['open'], ['action']),
      found(open, 'heron', ['open'], ['action', 'decision']).sort(),
      found(open, 'heron', ['open'], ['paper']),
    ]).toEqual([['a'], ['a', 'd'], []]);
  });

  test('nothing that can be typed or written makes it throw, and marks in a text cannot pose as matches', async () => {
    const open = await vaultForTest();
    await put(open, [{ id: 'a', title: `${MATCH_OPENS}fake${MATCH_CLOSES}`, text: `nul \u0000 half \ud800 text ${MATCH_OPENS}heron` }]);
    expect(open.vault.findText('heron', ['open'], [], 5).hits[0]?.snippet.split(MATCH_OPENS)).toHaveLength(2);
    for (const typed of [
      '',
      ' ',
      '"',
      '""',
      '*',
      '^',
      'NEAR(a b)',
      'title:heron',
      'heron AND',
      'NOT heron',
      '-heron',
      '(heron',
      'a"b"c',
      '\u0000',
      '\ud800',
      '\u{e0001}',
      '\u{1f600}',
      'ᚠ',
      "'; DROP TABLE text_words; --",
      'x'.repeat(5000),
      'a '.repeat(500),
    ]) {
      expect(Array.isArray(open.vault.findText(typed, ['open'], [], 5).hits)).toBe(true);
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.integer({ min: -5, max: 1000 }), (typed, limit) => {
        expect(open.vault.findText(typed, ['open'], [], limit).hits.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 500 },
    );
  });
});
