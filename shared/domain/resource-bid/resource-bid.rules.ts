import { assertNever } from '#shared/base/assert-never.ts';
import type { Refusal } from '#shared/base/result.ts';
import { dayOf } from '#shared/base/time.ts';
import { holdsRoleIn, type Actor } from '#shared/domain/access/access.ts';
import { countsOn } from '#shared/domain/access/actor.ts';
import { strategyAccess } from '#shared/domain/access/strategy-access.ts';
import { prioritiesInForce } from '#shared/domain/decision/decision-context.ts';
import { strategicDecisionFault } from '#shared/domain/decision/strategic-decision.ts';
import { type Step, type WritableRecord, defineNoun } from '#shared/domain/kit/noun.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { runsGroup } from '#shared/domain/meeting/meeting.policy.ts';
import { same } from '#shared/domain/meeting/meeting.rules.ts';
import { aboveWithoutReason, inRankOrder } from './bid-order.ts';
import { UNIT_WORDS, grantedIn, overThePool, poolOf } from './pool.ts';
import { resourceBidBook } from './resource-bid-refusals.ts';
import { RESOURCE_BID_STATES, type ResourceBidBody, resourceBidBody } from './resource-bid.schema.ts';

type After = WritableRecord<'resource-bid', ResourceBidBody>;
type Outcome = 'granted' | 'part-granted' | 'refused' | 'deferred';

/** Groups that compare bids (duties 52, 77). */
export const BIDDING_GROUPS: readonly string[] = ['stcg', 'ttcg'];
const ASKED = ['title', 'why', 'priorityId', 'outsideStrategyReason', 'hours', 'officers', 'budget'] as const;
const GRANTED = ['grantedHours', 'grantedOfficers', 'grantedBudget', 'outcomeReason', 'decisionId', 'overPoolBecause'] as const;
const differs = (keys: readonly (keyof ResourceBidBody)[], a: ResourceBidBody, b: ResourceBidBody): boolean =>
  keys.some((key) => !same(a[key] ?? '', b[key] ?? ''));

/** Whether the person enters bids for meetings of the group: whoever runs it or sits in it for the police service. */
export function mayBid(actor: Actor, groupId: string): boolean {
  return !actor.partner && (runsGroup(actor, groupId) || holdsRoleIn(actor, groupId, 'member', 'action-manager', 'plan-owner'));
}

/** What is wrong with what a bid asks for (duties 52, 77). */
export async function askingConcerns(
  bid: { readonly owner: string; readonly body: Pick<ResourceBidBody, (typeof ASKED)[number]> },
  meeting: RecordOf<'meeting'>,
  { reading, now }: Pick<Step<'resource-bid', ResourceBidBody>, 'reading' | 'now'>,
): Promise<readonly Refusal[]> {
  const { body } = bid;
  const refusals: Refusal[] = [];
  if (body.hours + body.officers + body.budget === 0)
    refusals.push(resourceBidBook.say('resource-bid/asks-for-nothing', { field: 'hours' }));
  for (const { unit, granted, pool } of overThePool(body, await poolOf(reading, meeting)))
    refusals.push(
      resourceBidBook.say('resource-bid/beyond-the-pool', { field: unit, facts: { asked: granted, unit: UNIT_WORDS[unit], pool } }),
    );
  if (body.priorityId === '' && body.outsideStrategyReason === '')
    refusals.push(resourceBidBook.say('resource-bid/without-priority', { field: 'priorityId' }));
  if (body.priorityId !== '' && body.outsideStrategyReason !== '')
    refusals.push(resourceBidBook.say('resource-bid/priority-and-outside', { field: 'outsideStrategyReason' }));
  if (body.priorityId !== '' && !(await prioritiesInForce(reading, meeting, now)).some((one) => one.id === body.priorityId))
    refusals.push(resourceBidBook.say('resource-bid/priority-not-in-force', { field: 'priorityId' }));
  const owner = await reading.one('person', bid.owner);
  if (owner === null || owner.state !== 'serving' || !countsOn(owner.body, dayOf(now)))
    refusals.push(resourceBidBook.say('resource-bid/bidder-not-serving', { field: 'ownerId' }));
  return refusals;
}

const ZERO = { hours: 0, officers: 0, budget: 0 };

