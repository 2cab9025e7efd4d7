import { z } from 'zod';
import { type Refusal, type Result, ok, refused } from '#shared/base/result.ts';
import { idShape, lineShape, maybeIdShape, typedProseShape } from '#shared/base/shapes.ts';
import { type Change, type CommandContext, type Decided, defineCommand } from '#shared/domain/kit/command.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { runsGroup } from '#shared/domain/meeting/meeting.policy.ts';
import { meetingBook } from '#shared/domain/meeting/meeting.rules.ts';
import { partOf, rewritten } from '#shared/domain/meeting/parts.ts';
import { refuseUnlessRunning } from '#shared/domain/meeting/refuse-unless-running.ts';
import { aboveTheStrategy, aboveWithoutReason, ranksFor } from './bid-order.ts';
import { resourceBidBook } from './resource-bid-refusals.ts';
import { mayBid, outcomeConcerns } from './resource-bid.rules.ts';
import type { ResourceBidBody } from './resource-bid.schema.ts';

type Bid = RecordOf<'resource-bid'>;

const amount = (max: number) =>
  z.number('Give a number.').min(0, 'Give a number that is not below zero.').max(max, 'This is more than can be.');
const amounts = {
  hours: amount(10_000_000).default(0),
  officers: amount(100_000).default(0),
  budget: amount(1_000_000_000).default(0),
};
const bidFields = {
  title: lineShape(200),
  why: typedProseShape(4000).default(''),
  priorityId: maybeIdShape.default(''),
  outsideStrategyReason: typedProseShape(2000).default(''),
  ...amounts,
  /** Who bids; whoever enters it when left out. */
  ownerId: maybeIdShape.default(''),
};

const done = (
  bidId: string,
  changes: readonly Change[],
  facts: Readonly<Record<string, string | number | boolean>> = {},
): Result<Decided<{ readonly bidId: string }>> => ok({ changes, subject: { kind: 'resource-bid', id: bidId }, facts, out: { bidId } });

const mayBidHere = async (args: { readonly meetingId: string }, { actor, reading }: CommandContext): Promise<Refusal | null> => {
  const meeting = await reading.one('meeting', args.meetingId);
  return meeting !== null && mayBid(actor, meeting.body.groupId) ? null : resourceBidBook.say('resource-bid/not-yours-to-enter');
};
const mayChange = async (args: { readonly bidId: string }, { actor, reading }: CommandContext): Promise<Refusal | null> => {
  const bid = await reading.one('resource-bid', args.bidId);
  return bid !== null && (bid.owner === actor.personId || runsGroup(actor, bid.body.groupId))
    ? null
    : resourceBidBook.say('resource-bid/not-yours-to-change');
};

async function found(bidId: string, { reading }: CommandContext): Promise<Bid> {
  const bid = await reading.one('resource-bid', bidId);
  if (bid === null) throw new Error('a bid vanished between the policy and the decision');
  return bid;
}

function newBid(
  meeting: RecordOf<'meeting'>,
  id: string,
  ownerId: string,
  asked: Pick<ResourceBidBody, 'title' | 'why' | 'priorityId' | 'outsideStrategyReason' | 'hours' | 'officers' | 'budget'>,
  { now, actor }: CommandContext,
  fromBidId = '',
): Change {
  return {
    put: partOf(meeting, 'resource-bid', {
      id,
      state: 'bid',
      owner: ownerId === '' ? actor.personId : ownerId,
      sortAt: now,
      body: {
        groupId: meeting.body.groupId,
        title: asked.title,
        why: asked.why,
        priorityId: asked.priorityId,
        outsideStrategyReason: asked.outsideStrategyReason,
        hours: asked.hours,
        officers: asked.officers,
        budget: asked.budget,
        grantedHours: 0,
        grantedOfficers: 0,
        grantedBudget: 0,
        outcomeReason: '',
        aboveStrategyBecause: '',
        decisionId: '',
        overPoolBecause: '',
        fromBidId,
        enteredById: actor.personId,
      },
    }),
  };
}

