import { beforeEach, describe, expect, it } from 'vitest';
import { countOffences, raiseIssue } from '#shared/domain/issue/issue.commands.ts';
import { rewritten } from '#shared/domain/meeting/parts.ts';
import { openPrioritisation } from '#shared/domain/prioritisation/prioritisation.commands.ts';
import { scoreOf } from '#shared/domain/prioritisation/issue-score.ts';
import { codesOf, dutiesOf } from '#test/builders/organisation-world.ts';
import { type ScoringWorld, scoringWorld } from '#test/builders/scoring-world.ts';
import { MATRIX_PRESETS, PRESET_KEYS } from './matrix-presets.ts';
import { adoptMatrix, changeMatrix, retireMatrix } from './scoring-matrix.commands.ts';
import { matricesQuery, matrixQuery } from './scoring-matrix.queries.ts';
import { matrixConcerns } from './scoring-matrix.rules.ts';

let cast: ScoringWorld;
beforeEach(async () => {
  cast = await scoringWorld();
});
const matrix = async (id: string) => {
  const found = await cast.world.records.reading.one('scoring-matrix', id);
  if (found === null) throw new Error('no matrix');
  return found;
};

describe('the matrices of a force', () => {
  it('come as three presets, each labelled with where it is from and none called official (duty 94)', async () => {
    for (const preset of PRESET_KEYS) {
      const { name, origin, model, factors } = MATRIX_PRESETS[preset];
      expect(matrixConcerns({ name, origin, model, factors, weights: [], weightsAsOf: '' })).toEqual([]);
      expect(name).not.toMatch(/official/i);
      expect(origin).not.toBe('');
    }
    expect(MATRIX_PRESETS.house.name).toContain('house model, MoRiLE-shaped');
    await cast.must('analyst', adoptMatrix, { preset: 'four-by-four' });
    expect((await cast.see('analyst', matricesQuery, {})).presets.map((preset) => preset.adopted)).toEqual([true, true, false]);
    expect(codesOf(await cast.as('analyst', adoptMatrix, { preset: 'house' }))).toEqual(['scoring-matrix/name-taken']);
    expect(codesOf(await cast.as('analyst', changeMatrix, { matrixId: cast.matrixId, name: 'The official model' }))).toEqual([
      'scoring-matrix/claims-to-be-official',
    ]);
    expect(codesOf(await cast.as('analyst', changeMatrix, { matrixId: cast.matrixId, origin: ' ' }))).toEqual([
      'scoring-matrix/without-origin',
    ]);
  });

  it('are copied on change: the version before stays as it was, on every path (duty 94)', async () => {
    const before = (await matrix(cast.matrixId)).body;
    const [first, ...others] = before.factors;
    if (first === undefined) throw new Error('no factor');
    const { matrixId, version } = await cast.must('analyst', changeMatrix, {
      matrixId: cast.matrixId,
      factors: [{ ...first, name: 'Injury' }, ...others],
    });
    expect(version).toBe(2);
    expect((await matrix(cast.matrixId)).body).toEqual(before);
    expect((await matrix(cast.matrixId)).state).toBe('retired');
    expect((await cast.see('analyst', matrixQuery, { matrixId }))?.replacesId).toBe(cast.matrixId);
    expect(codesOf(await cast.as('analyst', changeMatrix, { matrixId: cast.matrixId, name: 'Again' }))).toEqual([
      'scoring-matrix/replaced-already',
    ]);
    const newest = await matrix(matrixId);
    expect(await cast.forge('analyst', { put: rewritten(newest, { body: { name: 'Quietly renamed' } }) })).toEqual([
      'scoring-matrix/never-changed',
    ]);
    expect(
      await cast.forge('analyst', { put: { ...rewritten(newest, { body: { name: 'Fork', replacesId: cast.matrixId } }), id: 'fork' } }),
    ).toEqual(['scoring-matrix/replaced-already']);
    expect(await cast.forge('analyst', { erase: { kind: 'scoring-matrix', id: matrixId } })).toEqual(['scoring-matrix/kept']);
    await cast.must('analyst', retireMatrix, { matrixId });
    expect(await cast.forge('analyst', { put: rewritten(await matrix(matrixId), { state: 'in-use' }) })).toEqual([
      'scoring-matrix/retired-already',
    ]);
  });

  it('are kept by the principal analyst, the director and the lead, by nobody else and not by a partner', async () => {
    for (const who of ['secretary', 'response', 'partner', 'outsider'] as const) {
      expect(codesOf(await cast.as(who, adoptMatrix, { preset: 'four-by-four' }))).toEqual(['scoring-matrix/not-yours-to-keep']);
      expect(await cast.forge(who, { put: rewritten(await matrix(cast.matrixId), { state: 'retired' }) })).toEqual([
        'scoring-matrix/not-yours-to-keep',
      ]);
    }
  });

  it('are refused with factors twice, scales out of order, or sections the model does not have', async () => {
    const { factors } = (await matrix(cast.matrixId)).body;
    const [first, second] = factors;
    if (first === undefined || second === undefined) throw new Error('no factors');
    const change = async (changed: typeof factors) =>
      codesOf(await cast.as('analyst', changeMatrix, { matrixId: cast.matrixId, factors: changed }));
    expect(await change([...factors, { ...second, key: first.key }])).toEqual(['scoring-matrix/factor-twice']);
    expect(await change([{ ...first, levels: [...first.levels].reverse() }, ...factors.slice(1)])).toEqual([
      'scoring-matrix/levels-out-of-order',
    ]);
    expect(await change([...factors, { ...first, key: 'impact', section: 'impact' }])).toEqual(['scoring-matrix/section-not-of-model']);
    expect(await change(factors.filter((factor) => factor.section !== 'likelihood'))).toEqual(['scoring-matrix/without-factors']);
    expect(await change([{ ...first, key: 'Not a key!' }, ...factors])).toHaveLength(1);
  });
});

