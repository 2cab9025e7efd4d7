import type { Refusal } from '#shared/base/result.ts';
import { type Step, type WritableRecord, defineNoun } from '#shared/domain/kit/noun.ts';
import type { Reading } from '#shared/domain/kit/reading.ts';
import { same } from '#shared/domain/meeting/meeting.rules.ts';
import { MOST_MEMBERS, closedAccess } from './closed-circle.ts';
import { compartmentBook } from './compartment-refusals.ts';
import { worksInSourceUnit } from './compartment.policy.ts';
import { COMPARTMENT_STATES, type CompartmentBody, compartmentBody } from './compartment.schema.ts';

type After = WritableRecord<'compartment', CompartmentBody>;
type CompartmentStep = Step<'compartment', CompartmentBody>;

/** Who may be a member: someone serving in the police service who is cleared for what lies in it. */
async function memberConcerns(memberIds: readonly string[], reading: Reading): Promise<readonly Refusal[]> {
  if (memberIds.length > MOST_MEMBERS)
    return [compartmentBook.say('compartment/too-many-members', { field: 'memberIds', facts: { most: MOST_MEMBERS } })];
  const people = await reading.some('person', memberIds);
  const all = new Set(memberIds).size === memberIds.length && people.length === memberIds.length;
  const cleared = people.every(
    (one) => one.state === 'serving' && one.body.partnerAgencyId === '' && one.body.clearance === 'OFFICIAL-SENSITIVE',
  );
  return all && cleared ? [] : [compartmentBook.say('compartment/member-unknown', { field: 'memberIds' })];
}

/** Everything in it names exactly its members (duty 111). */
async function leftBehind(after: After, reading: Reading): Promise<boolean> {
  const inside = [
    ...(await reading.many('collection-strategy', { scope: after.id })),
    ...(await reading.many('collection-task', { scope: after.id })),
  ];
  return inside.some((one) => !same(one.body.readerIds, after.body.memberIds));
}

async function checkCompartment({ before, after, actor, now, reading }: CompartmentStep): Promise<readonly Refusal[]> {
  if (after === null) return [compartmentBook.say('compartment/never-erased')];
  const { body } = after;
  if (
    after.scope !== after.id ||
    after.compartment !== after.id ||
    after.parent !== '' ||
    after.number !== 0 ||
    after.marking !== 'OFFICIAL-SENSITIVE'
  )
    return [compartmentBook.say('compartment/filed-wrongly')];
  if (Object.keys(body).some((key) => !Object.hasOwn(compartmentBody.shape, key))) return [compartmentBook.say('compartment/other-fields')];
  const members = before?.body.memberIds ?? body.memberIds;
  if (!members.includes(actor.personId)) return [compartmentBook.say('compartment/by-members-only')];
  if (before === null && !(await worksInSourceUnit(actor, { reading, now }))) return [compartmentBook.say('compartment/not-yours-to-open')];
  if (before?.state === 'closed') return [compartmentBook.say('compartment/closed')];
  const refusals: Refusal[] = [];
  if (!body.memberIds.includes(body.ownerId)) refusals.push(compartmentBook.say('compartment/owner-not-a-member', { field: 'ownerId' }));
  const added = body.memberIds.filter((id) => before === null || !before.body.memberIds.includes(id));
  if (added.length > 0 || body.memberIds.length > MOST_MEMBERS || new Set(body.memberIds).size !== body.memberIds.length)
    refusals.push(...(await memberConcerns(body.memberIds.length > MOST_MEMBERS ? body.memberIds : added, reading)));
  if (await leftBehind(after, reading)) refusals.push(compartmentBook.say('compartment/access-left-behind', { field: 'memberIds' }));
  if ((after.state === 'closed') !== ((body.closedBecause ?? '') !== ''))
    refusals.push(compartmentBook.say('compartment/closed-without-reason', { field: 'because' }));
  if (after.state === 'closed') {
    const open =
      (await reading.count('collection-task', { scope: after.id, state: 'open' })) +
      (await reading.count('collection-strategy', { scope: after.id, state: 'in-use' }));
    if (open > 0) refusals.push(compartmentBook.say('compartment/still-at-work'));
  }
  return refusals;
}

/** A closed circle of people, such as a dedicated source unit: only they read it and what is in it, and only they can tell that it is there (duties 41, 111, 112). */
export const compartment = defineNoun<'compartment', CompartmentBody>({
  kind: 'compartment',
  shape: 1,
  body: compartmentBody,
  states: COMPARTMENT_STATES,
  keepsVersions: true,
  accessOf: (record) => closedAccess(record, record.body.memberIds),
  check: checkCompartment,
  searchText: ({ body }) => ({ title: body.name, text: body.purpose }),
});
