import type { Instant } from '#shared/base/time.ts';
import { dayOf } from '#shared/base/time.ts';
import { countsOn } from '#shared/domain/access/actor.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { appointmentsOf } from '#shared/domain/meeting/attendance.ts';
import type { DecisionContext } from './decision-concerns.ts';

/** Attendance rows that do not make someone a member: they may speak, not decide. */
const NOT_MEMBERS = ['in-attendance', 'secretary'];

/** Reads what `decisionConcerns` has to know of a meeting and the item that is open. */
export async function decisionContextFor(
  reading: Reading,
  meeting: RecordOf<'meeting'>,
  item: RecordOf<'agenda-item'> | null,
  now: Instant,
): Promise<DecisionContext> {
  const [group, people, priorities, authority] = await Promise.all([
    reading.one('group', meeting.body.groupId),
    reading.many('person', { state: 'serving' }),
    prioritiesInForce(reading, meeting, now),
    authorityOfChair(reading, meeting),
  ]);
  if (group === null) throw new Error(`meeting ${meeting.id} has no group`);
  return {
    groupType: group.body.groupType,
    meetingState: meeting.state,
    itemState: item?.state ?? '',
    itemPoliceOnly: item?.body.policeOnly ?? false,
    startedAt: meeting.body.startedAt,
    now,
    mayDecideIds: deciders(meeting),
    authority,
    priorityIds: priorities.map((priority) => priority.id),
    personIds: people.map((person) => person.id),
  };
}

function deciders(meeting: RecordOf<'meeting'>): readonly string[] {
  const { chairId, attendance } = meeting.body;
  const members = attendance.filter((row) => !NOT_MEMBERS.includes(row.role));
  const sitting = members.flatMap((row) => [
    ...(row.status === 'present' ? [row.personId] : []),
    ...(row.deputyId === '' ? [] : [row.deputyId]),
  ]);
  return [...new Set([chairId, ...sitting])].filter((id) => id !== '');
}

/** What the presiding chair has authority over on the day, in words; a deputy without words of their own acts on the chair's (duties 71, 120). */
export async function authorityOfChair(reading: Reading, meeting: RecordOf<'meeting'>): Promise<string> {
  const { groupId, chairId, startedAt, startsAt } = meeting.body;
  const chairs = (await appointmentsOf(reading, groupId, dayOf(startedAt === '' ? startsAt : startedAt))).filter(
    (one) => one.body.role === 'chair' || one.body.role === 'deputy-chair',
  );
  const own = chairs.find((one) => one.body.personId === chairId && one.body.authority !== '');
  if (own !== undefined) return own.body.authority;
  const presides = chairs.some((one) => one.body.personId === chairId);
  return presides ? (chairs.find((one) => one.body.role === 'chair')?.body.authority ?? '') : '';
}

/** The priorities a group works to at a moment: its own level's and the force's (duty 80). */
export async function prioritiesInForce(
  reading: Reading,
  at: { readonly scope: string },
  now: Instant,
): Promise<readonly RecordOf<'priority'>[]> {
  const today = dayOf(now);
  const area = await reading.one('area', at.scope);
  const inForce = (await reading.many('priority')).filter((priority) => countsOn(priority.body, today));
  return inForce.filter((priority) => priority.body.nodeType === 'force' || area === null || priority.body.nodeId === at.scope);
}
