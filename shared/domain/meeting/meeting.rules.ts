import { refusalBook } from '#shared/base/refusal.ts';
import type { Refusal } from '#shared/base/result.ts';
import { dayOf } from '#shared/base/time.ts';
import { canonicalJson } from '#shared/base/canonical.ts';
import { type Step, defineNoun } from '#shared/domain/kit/noun.ts';
import { minutesIdOf } from '#shared/domain/minutes/minutes.schema.ts';
import { appointmentsOf, presentIds } from './attendance.ts';
import { meetingSideAccess } from './meeting.policy.ts';
import { MEETING_STATES, type MeetingBody, meetingBody } from './meeting.schema.ts';

export const meetingBook = refusalBook({
  'meeting/not-yours-to-run': {
    duties: [54, 71],
    message: 'There is no such meeting, or you are not its chair, a deputy chair or its secretary.',
    remedy: 'Ask the group’s secretary, or ask an administrator for the appointment.',
  },
  'meeting/group-not-yours': {
    duties: [63, 117],
    message: 'There is no such group, or you are not its chair, a deputy chair or its secretary.',
    remedy: 'Ask the group’s secretary, or ask an administrator for the appointment.',
  },
  'meeting/group-closed': {
    duties: [60, 116],
    message: 'The group is no longer in use, so it cannot meet.',
    remedy: 'Choose a group that is in use.',
  },
  'meeting/level-switched-off': {
    duties: [61, 62, 116],
    message: 'This level does not run the tasking and co-ordination process on that day.',
    remedy: 'Switch the process on for the area under Force, or hold the meeting at force level.',
  },
  'meeting/never-erased': {
    duties: [54, 122],
    message: 'A meeting is never erased.',
    remedy: 'Cancel it with the reason while it is planned.',
  },
  'meeting/begins-planned': { duties: [54], message: 'A meeting begins as planned.', remedy: 'Schedule it first.' },
  'meeting/not-planned': { duties: [54], message: 'This can only be done while the meeting is planned.', remedy: '' },
  'meeting/not-live': {
    duties: [54, 121],
    message: 'The meeting is not in session, so nothing can be recorded in it.',
    remedy: 'Start the meeting first. After it is closed, record a correction in the next meeting.',
  },
  'meeting/over': {
    duties: [54, 81],
    message: 'The meeting is over. Its record does not change any more.',
    remedy: 'Put what is missing on the agenda of the next meeting.',
  },
  'meeting/step-not-in-order': {
    duties: [54],
    message: 'A meeting goes from planned to in session to closed to signed, or from planned to cancelled.',
    remedy: '',
  },
  'meeting/fixed-once-begun': {
    duties: [54, 81],
    message: 'What identifies the meeting, and who presides and records, cannot change once it has begun.',
    remedy: '',
  },
  'meeting/cancelled-without-reason': {
    duties: [54],
    message: 'A meeting is cancelled with a reason.',
    remedy: 'Say why it does not take place.',
  },
  'meeting/chair-not-named': { duties: [71, 156], message: 'The meeting cannot start without a chair.', remedy: 'Say who presides.' },
  'meeting/chair-not-present': {
    duties: [71, 156],
    message: 'The person named to preside is not marked present.',
    remedy: 'Mark the chair present, or name who presides instead.',
  },
  'meeting/chair-not-appointed': {
    duties: [71, 72],
    message: 'The person named to preside is neither chair nor deputy chair of the group on the day.',
    remedy: 'Name the chair or a deputy chair, or have the appointment made.',
  },
  'meeting/chair-substituted-without-reason': {
    duties: [72],
    message: 'A deputy presides: the record must say why the chair does not.',
    remedy: 'Give the reason for the substitution.',
  },
  'meeting/secretary-not-named': {
    duties: [54, 81],
    message: 'The meeting cannot start without someone who writes the record.',
    remedy: 'Say who is the secretary today.',
  },
  'meeting/secretary-not-present': {
    duties: [54],
    message: 'The person named as secretary is not marked present.',
    remedy: 'Mark them present, or name someone who is.',
  },
  'meeting/partner-warning-unanswered': {
    duties: [67, 68],
    message: 'A partner is marked present although their consent or agreement is not in order: {names}.',
    remedy: 'Mark them as not present, put the consent or agreement in order, or say why the meeting goes on with them.',
  },
  'meeting/items-undecided': {
    duties: [121],
    message: 'The meeting cannot close: {count} agenda item(s) have neither a decision, nor “no decision”, nor “deferred”: {items}.',
    remedy: 'Conclude each of them, with the reason where there is no decision.',
  },
  'meeting/signed-only-with-minutes': {
    duties: [81],
    message: 'A meeting becomes signed only by the signature on its minutes.',
    remedy: 'Have the chair sign the minutes.',
  },
  'meeting/person-unknown': { duties: [123], message: 'There is no such person in the force.', remedy: 'Choose someone from the list.' },
  'meeting/deputy-for-self': { duties: [66], message: 'Nobody deputises for themselves.', remedy: 'Name someone else, or leave it empty.' },
  'meeting/attendance-full': {
    duties: [66],
    message: 'The attendance list holds at most 200 people.',
    remedy: 'Record further visitors in a note.',
  },
  'meeting/presiding-cannot-leave': {
    duties: [71, 156],
    message: 'The chair who presides and the secretary stay marked present while the meeting is in session.',
    remedy: 'Close the meeting, or record in a note when they left the room.',
  },
});

/** Whether two values are the same once written down. */
export function same(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b);
}

