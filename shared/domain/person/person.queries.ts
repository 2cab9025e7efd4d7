import { z } from 'zod';
import { dayShape, idShape } from '#shared/base/shapes.ts';
import { dayOf } from '#shared/base/time.ts';
import { countsOn } from '#shared/domain/access/actor.ts';
import { appointmentsOn } from '#shared/domain/appointment/appointment-days.ts';
import type { AppointmentBody } from '#shared/domain/appointment/appointment.schema.ts';
import { ROLE_NAMES } from '#shared/domain/appointment/role-names.ts';
import { heldOn, type Organisation, placeName, readOrganisation } from '#shared/domain/governance/organisation.ts';
import { defineQuery } from '#shared/domain/kit/query.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { displayName, rankAndName } from './person-name.ts';
import { personBook } from './person.rules.ts';
import { RANKS } from './person.schema.ts';

/** A role as the directory lists it. */
export interface RoleLine {
  readonly id: string;
  readonly role: AppointmentBody['role'];
  readonly scopeType: AppointmentBody['scopeType'];
  readonly scopeId: string;
  /** What the place is called; of a group its code. */
  readonly place: string;
  readonly deputy: boolean;
}

const NOT_DONE = ['open', 'in-progress', 'blocked', 'claimed'];

/** Everyone of the force and its partners as at a day, with the roles they hold (duties 10-15). */
export const peopleQuery = defineQuery({
  name: 'people',
  args: z.object({ asAt: dayShape }),
  read: async ({ asAt }, { reading }) => {
    const organisation = await readOrganisation(reading);
    const held = heldOn(organisation, asAt);
    const accounts = new Map(
      (await reading.many('account', { state: 'open' })).map((account) => [account.body.personId, account.body.signInName]),
    );
    const roles = new Map<string, RoleLine[]>();
    for (const appointment of held) {
      const { personId, role, scopeType, scopeId, deputyForId } = appointment.body;
      const group = scopeType === 'group' ? organisation.groups.find((one) => one.id === scopeId) : undefined;
      const line = {
        id: appointment.id,
        role,
        scopeType,
        scopeId,
        place: group?.body.code ?? placeName(organisation, scopeType, scopeId, asAt),
        deputy: deputyForId !== '',
      };
      roles.set(personId, [...(roles.get(personId) ?? []), line]);
    }
    const rows = [...organisation.people.values()].map((person) => ({
      id: person.id,
      name: rankAndName(person.body),
      givenName: person.body.givenName,
      familyName: person.body.familyName,
      rank: person.body.rank,
      rankOrder: RANKS.indexOf(person.body.rank),
      serviceNumber: person.body.serviceNumber,
      jobTitle: person.body.jobTitle,
      unit: person.body.unitId === '' ? '' : placeName(organisation, 'unit', person.body.unitId, asAt),
      agency: organisation.agencies.get(person.body.partnerAgencyId)?.body.name ?? '',
      clearance: person.body.clearance,
      roles: roles.get(person.id) ?? [],
      signInName: accounts.get(person.id) ?? '',
      from: person.body.from,
      to: person.body.to,
      standing: countsOn(person.body, asAt) ? ('serving' as const) : person.body.from > asAt ? ('not-yet' as const) : ('left' as const),
    }));
    return { asAt, rows };
  },
});

