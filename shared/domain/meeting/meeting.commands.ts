import { z } from 'zod';
import { MARKINGS, type RecordToWrite } from '#shared/contracts/record/record.ts';
import { type Result, ok, refused } from '#shared/base/result.ts';
import { dayShape, idShape, instantShape, maybeIdShape, maybeLineShape, typedProseShape } from '#shared/base/shapes.ts';
import { type Day, type Instant, dayOf } from '#shared/base/time.ts';
import { type Change, type CommandContext, type Decided, defineCommand } from '#shared/domain/kit/command.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { appointmentsOf, attendanceWarning, expectedAttendance, presentIds } from './attendance.ts';
import { agendaFor, agendaLate } from './build-agenda.ts';
import { runsGroup } from './meeting.policy.ts';
import { meetingBook, presidingConcerns } from './meeting.rules.ts';
import { ATTENDANCE_STATUSES, type Attendee, type MeetingBody } from './meeting.schema.ts';
import { rewritten } from './parts.ts';
import { refuseUnlessRunning } from './refuse-unless-running.ts';

type Meeting = RecordOf<'meeting'>;
const mayMeeting = (args: { readonly meetingId: string }, context: CommandContext) => refuseUnlessRunning(args.meetingId, context);
const done = (
  meetingId: string,
  changes: readonly Change[],
  facts: Readonly<Record<string, string | number | boolean>> = {},
): Result<Decided<{ readonly meetingId: string }>> =>
  ok({ changes, subject: { kind: 'meeting', id: meetingId }, facts, out: { meetingId } });

/** The meeting in the state it has to be in, or the refusal. */
async function meetingIn(state: 'planned' | 'live', meetingId: string, reading: Reading): Promise<Result<Meeting>> {
  const meeting = await reading.one('meeting', meetingId);
  if (meeting?.state === state) return ok(meeting);
  return refused(meetingBook.say(state === 'live' ? 'meeting/not-live' : 'meeting/not-planned'));
}

/** `TTCG-E/2026-11-24`, with a suffix when the group meets more than once that day. */
async function referenceFor(reading: Reading, group: RecordOf<'group'>, startsAt: Instant, exceptId: string): Promise<string> {
  const base = `${group.body.code}/${dayOf(startsAt)}`;
  const taken = new Set(
    (await reading.many('meeting', { scope: group.body.nodeId })).filter((one) => one.id !== exceptId).map((one) => one.body.reference),
  );
  for (let suffix = 1; ; suffix += 1) {
    const reference = suffix === 1 ? base : `${base}-${suffix}`;
    if (!taken.has(reference)) return reference;
  }
}

/** Whether the group's level runs the process on the day (duties 61, 62, 116). */
async function levelRuns(reading: Reading, group: RecordOf<'group'>, on: Day): Promise<boolean> {
  if (group.body.nodeType !== 'area') return true;
  const area = await reading.one('area', group.body.nodeId);
  const span = area?.body.spans.filter((one) => one.from <= on).at(-1);
  if (span === undefined || !span.inUse) return false;
  return group.body.groupType === 'stcg' ? span.runsStrategic : group.body.groupType === 'ttcg' ? span.runsTactical : true;
}

/** Puts a meeting on the calendar with its agenda, what is carried forward, and who is expected (duties 50, 63, 117). */
export const scheduleMeeting = defineCommand({
  name: 'meeting.schedule',
  args: z.object({
    groupId: idShape,
    startsAt: instantShape,
    minutesPlanned: z.int().min(5).max(1440).default(120),
    place: maybeLineShape(200).default(''),
    /** An interim review between two meetings (duty 65). */
    interim: z.boolean().default(false),
    marking: z.enum(MARKINGS).default('OFFICIAL-SENSITIVE'),
  }),
  may: async (args, { actor, reading }) => {
    const group = await reading.one('group', args.groupId);
    return group !== null && runsGroup(actor, group.id) ? null : meetingBook.say('meeting/group-not-yours');
  },
  decide: async (args, { reading, newId }) => {
    const group = await reading.one('group', args.groupId);
    if (group === null) return refused(meetingBook.say('meeting/group-not-yours'));
    const on = dayOf(args.startsAt);
    if (group.state !== 'in-use' || group.body.from > on || (group.body.to !== '' && group.body.to < on))
      return refused(meetingBook.say('meeting/group-closed', { field: 'groupId' }));
    if (!(await levelRuns(reading, group, on))) return refused(meetingBook.say('meeting/level-switched-off', { field: 'startsAt' }));
    const id = newId();
    const appointments = await appointmentsOf(reading, group.id, on);
    const holder = (role: string): string => appointments.find((one) => one.body.role === role)?.body.personId ?? '';
    const meeting: RecordToWrite<'meeting', MeetingBody> = {
      id,
      kind: 'meeting',
      scope: group.body.nodeId,
      marking: args.marking,
      handling: '',
      compartment: '',
      state: 'planned',
      owner: '',
      parent: '',
      number: 0,
      dueAt: '',
      sortAt: args.startsAt,
      body: {
        groupId: group.id,
        reference: await referenceFor(reading, group, args.startsAt, id),
        startsAt: args.startsAt,
        minutesPlanned: args.minutesPlanned,
        place: args.place,
        interim: args.interim,
        chairId: holder('chair'),
        chairIsDeputy: false,
        chairSubstitutedBecause: '',
        secretaryId: holder('secretary'),
        actionManagerId: holder('action-manager'),
        attendance: [...(await expectedAttendance(reading, group, on))],
        startedAt: '',
        closedAt: '',
        cancelledBecause: '',
        nextMeetingOn: '',
        closingNote: '',
      },
    };
    const { changes, items, carried } = await agendaFor(meeting, group, on, { reading, newId });
    return ok({
      changes: [{ put: meeting }, ...changes],
      subject: { kind: 'meeting', id },
      facts: { items, carried },
      out: { meetingId: id, reference: meeting.body.reference },
    });
  },
});

