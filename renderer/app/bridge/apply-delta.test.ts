import fc from 'fast-check';
import { clone, create } from 'jsondiffpatch';
import { expect, test } from 'vitest';
import { applyDelta } from './apply-delta.ts';

const engine = create({ objectHash: (row) => (row as { id?: string }).id ?? '', arrays: { detectMove: true } });

const row = fc.record({
  id: fc.string({ minLength: 1, maxLength: 3 }),
  text: fc.string({ maxLength: 5 }),
  inner: fc.dictionary(
    fc.string({ maxLength: 3 }).filter((key) => key !== '__proto__'),
    fc.integer(),
    { maxKeys: 3 },
  ),
});
const view = fc.record({
  rows: fc.uniqueArray(row, { selector: (one) => one.id, maxLength: 8 }),
  count: fc.integer(),
  note: fc.option(fc.string(), { nil: null }),
});

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value);
    for (const inner of Object.values(value)) frozen(inner);
  }
  return value;
}

test('whatever changes in a view, the window ends with exactly what the engine has, and the old view is untouched', () => {
  fc.assert(
    fc.property(view, view, (before, after) => {
      const old = frozen(clone(before) as typeof before);
      const delta = engine.diff(before, after);
      expect(applyDelta(old, delta)).toEqual(after);
      expect(old).toEqual(before);
    }),
  );
});

test('rows that did not change keep their identity, also when a row above them is removed', () => {
  const before = {
    rows: [
      { id: 'a', text: 'one' },
      { id: 'b', text: 'two' },
      { id: 'c', text: 'three' },
    ],
  };
  const after = {
    rows: [
      { id: 'b', text: 'two' },
      { id: 'c', text: 'changed' },
    ],
  };
  const next = applyDelta(before, engine.diff(before, after)) as typeof before;
  expect(next).toEqual(after);
  expect(next.rows[0]).toBe(before.rows[1]);
  expect(next.rows[1]).not.toBe(before.rows[2]);
});

test('a form of difference the window does not know is a fault, not a wrong view', () => {
  expect(() => applyDelta('text', ['@@ -1 +1 @@', 0, 2] as never)).toThrow();
});
