import fc from 'fast-check';
import { expect, test } from 'vitest';
import { proseParts } from './prose.ts';

test('blank lines part paragraphs, single line breaks stay, and lines beginning with a hyphen are a list', () => {
  expect(proseParts('One\nstill one\n\nTwo:\n- first\n- second\nafter')).toEqual([
    { type: 'paragraph', text: 'One\nstill one' },
    { type: 'paragraph', text: 'Two:' },
    { type: 'list', items: ['first', 'second'] },
    { type: 'paragraph', text: 'after' },
  ]);
  expect(proseParts(' \n\n \n')).toEqual([]);
  expect(proseParts('-5 degrees\n-- not a list')).toEqual([{ type: 'paragraph', text: '-5 degrees\n-- not a list' }]);
});

test('no word of a text is lost by setting it', () => {
  const words = (text: string): string => text.replace(/[\s-]+/g, '');
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('- ', '-', 'word', '\n', '\n\n', ' ', 'x')).map((pieces) => pieces.join('')),
      (text) => {
        const said = proseParts(text).map((part) => (part.type === 'list' ? part.items.join('') : part.text));
        expect(words(said.join(''))).toBe(words(text));
      },
    ),
  );
});
