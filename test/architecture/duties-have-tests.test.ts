import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const project = join(import.meta.dirname, '../..');
const tests = globSync('{shared,electron,renderer,test,build}/**/*.{test,e2e}.{ts,tsx}', { cwd: project });

/** Each of these is shown by a test whose title cites it. */
const SHOWN = [...span(1, 7), ...span(16, 18), 23, ...span(50, 112)];

/** Duties whose test another package is still writing. Taken away by whoever merges the package; the test below says when one has come. */
const PENDING: Readonly<Record<string, readonly number[]>> = {};

function span(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_unused, index) => from + index);
}

/** The duties a title cites: `(duty 93)`, `(duties 1-3, 8 and 16)`. */
function cited(title: string): number[] {
  return [...title.matchAll(/\bdut(?:y|ies) ([\d ,–-]*\d(?: and \d+)?)/g)].flatMap(([, list = '']) =>
    list.split(/,| and /).flatMap((part) => {
      const [from = 0, to = from] = part.split(/[-–]/).map((one) => Number(one.trim()));
      return span(from, to);
    }),
  );
}

/** What the tests of a file are called. */
function titlesIn(source: string): string[] {
  return [...source.matchAll(/\b(?:it|test)(?:\.[a-z]+)*\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/g)].map(([, , title = '']) => title);
}

describe('the duties', () => {
  const shown = new Set(tests.flatMap((file) => titlesIn(readFileSync(join(project, file), 'utf8')).flatMap(cited)));
  const pending = Object.values(PENDING).flat();

  it('of strategy and governance are each shown by a test that says so', () => {
    expect(SHOWN.filter((duty) => !shown.has(duty) && !pending.includes(duty))).toEqual([]);
  });

  it('that have a test by now no longer stand on the list of those that wait for one', () => {
    expect(pending.filter((duty) => shown.has(duty))).toEqual([]);
  });

  it('are read from titles only, in every way they are written there', () => {
    expect(cited('is set at the strategic group (duty 93)')).toEqual([93]);
    expect(cited('show a vacant lead (duties 1-3, 8 and 16)')).toEqual([1, 2, 3, 8, 16]);
    expect(titlesIn("it('a (duty 4)', () => {}); // it is (duty 5)\nit.each([1])('b', () => {});")).toEqual(['a (duty 4)']);
  });
});
