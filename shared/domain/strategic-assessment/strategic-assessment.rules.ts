import type { Refusal } from '#shared/base/result.ts';
import { dayOf } from '#shared/base/time.ts';
import { preparesStrategy, strategyAccess } from '#shared/domain/access/strategy-access.ts';
import { type Step, type WritableRecord, defineNoun } from '#shared/domain/kit/noun.ts';
import type { Reading } from '#shared/domain/kit/reading.ts';
import { same } from '#shared/domain/meeting/meeting.rules.ts';
import { clearanceConcerns } from '#shared/domain/meeting/people-cleared.ts';
import { hasMutualConsent } from '#shared/domain/partner-agency/partner-agency.rules.ts';
import { strategicAssessmentBook as book } from './strategic-assessment-refusals.ts';
import { agreesTerms, couldReadWork, handsOver, mayReview, writesAssessment } from './strategic-assessment.policy.ts';
import {
  STRATEGIC_ASSESSMENT_STATES,
  type StrategicAssessmentBody,
  type TermsOfReference,
  strategicAssessmentBody,
} from './strategic-assessment.schema.ts';

type After = WritableRecord<'strategic-assessment', StrategicAssessmentBody>;
type CheckStep = Step<'strategic-assessment', StrategicAssessmentBody>;
type Changed = CheckStep & { readonly before: NonNullable<CheckStep['before']>; readonly after: After };

/** What is missing before terms of reference can be agreed (duty 29). */
export function termsConcerns(terms: TermsOfReference): readonly Refusal[] {
  const missing = (['aim', 'scope', 'method'] as const).filter((part) => terms[part] === '');
  const fields = [...missing, ...(terms.questions.length === 0 ? (['questions'] as const) : [])];
  return fields.map((field) => book.say('strategic-assessment/terms-incomplete', { field }));
}

/** Why an assessment of this state takes no changes to its sections and recommendations; null while it is being written. */
export function notBeingWritten(state: string): Refusal | null {
  if (state === 'in-review') return book.say('strategic-assessment/in-review-is-fixed');
  if (state === 'final') return book.say('strategic-assessment/final-is-fixed');
  if (state === 'withdrawn') return book.say('strategic-assessment/withdrawn-is-fixed');
  return null;
}

/** What stands in the way of sending an assessment to quality review: every section signed off (duties 13, 69). */
export async function submissionConcerns(reading: Reading, assessmentId: string): Promise<readonly Refusal[]> {
  const sections = await reading.many('assessment-section', { parent: assessmentId });
  return sections.length > 0 && sections.every((section) => section.state === 'signed-off')
    ? []
    : [book.say('strategic-assessment/sections-not-signed-off')];
}

async function partnersHold(before: After | null, after: After, { reading, now }: CheckStep): Promise<readonly Refusal[]> {
  const refusals: Refusal[] = [];
  const { joint, partnerAgencyIds } = after.body;
  if (joint && partnerAgencyIds.length === 0)
    refusals.push(book.say('strategic-assessment/joint-without-partner', { field: 'partnerAgencyIds' }));
  const added = partnerAgencyIds.filter((id) => !(before?.body.partnerAgencyIds ?? []).includes(id));
  const agencies = await reading.some('partner-agency', added);
  const consented = agencies.filter((agency) => agency.state === 'in-use' && hasMutualConsent(agency.body, dayOf(now)));
  if ((!joint && partnerAgencyIds.length > 0) || consented.length !== new Set(added).size)
    refusals.push(book.say('strategic-assessment/partner-without-consent', { field: 'partnerAgencyIds' }));
  const removed = (before?.body.partnerAgencyIds ?? []).filter((id) => !partnerAgencyIds.includes(id));
  if (removed.length > 0) {
    const sections = await reading.many('assessment-section', { parent: after.id });
    if (sections.some((section) => removed.includes(section.body.ownerAgencyId)))
      refusals.push(book.say('strategic-assessment/partner-owns-sections', { field: 'partnerAgencyIds' }));
  }
  return refusals;
}

async function referencesHold(before: After | null, after: After, step: CheckStep): Promise<readonly Refusal[]> {
  const { reading } = step;
  const refusals: Refusal[] = [];
  if (after.body.periodTo < after.body.periodFrom)
    refusals.push(book.say('strategic-assessment/ends-before-it-starts', { field: 'periodTo' }));
  if (after.owner !== before?.owner) {
    const author = await reading.one('person', after.owner);
    if (author?.state !== 'serving' || author.body.partnerAgencyId !== '')
      refusals.push(book.say('strategic-assessment/author-unknown', { field: 'ownerId' }));
    else if (!(await couldReadWork(reading, author.id, after.body.groupId, dayOf(step.now))))
      refusals.push(book.say('strategic-assessment/author-cannot-read', { field: 'ownerId' }));
  }
  const contributors = after.body.contributorIds ?? [];
  const known = before?.body.contributorIds ?? [];
  if (known.some((id) => !contributors.includes(id))) refusals.push(book.say('strategic-assessment/contributors-are-kept'));
  const named = [after.owner, ...contributors].filter((id) => id !== before?.owner && !known.includes(id));
  refusals.push(...(await clearanceConcerns(named, { marking: after.marking, policeOnly: false }, 'ownerId', reading)));
  return [...refusals, ...(await partnersHold(before, after, step))];
}

