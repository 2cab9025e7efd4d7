import { z } from 'zod';
import { type Refusal, ok, refused } from '#shared/base/result.ts';
import {
  dayShape,
  idShape,
  lineShape,
  maybeDayShape,
  maybeIdShape,
  maybeLineShape,
  proseShape,
  typedProseShape,
} from '#shared/base/shapes.ts';
import { STRANDS } from '#shared/domain/action/action.schema.ts';
import { type Actor, holdsRoleIn } from '#shared/domain/access/access.ts';
import { type CommandContext, defineCommand } from '#shared/domain/kit/command.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { chairsGroup, runsGroup } from '#shared/domain/meeting/meeting.policy.ts';
import { partOf, rewritten } from '#shared/domain/meeting/parts.ts';
import { deliveryPlanBook } from './delivery-plan-refusals.ts';
import { approvalConcerns, planConcerns } from './delivery-plan.rules.ts';

type Plan = RecordOf<'delivery-plan'>;

const planFields = {
  title: lineShape(200),
  objective: typedProseShape(4000),
  priorityId: maybeIdShape.default(''),
  outsideStrategyReason: typedProseShape(2000).default(''),
  tactics: z
    .array(z.object({ text: proseShape(2000), strand: z.enum(STRANDS) }))
    .max(100)
    .default([]),
  resources: z
    .array(z.object({ unitId: idShape, what: lineShape(200), hours: z.number().min(0).max(100_000), from: dayShape, to: dayShape }))
    .max(100)
    .default([]),
  measures: z
    .array(z.object({ name: lineShape(200), baseline: maybeLineShape(100).default(''), target: maybeLineShape(100).default('') }))
    .max(50)
    .default([]),
  startsOn: dayShape,
  endsOn: dayShape,
  reviewOn: maybeDayShape.default(''),
  /** May wait until approval (duty 137). */
  ownerId: maybeIdShape.default(''),
};

/** Whether the person makes and changes plans of the group. */
export function mayMakePlans(actor: Actor, groupId: string): boolean {
  return runsGroup(actor, groupId) || holdsRoleIn(actor, groupId, 'action-manager');
}
/** Whether the person reviews and closes this plan: its owner, and those who run the group. */
export function mayReviewPlan(actor: Actor, plan: Plan): boolean {
  return plan.owner === actor.personId || mayMakePlans(actor, plan.body.groupId);
}

const mayPlan =
  (allowed: (actor: Actor, plan: Plan) => boolean, refusal: Parameters<typeof deliveryPlanBook.say>[0]) =>
  async (args: { readonly planId: string }, { actor, reading }: CommandContext): Promise<Refusal | null> => {
    const plan = await reading.one('delivery-plan', args.planId);
    return plan !== null && allowed(actor, plan) ? null : deliveryPlanBook.say(refusal);
  };

async function found(planId: string, reading: Reading): Promise<Plan> {
  const plan = await reading.one('delivery-plan', planId);
  if (plan === null) throw new Error('a plan vanished between the policy and the decision');
  return plan;
}

/** Makes a plan from a decision (duties 55, 128). */
export const createDeliveryPlan = defineCommand({
  name: 'delivery-plan.create',
  args: z.object({ decisionId: idShape, ...planFields }),
  may: async (args, { actor, reading }) => {
    const decision = await reading.one('decision', args.decisionId);
    return decision !== null && mayMakePlans(actor, decision.body.groupId) ? null : deliveryPlanBook.say('delivery-plan/not-yours-to-make');
  },
  decide: async ({ decisionId, ownerId, ...fields }, { reading, newId, now }) => {
    const decision = await reading.one('decision', decisionId);
    if (decision === null) return refused(deliveryPlanBook.say('delivery-plan/decision-not-there'));
    const [first, ...rest] = planConcerns(fields);
    if (first !== undefined) return refused(first, ...rest);
    const siblings = await reading.count('delivery-plan', { parent: decision.id });
    const id = newId();
    const reference = `${decision.body.reference}/P${siblings + 1}`;
    const body = {
      ...fields,
      measures: fields.measures.map((measure) => ({ ...measure, result: '' })),
      groupId: decision.body.groupId,
      reference,
      reviews: [],
      result: '',
      closedBecause: '',
      policeOnly: decision.body.policeOnly,
    };
    const put = partOf(decision, 'delivery-plan', {
      id,
      state: 'draft',
      number: siblings + 1,
      sortAt: now,
      owner: ownerId,
      dueAt: fields.reviewOn === '' ? fields.endsOn : fields.reviewOn,
      body,
    });
    return ok({
      changes: [{ put }],
      subject: { kind: 'delivery-plan', id },
      facts: { number: siblings + 1 },
      out: { planId: id, reference },
    });
  },
});

/** Changes a plan that is still a draft. */
export const changeDeliveryPlan = defineCommand({
  name: 'delivery-plan.change',
  args: z.object({ planId: idShape, ...planFields }),
  may: mayPlan(mayReviewPlan, 'delivery-plan/not-yours-to-make'),
  decide: async ({ planId, ownerId, ...fields }, { reading }) => {
    const plan = await found(planId, reading);
    if (plan.state !== 'draft')
      return refused(deliveryPlanBook.say(plan.state === 'closed' ? 'delivery-plan/closed' : 'delivery-plan/approved-is-fixed'));
    const [first, ...rest] = planConcerns(fields);
    if (first !== undefined) return refused(first, ...rest);
    const put = rewritten(plan, {
      owner: ownerId,
      dueAt: fields.reviewOn === '' ? fields.endsOn : fields.reviewOn,
      body: { ...fields, measures: fields.measures.map((measure) => ({ ...measure, result: '' })) },
    });
    return ok({ changes: [{ put }], subject: { kind: 'delivery-plan', id: planId }, out: { planId } });
  },
});

