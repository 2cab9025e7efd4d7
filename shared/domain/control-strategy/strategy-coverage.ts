import { type Day, dayOf, daysBetween, instant } from '#shared/base/time.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import type { StrategyPriority } from './control-strategy.schema.ts';

type Plan = RecordOf<'delivery-plan'>;
type Strategy = RecordOf<'control-strategy'>;
type Priority = RecordOf<'priority'>;

/**
 * A priority may be without a delivery plan for four weeks: two rounds of a fortnightly tactical group, one to decide on the plan and one to approve it.
 * After that its owner and the chair are told (duty 98).
 */
export const DAYS_WITHOUT_PLAN = 28;

/** Every id a row has had as a priority through the versions: rewording a priority makes a new one, and the plans made under the old name still serve it. */
export function priorityIdsByKey(strategies: readonly Strategy[]): ReadonlyMap<string, ReadonlySet<string>> {
  const ids = new Map<string, Set<string>>();
  for (const strategy of strategies)
    for (const row of strategy.body.priorities) {
      if (row.priorityId === '') continue;
      const held = ids.get(row.key) ?? new Set<string>();
      held.add(row.priorityId);
      ids.set(row.key, held);
    }
  return ids;
}

export interface PlanServing {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  readonly state: string;
  readonly ownerId: string;
  readonly endsOn: string;
  readonly hours: number;
}

/** One priority of the strategy and what delivers it. */
export interface Coverage {
  readonly key: string;
  /** The one current delivery plan: named by the owner or the chair, or else the approved plan that runs longest; null for none. */
  readonly plan: PlanServing | null;
  readonly planNamed: boolean;
  /** Other open plans that serve it. */
  readonly others: readonly PlanServing[];
  /** Hours of all open plans that serve it. */
  readonly plannedHours: number;
  /** Days since it came into force or its last plan was closed; null while it has a plan. */
  readonly daysWithoutPlan: number | null;
  /** Longer without a plan than is allowed (duty 98). */
  readonly overdue: boolean;
}

export const hoursOf = (plan: Plan): number => plan.body.resources.reduce((sum, resource) => sum + resource.hours, 0);

export function planServing(plan: Plan): PlanServing {
  const { reference, title, endsOn } = plan.body;
  return { id: plan.id, reference, title, state: plan.state, ownerId: plan.owner, endsOn, hours: hoursOf(plan) };
}

/** The day since when nothing serves a priority: its first day, or the day its last plan was closed. */
function lastServed({ body }: Priority, plans: readonly Plan[], ids: ReadonlySet<string>): Day {
  const closed = plans
    .filter((plan) => plan.state === 'closed' && ids.has(plan.body.priorityId))
    .map((plan) => dayOf(instant(plan.updatedAt)));
  return [body.from, ...closed].reduce((last, on) => (on > last ? on : last));
}

/** Which plans deliver each row (duties 98, 129). */
export function coverageOf(
  rows: readonly Pick<StrategyPriority, 'key' | 'priorityId'>[],
  plans: readonly Plan[],
  priorities: readonly Priority[],
  idsByKey: ReadonlyMap<string, ReadonlySet<string>>,
  today: Day,
): readonly Coverage[] {
  const open = plans.filter((plan) => plan.state !== 'closed');
  return rows.map((row) => {
    const priority = priorities.find((one) => one.id === row.priorityId);
    const ids = idsByKey.get(row.key) ?? new Set([row.priorityId]);
    const serving = open.filter((plan) => plan.body.priorityId !== '' && ids.has(plan.body.priorityId));
    const named = serving.find((plan) => plan.id === priority?.body.planId);
    const [longest] = serving.filter((plan) => plan.state === 'approved').sort((a, b) => (a.body.endsOn > b.body.endsOn ? -1 : 1));
    const current = named ?? longest;
    const days = current !== undefined || priority === undefined ? null : Math.max(0, daysBetween(lastServed(priority, plans, ids), today));
    return {
      key: row.key,
      plan: current === undefined ? null : planServing(current),
      planNamed: named !== undefined,
      others: serving.filter((plan) => plan !== current).map(planServing),
      plannedHours: serving.reduce((sum, plan) => sum + hoursOf(plan), 0),
      daysWithoutPlan: days,
      overdue: days !== null && days > DAYS_WITHOUT_PLAN,
    };
  });
}

/** What is worked outside the strategy, and its share of the hours given to open plans (duty 91). */
export interface OutsideStrategy {
  readonly plans: readonly (PlanServing & { readonly reason: string })[];
  readonly hours: number;
  readonly allHours: number;
  /** Of all hours, in hundredths; null while no hours are given at all. */
  readonly share: number | null;
}

export function outsideStrategy(plans: readonly Plan[]): OutsideStrategy {
  const open = plans.filter((plan) => plan.state !== 'closed');
  const outside = open.filter((plan) => plan.body.priorityId === '');
  const sum = (some: readonly Plan[]): number => some.reduce((total, plan) => total + hoursOf(plan), 0);
  const [hours, allHours] = [sum(outside), sum(open)];
  return {
    plans: outside.map((plan) => ({ ...planServing(plan), reason: plan.body.outsideStrategyReason })),
    hours,
    allHours,
    share: allHours === 0 ? null : Math.round((hours / allHours) * 100),
  };
}

/** Demands on the same resources, those of the strategy first and in its order, then the others by their hours (duty 92). */
export function strategyFirst<Demand extends { readonly priorityPlace: number | null; readonly hours: number; readonly id: string }>(
  demands: readonly Demand[],
): readonly Demand[] {
  const place = (demand: Demand): number => demand.priorityPlace ?? Number.POSITIVE_INFINITY;
  return [...demands].sort((a, b) => {
    const [left, right] = [place(a), place(b)];
    return left !== right ? (left < right ? -1 : 1) : b.hours - a.hours || (a.id < b.id ? -1 : 1);
  });
}
