import { refusalBook } from '#shared/base/refusal.ts';
import type { Refusal } from '#shared/base/result.ts';
import { dayOf } from '#shared/base/time.ts';
import { dayText } from '#shared/base/time-text.ts';
import { administratorsRunOut, isLiveOrComing } from '#shared/domain/appointment/appointment-days.ts';
import { organisationAccess } from '#shared/domain/force/organisation-record.ts';
import { defineNoun } from '#shared/domain/kit/noun.ts';
import type { Reading } from '#shared/domain/kit/reading.ts';
import { rankAndName } from './person-name.ts';
import { PERSON_STATES, personBody, type PersonBody } from './person.schema.ts';
import { isChiefOfficer } from './rank.ts';

export const personBook = refusalBook({
  'person/unknown': { duties: [14], message: 'There is no such person.', remedy: 'Choose one from the directory.' },
  'person/kept': {
    duties: [34, 122],
    message: 'A person is marked as having left, never removed: decisions and the journal speak of them.',
    remedy: 'Record that the person left.',
  },
  'person/number-taken': { duties: [34], message: '{name} already has the service number {number}.', remedy: 'Check the number.' },
  'person/partner-without-agency': {
    duties: [67],
    message: 'Someone of rank Partner must belong to a partner agency.',
    remedy: 'Choose the agency.',
  },
  'person/agency-without-partner': {
    duties: [67],
    message: 'Someone of a partner agency has the rank Partner, not a police rank.',
    remedy: 'Choose the rank Partner, or no agency.',
  },
  'person/agency-unknown': { duties: [67], message: 'There is no such partner agency in use.', remedy: 'Add the agency first.' },
  'person/agency-fixed': {
    duties: [67, 119],
    message: 'A person cannot pass between the police service and a partner agency in one record.',
    remedy: 'Record that the person left, and add them anew.',
  },
  'person/unit-unknown': { duties: [8], message: 'There is no such unit.', remedy: 'Choose a unit from the structure.' },
  'person/days-out-of-order': {
    duties: [7],
    message: 'Nobody can leave before the day they began ({from}).',
    remedy: 'Choose a later day.',
  },
  'person/leads-as-chief-officer': {
    duties: [1],
    message: 'This person is the chief-officer lead, which takes the rank of Assistant Chief Constable or Commander and above.',
    remedy: 'End that appointment first.',
  },
  'person/last-administrator': {
    duties: [14, 32],
    message: 'This is the last administrator. Nobody could set up people or accounts any more.',
    remedy: 'Make someone else an administrator first.',
  },
  'person/state-disagrees': { duties: [7], message: 'A person has left exactly when a last day of service is recorded.', remedy: '' },
  'person/left-already': { duties: [7], message: 'This person has already left.', remedy: 'Record that the person came back first.' },
  'person/serving-already': { duties: [7], message: 'This person is serving.', remedy: '' },
});

/** Someone of the force or of a partner agency. */
export const person = defineNoun<'person', PersonBody>({
  kind: 'person',
  shape: 1,
  body: personBody,
  states: PERSON_STATES,
  keepsVersions: true,
  accessOf: organisationAccess,
  check: async ({ before, after, now, reading }) => {
    if (after === null) return [personBook.say('person/kept')];
    const refusals: Refusal[] = [];
    const { body } = after;
    if ((after.state === 'left') !== (body.to !== '')) refusals.push(personBook.say('person/state-disagrees'));
    if (body.to !== '' && body.to < body.from)
      refusals.push(personBook.say('person/days-out-of-order', { field: 'on', facts: { from: dayText(body.from) } }));
    if (body.rank === 'Partner' && body.partnerAgencyId === '')
      refusals.push(personBook.say('person/partner-without-agency', { field: 'partnerAgencyId' }));
    if (body.rank !== 'Partner' && body.partnerAgencyId !== '')
      refusals.push(personBook.say('person/agency-without-partner', { field: 'rank' }));
    if (before !== null && (before.body.partnerAgencyId === '') !== (body.partnerAgencyId === ''))
      refusals.push(personBook.say('person/agency-fixed', { field: 'partnerAgencyId' }));
    if (body.partnerAgencyId !== '' && body.partnerAgencyId !== before?.body.partnerAgencyId) {
      const agency = await reading.one('partner-agency', body.partnerAgencyId);
      if (agency === null || agency.state !== 'in-use')
        refusals.push(personBook.say('person/agency-unknown', { field: 'partnerAgencyId' }));
    }
    if (body.unitId !== '' && body.unitId !== before?.body.unitId && (await reading.one('unit', body.unitId)) === null) {
      refusals.push(personBook.say('person/unit-unknown', { field: 'unitId' }));
    }
    refusals.push(...(await numberTaken(after.id, body, reading)));
    if (before === null) return refusals;
    const today = dayOf(now);
    const held = await reading.many('appointment', { owner: after.id });
    if (!isChiefOfficer(body.rank) && held.some((one) => one.body.role === 'chief-officer-lead' && isLiveOrComing(one.body, today))) {
      refusals.push(personBook.say('person/leads-as-chief-officer', { field: 'rank' }));
    }
    if (body.to !== '' && before.body.to === '' && held.some((one) => one.body.role === 'administrator' && one.body.to === '')) {
      const people = new Map((await reading.many('person')).map((one) => [one.id, one]));
      if (administratorsRunOut(await reading.many('appointment'), people)) refusals.push(personBook.say('person/last-administrator'));
    }
    return refusals;
  },
  searchWeight: 1.2,
  searchText: ({ body }) => ({ title: rankAndName(body), text: `${body.serviceNumber} ${body.jobTitle} ${body.email}` }),
});

async function numberTaken(id: string, body: PersonBody, reading: Reading): Promise<readonly Refusal[]> {
  if (body.serviceNumber === '' || body.to !== '') return [];
  const other = (await reading.many('person')).find(
    (one) => one.id !== id && one.body.to === '' && one.body.serviceNumber === body.serviceNumber,
  );
  return other === undefined
    ? []
    : [
        personBook.say('person/number-taken', {
          field: 'serviceNumber',
          facts: { name: rankAndName(other.body), number: body.serviceNumber },
        }),
      ];
}
