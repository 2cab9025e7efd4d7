import { describe, expect, test } from 'vitest';
import { stemOf, wordsOf } from '#electron/engine/vault/text-words.ts';
import { type OpenVaultForTest, vaultForTest } from './fixtures.ts';
import { put } from './notes.ts';

const hitsOf = (open: OpenVaultForTest, typed: string) => open.vault.findText(typed, ['open'], [], 20).hits;
const found = (open: OpenVaultForTest, typed: string) =>
  hitsOf(open, typed)
    .filter((hit) => !hit.soundsLike)
    .map((hit) => hit.id);

describe('words', () => {
  test.each(
    [
      'organise organize',
      'organisations organizations',
      'recognising recognized',
      'analyse analyzed',
      'colour color',
      'behaviour behaviors',
      'neighbourhood neighborhood',
      'honourable honorable',
      'centre center',
      'centred centered',
      'theatre theaters',
      'defence defense',
      'offences offense',
      'licensed licence',
      'practise practicing',
      'travelled traveler',
      'labelling labeled',
      'counsellor counselor',
      'fulfil fulfill',
      'enrolled enroll',
      'programmes programs',
      'paedophile pedophiles',
      'enquiries inquiry',
      'judgement judgments',
      'tyres tire',
      'jewellery jewelry',
      'manoeuvre maneuvers',
      'artefacts artifact',
      'burglary burglaries',
    ].map((pair) => pair.split(' ')),
  )('%s and %s are one word', (one = '', other = '') => {
    expect(stemOf(one)).toBe(stemOf(other));
  });

  test('words that only look alike stay apart', () => {
    for (const [one, other] of [
      ['four', 'for'],
      ['hour', 'horror'],
      ['offence', 'offer'],
      ['centre', 'century'],
      ['size', 'six'],
      ['policy', 'policing'],
    ] as const)
      expect([one, other, stemOf(one) === stemOf(other)]).toEqual([one, other, false]);
  });

  test('each part of a word keeps its place in the text as typed', () => {
    const text = 'Mr O’Neill’s café, (anti-social)';
    expect(wordsOf(text).parts.map((part) => text.slice(part.start, part.end))).toEqual(['Mr', 'O', 'Neill', 'café', 'anti', 'social']);
  });
});

describe('a record is found however the officer who wrote it spelt it', () => {
  const WRITTEN = {
    apostrophe: 'Statement of Mr O’Neill taken',
    joined: 'Statement of Mr ONeill taken',
    apart: 'Statement of Mr O Neill taken',
    straight: "Statement of Mr O'Neill taken",
  };
  test.each(["O'Neill", 'O’Neill', 'ONeill', 'oneill', 'o neill', 'O NEILL', "o'nei", 'onei', '"o’neill taken"'])(
    '%s finds every way of writing the name',
    async (typed) => {
      const open = await vaultForTest();
      await put(
        open,
        Object.entries(WRITTEN).map(([id, text]) => ({ id, text })),
      );
      expect(found(open, typed).sort()).toEqual(Object.keys(WRITTEN).sort());
    },
  );

  test('with hyphens, spaces, accents, plates and telephone numbers', async () => {
    const open = await vaultForTest();
    await put(open, [
      { id: 'hyphen', text: 'anti-social behaviour by e-mail' },
      { id: 'space', text: 'anti social behavior by e mail' },
      { id: 'one', text: 'antisocial behaviour by email' },
      { id: 'plate', text: 'Vehicle AB12 CDE seen; phone 07700 900123; Łukasz Müller, Renée, reference EM-2026-014' },
      { id: 'plate2', text: 'Vehicle AB12CDE seen; phone 07700900123; Lukasz Muller, Renee, reference EM2026014' },
    ]);
    for (const typed of ['anti-social', 'antisocial', 'anti social', 'email', 'e-mail', 'e mail', 'antisocial behaviors'])
      expect([typed, found(open, typed).sort()]).toEqual([typed, ['hyphen', 'one', 'space']]);
    for (const typed of [
      'ab12cde',
      'AB12 CDE',
      'ab12cd',
      '07700900123',
      '07700 900123',
      'lukasz muller',
      'ŁUKASZ',
      'renée',
      'em-2026-014',
      'EM2026014',
    ])
      expect([typed, found(open, typed).sort()]).toEqual([typed, ['plate', 'plate2']]);
  });
});

