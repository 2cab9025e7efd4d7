import { expect, test } from 'vitest';
import { fits } from './fits.ts';
import { snippetParts } from './snippet.ts';

test('matches in a snippet are told apart from the text around them', () => {
  expect(snippetParts('the \u0001burglary\u0002 plan for \u0001East\u0002').map(({ text, match }) => ({ text, match }))).toEqual([
    { text: 'the ', match: false },
    { text: 'burglary', match: true },
    { text: ' plan for ', match: false },
    { text: 'East', match: true },
  ]);
});

test('a snippet cut in the middle of a match loses no text', () => {
  expect(
    snippetParts('before \u0001cut')
      .map((part) => part.text)
      .join(''),
  ).toBe('before cut');
  expect(
    snippetParts('cut\u0002 after')
      .map((part) => part.text)
      .join(''),
  ).toBe('cut after');
});

test('something to do is found by the beginnings of its words in any order', () => {
  expect(fits('meet sch', 'Schedule a meeting')).toBe(true);
  expect(fits('eeting', 'Schedule a meeting')).toBe(false);
  expect(fits('', 'Schedule a meeting')).toBe(true);
});
