import type { Refusal } from '#shared/base/result.ts';
import { dayOf } from '#shared/base/time.ts';
import { type Step, type WritableRecord, defineNoun } from '#shared/domain/kit/noun.ts';
import type { Reading } from '#shared/domain/kit/reading.ts';
import { appointmentsOf } from '#shared/domain/meeting/attendance.ts';
import { meetingSideAccess } from '#shared/domain/meeting/meeting.policy.ts';
import { clearanceConcerns } from '#shared/domain/meeting/people-cleared.ts';
import { same } from '#shared/domain/meeting/meeting.rules.ts';
import { deliveryPlanBook } from './delivery-plan-refusals.ts';
import { DELIVERY_PLAN_STATES, type DeliveryPlanBody, deliveryPlanBody } from './delivery-plan.schema.ts';

type After = WritableRecord<'delivery-plan', DeliveryPlanBody>;
const AGREED = [
  'title',
  'objective',
  'priorityId',
  'outsideStrategyReason',
  'tactics',
  'resources',
  'startsOn',
  'endsOn',
] as const satisfies readonly (keyof DeliveryPlanBody)[];

/** What must fit in any plan, even a draft. */
export function planConcerns(
  plan: Pick<DeliveryPlanBody, 'objective' | 'priorityId' | 'outsideStrategyReason' | 'resources' | 'startsOn' | 'endsOn' | 'reviewOn'>,
): readonly Refusal[] {
  const refusals: Refusal[] = [];
  if (plan.objective.trim() === '') refusals.push(deliveryPlanBook.say('delivery-plan/without-objective', { field: 'objective' }));
  if (plan.priorityId === '' && plan.outsideStrategyReason === '')
    refusals.push(deliveryPlanBook.say('delivery-plan/without-priority', { field: 'priorityId' }));
  if (plan.priorityId !== '' && plan.outsideStrategyReason !== '')
    refusals.push(deliveryPlanBook.say('delivery-plan/priority-and-outside', { field: 'outsideStrategyReason' }));
  if (plan.endsOn < plan.startsOn) refusals.push(deliveryPlanBook.say('delivery-plan/ends-before-it-starts', { field: 'endsOn' }));
  for (const [index, resource] of plan.resources.entries()) {
    if (resource.to < resource.from || resource.from < plan.startsOn || resource.to > plan.endsOn)
      refusals.push(deliveryPlanBook.say('delivery-plan/resource-outside-plan', { field: `resources.${index}.from` }));
  }
  if (plan.reviewOn !== '' && plan.reviewOn < plan.startsOn)
    refusals.push(deliveryPlanBook.say('delivery-plan/review-outside-plan', { field: 'reviewOn' }));
  return refusals;
}

/** What a plan must have besides before it is approved (duties 128, 136, 137). */
export function approvalConcerns(plan: {
  readonly owner: string;
  readonly body: Pick<DeliveryPlanBody, 'tactics' | 'resources' | 'measures'>;
}): readonly Refusal[] {
  const refusals: Refusal[] = [];
  if (plan.owner === '') refusals.push(deliveryPlanBook.say('delivery-plan/without-owner', { field: 'ownerId' }));
  if (plan.body.tactics.length === 0) refusals.push(deliveryPlanBook.say('delivery-plan/without-tactics', { field: 'tactics' }));
  if (plan.body.resources.length === 0) refusals.push(deliveryPlanBook.say('delivery-plan/without-resources', { field: 'resources' }));
  if (plan.body.measures.length === 0) refusals.push(deliveryPlanBook.say('delivery-plan/without-measures', { field: 'measures' }));
  return refusals;
}

const measureNames = (plan: DeliveryPlanBody): unknown => plan.measures.map(({ name, baseline, target }) => ({ name, baseline, target }));

async function referencesHold(before: Pick<After, 'owner'> | null, after: After, reading: Reading): Promise<readonly Refusal[]> {
  const refusals: Refusal[] = [];
  const decision = await reading.one('decision', after.parent);
  if (decision === null || decision.body.groupId !== after.body.groupId || decision.scope !== after.scope)
    refusals.push(deliveryPlanBook.say('delivery-plan/decision-not-there', { field: 'decisionId' }));
  else if (decision.marking !== after.marking || decision.body.policeOnly !== after.body.policeOnly)
    refusals.push(deliveryPlanBook.say('delivery-plan/origin-is-fixed'));
  if (after.owner !== '' && (await reading.one('person', after.owner)) === null)
    refusals.push(deliveryPlanBook.say('delivery-plan/owner-unknown', { field: 'ownerId' }));
  if (after.owner !== before?.owner) {
    const held = { marking: after.marking, policeOnly: after.body.policeOnly };
    refusals.push(...(await clearanceConcerns([after.owner], held, 'ownerId', reading)));
  }
  const unitIds = [...new Set(after.body.resources.map((resource) => resource.unitId))];
  if ((await reading.some('unit', unitIds)).length !== unitIds.length)
    refusals.push(deliveryPlanBook.say('delivery-plan/unit-unknown', { field: 'resources' }));
  return refusals;
}

