import { beforeEach, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { bringForward, reopenSection, signOffSection } from '#shared/domain/assessment-section/assessment-section.commands.ts';
import { rewritten } from '#shared/domain/meeting/parts.ts';
import { addPartnerAgency } from '#shared/domain/partner-agency/partner-agency.commands.ts';
import { type AssessmentWorld, TERMS, assessmentWorld } from '#test/builders/assessment-world.ts';
import { CAST } from '#test/builders/meeting-world.ts';
import { codesOf, dutiesOf } from '#test/builders/organisation-world.ts';
import { assessmentsQuery, assessmentQuery } from './strategic-assessment.queries.ts';
import {
  agreeTerms,
  changeAssessment,
  createAssessment,
  handOverAssessment,
  reviewAssessment,
  submitAssessment,
  withdrawAssessment,
} from './strategic-assessment.commands.ts';
import { PROBLEM_ORIENTED_TEMPLATE } from './section-template.ts';
import { STRATEGIC_ASSESSMENT_STATES } from './strategic-assessment.schema.ts';

let cast: AssessmentWorld;
beforeEach(async () => {
  cast = await assessmentWorld();
});
const page = async (assessmentId: string, who: Parameters<AssessmentWorld['see']>[0] = 'analyst') =>
  cast.see(who, assessmentQuery, { assessmentId });

describe('a strategic assessment', () => {
  it('begins with a problem-oriented layout, one section for each partner, and its own reference', async () => {
    const assessmentId = await cast.begin({ partnerAgencyIds: [cast.agencyId] });
    const sections = await cast.sections(assessmentId);
    expect(sections.map((section) => section.body.heading)).toEqual([
      ...PROBLEM_ORIENTED_TEMPLATE.map((section) => section.heading),
      'View of Eastmoor Council',
    ]);
    expect((await page(assessmentId))?.reference).toBe('SA-TTCG-E-2026-1');
    expect((await cast.assessment(await cast.begin())).body.reference).toBe('SA-TTCG-E-2026-2');
    expect(codesOf(await cast.as('outsider', createAssessment, argsOf()))).toEqual(['strategic-assessment/not-yours-to-begin']);
    expect(codesOf(await cast.as('partner', createAssessment, argsOf()))).toEqual(['strategic-assessment/not-yours-to-begin']);
  });

  it('is not written before its terms of reference are agreed, by somebody who is not the author (duty 29)', async () => {
    const assessmentId = await cast.begin();
    const [first] = await cast.sections(assessmentId);
    const sectionId = first?.id ?? '';
    const early = await cast.write('analyst', sectionId, 'Burglary is rising');
    expect(codesOf(early)).toEqual(['assessment-section/terms-not-agreed']);
    expect(dutiesOf(early)).toEqual([29]);
    const typed = { put: rewritten(await cast.section(sectionId), { body: { text: 'Burglary is rising' } }) };
    expect(await cast.forge('analyst', typed)).toEqual(['assessment-section/terms-not-agreed']);
    expect(codesOf(await cast.as('analyst', agreeTerms, { assessmentId }))).toEqual(['strategic-assessment/terms-not-yours-to-agree']);
    const agreed = { state: 'drafting', body: { termsAgreedById: cast.ids.analyst, termsAgreedAt: cast.world.now } };
    expect(await cast.forge('analyst', { put: rewritten(await cast.assessment(assessmentId), agreed) })).toEqual([
      'strategic-assessment/terms-not-yours-to-agree',
    ]);
    expect(
      await cast.forge('analyst', {
        put: rewritten(await cast.assessment(assessmentId), { state: 'in-review', body: { reviewerId: cast.ids.manager } }),
      }),
    ).toEqual(['strategic-assessment/step-not-in-order']);
    await cast.must('chair', agreeTerms, { assessmentId });
    expect(codesOf(await cast.write('analyst', sectionId, 'Burglary is rising'))).toEqual([]);
  });

  it('has complete terms before they are agreed, and they stand from then on (duty 29)', async () => {
    const assessmentId = await cast.begin({ terms: { aim: 'To advise' } });
    expect(codesOf(await cast.as('chair', agreeTerms, { assessmentId }))).toEqual(
      ['scope', 'method', 'questions'].map(() => 'strategic-assessment/terms-incomplete'),
    );
    const { title, periodFrom, periodTo } = (await cast.assessment(assessmentId)).body;
    const frame = { assessmentId, title, periodFrom, periodTo };
    await cast.must('analyst', changeAssessment, { ...frame, terms: { ...TERMS, questions: ['Why?'] } });
    await cast.must('chair', agreeTerms, { assessmentId });
    expect(codesOf(await cast.as('analyst', changeAssessment, { ...frame, terms: { ...TERMS, questions: ['Another?'] } }))).toEqual([
      'strategic-assessment/agreed-terms-are-fixed',
    ]);
  });

  it('is final only when a principal analyst who is not its author passed it, every section signed off (duty 13)', async () => {
    const assessmentId = await cast.drafting();
    const submit = (reviewerId: string) => cast.as('analyst', submitAssessment, { assessmentId, reviewerId });
    expect(codesOf(await submit(cast.ids.manager))).toEqual(['strategic-assessment/sections-not-signed-off']);
    await cast.signOffAll(assessmentId);
    for (const who of ['analyst', 'secretary', 'chair'] as const)
      expect(codesOf(await submit(cast.ids[who]))).toEqual(['strategic-assessment/reviewer-not-principal']);
    const unreviewed = { state: 'final', body: { finalAt: cast.world.now } };
    for (const who of CAST.filter((one) => one !== 'partner'))
      expect(await cast.forge(who, { put: rewritten(await cast.assessment(assessmentId), unreviewed) })).toEqual([
        'strategic-assessment/final-without-review',
      ]);
    await cast.must('analyst', submitAssessment, { assessmentId, reviewerId: cast.ids.manager });
    const refusal = await cast.as('analyst', reviewAssessment, { assessmentId, outcome: 'passed' });
    expect(codesOf(refusal)).toEqual(['strategic-assessment/reviewer-not-principal']);
    expect(dutiesOf(refusal)).toEqual([13]);
    const review = { at: cast.world.now, byId: cast.ids.analyst, outcome: 'passed' as const, text: '' };
    const passed = { state: 'final', body: { finalAt: cast.world.now, reviews: [review] } };
    expect(await cast.forge('analyst', { put: rewritten(await cast.assessment(assessmentId), passed) })).toEqual([
      'strategic-assessment/reviewer-not-principal',
    ]);
    expect(codesOf(await cast.as('manager', reviewAssessment, { assessmentId, outcome: 'returned' }))).toEqual([
      'strategic-assessment/returned-without-reason',
    ]);
    await cast.must('manager', reviewAssessment, { assessmentId, outcome: 'returned', text: 'Say how sure the forecast is' });
    expect((await page(assessmentId))?.state).toBe('drafting');
    await cast.must('analyst', submitAssessment, { assessmentId, reviewerId: cast.ids.manager });
    await cast.must('manager', reviewAssessment, { assessmentId, outcome: 'passed' });
    expect((await page(assessmentId))?.reviews.map((one) => one.outcome)).toEqual(['returned', 'passed']);
    expect(codesOf(await cast.as('analyst', withdrawAssessment, { assessmentId, reason: 'Late' }))).toEqual([
      'strategic-assessment/final-is-fixed',
    ]);
  });

  it('is not reviewed by somebody who was its author before (duty 13)', async () => {
    const assessmentId = await cast.drafting({ ownerId: cast.ids.manager });
    await cast.must('manager', handOverAssessment, { assessmentId, ownerId: cast.ids.analyst });
    for (const section of await cast.sections(assessmentId)) {
      await cast.write('manager', section.id, 'Found');
      await cast.must('manager', signOffSection, {
        sectionId: section.id,
      });
    }
    expect(codesOf(await cast.as('analyst', submitAssessment, { assessmentId, reviewerId: cast.ids.manager }))).toEqual([
      'strategic-assessment/reviewer-not-principal',
    ]);
    expect((await page(assessmentId))?.choices.reviewerIds).toEqual([]);
  });

  it('does not change while it is in review or once it is final, nor do its sections (duty 13)', async () => {
    const assessmentId = await cast.final();
    const [section] = await cast.sections(assessmentId);
    const sectionId = section?.id ?? '';
    expect(codesOf(await cast.as('analyst', reopenSection, { sectionId }))).toEqual(['strategic-assessment/final-is-fixed']);
    expect(
      await cast.forge('analyst', { put: rewritten(await cast.section(sectionId), { state: 'open', body: { text: 'Other' } }) }),
    ).toEqual(['strategic-assessment/final-is-fixed']);
    expect(await cast.forge('manager', { put: rewritten(await cast.assessment(assessmentId), { body: { title: 'Other' } }) })).toEqual([
      'strategic-assessment/final-is-fixed',
    ]);
    expect(await cast.forge('chair', { erase: { kind: 'strategic-assessment', id: assessmentId } })).toEqual([
      'strategic-assessment/never-erased',
    ]);
  });

  it('becomes final by no step but a review, whatever is forged (duty 13)', async () => {
    const assessmentId = await cast.drafting();
    await cast.signOffAll(assessmentId);
    await cast.must('analyst', submitAssessment, { assessmentId, reviewerId: cast.ids.manager });
    const before = await cast.assessment(assessmentId);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...CAST.filter((who) => who !== 'manager')),
        fc.constantFrom(...CAST),
        fc.constantFrom(...STRATEGIC_ASSESSMENT_STATES),
        fc.boolean(),
        async (who, by, from, reviewed) => {
          const reviews = reviewed ? [{ at: cast.world.now, byId: cast.ids[by], outcome: 'passed' as const, text: '' }] : [];
          const put = rewritten(before, { state: 'final', body: { reviews, finalAt: cast.world.now } });
          const refusals = await cast.forge(who, { put: { ...put, sortAt: `${put.sortAt}${from}` } });
          expect(refusals.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('lists the decisions that used it; a final one that none has used is reported (duty 23)', async () => {
    const used = await cast.final();
    const unused = await cast.final();
    const meetingId = await cast.live();
    const evidence = [{ recordKind: 'strategic-assessment', recordId: used, title: 'Strategic assessment' }];
    const { decisionId } = await cast.decide(meetingId, await cast.open(meetingId), { evidence });
    expect((await page(used))?.usedBy.map((one) => [one.id, one.uses])).toEqual([[decisionId, ['cited']]]);
    const rows = (await cast.see('chair', assessmentsQuery, {})).rows;
    expect(rows.map((row) => [row.id, row.used, row.unused])).toEqual(
      expect.arrayContaining([
        [used, 1, false],
        [unused, 0, true],
      ]),
    );
  });

  it('is refreshed with the headings and owners of a final one; the text follows after the terms are agreed (duty 29)', async () => {
    const earlierId = await cast.final({ partnerAgencyIds: [cast.agencyId] });
    expect(codesOf(await cast.as('analyst', createAssessment, { ...argsOf(), refreshesId: await cast.begin() }))).toEqual([
      'strategic-assessment/refreshes-nothing',
    ]);
    const assessmentId = await cast.begin({ refreshesId: earlierId, partnerAgencyIds: [cast.agencyId] });
    const [sections, earlier] = [await cast.sections(assessmentId), await cast.sections(earlierId)];
    expect(sections.map((one) => [one.body.heading, one.owner, one.body.text])).toEqual(
      earlier.map((one) => [one.body.heading, one.owner, '']),
    );
    const sectionId = sections[0]?.id ?? '';
    expect(codesOf(await cast.as('analyst', bringForward, { sectionId }))).toEqual(['assessment-section/terms-not-agreed']);
    await cast.must('chair', agreeTerms, { assessmentId });
    await cast.must('analyst', bringForward, { sectionId });
    expect((await cast.section(sectionId)).body.text).toBe(earlier[0]?.body.text);
    const council = await cast.councilSection(assessmentId);
    expect(codesOf(await cast.as('analyst', bringForward, { sectionId: council }))).toEqual(['assessment-section/partner-owns-it']);
    await cast.must('partner', bringForward, { sectionId: council });
    expect(codesOf(await cast.as('partner', bringForward, { sectionId: council }))).toEqual([
      'assessment-section/nothing-to-bring-forward',
    ]);
  });

  it('is withdrawn with a reason and then stands still', async () => {
    const assessmentId = await cast.drafting();
    expect(codesOf(await cast.as('analyst', withdrawAssessment, { assessmentId, reason: ' ' }))).toEqual([
      'strategic-assessment/withdrawn-without-reason',
    ]);
    await cast.must('analyst', withdrawAssessment, { assessmentId, reason: 'Overtaken by the merger of the areas' });
    expect((await page(assessmentId))?.steps.change?.code).toBe('strategic-assessment/withdrawn-is-fixed');
  });

  it('is handed over when its author leaves, and only to a serving person of the police', async () => {
    const assessmentId = await cast.drafting();
    for (const ownerId of [cast.ids.partner, '', 'nobody'])
      expect(codesOf(await cast.as('manager', handOverAssessment, { assessmentId, ownerId }))).toEqual([
        'strategic-assessment/author-unknown',
      ]);
    expect(codesOf(await cast.as('manager', handOverAssessment, { assessmentId, ownerId: cast.ids.outsider }))).toEqual([
      'strategic-assessment/author-cannot-read',
    ]);
    expect(codesOf(await cast.as('response', handOverAssessment, { assessmentId, ownerId: cast.ids.response }))).toEqual([
      'strategic-assessment/not-yours-to-hand-over',
    ]);
    await cast.must('manager', handOverAssessment, { assessmentId, ownerId: cast.ids.response });
    expect((await cast.assessment(assessmentId)).owner).toBe(cast.ids.response);
  });

  it('takes no partner without consent on both sides (duties 68, 69), and no period that ends before it begins', async () => {
    const { agencyId } = await cast.world.must(addPartnerAgency, { name: 'Dale Homes', agencyType: 'housing' });
    expect(codesOf(await cast.as('analyst', createAssessment, { ...argsOf(), partnerAgencyIds: [agencyId] }))).toContain(
      'strategic-assessment/partner-without-consent',
    );
    expect(codesOf(await cast.as('analyst', createAssessment, { ...argsOf(), periodTo: '2026-01-01' }))).toEqual([
      'strategic-assessment/ends-before-it-starts',
    ]);
  });

  it('says when it is overdue', async () => {
    const assessmentId = await cast.drafting({ dueOn: '2026-11-25' });
    expect((await page(assessmentId))?.overdue).toBe(false);
    cast.pass(7 * 24 * 60);
    expect((await cast.see('analyst', assessmentsQuery, {})).rows[0]?.overdue).toBe(true);
  });
});

function argsOf() {
  return { groupId: cast.groupId, title: 'Another', periodFrom: '2026-12-01', periodTo: '2027-05-31', marking: 'OFFICIAL' as const };
}
