import type { Day } from '#shared/base/time.ts';
import { dayText } from '#shared/base/time-text.ts';
import { countsOn } from '#shared/domain/access/actor.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import type { Attendee } from './meeting.schema.ts';

type Appointment = RecordOf<'appointment'>;

/** The appointments of a group that count on a day. */
export async function appointmentsOf(reading: Reading, groupId: string, on: Day): Promise<readonly Appointment[]> {
  const given = await reading.many('appointment', { parent: groupId });
  return given.filter((appointment) => countsOn(appointment.body, on));
}

/** The order in which a group's roles are listed, and which role a person is listed under who holds several. */
const LISTING_ORDER = ['chair', 'deputy-chair', 'secretary', 'action-manager', 'member', 'partner-member', 'plan-owner'];
/** Ranks that count as senior for a strategic group (duty 66). */
const SENIOR = [
  'Chief Constable',
  'Deputy Chief Constable',
  'Assistant Chief Constable',
  'Commander',
  'Chief Superintendent',
  'Superintendent',
  'Detective Chief Superintendent',
  'Detective Superintendent',
  'Police staff',
];

/** Who is expected on the day, in order, from the appointments in force; each with its warning (duties 66-68, 118). */
export async function expectedAttendance(reading: Reading, group: RecordOf<'group'>, on: Day): Promise<readonly Attendee[]> {
  const appointments = await appointmentsOf(reading, group.id, on);
  const people = new Map(
    (await reading.some('person', [...new Set(appointments.map((one) => one.body.personId))])).map((person) => [person.id, person]),
  );
  const rank = (appointment: Appointment): number => {
    const place = LISTING_ORDER.indexOf(appointment.body.role);
    return place === -1 ? LISTING_ORDER.length : place;
  };
  const familyName = (appointment: Appointment): string => people.get(appointment.body.personId)?.body.familyName ?? '';
  const listed = new Map<string, Attendee>();
  for (const appointment of [...appointments].sort((a, b) => rank(a) - rank(b) || (familyName(a) < familyName(b) ? -1 : 1))) {
    const { personId, role, memberFunction } = appointment.body;
    const already = listed.get(personId);
    if (already !== undefined) {
      if (already.memberFunction === '' && memberFunction !== '') listed.set(personId, { ...already, memberFunction });
      continue;
    }
    const person = people.get(personId);
    if (person === undefined || !countsOn(person.body, on)) continue;
    listed.set(personId, {
      personId,
      role,
      memberFunction,
      status: 'expected',
      deputyId: '',
      note: '',
      warning: await attendanceWarning(reading, person, group, on),
    });
  }
  return [...listed.values()];
}

/** What is to be said before this person sits in the group on the day; empty when nothing is (duties 66, 67, 68). */
export async function attendanceWarning(reading: Reading, person: RecordOf<'person'>, group: RecordOf<'group'>, on: Day): Promise<string> {
  if (person.body.partnerAgencyId !== '') return partnerWarning(await reading.one('partner-agency', person.body.partnerAgencyId), on);
  if (group.body.groupType === 'stcg' && !SENIOR.includes(person.body.rank))
    return 'Not of senior rank, as members of a strategic group are.';
  return '';
}

/** What is to be said of a partner agency's consent and agreement on a day; empty when all is in order. */
export function partnerWarning(agency: RecordOf<'partner-agency'> | null, on: Day): string {
  if (agency === null) return 'The partner agency is not on record, so there is no consent.';
  const { name, policeConsent, partnerConsent, agreement } = agency.body;
  if (policeConsent === null && partnerConsent === null) return `Neither the police nor ${name} has recorded consent.`;
  if (policeConsent === null) return `Consent is one-sided: the police have not recorded theirs for ${name}.`;
  if (partnerConsent === null) return `Consent is one-sided: ${name} has not recorded its own.`;
  if (agreement === null) return `There is no information-sharing agreement with ${name}.`;
  if (agreement.to < on) return `The agreement with ${name} ended on ${dayText(agreement.to)}.`;
  if (agreement.from > on) return `The agreement with ${name} only begins on ${dayText(agreement.from)}.`;
  return '';
}

/** Everyone in the room: those present, and the deputies who sat in for someone. */
export function presentIds(attendance: readonly Attendee[]): ReadonlySet<string> {
  return new Set(
    attendance.flatMap((row) => [...(row.status === 'present' ? [row.personId] : []), ...(row.deputyId === '' ? [] : [row.deputyId])]),
  );
}
