import { refusalBook } from '#shared/base/refusal.ts';
import type { Refusal } from '#shared/base/result.ts';
import { dayText } from '#shared/base/time-text.ts';
import { organisationAccess } from '#shared/domain/force/organisation-record.ts';
import { defineNoun } from '#shared/domain/kit/noun.ts';
import { ownerFault } from '#shared/domain/person/serving.ts';
import { BUSINESS_OBJECTIVE_STATES, businessObjectiveBody, type BusinessObjectiveBody } from './business-objective.schema.ts';

export const businessObjectiveBook = refusalBook({
  'business-objective/unknown': { duties: [5], message: 'There is no such objective.', remedy: 'Record it first.' },
  'business-objective/kept': {
    duties: [5, 122],
    message: 'An objective is ended with a reason, never erased: priorities were measured against it.',
    remedy: 'End it instead.',
  },
  'business-objective/without-owner': {
    duties: [5],
    message: 'Somebody answers for each objective of the business plan.',
    remedy: 'Name its owner.',
  },
  'business-objective/owner-left': {
    duties: [5],
    message: '{name} has left the force and cannot answer for an objective.',
    remedy: 'Name an owner who is serving.',
  },
  'business-objective/owner-not-of-the-force': {
    duties: [5],
    message: 'The owner of an objective is a person of the force.',
    remedy: 'Choose someone from the directory who is not of a partner agency.',
  },
  'business-objective/reference-taken': {
    duties: [5],
    message: 'The reference {reference} is used by another objective.',
    remedy: 'Give this one another reference.',
  },
  'business-objective/days-out-of-order': {
    duties: [5],
    message: 'An objective cannot end before it begins ({from}).',
    remedy: 'Check the two days.',
  },
  'business-objective/measure-twice': {
    duties: [5],
    message: 'The measure “{name}” is listed twice.',
    remedy: 'Take one of them away or name them apart.',
  },
  'business-objective/ended': { duties: [5], message: 'This objective has ended and does not change.', remedy: 'Record a new one.' },
  'business-objective/ended-without-reason': {
    duties: [5],
    message: 'An objective ends with a reason.',
    remedy: 'Write why it ends.',
  },
});

/** An objective of the business plan or the police and crime plan that priorities serve (duty 5). `owner` answers for it. */
export const businessObjective = defineNoun<'business-objective', BusinessObjectiveBody>({
  kind: 'business-objective',
  shape: 1,
  body: businessObjectiveBody,
  states: BUSINESS_OBJECTIVE_STATES,
  keepsVersions: true,
  accessOf: organisationAccess,
  check: async ({ before, after, now, reading }) => {
    if (after === null) return [businessObjectiveBook.say('business-objective/kept')];
    const { body } = after;
    const refusals: Refusal[] = [];
    if (before?.state === 'ended') refusals.push(businessObjectiveBook.say('business-objective/ended'));
    refusals.push(...objectiveConcerns(body));
    if (after.state === 'ended') {
      if (body.endedBecause === '')
        refusals.push(businessObjectiveBook.say('business-objective/ended-without-reason', { field: 'because' }));
      return refusals;
    }
    const owner = await ownerFault(reading, after.owner, now);
    if (owner !== null) {
      const code = {
        none: 'business-objective/without-owner',
        unknown: 'business-objective/owner-not-of-the-force',
        partner: 'business-objective/owner-not-of-the-force',
        left: 'business-objective/owner-left',
      } as const;
      refusals.push(businessObjectiveBook.say(code[owner.fault], { field: 'ownerId', facts: { name: owner.name } }));
    }
    const others = (await reading.many('business-objective', { state: 'in-use' })).filter((other) => other.id !== after.id);
    if (others.some((other) => other.body.reference.toLowerCase() === body.reference.toLowerCase()))
      refusals.push(
        businessObjectiveBook.say('business-objective/reference-taken', { field: 'reference', facts: { reference: body.reference } }),
      );
    return refusals;
  },
  searchText: ({ body }) => ({
    title: `${body.reference} ${body.title}`,
    text: `${body.plan} ${body.detail} ${body.measures.map((measure) => measure.name).join(' ')}`,
  }),
});

/** What is wrong with an objective by itself; the form and every path use the same. */
export function objectiveConcerns(body: Pick<BusinessObjectiveBody, 'from' | 'to' | 'measures'>): readonly Refusal[] {
  const refusals: Refusal[] = [];
  if (body.to !== '' && body.to < body.from)
    refusals.push(businessObjectiveBook.say('business-objective/days-out-of-order', { field: 'to', facts: { from: dayText(body.from) } }));
  const names = body.measures.map(({ name }) => name.toLowerCase());
  const twice = names.findIndex((name, index) => names.indexOf(name) !== index);
  if (twice !== -1)
    refusals.push(
      businessObjectiveBook.say('business-objective/measure-twice', {
        field: 'measures',
        facts: { name: body.measures[twice]?.name ?? '' },
      }),
    );
  return refusals;
}
