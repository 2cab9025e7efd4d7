import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasLoneSurrogate, orderedText, originalText } from './text-order.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 12 });
const aroundTheEdge = fc
  .array(fc.constantFrom('a', '\ud7ff', '\ue000', '\uf8ff', '\uffff', '\u{10000}', '\u{1f600}', '\u{10ffff}'), { maxLength: 5 })
  .map((parts) => parts.join(''));
const byteOrder = (a: string, b: string): number => Math.sign(Buffer.compare(Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8')));
const scriptOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

describe('text in a column', () => {
  test('sorts by its bytes as JavaScript sorts the original', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, aroundTheEdge), fc.oneof(anyText, aroundTheEdge), (a, b) => {
        fc.pre(!hasLoneSurrogate(a) && !hasLoneSurrogate(b));
        expect(byteOrder(orderedText(a), orderedText(b))).toBe(scriptOrder(a, b));
      }),
      { numRuns: 2000 },
    );
  });

  test('can be turned back, and ordinary text is left as it is', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, aroundTheEdge), (text) => {
        fc.pre(!hasLoneSurrogate(text));
        expect(originalText(orderedText(text))).toBe(text);
        expect(hasLoneSurrogate(orderedText(text))).toBe(false);
      }),
      { numRuns: 2000 },
    );
    expect(orderedText('Ordinary text, café, Żółw, 北')).toBe('Ordinary text, café, Żółw, 北');
  });

  test('half a character is noticed', () => {
    expect(['\ud800', 'a\udc00', '\udc00\ud800', '\ud83d x'].map(hasLoneSurrogate)).toEqual([true, true, true, true]);
    expect(['', 'a', '\u{1f600}', '\uffff'].map(hasLoneSurrogate)).toEqual([false, false, false, false]);
  });
});
