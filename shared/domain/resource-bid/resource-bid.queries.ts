import { z } from 'zod';
import { dayOf } from '#shared/base/time.ts';
import { prioritiesInForce } from '#shared/domain/decision/decision-context.ts';
import { defineQuery } from '#shared/domain/kit/query.ts';
import { readNames } from '#shared/domain/meeting/people-named.ts';
import { type BidRow, bidRows } from './bid-rows.ts';
import { BIDDING_GROUPS, mayBid } from './resource-bid.rules.ts';

/** A meeting that is still to come or in session, before which a bid can be put. */
export interface MeetingToBidAt {
  readonly id: string;
  readonly reference: string;
  readonly groupName: string;
  readonly startsAt: string;
  readonly priorities: readonly { readonly id: string; readonly reference: string; readonly title: string }[];
}

export interface BidsView {
  /** By meeting, the latest first; within it in rank order. */
  readonly rows: readonly BidRow[];
  readonly meetings: readonly MeetingToBidAt[];
}

/** Every bid this person may see, and the meetings before which they may put one (duties 52, 77). */
export const bidsQuery = defineQuery({
  name: 'resource-bids',
  args: z.object({}),
  followsClock: true,
  read: async (_args, context): Promise<BidsView> => {
    const { reading, actor, now } = context;
    const [names, bids, meetings, groups] = await Promise.all([
      readNames(reading),
      reading.many('resource-bid'),
      reading.many('meeting', { state: ['planned', 'live'] }),
      reading.many('group', { state: 'in-use' }),
    ]);
    const ofMeeting = new Map<string, (typeof bids)[number][]>();
    for (const bid of bids) ofMeeting.set(bid.parent, [...(ofMeeting.get(bid.parent) ?? []), bid]);
    const rows: BidRow[] = [];
    for (const here of ofMeeting.values()) rows.push(...(await bidRows(here, names, context)));
    const open: MeetingToBidAt[] = [];
    for (const meeting of meetings) {
      const group = groups.find((one) => one.id === meeting.body.groupId);
      if (group === undefined || !BIDDING_GROUPS.includes(group.body.groupType) || !mayBid(actor, group.id)) continue;
      if (meeting.state === 'planned' && dayOf(meeting.body.startsAt) < dayOf(now)) continue;
      open.push({
        id: meeting.id,
        reference: meeting.body.reference,
        groupName: group.body.name,
        startsAt: meeting.body.startsAt,
        priorities: (await prioritiesInForce(reading, meeting, now)).map((one) => ({
          id: one.id,
          reference: one.body.reference,
          title: one.body.title,
        })),
      });
    }
    return { rows: rows.sort((a, b) => (a.meeting === b.meeting ? 0 : a.meeting > b.meeting ? -1 : 1)), meetings: open };
  },
});

export const resourceBidQueries = [bidsQuery] as const;