async function checkBeginning(after: After, step: CheckStep): Promise<readonly Refusal[]> {
  const { body } = after;
  const { actor, reading } = step;
  if (!preparesStrategy(actor, body.groupId)) return [book.say('strategic-assessment/not-yours-to-begin')];
  const group = await reading.one('group', body.groupId);
  if (
    group?.body.groupType !== 'stcg' ||
    group.body.nodeId !== body.nodeId ||
    group.body.nodeType !== body.nodeType ||
    after.scope !== body.nodeId
  )
    return [book.say('strategic-assessment/not-a-strategic-group', { field: 'groupId' })];
  const refusals: Refusal[] = [];
  if (
    after.state !== 'terms' ||
    after.parent !== '' ||
    body.reviews.length > 0 ||
    body.termsAgreedById !== '' ||
    body.termsAgreedAt !== '' ||
    body.finalAt !== '' ||
    body.withdrawnBecause !== ''
  )
    refusals.push(book.say('strategic-assessment/begins-with-terms'));
  const others = (await reading.many('strategic-assessment')).filter((other) => other.id !== after.id);
  if (others.some((other) => other.body.reference === body.reference)) refusals.push(book.say('strategic-assessment/reference-taken'));
  if (body.refreshesId !== '') {
    const earlier = others.find((other) => other.id === body.refreshesId);
    if (earlier?.state !== 'final' || earlier.body.nodeId !== body.nodeId)
      refusals.push(book.say('strategic-assessment/refreshes-nothing', { field: 'refreshesId' }));
  }
  return [...refusals, ...(await referencesHold(null, after, step))];
}

const ORIGIN = ['groupId', 'nodeType', 'nodeId', 'reference', 'refreshesId'] as const;
/** What an author may go on changing in each state besides the step itself. */
const FRAME = ['title', 'periodFrom', 'periodTo', 'joint', 'partnerAgencyIds', 'contributorIds'] as const;
const differs = (a: StrategicAssessmentBody, b: StrategicAssessmentBody, keys: readonly (keyof StrategicAssessmentBody)[]): boolean =>
  keys.some((key) => !same(a[key] ?? null, b[key] ?? null));

/** A step that adds no review and touches nothing that only a step sets. */
function keepsSteps({ before, after }: Changed): boolean {
  return !differs(before.body, after.body, ['reviews', 'termsAgreedById', 'termsAgreedAt', 'finalAt', 'withdrawnBecause']);
}

/** One new review by the actor, a principal analyst who is not the author, and nothing else changed (duty 13). */
async function checkReviewed(step: Changed, outcome: 'returned' | 'passed'): Promise<readonly Refusal[]> {
  const { before, after, actor, reading, now } = step;
  const added = after.body.reviews.slice(before.body.reviews.length);
  const [review] = added;
  if (
    added.length !== 1 ||
    review === undefined ||
    review.outcome !== outcome ||
    review.byId !== actor.personId ||
    !same(before.body.reviews, after.body.reviews.slice(0, before.body.reviews.length))
  )
    return [book.say(outcome === 'passed' ? 'strategic-assessment/final-without-review' : 'strategic-assessment/reviews-are-kept')];
  const refusals: Refusal[] = [];
  if (before.owner !== after.owner || actor.partner || !(await mayReview(reading, before, actor.personId, dayOf(now))))
    refusals.push(book.say('strategic-assessment/reviewer-not-principal'));
  if (differs(before.body, after.body, [...FRAME, 'terms', 'termsAgreedById', 'termsAgreedAt', 'withdrawnBecause']))
    refusals.push(book.say('strategic-assessment/in-review-is-fixed'));
  if (outcome === 'returned' && review.text === '')
    refusals.push(book.say('strategic-assessment/returned-without-reason', { field: 'text' }));
  if (outcome === 'passed') refusals.push(...(await submissionConcerns(reading, after.id)));
  if ((outcome === 'passed') !== (after.body.finalAt !== '')) refusals.push(book.say('strategic-assessment/final-without-review'));
  return refusals;
}