/** Moves a planned meeting to another time or place; its reference follows the day. */
export const rescheduleMeeting = defineCommand({
  name: 'meeting.reschedule',
  args: z.object({ meetingId: idShape, startsAt: instantShape, minutesPlanned: z.int().min(5).max(1440), place: maybeLineShape(200) }),
  may: mayMeeting,
  decide: async (args, { reading }) => {
    const found = await meetingIn('planned', args.meetingId, reading);
    if (!found.ok) return found;
    const group = await reading.one('group', found.value.body.groupId);
    if (group === null) return refused(meetingBook.say('meeting/group-closed'));
    if (!(await levelRuns(reading, group, dayOf(args.startsAt))))
      return refused(meetingBook.say('meeting/level-switched-off', { field: 'startsAt' }));
    const sameDay = dayOf(args.startsAt) === dayOf(found.value.body.startsAt);
    const reference = sameDay ? found.value.body.reference : await referenceFor(reading, group, args.startsAt, found.value.id);
    return done(args.meetingId, [
      {
        put: rewritten(found.value, {
          sortAt: args.startsAt,
          body: { startsAt: args.startsAt, minutesPlanned: args.minutesPlanned, place: args.place, reference },
        }),
      },
    ]);
  },
});

/** Calls a planned meeting off, with the reason. */
export const cancelMeeting = defineCommand({
  name: 'meeting.cancel',
  args: z.object({ meetingId: idShape, reason: maybeLineShape(1000) }),
  may: mayMeeting,
  decide: async (args, { reading }) => {
    const found = await meetingIn('planned', args.meetingId, reading);
    if (!found.ok) return found;
    if (args.reason === '') return refused(meetingBook.say('meeting/cancelled-without-reason', { field: 'reason' }));
    return done(args.meetingId, [{ put: rewritten(found.value, { state: 'cancelled', body: { cancelledBecause: args.reason } }) }]);
  },
});

/** Marks one person present, absent or with apologies, adds someone who was not expected, or names who sat in for whom (duties 66-68). */
export const setAttendance = defineCommand({
  name: 'meeting.set-attendance',
  args: z.object({
    meetingId: idShape,
    personId: idShape,
    status: z.enum(ATTENDANCE_STATUSES),
    deputyId: maybeIdShape.default(''),
    note: maybeLineShape(400).default(''),
  }),
  may: mayMeeting,
  decide: async (args, { reading }) => {
    const meeting = await reading.one('meeting', args.meetingId);
    if (meeting === null || (meeting.state !== 'planned' && meeting.state !== 'live')) return refused(meetingBook.say('meeting/over'));
    if (args.deputyId === args.personId) return refused(meetingBook.say('meeting/deputy-for-self', { field: 'deputyId' }));
    const [person, deputy, group] = await Promise.all([
      reading.one('person', args.personId),
      args.deputyId === '' ? null : reading.one('person', args.deputyId),
      reading.one('group', meeting.body.groupId),
    ]);
    if (person === null || group === null) return refused(meetingBook.say('meeting/person-unknown', { field: 'personId' }));
    if (args.deputyId !== '' && deputy === null) return refused(meetingBook.say('meeting/person-unknown', { field: 'deputyId' }));
    const before = meeting.body.attendance.find((row) => row.personId === args.personId);
    const sitting = deputy ?? person;
    const row: Attendee = {
      ...(before ?? { role: 'in-attendance', memberFunction: '' }),
      personId: args.personId,
      status: args.status,
      deputyId: args.deputyId,
      note: args.note,
      warning: await attendanceWarning(reading, sitting, group, dayOf(meeting.body.startsAt)),
    };
    const attendance =
      before === undefined
        ? [...meeting.body.attendance, row]
        : meeting.body.attendance.map((other) => (other.personId === args.personId ? row : other));
    if (attendance.length > 200) return refused(meetingBook.say('meeting/attendance-full'));
    return done(meeting.id, [{ put: rewritten(meeting, { body: { attendance } }) }]);
  },
});

