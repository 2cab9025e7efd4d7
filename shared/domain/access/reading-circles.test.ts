import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MARKINGS } from '#shared/contracts/record/record.ts';
import { type AccessClass, accessClassOf, accessKey, type Actor, mayRead } from './access.ts';
import { readingCirclesOf } from './reading-circles.ts';

const principal = fc.constantFrom('person:a', 'person:b', 'person:c', 'group:g', 'group:h', 'role:auditor', 'role:director', 'unit:u');
const accessClass: fc.Arbitrary<AccessClass> = fc.record({
  unit: fc.constantFrom('north', 'south'),
  marking: fc.constantFrom(...MARKINGS),
  caveats: fc.subarray(['POLICE-ONLY', 'UNHEARD-OF']),
  named: fc.array(principal, { maxLength: 5 }),
});
const actor: fc.Arbitrary<Actor> = fc.record({
  personId: fc.constant('a'),
  name: fc.constant(''),
  clearance: fc.constantFrom(...MARKINGS),
  principals: fc.uniqueArray(principal, { maxLength: 4 }),
  roles: fc.constant([]),
  partner: fc.boolean(),
});

test('someone may read a record exactly when they may read one of its reading circles (duty 40)', () => {
  fc.assert(
    fc.property(accessClass, actor, (access, who) => {
      const circles = readingCirclesOf(accessKey(access));
      expect(circles.some((circle) => mayRead(who, accessClassOf(circle)))).toBe(mayRead(who, access));
    }),
    { numRuns: 2000 },
  );
});

test('actions of a hundred owners in one group are a single circle for the group', () => {
  const circles = new Set(
    Array.from({ length: 100 }, (_unused, owner) =>
      readingCirclesOf(accessKey({ unit: 'g', marking: 'OFFICIAL', caveats: [], named: ['group:g', 'role:auditor', `person:${owner}`] })),
    ).map(([first]) => first),
  );
  expect(circles.size).toBe(1);
});
