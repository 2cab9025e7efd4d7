import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutIntoShares, keyOfShares, type RecoveryShare, SHARE_WORDS, shareOfWords } from './recovery-shares.ts';

function read(sheet: readonly string[]): RecoveryShare {
  const share = shareOfWords(sheet.join(' '));
  if (share === null) throw new Error('a sheet that cannot be read');
  return share;
}

describe('a recovery key in shares', () => {
  test('any sheets that are enough give the key back, in any order; fewer do not', async () => {
    const cut = fc.integer({ min: 2, max: 10 }).chain((made) => fc.tuple(fc.integer({ min: 2, max: made }), fc.constant(made)));
    await fc.assert(
      fc.asyncProperty(
        cut,
        fc.infiniteStream(fc.nat()),
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        async ([needed, made], picks, key) => {
          const { sheets, set } = await cutIntoShares(key, needed, made);
          const left = sheets.map(read);
          expect(left.map((share) => [share.set, share.needed, share.made, share.number])).toEqual(
            sheets.map((_sheet, index) => [set, needed, made, index + 1]),
          );
          const chosen: RecoveryShare[] = [];
          for (const pick of picks) {
            if (chosen.length === needed) break;
            expect(await keyOfShares(chosen)).toBeNull();
            expect(await keyOfShares([...chosen, ...chosen])).toBeNull();
            chosen.push(...left.splice(pick % left.length, 1));
          }
          expect(await keyOfShares(chosen)).toEqual(Uint8Array.from(key));
          expect(await keyOfShares([...chosen, ...left])).toEqual(Uint8Array.from(key));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('one word wrong, missing, doubled or out of place is noticed on the sheet itself', async () => {
    const { sheets } = await cutIntoShares(randomBytes(32), 2, 3);
    const sheet = [...(sheets[1] ?? [])];
    expect(sheet).toHaveLength(SHARE_WORDS);
    const other = (word: string): string => (word === 'abandon' ? 'zoo' : 'abandon');
    for (let at = 0; at < sheet.length; at += 1) {
      const word = sheet[at] ?? '';
      expect(shareOfWords(sheet.with(at, other(word)).join(' ')), `word ${at + 1} replaced`).toBeNull();
      expect(shareOfWords(sheet.with(at, `${word}x`).join(' '))).toBeNull();
      expect(shareOfWords(sheet.toSpliced(at, 1).join(' '))).toBeNull();
      const next = sheet[at + 1];
      if (next !== undefined && next !== word)
        expect(
          shareOfWords(
            sheet
              .with(at, next)
              .with(at + 1, word)
              .join(' '),
          ),
        ).toBeNull();
    }
    expect(shareOfWords(` ${sheet.map((word, index) => `${index + 1}. ${word.toUpperCase()}`).join('\n')} `)).toEqual(read(sheet));
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => shareOfWords(text) === null));
  });

  test('sheets of two cuttings of the same key do not fit together', async () => {
    const key = randomBytes(32);
    const [one, two] = [await cutIntoShares(key, 2, 2), await cutIntoShares(key, 2, 2)];
    expect(await keyOfShares([read(one.sheets[0] ?? []), read(two.sheets[1] ?? [])])).toBeNull();
  });
});
