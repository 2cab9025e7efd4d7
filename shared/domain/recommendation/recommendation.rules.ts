import type { Refusal } from '#shared/base/result.ts';
import { strategyAccess } from '#shared/domain/access/strategy-access.ts';
import { type Step, defineNoun } from '#shared/domain/kit/noun.ts';
import { same } from '#shared/domain/meeting/meeting.rules.ts';
import { concernsOfOutcome } from './recommendation-outcome.ts';
import { recommendationBook } from './recommendation-refusals.ts';
import { RECOMMENDATION_STATES, type RecommendationBody, recommendationBody } from './recommendation.schema.ts';

const OUTCOME = ['outcomeReason', 'variedText', 'meetingId', 'decisionId', 'outcomeAt'] as const;
const contentOf = (body: RecommendationBody): unknown => ({ ...body, ...Object.fromEntries(OUTCOME.map((key) => [key, ''])) });

async function checkRecommendation({
  before,
  after,
  actor,
  reading,
}: Step<'recommendation', RecommendationBody>): Promise<readonly Refusal[]> {
  if (before === null || after === null) return [];
  if (before.state === 'proposed' && after.state === 'proposed') return [];
  if (before.state !== 'proposed' && before.state !== 'deferred') return [recommendationBook.say('recommendation/outcome-is-final')];
  if (after.state === 'proposed' || !same(contentOf(before.body), contentOf(after.body)))
    return [recommendationBook.say('recommendation/outcome-is-final')];
  return concernsOfOutcome(before, after, { actor, reading });
}

/** A priority or measure an assessment recommends; it ends adopted, varied, rejected or deferred (duty 73). */
export const recommendation = defineNoun<'recommendation', RecommendationBody>({
  kind: 'recommendation',
  shape: 1,
  body: recommendationBody,
  states: RECOMMENDATION_STATES,
  keepsVersions: true,
  accessOf: (record) => strategyAccess(record, record.body.groupId, { policeOnly: record.body.policeOnly }),
  check: checkRecommendation,
  searchText: ({ body }) => ({ title: body.title, text: [body.text, body.rationale, body.outcomeReason, body.variedText].join('\n') }),
});
