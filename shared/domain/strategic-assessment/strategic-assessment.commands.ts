import { z } from 'zod';
import { type Refusal, type Result, ok, refused } from '#shared/base/result.ts';
import { dayShape, idShape, lineShape, maybeDayShape, maybeIdShape, typedProseShape } from '#shared/base/shapes.ts';
import { dayOf } from '#shared/base/time.ts';
import { MARKINGS } from '#shared/contracts/record/record.ts';
import type { Actor } from '#shared/domain/access/access.ts';
import { preparesStrategy } from '#shared/domain/access/strategy-access.ts';
import { type Change, type CommandContext, type Decided, defineCommand } from '#shared/domain/kit/command.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { maySee } from '#shared/domain/meeting/meeting.policy.ts';
import { partOf, rewritten } from '#shared/domain/meeting/parts.ts';
import { sectionsFromTemplate, sectionsOfEarlier } from './lay-out-sections.ts';
import { strategicAssessmentBook as book } from './strategic-assessment-refusals.ts';
import { agreesTerms, handsOver, mayReview, writesAssessment } from './strategic-assessment.policy.ts';
import { notBeingWritten, submissionConcerns, termsConcerns } from './strategic-assessment.rules.ts';

type Assessment = RecordOf<'strategic-assessment'>;

export const termsShape = z.object({
  aim: typedProseShape(4000).default(''),
  scope: typedProseShape(4000).default(''),
  questions: z.array(lineShape(500)).max(50).default([]),
  method: typedProseShape(4000).default(''),
  sources: typedProseShape(4000).default(''),
  limits: typedProseShape(4000).default(''),
});
const frameFields = {
  title: lineShape(200),
  periodFrom: dayShape,
  periodTo: dayShape,
  partnerAgencyIds: z.array(idShape).max(40).default([]),
  dueOn: maybeDayShape.default(''),
};

/** Asks whether the person may, before anything is said of what exists; an assessment one may not see is not there. */
export const mayOf =
  (allowed: (actor: Actor, assessment: Assessment) => boolean, refusal: Parameters<typeof book.say>[0]) =>
  async (args: { readonly assessmentId: string }, { actor, reading }: CommandContext): Promise<Refusal | null> => {
    const assessment = await reading.one('strategic-assessment', args.assessmentId);
    if (assessment === null || !maySee(actor, assessment)) return book.say('strategic-assessment/not-there');
    return allowed(actor, assessment) ? null : book.say(refusal);
  };

export async function foundAssessment(assessmentId: string, reading: Reading): Promise<Assessment> {
  const assessment = await reading.one('strategic-assessment', assessmentId);
  if (assessment === null) throw new Error('an assessment vanished between the policy and the decision');
  return assessment;
}

const done = (
  assessmentId: string,
  changes: readonly Change[],
  facts: Readonly<Record<string, string | number | boolean>> = {},
): Result<Decided<{ readonly assessmentId: string }>> =>
  ok({ changes, subject: { kind: 'strategic-assessment', id: assessmentId }, facts, out: { assessmentId } });

/** `SA-2026-2` for the force, `SA-E-2026-1` for an area with the group code `STCG-E`. */
async function nextReference(reading: Reading, group: RecordOf<'group'>, year: string): Promise<string> {
  const place = group.body.nodeType === 'force' ? '' : `${group.body.code.replace(/^STCG-/, '')}-`;
  const taken = new Set((await reading.many('strategic-assessment')).map((one) => one.body.reference));
  let number = 1;
  while (taken.has(`SA-${place}${year}-${number}`)) number += 1;
  return `SA-${place}${year}-${number}`;
}

