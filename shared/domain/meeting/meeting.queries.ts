import { z } from 'zod';
import type { Refusal } from '#shared/base/result.ts';
import { idShape, maybeDayShape } from '#shared/base/shapes.ts';
import { type Day, dayOf } from '#shared/base/time.ts';
import type { Marking } from '#shared/contracts/record/record.ts';
import { authorityOfChair } from '#shared/domain/decision/decision-context.ts';
import type { GroupType } from '#shared/domain/group/group.schema.ts';
import { defineQuery } from '#shared/domain/kit/query.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { signingConcerns } from '#shared/domain/minutes/minutes.rules.ts';
import { minutesIdOf } from '#shared/domain/minutes/minutes.schema.ts';
import { frequencyInWords, nextMeetingDue } from '#shared/domain/tc-policy/meeting-due.ts';
import { policyOn } from '#shared/domain/tc-policy/tc-policy.rules.ts';
import { appointmentsOf } from './attendance.ts';
import { runsGroup } from './meeting.policy.ts';
import { meetingBook } from './meeting.rules.ts';
import {
  type AgendaRow,
  type AttendanceRow,
  type MeetingHead,
  type PaperRow,
  agendaFull,
  agendaRows,
  attendanceRows,
  meetingHead,
  paperRows,
} from './meeting-parts-shown.ts';
import { type MeetingWarning, meetingWarnings } from './meeting-warnings.ts';
import { meetingConsoleQuery } from './meeting-console.ts';
import { type PersonNamed, readNames } from './people-named.ts';

/** One line of the list of meetings. */
export interface MeetingRow {
  readonly id: string;
  readonly reference: string;
  readonly groupId: string;
  readonly groupName: string;
  readonly groupType: GroupType;
  readonly startsAt: string;
  readonly minutesPlanned: number;
  readonly place: string;
  readonly state: string;
  readonly interim: boolean;
  readonly chair: string;
  readonly items: number;
  /** Items that have no outcome yet. */
  readonly undecided: number;
  readonly decisions: number;
  readonly actions: number;
  readonly papers: number;
  readonly marking: Marking;
}
export interface MeetingsView {
  /** Latest first. */
  readonly rows: readonly MeetingRow[];
  /** Groups whose meetings this person schedules. */
  readonly scheduleFor: readonly { readonly id: string; readonly name: string; readonly code: string; readonly groupType: GroupType }[];
  /** Why this person schedules none; null when they may. */
  readonly schedule: Refusal | null;
}

/** The meetings this person may see, between two days when they are given. */
export const meetingsQuery = defineQuery({
  name: 'meetings',
  args: z.object({ from: maybeDayShape.default(''), to: maybeDayShape.default('') }),
  read: async ({ from, to }, { reading, actor }): Promise<MeetingsView> => {
    const [meetings, groups, names] = await Promise.all([
      reading.many('meeting', {}, { by: 'sortAt', direction: 'down' }),
      reading.many('group'),
      readNames(reading),
    ]);
    const groupOf = new Map(groups.map((group) => [group.id, group]));
    const wanted = meetings.filter(
      (meeting) => (from === '' || dayOf(meeting.body.startsAt) >= from) && (to === '' || dayOf(meeting.body.startsAt) <= to),
    );
    const rows = await Promise.all(
      wanted.map(async ({ id, state, marking, body }): Promise<MeetingRow> => {
        const [items, undecided, decisions, actions, papers] = await Promise.all([
          reading.count('agenda-item', { parent: id }),
          reading.count('agenda-item', { parent: id, state: ['waiting', 'open'] }),
          reading.count('decision', { parent: id }),
          reading.count('action', { parent: id }),
          reading.count('paper', { parent: id, state: 'attached' }),
        ]);
        const group = groupOf.get(body.groupId);
        return {
          id,
          reference: body.reference,
          groupId: body.groupId,
          groupName: group?.body.name ?? '',
          groupType: group?.body.groupType ?? 'ttcg',
          startsAt: body.startsAt,
          minutesPlanned: body.minutesPlanned,
          place: body.place,
          state,
          interim: body.interim,
          chair: names.of(body.chairId),
          items,
          undecided,
          decisions,
          actions,
          papers,
          marking,
        };
      }),
    );
    const scheduleFor = groups
      .filter((group) => group.state === 'in-use' && runsGroup(actor, group.id))
      .map(({ id, body }) => ({ id, name: body.name, code: body.code, groupType: body.groupType }));
    return { rows, scheduleFor, schedule: scheduleFor.length > 0 ? null : meetingBook.say('meeting/group-not-yours') };
  },
});

/** Why this person may not do something with the meeting as it stands; null where they may. */
export interface MeetingSteps {
  /** Schedule, agenda, papers, attendance, record. */
  readonly run: Refusal | null;
  readonly changeAgenda: Refusal | null;
  readonly attachPapers: Refusal | null;
  readonly setAttendance: Refusal | null;
  readonly reschedule: Refusal | null;
  readonly cancel: Refusal | null;
  readonly start: Refusal | null;
  readonly close: Refusal | null;
  readonly sign: Refusal | null;
  readonly handOut: Refusal | null;
}

