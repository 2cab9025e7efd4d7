import type { Refusal } from '#shared/base/result.ts';
import type { QueryContext } from '#shared/domain/kit/query.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { runsGroup } from '#shared/domain/meeting/meeting.policy.ts';
import type { Names } from '#shared/domain/meeting/people-named.ts';
import { accountabilityBook } from './accountability-review-refusals.ts';
import type { AccountabilityReviewBody } from './accountability-review.schema.ts';

/** One account as the console and the minutes page show it. */
export interface ReviewRow {
  readonly id: string;
  readonly itemId: string;
  readonly priorityId: string;
  readonly reference: string;
  readonly title: string;
  readonly owner: string;
  /** The owner has left the force. */
  readonly ownerLeft: boolean;
  readonly state: string;
  readonly changed: string;
  readonly achieved: string;
  readonly next: string;
  readonly measure: string;
  readonly measured: string;
  readonly rating: AccountabilityReviewBody['rating'];
  /** Measures of the priority in the control strategy, to choose from. */
  readonly measures: readonly { readonly name: string; readonly target: string }[];
  readonly give: Refusal | null;
}

/** The accounts of one meeting, in the order of the priorities' references (duty 102). */
export async function reviewRows(
  meeting: RecordOf<'meeting'>,
  names: Names,
  { reading, actor }: QueryContext,
): Promise<readonly ReviewRow[]> {
  const reviews = await reading.many('accountability-review', { parent: meeting.id });
  if (reviews.length === 0) return [];
  const [priorities, strategies] = await Promise.all([
    reading.some(
      'priority',
      reviews.map((one) => one.body.priorityId),
    ),
    reading.many('control-strategy', { scope: meeting.scope, state: 'set' }),
  ]);
  const priorityOf = new Map(priorities.map((one) => [one.id, one.body]));
  const measuresOf = new Map(strategies.flatMap((one) => one.body.priorities.map((row) => [row.priorityId, row.measures] as const)));
  return reviews
    .map(({ id, owner, state, body }): ReviewRow => {
      const may = runsGroup(actor, body.groupId) || (owner !== '' && owner === actor.personId);
      return {
        id,
        itemId: body.itemId,
        priorityId: body.priorityId,
        reference: priorityOf.get(body.priorityId)?.reference ?? '',
        title: priorityOf.get(body.priorityId)?.title ?? '',
        owner: names.of(owner),
        ownerLeft: owner !== '' && names.person(owner)?.serving !== true,
        state,
        changed: body.changed,
        achieved: body.achieved,
        next: body.next,
        measure: body.measure,
        measured: body.measured,
        rating: body.rating,
        measures: (measuresOf.get(body.priorityId) ?? []).map(({ name, target }) => ({ name, target })),
        give: !may
          ? accountabilityBook.say('accountability-review/not-yours-to-give')
          : meeting.state === 'live'
            ? null
            : accountabilityBook.say('accountability-review/meeting-over'),
      };
    })
    .sort((a, b) => (a.reference < b.reference ? -1 : 1));
}