/** One person: particulars, every appointment ever held, what they answer for, and whether they can sign in (duties 1, 7). */
export const personQuery = defineQuery({
  name: 'person',
  args: z.object({ personId: idShape }),
  followsClock: true,
  read: async ({ personId }, { reading, now }) => {
    const organisation = await readOrganisation(reading);
    const person = organisation.people.get(personId);
    if (person === undefined) return { found: false as const, refusal: personBook.say('person/unknown') };
    const today = dayOf(now);
    const account = (await reading.many('account', { owner: personId, state: 'open' }))[0] ?? null;
    const actions = (await reading.many('action', { owner: personId, state: NOT_DONE })).map((action) => ({
      id: action.id,
      reference: action.body.reference,
      dueOn: action.dueAt,
    }));
    const appointments = organisation.appointments
      .filter((one) => one.body.personId === personId)
      .sort((a, b) => (a.body.from < b.body.from ? 1 : -1))
      .map((one) => appointmentLine(organisation, one, today));
    const { body } = person;
    return {
      found: true as const,
      id: person.id,
      name: rankAndName(body),
      particulars: {
        givenName: body.givenName,
        familyName: body.familyName,
        rank: body.rank,
        serviceNumber: body.serviceNumber,
        jobTitle: body.jobTitle,
        partnerAgencyId: body.partnerAgencyId,
        unitId: body.unitId,
        email: body.email,
        telephone: body.telephone,
        clearance: body.clearance,
        from: body.from,
        to: body.to,
      },
      unit: body.unitId === '' ? '' : placeName(organisation, 'unit', body.unitId, today),
      agency: organisation.agencies.get(body.partnerAgencyId)?.body.name ?? '',
      standing: countsOn(body, today) ? ('serving' as const) : body.from > today ? ('not-yet' as const) : ('left' as const),
      appointments,
      actions,
      account: account === null ? null : { id: account.id, signInName: account.body.signInName, openedAt: account.body.openedAt },
    };
  },
});

function appointmentLine(organisation: Organisation, { id, body }: RecordOf<'appointment'>, today: ReturnType<typeof dayOf>) {
  const principal = organisation.appointments.find((one) => one.id === body.deputyForId);
  const nameOf = (personId: string): string => {
    const found = organisation.people.get(personId);
    return found === undefined ? '' : rankAndName(found.body);
  };
  return {
    id,
    role: body.role,
    scopeType: body.scopeType,
    scopeId: body.scopeId,
    place: placeName(organisation, body.scopeType, body.scopeId, today),
    from: body.from,
    to: body.to,
    standing: countsOn(body, today) ? ('held' as const) : body.from > today ? ('coming' as const) : ('over' as const),
    memberFunction: body.memberFunction,
    deputyFor: principal === undefined ? '' : nameOf(principal.body.personId),
    responsibilities: body.responsibilities,
    authority: body.authority,
    delegation: body.delegation,
    delegatedBy: nameOf(body.delegatedById),
    rankWhenGiven: body.rankWhenGiven ?? '',
    reason: body.reason,
    givenBy: body.givenBy,
    endedBecause: body.endedBecause,
  };
}

/** The roles a person is introduced by, most telling first. */
const INTRODUCED_BY: readonly AppointmentBody['role'][] = [
  'chief-officer-lead',
  'director-of-intelligence',
  'intelligence-manager',
  'principal-analyst',
  'unit-head',
  'analyst',
  'intelligence-officer',
  'researcher',
  'chair',
  'secretary',
  'action-manager',
  'deputy-chair',
  'administrator',
  'auditor',
  'information-security-officer',
];

/** A light list for pickers: who is serving today, by family name. */
export const peopleToChooseQuery = defineQuery({
  name: 'people-to-choose',
  args: z.object({}),
  followsClock: true,
  read: async (_args, { reading, now }) => {
    const organisation = await readOrganisation(reading);
    const today = dayOf(now);
    const held = appointmentsOn(organisation.appointments, today);
    const rows = [...organisation.people.values()]
      .filter((person) => countsOn(person.body, today))
      .map((person) => {
        const roles = held
          .filter(({ body }) => body.personId === person.id)
          .map(({ body }) => ({ role: body.role, scopeType: body.scopeType, scopeId: body.scopeId }));
        const telling = INTRODUCED_BY.find((role) => roles.some((one) => one.role === role));
        const agency = organisation.agencies.get(person.body.partnerAgencyId)?.body.name ?? '';
        const described = agency !== '' ? agency : telling === undefined ? person.body.jobTitle : ROLE_NAMES[telling];
        return {
          id: person.id,
          name: rankAndName(person.body),
          label: displayName(person.body, described),
          rank: person.body.rank,
          serviceNumber: person.body.serviceNumber,
          unit: person.body.unitId === '' ? '' : placeName(organisation, 'unit', person.body.unitId, today),
          agency,
          partner: person.body.partnerAgencyId !== '',
          clearance: person.body.clearance,
          roles,
        };
      });
    return { rows };
  },
});

export const personQueries = [peopleQuery, personQuery, peopleToChooseQuery] as const;
