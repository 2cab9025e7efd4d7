import type { Day } from '#shared/base/time.ts';
import type { AppointmentBody } from '#shared/domain/appointment/appointment.schema.ts';
import type { PersonBody } from '#shared/domain/person/person.schema.ts';
import type { Actor, RoleHeld } from './access.ts';

/** As much of a person's record as deciding who they are needs. */
export interface PersonForActor {
  readonly id: string;
  readonly body: Pick<PersonBody, 'givenName' | 'familyName' | 'clearance' | 'partnerAgencyId' | 'unitId'>;
}

/** As much of an appointment's record as deciding what it gives needs. */
export interface AppointmentForActor {
  readonly id: string;
  readonly body: Pick<AppointmentBody, 'personId' | 'role' | 'scopeType' | 'scopeId' | 'from' | 'to'>;
}

/** What everyone of the police service is; people of a partner agency are `agency:<id>` instead. */
export const POLICE = 'police';

/** Whether an appointment, a membership or a service counts on a day: both its first and its last day do. */
export function countsOn(span: { readonly from: string; readonly to: string }, on: Day): boolean {
  return span.from <= on && (span.to === '' || span.to >= on);
}

/**
 * Who a person is on a day: their principals and the roles they hold, from the appointments that count that day.
 * Appointments of other people are passed over, so a whole list may be handed in.
 */
export function actorFrom(person: PersonForActor, appointments: readonly AppointmentForActor[], today: Day): Actor {
  const held = appointments.filter((one) => one.body.personId === person.id && countsOn(one.body, today));
  const principals = new Set([
    `person:${person.id}`,
    person.body.partnerAgencyId === '' ? POLICE : `agency:${person.body.partnerAgencyId}`,
  ]);
  if (person.body.unitId !== '') principals.add(`unit:${person.body.unitId}`);
  for (const { body } of held) {
    principals.add(`role:${body.role}@${body.scopeId}`);
    if (body.scopeType === 'force') principals.add(`role:${body.role}`);
    else principals.add(`${body.scopeType}:${body.scopeId}`);
  }
  return {
    personId: person.id,
    name: `${person.body.givenName} ${person.body.familyName}`,
    clearance: person.body.clearance,
    principals: [...principals].sort(),
    roles: held
      .map(({ id, body }): RoleHeld => ({ role: body.role, scopeType: body.scopeType, scopeId: body.scopeId, appointmentId: id }))
      .sort((a, b) => (a.appointmentId < b.appointmentId ? -1 : 1)),
    partner: person.body.partnerAgencyId !== '',
  };
}

/** Whether two readings of who a person is allow exactly the same. */
export function sameActor(a: Actor, b: Actor): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