/** Whether what is granted is what the outcome says. */
export function grantFits(outcome: Outcome, body: ResourceBidBody): boolean {
  const granted = { hours: body.grantedHours, officers: body.grantedOfficers, budget: body.grantedBudget };
  const asked = { hours: body.hours, officers: body.officers, budget: body.budget };
  switch (outcome) {
    case 'granted':
      return same(granted, asked);
    case 'part-granted':
      return (
        !same(granted, asked) &&
        !same(granted, ZERO) &&
        granted.hours <= asked.hours &&
        granted.officers <= asked.officers &&
        granted.budget <= asked.budget
      );
    case 'refused':
    case 'deferred':
      return same(granted, ZERO);
    default:
      return assertNever(outcome);
  }
}

/** What stands in the way of this outcome, given the other bids of the meeting (duties 52, 77). */
export async function outcomeConcerns(
  before: RecordOf<'resource-bid'>,
  after: { readonly state: string; readonly body: ResourceBidBody },
  meeting: RecordOf<'meeting'>,
  reading: Reading,
): Promise<readonly Refusal[]> {
  const { body } = after;
  const refusals: Refusal[] = [];
  if (before.number === 0) refusals.push(resourceBidBook.say('resource-bid/not-ranked'));
  if (body.outcomeReason.trim() === '') refusals.push(resourceBidBook.say('resource-bid/without-reason', { field: 'reason' }));
  if (!grantFits(after.state as Outcome, body))
    refusals.push(resourceBidBook.say('resource-bid/granted-does-not-fit', { field: 'grantedHours' }));
  const others = (await reading.many('resource-bid', { parent: before.parent })).filter((bid) => bid.id !== before.id);
  if ((body.overPoolBecause ?? '').trim() === '' && !same(grantedIn([{ body }]), ZERO)) {
    for (const over of overThePool(grantedIn([...others, { body }]), await poolOf(reading, meeting)))
      refusals.push(
        resourceBidBook.say('resource-bid/over-the-pool', { field: 'overPoolBecause', facts: { ...over, unit: UNIT_WORDS[over.unit] } }),
      );
  }
  if (after.state === 'deferred' && body.decisionId === '') return refusals;
  return [...refusals, ...(await decisionConcerns(before, body.decisionId, meeting, reading))];
}

/** Any outcome but a deferral follows a decision of the meeting; at the strategic group the decision names the bid, as it stood. */
async function decisionConcerns(
  before: RecordOf<'resource-bid'>,
  decisionId: string,
  meeting: RecordOf<'meeting'>,
  reading: Reading,
): Promise<readonly Refusal[]> {
  const say = (code: Parameters<typeof resourceBidBook.say>[0]): readonly Refusal[] => [resourceBidBook.say(code, { field: 'decisionId' })];
  const [decision, group] = await Promise.all([reading.one('decision', decisionId), reading.one('group', meeting.body.groupId)]);
  if (decision === null || group === null) return say('resource-bid/decision-unknown');
  if (decision.parent !== meeting.id) return say('resource-bid/other-meeting');
  if (group.body.groupType === 'stcg') {
    const { nodeType, nodeId } = group.body;
    const fault = await strategicDecisionFault(reading, {
      decisionId,
      kind: 'resource-bid',
      id: before.id,
      nodeType,
      nodeId,
      record: before,
    });
    return fault === null ? [] : say(`resource-bid/${fault}`);
  }
  const later = (await reading.many('decision', { scope: decision.scope })).some((other) => other.body.supersedesId === decisionId);
  return later ? say('resource-bid/decision-superseded') : [];
}

/** No two bids share a rank, and none outside the strategy stands above one in it without the reason (duties 77, 92). */
async function rankConcerns(meetingId: string, reading: Reading): Promise<readonly Refusal[]> {
  const bids = (await reading.many('resource-bid', { parent: meetingId })).filter((bid) => bid.state !== 'withdrawn' && bid.number > 0);
  const order = inRankOrder(bids);
  if (new Set(order.map((bid) => bid.number)).size !== order.length)
    return [resourceBidBook.say('resource-bid/rank-not-whole', { field: 'order' })];
  return aboveWithoutReason(order).map((bid) =>
    resourceBidBook.say('resource-bid/above-the-strategy', { field: `because.${bid.id}`, facts: { title: bid.body.title } }),
  );
}