describe('the crime harm index', () => {
  const WEIGHTS = [
    { code: '28A', offence: 'Burglary', days: 90 },
    { code: '8N', offence: 'Assault', days: 20 },
  ];
  it('brings no weights of its own and is not used until they are imported; codes stand once and no weight is negative (duty 94)', async () => {
    const { matrixId } = await cast.must('analyst', adoptMatrix, { preset: 'crime-harm-index' });
    expect((await matrix(matrixId)).body.weights).toEqual([]);
    const open = (id: string) => cast.as('analyst', openPrioritisation, { groupId: cast.groupId, title: 'By harm', matrixId: id });
    expect(codesOf(await open(matrixId))).toEqual(['prioritisation/matrix-without-weights']);
    const [burglary] = WEIGHTS;
    const twice = await cast.as('analyst', changeMatrix, {
      matrixId,
      weights: [...WEIGHTS, ...(burglary === undefined ? [] : [burglary])],
      weightsAsOf: '2026-05-01',
    });
    expect(codesOf(twice)).toEqual(['scoring-matrix/offence-twice']);
    expect(dutiesOf(twice)).toEqual([94]);
    expect(codesOf(await cast.as('analyst', changeMatrix, { matrixId, weights: WEIGHTS }))).toEqual(['scoring-matrix/weights-without-day']);
    expect(
      codesOf(
        await cast.as('analyst', changeMatrix, { matrixId, weights: [{ code: 'x', offence: 'x', days: -1 }], weightsAsOf: '2026-05-01' }),
      ),
    ).toHaveLength(1);
    expect(
      codesOf(await cast.as('analyst', changeMatrix, { matrixId: cast.matrixId, weights: WEIGHTS, weightsAsOf: '2026-05-01' })),
    ).toEqual(['scoring-matrix/weights-not-of-model']);
    const { matrixId: filled } = await cast.must('analyst', changeMatrix, { matrixId, weights: WEIGHTS, weightsAsOf: '2026-05-01' });
    expect(codesOf(await open(filled))).toEqual([]);
  });

  it('counts crimes times days, keeps only the weights it uses, and refuses negative, twice counted and unknown ones (duty 94)', async () => {
    const { matrixId: empty } = await cast.must('analyst', adoptMatrix, { preset: 'crime-harm-index' });
    const { matrixId } = await cast.must('analyst', changeMatrix, { matrixId: empty, weights: WEIGHTS, weightsAsOf: '2026-05-01' });
    const { prioritisationId } = await cast.must('analyst', openPrioritisation, { groupId: cast.groupId, title: 'By harm', matrixId });
    const { issueId } = await cast.must('analyst', raiseIssue, { prioritisationId, title: 'Burglary' });
    const count = (...offences: { code: string; low: number; likely: number; high: number }[]) =>
      cast.as('analyst', countOffences, { issueId, offences });
    const line = { code: '28A', low: 100, likely: 120, high: 150 };
    expect(codesOf(await count({ ...line, low: -1 }))).toEqual(['issue/count-not-a-count']);
    expect(codesOf(await count({ ...line, low: 1.5 }))).toEqual(['issue/count-not-a-count']);
    expect(codesOf(await count({ ...line, low: 130 }))).toEqual(['issue/count-out-of-order']);
    expect(codesOf(await count(line, line))).toEqual(['issue/offence-twice']);
    expect(codesOf(await count({ ...line, code: '99' }))).toEqual(['issue/offence-unknown']);
    expect(codesOf(await count(line))).toEqual([]);
    const whole = await cast.whole(prioritisationId);
    expect(whole.body.matrix.weights.map((weight) => weight.code)).toEqual(['28A']);
    expect(scoreOf(whole.body.matrix, (await cast.issue(issueId)).body).score).toBe(120 * 90);
    const heavier = { ...whole.body.matrix, weights: [{ code: '28A', offence: 'Burglary', days: 900 }] };
    expect(await cast.forge('analyst', { put: rewritten(whole, { body: { matrix: heavier } }) })).toEqual([
      'prioritisation/matrix-not-copied',
    ]);
  });
});
