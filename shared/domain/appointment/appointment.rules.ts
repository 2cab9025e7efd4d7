import { refusalBook } from '#shared/base/refusal.ts';
import type { Refusal } from '#shared/base/result.ts';
import { dayOf } from '#shared/base/time.ts';
import { dayText } from '#shared/base/time-text.ts';
import { organisationAccess } from '#shared/domain/force/organisation-record.ts';
import { defineNoun, type Step } from '#shared/domain/kit/noun.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { isChiefOfficer } from '#shared/domain/person/rank.ts';
import { rankAndName } from '#shared/domain/person/person-name.ts';
import { APPOINTMENT_STATES, appointmentBody, type AppointmentBody } from './appointment.schema.ts';
import { administratorsRunOut, isLiveOrComing, shareADay } from './appointment-days.ts';
import { ROLE_NAMES } from './role-names.ts';
import { canDeputise, isOneAtATime, isOpenToPartners, ROLE_SCOPES } from './role-rules.ts';
import { scopeAt } from './scope-at.ts';

export const appointmentBook = refusalBook({
  'appointment/unknown': { duties: [7], message: 'There is no such appointment.', remedy: '' },
  'appointment/kept': {
    duties: [1, 7],
    message: 'An appointment is ended, never removed: who held which role must stay readable.',
    remedy: 'End it instead.',
  },
  'appointment/fixed': {
    duties: [1, 7],
    message: 'An appointment is not rewritten: only its end can be set.',
    remedy: 'End it and give a new one.',
  },
  'appointment/over': {
    duties: [7],
    message: 'This appointment was over on {to}; its days are history.',
    remedy: 'Give a new appointment.',
  },
  'appointment/filed-wrongly': { duties: [7], message: 'An appointment is filed under the person and the place it names.', remedy: '' },
  'appointment/days-out-of-order': {
    duties: [7],
    message: 'The last day cannot be before the first ({from}).',
    remedy: 'Choose a later last day.',
  },
  'appointment/person-unknown': {
    duties: [7],
    message: 'There is no such person.',
    remedy: 'Choose one from the directory, or add the person first.',
  },
  'appointment/outside-service': { duties: [7], message: '{name} is not serving on {on}.', remedy: 'Choose days within their service.' },
  'appointment/scope-not-for-role': {
    duties: [10, 50],
    message: 'Nobody can be {role} of a {scope}.',
    remedy: 'Choose another place or another role.',
  },
  'appointment/scope-unknown': {
    duties: [7],
    message: 'The place of this appointment does not exist.',
    remedy: 'Choose it from the structure or the groups.',
  },
  'appointment/scope-not-in-use': { duties: [7], message: '{place} is not in use on {on}.', remedy: 'Choose a day on which it is.' },
  'appointment/needs-chief-officer-rank': {
    duties: [1],
    message: 'The chief-officer lead must be of chief officer rank. {name} is {rank}, below Assistant Chief Constable and Commander.',
    remedy: 'Choose a Chief Constable, Deputy Chief Constable, Assistant Chief Constable or Commander.',
  },
  'appointment/responsibility-only-for-lead': {
    duties: [2, 3],
    message: 'Only the chief-officer lead carries these responsibilities.',
    remedy: 'Leave them empty.',
  },
  'appointment/responsibility-taken': {
    duties: [2, 3],
    message: '{name} already carries this responsibility on some of these days.',
    remedy: 'End that appointment first, or choose other days.',
  },
  'appointment/already-held': {
    duties: [7],
    message: '{name} already is {role} here on some of these days.',
    remedy: 'Choose other days, or end the first.',
  },
  'appointment/role-taken': {
    duties: [71, 124],
    message: 'There is one {role} at a time, and {name} is on some of these days.',
    remedy: 'End that appointment first, choose other days, or name a deputy.',
  },
  'appointment/police-role': {
    duties: [67, 119],
    message: 'Someone of a partner agency cannot be {role}.',
    remedy: 'Appoint them as partner member.',
  },
  'appointment/partner-only': {
    duties: [67],
    message: 'Only someone of a partner agency is a partner member.',
    remedy: 'Appoint them as member.',
  },
  'appointment/consent-one-sided': {
    duties: [67, 68, 119],
    message: '{agency} can be a member only while the police and the agency have both consented. {missing} not consented by {on}.',
    remedy: 'Record the missing consent on the agency, with its day.',
  },
  'appointment/agency-closed': { duties: [67], message: '{agency} is closed.', remedy: 'Choose someone of an agency in use.' },
  'appointment/needs-authority': {
    duties: [71, 120],
    message: 'A group is chaired by someone with authority over its resources.',
    remedy: 'Write down which resources and decisions the chair has authority over.',
  },
  'appointment/needs-delegation': {
    duties: [124],
    message: 'An action manager acts with the authority of the chair.',
    remedy: 'Write down what the chair delegates, and name the chair who delegated it.',
  },
  'appointment/delegated-by-chair-only': {
    duties: [124],
    message: 'On {on} the person who delegated is not the chair of this group.',
    remedy: 'Have the chair delegate, or choose another day.',
  },
  'appointment/needs-function': {
    duties: [66, 118],
    message: 'A member brings a function to the group.',
    remedy: 'Choose what the member is there for.',
  },
  'appointment/deputy-does-not-fit': {
    duties: [66, 72],
    message: 'A deputy stands in for someone else who holds the role in the same place.',
    remedy: 'Choose the appointment the deputy stands in for.',
  },
  'appointment/last-administrator': {
    duties: [14, 32],
    message: 'This is the last administrator. Nobody could set up people or accounts any more.',
    remedy: 'Make someone else an administrator first.',
  },
});