/** A meeting as its planning page shows it. */
export interface MeetingPage extends MeetingHead {
  readonly agenda: readonly AgendaRow[];
  readonly papers: readonly PaperRow[];
  readonly attendance: readonly AttendanceRow[];
  readonly warnings: readonly MeetingWarning[];
  /** What the presiding chair has authority over, in words. */
  readonly authority: string;
  /** Who can preside: the chair and deputy chairs of the day. */
  readonly chairs: readonly { readonly id: string; readonly name: string; readonly role: string }[];
  readonly policy: { readonly inWords: string; readonly reason: string; readonly nextDueOn: Day } | null;
  readonly counts: { readonly decisions: number; readonly actions: number; readonly entries: number };
  readonly signed: { readonly at: string; readonly by: string; readonly sealHash: string; readonly copies: number } | null;
  readonly steps: MeetingSteps;
  /** Whom to choose from. */
  readonly people: readonly PersonNamed[];
}

export const meetingQuery = defineQuery({
  name: 'meeting',
  args: z.object({ meetingId: idShape }),
  seen: ({ meetingId }) => ({ kind: 'meeting', id: meetingId }),
  read: async ({ meetingId }, { reading, actor }): Promise<MeetingPage | null> => {
    const meeting = await reading.one('meeting', meetingId);
    const group = meeting === null ? null : await reading.one('group', meeting.body.groupId);
    if (meeting === null || group === null) return null;
    const where = { parent: meeting.id };
    const [names, agendaItems, decisions, papers, actions, entries, authority, chairs, policy, minutes] = await Promise.all([
      readNames(reading),
      reading.many('agenda-item', where, { by: 'number' }),
      reading.many('decision', where, { by: 'number' }),
      reading.many('paper', where),
      reading.count('action', where),
      reading.count('minute-entry', where),
      authorityOfChair(reading, meeting),
      appointmentsOf(reading, group.id, dayOf(meeting.body.startsAt)),
      policyShown(reading, meeting),
      reading.one('minutes', minutesIdOf(meeting.id)),
    ]);
    const run = runsGroup(actor, group.id) ? null : meetingBook.say('meeting/not-yours-to-run');
    const head = meetingHead(meeting, group, names);
    const agenda = agendaRows(meeting, agendaItems, decisions, names, run);
    const [paperList, attendance] = [paperRows(meeting, papers, names), attendanceRows(meeting, names)];
    return {
      ...head,
      agenda,
      papers: paperList,
      attendance,
      authority,
      policy,
      warnings:
        meeting.state === 'planned' ? meetingWarnings(group, { agenda, papers: paperList, attendance, authority, chair: head.chair }) : [],
      chairs: chairs
        .filter((one) => one.body.role === 'chair' || one.body.role === 'deputy-chair')
        .map((one) => ({ id: one.body.personId, name: names.of(one.body.personId), role: one.body.role })),
      counts: { decisions: decisions.length, actions, entries },
      signed:
        minutes === null
          ? null
          : {
              at: minutes.body.signedAt,
              by: names.of(minutes.body.signedById),
              sealHash: minutes.body.sealHash,
              copies: minutes.body.copies.length,
            },
      steps: stepsOf(meeting, agendaItems, run, actor.personId),
      people: names.serving,
    };
  },
});

function stepsOf(
  meeting: RecordOf<'meeting'>,
  agenda: readonly RecordOf<'agenda-item'>[],
  run: Refusal | null,
  personId: string,
): MeetingSteps {
  const planned = meeting.state === 'planned' ? null : meetingBook.say('meeting/not-planned');
  const open = meeting.state === 'planned' || meeting.state === 'live' ? null : meetingBook.say('meeting/over');
  const undecided = agenda.filter((item) => item.state === 'waiting' || item.state === 'open');
  const items = undecided
    .slice(0, 10)
    .map((item) => `${item.number}. ${item.body.title}`)
    .join('; ');
  const unclosable =
    meeting.state !== 'live'
      ? meetingBook.say('meeting/not-live')
      : undecided.length > 0
        ? meetingBook.say('meeting/items-undecided', { facts: { count: undecided.length, items } })
        : null;
  const finished = meeting.state === 'closed' || meeting.state === 'signed' ? null : meetingBook.say('meeting/step-not-in-order');
  return {
    run,
    changeAgenda: run ?? open ?? agendaFull(agenda),
    attachPapers: run ?? open,
    setAttendance: run ?? open,
    reschedule: run ?? planned,
    cancel: run ?? planned,
    start: run ?? planned,
    close: run ?? unclosable,
    sign: signingConcerns(meeting, personId)[0] ?? null,
    handOut: run ?? finished,
  };
}

/** The policy in force for the group on the day of the meeting, and when the next one is due after it (duties 63-65, 117). */
async function policyShown(reading: Reading, meeting: RecordOf<'meeting'>): Promise<MeetingPage['policy']> {
  const on = dayOf(meeting.body.startsAt);
  const policy = policyOn(await reading.many('tc-policy', { parent: meeting.body.groupId }), on);
  return policy === null
    ? null
    : { inWords: frequencyInWords(policy.body), reason: policy.body.reason, nextDueOn: nextMeetingDue(policy.body, on) };
}

export const meetingQueries = [meetingsQuery, meetingQuery, meetingConsoleQuery] as const;