const IDENTITY = ['groupId', 'reference', 'startsAt', 'interim', 'minutesPlanned'] as const;
const PRESIDING = ['chairId', 'chairIsDeputy', 'chairSubstitutedBecause', 'secretaryId', 'actionManagerId', 'startedAt'] as const;
const differs = (keys: readonly (keyof MeetingBody)[], a: MeetingBody, b: MeetingBody): boolean =>
  keys.some((key) => !same(a[key], b[key]));

async function checkMeeting({ before, after, reading }: Step<'meeting', MeetingBody>): Promise<readonly Refusal[]> {
  if (after === null) return [meetingBook.say('meeting/never-erased')];
  if (before === null)
    return after.state === 'planned' && after.body.startedAt === '' && after.body.closedAt === ''
      ? []
      : [meetingBook.say('meeting/begins-planned')];
  const step = `${before.state}>${after.state}`;
  const envelope = ['scope', 'marking', 'parent', 'number', 'compartment'] as const;
  if (before.body.groupId !== after.body.groupId || envelope.some((key) => before[key] !== after[key]))
    return [meetingBook.say('meeting/fixed-once-begun')];
  switch (step) {
    case 'planned>planned':
      return differs(['startedAt', 'closedAt'], before.body, after.body) ? [meetingBook.say('meeting/step-not-in-order')] : [];
    case 'planned>cancelled':
      return after.body.cancelledBecause === '' ? [meetingBook.say('meeting/cancelled-without-reason', { field: 'reason' })] : [];
    case 'planned>live': {
      if (differs(IDENTITY, before.body, after.body)) return [meetingBook.say('meeting/fixed-once-begun')];
      return presidingConcerns(after.body, await chairingAppointments(reading, after.body));
    }
    case 'live>live': {
      if (differs([...IDENTITY, ...PRESIDING, 'closedAt'], before.body, after.body)) return [meetingBook.say('meeting/fixed-once-begun')];
      const there = presentIds(after.body.attendance);
      return there.has(after.body.chairId) && there.has(after.body.secretaryId) ? [] : [meetingBook.say('meeting/presiding-cannot-leave')];
    }
    case 'live>closed': {
      if (differs([...IDENTITY, ...PRESIDING, 'attendance'], before.body, after.body)) return [meetingBook.say('meeting/fixed-once-begun')];
      const undecided = await reading.many('agenda-item', { parent: after.id, state: ['waiting', 'open'] }, { by: 'number' });
      if (undecided.length === 0) return after.body.closedAt === '' ? [meetingBook.say('meeting/step-not-in-order')] : [];
      const named = undecided.slice(0, 10).map((item) => `${item.number}. ${item.body.title}`);
      const items = `${named.join('; ')}${undecided.length > named.length ? '; and others' : ''}`;
      return [meetingBook.say('meeting/items-undecided', { facts: { count: undecided.length, items } })];
    }
    case 'closed>signed': {
      if (!same(before.body, after.body)) return [meetingBook.say('meeting/over')];
      const minutes = await reading.one('minutes', minutesIdOf(after.id));
      return minutes !== null && minutes.body.signedById === after.body.chairId
        ? []
        : [meetingBook.say('meeting/signed-only-with-minutes')];
    }
    default:
      return [meetingBook.say(['closed', 'signed', 'cancelled'].includes(before.state) ? 'meeting/over' : 'meeting/step-not-in-order')];
  }
}

/** The roles in the group, on the day of the meeting, of whoever is named to preside. */
async function chairingAppointments(reading: Step<'meeting', MeetingBody>['reading'], meeting: MeetingBody): Promise<readonly string[]> {
  const appointments = await appointmentsOf(
    reading,
    meeting.groupId,
    dayOf(meeting.startedAt === '' ? meeting.startsAt : meeting.startedAt),
  );
  return appointments.filter((one) => one.body.personId === meeting.chairId).map((one) => one.body.role);
}

/** Everything that stands in the way of starting with these people (duties 71, 72, 156); `chairRoles` are the roles the named chair holds in the group. */
export function presidingConcerns(meeting: MeetingBody, chairRoles: readonly string[]): readonly Refusal[] {
  const refusals: Refusal[] = [];
  const there = presentIds(meeting.attendance);
  if (meeting.chairId === '') refusals.push(meetingBook.say('meeting/chair-not-named', { field: 'chairId' }));
  else if (!there.has(meeting.chairId)) refusals.push(meetingBook.say('meeting/chair-not-present', { field: 'chairId' }));
  else if (!chairRoles.includes('chair') && !chairRoles.includes('deputy-chair'))
    refusals.push(meetingBook.say('meeting/chair-not-appointed', { field: 'chairId' }));
  else if (!chairRoles.includes('chair') && (meeting.chairSubstitutedBecause === '' || !meeting.chairIsDeputy)) {
    refusals.push(meetingBook.say('meeting/chair-substituted-without-reason', { field: 'chairSubstitutedBecause' }));
  }
  if (meeting.secretaryId === '') refusals.push(meetingBook.say('meeting/secretary-not-named', { field: 'secretaryId' }));
  else if (!there.has(meeting.secretaryId)) refusals.push(meetingBook.say('meeting/secretary-not-present', { field: 'secretaryId' }));
  return refusals;
}

export const meeting = defineNoun({
  kind: 'meeting',
  shape: 1,
  body: meetingBody,
  states: MEETING_STATES,
  keepsVersions: true,
  accessOf: (record) => meetingSideAccess(record, record.body.groupId),
  check: checkMeeting,
  searchWeight: 1.2,
  searchText: ({ body }) => ({ title: body.reference, text: [body.place, body.closingNote, body.cancelledBecause].join('\n') }),
});
