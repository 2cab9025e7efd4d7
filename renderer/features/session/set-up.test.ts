import { expect, test } from 'vitest';
import { emptySetUp, faultsOf, type SetUp } from './set-up.ts';

const fields = (given: SetUp, step: number): readonly string[] => faultsOf(given, step).map((fault) => fault.field);

test('each step asks only for its own fields', () => {
  expect(fields(emptySetUp, 0)).toEqual(['workstationName', 'forceName', 'forceCode']);
  expect(fields(emptySetUp, 1)).toEqual(['hasAreas']);
  expect(fields(emptySetUp, 2)).toEqual(['givenName', 'familyName', 'rank', 'signInName']);
});

test('a force without areas needs none, a force with areas at least one (duties 61, 62)', () => {
  expect(fields({ ...emptySetUp, hasAreas: 'no' }, 1)).toEqual([]);
  expect(fields({ ...emptySetUp, hasAreas: 'yes' }, 1)).toEqual(['areas.0.name']);
});

test('a fault in an area is shown at its own line, also when a line before it was left empty', () => {
  const given: SetUp = {
    ...emptySetUp,
    hasAreas: 'yes',
    areas: [
      { key: 1, name: '', code: '' },
      { key: 2, name: 'East', code: 'too long code' },
    ],
  };
  expect(fields(given, 1)).toEqual(['areas.1.code']);
});