/** Puts a demand on the pool before a meeting that is planned or in session (duties 52, 77). */
export const enterBid = defineCommand({
  name: 'resource-bid.enter',
  args: z.object({ meetingId: idShape, ...bidFields }),
  may: mayBidHere,
  decide: async ({ meetingId, ownerId, ...asked }, context) => {
    const meeting = await context.reading.one('meeting', meetingId);
    if (meeting === null) return refused(resourceBidBook.say('resource-bid/not-yours-to-enter'));
    const id = context.newId();
    return done(id, [newBid(meeting, id, ownerId, asked, context)]);
  },
});

/** Changes what an undecided bid asks for. */
export const changeBid = defineCommand({
  name: 'resource-bid.change',
  args: z.object({ bidId: idShape, ...bidFields }),
  may: mayChange,
  decide: async ({ bidId, ownerId, ...asked }, context) => {
    const bid = await found(bidId, context);
    return done(bid.id, [{ put: rewritten(bid, { owner: ownerId === '' ? bid.owner : ownerId, body: asked }) }]);
  },
});

/** Takes an undecided bid back, with the reason. */
export const withdrawBid = defineCommand({
  name: 'resource-bid.withdraw',
  args: z.object({ bidId: idShape, reason: typedProseShape(2000) }),
  may: mayChange,
  decide: async ({ bidId, reason }, context) => {
    const bid = await found(bidId, context);
    return done(bid.id, [{ put: rewritten(bid, { state: 'withdrawn', number: 0, body: { outcomeReason: reason } }) }]);
  },
});

/** Takes up a bid that an earlier meeting deferred: a new bid before this meeting, asking for the same. */
export const takeUpBid = defineCommand({
  name: 'resource-bid.take-up',
  args: z.object({ bidId: idShape, meetingId: idShape }),
  may: mayBidHere,
  decide: async ({ bidId, meetingId }, context) => {
    const [meeting, bid] = await Promise.all([context.reading.one('meeting', meetingId), context.reading.one('resource-bid', bidId)]);
    if (meeting === null || bid === null || bid.state !== 'deferred' || bid.body.groupId !== meeting.body.groupId)
      return refused(resourceBidBook.say('resource-bid/not-deferred'));
    const again = (await context.reading.many('resource-bid', { scope: bid.scope })).some((other) => other.body.fromBidId === bid.id);
    if (again) return refused(resourceBidBook.say('resource-bid/not-deferred'));
    const id = context.newId();
    return done(id, [newBid(meeting, id, bid.owner, bid.body, context, bid.id)]);
  },
});

/** Ranks every bid of a meeting; one outside the strategy above one in it needs its reason (duties 77, 92). */
export const rankBids = defineCommand({
  name: 'resource-bid.rank',
  args: z.object({
    meetingId: idShape,
    /** Ids of all bids that are not withdrawn, the first in need first. */
    order: z.array(idShape).min(1).max(500),
    /** Why a bid outside the strategy stands above one in it, by the bid's id. */
    because: z.record(idShape, typedProseShape(2000)).default({}),
  }),
  may: (args, context) => refuseUnlessRunning(args.meetingId, context),
  decide: async ({ meetingId, order, because }, { reading }) => {
    const bids = (await reading.many('resource-bid', { parent: meetingId })).filter((bid) => bid.state !== 'withdrawn');
    const byId = new Map(bids.map((bid) => [bid.id, bid]));
    const wanted = order.flatMap((id) => byId.get(id) ?? []);
    const ranks = ranksFor(wanted);
    if (new Set(order).size !== bids.length || wanted.length !== bids.length || ranks === null)
      return refused(resourceBidBook.say('resource-bid/rank-not-whole', { field: 'order' }));
    const above = new Set(aboveTheStrategy(wanted).map((bid) => bid.id));
    const ranked = wanted.map((bid, index) => ({
      bid,
      id: bid.id,
      number: ranks[index] ?? 0,
      body: { ...bid.body, aboveStrategyBecause: above.has(bid.id) ? (because[bid.id] ?? bid.body.aboveStrategyBecause) : '' },
    }));
    const [first, ...rest] = aboveWithoutReason(ranked).map(({ id, body }) =>
      resourceBidBook.say('resource-bid/above-the-strategy', { field: `because.${id}`, facts: { title: body.title } }),
    );
    if (first !== undefined) return refused(first, ...rest);
    const changed = ranked.filter(
      ({ bid, number, body }) =>
        bid.state === 'bid' && (bid.number !== number || bid.body.aboveStrategyBecause !== body.aboveStrategyBecause),
    );
    return ok({
      changes: changed.map(({ bid, number, body }): Change => ({ put: rewritten(bid, { number, body }) })),
      subject: { kind: 'meeting', id: meetingId },
      facts: { bids: ranked.length, above: above.size },
      out: { ranked: ranked.length },
    });
  },
});

