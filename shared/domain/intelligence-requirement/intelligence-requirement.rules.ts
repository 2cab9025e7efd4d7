import type { Refusal } from '#shared/base/result.ts';
import { dayOf } from '#shared/base/time.ts';
import type { AccessClass } from '#shared/domain/access/access.ts';
import { strategyAccess } from '#shared/domain/access/strategy-access.ts';
import { decidedRevOf, faultInWords, strategicDecisionFault } from '#shared/domain/decision/strategic-decision.ts';
import { organisationAccess } from '#shared/domain/force/organisation-record.ts';
import { type Step, type WritableRecord, defineNoun } from '#shared/domain/kit/noun.ts';
import type { Reading } from '#shared/domain/kit/reading.ts';
import { isPublishedBy } from '#shared/domain/publication/published-by.ts';
import { same } from '#shared/domain/meeting/meeting.rules.ts';
import { questionsDigestOf } from '#shared/domain/requirement-question/questions-digest.ts';
import {
  INTELLIGENCE_REQUIREMENT_STATES,
  type IntelligenceRequirementBody,
  type RequirementReview,
  intelligenceRequirementBody,
} from './intelligence-requirement.schema.ts';
import { requirementBook } from './requirement-refusals.ts';

type After = WritableRecord<'intelligence-requirement', IntelligenceRequirementBody>;
type RequirementStep = Step<'intelligence-requirement', IntelligenceRequirementBody>;

/** What may still change once a version is approved: reviews are added, the next one is dated, and it is published. */
const LIVING = ['reviews', 'reviewOn', 'publicationId'] as const satisfies readonly (keyof IntelligenceRequirementBody)[];
const PLACE = ['groupId', 'nodeType', 'nodeId', 'version', 'replacesId'] as const satisfies readonly (keyof IntelligenceRequirementBody)[];

/** The body without the named fields, for comparing the rest. */
function without(body: IntelligenceRequirementBody, keys: readonly string[]): unknown {
  return Object.fromEntries(Object.entries(body).filter(([key]) => !keys.includes(key)));
}

async function placeConcerns(after: After, reading: Reading): Promise<readonly Refusal[]> {
  const group = await reading.one('group', after.body.groupId);
  const fits =
    group?.body.groupType === 'stcg' &&
    group.body.nodeId === after.body.nodeId &&
    group.body.nodeType === after.body.nodeType &&
    after.scope === after.body.nodeId;
  return fits ? [] : [requirementBook.say('intelligence-requirement/not-a-strategic-group', { field: 'groupId' })];
}

async function reviewConcerns(review: RequirementReview, reading: Reading): Promise<readonly Refusal[]> {
  const group = await reading.one('group', review.groupId);
  const meeting = review.meetingId === '' ? null : await reading.one('meeting', review.meetingId);
  const refusals: Refusal[] = [];
  if (
    (group?.body.groupType !== 'stcg' && group?.body.groupType !== 'ttcg') ||
    (review.meetingId !== '' && meeting?.body.groupId !== review.groupId)
  )
    refusals.push(requirementBook.say('intelligence-requirement/reviewed-elsewhere', { field: 'groupId' }));
  if (review.text.trim() === '') refusals.push(requirementBook.say('intelligence-requirement/review-without-text', { field: 'text' }));
  if (review.nextReviewOn === '' || review.nextReviewOn <= dayOf(review.at))
    refusals.push(requirementBook.say('intelligence-requirement/next-review-not-ahead', { field: 'nextReviewOn' }));
  return refusals;
}

async function draftConcerns(after: After, reading: Reading): Promise<readonly Refusal[]> {
  const refusals: Refusal[] = [];
  if (after.body.approvedByDecisionId !== '' || after.body.approvedAt !== '' || after.body.reviews.length > 0)
    refusals.push(requirementBook.say('intelligence-requirement/begins-as-draft'));
  const digest = questionsDigestOf(await reading.many('requirement-question', { parent: after.id }));
  if ((after.body.questionsDigest ?? '') !== digest) refusals.push(requirementBook.say('intelligence-requirement/questions-not-as-noted'));
  return refusals;
}

async function approvalConcerns(
  before: NonNullable<RequirementStep['before']>,
  after: After,
  reading: Reading,
): Promise<readonly Refusal[]> {
  if (
    !same(
      without(before.body, ['approvedByDecisionId', 'approvedAt', 'decidedRev']),
      without(after.body, ['approvedByDecisionId', 'approvedAt', 'decidedRev']),
    )
  )
    return [requirementBook.say('intelligence-requirement/approved-is-fixed')];
  const refusals: Refusal[] = [];
  const questions = await reading.many('requirement-question', { parent: after.id });
  if (questions.every((one) => one.state === 'withdrawn')) refusals.push(requirementBook.say('intelligence-requirement/without-questions'));
  if ((after.body.questionsDigest ?? '') !== questionsDigestOf(questions))
    refusals.push(requirementBook.say('intelligence-requirement/questions-not-as-noted'));
  if (questions.some((one) => one.state !== 'withdrawn' && one.body.inForce !== true))
    refusals.push(requirementBook.say('intelligence-requirement/step-not-in-order'));
  if (after.body.reviewOn === '')
    refusals.push(requirementBook.say('intelligence-requirement/next-review-not-ahead', { field: 'reviewOn' }));
  const fault = await strategicDecisionFault(reading, {
    decisionId: after.body.approvedByDecisionId,
    kind: 'intelligence-requirement',
    id: after.id,
    nodeType: after.body.nodeType,
    nodeId: after.body.nodeId,
    record: before,
  });
  if (fault !== null) {
    const { message, remedy } = faultInWords(fault);
    refusals.push(requirementBook.say('intelligence-requirement/not-decided', { field: 'decisionId', facts: { says: message, remedy } }));
  } else if (
    after.body.decidedRev !== decidedRevOf(await reading.one('decision', after.body.approvedByDecisionId), after.id) ||
    after.body.approvedAt === ''
  )
    refusals.push(requirementBook.say('intelligence-requirement/step-not-in-order'));
  if ((await inForceAt(after, reading)).some((one) => one.id !== after.id))
    refusals.push(requirementBook.say('intelligence-requirement/another-in-force'));
  return refusals;
}

