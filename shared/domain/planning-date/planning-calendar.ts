import { type Day, type Instant, addDays, dayOf } from '#shared/base/time.ts';
import { dayText } from '#shared/base/time-text.ts';
import type { QueryContext } from '#shared/domain/kit/query.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { meetingSideAccess } from '#shared/domain/meeting/meeting.policy.ts';
import { mayRead } from '#shared/domain/access/access.ts';
import { policyOn } from '#shared/domain/tc-policy/tc-policy.rules.ts';
import { frequencyInWords } from '#shared/domain/tc-policy/meeting-due.ts';
import { type CalendarEntry, type EntryType, daysLate, dueByPolicy, inCalendarOrder } from './calendar-entries.ts';
import { lastDayOf } from './planning-date.rules.ts';

type Group = RecordOf<'group'>;
/** What an entry says besides what follows from its record. */
type Saying = Omit<CalendarEntry, 'until' | 'startsAt' | 'minutes' | 'groupId' | 'groupCode' | 'groupName' | 'overdueDays'> &
  Partial<Pick<CalendarEntry, 'until' | 'startsAt' | 'minutes' | 'groupId' | 'groupCode' | 'groupName' | 'overdueDays'>>;

const HELD = ['live', 'closed', 'signed'];
const NO_GROUP = { groupId: '', groupCode: '', groupName: '' } as const;

/**
 * The planning calendar between two days, from what this person may read: meetings of the strategic and tactical groups, what policies make due,
 * assessments, reviews and other dates (duties 57, 63, 65). What is overdue is there whenever it was due.
 */
export async function readPlanningCalendar(context: QueryContext, from: Day, until: Day): Promise<readonly CalendarEntry[]> {
  const { reading, now } = context;
  const today = dayOf(now);
  const [groupList, dates, fromRecords] = await Promise.all([
    reading.many('group', { state: 'in-use' }),
    reading.many('planning-date', { state: 'planned' }),
    recordEntries(context, today),
  ]);
  const groups = groupList.filter((group) => group.body.groupType === 'stcg' || group.body.groupType === 'ttcg');
  const byGroup = await Promise.all(groups.map((group) => groupEntries(context, group, today, until)));
  const nameOf = (id: string): Pick<CalendarEntry, 'groupId' | 'groupCode' | 'groupName'> =>
    groupNamed(groupList.find((one) => one.id === id));
  const dateEntries = dates.map(({ id, parent, body }) =>
    entry({
      id: `planning-date:${id}`,
      type: body.dateType,
      state: lastDayOf(body) < today ? 'held' : 'planned',
      on: body.on,
      until: body.until,
      title: body.title,
      duties: [57],
      subject: { kind: 'planning-date', id, parent },
      ...nameOf(body.groupId),
    }),
  );
  const named = fromRecords.map(({ groupId, ...rest }) => ({ ...rest, ...nameOf(groupId) }));
  return inCalendarOrder(
    [...byGroup.flat(), ...dateEntries, ...named].filter(
      (one) => one.state === 'overdue' || (one.on <= until && (one.until === '' ? one.on : one.until) >= from),
    ),
  );
}

async function groupEntries({ reading, actor }: QueryContext, group: Group, today: Day, until: Day): Promise<readonly CalendarEntry[]> {
  // Where the meetings are not this person's to read, nothing can be said to be due either.
  if (!mayRead(actor, meetingSideAccess({ scope: group.body.nodeId, marking: 'OFFICIAL' }, group.id))) return [];
  const [all, policies] = await Promise.all([
    reading.many('meeting', { scope: group.body.nodeId }),
    reading.many('tc-policy', { parent: group.id }),
  ]);
  const meetings = all.filter((meeting) => meeting.body.groupId === group.id && meeting.state !== 'cancelled');
  const type: EntryType = group.body.groupType === 'stcg' ? 'strategic-meeting' : 'tactical-meeting';
  const duty = group.body.groupType === 'stcg' ? 63 : 117;
  const entries = meetings.map((meeting) => {
    const on = meetingDay(meeting);
    const late = meeting.state === 'planned' ? daysLate(on, today) : 0;
    return entry({
      id: `meeting:${meeting.id}`,
      type: meeting.body.interim ? 'interim-review' : type,
      state: HELD.includes(meeting.state) ? 'held' : late > 0 ? 'overdue' : 'planned',
      on,
      startsAt: meeting.body.startsAt,
      minutes: meeting.body.minutesPlanned,
      title: late > 0 ? 'Planned and not held' : meeting.body.reference,
      overdueDays: late,
      duties: [57, duty],
      subject: { kind: 'meeting', id: meeting.id, parent: '' },
      ...groupNamed(group),
    });
  });
  const policy = policyOn(policies, today);
  if (policy === null) return entries;
  const regular = meetings.filter((meeting) => !meeting.body.interim);
  const lastHeldOn =
    regular
      .filter((meeting) => HELD.includes(meeting.state))
      .map(meetingDay)
      .filter((on) => on <= today)
      .sort()
      .at(-1) ?? '';
  const due = dueByPolicy(
    policy.body,
    {
      lastHeldOn,
      plannedOn: regular
        .filter((meeting) => meeting.state === 'planned')
        .map(meetingDay)
        .filter((on) => on >= today),
      interimOn: meetings.filter((meeting) => meeting.body.interim).map(meetingDay),
    },
    today,
    until,
  );
  const dueEntries = due.map(({ on, what, plannedLateOn }) => {
    const late = daysLate(on, today);
    const words = frequencyInWords(policy.body);
    const meetingWords = plannedLateOn === '' ? `Due by policy, ${words}` : `Due by policy, planned only for ${dayText(plannedLateOn)}`;
    return entry({
      id: `${what === 'interim' ? 'interim' : 'due'}:${group.id}:${on}`,
      type: what === 'interim' ? 'interim-review' : type,
      state: late > 0 ? 'overdue' : what === 'interim' ? 'proposed' : 'due',
      on,
      title: what === 'interim' ? `Interim review proposed, meets ${words}` : meetingWords,
      overdueDays: late,
      duties: what === 'interim' ? [65] : [duty],
      subject: { kind: 'group', id: group.id, parent: '' },
      ...groupNamed(group),
    });
  });
  return [...entries, ...dueEntries];
}

