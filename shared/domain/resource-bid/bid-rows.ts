import type { Refusal } from '#shared/base/result.ts';
import type { QueryContext } from '#shared/domain/kit/query.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { runsGroup } from '#shared/domain/meeting/meeting.policy.ts';
import type { Names } from '#shared/domain/meeting/people-named.ts';
import { aboveTheStrategy, inRankOrder } from './bid-order.ts';
import { type PoolOfMeeting, type ResourceUnit, grantedIn, overThePool, poolOf } from './pool.ts';
import { resourceBidBook } from './resource-bid-refusals.ts';
import { mayBid } from './resource-bid.rules.ts';

/** A bid as the console and the list show it. */
export interface BidRow {
  readonly id: string;
  readonly rank: number;
  readonly title: string;
  readonly why: string;
  readonly priorityId: string;
  /** Reference and title of the priority it serves; empty for one outside the strategy. */
  readonly priority: string;
  readonly outsideStrategyReason: string;
  readonly hours: number;
  readonly officers: number;
  readonly budget: number;
  readonly grantedHours: number;
  readonly grantedOfficers: number;
  readonly grantedBudget: number;
  readonly state: string;
  readonly outcomeReason: string;
  readonly overPoolBecause: string;
  /** It lies outside the strategy and stands above a bid that is in it (duty 92). */
  readonly above: boolean;
  readonly aboveStrategyBecause: string;
  readonly decisionId: string;
  readonly decision: string;
  readonly ownerId: string;
  readonly bidder: string;
  readonly bidderLeft: boolean;
  readonly meetingId: string;
  readonly meeting: string;
  readonly groupName: string;
  readonly change: Refusal | null;
  readonly decide: Refusal | null;
}

/** Makes bids readable, in the order of their meeting's ranking. */
export async function bidRows(
  bids: readonly RecordOf<'resource-bid'>[],
  names: Names,
  { reading, actor }: QueryContext,
): Promise<readonly BidRow[]> {
  const [priorities, decisions, meetings, groups] = await Promise.all([
    reading.some('priority', [...new Set(bids.map((bid) => bid.body.priorityId).filter((id) => id !== ''))]),
    reading.some('decision', [...new Set(bids.map((bid) => bid.body.decisionId).filter((id) => id !== ''))]),
    reading.some('meeting', [...new Set(bids.map((bid) => bid.parent))]),
    reading.some('group', [...new Set(bids.map((bid) => bid.body.groupId))]),
  ]);
  const byId = <T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, T> => new Map(all.map((one) => [one.id, one]));
  const [priorityOf, decisionOf, meetingOf, groupOf] = [byId(priorities), byId(decisions), byId(meetings), byId(groups)];
  const order = inRankOrder(bids.filter((bid) => bid.state !== 'withdrawn'));
  const above = new Set(aboveTheStrategy(order).map((bid) => bid.id));
  return [...order, ...bids.filter((bid) => bid.state === 'withdrawn')].map(({ id, number, owner, parent, state, body }): BidRow => {
    const priority = priorityOf.get(body.priorityId);
    const runs = runsGroup(actor, body.groupId);
    const meeting = meetingOf.get(parent);
    const settled = state === 'bid' ? null : resourceBidBook.say('resource-bid/decided-already');
    const over = meeting?.state === 'planned' || meeting?.state === 'live' ? null : resourceBidBook.say('resource-bid/meeting-over');
    return {
      id,
      rank: number,
      title: body.title,
      why: body.why,
      priorityId: body.priorityId,
      priority: priority === undefined ? '' : `${priority.body.reference} ${priority.body.title}`,
      outsideStrategyReason: body.outsideStrategyReason,
      hours: body.hours,
      officers: body.officers,
      budget: body.budget,
      grantedHours: body.grantedHours,
      grantedOfficers: body.grantedOfficers,
      grantedBudget: body.grantedBudget,
      state,
      outcomeReason: body.outcomeReason,
      overPoolBecause: body.overPoolBecause ?? '',
      above: above.has(id),
      aboveStrategyBecause: body.aboveStrategyBecause,
      decisionId: body.decisionId,
      decision: decisionOf.get(body.decisionId)?.body.reference ?? '',
      ownerId: owner,
      bidder: names.of(owner),
      bidderLeft: names.person(owner)?.serving !== true,
      meetingId: parent,
      meeting: meeting?.body.reference ?? '',
      groupName: groupOf.get(body.groupId)?.body.name ?? '',
      change: runs || owner === actor.personId ? (settled ?? over) : resourceBidBook.say('resource-bid/not-yours-to-change'),
      decide: !runs
        ? resourceBidBook.say('resource-bid/not-yours-to-decide')
        : (settled ?? over ?? (number === 0 ? resourceBidBook.say('resource-bid/not-ranked') : null)),
    };
  });
}

/** The bids of a meeting compared with each other and with what there is (duties 52, 77, 92). */
export interface BidsCompared {
  readonly rows: readonly BidRow[];
  readonly pool: PoolOfMeeting | null;
  /** Asked for in all, granted in all, and by how much each is beyond the pool. */
  readonly asked: Readonly<Record<ResourceUnit, number>>;
  readonly granted: Readonly<Record<ResourceUnit, number>>;
  readonly askedOver: ReturnType<typeof overThePool>;
  readonly grantedOver: ReturnType<typeof overThePool>;
  /** Deferred by an earlier meeting and not taken up yet. */
  readonly deferred: readonly BidRow[];
  readonly enter: Refusal | null;
}

/** Compares the bids before one meeting. */
export async function bidsCompared(meeting: RecordOf<'meeting'>, names: Names, context: QueryContext): Promise<BidsCompared> {
  const { reading, actor } = context;
  const { groupId } = meeting.body;
  const all = (await reading.many('resource-bid', { scope: meeting.scope })).filter((bid) => bid.body.groupId === groupId);
  const bids = all.filter((bid) => bid.parent === meeting.id);
  const takenUp = new Set(all.map((bid) => bid.body.fromBidId ?? ''));
  const deferred = all.filter((bid) => bid.parent !== meeting.id && bid.state === 'deferred' && !takenUp.has(bid.id));
  const pool = await poolOf(reading, meeting);
  const standing = bids.filter((bid) => bid.state !== 'withdrawn');
  const sum = (unit: ResourceUnit): number => standing.reduce((total, bid) => total + bid.body[unit], 0);
  const asked = { hours: sum('hours'), officers: sum('officers'), budget: sum('budget') };
  const granted = grantedIn(bids);
  const open = meeting.state === 'planned' || meeting.state === 'live';
  return {
    rows: await bidRows(bids, names, context),
    pool,
    asked,
    granted,
    askedOver: overThePool(asked, pool),
    grantedOver: overThePool(granted, pool),
    deferred: await bidRows(deferred, names, context),
    enter: !mayBid(actor, groupId)
      ? resourceBidBook.say('resource-bid/not-yours-to-enter')
      : open
        ? null
        : resourceBidBook.say('resource-bid/meeting-over'),
  };
}
