import type { Refusal } from '#shared/base/result.ts';
import type { Actor } from '#shared/domain/access/access.ts';
import { strategicDecisionFault } from '#shared/domain/decision/strategic-decision.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { runsGroup } from '#shared/domain/meeting/meeting.policy.ts';
import { recommendationBook } from './recommendation-refusals.ts';
import type { RecommendationBody } from './recommendation.schema.ts';

/** How a recommendation can end at a meeting. */
export const RECOMMENDATION_OUTCOMES = ['adopted', 'varied', 'rejected', 'deferred'] as const;
export type RecommendationOutcome = (typeof RECOMMENDATION_OUTCOMES)[number];

/** Whether a recommendation waits for its outcome at a meeting: never decided, or deferred by an earlier one (duty 73). */
export function isOpenAt(
  recommendation: { readonly state: string; readonly body: Pick<RecommendationBody, 'meetingId'> },
  meetingId: string,
): boolean {
  return recommendation.state === 'proposed' || (recommendation.state === 'deferred' && recommendation.body.meetingId !== meetingId);
}

/** The recommendations of the group's final assessments, as far as they wait for a meeting or got their outcome in it, in the order of the assessment. */
export async function recommendationsAt(
  reading: Reading,
  meeting: { readonly id: string; readonly scope: string; readonly body: { readonly groupId: string } },
): Promise<readonly RecordOf<'recommendation'>[]> {
  const finals = (await reading.many('strategic-assessment', { state: 'final' })).filter(
    (one) => one.body.groupId === meeting.body.groupId,
  );
  const found: RecordOf<'recommendation'>[] = [];
  for (const assessment of finals) {
    const here = await reading.many('recommendation', { parent: assessment.id }, { by: 'number' });
    found.push(...here.filter((one) => isOpenAt(one, meeting.id) || one.body.meetingId === meeting.id));
  }
  return found;
}

/** What stands in the way of this outcome on any path: the final assessment, the meeting in session, the reason, and the decision that names it (duty 73). */
export async function outcomeConcerns(
  before: RecordOf<'recommendation'>,
  after: { readonly state: string; readonly body: RecommendationBody },
  { actor, reading }: { readonly actor: Actor; readonly reading: Reading },
): Promise<readonly Refusal[]> {
  const say = recommendationBook.say;
  const { body } = after;
  if (!runsGroup(actor, body.groupId)) return [say('recommendation/not-yours-to-decide')];
  const [assessment, meeting] = await Promise.all([
    reading.one('strategic-assessment', before.parent),
    reading.one('meeting', body.meetingId),
  ]);
  if (assessment === null || assessment.state !== 'final') return [say('recommendation/not-before-the-group')];
  if (meeting === null || meeting.state !== 'live' || meeting.body.groupId !== assessment.body.groupId)
    return [say('recommendation/other-meeting', { field: 'meetingId' })];
  if (before.state !== 'proposed' && before.state !== 'deferred') return [say('recommendation/outcome-given')];
  const refusals: Refusal[] = [];
  if (body.outcomeReason.trim() === '') refusals.push(say('recommendation/without-reason', { field: 'reason' }));
  if (after.state === 'varied' && body.variedText.trim() === '')
    refusals.push(say('recommendation/varied-without-text', { field: 'variedText' }));
  if (after.state !== 'varied' && body.variedText !== '')
    refusals.push(say('recommendation/text-without-variation', { field: 'variedText' }));
  if (after.state === 'deferred' && body.decisionId === '') return refusals;
  const fault = await strategicDecisionFault(reading, {
    decisionId: body.decisionId,
    kind: 'recommendation',
    id: before.id,
    nodeType: assessment.body.nodeType,
    nodeId: assessment.body.nodeId,
    record: before,
  });
  if (fault !== null) refusals.push(say(`recommendation/${fault}`, { field: 'decisionId' }));
  return refusals;
}

/** How many recommendations still wait for their outcome at a meeting. */
export async function recommendationsWaiting(reading: Reading, meeting: Parameters<typeof recommendationsAt>[1]): Promise<number> {
  return (await recommendationsAt(reading, meeting)).filter((one) => isOpenAt(one, meeting.id)).length;
}
