import type { Refusal } from '#shared/base/result.ts';
import { dayOf } from '#shared/base/time.ts';
import { strategyAccess } from '#shared/domain/access/strategy-access.ts';
import { defineNoun, type Step } from '#shared/domain/kit/noun.ts';
import { hasMutualConsent } from '#shared/domain/partner-agency/partner-agency.rules.ts';
import { jointObjectiveBook } from './joint-objective-refusals.ts';
import { agencyOf } from './joint-objective.policy.ts';
import { JOINT_OBJECTIVE_STATES, jointObjectiveBody, type JointObjectiveBody } from './joint-objective.schema.ts';

type JointStep = Step<'joint-objective', JointObjectiveBody>;
type After = NonNullable<JointStep['after']>;

/** An objective agreed between the police and partners (duty 70). `owner` proposed it; `parent` is the meeting it was agreed in, or empty. */
export const jointObjective = defineNoun<'joint-objective', JointObjectiveBody>({
  kind: 'joint-objective',
  shape: 1,
  body: jointObjectiveBody,
  states: JOINT_OBJECTIVE_STATES,
  keepsVersions: true,
  accessOf: (record) => strategyAccess(record, record.body.groupId),
  check: async (step) => {
    const { before, after, reading } = step;
    if (after === null) return [jointObjectiveBook.say('joint-objective/kept')];
    const { body } = after;
    const refusals: Refusal[] = [];
    if (before?.state === 'ended') refusals.push(jointObjectiveBook.say('joint-objective/ended'));
    if (before !== null && before.body.groupId !== body.groupId)
      refusals.push(jointObjectiveBook.say('joint-objective/group-is-fixed', { field: 'groupId' }));
    const group = await reading.one('group', body.groupId);
    if (group === null) refusals.push(jointObjectiveBook.say('joint-objective/group-unknown', { field: 'groupId' }));
    else if (after.scope !== group.body.nodeId) refusals.push(jointObjectiveBook.say('joint-objective/filed-wrongly'));
    if (before !== null && before.body.agreements.length > 0 && words(before.body) !== words(body))
      refusals.push(jointObjectiveBook.say('joint-objective/text-is-agreed', { field: 'title' }));
    if (body.priorityId !== '' && before?.body.priorityId !== body.priorityId) {
      const priority = await reading.one('priority', body.priorityId);
      if (priority?.state !== 'current') refusals.push(jointObjectiveBook.say('joint-objective/priority-unknown', { field: 'priorityId' }));
    }
    refusals.push(...(await agencyRefusals(step, after)), ...(await agreementRefusals(step, after)));
    if (after.state === 'ended') {
      if (body.endedBecause === '') refusals.push(jointObjectiveBook.say('joint-objective/ended-without-reason', { field: 'because' }));
    } else if ((after.state === 'agreed') !== agreedByAll(body)) refusals.push(jointObjectiveBook.say('joint-objective/not-agreed-by-all'));
    return refusals;
  },
  searchText: ({ body }) => ({ title: body.title, text: body.text }),
});

/** Whether every agency that was asked has agreed. */
export function agreedByAll(body: Pick<JointObjectiveBody, 'agencyIds' | 'agreements'>): boolean {
  return body.agencyIds.every((agencyId) => body.agreements.some((agreement) => agreement.agencyId === agencyId));
}

/** What an agency agrees to, as one text: once somebody has agreed, it stands. */
function words(body: JointObjectiveBody): string {
  return JSON.stringify([body.title, body.text, body.priorityId, [...body.agencyIds].sort()]);
}

async function agencyRefusals({ before, now, reading }: JointStep, { body }: After): Promise<readonly Refusal[]> {
  const refusals: Refusal[] = [];
  if (new Set(body.agencyIds).size !== body.agencyIds.length)
    refusals.push(jointObjectiveBook.say('joint-objective/agency-twice', { field: 'agencyIds' }));
  const asked = body.agencyIds.filter((agencyId) => !(before?.body.agencyIds ?? []).includes(agencyId));
  const agencies = new Map((await reading.some('partner-agency', asked)).map((agency) => [agency.id, agency]));
  for (const agencyId of asked) {
    const agency = agencies.get(agencyId);
    if (agency === undefined || agency.state !== 'in-use')
      refusals.push(jointObjectiveBook.say('joint-objective/agency-unknown', { field: 'agencyIds' }));
    else if (!hasMutualConsent(agency.body, dayOf(now)))
      refusals.push(
        jointObjectiveBook.say('joint-objective/agency-without-consent', { field: 'agencyIds', facts: { agency: agency.body.name } }),
      );
  }
  return refusals;
}

/** Agreements are only added, one an agency, on a day that has come, and by a partner only for its own agency (duties 70, 119). */
async function agreementRefusals({ before, actor, now, reading }: JointStep, after: After): Promise<readonly Refusal[]> {
  const { body } = after;
  const refusals: Refusal[] = [];
  const earlier = before?.body.agreements ?? [];
  if (earlier.some((agreement, index) => JSON.stringify(agreement) !== JSON.stringify(body.agreements[index])))
    refusals.push(jointObjectiveBook.say('joint-objective/agreements-are-kept'));
  const added = body.agreements.slice(earlier.length);
  const ownAgency = await agencyOf(actor, reading);
  for (const [index, agreement] of added.entries()) {
    if (!body.agencyIds.includes(agreement.agencyId))
      refusals.push(jointObjectiveBook.say('joint-objective/agency-not-asked', { field: 'agencyId' }));
    else if (body.agreements.slice(0, earlier.length + index).some((other) => other.agencyId === agreement.agencyId)) {
      const agency = (await reading.one('partner-agency', agreement.agencyId))?.body.name ?? 'This agency';
      refusals.push(jointObjectiveBook.say('joint-objective/agreed-already', { field: 'agencyId', facts: { agency } }));
    }
    if (agreement.on > dayOf(now)) refusals.push(jointObjectiveBook.say('joint-objective/agreement-to-come', { field: 'on' }));
    if (actor.partner && agreement.agencyId !== ownAgency)
      refusals.push(jointObjectiveBook.say('joint-objective/for-another-agency', { field: 'agencyId' }));
  }
  if (actor.partner && !onlyAgrees(before, after, added.length))
    refusals.push(jointObjectiveBook.say('joint-objective/partner-only-agrees'));
  return refusals;
}

/** Whether nothing but agreements were added to what was there. */
function onlyAgrees(before: JointStep['before'], after: After, added: number): boolean {
  if (before === null || after.state === 'ended' || added === 0) return false;
  const rest = (body: JointObjectiveBody): string =>
    JSON.stringify(Object.entries({ ...body, agreements: [] }).sort(([a], [b]) => (a < b ? -1 : 1)));
  return rest(before.body) === rest(after.body) && before.owner === after.owner && before.marking === after.marking;
}
