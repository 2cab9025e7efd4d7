import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MATRIX_PRESETS, type PresetKey } from '#shared/domain/scoring-matrix/matrix-presets.ts';
import { type IssueToScore, type MatrixToScore, quantitiesOf, scoreFrom, scoreOf } from './issue-score.ts';
import { orderChanges } from './order-changes.ts';
import { rankIssues } from './ranking.ts';
import { beginSimulation, simulate, triangular } from './simulation.ts';

const WEIGHTS = [
  { code: '8N', offence: 'Assault', days: 20 },
  { code: '28A', offence: 'Burglary', days: 90 },
];
const matrixOf = (preset: PresetKey): MatrixToScore => ({
  ...MATRIX_PRESETS[preset],
  weights: preset === 'crime-harm-index' ? WEIGHTS : [],
});
const HOUSE = matrixOf('house');
const ground = { reason: '', source: '' };

/** Any issue fully scored within the scales. */
const anyIssue = (matrix: MatrixToScore, id: string): fc.Arbitrary<IssueToScore> =>
  fc
    .tuple(
      fc.tuple(
        ...matrix.factors.map(({ levels }) => {
          const values = levels.map((level) => level.value);
          const point = fc.integer({ min: Math.min(...values) * 2, max: Math.max(...values) * 2 }).map((half) => half / 2);
          return fc.tuple(point, point, point).map((points) => points.sort((a, b) => a - b));
        }),
      ),
      fc.tuple(...WEIGHTS.map(() => fc.tuple(fc.nat(500), fc.nat(500), fc.nat(500)).map((points) => points.sort((a, b) => a - b)))),
    )
    .map(([points, counts]) => ({
      id,
      title: `Issue ${id}`,
      scores: matrix.factors.map((factor, index) => {
        const [low = 0, likely = 0, high = 0] = points[index] ?? [];
        return { factor: factor.key, low, likely, high, ...ground };
      }),
      offences:
        matrix.model === 'crime-harm-index'
          ? WEIGHTS.map(({ code }, index) => {
              const [low = 0, likely = 0, high = 0] = counts[index] ?? [];
              return { code, low, likely, high, source: '' };
            })
          : [],
    }));
const anyIssues = (matrix: MatrixToScore, most = 8): fc.Arbitrary<readonly IssueToScore[]> =>
  fc
    .integer({ min: 1, max: most })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_unused, index) => anyIssue(matrix, `i${index}`))));
const anyMatrix = fc.constantFrom<PresetKey>('house', 'four-by-four', 'crime-harm-index').map(matrixOf);
const byId = <Row extends { readonly id: string }>(rows: readonly Row[]): Readonly<Record<string, Row>> =>
  Object.fromEntries(rows.map((row) => [row.id, row]));