/** Opens the session: who presides, who writes, and why it goes on in spite of a warning about a partner (duties 67, 68, 71, 72, 156). */
export const startMeeting = defineCommand({
  name: 'meeting.start',
  args: z.object({
    meetingId: idShape,
    chairId: maybeIdShape,
    /** Why the group's own chair does not preside; required when a deputy does. */
    chairSubstitutedBecause: maybeLineShape(400).default(''),
    secretaryId: maybeIdShape,
    actionManagerId: maybeIdShape.default(''),
    /** Why the meeting goes on with partners whose consent or agreement is not in order. */
    goOnBecause: maybeLineShape(200).default(''),
  }),
  may: mayMeeting,
  decide: async (args, { reading, now, newId }) => {
    const found = await meetingIn('planned', args.meetingId, reading);
    if (!found.ok) return found;
    const meeting = found.value;
    const group = await reading.one('group', meeting.body.groupId);
    if (group === null) return refused(meetingBook.say('meeting/group-closed'));
    const chairRoles = (await appointmentsOf(reading, group.id, dayOf(now)))
      .filter((one) => one.body.personId === args.chairId)
      .map((one) => one.body.role);
    const substituted = !chairRoles.includes('chair');
    const warned = await warnedPartners(reading, meeting, group, dayOf(now));
    const attendance = meeting.body.attendance.map((row): Attendee => {
      const warning = warned.find((one) => one.row.personId === row.personId)?.warning;
      return warning === undefined ? row : { ...row, warning: `${warning} Went on because: ${args.goOnBecause}`.slice(0, 400) };
    });
    const put = rewritten(meeting, {
      state: 'live',
      body: {
        chairId: args.chairId,
        chairIsDeputy: substituted,
        chairSubstitutedBecause: substituted ? args.chairSubstitutedBecause : '',
        secretaryId: args.secretaryId,
        actionManagerId: args.actionManagerId === '' ? meeting.body.actionManagerId : args.actionManagerId,
        attendance,
        startedAt: now,
      },
    });
    const refusals = [...presidingConcerns(put.body, chairRoles)];
    if (warned.length > 0 && args.goOnBecause === '') {
      refusals.push(
        meetingBook.say('meeting/partner-warning-unanswered', {
          field: 'goOnBecause',
          facts: { names: warned.map((one) => `${one.name} – ${one.warning}`).join(' ') },
        }),
      );
    }
    const [first, ...rest] = refusals;
    if (first !== undefined) return refused(first, ...rest);
    const late = await agendaLate(meeting, group, dayOf(now), { reading, newId });
    return done(meeting.id, [{ put }, ...late.changes], { substituted, carriedLate: late.carried });
  },
});

/** Partners marked present, or sitting in for someone present, whose consent or agreement is not in order on the day. */
async function warnedPartners(
  reading: Reading,
  meeting: Meeting,
  group: RecordOf<'group'>,
  on: Day,
): Promise<readonly { readonly row: Attendee; readonly name: string; readonly warning: string }[]> {
  const warned: { row: Attendee; name: string; warning: string }[] = [];
  for (const row of meeting.body.attendance) {
    const sittingId = row.deputyId !== '' ? row.deputyId : row.status === 'present' ? row.personId : '';
    const person = sittingId === '' ? null : await reading.one('person', sittingId);
    if (person === null || person.body.partnerAgencyId === '') continue;
    const warning = await attendanceWarning(reading, person, group, on);
    if (warning !== '') warned.push({ row, name: `${person.body.givenName} ${person.body.familyName}`, warning });
  }
  return warned;
}

/** Ends the session. Refused, naming them, while any item lacks its outcome (duty 121). */
export const closeMeeting = defineCommand({
  name: 'meeting.close',
  args: z.object({
    meetingId: idShape,
    nextMeetingOn: z.union([z.literal(''), dayShape]).default(''),
    closingNote: typedProseShape(4000).default(''),
  }),
  may: mayMeeting,
  decide: async (args, { reading, now }) => {
    const found = await meetingIn('live', args.meetingId, reading);
    if (!found.ok) return found;
    return done(
      args.meetingId,
      [
        {
          put: rewritten(found.value, {
            state: 'closed',
            body: { closedAt: now, nextMeetingOn: args.nextMeetingOn, closingNote: args.closingNote },
          }),
        },
      ],
      {
        present: presentIds(found.value.body.attendance).size,
      },
    );
  },
});

export const meetingCommands = [scheduleMeeting, rescheduleMeeting, cancelMeeting, setAttendance, startMeeting, closeMeeting] as const;
