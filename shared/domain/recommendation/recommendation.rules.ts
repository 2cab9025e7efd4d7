import type { Refusal } from '#shared/base/result.ts';
import type { Actor } from '#shared/domain/access/access.ts';
import { preparesStrategy, strategyAccess } from '#shared/domain/access/strategy-access.ts';
import { type Step, type WritableRecord, defineNoun } from '#shared/domain/kit/noun.ts';
import { same } from '#shared/domain/meeting/meeting.rules.ts';
import { writesAssessment } from '#shared/domain/strategic-assessment/strategic-assessment.policy.ts';
import { notBeingWritten } from '#shared/domain/strategic-assessment/strategic-assessment.rules.ts';
import { outcomeConcerns } from './recommendation-outcome.ts';
import { recommendationBook as book } from './recommendation-refusals.ts';
import { RECOMMENDATION_STATES, type RecommendationBody, recommendationBody } from './recommendation.schema.ts';

type After = WritableRecord<'recommendation', RecommendationBody>;
type CheckStep = Step<'recommendation', RecommendationBody>;
type Changed = CheckStep & { readonly before: NonNullable<CheckStep['before']>; readonly after: After };

const CONTENT = ['title', 'text', 'rationale', 'strand', 'issueId', 'policeOnly', 'groupId'] as const;
const OUTCOME = ['outcomeReason', 'variedText', 'meetingId', 'decisionId', 'outcomeAt'] as const;
const differs = (a: RecommendationBody, b: RecommendationBody, keys: readonly (keyof RecommendationBody)[]): boolean =>
  keys.some((key) => !same(a[key], b[key]));

/** Why this person makes and changes no recommendations of an assessment now; null when they do. */
export function recommendingRefusal(
  actor: Actor,
  assessment: { readonly owner: string; readonly state: string; readonly body: { readonly groupId: string } },
): Refusal | null {
  if (!writesAssessment(actor, assessment) && !preparesStrategy(actor, assessment.body.groupId))
    return book.say('recommendation/not-yours-to-make');
  const fixed = notBeingWritten(assessment.state);
  if (fixed !== null) return assessment.state === 'final' ? book.say('recommendation/final-is-fixed') : fixed;
  return assessment.state === 'terms' ? book.say('recommendation/terms-not-agreed') : null;
}

/** An outcome: given in session by those who run the strategic group, with a reason, and, unless deferred, by a decision of that meeting that names it (duty 73). */
async function checkOutcome({ before, after, actor, reading }: Changed): Promise<readonly Refusal[]> {
  const { body } = after;
  if (before.state !== 'proposed' && before.state !== 'deferred') return [book.say('recommendation/outcome-given')];
  if (after.state === 'proposed') return [book.say('recommendation/outcome-given')];
  const refusals: Refusal[] = [];
  if (differs(before.body, body, CONTENT) || before.number !== after.number) refusals.push(book.say('recommendation/final-is-fixed'));
  refusals.push(...(await outcomeConcerns(before, after, { actor, reading })));
  const decision = body.decisionId === '' ? null : await reading.one('decision', body.decisionId);
  if (decision !== null && decision.parent !== body.meetingId)
    refusals.push(book.say('recommendation/decision-not-of-the-meeting', { field: 'meetingId' }));
  return refusals;
}

async function issueHolds(issueId: string, { reading }: CheckStep): Promise<readonly Refusal[]> {
  if (issueId === '' || (await reading.one('issue', issueId)) !== null) return [];
  return [book.say('recommendation/issue-unknown', { field: 'issueId' })];
}

async function checkRecommendation(step: CheckStep): Promise<readonly Refusal[]> {
  const { before, after, actor, reading } = step;
  const one = after ?? before;
  const assessment = one === null ? null : await reading.one('strategic-assessment', one.parent);
  if (assessment === null) return [book.say('recommendation/not-there')];
  if (after === null) {
    const refusal = recommendingRefusal(actor, assessment);
    return refusal === null ? [] : [refusal];
  }
  const { body } = after;
  if (
    (before !== null && before.parent !== after.parent) ||
    body.groupId !== assessment.body.groupId ||
    after.scope !== assessment.scope ||
    after.marking !== assessment.marking
  )
    return [book.say('recommendation/belongs-where-it-is')];
  if (before === null || (before.state === 'proposed' && after.state === 'proposed')) {
    const refusal = recommendingRefusal(actor, assessment);
    if (refusal !== null) return [refusal];
    if (after.state !== 'proposed' || OUTCOME.some((key) => body[key] !== '')) return [book.say('recommendation/begins-proposed')];
    return before?.body.issueId === body.issueId ? [] : issueHolds(body.issueId, step);
  }
  return checkOutcome({ ...step, before, after });
}

/** A priority or measure an assessment recommends: fixed with it, and ended by the strategic group with an outcome and its reason (duty 73). */
export const recommendation = defineNoun<'recommendation', RecommendationBody>({
  kind: 'recommendation',
  shape: 1,
  body: recommendationBody,
  states: RECOMMENDATION_STATES,
  keepsVersions: true,
  accessOf: (record) => strategyAccess(record, record.body.groupId, { policeOnly: record.body.policeOnly }),
  check: checkRecommendation,
  searchText: ({ body }) => ({
    title: body.title,
    text: [body.text, body.rationale, body.outcomeReason, body.variedText].join('\n'),
  }),
});
