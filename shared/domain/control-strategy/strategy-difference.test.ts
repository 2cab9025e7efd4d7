import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textPieces } from './strategy-difference.ts';

const words = fc.array(fc.constantFrom('harm', 'first', 'the', 'a', '.', '\n'), { maxLength: 12 }).map((all) => all.join(' '));

describe('what two versions of a text have in common', () => {
  it('reads as the earlier without what was put in, and as the later without what was taken out, whatever they say', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const pieces = textPieces(before, after);
        const read = (without: 'added' | 'removed') =>
          pieces
            .filter((piece) => piece.kind !== without)
            .map((piece) => piece.text)
            .join('');
        expect(read('added')).toBe(before);
        expect(read('removed')).toBe(after);
      }),
    );
  });

  it('keeps words changed one after the other together', () => {
    expect(textPieces('keep this old text', 'keep that new text').map((piece) => [piece.kind, piece.text])).toEqual([
      ['same', 'keep '],
      ['removed', 'this old'],
      ['added', 'that new'],
      ['same', ' text'],
    ]);
  });
});