async function checkPlan({ before, after, actor, now, reading }: Step<'delivery-plan', DeliveryPlanBody>): Promise<readonly Refusal[]> {
  if (after === null) return [deliveryPlanBook.say('delivery-plan/never-erased')];
  if (before === null) {
    if (after.state !== 'draft' || after.body.reviews.length > 0 || after.body.result !== '' || after.body.closedBecause !== '')
      return [deliveryPlanBook.say('delivery-plan/begins-as-draft')];
    return [...planConcerns(after.body), ...(await referencesHold(null, after, reading))];
  }
  if (before.state === 'closed') return [deliveryPlanBook.say('delivery-plan/closed')];
  if (
    before.parent !== after.parent ||
    before.body.groupId !== after.body.groupId ||
    before.body.reference !== after.body.reference ||
    before.scope !== after.scope ||
    before.marking !== after.marking
  )
    return [deliveryPlanBook.say('delivery-plan/origin-is-fixed')];
  if (!same(before.body.reviews, after.body.reviews.slice(0, before.body.reviews.length)))
    return [deliveryPlanBook.say('delivery-plan/reviews-are-kept')];
  const refusals: Refusal[] = [...planConcerns(after.body), ...(await referencesHold(before, after, reading))];
  switch (`${before.state}>${after.state}`) {
    case 'draft>draft':
      return after.body.reviews.length > 0 || after.body.result !== ''
        ? [deliveryPlanBook.say('delivery-plan/step-not-in-order')]
        : refusals;
    case 'draft>approved': {
      const group = await reading.one('group', after.body.groupId);
      if (group?.body.groupType === 'dmm') refusals.push(deliveryPlanBook.say('delivery-plan/not-in-a-daily-meeting'));
      if (!(await isChair(reading, actor.personId, after.body.groupId, now)))
        refusals.push(deliveryPlanBook.say('delivery-plan/not-yours-to-approve'));
      return [...refusals, ...approvalConcerns(after)];
    }
    case 'approved>approved':
      if (AGREED.some((key) => !same(before.body[key], after.body[key])) || !same(measureNames(before.body), measureNames(after.body)))
        return [deliveryPlanBook.say('delivery-plan/approved-is-fixed')];
      return [...refusals, ...approvalConcerns(after)];
    case 'draft>closed':
    case 'approved>closed':
      if (
        AGREED.some((key) => !same(before.body[key], after.body[key])) ||
        before.owner !== after.owner ||
        !same(measureNames(before.body), measureNames(after.body))
      )
        return [deliveryPlanBook.say('delivery-plan/approved-is-fixed')];
      return after.body.result === '' && after.body.closedBecause === ''
        ? [deliveryPlanBook.say('delivery-plan/closed-without-result', { field: 'result' })]
        : [];
    default:
      return [deliveryPlanBook.say('delivery-plan/step-not-in-order')];
  }
}

async function isChair(
  reading: Reading,
  personId: string,
  groupId: string,
  now: Step<'delivery-plan', DeliveryPlanBody>['now'],
): Promise<boolean> {
  return (await appointmentsOf(reading, groupId, dayOf(now))).some(
    (one) => one.body.personId === personId && (one.body.role === 'chair' || one.body.role === 'deputy-chair'),
  );
}

/** An operational delivery plan made from a decision, with one owner, reviewed and closed with its result (duties 55, 56, 128, 136, 137, 142). */
export const deliveryPlan = defineNoun<'delivery-plan', DeliveryPlanBody>({
  kind: 'delivery-plan',
  shape: 1,
  body: deliveryPlanBody,
  states: DELIVERY_PLAN_STATES,
  keepsVersions: true,
  accessOf: (record) => meetingSideAccess(record, record.body.groupId, { policeOnly: record.body.policeOnly, people: [record.owner] }),
  check: checkPlan,
  searchText: ({ body }) => ({
    title: `${body.reference} ${body.title}`,
    text: [body.objective, ...body.tactics.map((tactic) => tactic.text), body.result, body.closedBecause].join('\n'),
  }),
});
