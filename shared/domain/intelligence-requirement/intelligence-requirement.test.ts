import { beforeEach, describe, expect, it } from 'vitest';
import { addGroup } from '#shared/domain/group/group.commands.ts';
import { giveAppointment } from '#shared/domain/appointment/appointment.commands.ts';
import { rewritten } from '#shared/domain/meeting/parts.ts';
import {
  addQuestion,
  answerQuestion,
  changeQuestion,
  reopenQuestion,
  withdrawQuestion,
} from '#shared/domain/requirement-question/requirement-question.commands.ts';
import { codesOf, dutiesOf, FOUNDED_ON } from '#test/builders/organisation-world.ts';
import { type RequirementWorld, requirementWorld } from '#test/builders/requirement-world.ts';
import {
  approveRequirement,
  changeRequirement,
  createRequirement,
  reviewRequirement,
  withdrawRequirement,
} from './intelligence-requirement.commands.ts';
import { addCollectionStrategy } from '#shared/domain/collection-strategy/collection-strategy.commands.ts';
import { intelligenceRequirementDocument } from './intelligence-requirement.document.ts';
import { requirementHistoryQuery, requirementQuery, requirementsQuery } from './intelligence-requirement.queries.ts';

let cast: RequirementWorld;
beforeEach(async () => {
  cast = await requirementWorld();
});
const requirement = async (id: string) => {
  const found = await cast.world.records.reading.one('intelligence-requirement', id);
  if (found === null) throw new Error('no requirement');
  return found;
};
const questions = (id: string) => cast.world.records.reading.many('requirement-question', { parent: id }, { by: 'number' });
const naming = (id: string) => cast.decideOn([{ kind: 'intelligence-requirement', id }]);

