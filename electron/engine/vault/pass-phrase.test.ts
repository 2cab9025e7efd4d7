import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COMMON_PASS_PHRASES } from './common-pass-phrases.ts';
import { weighPassPhrase } from './pass-phrase.ts';

const says = (text: string, name = 'holroyd') => weighPassPhrase(text, name).join(' ');

describe('choosing a pass phrase', () => {
  test.each([
    'wobble garden fenland',
    'granite pillow tangerine',
    'æther Ślązak ключ',
    'three otters juggling',
    'kitchen walrus ninety',
    'plum-anchor-velvet',
  ])('%s will do', (text) => {
    expect(weighPassPhrase(text, 'holroyd')).toEqual([]);
  });

  test.each([
    ['too short', 'plum anchor fe', 'shorter than 15 characters'],
    ['empty', '', 'shorter than 15 characters'],
    ['repeated', 'aaaaaaaaaaaaaaaa', 'same few characters'],
    ['one word again and again', 'walrus walrus walrus', 'over and over'],
    ['one row of signs again and again', 'kplmwoxkplmwoxkplmwox', 'over and over'],
    ['a row of the keyboard', 'qwertyuiopasdf', 'row of the keyboard'],
    ['a row backwards', 'poiuytrewqpoiu', 'row of the keyboard'],
    ['the alphabet', 'abcdefghijklmn', 'row of the keyboard'],
    ['digits in a row', '123456789012345', 'row of the keyboard'],
    ['famous', 'Correct Horse Battery Staple', 'first that anyone would try'],
    ['the one printed on the sample force', 'heather lantern quarry', 'first that anyone would try'],
    ['leaked', '1qaz2wsx3edc', 'first that anyone would try'],
    ['made of the field', 'Northmoor Police 2026!', 'guessed first'],
    ['made of the application', 'Cordon-Vault-Cordon', 'guessed first'],
    ['dressed up', 'P@55w0rdP@55w0rd', 'guessed first'],
    ['a month and a year', 'November2026November', 'guessed first'],
    ['the sign-in name', 'Holroyd-Holroyd-1', 'guessed first'],
  ])('one that is %s is refused with what to do', (_name, text, why) => {
    expect(says(text)).toContain(why);
    expect(says(text)).toMatch(/Take three or more random words/);
  });

  test('no rule asks for capitals, digits or signs (NCSC, NIST SP 800-63B)', () => {
    const words = fc.array(
      fc.constantFrom('otter', 'plum', 'velvet', 'anchor', 'fenland', 'walrus', 'kitchen', 'tangerine', 'umbrella', 'pebble'),
      { minLength: 3, maxLength: 6 },
    );
    fc.assert(
      fc.property(words, (chosen) => {
        const text = chosen.join(' ');
        fc.pre(text.length >= 15 && new Set(chosen).size >= 3);
        expect(weighPassPhrase(text, 'holroyd')).toEqual([]);
      }),
    );
  });

  test('takes any character and any length up to 1,024, and the same phrase in another Unicode form is the same', () => {
    expect(weighPassPhrase('£ñ ≠ 汉字 🦊 otter velvet', '')).toEqual([]);
    expect(weighPassPhrase('velvet otter plum kitchen '.repeat(40), '')).toEqual([]);
    expect(weighPassPhrase('cafe\u0301 walrus tangerine', '')).toEqual(weighPassPhrase('café walrus tangerine', ''));
  });

  test('a longer one made by adding a random word is never weaker in length, and weighing never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ maxLength: 20 }), (text, name) => {
        for (const concern of weighPassPhrase(text, name)) expect(concern).toMatch(/^It .*\.$/);
        expect(says(`${text} velvet otter plum`, name)).not.toContain('shorter than');
      }),
    );
  });

  test('everything on the block-list is refused, with capitals, spaces and look-alike signs too', () => {
    for (const common of COMMON_PASS_PHRASES) {
      expect(weighPassPhrase(common, '').length, common).toBeGreaterThan(0);
      expect(
        weighPassPhrase(`${common.toUpperCase().replaceAll('O', '0')}!`, '').length +
          weighPassPhrase(common.split('').join(' '), '').length,
        common,
      ).toBeGreaterThan(0);
    }
  });
});
