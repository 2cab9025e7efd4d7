import { z } from 'zod';
import { ok, refused } from '#shared/base/result.ts';
import { idShape, maybeLineShape, typedProseShape } from '#shared/base/shapes.ts';
import { defineCommand } from '#shared/domain/kit/command.ts';
import { runsGroup } from '#shared/domain/meeting/meeting.policy.ts';
import { meetingBook } from '#shared/domain/meeting/meeting.rules.ts';
import { rewritten } from '#shared/domain/meeting/parts.ts';
import { accountabilityBook } from './accountability-review-refusals.ts';
import { accountConcerns } from './accountability-review.rules.ts';
import { RATINGS } from './accountability-review.schema.ts';

/** Records what the owner of a priority answered: what changed, what it achieved, what comes next, and the rating with its measure (duty 102). */
export const giveAccount = defineCommand({
  name: 'accountability-review.give',
  args: z.object({
    reviewId: idShape,
    changed: typedProseShape(4000),
    achieved: typedProseShape(4000),
    next: typedProseShape(4000),
    measure: maybeLineShape(200).default(''),
    measured: maybeLineShape(200).default(''),
    rating: z.enum(RATINGS).default(''),
  }),
  may: async ({ reviewId }, { actor, reading }) => {
    const review = await reading.one('accountability-review', reviewId);
    const may = review !== null && (runsGroup(actor, review.body.groupId) || (review.owner !== '' && review.owner === actor.personId));
    return may ? null : accountabilityBook.say('accountability-review/not-yours-to-give');
  },
  decide: async ({ reviewId, ...account }, { reading, now, actor }) => {
    const review = await reading.one('accountability-review', reviewId);
    const meeting = review === null ? null : await reading.one('meeting', review.parent);
    if (review === null || meeting?.state !== 'live') return refused(meetingBook.say('meeting/not-live'));
    const [first, ...rest] = accountConcerns(account);
    if (first !== undefined) return refused(first, ...rest);
    const put = rewritten(review, { state: 'given', body: { ...account, givenAt: now, recordedById: actor.personId } });
    return ok({
      changes: [{ put }],
      subject: { kind: 'accountability-review', id: review.id },
      facts: { rating: account.rating },
      out: { reviewId: review.id },
    });
  },
});

export const accountabilityReviewCommands = [giveAccount] as const;