async function checkBid({ before, after, actor, now, reading }: Step<'resource-bid', ResourceBidBody>): Promise<readonly Refusal[]> {
  if (after === null) return [resourceBidBook.say('resource-bid/never-erased')];
  const { body } = after;
  const [meeting, group] = await Promise.all([reading.one('meeting', after.parent), reading.one('group', body.groupId)]);
  if (
    meeting === null ||
    group === null ||
    meeting.body.groupId !== group.id ||
    after.scope !== meeting.scope ||
    after.marking !== meeting.marking
  )
    return [resourceBidBook.say('resource-bid/not-yours-to-enter')];
  if (!BIDDING_GROUPS.includes(group.body.groupType)) return [resourceBidBook.say('resource-bid/only-at-tasking-groups')];
  if (meeting.state !== 'planned' && meeting.state !== 'live') return [resourceBidBook.say('resource-bid/meeting-over')];
  if (before === null) {
    if (!mayBid(actor, group.id)) return [resourceBidBook.say('resource-bid/not-yours-to-enter')];
    const fresh = after.state === 'bid' && after.number === 0 && same(grantedIn([after]), ZERO) && body.outcomeReason === '';
    return [
      ...(fresh && body.decisionId === '' ? [] : [resourceBidBook.say('resource-bid/begins-as-bid')]),
      ...(await askingConcerns(after, meeting, { reading, now })),
    ];
  }
  if (before.state !== 'bid') return [resourceBidBook.say('resource-bid/decided-already')];
  if (before.parent !== after.parent || before.body.groupId !== body.groupId || before.scope !== after.scope)
    return [resourceBidBook.say('resource-bid/fixed')];
  return stepConcerns(before, after, meeting, { actor, now, reading });
}

async function stepConcerns(
  before: RecordOf<'resource-bid'>,
  after: After,
  meeting: RecordOf<'meeting'>,
  { actor, now, reading }: Pick<Step<'resource-bid', ResourceBidBody>, 'actor' | 'now' | 'reading'>,
): Promise<readonly Refusal[]> {
  const runs = runsGroup(actor, after.body.groupId);
  const asksOtherwise = before.owner !== after.owner || differs(ASKED, before.body, after.body);
  switch (after.state) {
    case 'bid': {
      if (differs(GRANTED, before.body, after.body)) return [resourceBidBook.say('resource-bid/begins-as-bid')];
      if (!runs && (before.owner !== actor.personId || before.number !== after.number))
        return [resourceBidBook.say('resource-bid/not-yours-to-change')];
      return [
        ...(asksOtherwise ? await askingConcerns(after, meeting, { reading, now }) : []),
        ...(await rankConcerns(after.parent, reading)),
      ];
    }
    case 'withdrawn':
      if (!runs && before.owner !== actor.personId) return [resourceBidBook.say('resource-bid/not-yours-to-change')];
      if (asksOtherwise || after.number !== 0) return [resourceBidBook.say('resource-bid/fixed')];
      return after.body.outcomeReason === ''
        ? [resourceBidBook.say('resource-bid/withdrawn-without-reason', { field: 'reason' })]
        : rankConcerns(after.parent, reading);
    default: {
      if (!runs) return [resourceBidBook.say('resource-bid/not-yours-to-decide')];
      if (meeting.state !== 'live') return [resourceBidBook.say('resource-bid/meeting-over')];
      if (asksOtherwise || before.number !== after.number) return [resourceBidBook.say('resource-bid/fixed')];
      return outcomeConcerns(before, after, meeting, reading);
    }
  }
}

/** A demand on the pool: ranked among the others with the priorities first, and decided with a reason (duties 52, 77, 92). */
export const resourceBid = defineNoun<'resource-bid', ResourceBidBody>({
  kind: 'resource-bid',
  shape: 1,
  body: resourceBidBody,
  states: RESOURCE_BID_STATES,
  keepsVersions: true,
  accessOf: (record) => strategyAccess(record, record.body.groupId, { people: [record.owner] }),
  check: checkBid,
  searchText: ({ body }) => ({ title: body.title, text: [body.why, body.outsideStrategyReason, body.outcomeReason].join('\n') }),
});
