import { addDays, type Day } from '#shared/base/time.ts';
import { countsOn } from '#shared/domain/access/actor.ts';
import type { AppointmentBody, Role } from '#shared/domain/appointment/appointment.schema.ts';
import { ROLE_NAMES } from '#shared/domain/appointment/role-names.ts';
import { theForce } from '#shared/domain/force/force.rules.ts';
import { lastSpan, type Span, spanOn } from '#shared/domain/force/spans.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { displayName, rankAndName } from '#shared/domain/person/person-name.ts';

/** Every record of the organisation at once: a few hundred, so views and gaps are worked out from plain lists. */
export interface Organisation {
  readonly force: RecordOf<'force'> | null;
  readonly areas: readonly RecordOf<'area'>[];
  readonly units: readonly RecordOf<'unit'>[];
  readonly people: ReadonlyMap<string, RecordOf<'person'>>;
  readonly appointments: readonly RecordOf<'appointment'>[];
  readonly agencies: ReadonlyMap<string, RecordOf<'partner-agency'>>;
  readonly groups: readonly RecordOf<'group'>[];
  readonly policies: readonly RecordOf<'tc-policy'>[];
}

/** Reads the whole organisation. */
export async function readOrganisation(reading: Reading): Promise<Organisation> {
  const [force, areas, units, people, appointments, agencies, groups, policies] = await Promise.all([
    theForce(reading),
    reading.many('area'),
    reading.many('unit'),
    reading.many('person'),
    reading.many('appointment'),
    reading.many('partner-agency'),
    reading.many('group'),
    reading.many('tc-policy'),
  ]);
  const byId = <One extends { readonly id: string }>(records: readonly One[]): ReadonlyMap<string, One> =>
    new Map(records.map((record) => [record.id, record]));
  return { force, areas, units, people: byId(people), appointments, agencies: byId(agencies), groups, policies };
}

/** The appointments that count on a day and whose holder is serving then. */
export function heldOn(organisation: Organisation, on: Day): readonly RecordOf<'appointment'>[] {
  return organisation.appointments.filter(({ body }) => {
    const holder = organisation.people.get(body.personId);
    return countsOn(body, on) && holder !== undefined && countsOn(holder.body, on);
  });
}

/** The first day nobody held a role in a place any more; empty when nobody ever did. */
export function vacantSince(organisation: Organisation, on: Day, role: Role, scopeId = ''): Day | '' {
  const over = organisation.appointments
    .filter(({ body }) => body.role === role && body.deputyForId === '' && (scopeId === '' || body.scopeId === scopeId))
    .flatMap(({ body }) => {
      const left = organisation.people.get(body.personId)?.body.to ?? '';
      const ended = [body.to, left].filter((day): day is Day => day !== '').sort()[0];
      return ended !== undefined && ended < on ? [ended] : [];
    });
  const last = over.sort().at(-1);
  return last === undefined ? '' : addDays(last, 1);
}

/** What a force, area, unit or group was called on a day; its first name before that. */
export function placeName(organisation: Organisation, scopeType: AppointmentBody['scopeType'], scopeId: string, on: Day): string {
  const places: readonly { readonly id: string; readonly body: { readonly spans: readonly (Span & { readonly name: string })[] } }[] =
    scopeType === 'area' ? organisation.areas : scopeType === 'unit' ? organisation.units : [];
  const spans = places.find((one) => one.id === scopeId)?.body.spans;
  if (spans !== undefined) return (spanOn(spans, on) ?? lastSpan(spans)).name;
  if (scopeType === 'group') return organisation.groups.find((one) => one.id === scopeId)?.body.name ?? '';
  return organisation.force?.id === scopeId ? organisation.force.body.name : '';
}

/** Someone as lists name them. */
export interface PersonTag {
  readonly id: string;
  /** `Inspector Ann Bell`. */
  readonly name: string;
  /** `Inspector Ann Bell (chair)`. */
  readonly label: string;
  readonly appointmentId: string;
  /** Of a deputy, whom they stand in for is another's appointment. */
  readonly deputy: boolean;
}

/** Who holds a role in a place, from appointments already narrowed to a day; principals before deputies. */
export function holdersOf(
  organisation: Organisation,
  held: readonly RecordOf<'appointment'>[],
  scopeId: string,
  ...roles: readonly Role[]
): readonly PersonTag[] {
  return held
    .filter(({ body }) => body.scopeId === scopeId && roles.includes(body.role))
    .flatMap((appointment) => {
      const person = organisation.people.get(appointment.body.personId);
      if (person === undefined) return [];
      const role = ROLE_NAMES[appointment.body.role];
      const deputy = appointment.body.deputyForId !== '' || appointment.body.role === 'deputy-chair';
      return [
        { id: person.id, name: rankAndName(person.body), label: displayName(person.body, role), appointmentId: appointment.id, deputy },
      ];
    })
    .sort((a, b) => Number(a.deputy) - Number(b.deputy));
}