/** Every version of the place that is in force; there is never more than one. */
function inForceAt(place: { readonly scope: string }, reading: Reading) {
  return reading.many('intelligence-requirement', { scope: place.scope, state: 'approved' });
}

async function checkRequirement({ before, after, reading }: RequirementStep): Promise<readonly Refusal[]> {
  if (after === null) return [requirementBook.say('intelligence-requirement/never-erased')];
  const placed = await placeConcerns(after, reading);
  if (before === null) {
    if (after.state !== 'draft') return [requirementBook.say('intelligence-requirement/begins-as-draft')];
    const others = await reading.many('intelligence-requirement', { scope: after.scope });
    const refusals: Refusal[] = [...placed, ...(await draftConcerns(after, reading))];
    if (others.some((one) => one.id !== after.id && one.state === 'draft'))
      refusals.push(requirementBook.say('intelligence-requirement/draft-there-already'));
    return refusals;
  }
  if (PLACE.some((key) => before.body[key] !== after.body[key]) || before.scope !== after.scope || before.marking !== after.marking)
    return [requirementBook.say('intelligence-requirement/place-is-fixed')];
  switch (`${before.state}>${after.state}`) {
    case 'draft>draft':
      return [...placed, ...(await draftConcerns(after, reading))];
    case 'draft>withdrawn':
      return after.body.withdrawnBecause === ''
        ? [requirementBook.say('intelligence-requirement/withdrawn-without-reason', { field: 'because' })]
        : await draftConcerns(after, reading);
    case 'draft>approved':
      return [...placed, ...(await approvalConcerns(before, after, reading))];
    case 'approved>approved': {
      if (!same(without(before.body, LIVING), without(after.body, LIVING)))
        return [requirementBook.say('intelligence-requirement/approved-is-fixed')];
      if (
        before.body.publicationId !== after.body.publicationId &&
        !(await isPublishedBy(reading, after.body.publicationId, { requirementId: after.id }))
      )
        return [requirementBook.say('intelligence-requirement/publication-unknown')];
      const kept = before.body.reviews.length;
      if (!same(before.body.reviews, after.body.reviews.slice(0, kept)))
        return [requirementBook.say('intelligence-requirement/reviews-are-kept')];
      const added = after.body.reviews.slice(kept);
      const refusals = (await Promise.all(added.map((review) => reviewConcerns(review, reading)))).flat();
      const next = added.at(-1)?.nextReviewOn ?? before.body.reviewOn;
      return next === after.body.reviewOn
        ? refusals
        : [...refusals, requirementBook.say('intelligence-requirement/next-review-not-ahead', { field: 'nextReviewOn' })];
    }
    case 'approved>superseded': {
      if (!same(before.body, after.body)) return [requirementBook.say('intelligence-requirement/approved-is-fixed')];
      const next = (await inForceAt(after, reading)).some((one) => one.body.version > after.body.version);
      return next ? [] : [requirementBook.say('intelligence-requirement/step-not-in-order')];
    }
    default:
      return [
        requirementBook.say(
          before.state === 'superseded' || before.state === 'withdrawn'
            ? 'intelligence-requirement/superseded'
            : 'intelligence-requirement/step-not-in-order',
        ),
      ];
  }
}

/** The work of the strategic group until it is approved; then everyone of the police service works to it (duties 105, 109). Partners are given their published copy. */
function requirementAccess(record: After): AccessClass {
  return record.state === 'approved' || record.state === 'superseded'
    ? organisationAccess(record)
    : strategyAccess(record, record.body.groupId);
}

/** The strategic intelligence requirement of a force or area: approved only by a decision of its strategic group that names it (duties 76, 103-109). */
export const intelligenceRequirement = defineNoun<'intelligence-requirement', IntelligenceRequirementBody>({
  kind: 'intelligence-requirement',
  shape: 1,
  body: intelligenceRequirementBody,
  states: INTELLIGENCE_REQUIREMENT_STATES,
  keepsVersions: true,
  accessOf: requirementAccess,
  check: checkRequirement,
  searchText: ({ body }) => ({ title: `${body.title} (version ${body.version})`, text: body.introduction }),
});