async function checkChanged(step: Changed): Promise<readonly Refusal[]> {
  const { before, after, actor, reading, now } = step;
  const refusals: Refusal[] = [];
  const move = `${before.state}>${after.state}`;
  const mayWrite = writesAssessment(actor, before) || (before.owner !== after.owner && handsOver(actor, before));
  if (before.state !== 'terms' && differs(before.body, after.body, ['terms', 'termsAgreedById', 'termsAgreedAt']))
    return [book.say('strategic-assessment/agreed-terms-are-fixed')];
  switch (move) {
    case 'terms>terms':
    case 'drafting>drafting':
    case 'in-review>in-review':
      if (!mayWrite) refusals.push(book.say('strategic-assessment/not-yours-to-change'));
      if (!keepsSteps(step)) refusals.push(book.say('strategic-assessment/step-not-in-order'));
      if (before.state === 'in-review' && (differs(before.body, after.body, FRAME) || before.owner !== after.owner))
        refusals.push(book.say('strategic-assessment/in-review-is-fixed'));
      break;
    case 'terms>drafting':
      if (!agreesTerms(actor, before)) refusals.push(book.say('strategic-assessment/terms-not-yours-to-agree'));
      if (after.body.termsAgreedById !== actor.personId || after.body.termsAgreedAt === '' || before.owner !== after.owner)
        refusals.push(book.say('strategic-assessment/terms-not-agreed'));
      if (differs(before.body, after.body, [...FRAME, 'terms', 'reviews', 'finalAt', 'withdrawnBecause']))
        refusals.push(book.say('strategic-assessment/step-not-in-order'));
      refusals.push(...termsConcerns(after.body.terms));
      break;
    case 'drafting>in-review':
      if (!writesAssessment(actor, before)) refusals.push(book.say('strategic-assessment/not-yours-to-change'));
      if (!keepsSteps(step) || differs(before.body, after.body, FRAME) || before.owner !== after.owner)
        refusals.push(book.say('strategic-assessment/step-not-in-order'));
      if (!(await mayReview(reading, after, after.body.reviewerId, dayOf(now))))
        refusals.push(book.say('strategic-assessment/reviewer-not-principal', { field: 'reviewerId' }));
      refusals.push(...(await submissionConcerns(reading, after.id)));
      break;
    case 'in-review>drafting':
      refusals.push(...(await checkReviewed(step, 'returned')));
      break;
    case 'in-review>final':
      refusals.push(...(await checkReviewed(step, 'passed')));
      break;
    case 'terms>withdrawn':
    case 'drafting>withdrawn':
    case 'in-review>withdrawn':
      if (!handsOver(actor, before)) refusals.push(book.say('strategic-assessment/not-yours-to-change'));
      if (after.body.withdrawnBecause === '') refusals.push(book.say('strategic-assessment/withdrawn-without-reason', { field: 'reason' }));
      if (differs(before.body, after.body, [...FRAME, 'terms', 'reviews', 'finalAt']))
        refusals.push(book.say('strategic-assessment/step-not-in-order'));
      break;
    default:
      return [book.say(after.state === 'final' ? 'strategic-assessment/final-without-review' : 'strategic-assessment/step-not-in-order')];
  }
  return [...refusals, ...(await referencesHold(before, after, step))];
}

async function checkAssessment(step: CheckStep): Promise<readonly Refusal[]> {
  const { before, after, actor } = step;
  if (after === null) return [book.say('strategic-assessment/never-erased')];
  if (actor.partner) return [book.say('strategic-assessment/partners-write-sections-only')];
  if (before === null) return checkBeginning(after, step);
  if (before.state === 'final') return [book.say('strategic-assessment/final-is-fixed')];
  if (before.state === 'withdrawn') return [book.say('strategic-assessment/withdrawn-is-fixed')];
  if (
    ORIGIN.some((key) => before.body[key] !== after.body[key]) ||
    before.scope !== after.scope ||
    before.marking !== after.marking ||
    before.parent !== after.parent
  )
    return [book.say('strategic-assessment/origin-is-fixed')];
  return checkChanged({ ...step, before, after });
}

/** The assessment a strategic group decides on: terms agreed first, sections by owner, quality-reviewed before it is final (duties 13, 23, 29, 69, 73). */
export const strategicAssessment = defineNoun<'strategic-assessment', StrategicAssessmentBody>({
  kind: 'strategic-assessment',
  shape: 1,
  body: strategicAssessmentBody,
  states: STRATEGIC_ASSESSMENT_STATES,
  keepsVersions: true,
  accessOf: (record) =>
    strategyAccess(record, record.body.groupId, {
      people: [record.owner, record.body.reviewerId, ...(record.body.contributorIds ?? [])],
    }),
  check: checkAssessment,
  searchText: ({ body }) => ({
    title: `${body.reference} ${body.title}`,
    text: [body.terms.aim, body.terms.scope, ...body.terms.questions].join('\n'),
  }),
});
