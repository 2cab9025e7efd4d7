import { z } from 'zod';
import type { Refusal } from '#shared/base/result.ts';
import { type Day, dayOf, daysBetween } from '#shared/base/time.ts';
import type { Marking } from '#shared/contracts/record/record.ts';
import { defineQuery, type QueryContext } from '#shared/domain/kit/query.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { runsGroup } from '#shared/domain/meeting/meeting.policy.ts';
import { type Names, type PersonNamed, readNames } from '#shared/domain/meeting/people-named.ts';
import { commissionBook } from './commission-refusals.ts';

/** A commission as lists, the console and Today show it. */
export interface CommissionRow {
  readonly id: string;
  readonly reference: string;
  readonly question: string;
  readonly termsOfReference: string;
  readonly groupId: string;
  readonly groupName: string;
  readonly meetingId: string;
  readonly ownerId: string;
  readonly owner: string;
  /** The owner has left the force, so nobody will deliver it. */
  readonly ownerLeft: boolean;
  readonly dueOn: string;
  readonly overdueDays: number;
  readonly state: string;
  readonly result: string;
  readonly deliveredAt: string;
  readonly deliveredBy: string;
  readonly heardInMeetingId: string;
  readonly heardIn: string;
  readonly withdrawnBecause: string;
  readonly commissionedAt: string;
  readonly policeOnly: boolean;
  readonly marking: Marking;
  /** What stands in this person's way of each step. */
  readonly steps: { readonly deliver: Refusal | null; readonly run: Refusal | null };
}

/** Undelivered first, the most overdue leading; then those to be heard, then the finished ones, latest first (duty 79). */
export function inOrderOfUrgency(a: CommissionRow, b: CommissionRow): number {
  const urgency = (row: CommissionRow): number => ['commissioned', 'delivered', 'heard', 'withdrawn'].indexOf(row.state);
  if (urgency(a) !== urgency(b)) return urgency(a) - urgency(b);
  if (a.state === 'commissioned') return a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0;
  return a.deliveredAt > b.deliveredAt ? -1 : 1;
}

/** Makes commissions readable, in order of urgency. */
export async function commissionRows(
  commissions: readonly RecordOf<'commission'>[],
  names: Names,
  { reading, actor, now }: QueryContext,
): Promise<readonly CommissionRow[]> {
  const today = dayOf(now);
  const groups = new Map(
    (
      await reading.some(
        'group',
        commissions.map((one) => one.body.groupId),
      )
    ).map((one) => [one.id, one.body.name]),
  );
  const meetings = new Map(
    (
      await reading.some(
        'meeting',
        commissions.map((one) => one.body.heardInMeetingId).filter((id) => id !== ''),
      )
    ).map((one) => [one.id, one.body.reference]),
  );
  return commissions
    .map(({ id, parent, owner, state, marking, body }): CommissionRow => {
      const runs = runsGroup(actor, body.groupId);
      const open = state === 'commissioned';
      return {
        id,
        reference: body.reference,
        question: body.question,
        termsOfReference: body.termsOfReference,
        groupId: body.groupId,
        groupName: groups.get(body.groupId) ?? '',
        meetingId: parent,
        ownerId: owner,
        owner: names.of(owner),
        ownerLeft: open && names.person(owner)?.serving !== true,
        dueOn: body.dueOn,
        overdueDays: open && body.dueOn < today ? daysBetween(body.dueOn as Day, today) : 0,
        state,
        result: body.result,
        deliveredAt: body.deliveredAt,
        deliveredBy: names.of(body.deliveredById ?? ''),
        heardInMeetingId: body.heardInMeetingId,
        heardIn: meetings.get(body.heardInMeetingId) ?? '',
        withdrawnBecause: body.withdrawnBecause,
        commissionedAt: body.commissionedAt ?? '',
        policeOnly: body.policeOnly,
        marking,
        steps: {
          deliver: open && (runs || owner === actor.personId) ? null : commissionBook.say('commission/not-yours-to-deliver'),
          run: runs ? null : commissionBook.say('commission/not-yours-to-run'),
        },
      };
    })
    .sort(inOrderOfUrgency);
}

export interface CommissionsView {
  readonly rows: readonly CommissionRow[];
  readonly people: readonly PersonNamed[];
  /** Meetings in session in which this person may note that a result was heard, by group. */
  readonly live: readonly { readonly id: string; readonly groupId: string; readonly reference: string }[];
}

/** Every commission this person may see: the analysts' queue and each owner's (duties 78, 79, 134). */
export const commissionsQuery = defineQuery({
  name: 'commissions',
  args: z.object({}),
  followsClock: true,
  read: async (_args, context): Promise<CommissionsView> => {
    const { reading, actor } = context;
    const [names, all, live] = await Promise.all([
      readNames(reading),
      reading.many('commission'),
      reading.many('meeting', { state: 'live' }),
    ]);
    return {
      rows: await commissionRows(all, names, context),
      people: names.serving.filter((person) => !person.partner),
      live: live
        .filter((meeting) => runsGroup(actor, meeting.body.groupId))
        .map((meeting) => ({ id: meeting.id, groupId: meeting.body.groupId, reference: meeting.body.reference })),
    };
  },
});

export const commissionQueries = [commissionsQuery] as const;