describe('the strategic intelligence requirement', () => {
  it('is approved only by a decision of the strategic group that names it as it stands (duty 76)', async () => {
    const requirementId = await cast.draft();
    const other = await cast.decideOn([]);
    const refusal = await cast.as('secretary', approveRequirement, { requirementId, decisionId: other });
    expect(codesOf(refusal)).toEqual(['intelligence-requirement/not-decided']);
    expect(dutiesOf(refusal)).toEqual([76]);
    const decisionId = await naming(requirementId);
    await cast.must('secretary', approveRequirement, { requirementId, decisionId });
    const page = await cast.see('secretary', requirementQuery, { requirementId });
    expect(page).toMatchObject({ state: 'approved', decision: { id: decisionId } });
    expect(page?.approvedAt).toBe(cast.world.now);
  });

  it('is not approved when a question of the draft was changed after the group decided (duty 76)', async () => {
    const requirementId = await cast.draft();
    const decisionId = await naming(requirementId);
    await cast.ask(requirementId, { question: 'Who else was there?' });
    expect(codesOf(await cast.as('secretary', approveRequirement, { requirementId, decisionId }))).toEqual([
      'intelligence-requirement/not-decided',
    ]);
  });

  it('is not approved on any path without its decision, nor with questions the decision did not see (duty 76)', async () => {
    const requirementId = await cast.draft();
    const draft = await requirement(requirementId);
    const approved = (more: object) =>
      rewritten(draft, { state: 'approved', body: { approvedAt: cast.world.now, decidedRev: draft.rev, ...more } });
    expect(await cast.forge('chair', { put: approved({}) })).toContain('intelligence-requirement/not-decided');
    expect(await cast.forge('chair', { put: approved({ approvedByDecisionId: await cast.decideOn([]) }) })).toContain(
      'intelligence-requirement/not-decided',
    );
    const [question] = await questions(requirementId);
    if (question === undefined) throw new Error('no question');
    // A tampered copy changes a question without noting it in the draft.
    expect(await cast.forge('chair', { put: rewritten(question, { body: { question: 'Who pays?' } }) })).toContain(
      'requirement-question/changed-without-reason',
    );
    expect(await cast.forge('chair', { put: { ...rewritten(draft, { state: 'approved' }), id: 'forged' } })).toContain(
      'intelligence-requirement/begins-as-draft',
    );
  });

  it('is not approved without questions or without a day of review (duties 76, 109)', async () => {
    const { requirementId } = await cast.must('secretary', createRequirement, { groupId: cast.groupId, title: 'Empty' });
    const decisionId = await naming(requirementId);
    expect(codesOf(await cast.as('secretary', approveRequirement, { requirementId, decisionId }))).toEqual([
      'intelligence-requirement/without-questions',
    ]);
    await cast.ask(requirementId);
    const later = await naming(requirementId);
    expect(codesOf(await cast.as('secretary', approveRequirement, { requirementId, decisionId: later }))).toEqual([
      'intelligence-requirement/next-review-not-ahead',
    ]);
  });

  it('keeps its title, place and approval once approved, on every path (duties 76, 105)', async () => {
    const requirementId = await cast.inForce();
    expect(
      codesOf(await cast.as('secretary', changeRequirement, { requirementId, title: 'Another title', introduction: '', assessmentId: '' })),
    ).toEqual(['intelligence-requirement/approved-is-fixed']);
    const now = await requirement(requirementId);
    for (const body of [{ title: 'Another' }, { approvedAt: cast.world.now }, { approvedByDecisionId: 'other' }, { introduction: 'More' }])
      expect(await cast.forge('chair', { put: rewritten(now, { body }) })).toEqual(['intelligence-requirement/approved-is-fixed']);
    expect(await cast.forge('chair', { put: rewritten(now, { state: 'draft' }) })).toEqual(['intelligence-requirement/step-not-in-order']);
    expect(await cast.forge('chair', { erase: { kind: 'intelligence-requirement', id: requirementId } })).toEqual([
      'intelligence-requirement/never-erased',
    ]);
  });

  it('supersedes the version before and takes its open questions over with what answered them (duties 76, 105)', async () => {
    const first = await cast.inForce(2);
    const [one, two] = await questions(first);
    if (one === undefined || two === undefined) throw new Error('no questions');
    await cast.must('analyst', answerQuestion, { questionId: one.id, source: 'Profile 7', completeness: 'fully' });
    const { requirementId } = await cast.must('secretary', createRequirement, {
      groupId: cast.groupId,
      title: 'Second',
      reviewOn: '2027-06-01',
    });
    expect((await questions(requirementId)).map((question) => question.body.reference)).toEqual(['SIR-2']);
    // Answered while the draft was written: nothing is lost.
    await cast.must('analyst', answerQuestion, {
      questionId: two.id,
      source: 'Profile 8',
      completeness: 'partly',
      elementIds: [two.body.elements[0]?.id ?? ''],
    });
    await cast.must('secretary', approveRequirement, { requirementId, decisionId: await naming(requirementId) });
    expect((await requirement(first)).state).toBe('superseded');
    const [carried] = await questions(requirementId);
    expect(carried).toMatchObject({ state: 'partly', body: { continuesIds: [two.id], answers: [{ source: 'Profile 8' }] } });
    expect(codesOf(await cast.as('secretary', withdrawQuestion, { questionId: two.id, because: 'Old' }))).toEqual([
      'requirement-question/requirement-closed',
    ]);
    // Never two in force.
    const old = await requirement(first);
    expect(await cast.forge('chair', { put: rewritten(old, { state: 'approved' }) })).toEqual(['intelligence-requirement/superseded']);
  });

  it('changes its questions under control, each with a reason and a date (duty 105)', async () => {
    const requirementId = await cast.inForce();
    const [one] = await questions(requirementId);
    if (one === undefined) throw new Error('no question');
    const fields = cast.question({ question: 'Who supplies the dealers of Mill Lane?' });
    const refusal = await cast.as('secretary', changeQuestion, { questionId: one.id, ...fields });
    expect(codesOf(refusal)).toEqual(['requirement-question/changed-without-reason']);
    expect(dutiesOf(refusal)).toEqual([105]);
    await cast.must('secretary', changeQuestion, { questionId: one.id, ...fields, because: 'The line moved' });
    cast.pass(10);
    await cast.must('secretary', addQuestion, { requirementId, ...cast.question(), because: 'A new line' });
    cast.pass(10);
    await cast.must('secretary', withdrawQuestion, { questionId: one.id, because: 'Overtaken' });
    const history = await cast.see('secretary', requirementHistoryQuery, { requirementId });
    expect(history?.changes.map(({ what, because }) => [what, because])).toEqual([
      ['withdrawn', 'Overtaken'],
      ['added', 'A new line'],
      ['changed', 'The line moved'],
      ['approved', ''],
    ]);
    expect(history?.changes.every((change) => change.at !== '')).toBe(true);
    expect(codesOf(await cast.as('partner', addQuestion, { requirementId, ...cast.question(), because: 'Me too' }))).toEqual([
      'requirement-question/not-yours',
    ]);
    // A tampered copy changes the wording and keeps the old reason.
    const [, two] = await questions(requirementId);
    if (two === undefined) throw new Error('no question');
    expect(await cast.forge('chair', { put: rewritten(two, { body: { question: 'Anything?' } }) })).toEqual([
      'requirement-question/changed-without-reason',
    ]);
  });

  it('is reviewed by a strategic or tactical group, and an overdue review shows (duty 109)', async () => {
    const requirementId = await cast.inForce();
    const { groupId: tactical } = await cast.world.must(addGroup, {
      groupType: 'ttcg',
      name: 'East tactical',
      code: 'TTCG-X',
      nodeType: 'area',
      nodeId: cast.world.areaIds[0] ?? '',
      from: FOUNDED_ON,
    });
    const { groupId: unitMeeting } = await cast.world.must(addGroup, {
      groupType: 'dmm',
      name: 'East daily',
      code: 'DMM-X',
      nodeType: 'area',
      nodeId: cast.world.areaIds[0] ?? '',
      from: FOUNDED_ON,
    });
    for (const scopeId of [tactical, unitMeeting])
      await cast.world.must(giveAppointment, {
        personId: cast.ids.outsider,
        role: 'secretary',
        scopeType: 'group',
        scopeId,
        from: FOUNDED_ON,
        givenBy: 'Chair',
      });
    const review = { requirementId, outcome: 'unchanged' as const, text: 'Still what we need to know', nextReviewOn: '2027-03-01' };
    expect(codesOf(await cast.as('response', reviewRequirement, { ...review, groupId: cast.groupId }))).toEqual([
      'intelligence-requirement/not-yours-to-review',
    ]);
    expect(codesOf(await cast.as('outsider', reviewRequirement, { ...review, groupId: unitMeeting }))).toEqual([
      'intelligence-requirement/reviewed-elsewhere',
    ]);
    await cast.must('outsider', reviewRequirement, { ...review, groupId: tactical });
    const page = await cast.see('secretary', requirementQuery, { requirementId });
    expect(page?.reviews).toMatchObject([{ group: 'East tactical', outcome: 'unchanged', nextReviewOn: '2027-03-01' }]);
    expect(page?.reviewOverdue).toBe(false);
    expect(
      codesOf(await cast.as('secretary', reviewRequirement, { ...review, groupId: cast.groupId, nextReviewOn: '2026-11-01' })),
    ).toEqual(['intelligence-requirement/next-review-not-ahead']);
    cast.pass(200 * 24 * 60);
    expect((await cast.see('response', requirementsQuery, {})).rows).toMatchObject([{ reviewOverdue: true }]);
    const now = await requirement(requirementId);
    expect(await cast.forge('chair', { put: rewritten(now, { body: { reviews: [] } }) })).toContain(
      'intelligence-requirement/reviews-are-kept',
    );
    expect(await cast.forge('chair', { put: rewritten(now, { body: { reviewOn: '2029-01-01' } as never }) })).toContain(
      'intelligence-requirement/next-review-not-ahead',
    );
  });

  it('is read by every officer once in force, and by the group and its analysts while it is a draft (duties 105, 109)', async () => {
    const requirementId = await cast.draft();
    expect(await cast.see('outsider', requirementQuery, { requirementId })).toBeNull();
    expect(await cast.see('partner', requirementQuery, { requirementId })).not.toBeNull();
    await cast.must('secretary', approveRequirement, { requirementId, decisionId: await naming(requirementId) });
    expect((await cast.see('outsider', requirementQuery, { requirementId }))?.questions).toHaveLength(1);
    expect(await cast.see('partner', requirementQuery, { requirementId })).toBeNull();
  });

  it('is printed with its questions under their priorities, and nothing of how they are collected (duties 103, 111)', async () => {
    const requirementId = await cast.inForce(2);
    const [one] = await questions(requirementId);
    await cast.must('secretary', addCollectionStrategy, { questionId: one?.id ?? '', source: 'partner', title: 'Footage of the tram' });
    const actor = await cast.world.actor(cast.ids.response);
    const printed = await intelligenceRequirementDocument.read(
      { requirementId },
      { actor, now: cast.world.now, reading: cast.world.records.readingOf(actor) },
    );
    if (!printed.ok) throw new Error('not printed');
    const text = JSON.stringify(printed.value);
    expect(printed.value.marking).toBe('OFFICIAL-SENSITIVE');
    for (const there of ['P1 County lines', 'Who supplies the dealers of street 1?', 'Where from; How often'])
      expect(text).toContain(there);
    expect(text).not.toContain('Footage of the tram');
    const stranger = await cast.world.actor(cast.ids.partner);
    expect(
      (
        await intelligenceRequirementDocument.read(
          { requirementId },
          { actor: stranger, now: cast.world.now, reading: cast.world.records.readingOf(stranger) },
        )
      ).ok,
    ).toBe(false);
  });

  it('has one draft at a time, which is given up with a reason', async () => {
    const requirementId = await cast.draft();
    expect(codesOf(await cast.as('secretary', createRequirement, { groupId: cast.groupId, title: 'Another' }))).toEqual([
      'intelligence-requirement/draft-there-already',
    ]);
    expect(codesOf(await cast.as('secretary', withdrawRequirement, { requirementId, because: '' }))).toEqual([
      'intelligence-requirement/withdrawn-without-reason',
    ]);
    await cast.must('secretary', withdrawRequirement, { requirementId, because: 'Superseded by events' });
    expect(codesOf(await cast.as('secretary', changeRequirement, { requirementId, title: 'Again' }))).toEqual([
      'intelligence-requirement/superseded',
    ]);
  });

  it('says how many questions were open on which day', async () => {
    const requirementId = await cast.inForce(2);
    const [one] = await questions(requirementId);
    cast.pass(3 * 24 * 60);
    await cast.must('analyst', answerQuestion, { questionId: one?.id ?? '', source: 'Report', completeness: 'fully' });
    cast.pass(2 * 24 * 60);
    await cast.must('analyst', reopenQuestion, { questionId: one?.id ?? '', because: 'The report was wrong' });
    cast.pass(24 * 60);
    const history = await cast.see('secretary', requirementHistoryQuery, { requirementId });
    expect(history?.burnDown.map(({ on, unanswered, answered }) => [on, unanswered, answered])).toEqual([
      ['2026-11-24', 2, 0],
      ['2026-11-27', 1, 1],
      ['2026-11-29', 2, 0],
      ['2026-11-30', 2, 0],
    ]);
  });
});
