import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { leavePerson } from '#shared/domain/person/person.commands.ts';
import { createRequirement } from '#shared/domain/intelligence-requirement/intelligence-requirement.commands.ts';
import { gapsQuery } from '#shared/domain/intelligence-gap/intelligence-gap.queries.ts';
import { closeGap, raiseGap, reopenGap } from '#shared/domain/intelligence-gap/intelligence-gap.commands.ts';
import { requirementQuery } from '#shared/domain/intelligence-requirement/intelligence-requirement.queries.ts';
import { rewritten } from '#shared/domain/meeting/parts.ts';
import { codesOf, dutiesOf } from '#test/builders/organisation-world.ts';
import { type RequirementWorld, requirementWorld } from '#test/builders/requirement-world.ts';
import { answerStateOf } from './answer-state.ts';
import { addQuestion, answerQuestion, changeQuestion, reopenQuestion } from './requirement-question.commands.ts';
import { questionQuery } from './requirement-question.queries.ts';

let cast: RequirementWorld;
beforeEach(async () => {
  cast = await requirementWorld();
});
const question = async (id: string) => {
  const found = await cast.world.records.reading.one('requirement-question', id);
  if (found === null) throw new Error('no question');
  return found;
};

describe('a question of the requirement', () => {
  it('ends with a question mark and has an owner and a priority, on every path (duty 103)', async () => {
    const requirementId = await cast.draft(0);
    const ask = (more: object) => cast.as('secretary', addQuestion, { requirementId, ...cast.question(more) });
    const statement = await ask({ question: 'Suppliers of the dealers' });
    expect(codesOf(statement)).toEqual(['requirement-question/not-a-question']);
    expect(dutiesOf(statement)).toEqual([103]);
    expect(codesOf(await ask({ ownerId: '' }))).toEqual(['requirement-question/without-owner']);
    expect(codesOf(await ask({ priorityId: '' }))).toEqual(['requirement-question/without-priority']);
    expect(codesOf(await ask({ ownerId: cast.ids.partner }))).toContain('requirement-question/owner-unknown');
    expect(codesOf(await ask({ priorityId: 'nothing' }))).toEqual(['requirement-question/priority-unknown']);
    const id = await cast.ask(requirementId, { elements: [{ text: 'Where from' }, { text: 'By what route' }] });
    expect((await question(id)).body.elements).toHaveLength(2);
    const forged = { ...rewritten(await question(id), { body: { question: 'No question' } }), owner: '' };
    const codes = await cast.forge('chair', { put: forged });
    expect(codes).toContain('requirement-question/not-a-question');
    expect(codes).toContain('requirement-question/without-owner');
  });

  it('fills a gap of the register, where unanswered gaps stand first (duty 104)', async () => {
    const requirementId = await cast.inForce(1);
    expect(codesOf(await cast.as('secretary', addQuestion, { requirementId, ...cast.question({ gapId: '' }), because: 'New' }))).toEqual([
      'requirement-question/without-gap',
    ]);
    const { gapId } = await cast.must('secretary', addQuestion, {
      requirementId,
      ...cast.question({ gapId: '', newGap: 'Where the money of the line goes' }),
      because: 'New',
    });
    const { gapId: unasked } = await cast.must('analyst', raiseGap, { groupId: cast.groupId, text: 'What nobody asks' });
    const register = (await cast.see('secretary', gapsQuery, {})).rows;
    expect(register.map((row) => [row.text, row.answered])).toEqual([
      ['What nobody asks', 'not-asked'],
      ['Who supplies the three dealers in Harbour Ward', 'unanswered'],
      ['Where the money of the line goes', 'unanswered'],
    ]);
    const asked = register.find((row) => row.id === gapId)?.questions[0]?.id ?? '';
    await cast.must('analyst', answerQuestion, { questionId: asked, source: 'Financial profile', completeness: 'fully' });
    expect((await cast.see('secretary', gapsQuery, {})).rows.find((row) => row.id === gapId)?.answered).toBe('answered');
    expect(codesOf(await cast.as('secretary', closeGap, { gapId: unasked, because: '' }))).toEqual([
      'intelligence-gap/closed-without-reason',
    ]);
    await cast.must('secretary', closeGap, { gapId: unasked, because: 'No longer of interest' });
    expect((await cast.see('secretary', gapsQuery, {})).rows.at(-1)).toMatchObject({ id: unasked, answered: 'closed' });
    await cast.must('secretary', reopenGap, { gapId: unasked });
    const gap = await cast.world.records.reading.one('intelligence-gap', unasked);
    if (gap === null) throw new Error('no gap');
    expect(await cast.forge('chair', { put: rewritten(gap, { state: 'closed' }) })).toEqual(['intelligence-gap/closed-without-reason']);
    expect(await cast.forge('chair', { erase: { kind: 'intelligence-gap', id: unasked } })).toEqual(['intelligence-gap/never-erased']);
  });

  it('about another key threat names the assessment that identified it (duty 106)', async () => {
    const requirementId = await cast.draft(0);
    const ask = (more: object) => cast.as('secretary', addQuestion, { requirementId, ...cast.question({ priorityId: '', ...more }) });
    const refusal = await ask({ otherKeyThreat: 'Theft of farm machinery' });
    expect(codesOf(refusal)).toEqual(['requirement-question/threat-without-assessment']);
    expect(dutiesOf(refusal)).toEqual([106]);
    expect(codesOf(await ask({ threatAssessmentId: cast.assessmentId }))).toEqual(['requirement-question/threat-not-named']);
    expect(codesOf(await ask({ otherKeyThreat: 'Theft of farm machinery', threatAssessmentId: 'nothing' }))).toEqual([
      'requirement-question/threat-without-assessment',
    ]);
    expect(codesOf(await ask({ otherKeyThreat: 'Theft', threatAssessmentId: cast.assessmentId, priorityId: cast.priorityId }))).toEqual([
      'requirement-question/priority-and-threat',
    ]);
    const id = await cast.ask(requirementId, {
      priorityId: '',
      otherKeyThreat: 'Theft of farm machinery',
      threatAssessmentId: cast.assessmentId,
    });
    expect((await cast.see('secretary', requirementQuery, { requirementId }))?.questions).toMatchObject([
      { otherKeyThreat: 'Theft of farm machinery' },
    ]);
    expect((await cast.see('secretary', questionQuery, { questionId: id }))?.threatAssessment).toBe('Strategic assessment 2026');
    expect(await cast.forge('chair', { put: rewritten(await question(id), { body: { threatAssessmentId: '' } }) })).toContain(
      'requirement-question/threat-without-assessment',
    );
  });

  it('is unanswered, partly or wholly answered by its elements and reports alone (duty 104)', async () => {
    const requirementId = await cast.inForce(1);
    const [one] = await cast.world.records.reading.many('requirement-question', { parent: requirementId });
    const questionId = one?.id ?? '';
    const [first, second] = one?.body.elements.map((element) => element.id) ?? [];
    const answer = (more: object) =>
      cast.must('analyst', answerQuestion, { questionId, source: 'Report 3x5x2/118', completeness: 'partly', ...more });
    expect(await answer({ elementIds: [first] })).toMatchObject({ state: 'partly' });
    cast.pass(1);
    expect(await answer({ elementIds: [second] })).toMatchObject({ state: 'answered' });
    cast.pass(1);
    await cast.must('analyst', reopenQuestion, { questionId, because: 'The source was wrong' });
    expect(await cast.see('analyst', questionQuery, { questionId })).toMatchObject({
      state: 'unanswered',
      given: [{ past: true }, { past: true }],
    });
    expect(await cast.forge('chair', { put: rewritten(await question(questionId), { state: 'answered' }) })).toEqual([
      'requirement-question/state-does-not-follow',
    ]);
    expect(await cast.forge('chair', { put: rewritten(await question(questionId), { body: { answers: [] } }) })).toEqual([
      'requirement-question/answers-are-kept',
    ]);
    expect(codesOf(await cast.as('outsider', answerQuestion, { questionId, source: 'X', completeness: 'fully' }))).toEqual([
      'requirement-question/not-yours-to-answer',
    ]);
  });

  it('keeps an owner who left until somebody gives it to another', async () => {
    const requirementId = await cast.inForce(1);
    await cast.world.must(leavePerson, { personId: cast.ids.analyst, on: '2026-11-24' });
    await cast.must('secretary', createRequirement, { groupId: cast.groupId, title: 'Next' });
    const page = await cast.see('secretary', requirementQuery, { requirementId });
    expect(page?.questions[0]?.ownerLeft).toBe(true);
    const questionId = page?.questions[0]?.id ?? '';
    expect(
      codesOf(
        await cast.as('secretary', changeQuestion, {
          questionId,
          ...cast.question({ ownerId: cast.ids.chair }),
          because: 'The owner left',
        }),
      ),
    ).toEqual([]);
  });
});