/** Gives a bid its outcome: what is granted, why, and by which decision of the meeting (duties 52, 77). */
export const decideBid = defineCommand({
  name: 'resource-bid.decide',
  args: z.object({
    bidId: idShape,
    outcome: z.enum(['granted', 'part-granted', 'refused', 'deferred']),
    /** Counted only for a grant in part; all or nothing follows from the outcome. */
    grantedHours: amounts.hours,
    grantedOfficers: amounts.officers,
    grantedBudget: amounts.budget,
    reason: typedProseShape(4000),
    overPoolBecause: typedProseShape(2000).default(''),
    decisionId: maybeIdShape,
  }),
  may: async (args, { actor, reading }) => {
    const bid = await reading.one('resource-bid', args.bidId);
    return bid !== null && runsGroup(actor, bid.body.groupId) ? null : resourceBidBook.say('resource-bid/not-yours-to-decide');
  },
  decide: async (args, context) => {
    const bid = await found(args.bidId, context);
    const meeting = await context.reading.one('meeting', bid.parent);
    if (meeting === null || meeting.state !== 'live') return refused(meetingBook.say('meeting/not-live'));
    if (bid.state !== 'bid') return refused(resourceBidBook.say('resource-bid/decided-already'));
    const granted =
      args.outcome === 'granted'
        ? { grantedHours: bid.body.hours, grantedOfficers: bid.body.officers, grantedBudget: bid.body.budget }
        : args.outcome === 'part-granted'
          ? { grantedHours: args.grantedHours, grantedOfficers: args.grantedOfficers, grantedBudget: args.grantedBudget }
          : { grantedHours: 0, grantedOfficers: 0, grantedBudget: 0 };
    const put = rewritten(bid, {
      state: args.outcome,
      body: {
        ...granted,
        outcomeReason: args.reason,
        decisionId: args.decisionId,
        overPoolBecause: args.overPoolBecause,
      },
    });
    const [first, ...rest] = await outcomeConcerns(bid, put, meeting, context.reading);
    return first === undefined ? done(bid.id, [{ put }], { outcome: args.outcome }) : refused(first, ...rest);
  },
});

/** States what there is to share out at a meeting, where no control strategy says it or less is left (duty 52). */
export const setPool = defineCommand({
  name: 'resource-bid.set-pool',
  args: z.object({
    meetingId: idShape,
    hours: amount(100_000_000).default(0),
    officers: amount(1_000_000).default(0),
    budget: amount(10_000_000_000).default(0),
  }),
  may: (args, context) => refuseUnlessRunning(args.meetingId, context),
  decide: async ({ meetingId, ...pool }, { reading }) => {
    const meeting = await reading.one('meeting', meetingId);
    if (meeting === null || (meeting.state !== 'planned' && meeting.state !== 'live')) return refused(meetingBook.say('meeting/over'));
    return ok({
      changes: [{ put: rewritten(meeting, { body: { pool } }) }],
      subject: { kind: 'meeting', id: meetingId },
      out: { meetingId },
    });
  },
});

export const resourceBidCommands = [enterBid, changeBid, withdrawBid, takeUpBid, rankBids, decideBid, setPool] as const;
