import type { Refusal } from '#shared/base/result.ts';
import { strategyAccess } from '#shared/domain/access/strategy-access.ts';
import { type Step, type WritableRecord, defineNoun } from '#shared/domain/kit/noun.ts';
import type { Reading } from '#shared/domain/kit/reading.ts';
import { runsGroup } from '#shared/domain/meeting/meeting.policy.ts';
import { accountabilityBook } from './accountability-review-refusals.ts';
import { ACCOUNTABILITY_REVIEW_STATES, type AccountabilityReviewBody, accountabilityReviewBody } from './accountability-review.schema.ts';

type After = WritableRecord<'accountability-review', AccountabilityReviewBody>;
type Account = Pick<AccountabilityReviewBody, 'changed' | 'achieved' | 'next' | 'measure' | 'measured' | 'rating'>;

/** What an account lacks: the three answers, and a measure with its value behind any rating (duty 102). */
export function accountConcerns(account: Account): readonly Refusal[] {
  const say = accountabilityBook.say;
  const refusals: Refusal[] = [];
  if (account.changed.trim() === '') refusals.push(say('accountability-review/without-what-changed', { field: 'changed' }));
  if (account.achieved.trim() === '') refusals.push(say('accountability-review/without-what-achieved', { field: 'achieved' }));
  if (account.next.trim() === '') refusals.push(say('accountability-review/without-what-next', { field: 'next' }));
  if (account.rating !== '' && account.measure.trim() === '')
    refusals.push(say('accountability-review/rated-without-measure', { field: 'measure' }));
  else if (account.rating !== '' && account.measured.trim() === '')
    refusals.push(say('accountability-review/rated-without-value', { field: 'measured' }));
  return refusals;
}

async function beginsRight(after: After, reading: Reading): Promise<readonly Refusal[]> {
  const { body } = after;
  const [meeting, group, priority, item] = await Promise.all([
    reading.one('meeting', after.parent),
    reading.one('group', body.groupId),
    reading.one('priority', body.priorityId),
    body.itemId === '' ? null : reading.one('agenda-item', body.itemId),
  ]);
  if (meeting === null || group === null || meeting.body.groupId !== group.id || after.scope !== meeting.scope)
    return [accountabilityBook.say('accountability-review/fixed')];
  if (body.itemId !== '' && item?.parent !== meeting.id) return [accountabilityBook.say('accountability-review/fixed')];
  if (meeting.state !== 'planned' && meeting.state !== 'live') return [accountabilityBook.say('accountability-review/meeting-over')];
  if (group.body.groupType !== 'stcg') return [accountabilityBook.say('accountability-review/only-strategic')];
  if (priority === null || priority.body.nodeId !== group.body.nodeId)
    return [accountabilityBook.say('accountability-review/priority-not-here')];
  const here = await reading.many('accountability-review', { parent: meeting.id });
  if (here.some((one) => one.id !== after.id && one.body.priorityId === body.priorityId))
    return [accountabilityBook.say('accountability-review/one-each')];
  const empty = [body.changed, body.achieved, body.next, body.measure, body.measured, body.rating, body.givenAt].every(
    (text) => text === '',
  );
  return after.state === 'due' && empty ? [] : [accountabilityBook.say('accountability-review/begins-due')];
}

async function checkReview({
  before,
  after,
  actor,
  reading,
}: Step<'accountability-review', AccountabilityReviewBody>): Promise<readonly Refusal[]> {
  if (after === null) return [accountabilityBook.say('accountability-review/never-erased')];
  const { body } = after;
  if (before === null)
    return runsGroup(actor, body.groupId)
      ? beginsRight(after, reading)
      : [accountabilityBook.say('accountability-review/not-yours-to-give')];
  if (!runsGroup(actor, before.body.groupId) && (before.owner === '' || before.owner !== actor.personId))
    return [accountabilityBook.say('accountability-review/not-yours-to-give')];
  const place = ['scope', 'parent', 'owner', 'marking'] as const;
  const about = ['groupId', 'priorityId', 'itemId'] as const;
  if (place.some((key) => before[key] !== after[key]) || about.some((key) => before.body[key] !== body[key]))
    return [accountabilityBook.say('accountability-review/fixed')];
  const meeting = await reading.one('meeting', after.parent);
  if (meeting?.state !== 'live') return [accountabilityBook.say('accountability-review/meeting-over')];
  if (after.state !== 'given' || body.givenAt === '' || body.recordedById !== actor.personId)
    return [accountabilityBook.say('accountability-review/fixed')];
  return accountConcerns(body);
}

/** What the owner of a priority answers for at a strategic meeting: one for each current priority, added by itself (duty 102). */
export const accountabilityReview = defineNoun<'accountability-review', AccountabilityReviewBody>({
  kind: 'accountability-review',
  shape: 1,
  body: accountabilityReviewBody,
  states: ACCOUNTABILITY_REVIEW_STATES,
  keepsVersions: true,
  accessOf: (record) => strategyAccess(record, record.body.groupId, { people: [record.owner] }),
  check: checkReview,
  searchText: ({ body }) => ({ title: body.measure, text: [body.changed, body.achieved, body.next, body.measured].join('\n') }),
});