describe('how far a question is answered', () => {
  const at = fc.integer({ min: 0, max: 50 }).map((n) => `2026-11-01T10:${String(n).padStart(2, '0')}:00.000Z`);
  const answers = fc.array(fc.record({ at, completeness: fc.constantFrom('partly' as const, 'fully' as const) }), { maxLength: 6 });
  const elements = fc.array(fc.boolean(), { maxLength: 6 });

  it('never goes back when another answer comes in, and never counts what came before it was reopened', () => {
    const order = ['unanswered', 'partly', 'answered'];
    fc.assert(
      fc.property(answers, elements, at, (given, ticked, more) => {
        const body = (list: readonly object[], reopenedAt = '') =>
          ({ answers: list, elements: ticked.map((answered, index) => ({ id: `e${index}`, text: 'x', answered })), reopenedAt }) as never;
        const before = order.indexOf(answerStateOf(body(given)));
        expect(order.indexOf(answerStateOf(body([...given, { at: more, completeness: 'partly' }])))).toBeGreaterThanOrEqual(before);
        const none = ticked.map(() => false);
        const reset = {
          answers: given,
          elements: none.map((answered, index) => ({ id: `e${index}`, text: 'x', answered })),
          reopenedAt: '2026-12-01T00:00:00.000Z',
        };
        expect(answerStateOf(reset as never)).toBe('unanswered');
      }),
    );
  });
});
