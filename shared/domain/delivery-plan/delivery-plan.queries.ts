import { z } from 'zod';
import type { Refusal } from '#shared/base/result.ts';
import { idShape, maybeIdShape } from '#shared/base/shapes.ts';
import { dayOf } from '#shared/base/time.ts';
import type { Marking } from '#shared/contracts/record/record.ts';
import { chairsGroup } from '#shared/domain/meeting/meeting.policy.ts';
import type { GroupNamed } from '#shared/domain/action/action.queries.ts';
import { prioritiesInForce } from '#shared/domain/decision/decision-context.ts';
import { spanOn } from '#shared/domain/force/spans.ts';
import { type QueryContext, defineQuery } from '#shared/domain/kit/query.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { type Names, type PersonNamed, readNames } from '#shared/domain/meeting/people-named.ts';
import { deliveryPlanBook } from './delivery-plan-refusals.ts';
import { mayMakePlans, mayReviewPlan } from './delivery-plan.commands.ts';
import { approvalConcerns } from './delivery-plan.rules.ts';
import type { DeliveryPlanBody } from './delivery-plan.schema.ts';
import { type ResourceClash, clashesOf } from './resource-clashes.ts';

/** One line of the list of plans. */
export interface PlanRow {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  readonly groupId: string;
  readonly groupName: string;
  readonly state: string;
  readonly ownerId: string;
  readonly owner: string;
  readonly priority: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly reviewOn: string;
  /** Its review, or its end when no review is set, lies behind us and it is still open (duty 142). */
  readonly reviewOverdue: boolean;
  readonly hours: number;
  readonly lastOutcome: string;
  readonly result: string;
  readonly policeOnly: boolean;
  readonly marking: Marking;
}
export interface PlansView {
  /** Open ones by when they are to be looked at, then closed ones. */
  readonly rows: readonly PlanRow[];
  readonly groups: readonly GroupNamed[];
  /** Current priorities that no approved plan serves (duty 129). */
  readonly prioritiesWithoutPlan: readonly { readonly id: string; readonly reference: string; readonly title: string }[];
}

function planRow(
  plan: RecordOf<'delivery-plan'>,
  groups: ReadonlyMap<string, RecordOf<'group'>>,
  priorities: ReadonlyMap<string, string>,
  names: Names,
  today: string,
): PlanRow {
  const { body } = plan;
  return {
    id: plan.id,
    reference: body.reference,
    title: body.title,
    groupId: body.groupId,
    groupName: groups.get(body.groupId)?.body.name ?? '',
    state: plan.state,
    ownerId: plan.owner,
    owner: names.of(plan.owner),
    priority: priorities.get(body.priorityId) ?? '',
    startsOn: body.startsOn,
    endsOn: body.endsOn,
    reviewOn: body.reviewOn,
    reviewOverdue: plan.state !== 'closed' && plan.dueAt !== '' && plan.dueAt < today,
    hours: body.resources.reduce((sum, resource) => sum + resource.hours, 0),
    lastOutcome: body.reviews.at(-1)?.outcome ?? '',
    result: body.result,
    policeOnly: body.policeOnly,
    marking: plan.marking,
  };
}

/** Every delivery plan this person may see (duties 55, 125, 129, 142). */
export const plansQuery = defineQuery({
  name: 'plans',
  args: z.object({ groupId: maybeIdShape.default('') }),
  followsClock: true,
  read: async ({ groupId }, { reading, now }): Promise<PlansView> => {
    const [plans, groupList, priorities, names] = await Promise.all([
      reading.many('delivery-plan', {}, { by: 'dueAt' }),
      reading.many('group'),
      reading.many('priority'),
      readNames(reading),
    ]);
    const groups = new Map(groupList.map((group) => [group.id, group]));
    const references = new Map(priorities.map((priority) => [priority.id, priority.body.reference]));
    const rows = plans
      .filter((plan) => groupId === '' || plan.body.groupId === groupId)
      .map((plan) => planRow(plan, groups, references, names, dayOf(now)));
    const served = new Set(plans.filter((plan) => plan.state === 'approved').map((plan) => plan.body.priorityId));
    const today = dayOf(now);
    const current = priorities.filter((priority) => priority.body.from <= today && (priority.body.to === '' || priority.body.to >= today));
    const present = new Set(plans.map((plan) => plan.body.groupId));
    return {
      rows: [...rows.filter((row) => row.state !== 'closed'), ...rows.filter((row) => row.state === 'closed')],
      groups: groupList
        .filter((group) => present.has(group.id))
        .map((group) => ({ id: group.id, name: group.body.name, code: group.body.code })),
      prioritiesWithoutPlan: current
        .filter((priority) => !served.has(priority.id))
        .map((priority) => ({ id: priority.id, reference: priority.body.reference, title: priority.body.title })),
    };
  },
});

export interface PlanPage extends PlanRow {
  readonly objective: string;
  readonly priorityId: string;
  readonly priorityTitle: string;
  readonly outsideStrategyReason: string;
  readonly tactics: DeliveryPlanBody['tactics'];
  readonly resources: readonly (DeliveryPlanBody['resources'][number] & { readonly unit: string })[];
  readonly measures: DeliveryPlanBody['measures'];
  readonly reviews: readonly {
    readonly id: string;
    readonly at: string;
    readonly by: string;
    readonly outcome: string;
    readonly text: string;
  }[];
  readonly closedBecause: string;
  readonly decision: { readonly id: string; readonly reference: string; readonly text: string } | null;
  readonly clashes: readonly ResourceClash[];
  /** All tactics belong to one strand: worth asking about the other three (duty 135). */
  readonly singleStrand: boolean;
  readonly steps: {
    readonly change: Refusal | null;
    readonly approve: Refusal | null;
    readonly review: Refusal | null;
    readonly close: Refusal | null;
    readonly handOver: Refusal | null;
  };
  readonly choices: PlanChoices;
}