type AppointmentStep = Step<'appointment', AppointmentBody>;
type After = NonNullable<AppointmentStep['after']>;

/** One role held by one person somewhere, from a day until a day or until further notice. */
export const appointment = defineNoun<'appointment', AppointmentBody>({
  kind: 'appointment',
  shape: 1,
  body: appointmentBody,
  states: APPOINTMENT_STATES,
  keepsVersions: true,
  accessOf: organisationAccess,
  check: async (step) => {
    const { before, after, now, reading } = step;
    if (after === null) return [appointmentBook.say('appointment/kept')];
    const today = dayOf(now);
    const { body } = after;
    const refusals: Refusal[] = [];
    if (after.parent !== body.scopeId || after.owner !== body.personId) refusals.push(appointmentBook.say('appointment/filed-wrongly'));
    if (body.to !== '' && body.to < body.from)
      refusals.push(appointmentBook.say('appointment/days-out-of-order', { field: 'to', facts: { from: dayText(body.from) } }));
    if (before !== null) {
      if (!isSameButForItsEnd(before.body, body)) refusals.push(appointmentBook.say('appointment/fixed'));
      if (before.body.to !== '' && before.body.to < today && before.body.to !== body.to)
        refusals.push(appointmentBook.say('appointment/over', { facts: { to: dayText(before.body.to) } }));
    }
    const holder = await reading.one('person', body.personId);
    if (holder === null) return [...refusals, appointmentBook.say('appointment/person-unknown', { field: 'personId' })];
    if (before === null) {
      refusals.push(
        ...outsideService(body, holder),
        ...(await placeRefusals(body, reading)),
        ...roleRefusals(body, holder),
        ...(await partnerRefusals(body, holder, reading)),
      );
      refusals.push(...(await groupRoleRefusals(body, reading)));
    } else if (isLiveOrComing(body, today)) {
      refusals.push(...rankRefusals(body, holder));
    }
    refusals.push(...(await overlapRefusals(after, holder, reading)));
    if (body.role === 'administrator' && body.to !== '' && before !== null && before.body.to === '') {
      const people = new Map((await reading.many('person')).map((one) => [one.id, one]));
      if (administratorsRunOut(await reading.many('appointment'), people))
        refusals.push(appointmentBook.say('appointment/last-administrator'));
    }
    return refusals;
  },
  // People and groups are what one looks for; their roles are shown with them.
  searchText: () => null,
});