/** Begins an assessment with its terms of reference and lays out its sections: from the template, or as in the assessment it refreshes (duties 29, 69). */
export const createAssessment = defineCommand({
  name: 'strategic-assessment.create',
  args: z.object({
    groupId: idShape,
    ...frameFields,
    marking: z.enum(MARKINGS).default('OFFICIAL-SENSITIVE'),
    terms: termsShape.prefault({}),
    /** Who writes it; whoever begins it when left out. */
    ownerId: maybeIdShape.default(''),
    refreshesId: maybeIdShape.default(''),
  }),
  may: (args, { actor }) => (preparesStrategy(actor, args.groupId) ? null : book.say('strategic-assessment/not-yours-to-begin')),
  decide: async (args, context) => {
    const { reading, now, actor, newId } = context;
    const group = await reading.one('group', args.groupId);
    if (group?.body.groupType !== 'stcg' || group.body.nodeType === 'unit')
      return refused(book.say('strategic-assessment/not-a-strategic-group', { field: 'groupId' }));
    if (args.refreshesId !== '') {
      const earlier = await reading.one('strategic-assessment', args.refreshesId);
      if (earlier?.state !== 'final' || earlier.body.nodeId !== group.body.nodeId)
        return refused(book.say('strategic-assessment/refreshes-nothing', { field: 'refreshesId' }));
    }
    const id = newId();
    const ownerId = args.ownerId === '' ? actor.personId : args.ownerId;
    const partnerAgencyIds = [...new Set(args.partnerAgencyIds)];
    const frame = { id, scope: group.body.nodeId, marking: args.marking, body: { groupId: group.id } };
    const sections =
      args.refreshesId === ''
        ? await sectionsFromTemplate(frame, ownerId, partnerAgencyIds, context)
        : await sectionsOfEarlier(frame, ownerId, partnerAgencyIds, args.refreshesId, context);
    const reference = await nextReference(reading, group, dayOf(now).slice(0, 4));
    const put = partOf(frame, 'strategic-assessment', {
      id,
      state: 'terms',
      sortAt: now,
      parent: '',
      owner: ownerId,
      dueAt: args.dueOn,
      body: {
        groupId: group.id,
        nodeType: group.body.nodeType,
        nodeId: group.body.nodeId,
        reference,
        title: args.title,
        periodFrom: args.periodFrom,
        periodTo: args.periodTo,
        refreshesId: args.refreshesId,
        joint: partnerAgencyIds.length > 0,
        partnerAgencyIds,
        terms: args.terms,
        termsAgreedById: '',
        termsAgreedAt: '',
        reviewerId: '',
        reviews: [],
        dueOn: args.dueOn,
        finalAt: '',
        withdrawnBecause: '',
        contributorIds: [...new Set(sections.map((section) => section.owner).filter((one) => one !== ''))],
      },
    });
    return ok({
      changes: [{ put }, ...sections.map((section): Change => ({ put: section }))],
      subject: { kind: 'strategic-assessment', id },
      facts: { sections: sections.length, refreshes: args.refreshesId },
      out: { assessmentId: id, reference },
    });
  },
});

/** Changes the frame: title, period, partners, due day; and the terms until they are agreed (duty 29). */
export const changeAssessment = defineCommand({
  name: 'strategic-assessment.change',
  args: z.object({ assessmentId: idShape, ...frameFields, terms: termsShape.nullable().default(null) }),
  may: mayOf(writesAssessment, 'strategic-assessment/not-yours-to-change'),
  decide: async ({ assessmentId, terms, ...fields }, { reading }) => {
    const assessment = await foundAssessment(assessmentId, reading);
    const fixed = notBeingWritten(assessment.state);
    if (fixed !== null) return refused(fixed);
    const partnerAgencyIds = [...new Set(fields.partnerAgencyIds)];
    const body = { ...fields, partnerAgencyIds, joint: partnerAgencyIds.length > 0, ...(terms === null ? {} : { terms }) };
    return done(assessmentId, [{ put: rewritten(assessment, { dueAt: fields.dueOn, body }) }]);
  },
});

/** Agrees the terms of reference: from then on sections are written and the terms stand (duty 29). */
export const agreeTerms = defineCommand({
  name: 'strategic-assessment.agree-terms',
  args: z.object({ assessmentId: idShape }),
  may: mayOf(agreesTerms, 'strategic-assessment/terms-not-yours-to-agree'),
  decide: async ({ assessmentId }, { reading, actor, now }) => {
    const assessment = await foundAssessment(assessmentId, reading);
    if (assessment.state !== 'terms')
      return refused(notBeingWritten(assessment.state) ?? book.say('strategic-assessment/agreed-terms-are-fixed'));
    const [first, ...rest] = termsConcerns(assessment.body.terms);
    if (first !== undefined) return refused(first, ...rest);
    const body = { termsAgreedById: actor.personId, termsAgreedAt: now };
    return done(assessmentId, [{ put: rewritten(assessment, { state: 'drafting', body }) }]);
  },
});