describe('the arithmetic of a score', () => {
  it('is the sum of harm times the mean of likelihood, with position and confidence beside it (duty 94)', () => {
    const at = (values: Readonly<Record<string, number>>): IssueToScore => ({
      id: 'one',
      title: 'One',
      offences: [],
      scores: HOUSE.factors.map((factor) => {
        const value = values[factor.key] ?? factor.levels[0]?.value ?? 0;
        return { factor: factor.key, low: value, likely: value, high: value, ...ground };
      }),
    });
    const score = scoreOf(HOUSE, at({ physical: 4, vulnerability: 3, frequency: 3, trend: 2, forecast: 4, capacity: 3, capability: 1 }));
    // Geographic scope begins at 1.
    expect([score.severity, score.likelihood, score.score, score.position, score.positionMost]).toEqual([8, 3, 24, 4, 8]);
    for (const confidence of [1, 2, 3]) expect(scoreOf(HOUSE, at({ physical: 4, confidence })).score).toBe(5);
    expect([1, 2, 3].map((confidence) => scoreOf(HOUSE, at({ confidence })).lowConfidence)).toEqual([true, false, false]);
    expect(scoreOf(HOUSE, at({ capacity: 4, capability: 4 })).score).toBe(scoreOf(HOUSE, at({})).score);
  });

  it('is impact times likelihood from 1 to 16 on the four by four, and crimes times days for the index (duty 94)', () => {
    const four = matrixOf('four-by-four');
    const grid = [1, 2, 3, 4].map((impact) =>
      [1, 2, 3, 4].map(
        (likelihood) =>
          scoreOf(four, {
            offences: [],
            scores: [
              { factor: 'impact', low: impact, likely: impact, high: impact, ...ground },
              { factor: 'likelihood', low: likelihood, likely: likelihood, high: likelihood, ...ground },
            ],
          }).score,
      ),
    );
    expect(grid).toEqual([
      [1, 2, 3, 4],
      [2, 4, 6, 8],
      [3, 6, 9, 12],
      [4, 8, 12, 16],
    ]);
    const index = scoreOf(matrixOf('crime-harm-index'), {
      scores: [],
      offences: [
        { code: '8N', low: 10, likely: 10, high: 10, source: '', leftOut: 4 },
        { code: '28A', low: 1, likely: 2, high: 3, source: '' },
      ],
    });
    expect([index.lowest, index.score, index.highest, index.leftOut]).toEqual([290, 380, 470, 4]);
  });

  it('lies between its lowest and highest, and is not there until everything it needs is (duty 94)', () => {
    fc.assert(
      fc.property(
        anyMatrix.chain((matrix) => anyIssue(matrix, 'one').map((issue) => ({ matrix, issue }))),
        ({ matrix, issue }) => {
          const { score, lowest, highest, scored, needed } = scoreOf(matrix, issue);
          expect(scored).toBe(needed);
          expect(lowest ?? Number.NaN).toBeLessThanOrEqual(score ?? Number.NaN);
          expect(score ?? Number.NaN).toBeLessThanOrEqual(highest ?? Number.NaN);
          const quantities = quantitiesOf(matrix, issue);
          expect(
            scoreFrom(
              matrix.model,
              quantities,
              quantities.map((one) => one.likely),
            ),
          ).toBe(score);
          const counted = matrix.factors.find((factor) => quantities.some((one) => one.key === factor.key));
          if (counted === undefined) return;
          const without = { ...issue, scores: issue.scores.filter((one) => one.factor !== counted.key) };
          expect(scoreOf(matrix, without).score).toBeNull();
        },
      ),
    );
  });

  it('never falls when one figure rises', () => {
    fc.assert(
      fc.property(
        anyMatrix.chain((matrix) => fc.tuple(anyIssue(matrix, 'one'), fc.nat(20)).map(([issue, at]) => ({ matrix, issue, at }))),
        ({ matrix, issue, at }) => {
          const quantities = quantitiesOf(matrix, issue);
          const values = quantities.map((one) => one.likely);
          const place = at % quantities.length;
          const raised = values.map((value, index) => (index === place ? value + 1 : value));
          expect(scoreFrom(matrix.model, quantities, raised)).toBeGreaterThanOrEqual(scoreFrom(matrix.model, quantities, values));
        },
      ),
    );
  });

  it('ranks equal scores equally, whatever their order', () => {
    fc.assert(
      fc.property(
        anyMatrix.chain((matrix) => anyIssues(matrix).map((issues) => ({ matrix, issues }))),
        ({ matrix, issues }) => {
          const one = byId(rankIssues(matrix, issues));
          expect(byId(rankIssues(matrix, [...issues].reverse()))).toEqual(one);
          const rows = Object.values(one);
          const fits = (a: (typeof rows)[number], b: (typeof rows)[number]): boolean =>
            a.score === b.score ? a.rank === b.rank : (a.score ?? 0) > (b.score ?? 0) === (a.rank ?? 0) < (b.rank ?? 0);
          expect(rows.every((a) => rows.every((b) => fits(a, b)))).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('the simulation', () => {
  const setUp = anyMatrix.chain((matrix) =>
    fc
      .tuple(anyIssues(matrix), fc.nat(2_000_000), fc.integer({ min: 1, max: 5 }))
      .map(([issues, seed, top]) => ({ matrix, issues, seed, top })),
  );

  it('gives the same figures for the same seed, in whatever order the issues stand and in whatever pieces it is done (duty 94)', () => {
    fc.assert(
      fc.property(
        setUp,
        fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 6 }),
        ({ matrix, issues, seed, top }, pieces) => {
          const whole = byId(simulate({ matrix, issues, seed, runs: 120, top }));
          expect(byId(simulate({ matrix, issues: [...issues].reverse(), seed, runs: 120, top }))).toEqual(whole);
          const slowly = beginSimulation({ matrix, issues, seed, runs: 120, top });
          for (let index = 0; slowly.done < slowly.runs; index += 1) slowly.advance(pieces[index % pieces.length] ?? 1);
          expect(byId(slowly.result())).toEqual(whole);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keeps its figures within what is possible', () => {
    fc.assert(
      fc.property(setUp, ({ matrix, issues, seed, top }) => {
        for (const one of simulate({ matrix, issues, seed, runs: 100, top })) {
          expect(one.topShare).toBeGreaterThanOrEqual(0);
          expect(one.topShare).toBeLessThanOrEqual(1);
          expect(one.rankFrom).toBeGreaterThanOrEqual(1);
          expect(one.rankFrom).toBeLessThanOrEqual(one.rankMiddle);
          expect(one.rankMiddle).toBeLessThanOrEqual(one.rankTo);
          expect(one.rankTo).toBeLessThanOrEqual(issues.length);
          if (issues.length <= top) expect(one.topShare).toBe(1);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('draws from the triangular distribution: within the range, its mean a third of the sum of the three points', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), fc.nat(40), (a, b, c) => {
        const [low = 0, likely = 0, high = 0] = [a, b, c].sort((one, other) => one - other);
        const steps = 2000;
        const values = Array.from({ length: steps }, (_unused, step) => triangular(low, likely, high, (step + 0.5) / steps));
        expect(values.every((value) => value >= low && value <= high)).toBe(true);
        const sum = values.reduce((all, value) => all + value, 0);
        expect(Math.abs(sum / steps - (low + likely + high) / 3)).toBeLessThan(0.02);
      }),
      { numRuns: 40 },
    );
  });

  it('gives known figures for a known seed, so that no change of the generator goes unnoticed', () => {
    const issue = (id: string, value: number, spread: number): IssueToScore => ({
      id,
      title: id,
      offences: [],
      scores: HOUSE.factors.map((factor) => {
        const values = factor.levels.map((level) => level.value);
        const within = (one: number): number => Math.min(Math.max(one, Math.min(...values)), Math.max(...values));
        return { factor: factor.key, low: within(value - spread), likely: within(value), high: within(value + spread), ...ground };
      }),
    });
    const issues = [issue('a', 3, 1), issue('b', 2, 1), issue('c', 2, 2), issue('d', 1, 1)];
    expect(simulate({ matrix: HOUSE, issues, seed: 2026, runs: 1000, top: 2 })).toMatchInlineSnapshot(`
      [
        {
          "id": "a",
          "rankFrom": 1,
          "rankMiddle": 1,
          "rankTo": 1,
          "topShare": 1,
        },
        {
          "id": "b",
          "rankFrom": 2,
          "rankMiddle": 3,
          "rankTo": 3,
          "topShare": 0.25,
        },
        {
          "id": "c",
          "rankFrom": 2,
          "rankMiddle": 2,
          "rankTo": 3,
          "topShare": 0.75,
        },
        {
          "id": "d",
          "rankFrom": 4,
          "rankMiddle": 4,
          "rankTo": 4,
          "topShare": 0,
        },
      ]
    `);
  });
});

describe('what would change the order', () => {
  it('names exactly the single figures that do, and each does when it is tried', () => {
    fc.assert(
      fc.property(
        anyMatrix.chain((matrix) => anyIssues(matrix, 5).map((issues) => ({ matrix, issues }))),
        ({ matrix, issues }) => {
          const before = byId(rankIssues(matrix, issues));
          for (const change of orderChanges(matrix, issues, 2)) {
            const tried = issues.map((issue) =>
              issue.id === change.issueId ? movedTo(matrix, issue, change.id.split('/')[1] ?? '', change.to) : issue,
            );
            const after = byId(rankIssues(matrix, tried));
            expect(before[change.issueId]?.rank).toBe(change.rankBefore);
            expect(after[change.issueId]?.rank).toBe(change.rankAfter);
            expect(change.swaps.length).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('puts what changes the top first', () => {
    const four = matrixOf('four-by-four');
    const at = (id: string, impact: readonly [number, number, number], likelihood: number): IssueToScore => ({
      id,
      title: id,
      offences: [],
      scores: [
        { factor: 'impact', low: impact[0], likely: impact[1], high: impact[2], ...ground },
        { factor: 'likelihood', low: likelihood, likely: likelihood, high: likelihood, ...ground },
      ],
    });
    const issues = [at('a', [4, 4, 4], 4), at('b', [2, 3, 3], 3), at('c', [2, 2, 4], 3), at('d', [1, 1, 4], 1)];
    expect(orderChanges(four, issues, 2).map(({ title, to, crossesTop, swaps }) => ({ title, to, crossesTop, swaps }))).toEqual([
      { title: 'c', to: 4, crossesTop: 'in', swaps: ['b'] },
    ]);
  });
});

function movedTo(matrix: MatrixToScore, issue: IssueToScore, key: string, to: number): IssueToScore {
  return matrix.model === 'crime-harm-index'
    ? { ...issue, offences: issue.offences.map((one) => (one.code === key ? { ...one, likely: to } : one)) }
    : { ...issue, scores: issue.scores.map((one) => (one.factor === key ? { ...one, likely: to } : one)) };
}
