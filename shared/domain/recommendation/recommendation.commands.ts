import { z } from 'zod';
import { type Refusal, type Result, ok, refused } from '#shared/base/result.ts';
import { idShape, lineShape, maybeIdShape, proseShape, typedProseShape } from '#shared/base/shapes.ts';
import { STRANDS } from '#shared/domain/action/action.schema.ts';
import { type Change, type CommandContext, type Decided, defineCommand } from '#shared/domain/kit/command.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { maySee } from '#shared/domain/meeting/meeting.policy.ts';
import { partOf, rewritten } from '#shared/domain/meeting/parts.ts';
import { placeKey } from '#shared/domain/strategic-assessment/lay-out-sections.ts';
import { strategicAssessmentBook } from '#shared/domain/strategic-assessment/strategic-assessment-refusals.ts';
import { recommendationBook as book } from './recommendation-refusals.ts';
import { recommendingRefusal } from './recommendation.rules.ts';

type Recommendation = RecordOf<'recommendation'>;

const fields = {
  title: lineShape(200),
  text: proseShape(4000),
  rationale: typedProseShape(4000).default(''),
  strand: z.union([z.literal(''), z.enum(STRANDS)]).default(''),
  issueId: maybeIdShape.default(''),
  policeOnly: z.boolean().default(false),
};

async function mayRecommend(
  { recommendationId }: { readonly recommendationId: string },
  { actor, reading }: CommandContext,
): Promise<Refusal | null> {
  const recommendation = await reading.one('recommendation', recommendationId);
  const assessment = recommendation === null ? null : await reading.one('strategic-assessment', recommendation.parent);
  if (recommendation === null || assessment === null || !maySee(actor, recommendation)) return book.say('recommendation/not-there');
  return recommendingRefusal(actor, assessment);
}

async function found(recommendationId: string, reading: Reading): Promise<Recommendation> {
  const recommendation = await reading.one('recommendation', recommendationId);
  if (recommendation === null) throw new Error('a recommendation vanished between the policy and the decision');
  return recommendation;
}

const ofAssessment = (reading: Reading, assessmentId: string) => reading.many('recommendation', { parent: assessmentId }, { by: 'number' });
const inOrder = (recommendations: readonly Recommendation[]): readonly Change[] =>
  recommendations.flatMap((one, index) =>
    one.number === index + 1 ? [] : [{ put: rewritten(one, { number: index + 1, sortAt: placeKey(index + 1) }) }],
  );
const done = (recommendationId: string, changes: readonly Change[]): Result<Decided<{ readonly recommendationId: string }>> =>
  ok({ changes, subject: { kind: 'recommendation', id: recommendationId }, out: { recommendationId } });

/** Recommends a priority or a measure, last in order (duty 73). */
export const addRecommendation = defineCommand({
  name: 'recommendation.add',
  args: z.object({ assessmentId: idShape, ...fields }),
  may: async ({ assessmentId }, { actor, reading }) => {
    const assessment = await reading.one('strategic-assessment', assessmentId);
    if (assessment === null || !maySee(actor, assessment)) return strategicAssessmentBook.say('strategic-assessment/not-there');
    return recommendingRefusal(actor, assessment);
  },
  decide: async ({ assessmentId, ...body }, { reading, newId }) => {
    const assessment = await reading.one('strategic-assessment', assessmentId);
    if (assessment === null) return refused(strategicAssessmentBook.say('strategic-assessment/not-there'));
    const id = newId();
    const number = (await ofAssessment(reading, assessmentId)).length + 1;
    const put = partOf(assessment, 'recommendation', {
      id,
      state: 'proposed',
      number,
      sortAt: placeKey(number),
      body: {
        ...body,
        groupId: assessment.body.groupId,
        outcomeReason: '',
        variedText: '',
        meetingId: '',
        decisionId: '',
        outcomeAt: '',
      },
    });
    return done(id, [{ put }]);
  },
});

/** Rewords a recommendation while its assessment is being written. */
export const changeRecommendation = defineCommand({
  name: 'recommendation.change',
  args: z.object({ recommendationId: idShape, ...fields }),
  may: mayRecommend,
  decide: async ({ recommendationId, ...body }, { reading }) => {
    const recommendation = await found(recommendationId, reading);
    return done(recommendationId, [{ put: rewritten(recommendation, { body }) }]);
  },
});

/** Moves a recommendation before another one, or to the end. */
export const moveRecommendation = defineCommand({
  name: 'recommendation.move',
  args: z.object({ recommendationId: idShape, beforeId: maybeIdShape }),
  may: mayRecommend,
  decide: async ({ recommendationId, beforeId }, { reading }) => {
    const recommendation = await found(recommendationId, reading);
    const others = (await ofAssessment(reading, recommendation.parent)).filter((one) => one.id !== recommendationId);
    const at = others.findIndex((one) => one.id === beforeId);
    const place = at === -1 ? others.length : at;
    return done(recommendationId, inOrder([...others.slice(0, place), recommendation, ...others.slice(place)]));
  },
});

/** Takes a recommendation back while its assessment is being written; what a final one recommends is never taken out. */
export const withdrawRecommendation = defineCommand({
  name: 'recommendation.withdraw',
  args: z.object({ recommendationId: idShape }),
  may: mayRecommend,
  decide: async ({ recommendationId }, { reading }) => {
    const recommendation = await found(recommendationId, reading);
    const others = (await ofAssessment(reading, recommendation.parent)).filter((one) => one.id !== recommendationId);
    return done(recommendationId, [{ erase: { kind: 'recommendation', id: recommendationId } }, ...inOrder(others)]);
  },
});

export const recommendationCommands = [addRecommendation, changeRecommendation, moveRecommendation, withdrawRecommendation] as const;