/** Gives the assessment to another author (duty 13). */
export const handOverAssessment = defineCommand({
  name: 'strategic-assessment.hand-over',
  args: z.object({ assessmentId: idShape, ownerId: maybeIdShape }),
  may: mayOf(handsOver, 'strategic-assessment/not-yours-to-hand-over'),
  decide: async ({ assessmentId, ownerId }, { reading }) => {
    const assessment = await foundAssessment(assessmentId, reading);
    const fixed = notBeingWritten(assessment.state);
    if (fixed !== null) return refused(fixed);
    if (ownerId === '') return refused(book.say('strategic-assessment/author-unknown', { field: 'ownerId' }));
    return done(assessmentId, [{ put: rewritten(assessment, { owner: ownerId }) }], { from: assessment.owner, to: ownerId });
  },
});

/** Sends an assessment whose sections are all signed off to quality review (duties 13, 69). */
export const submitAssessment = defineCommand({
  name: 'strategic-assessment.submit',
  args: z.object({ assessmentId: idShape, reviewerId: maybeIdShape }),
  may: mayOf(writesAssessment, 'strategic-assessment/not-yours-to-change'),
  decide: async ({ assessmentId, reviewerId }, { reading, now }) => {
    const assessment = await foundAssessment(assessmentId, reading);
    const fixed = notBeingWritten(assessment.state);
    if (fixed !== null) return refused(fixed);
    if (assessment.state === 'terms') return refused(book.say('strategic-assessment/terms-not-agreed'));
    const refusals = [...(await submissionConcerns(reading, assessmentId))];
    if (!(await mayReview(reading, assessment, reviewerId, dayOf(now))))
      refusals.push(book.say('strategic-assessment/reviewer-not-principal', { field: 'reviewerId' }));
    const [first, ...rest] = refusals;
    if (first !== undefined) return refused(first, ...rest);
    return done(assessmentId, [{ put: rewritten(assessment, { state: 'in-review', body: { reviewerId } }) }]);
  },
});

/** A principal analyst who is not the author returns the assessment with what is to be put right, or passes it: then it is final (duty 13). */
export const reviewAssessment = defineCommand({
  name: 'strategic-assessment.review',
  args: z.object({ assessmentId: idShape, outcome: z.enum(['returned', 'passed']), text: typedProseShape(4000).default('') }),
  may: async (args, context) => {
    const refusal = await mayOf(() => true, 'strategic-assessment/not-there')(args, context);
    if (refusal !== null) return refusal;
    const assessment = await foundAssessment(args.assessmentId, context.reading);
    const { actor, reading, now } = context;
    return !actor.partner && (await mayReview(reading, assessment, actor.personId, dayOf(now)))
      ? null
      : book.say('strategic-assessment/reviewer-not-principal');
  },
  decide: async ({ assessmentId, outcome, text }, { reading, actor, now }) => {
    const assessment = await foundAssessment(assessmentId, reading);
    if (assessment.state !== 'in-review') {
      const final = assessment.state === 'final' ? book.say('strategic-assessment/final-is-fixed') : null;
      return refused(final ?? book.say('strategic-assessment/step-not-in-order'));
    }
    if (outcome === 'returned' && text === '') return refused(book.say('strategic-assessment/returned-without-reason', { field: 'text' }));
    const reviews = [...assessment.body.reviews, { at: now, byId: actor.personId, outcome, text }];
    const put =
      outcome === 'passed'
        ? rewritten(assessment, { state: 'final', dueAt: '', body: { reviews, finalAt: now } })
        : rewritten(assessment, { state: 'drafting', body: { reviews } });
    return done(assessmentId, [{ put }], { outcome });
  },
});

/** Withdraws an assessment that is not final, with the reason. */
export const withdrawAssessment = defineCommand({
  name: 'strategic-assessment.withdraw',
  args: z.object({ assessmentId: idShape, reason: typedProseShape(2000) }),
  may: mayOf(handsOver, 'strategic-assessment/not-yours-to-change'),
  decide: async ({ assessmentId, reason }, { reading }) => {
    const assessment = await foundAssessment(assessmentId, reading);
    if (assessment.state === 'final') return refused(book.say('strategic-assessment/final-is-fixed'));
    if (assessment.state === 'withdrawn') return refused(book.say('strategic-assessment/withdrawn-is-fixed'));
    if (reason === '') return refused(book.say('strategic-assessment/withdrawn-without-reason', { field: 'reason' }));
    return done(assessmentId, [{ put: rewritten(assessment, { state: 'withdrawn', dueAt: '', body: { withdrawnBecause: reason } }) }]);
  },
});

export const strategicAssessmentCommands = [
  createAssessment,
  changeAssessment,
  agreeTerms,
  handOverAssessment,
  submitAssessment,
  reviewAssessment,
  withdrawAssessment,
] as const;