describe('what can be typed', () => {
  test('NEAR or ~ between words finds them close together, in either order and in one field', async () => {
    const open = await vaultForTest();
    const gap = (words: number) => 'filler '.repeat(words);
    await put(open, [
      { id: 'close', text: `the quarry gate, then a heron ${gap(30)}` },
      { id: 'reversed', text: `a heron by old quarries` },
      { id: 'far', text: `quarry ${gap(20)} heron` },
      { id: 'fields', title: 'Quarry', text: 'heron' },
    ]);
    for (const typed of ['quarry NEAR heron', 'quarry ~ heron', 'heron ~ quarr', '"quarry" NEAR "heron"'])
      expect([typed, found(open, typed).sort()]).toEqual([typed, ['close', 'reversed']]);
    expect(found(open, 'quarry NEAR/25 heron').sort()).toEqual(['close', 'far', 'reversed']);
    expect(found(open, 'quarry NEAR/2 heron').sort()).toEqual(['reversed']);
    expect(found(open, 'quarry near heron')).toEqual([]);
    expect(found(open, 'quarry heron').sort()).toEqual(['close', 'far', 'fields', 'reversed']);
  });

  test('the last word may be half typed, and each of them when the others find little', async () => {
    const open = await vaultForTest();
    await put(open, [
      { id: 'a', text: 'burglary in Eastmoor' },
      ...Array.from({ length: 8 }, (_unused, number) => ({ id: `b${number}`, text: 'burglar alarm eastward' })),
    ]);
    expect(found(open, 'burglary eastm')).toEqual(['a']);
    expect(found(open, 'eastm burg')).toEqual(['a']);
  });

  test('a name that sounds alike is found when little else is, and said to be so', async () => {
    const open = await vaultForTest();
    await put(open, [
      { id: 'smyth', text: 'Met Jon Smyth at the station' },
      { id: 'catherine', title: 'katharine reid', text: 'interview' },
      { id: 'smith', text: 'Met John Smith at the yard' },
      { id: 'common', text: 'the smooth surface' },
    ]);
    expect(hitsOf(open, 'smith').map((hit) => [hit.id, hit.soundsLike])).toEqual([
      ['smith', false],
      ['smyth', true],
    ]);
    expect(hitsOf(open, 'Smith station').map((hit) => [hit.id, hit.soundsLike])).toEqual([['smyth', true]]);
    expect(hitsOf(open, 'smith')[1]?.snippet).toContain('\u0001Smyth\u0002');
    expect(hitsOf(open, 'Catherine Reed').map((hit) => [hit.id, hit.soundsLike])).toEqual([['catherine', true]]);
    expect(hitsOf(open, '"smith"').map((hit) => hit.id)).toEqual(['smith']);
  });

  test('a name that sounds alike is not brought up when enough is found to the letter', async () => {
    const open = await vaultForTest();
    await put(open, [
      { id: 'smyth', text: 'Jon Smyth' },
      ...Array.from({ length: 6 }, (_unused, number) => ({ id: `smith${number}`, text: 'John Smith' })),
    ]);
    expect(hitsOf(open, 'smith').some((hit) => hit.soundsLike)).toBe(false);
  });
});

describe('order', () => {
  test('more of the query in the title, words side by side, whole words and often come first', async () => {
    const open = await vaultForTest();
    await put(open, [
      { id: 'title', title: 'Operation Heron', text: 'nothing' },
      { id: 'side', text: 'it is operation heron again' },
      { id: 'apart', text: 'operation of the camera at heron lake' },
      { id: 'beginning', text: 'operation at heronry lake' },
    ]);
    expect(found(open, 'operation heron')).toEqual(['title', 'side', 'apart', 'beginning']);
  });

  test('a kind that weighs more comes first, and of equals the newer', async () => {
    const open = await vaultForTest(undefined, 'either', (collection, document) =>
      collection === 'records'
        ? { kind: String(document['kind']), circles: ['open'], title: '', text: 'heron', weight: document['kind'] === 'decision' ? 1.5 : 1 }
        : null,
    );
    await put(open, [
      { id: 'old', kind: 'minute-entry' },
      { id: 'decided', kind: 'decision' },
      { id: 'new', kind: 'minute-entry' },
    ]);
    expect(found(open, 'heron')).toEqual(['decided', 'new', 'old']);
  });

  test('an old record with every word in its title is not lost behind thousands of newer ones', async () => {
    const open = await vaultForTest();
    await put(open, [{ id: 'old', title: 'Quarry heron', text: '' }]);
    for (let from = 0; from < 2400; from += 400)
      await put(
        open,
        Array.from({ length: 400 }, (_unused, number) => ({ id: `n${from + number}`, text: 'quarry by the heron' })),
      );
    expect(found(open, 'quarry heron')[0]).toBe('old');
  });
});
