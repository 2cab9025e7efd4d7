import { addDays, dayOf } from '#shared/base/time.ts';
import { holdsRoleIn } from '#shared/domain/access/access.ts';
import type { QueryContext } from '#shared/domain/kit/query.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { runsGroup } from '#shared/domain/meeting/meeting.policy.ts';

/** A meeting further away than this is not yet this week's concern: its own day of the week comes round again. */
const DAYS_OF_A_WEEK = 7;

/** What this person does in a meeting: the first that applies. */
export type PartInMeeting = 'chairs' | 'deputises' | 'keeps-minutes' | 'attends' | 'sees';
/** What this person does next about a meeting, as a button of the Today page. */
export type NextStep = 'prepare' | 'start' | 'run' | 'follow' | 'read' | 'sign' | 'have-signed';

export interface MeetingAhead {
  readonly id: string;
  readonly reference: string;
  readonly groupName: string;
  readonly startsAt: string;
  readonly place: string;
  readonly state: string;
  readonly part: PartInMeeting;
  readonly next: NextStep;
  /** In session, its day past and not held, today, within the week, later; or held and waiting for the chair's signature. */
  readonly when: 'in-session' | 'not-held' | 'today' | 'this-week' | 'later' | 'to-sign';
  readonly items: number;
  readonly undecided: number;
  readonly papers: number;
}

/** Whether the meeting leads the person's day: theirs, and now, this week or waiting for its signature. */
export function leadsTheDay(meeting: MeetingAhead): boolean {
  return meeting.part !== 'sees' && meeting.when !== 'later';
}

/** Whether the meeting waits for this person to do something today, rather than for its hour. */
export function waitsFor({ part, when, next }: MeetingAhead): boolean {
  if (part === 'sees' || part === 'attends') return false;
  return when === 'in-session' || when === 'not-held' || when === 'today' || next === 'sign' || next === 'have-signed';
}

/** The meetings ahead of a person and those whose minutes wait for the signature, in the order of the day; each with what they do next. */
export async function meetingsAhead(
  meetings: readonly RecordOf<'meeting'>[],
  groupName: (id: string) => string,
  { reading, actor, now }: QueryContext,
): Promise<readonly MeetingAhead[]> {
  const today = dayOf(now);
  const partIn = ({ body }: RecordOf<'meeting'>): PartInMeeting => {
    if (body.chairId === actor.personId || holdsRoleIn(actor, body.groupId, 'chair')) return 'chairs';
    if (body.secretaryId === actor.personId || holdsRoleIn(actor, body.groupId, 'secretary')) return 'keeps-minutes';
    if (holdsRoleIn(actor, body.groupId, 'deputy-chair')) return 'deputises';
    return body.attendance.some((row) => row.personId === actor.personId || row.deputyId === actor.personId) ? 'attends' : 'sees';
  };
  const whenOf = ({ state, body }: RecordOf<'meeting'>): MeetingAhead['when'] => {
    if (state === 'closed') return 'to-sign';
    if (state === 'live') return 'in-session';
    const on = dayOf(body.startsAt);
    if (on < today) return 'not-held';
    return on === today ? 'today' : on < addDays(today, DAYS_OF_A_WEEK) ? 'this-week' : 'later';
  };
  const ahead = await Promise.all(
    meetings.map(async (meeting): Promise<MeetingAhead> => {
      const { id, state, body } = meeting;
      const [items, undecided, papers] = await Promise.all([
        reading.count('agenda-item', { parent: id }),
        reading.count('agenda-item', { parent: id, state: ['waiting', 'open'] }),
        reading.count('paper', { parent: id, state: 'attached' }),
      ]);
      const [part, when] = [partIn(meeting), whenOf(meeting)];
      return {
        id,
        reference: body.reference,
        groupName: groupName(body.groupId),
        startsAt: body.startsAt,
        place: body.place,
        state,
        part,
        when,
        next: nextStep(when, body.chairId === actor.personId, runsGroup(actor, body.groupId)),
        items,
        undecided,
        papers,
      };
    }),
  );
  // Minutes wait only for those who sign them or have them signed; whoever presided signs, whatever they hold now.
  return ahead
    .filter((one) => one.when !== 'to-sign' || one.next === 'sign' || one.part === 'keeps-minutes')
    .sort((a, b) => URGENCY.indexOf(a.when) - URGENCY.indexOf(b.when) || (a.startsAt < b.startsAt ? -1 : 1));
}

const URGENCY: readonly MeetingAhead['when'][] = ['in-session', 'not-held', 'today', 'to-sign', 'this-week', 'later'];

function nextStep(when: MeetingAhead['when'], presided: boolean, runs: boolean): NextStep {
  if (when === 'to-sign') return presided ? 'sign' : 'have-signed';
  if (when === 'in-session') return runs ? 'run' : 'follow';
  if (!runs) return 'read';
  return when === 'today' || when === 'not-held' ? 'start' : 'prepare';
}