/** What assessments, strategies, requirements and publications make due. */
async function recordEntries({ reading }: QueryContext, today: Day): Promise<readonly CalendarEntry[]> {
  const [assessments, strategies, requirements, publications] = await Promise.all([
    reading.many('strategic-assessment', { state: ['terms', 'drafting', 'in-review'] }),
    reading.many('control-strategy', { state: 'set' }),
    reading.many('intelligence-requirement', { state: 'approved' }),
    reading.many('publication', { state: 'sent' }),
  ]);
  const dueEntry = (
    type: EntryType,
    on: Day | '',
    title: string,
    duties: readonly number[],
    record: { readonly kind: string; readonly id: string; readonly body: { readonly groupId: string } },
  ): readonly CalendarEntry[] => {
    if (on === '') return [];
    const late = daysLate(on, today);
    const { kind, id, body } = record;
    return [
      entry({
        id: `${kind}:${id}`,
        type,
        state: late > 0 ? 'overdue' : 'due',
        on,
        title,
        overdueDays: late,
        duties,
        subject: { kind, id, parent: '' },
        groupId: body.groupId,
      }),
    ];
  };
  return [
    ...assessments.flatMap((one) => dueEntry('assessment', one.body.dueOn, one.body.title, [57], one)),
    ...strategies.flatMap((one) => dueEntry('strategy-review', one.body.reviewOn, one.body.title, [57, 75], one)),
    ...requirements.flatMap((one) => dueEntry('requirement-review', one.body.reviewOn, one.body.title, [57, 109], one)),
    // A publication that is not read in time shows on its own page; the calendar only says until when it is to be read.
    ...publications.flatMap((one) =>
      dueEntry('read-by', one.body.readBy >= today && one.body.audience === 'staff' ? one.body.readBy : '', one.body.title, [99], one),
    ),
  ];
}

function entry(saying: Saying): CalendarEntry {
  return { until: '', startsAt: '', minutes: 0, overdueDays: 0, ...NO_GROUP, ...saying };
}

function groupNamed(group: Group | undefined): Pick<CalendarEntry, 'groupId' | 'groupCode' | 'groupName'> {
  return group === undefined ? NO_GROUP : { groupId: group.id, groupCode: group.body.code, groupName: group.body.name };
}

function meetingDay({ body }: RecordOf<'meeting'>): Day {
  return dayOf((body.startedAt === '' ? body.startsAt : body.startedAt) as Instant);
}

/** What is overdue of the groups this person runs or oversees, but for the meetings that Today speaks of already (duty 57). */
export async function overduePlanning(context: QueryContext, runs: (groupId: string) => boolean): Promise<readonly CalendarEntry[]> {
  const today = dayOf(context.now);
  const entries = await recordEntries(context, today);
  const groups = await context.reading.many('group');
  return entries
    .filter((one) => one.overdueDays > 0 && runs(one.groupId))
    .map((one) => ({ ...one, ...groupNamed(groups.find((group) => group.id === one.groupId)) }));
}

/** The last day of a calendar of twelve months from a day. */
export function lastOfTwelveMonths(from: Day): Day {
  const [year, month] = from.split('-').map(Number) as [number, number];
  return addDays(`${year + 1}-${String(month).padStart(2, '0')}-01` as Day, -1);
}
/** The first day of the month a day lies in. */
export function firstOfMonth(on: Day): Day {
  return `${on.slice(0, 8)}01` as Day;
}
