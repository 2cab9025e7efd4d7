import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { rewritten } from '#shared/domain/meeting/parts.ts';
import { assessmentQuery } from '#shared/domain/strategic-assessment/strategic-assessment.queries.ts';
import { reviewAssessment, submitAssessment } from '#shared/domain/strategic-assessment/strategic-assessment.commands.ts';
import { type AssessmentWorld, assessmentWorld } from '#test/builders/assessment-world.ts';
import { CAST } from '#test/builders/meeting-world.ts';
import { codesOf } from '#test/builders/organisation-world.ts';
import { addRecommendation, changeRecommendation, moveRecommendation, withdrawRecommendation } from './recommendation.commands.ts';
import { RECOMMENDATION_STATES } from './recommendation.schema.ts';

let cast: AssessmentWorld;
let assessmentId: string;
beforeEach(async () => {
  cast = await assessmentWorld();
  assessmentId = await cast.drafting();
});
const KNIFE = { title: 'Serious violence', text: 'Make serious violence a priority', rationale: 'Rising in both town centres' } as const;
const add = async (more: object = {}) =>
  (await cast.must('analyst', addRecommendation, { assessmentId, ...KNIFE, ...more })).recommendationId;
const record = async (id: string) => {
  const found = await cast.world.records.reading.one('recommendation', id);
  if (found === null) throw new Error('no recommendation');
  return found;
};
const makeFinal = async () => {
  await cast.signOffAll(assessmentId);
  await cast.must('analyst', submitAssessment, { assessmentId, reviewerId: cast.ids.manager });
  await cast.must('manager', reviewAssessment, { assessmentId, outcome: 'passed' });
};
const outcome = async (id: string, state: string, body: object) =>
  rewritten(await record(id), { state, body: { outcomeAt: cast.world.now, ...body } });

