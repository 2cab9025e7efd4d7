import { z } from 'zod';
import { addDays, dayOf } from '#shared/base/time.ts';
import { type ActionRow, actionRows } from '#shared/domain/action/action-rows.ts';
import { holdsRole } from '#shared/domain/access/access.ts';
import { groupGaps } from '#shared/domain/governance/group-gaps.ts';
import { readMeetingDates } from '#shared/domain/governance/meeting-dates.ts';
import { readOrganisation } from '#shared/domain/governance/organisation.ts';
import type { Gap } from '#shared/domain/governance/warning.ts';
import { countsOn } from '#shared/domain/access/actor.ts';
import { type QueryContext, defineQuery } from '#shared/domain/kit/query.ts';
import { isUnfinished } from '#shared/domain/meeting/carry-forward.ts';
import { type CommissionRow, commissionRows } from '#shared/domain/commission/commission.queries.ts';
import { chairsGroup, runsGroup } from '#shared/domain/meeting/meeting.policy.ts';
import { readNames } from '#shared/domain/meeting/people-named.ts';
import type { CalendarEntry } from '#shared/domain/planning-date/calendar-entries.ts';
import { overduePlanning } from '#shared/domain/planning-date/planning-calendar.ts';
import { type UnreadPublication, unreadPublications } from '#shared/domain/publication/my-publications.ts';
import { type MeetingAhead, leadsTheDay, meetingsAhead } from './meetings-ahead.ts';

/** Meetings further away than this are not yet today's concern. */
const COMING_DAYS = 14;
/** Gaps of the organisation that are about a group meeting in time. */
const ABOUT_MEETINGS = [
  'group/meeting-overdue',
  'group/meeting-not-planned',
  'group/meeting-planned-late',
  'group/interim-review-proposed',
];

/** What needs a person today. */
export interface TodayView {
  /** The meetings that lead this person's day, the most pressing first: in session, today, this week, or held and not signed (duty 81). */
  readonly leading: readonly MeetingAhead[];
  /** Unfinished actions this person owns, the most pressing first. */
  readonly mine: readonly ActionRow[];
  /** Claimed by others and waiting for this person's verification (duty 125). */
  readonly toVerify: readonly ActionRow[];
  /** Every other meeting this person may see that is in session or comes within a fortnight. */
  readonly meetings: readonly MeetingAhead[];
  /** Groups of this person that met too long ago for their policy (duties 63, 65, 117). */
  readonly againstPolicy: readonly Gap[];
  /** Delivery plans this person owns that are due for review or past their end (duty 142). */
  readonly plans: readonly { readonly id: string; readonly reference: string; readonly title: string; readonly dueOn: string }[];
  /** Commissions this person is to deliver, the most pressing first; for a principal analyst also those of others that are overdue or left lying (duties 78, 79). */
  readonly commissions: readonly CommissionRow[];
  /** What was published and this person has not confirmed having read, by the day it is to be read by (duties 99, 108). */
  readonly publications: readonly UnreadPublication[];
  /** Assessments and reviews past their day in the groups this person runs or oversees (duty 57). */
  readonly overduePlanning: readonly CalendarEntry[];
  /** For chairs and the force's lead: what is off course in their groups, by age; null for everyone else (duty 51). */
  readonly exceptions: {
    readonly overdue: readonly ActionRow[];
    readonly blocked: readonly ActionRow[];
    readonly stalled: readonly ActionRow[];
    readonly unowned: readonly ActionRow[];
  } | null;
}

/** What needs this person today (duties 51, 63, 81, 117, 125, 142). */
export const todayQuery = defineQuery({
  name: 'today',
  args: z.object({}),
  followsClock: true,
  read: async (_args, context): Promise<TodayView> => {
    const { reading, actor, now } = context;
    const today = dayOf(now);
    const [names, closed, coming, actions, plans, groups, asked] = await Promise.all([
      readNames(reading),
      reading.many('meeting', { state: 'closed' }),
      reading.many('meeting', { state: ['planned', 'live'] }),
      reading.many('action', { state: ['open', 'in-progress', 'blocked', 'claimed'] }, { by: 'dueAt' }),
      reading.many('delivery-plan', { owner: actor.personId, state: ['draft', 'approved'], dueBy: today }, { by: 'dueAt' }),
      reading.many('group'),
      reading.many('commission', { state: 'commissioned' }, { by: 'dueAt' }),
    ]);
    const groupName = (id: string): string => groups.find((group) => group.id === id)?.body.name ?? '';
    const rows = await actionRows(actions.filter(isUnfinished), names, context);
    const soon = coming.filter((meeting) => meeting.state === 'live' || dayOf(meeting.body.startsAt) <= addDays(today, COMING_DAYS));
    const ahead = await meetingsAhead([...soon, ...closed], groupName, context);
    return {
      leading: ahead.filter(leadsTheDay),
      mine: rows.filter((row) => row.ownerId === actor.personId),
      toVerify: rows.filter((row) => row.awaitingVerification && row.steps.verify === null),
      meetings: ahead.filter((meeting) => !leadsTheDay(meeting)),
      againstPolicy: await againstPolicy(context),
      plans: plans.map(({ id, dueAt, body }) => ({ id, reference: body.reference, title: body.title, dueOn: dueAt })),
      commissions: (await commissionRows(asked, names, context)).filter(
        (row) => row.ownerId === actor.personId || (holdsRole(actor, 'principal-analyst') && (row.overdueDays > 0 || row.ownerLeft)),
      ),
      publications: await unreadPublications(context),
      overduePlanning: await overduePlanning(
        context,
        (groupId) => runsGroup(actor, groupId) || holdsRole(actor, 'chief-officer-lead', 'director-of-intelligence'),
      ),
      exceptions: exceptionsOf(rows, context),
    };
  },
});

function exceptionsOf(rows: readonly ActionRow[], { actor }: QueryContext): TodayView['exceptions'] {
  const oversees = holdsRole(actor, 'chief-officer-lead', 'director-of-intelligence');
  const led = rows.filter((row) => oversees || chairsGroup(actor, row.groupId));
  if (!oversees && !actor.roles.some((role) => role.role === 'chair' || role.role === 'deputy-chair')) return null;
  const byAge = (test: (row: ActionRow) => boolean): readonly ActionRow[] => led.filter(test).sort((a, b) => b.ageDays - a.ageDays);
  return {
    overdue: byAge((row) => row.overdueDays > 0),
    blocked: byAge((row) => row.state === 'blocked'),
    stalled: byAge((row) => row.stalled),
    unowned: byAge((row) => row.ownerLeft),
  };
}

async function againstPolicy({ reading, actor, now }: QueryContext): Promise<readonly Gap[]> {
  const today = dayOf(now);
  const organisation = await readOrganisation(reading);
  const oversees = holdsRole(actor, 'chief-officer-lead', 'director-of-intelligence');
  const mine = (await reading.many('group', { state: 'in-use' })).filter((group) => oversees || runsGroup(actor, group.id));
  const gaps = await Promise.all(
    mine.map(async (group) => {
      const held = (await reading.many('appointment', { parent: group.id })).filter((one) => countsOn(one.body, today));
      return groupGaps(organisation, held, group, await readMeetingDates(reading, actor, group, today), today);
    }),
  );
  return gaps.flat().filter((gap) => ABOUT_MEETINGS.includes(gap.code));
}

export const todayQueries = [todayQuery] as const;
