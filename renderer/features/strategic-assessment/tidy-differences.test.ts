import { diffWordsWithSpace } from 'diff';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tidyDifferences } from './tidy-differences.ts';

const compared = (left: string, right: string) => tidyDifferences(diffWordsWithSpace(left, right));

it('a word changed in a long sentence stands alone; a sentence rewritten around a stray “the” is one change', () => {
  expect(compared('harm rose in all of the streets', 'harm fell in all of the streets').filter((one) => one.added || one.removed)).toEqual([
    { value: 'rose', added: false, removed: true },
    { value: 'fell', added: true, removed: false },
  ]);
  expect(compared('answer the four questions', 'ask the one thing').map((one) => one.value)).toEqual([
    'answer the four questions',
    'ask the one thing',
  ]);
});

it('each side still reads as it was written, whatever was written', () => {
  const prose = fc
    .array(fc.constantFrom('harm', 'the', 'of', 'street', '\n\n', 'rose,', 'fell.'), { maxLength: 25 })
    .map((all) => all.join(' '));
  fc.assert(
    fc.property(prose, prose, (left, right) => {
      const parts = compared(left, right);
      const side = (other: 'added' | 'removed') =>
        parts
          .filter((part) => !part[other])
          .map((part) => part.value)
          .join('');
      expect([side('added'), side('removed')]).toEqual([left, right]);
    }),
  );
});
