import { refusalBook } from '#shared/base/refusal.ts';
import type { Refusal } from '#shared/base/result.ts';
import { dayOf } from '#shared/base/time.ts';
import { dayText } from '#shared/base/time-text.ts';
import { organisationAccess } from '#shared/domain/force/organisation-record.ts';
import { defineNoun } from '#shared/domain/kit/noun.ts';
import { capabilityName } from './capability-standing.ts';
import { CAPABILITY_STATES, capabilityBody, type CapabilityBody } from './capability.schema.ts';

export const capabilityBook = refusalBook({
  'capability/unknown': { duties: [17], message: 'There is no such capability on the list.', remedy: 'Record it first.' },
  'capability/kept': {
    duties: [17, 122],
    message: 'A capability is taken off the list with a reason, never erased: what the force could do when must stay readable.',
    remedy: 'Take it off the list instead.',
  },
  'capability/without-provider': {
    duties: [17],
    message: 'Access to a capability is access through somebody, and no provider is named.',
    remedy: 'Name who provides it.',
  },
  'capability/provider-of-nothing': {
    duties: [17],
    message: 'A capability the force does not have has no provider.',
    remedy: 'Say that it has access through the provider, or leave the provider empty.',
  },
  'capability/expires-before-its-date': {
    duties: [17],
    message: 'It cannot expire before {asOf}, the day the standing is recorded from.',
    remedy: 'Check the two days.',
  },
  'capability/expiry-of-nothing': {
    duties: [17],
    message: 'What the force does not have cannot expire.',
    remedy: 'Leave the expiry empty.',
  },
  'capability/as-of-to-come': {
    duties: [17],
    message: 'A standing is recorded when it holds, not before.',
    remedy: 'Record it on or after its day.',
  },
  'capability/without-name': {
    duties: [17],
    message: 'A capability the doctrine does not name needs a name of its own.',
    remedy: 'Write what it is.',
  },
  'capability/listed-already': {
    duties: [17],
    message: '{name} is on the list already.',
    remedy: 'Open it and record the change there, so that its history stays in one place.',
  },
  'capability/another-now': {
    duties: [17],
    message: 'A record stays about the capability it was made for.',
    remedy: 'Record the other one by itself.',
  },
  'capability/removed': {
    duties: [17],
    message: 'This entry was taken off the list and does not change any more.',
    remedy: 'Record the capability anew.',
  },
  'capability/removed-without-reason': {
    duties: [17, 122],
    message: 'A capability is taken off the list with a reason.',
    remedy: 'Write why it no longer belongs there.',
  },
});

/** What the force has, has access to or lacks (duties 17, 19-24). Every change is a version; the list shows the last. */
export const capability = defineNoun<'capability', CapabilityBody>({
  kind: 'capability',
  shape: 1,
  body: capabilityBody,
  states: CAPABILITY_STATES,
  keepsVersions: true,
  accessOf: organisationAccess,
  check: async ({ before, after, now, reading }) => {
    if (after === null) return [capabilityBook.say('capability/kept')];
    const { body } = after;
    const refusals: Refusal[] = [];
    if (before?.state === 'removed') refusals.push(capabilityBook.say('capability/removed'));
    if (before !== null && (before.body.capability !== body.capability || before.body.name !== body.name))
      refusals.push(capabilityBook.say('capability/another-now', { field: 'capability' }));
    refusals.push(...capabilityConcerns(body));
    if (body.asOf > dayOf(now)) refusals.push(capabilityBook.say('capability/as-of-to-come', { field: 'asOf' }));
    if (after.state === 'removed') {
      if ((body.removedBecause ?? '') === '') refusals.push(capabilityBook.say('capability/removed-without-reason', { field: 'because' }));
      return refusals;
    }
    const same = (other: CapabilityBody): boolean =>
      other.capability === body.capability && other.name.toLowerCase() === body.name.toLowerCase();
    const others = (await reading.many('capability', { state: 'recorded' })).filter((other) => other.id !== after.id);
    if (others.some((other) => same(other.body)))
      refusals.push(capabilityBook.say('capability/listed-already', { field: 'capability', facts: { name: capabilityName(body) } }));
    return refusals;
  },
  searchText: ({ body }) => ({ title: capabilityName(body), text: `${body.provider} ${body.agreement} ${body.contact} ${body.note}` }),
});

/** What is wrong with a standing by itself; the form and every path use the same (duty 17). */
export function capabilityConcerns(
  body: Pick<CapabilityBody, 'capability' | 'name' | 'standing' | 'provider' | 'asOf' | 'expiresOn'>,
): readonly Refusal[] {
  const refusals: Refusal[] = [];
  if (body.capability === 'other' && body.name === '') refusals.push(capabilityBook.say('capability/without-name', { field: 'name' }));
  if (body.standing === 'access-via' && body.provider === '')
    refusals.push(capabilityBook.say('capability/without-provider', { field: 'provider' }));
  if (body.standing === 'none' && body.provider !== '')
    refusals.push(capabilityBook.say('capability/provider-of-nothing', { field: 'provider' }));
  if (body.standing === 'none' && body.expiresOn !== '')
    refusals.push(capabilityBook.say('capability/expiry-of-nothing', { field: 'expiresOn' }));
  if (body.expiresOn !== '' && body.expiresOn < body.asOf)
    refusals.push(capabilityBook.say('capability/expires-before-its-date', { field: 'expiresOn', facts: { asOf: dayText(body.asOf) } }));
  return refusals;
}