function isSameButForItsEnd(before: AppointmentBody, after: AppointmentBody): boolean {
  const fixed = (body: AppointmentBody): string =>
    JSON.stringify(Object.entries({ ...body, to: '', endedBecause: '' }).sort(([a], [b]) => (a < b ? -1 : 1)));
  return fixed(before) === fixed(after);
}

function outsideService(body: AppointmentBody, holder: RecordOf<'person'>): readonly Refusal[] {
  const name = rankAndName(holder.body);
  const refuse = (on: string, field: string): Refusal => appointmentBook.say('appointment/outside-service', { field, facts: { name, on } });
  if (body.from < holder.body.from || (holder.body.to !== '' && body.from > holder.body.to)) return [refuse(dayText(body.from), 'from')];
  if (holder.body.to !== '' && (body.to === '' || body.to > holder.body.to))
    return [refuse(body.to === '' ? 'every day to come' : dayText(body.to), 'to')];
  return [];
}

async function placeRefusals(body: AppointmentBody, reading: Reading): Promise<readonly Refusal[]> {
  if (!ROLE_SCOPES[body.role].includes(body.scopeType)) {
    return [
      appointmentBook.say('appointment/scope-not-for-role', {
        field: 'role',
        facts: { role: ROLE_NAMES[body.role], scope: body.scopeType },
      }),
    ];
  }
  const place = await scopeAt(reading, body.scopeType, body.scopeId, body.from);
  if (place === null) return [appointmentBook.say('appointment/scope-unknown', { field: 'scopeId' })];
  return place.inUse
    ? []
    : [appointmentBook.say('appointment/scope-not-in-use', { field: 'from', facts: { place: place.name, on: dayText(body.from) } })];
}

function rankRefusals(body: AppointmentBody, holder: RecordOf<'person'>): readonly Refusal[] {
  if (body.role !== 'chief-officer-lead' || isChiefOfficer(holder.body.rank)) return [];
  return [
    appointmentBook.say('appointment/needs-chief-officer-rank', {
      field: 'personId',
      facts: { name: `${holder.body.givenName} ${holder.body.familyName}`, rank: holder.body.rank },
    }),
  ];
}

function roleRefusals(body: AppointmentBody, holder: RecordOf<'person'>): readonly Refusal[] {
  const refusals: Refusal[] = [...rankRefusals(body, holder)];
  if (body.role !== 'chief-officer-lead' && body.responsibilities.length > 0) {
    refusals.push(appointmentBook.say('appointment/responsibility-only-for-lead', { field: 'responsibilities' }));
  }
  if (body.role === 'chair' && body.authority === '')
    refusals.push(appointmentBook.say('appointment/needs-authority', { field: 'authority' }));
  if (body.role === 'member' && body.memberFunction === '')
    refusals.push(appointmentBook.say('appointment/needs-function', { field: 'memberFunction' }));
  if (body.role === 'action-manager' && (body.delegation === '' || body.delegatedById === '')) {
    refusals.push(appointmentBook.say('appointment/needs-delegation', { field: body.delegation === '' ? 'delegation' : 'delegatedById' }));
  }
  return refusals;
}

