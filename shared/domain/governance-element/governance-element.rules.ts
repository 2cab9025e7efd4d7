import { refusalBook } from '#shared/base/refusal.ts';
import type { Refusal } from '#shared/base/result.ts';
import { organisationAccess } from '#shared/domain/force/organisation-record.ts';
import { defineNoun } from '#shared/domain/kit/noun.ts';
import type { Reading } from '#shared/domain/kit/reading.ts';
import { ownerFault } from '#shared/domain/person/serving.ts';
import { GOVERNANCE_ELEMENT_STATES, governanceElementBody, type GovernanceElementBody } from './governance-element.schema.ts';

export const governanceElementBook = refusalBook({
  'governance-element/unknown': { duties: [4], message: 'There is no such element of governance.', remedy: 'Record it first.' },
  'governance-element/kept': {
    duties: [4, 122],
    message: 'An element of governance is ended with a reason, never erased.',
    remedy: 'End it instead.',
  },
  'governance-element/without-owner': {
    duties: [4],
    message: 'Somebody answers for each element of governance.',
    remedy: 'Name its owner.',
  },
  'governance-element/owner-not-serving': {
    duties: [4],
    message: 'The owner is not a serving person of the force.',
    remedy: 'Name someone who is.',
  },
  'governance-element/name-taken': {
    duties: [4],
    message: 'There already is an element called {name}.',
    remedy: 'Open that one, or give this one another name.',
  },
  'governance-element/not-the-lead': {
    duties: [4],
    message: 'An element is linked to the appointment of the chief-officer lead, and this is not one.',
    remedy: 'Choose the lead, or appoint one first.',
  },
  'governance-element/ended': { duties: [4], message: 'This element has ended and does not change.', remedy: 'Record it anew.' },
  'governance-element/ended-without-reason': {
    duties: [4],
    message: 'An element of governance ends with a reason.',
    remedy: 'Write why it ends.',
  },
});

/** An element of corporate governance the chief-officer lead co-ordinates (duty 4). `owner` answers for it. */
export const governanceElement = defineNoun<'governance-element', GovernanceElementBody>({
  kind: 'governance-element',
  shape: 1,
  body: governanceElementBody,
  states: GOVERNANCE_ELEMENT_STATES,
  keepsVersions: true,
  accessOf: organisationAccess,
  check: async ({ before, after, now, reading }) => {
    if (after === null) return [governanceElementBook.say('governance-element/kept')];
    const { body } = after;
    const refusals: Refusal[] = [];
    if (before?.state === 'ended') refusals.push(governanceElementBook.say('governance-element/ended'));
    if (before?.body.leadAppointmentId !== body.leadAppointmentId) refusals.push(...(await leadRefusals(reading, body.leadAppointmentId)));
    if (after.state === 'ended') {
      if (body.endedBecause === '')
        refusals.push(governanceElementBook.say('governance-element/ended-without-reason', { field: 'because' }));
      return refusals;
    }
    const owner = await ownerFault(reading, after.owner, now);
    if (owner !== null)
      refusals.push(
        governanceElementBook.say(owner.fault === 'none' ? 'governance-element/without-owner' : 'governance-element/owner-not-serving', {
          field: 'ownerId',
        }),
      );
    const others = (await reading.many('governance-element', { state: 'in-use' })).filter((other) => other.id !== after.id);
    if (others.some((other) => other.body.name.toLowerCase() === body.name.toLowerCase()))
      refusals.push(governanceElementBook.say('governance-element/name-taken', { field: 'name', facts: { name: body.name } }));
    return refusals;
  },
  searchText: ({ body }) => ({ title: body.name, text: body.how }),
});

async function leadRefusals(reading: Reading, appointmentId: string): Promise<readonly Refusal[]> {
  if (appointmentId === '') return [];
  const appointment = await reading.one('appointment', appointmentId);
  return appointment?.body.role === 'chief-officer-lead'
    ? []
    : [governanceElementBook.say('governance-element/not-the-lead', { field: 'leadAppointmentId' })];
}
