import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedFields, fieldWords } from './changed-fields.ts';

test('only what differs is listed, with both texts readable (duty 34)', () => {
  const before = { text: 'one', place: { room: 'A', floor: 1 }, tags: ['x'] };
  const after = { text: 'two', place: { room: 'A', floor: 2 }, tags: ['x'] };
  expect(changedFields(before, after)).toEqual([
    { field: 'text', before: 'one', after: 'two' },
    { field: 'place.floor', before: 1, after: 2 },
  ]);
});

test('a version is never different from itself', () => {
  fc.assert(
    fc.property(fc.object(), (body) => {
      expect(changedFields(body, structuredClone(body))).toEqual([]);
    }),
  );
});

test('field names are read as words', () => {
  expect(fieldWords('outcomeReason')).toBe('outcome reason');
  expect(fieldWords('leadId')).toBe('lead');
});