describe('a recommendation', () => {
  it('is made, reworded, moved and taken back while its assessment is written, by those who prepare strategy', async () => {
    const first = await add();
    const second = await add({ title: 'Burglary' });
    await cast.must('analyst', moveRecommendation, { recommendationId: second, beforeId: first });
    await cast.must('analyst', changeRecommendation, { recommendationId: first, ...KNIFE, title: 'Knife carrying' });
    const shown = async () => (await cast.see('chair', assessmentQuery, { assessmentId }))?.recommendations.map((one) => one.title);
    expect(await shown()).toEqual(['Burglary', 'Knife carrying']);
    await cast.must('analyst', withdrawRecommendation, { recommendationId: second });
    expect(await shown()).toEqual(['Knife carrying']);
    for (const who of ['response', 'partner'] as const)
      expect(codesOf(await cast.as(who, addRecommendation, { assessmentId, ...KNIFE }))).toEqual(['recommendation/not-yours-to-make']);
    expect(codesOf(await cast.as('analyst', addRecommendation, { assessmentId: await cast.begin(), ...KNIFE }))).toEqual([
      'recommendation/terms-not-agreed',
    ]);
  });

  it('that is police only is not among those a partner sees', async () => {
    await add({ policeOnly: true });
    expect((await cast.see('partner', assessmentQuery, { assessmentId }))?.recommendations).toEqual([]);
  });

  it('of a final assessment stays as it was made', async () => {
    const id = await add();
    await makeFinal();
    expect(codesOf(await cast.as('analyst', changeRecommendation, { recommendationId: id, ...KNIFE, title: 'x' }))).toEqual([
      'recommendation/final-is-fixed',
    ]);
    expect(await cast.forge('analyst', { erase: { kind: 'recommendation', id } })).toEqual(['recommendation/final-is-fixed']);
  });

  it('ends adopted, varied, rejected or deferred only with a reason, at the strategic group, by a decision that names it (duty 73)', async () => {
    const [id, other] = [await add(), await add({ title: 'Burglary' })];
    const early = await outcome(id, 'deferred', { outcomeReason: 'Later' });
    expect(await cast.forge('chair', { put: early })).toEqual(['recommendation/not-before-the-group']);
    await makeFinal();
    const meetingId = await cast.live();
    const { decisionId } = await cast.decide(meetingId, await cast.open(meetingId), { names: [{ kind: 'recommendation', id }] });
    const decided = { meetingId, decisionId, outcomeReason: 'Evidence is strong' };
    const forge = async (state: string, body: object, who: Parameters<typeof cast.forge>[0] = 'secretary', of = id) =>
      cast.forge(who, { put: await outcome(of, state, { ...decided, ...body }) });
    expect(await forge('adopted', {})).toEqual([]);
    expect(await forge('adopted', { outcomeReason: '' })).toEqual(['recommendation/without-reason']);
    expect(await forge('varied', {})).toEqual(['recommendation/varied-without-text']);
    expect(await forge('varied', { variedText: 'Town centres only' })).toEqual([]);
    expect(await forge('rejected', { decisionId: '' })).toEqual(['recommendation/decision-unknown']);
    expect(await forge('rejected', {}, 'secretary', other)).toEqual(['recommendation/does-not-name-it']);
    expect(await forge('deferred', { decisionId: '' })).toEqual([]);
    expect(await forge('deferred', { meetingId: '', decisionId: '' })).toEqual(['recommendation/other-meeting']);
    expect(await forge('adopted', { title: 'Something else' })).toEqual(['recommendation/final-is-fixed']);
    for (const who of ['analyst', 'partner', 'response', 'auditor'] as const)
      expect(await forge('adopted', {}, who)).toEqual(['recommendation/not-yours-to-decide']);
  });

  it('keeps a final outcome for ever (duty 73)', async () => {
    const id = await add();
    await makeFinal();
    const meetingId = await cast.live();
    const { decisionId } = await cast.decide(meetingId, await cast.open(meetingId), { names: [{ kind: 'recommendation', id }] });
    const write = async (state: string, body: object) => {
      const put = await outcome(id, state, { meetingId, outcomeReason: 'Because', ...body });
      expect(await cast.forge('secretary', { put })).toEqual([]);
      cast.world.records.apply([{ put }], { now: cast.world.now, actorId: cast.ids.secretary });
    };
    await write('rejected', { decisionId });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...CAST), fc.constantFrom(...RECOMMENDATION_STATES), async (who, state) => {
        const put = await outcome(id, state, {
          meetingId,
          decisionId,
          outcomeReason: 'On second thoughts',
          variedText: state === 'varied' ? 'x' : '',
        });
        expect(await cast.forge(who, { put })).not.toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('that was deferred comes back to a later meeting, and only a decision that saw it deferred ends it (duty 73)', async () => {
    const id = await add();
    await makeFinal();
    const first = await cast.live();
    const names = [{ kind: 'recommendation' as const, id }];
    const early = await cast.decide(first, await cast.open(first), { names });
    const put = await outcome(id, 'deferred', { meetingId: first, outcomeReason: 'The figures are awaited' });
    expect(await cast.forge('secretary', { put })).toEqual([]);
    cast.world.records.apply([{ put }], { now: cast.world.now, actorId: cast.ids.secretary });
    const adopted = { meetingId: first, decisionId: early.decisionId, outcomeReason: 'They came' };
    expect(await cast.forge('secretary', { put: await outcome(id, 'adopted', adopted) })).toEqual(['recommendation/changed-since']);
    await cast.concludeRest(first);
    const later = await cast.live('2026-12-08');
    const { decisionId } = await cast.decide(later, await cast.open(later), { names });
    expect(await cast.forge('secretary', { put: await outcome(id, 'adopted', { ...adopted, decisionId }) })).toContain(
      'recommendation/decision-not-of-the-meeting',
    );
    expect(await cast.forge('secretary', { put: await outcome(id, 'adopted', { ...adopted, decisionId, meetingId: later }) })).toEqual([]);
  });

  it('is given no outcome by a decision of a tactical group (duty 73)', async () => {
    const id = await add();
    await makeFinal();
    const group = await cast.world.records.reading.one('group', cast.groupId);
    if (group === null) throw new Error('no group');
    cast.world.records.apply([{ put: rewritten(group, { body: { groupType: 'ttcg' } }) }], { now: cast.world.now, actorId: '' });
    const meetingId = await cast.live();
    const { decisionId } = await cast.decide(meetingId, await cast.open(meetingId), { names: [{ kind: 'recommendation', id }] });
    const put = await outcome(id, 'adopted', { meetingId, decisionId, outcomeReason: 'Because' });
    expect(await cast.forge('chair', { put })).toEqual(['recommendation/not-a-strategic-group']);
  });
});