/** What a plan's form offers. */
export interface PlanChoices {
  readonly people: readonly PersonNamed[];
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly priorities: readonly { readonly id: string; readonly reference: string; readonly title: string }[];
}

async function planChoices(scope: string, names: Names, { reading, now }: QueryContext): Promise<PlanChoices> {
  const today = dayOf(now);
  const units = (await reading.many('unit')).flatMap((unit) => {
    const span = spanOn(unit.body.spans, today);
    return span?.inUse === true ? [{ id: unit.id, name: span.name }] : [];
  });
  const priorities = (await prioritiesInForce(reading, { scope }, now)).map((one) => ({
    id: one.id,
    reference: one.body.reference,
    title: one.body.title,
  }));
  return { people: names.serving, units, priorities };
}

/** One plan with its reviews, clashes and what this person may do; null when there is none or it is not theirs to see. */
export const planQuery = defineQuery({
  name: 'plan',
  args: z.object({ planId: idShape }),
  followsClock: true,
  seen: ({ planId }) => ({ kind: 'delivery-plan', id: planId }),
  read: async ({ planId }, context): Promise<PlanPage | null> => {
    const { reading, now, actor } = context;
    const plan = await reading.one('delivery-plan', planId);
    if (plan === null) return null;
    const { body } = plan;
    const [group, priority, decision, names, units, others] = await Promise.all([
      reading.one('group', body.groupId),
      body.priorityId === '' ? null : reading.one('priority', body.priorityId),
      reading.one('decision', plan.parent),
      readNames(reading),
      reading.many('unit'),
      reading.many('delivery-plan', { state: ['draft', 'approved'] }),
    ]);
    const unitName = (id: string): string => units.find((unit) => unit.id === id)?.body.spans.at(-1)?.name ?? '';
    const row = planRow(
      plan,
      new Map(group === null ? [] : [[group.id, group]]),
      new Map(priority === null ? [] : [[priority.id, priority.body.reference]]),
      names,
      dayOf(now),
    );
    return {
      ...row,
      objective: body.objective,
      priorityId: body.priorityId,
      priorityTitle: priority?.body.title ?? '',
      outsideStrategyReason: body.outsideStrategyReason,
      tactics: body.tactics,
      resources: body.resources.map((resource) => ({ ...resource, unit: unitName(resource.unitId) })),
      measures: body.measures,
      reviews: body.reviews.map((review, index) => ({
        id: String(index + 1),
        at: review.at,
        by: names.of(review.byId),
        outcome: review.outcome,
        text: review.text,
      })),
      closedBecause: body.closedBecause,
      decision: decision === null ? null : { id: decision.id, reference: decision.body.reference, text: decision.body.text },
      clashes: clashesOf(plan, others, unitName),
      singleStrand: body.tactics.length > 0 && new Set(body.tactics.map((tactic) => tactic.strand)).size === 1,
      steps: stepsOf(plan, group, actor),
      choices: await planChoices(plan.scope, names, context),
    };
  },
});

function stepsOf(plan: RecordOf<'delivery-plan'>, group: RecordOf<'group'> | null, actor: QueryContext['actor']): PlanPage['steps'] {
  const review = mayReviewPlan(actor, plan) ? null : deliveryPlanBook.say('delivery-plan/not-yours-to-review');
  const chair = chairsGroup(actor, plan.body.groupId) ? null : deliveryPlanBook.say('delivery-plan/not-yours-to-approve');
  if (plan.state === 'closed') {
    const closed = deliveryPlanBook.say('delivery-plan/closed');
    return { change: closed, approve: closed, review: closed, close: closed, handOver: closed };
  }
  const draft = plan.state === 'draft';
  const daily = group?.body.groupType === 'dmm' ? deliveryPlanBook.say('delivery-plan/not-in-a-daily-meeting') : null;
  return {
    change: draft ? review : deliveryPlanBook.say('delivery-plan/approved-is-fixed'),
    approve: draft ? (chair ?? daily ?? approvalConcerns(plan)[0] ?? null) : deliveryPlanBook.say('delivery-plan/step-not-in-order'),
    review: draft ? deliveryPlanBook.say('delivery-plan/step-not-in-order') : review,
    close: review,
    handOver: chair,
  };
}

/** What the form of a new plan needs, made from a decision; null when the decision is not this person's to see. */
export interface NewPlan {
  readonly decision: {
    readonly id: string;
    readonly reference: string;
    readonly text: string;
    readonly priorityId: string;
    readonly outsideStrategyReason: string;
    readonly ownerId: string;
    readonly marking: Marking;
    readonly policeOnly: boolean;
  };
  readonly make: Refusal | null;
  readonly choices: PlanChoices;
}
export const newPlanQuery = defineQuery({
  name: 'new-plan',
  args: z.object({ decisionId: idShape }),
  read: async ({ decisionId }, context): Promise<NewPlan | null> => {
    const decision = await context.reading.one('decision', decisionId);
    if (decision === null) return null;
    const { reference, text, priorityId, outsideStrategyReason, ownerId, groupId, policeOnly } = decision.body;
    return {
      decision: { id: decision.id, reference, text, priorityId, outsideStrategyReason, ownerId, marking: decision.marking, policeOnly },
      make: mayMakePlans(context.actor, groupId) ? null : deliveryPlanBook.say('delivery-plan/not-yours-to-make'),
      choices: await planChoices(decision.scope, await readNames(context.reading), context),
    };
  },
});

export const deliveryPlanQueries = [plansQuery, planQuery, newPlanQuery] as const;