async function partnerRefusals(body: AppointmentBody, holder: RecordOf<'person'>, reading: Reading): Promise<readonly Refusal[]> {
  const agencyId = holder.body.partnerAgencyId;
  if (agencyId === '') return body.role === 'partner-member' ? [appointmentBook.say('appointment/partner-only', { field: 'role' })] : [];
  if (!isOpenToPartners(body.role))
    return [appointmentBook.say('appointment/police-role', { field: 'role', facts: { role: ROLE_NAMES[body.role] } })];
  const agency = await reading.one('partner-agency', agencyId);
  if (agency === null || agency.state !== 'in-use')
    return [appointmentBook.say('appointment/agency-closed', { field: 'personId', facts: { agency: agency?.body.name ?? 'The agency' } })];
  if (body.role !== 'partner-member') return [];
  const { policeConsent, partnerConsent, name } = agency.body;
  const missing = [
    ...(policeConsent !== null && policeConsent.on <= body.from ? [] : ['The police have']),
    ...(partnerConsent !== null && partnerConsent.on <= body.from ? [] : [`${name} has`]),
  ];
  if (missing.length === 0) return [];
  const who = missing.length === 2 ? 'Neither side has' : (missing[0] ?? '');
  return [
    appointmentBook.say('appointment/consent-one-sided', {
      field: 'personId',
      facts: { agency: name, missing: who, on: dayText(body.from) },
    }),
  ];
}

/** Rules about other appointments it refers to: the delegating chair, and the one it deputises for. */
async function groupRoleRefusals(body: AppointmentBody, reading: Reading): Promise<readonly Refusal[]> {
  const refusals: Refusal[] = [];
  if (body.role === 'action-manager' && body.delegatedById !== '') {
    const chairs = (await reading.many('appointment', { parent: body.scopeId })).filter(
      (one) => one.body.role === 'chair' && one.body.personId === body.delegatedById,
    );
    if (!chairs.some((one) => shareADay(one.body, { from: body.from, to: body.from }))) {
      refusals.push(
        appointmentBook.say('appointment/delegated-by-chair-only', { field: 'delegatedById', facts: { on: dayText(body.from) } }),
      );
    }
  }
  if (body.deputyForId !== '') {
    const principal = await reading.one('appointment', body.deputyForId);
    const fits =
      principal !== null &&
      principal.body.scopeId === body.scopeId &&
      principal.body.personId !== body.personId &&
      canDeputise(body.role, principal.body.role);
    if (!fits) refusals.push(appointmentBook.say('appointment/deputy-does-not-fit', { field: 'deputyForId' }));
  }
  return refusals;
}

async function overlapRefusals(after: After, holder: RecordOf<'person'>, reading: Reading): Promise<readonly Refusal[]> {
  const { body } = after;
  const others = (await reading.many('appointment', { parent: body.scopeId })).filter(
    (one) => one.id !== after.id && one.body.role === body.role && shareADay(one.body, body),
  );
  const nameOf = async (personId: string): Promise<string> => {
    const found = await reading.one('person', personId);
    return found === null ? 'Someone' : rankAndName(found.body);
  };
  if (body.role === 'chief-officer-lead') {
    const shared = others.find((one) => sharesResponsibility(one.body, body));
    return shared === undefined
      ? []
      : [
          appointmentBook.say('appointment/responsibility-taken', {
            field: 'responsibilities',
            facts: { name: await nameOf(shared.body.personId) },
          }),
        ];
  }
  const role = ROLE_NAMES[body.role];
  if (others.some((one) => one.body.personId === body.personId)) {
    return [appointmentBook.say('appointment/already-held', { field: 'from', facts: { name: rankAndName(holder.body), role } })];
  }
  if (!isOneAtATime(body.role) || body.deputyForId !== '') return [];
  const holding = others.find((one) => one.body.deputyForId === '');
  return holding === undefined
    ? []
    : [appointmentBook.say('appointment/role-taken', { field: 'from', facts: { role, name: await nameOf(holding.body.personId) } })];
}

/** Two leads on the same day may not carry the same responsibility; the same officer may not hold the same one twice; deputies do not count. */
function sharesResponsibility(a: AppointmentBody, b: AppointmentBody): boolean {
  if ((a.deputyForId === '') !== (b.deputyForId === '')) return false;
  const same =
    a.responsibilities.some((one) => b.responsibilities.includes(one)) ||
    (a.responsibilities.length === 0 && b.responsibilities.length === 0);
  return a.deputyForId === '' ? same && (a.responsibilities.length > 0 || a.personId === b.personId) : same && a.personId === b.personId;
}
