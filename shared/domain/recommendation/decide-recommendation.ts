import { z } from 'zod';
import { ok, refused } from '#shared/base/result.ts';
import { idShape, maybeIdShape, typedProseShape } from '#shared/base/shapes.ts';
import type { Instant } from '#shared/base/time.ts';
import { type Change, defineCommand } from '#shared/domain/kit/command.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { runsGroup } from '#shared/domain/meeting/meeting.policy.ts';
import { rewritten } from '#shared/domain/meeting/parts.ts';
import { refuseUnlessRunning } from '#shared/domain/meeting/refuse-unless-running.ts';
import { RECOMMENDATION_OUTCOMES, isOpenAt, outcomeConcerns, recommendationsAt } from './recommendation-outcome.ts';
import { recommendationBook } from './recommendation-refusals.ts';

/** Gives one recommendation its outcome in the meeting in session; all but a deferral by a decision that names it (duty 73). */
export const decideRecommendation = defineCommand({
  name: 'recommendation.decide',
  args: z.object({
    recommendationId: idShape,
    outcome: z.enum(RECOMMENDATION_OUTCOMES),
    reason: typedProseShape(4000),
    /** What was adopted instead, when it is varied. */
    variedText: typedProseShape(4000).default(''),
    decisionId: maybeIdShape.default(''),
    meetingId: idShape,
  }),
  may: async (args, { actor, reading }) => {
    const found = await reading.one('recommendation', args.recommendationId);
    return found !== null && runsGroup(actor, found.body.groupId) ? null : recommendationBook.say('recommendation/not-yours-to-decide');
  },
  decide: async (args, context) => {
    const found = await context.reading.one('recommendation', args.recommendationId);
    if (found === null) return refused(recommendationBook.say('recommendation/not-yours-to-decide'));
    const { outcome, reason, variedText, decisionId, meetingId } = args;
    const put = rewritten(found, {
      state: outcome,
      body: { outcomeReason: reason, variedText, decisionId, meetingId, outcomeAt: context.now },
    });
    const [first, ...rest] = await outcomeConcerns(found, put, context);
    if (first !== undefined) return refused(first, ...rest);
    return ok({
      changes: [{ put }],
      subject: { kind: 'recommendation', id: found.id },
      facts: { outcome },
      out: { recommendationId: found.id },
    });
  },
});

/** The changes that defer every recommendation waiting at a meeting, with one reason. */
export async function deferralsOf(
  waiting: readonly RecordOf<'recommendation'>[],
  meetingId: string,
  reason: string,
  now: Instant,
): Promise<readonly Change[]> {
  return waiting
    .filter((one) => isOpenAt(one, meetingId))
    .map(
      (one): Change => ({
        put: rewritten(one, {
          state: 'deferred',
          body: { outcomeReason: reason, variedText: '', decisionId: '', meetingId, outcomeAt: now },
        }),
      }),
    );
}

/** Defers in one act every recommendation that has no outcome yet; the next meeting has them before it again (duty 73). */
export const deferOpenRecommendations = defineCommand({
  name: 'recommendation.defer-open',
  args: z.object({ meetingId: idShape, reason: typedProseShape(4000) }),
  may: (args, context) => refuseUnlessRunning(args.meetingId, context),
  decide: async ({ meetingId, reason }, { reading, now }) => {
    const meeting = await reading.one('meeting', meetingId);
    if (meeting === null) return refused(recommendationBook.say('recommendation/other-meeting'));
    if (reason === '') return refused(recommendationBook.say('recommendation/without-reason', { field: 'reason' }));
    const changes = await deferralsOf(await recommendationsAt(reading, meeting), meetingId, reason, now);
    if (changes.length === 0) return refused(recommendationBook.say('recommendation/none-open'));
    return ok({
      changes,
      subject: { kind: 'meeting', id: meetingId },
      facts: { deferred: changes.length },
      out: { deferred: changes.length },
    });
  },
});

export const recommendationOutcomeCommands = [decideRecommendation, deferOpenRecommendations] as const;
