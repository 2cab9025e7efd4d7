import { expect, test } from 'vitest';
import { actText, factsText, subjectText, verdictOf } from './journal-words.ts';

const sound = { whole: true, entries: 1200, seals: 3, firstFault: null, headMatches: true, search: { state: 'fits', wrong: 0 } } as const;

test('a whole journal is said to be whole, with how much was checked (duty 122)', () => {
  expect(verdictOf(sound)).toMatchObject({ whole: true, sentence: expect.stringContaining('1,200 entries') });
});

test('an altered journal names the first entry that does not fit (duty 122)', () => {
  const verdict = verdictOf({
    ...sound,
    whole: false,
    firstFault: { seq: 17, at: '2026-11-03T14:05:00.000Z', says: 'Its hash is not that of its content.' },
  });
  expect(verdict).toMatchObject({ whole: false, more: 'Its hash is not that of its content.' });
  expect(verdict.sentence).toContain('17');
});

test('entries cut off at the end are noticed although all that is left fits', () => {
  expect(verdictOf({ ...sound, headMatches: false }).whole).toBe(false);
});

test('search that did not fit the records is said, with what becomes of it, beside a journal that is whole', () => {
  const verdict = verdictOf({ ...sound, search: { state: 'did-not-fit', wrong: 3 } });
  expect(verdict.whole).toBe(true);
  expect(verdict.more).toContain('3 places');
  expect(verdict.more).toContain('made anew');
  expect(verdictOf(sound).more).toBe('');
});

test('an act of a newer version keeps its own name instead of vanishing', () => {
  expect(actText('tasking.invented-later')).toBe('tasking.invented-later');
  expect(actText('decision.record')).toBe('Decision recorded');
});

test('a record whose title one may not see is named by its kind alone', () => {
  expect(subjectText({ subjectKind: 'decision', subjectName: '' })).toBe('Decision');
});

test('facts are written in words', () => {
  expect(factsText({ format: 'pdf', copyNumber: 3, policeOnly: false })).toBe('format pdf, copy number 3, police only no');
});
