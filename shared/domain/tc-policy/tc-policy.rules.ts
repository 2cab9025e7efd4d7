import { refusalBook } from '#shared/base/refusal.ts';
import type { Refusal } from '#shared/base/result.ts';
import type { Day } from '#shared/base/time.ts';
import { dayText } from '#shared/base/time-text.ts';
import { organisationAccess } from '#shared/domain/force/organisation-record.ts';
import { defineNoun } from '#shared/domain/kit/noun.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { frequencyInWords } from './meeting-due.ts';
import { TC_POLICY_STATES, tcPolicyBody, type TcPolicyBody } from './tc-policy.schema.ts';

export const tcPolicyBook = refusalBook({
  'tc-policy/unknown': { duties: [63, 117], message: 'There is no such policy.', remedy: 'Write it first.' },
  'tc-policy/kept': {
    duties: [63],
    message: 'An approved policy is replaced by a newer one, never removed.',
    remedy: 'Write a new policy from a later day.',
  },
  'tc-policy/needs-reason': {
    duties: [64],
    message: 'A frequency is determined by business needs, so a policy is not approved without its reason.',
    remedy: 'Write down the business need the frequency answers.',
  },
  'tc-policy/needs-approver': { duties: [63, 64], message: 'An approved policy says who approved it.', remedy: 'Name who approves it.' },
  'tc-policy/approved-already': {
    duties: [63],
    message: 'An approved policy does not change.',
    remedy: 'Write a new policy; it replaces this one from its day.',
  },
  'tc-policy/day-taken': {
    duties: [63, 117],
    message: 'This group already has an approved policy from {from}.',
    remedy: 'Choose another day.',
  },
  'tc-policy/group-unknown': { duties: [63], message: 'There is no such group.', remedy: 'Choose one from the list of groups.' },
  'tc-policy/group-fixed': {
    duties: [63],
    message: 'A policy belongs to one group for good.',
    remedy: 'Write a policy for the other group.',
  },
  'tc-policy/filed-wrongly': { duties: [63], message: 'A policy is filed under the group it names.', remedy: '' },
});

/** How often a group meets and why (duties 63-65, 117). */
export const tcPolicy = defineNoun<'tc-policy', TcPolicyBody>({
  kind: 'tc-policy',
  shape: 1,
  body: tcPolicyBody,
  states: TC_POLICY_STATES,
  keepsVersions: true,
  accessOf: organisationAccess,
  check: async ({ before, after, reading }) => {
    if (after === null) return [tcPolicyBook.say('tc-policy/kept')];
    const refusals: Refusal[] = [];
    const { body } = after;
    if (after.parent !== body.groupId) refusals.push(tcPolicyBook.say('tc-policy/filed-wrongly'));
    if (before?.state === 'approved') refusals.push(tcPolicyBook.say('tc-policy/approved-already'));
    if (before !== null && before.body.groupId !== body.groupId)
      refusals.push(tcPolicyBook.say('tc-policy/group-fixed', { field: 'groupId' }));
    if ((await reading.one('group', body.groupId)) === null)
      refusals.push(tcPolicyBook.say('tc-policy/group-unknown', { field: 'groupId' }));
    if (after.state !== 'approved') return refusals;
    if (body.reason === '') refusals.push(tcPolicyBook.say('tc-policy/needs-reason', { field: 'reason' }));
    if (body.approvedBy === '') refusals.push(tcPolicyBook.say('tc-policy/needs-approver', { field: 'approvedBy' }));
    const others = (await reading.many('tc-policy', { parent: body.groupId, state: 'approved' })).filter((other) => other.id !== after.id);
    if (others.some((other) => other.body.from === body.from))
      refusals.push(tcPolicyBook.say('tc-policy/day-taken', { field: 'from', facts: { from: dayText(body.from) } }));
    return refusals;
  },
  searchText: ({ body }) => ({
    title: `Tasking and co-ordination policy: ${frequencyInWords(body)}`,
    text: `${body.reason} ${body.approvedBy}`,
  }),
});

/** The approved policy in force on a day: the last that began on or before it. Hand in the policies of one group. */
export function policyOn(policies: readonly RecordOf<'tc-policy'>[], on: Day): RecordOf<'tc-policy'> | null {
  const inForce = policies.filter((policy) => policy.state === 'approved' && policy.body.from <= on);
  return inForce.reduce<RecordOf<'tc-policy'> | null>(
    (latest, policy) => (latest === null || policy.body.from > latest.body.from ? policy : latest),
    null,
  );
}