/** Approves a plan: only the chair, and only with one owner, tactics, resources, measures and dates (duties 126, 128, 136, 137). */
export const approveDeliveryPlan = defineCommand({
  name: 'delivery-plan.approve',
  args: z.object({ planId: idShape }),
  may: mayPlan((actor, plan) => chairsGroup(actor, plan.body.groupId), 'delivery-plan/not-yours-to-approve'),
  decide: async ({ planId }, { reading }) => {
    const plan = await found(planId, reading);
    if (plan.state !== 'draft') return refused(deliveryPlanBook.say('delivery-plan/step-not-in-order'));
    const [first, ...rest] = approvalConcerns(plan);
    if (first !== undefined) return refused(first, ...rest);
    return ok({
      changes: [{ put: rewritten(plan, { state: 'approved' }) }],
      subject: { kind: 'delivery-plan', id: planId },
      out: { planId },
    });
  },
});

/** Gives an approved plan to another owner: one at a time, with handover (duties 97, 137). */
export const handOverDeliveryPlan = defineCommand({
  name: 'delivery-plan.hand-over',
  args: z.object({ planId: idShape, ownerId: maybeIdShape }),
  may: mayPlan((actor, plan) => chairsGroup(actor, plan.body.groupId), 'delivery-plan/not-yours-to-approve'),
  decide: async ({ planId, ownerId }, { reading }) => {
    const plan = await found(planId, reading);
    if (plan.state === 'closed') return refused(deliveryPlanBook.say('delivery-plan/closed'));
    if (ownerId === '') return refused(deliveryPlanBook.say('delivery-plan/without-owner', { field: 'ownerId' }));
    const owner = await reading.one('person', ownerId);
    if (owner?.state !== 'serving') return refused(deliveryPlanBook.say('delivery-plan/owner-unknown', { field: 'ownerId' }));
    return ok({
      changes: [{ put: rewritten(plan, { owner: ownerId }) }],
      subject: { kind: 'delivery-plan', id: planId },
      facts: { from: plan.owner, to: ownerId },
      out: { planId },
    });
  },
});

/** Records whether an approved plan still meets its objective, and when it is looked at next (duty 142). */
export const reviewDeliveryPlan = defineCommand({
  name: 'delivery-plan.review',
  args: z.object({
    planId: idShape,
    outcome: z.enum(['continue', 'change', 'stop']),
    text: typedProseShape(4000),
    reviewOn: maybeDayShape.default(''),
  }),
  may: mayPlan(mayReviewPlan, 'delivery-plan/not-yours-to-review'),
  decide: async (args, { reading, now, actor }) => {
    const plan = await found(args.planId, reading);
    if (plan.state !== 'approved')
      return refused(deliveryPlanBook.say(plan.state === 'closed' ? 'delivery-plan/closed' : 'delivery-plan/step-not-in-order'));
    if (args.text === '') return refused(deliveryPlanBook.say('delivery-plan/review-without-text', { field: 'text' }));
    const review = { at: now, byId: actor.personId, outcome: args.outcome, text: args.text };
    const put = rewritten(plan, {
      dueAt: args.reviewOn === '' ? plan.body.endsOn : args.reviewOn,
      body: { reviews: [...plan.body.reviews, review], reviewOn: args.reviewOn },
    });
    return ok({
      changes: [{ put }],
      subject: { kind: 'delivery-plan', id: args.planId },
      facts: { outcome: args.outcome },
      out: { planId: args.planId },
    });
  },
});

/** Closes a plan with its result against the measures, or with the reason why there is none (duty 56). */
export const closeDeliveryPlan = defineCommand({
  name: 'delivery-plan.close',
  args: z.object({
    planId: idShape,
    result: typedProseShape(4000).default(''),
    closedBecause: typedProseShape(2000).default(''),
    measureResults: z.array(maybeLineShape(100)).max(50).default([]),
  }),
  may: mayPlan(mayReviewPlan, 'delivery-plan/not-yours-to-review'),
  decide: async (args, { reading }) => {
    const plan = await found(args.planId, reading);
    if (plan.state === 'closed') return refused(deliveryPlanBook.say('delivery-plan/closed'));
    if (args.result === '' && args.closedBecause === '')
      return refused(deliveryPlanBook.say('delivery-plan/closed-without-result', { field: 'result' }));
    const measures = plan.body.measures.map((measure, index) => ({ ...measure, result: args.measureResults[index] ?? measure.result }));
    const put = rewritten(plan, { state: 'closed', dueAt: '', body: { result: args.result, closedBecause: args.closedBecause, measures } });
    return ok({ changes: [{ put }], subject: { kind: 'delivery-plan', id: args.planId }, out: { planId: args.planId } });
  },
});

export const deliveryPlanCommands = [
  createDeliveryPlan,
  changeDeliveryPlan,
  approveDeliveryPlan,
  handOverDeliveryPlan,
  reviewDeliveryPlan,
  closeDeliveryPlan,
] as const;
