import { z } from 'zod';
import { idShape, maybeIdShape } from '#shared/base/shapes.ts';
import { dayOf } from '#shared/base/time.ts';
import { holdsRole } from '#shared/domain/access/access.ts';
import { theForce } from '#shared/domain/force/force.rules.ts';
import { type QueryContext, defineQuery } from '#shared/domain/kit/query.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { runsGroup } from '#shared/domain/meeting/meeting.policy.ts';
import { type Names, type PersonNamed, readNames } from '#shared/domain/meeting/people-named.ts';
import { mayHandOver, mayNamePlan } from './control-strategy.policy.ts';
import { strategicGroupOf } from './strategy-context.ts';
import {
  type Coverage,
  DAYS_WITHOUT_PLAN,
  type OutsideStrategy,
  coverageOf,
  hoursOf,
  outsideStrategy,
  priorityIdsByKey,
  strategyFirst,
} from './strategy-coverage.ts';
import { type Allocation, allocationOf } from './strategy-figures.ts';
import { type StrategyShown, strategyShown } from './strategy-shown.ts';

type Strategy = RecordOf<'control-strategy'>;

/** Something a person has to do so that every priority has an owner and a plan, or the area answers the force (duties 61, 97, 98). */
export interface StrategyTask {
  readonly id: string;
  readonly code: 'no-owner' | 'owner-left' | 'no-plan' | 'no-resource' | 'parent-unanswered' | 'decision-superseded';
  readonly duty: number;
  readonly nodeId: string;
  readonly priorityId: string;
  readonly reference: string;
  readonly title: string;
  /** Days without a plan, where that is the task. */
  readonly days: number;
}

/** What is missing of a strategy in force on a day. */
export function strategyTasks(
  strategy: Pick<StrategyShown, 'id' | 'nodeId' | 'rows' | 'parents' | 'allocation' | 'decisionSuperseded' | 'version'>,
  coverage: readonly Coverage[],
): readonly StrategyTask[] {
  const tasks: StrategyTask[] = [];
  for (const row of strategy.rows) {
    const covered = coverage.find((one) => one.key === row.key);
    const task = (code: StrategyTask['code'], duty: number, days = 0): void => {
      tasks.push({
        id: `${code}:${strategy.id}:${row.key}`,
        code,
        duty,
        nodeId: strategy.nodeId,
        priorityId: row.priorityId,
        reference: row.reference,
        title: row.title,
        days,
      });
    };
    if (row.ownerId === '') task('no-owner', 97);
    else if (row.ownerLeft) task('owner-left', 97);
    if (covered?.overdue === true) task('no-plan', 98, covered.daysWithoutPlan ?? 0);
    if (strategy.allocation.without.includes(row.key)) task('no-resource', 59);
  }
  const about = { nodeId: strategy.nodeId, priorityId: '', days: 0 };
  for (const parent of strategy.parents.filter((one) => one.adopted === null))
    tasks.push({
      ...about,
      id: `parent:${strategy.id}:${parent.id}`,
      code: 'parent-unanswered',
      duty: 61,
      reference: parent.reference,
      title: parent.title,
    });
  if (strategy.decisionSuperseded)
    tasks.push({
      ...about,
      id: `superseded:${strategy.id}`,
      code: 'decision-superseded',
      duty: 101,
      reference: `v${strategy.version}`,
      title: '',
    });
  return tasks;
}

/** One demand on the resources of the place: a delivery plan that is open. */
export interface DemandShown {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  readonly priority: string;
  /** Place of its priority in the strategy, from 0; null outside it. */
  readonly priorityPlace: number | null;
  readonly outsideReason: string;
  readonly hours: number;
  readonly owner: string;
  readonly state: string;
}

export interface CoverageShown extends Coverage {
  readonly priorityId: string;
  readonly planOwner: string;
  readonly mayHandOver: boolean;
  readonly mayNamePlan: boolean;
  readonly handovers: readonly {
    readonly id: string;
    readonly at: string;
    readonly from: string;
    readonly to: string;
    readonly because: string;
    readonly byDecision: boolean;
  }[];
}

export interface VersionRow {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly from: string;
  readonly meetingReference: string;
  readonly decisionReference: string;
  readonly priorities: number;
  readonly note: string;
}

/** The control strategy of one place on one page. */
export interface StrategyPageView {
  readonly inForce: StrategyShown | null;
  readonly draft: { readonly id: string; readonly version: number; readonly savedAt: string; readonly savedBy: string } | null;
  readonly versions: readonly VersionRow[];
  readonly coverage: readonly CoverageShown[];
  readonly outside: OutsideStrategy;
  /** Strategy first (duty 92). */
  readonly demands: readonly DemandShown[];
  readonly tasks: readonly StrategyTask[];
  readonly daysWithoutPlan: number;
  readonly people: readonly PersonNamed[];
}

/** The plans that draw on the resources of a place: those of an area its own, those of the force everybody's. */
async function plansAt(reading: Reading, nodeId: string): Promise<readonly RecordOf<'delivery-plan'>[]> {
  const force = await theForce(reading);
  return reading.many('delivery-plan', force?.id === nodeId ? {} : { scope: nodeId });
}

interface Covered {
  readonly shown: StrategyShown;
  readonly coverage: readonly Coverage[];
  readonly plans: readonly RecordOf<'delivery-plan'>[];
  readonly priorities: readonly RecordOf<'priority'>[];
}

async function covered(strategy: Strategy, all: readonly Strategy[], names: Names, { reading, now }: QueryContext): Promise<Covered> {
  const { nodeId, priorities: rows } = strategy.body;
  const [shown, plans, priorities] = await Promise.all([
    strategyShown(strategy, { reading, now, names }),
    plansAt(reading, nodeId),
    reading.many('priority', { scope: nodeId, state: 'current' }),
  ]);
  return { shown, plans, priorities, coverage: coverageOf(rows, plans, priorities, priorityIdsByKey(all), dayOf(now)) };
}

/** The strategy in force at a place with its versions, plans, resources and what is missing (duties 59, 60, 62, 75, 83-92, 97, 98). */
export const strategyPageQuery = defineQuery({
  name: 'strategy-page',
  args: z.object({ nodeId: idShape }),
  followsClock: true,
  read: async ({ nodeId }, context): Promise<StrategyPageView> => {
    const { reading, actor, now } = context;
    const all = await reading.many('control-strategy', { scope: nodeId }, { by: 'number', direction: 'down' });
    const names = await readNames(reading);
    const inForce = all.find((one) => one.state === 'set');
    const draft = all.find((one) => one.state === 'draft');
    const held = inForce === undefined ? null : await covered(inForce, all, names, context);
    const plans = held?.plans ?? (await plansAt(reading, nodeId));
    const group = inForce === undefined ? null : await strategicGroupOf(reading, inForce.body, dayOf(now));
    return {
      inForce: held?.shown ?? null,
      draft:
        draft === undefined
          ? null
          : { id: draft.id, version: draft.body.version, savedAt: draft.updatedAt, savedBy: names.of(draft.updatedBy) },
      versions: all.filter((one) => one.state !== 'draft').map(versionRow),
      coverage: (held?.coverage ?? []).map((one, index): CoverageShown => {
        const priority = held?.priorities.find((other) => other.id === inForce?.body.priorities[index]?.priorityId);
        return {
          ...one,
          priorityId: priority?.id ?? '',
          planOwner: one.plan === null ? '' : names.of(one.plan.ownerId),
          mayHandOver: priority !== undefined && mayHandOver(actor, group?.id ?? ''),
          mayNamePlan: priority !== undefined && mayNamePlan(actor, priority.owner, group?.id ?? ''),
          handovers: (priority?.body.handovers ?? []).map((handover, place) => ({
            id: String(place),
            at: handover.at,
            from: names.of(handover.fromId),
            to: names.of(handover.toId),
            because: handover.because,
            byDecision: handover.decisionId !== '',
          })),
        };
      }),
      outside: outsideStrategy(plans),
      demands: demandsShown(plans, inForce, all, names),
      tasks: held === null ? [] : strategyTasks(held.shown, held.coverage),
      daysWithoutPlan: DAYS_WITHOUT_PLAN,
      people: names.serving.filter((person) => !person.partner),
    };
  },
});

function versionRow({ id, state, body }: Strategy): VersionRow {
  return {
    id,
    state,
    version: body.version,
    from: body.from,
    meetingReference: body.meetingReference ?? '',
    decisionReference: body.decisionReference ?? '',
    priorities: body.priorities.length,
    note: body.withdrawnBecause,
  };
}

function demandsShown(
  plans: readonly RecordOf<'delivery-plan'>[],
  inForce: Strategy | undefined,
  all: readonly Strategy[],
  names: Names,
): readonly DemandShown[] {
  const ids = priorityIdsByKey(all);
  const rows = inForce?.body.priorities ?? [];
  return strategyFirst(
    plans
      .filter((plan) => plan.state !== 'closed')
      .map((plan): DemandShown => {
        const place = rows.findIndex((row) => plan.body.priorityId !== '' && ids.get(row.key)?.has(plan.body.priorityId) === true);
        return {
          id: plan.id,
          reference: plan.body.reference,
          title: plan.body.title,
          priority: rows[place]?.reference ?? '',
          priorityPlace: place === -1 ? null : place,
          outsideReason: plan.body.outsideStrategyReason,
          hours: hoursOf(plan),
          owner: names.of(plan.owner),
          state: plan.state,
        };
      }),
  );
}

/** One priority's share beside a decision. */
export interface AllocationRow {
  readonly id: string;
  readonly priorityId: string;
  readonly reference: string;
  readonly title: string;
  readonly owner: string;
  readonly hours: number;
  readonly officers: number;
  readonly budget: number;
  /** Hours that open delivery plans already draw on it. */
  readonly plannedHours: number;
}

/** What the priorities are given and what plans already draw, shown beside a decision (duties 59, 89). */
export interface AllocationView {
  readonly strategyId: string;
  readonly version: number;
  readonly place: string;
  readonly rows: readonly AllocationRow[];
  readonly allocation: Allocation;
  readonly outsideHours: number;
  readonly outsideShare: number | null;
  /** The draft that is being decided, when there is one and the person may read it. */
  readonly draft: { readonly id: string; readonly version: number; readonly allocation: Allocation } | null;
}

/** Allocation for a group: its own place's strategy, or the force's where its place has none; null without any (duty 89). */
export const strategyAllocationQuery = defineQuery({
  name: 'strategy-allocation',
  args: z.object({ groupId: maybeIdShape.default(''), nodeId: maybeIdShape.default('') }),
  followsClock: true,
  read: async ({ groupId, nodeId }, context): Promise<AllocationView | null> => {
    const { reading } = context;
    const group = groupId === '' ? null : await reading.one('group', groupId);
    const own = group?.body.nodeId ?? nodeId;
    const force = (await theForce(reading))?.id ?? '';
    for (const place of [...new Set([own, force])].filter((id) => id !== '')) {
      const all = await reading.many('control-strategy', { scope: place });
      const inForce = all.find((one) => one.state === 'set');
      const draft = all.find((one) => one.state === 'draft');
      const basis = inForce ?? draft;
      if (basis === undefined) continue;
      const held = await covered(basis, all, await readNames(reading), context);
      const outside = outsideStrategy(held.plans);
      return {
        strategyId: basis.id,
        version: basis.body.version,
        place: held.shown.place,
        rows: held.shown.rows.map((row, index) => ({
          id: row.key,
          priorityId: row.priorityId,
          reference: row.reference,
          title: row.title,
          owner: row.handedOverTo === '' ? row.owner : row.handedOverTo,
          hours: row.hours,
          officers: row.officers,
          budget: row.budget,
          plannedHours: held.coverage[index]?.plannedHours ?? 0,
        })),
        allocation: held.shown.allocation,
        outsideHours: outside.hours,
        outsideShare: outside.share,
        draft:
          draft === undefined || draft === basis
            ? null
            : { id: draft.id, version: draft.body.version, allocation: allocationOf(draft.body) },
      };
    }
    return null;
  },
});

/** What is missing in the strategies this person answers for: as owner, as who runs the strategic group, or overseeing (duties 61, 97, 98). */
export const strategyTasksQuery = defineQuery({
  name: 'strategy-tasks',
  args: z.object({}),
  followsClock: true,
  read: async (_args, context): Promise<{ readonly rows: readonly StrategyTask[] }> => {
    const { reading, actor } = context;
    const inForce = await reading.many('control-strategy', { state: 'set' });
    if (inForce.length === 0) return { rows: [] };
    const names = await readNames(reading);
    const oversees = holdsRole(actor, 'chief-officer-lead', 'director-of-intelligence');
    const tasks = await Promise.all(
      inForce.map(async (strategy) => {
        const all = await reading.many('control-strategy', { scope: strategy.body.nodeId });
        const held = await covered(strategy, all, names, context);
        const theirs = oversees || runsGroup(actor, strategy.body.groupId);
        const owned = new Set(held.priorities.filter((one) => one.owner === actor.personId).map((one) => one.id));
        return strategyTasks(held.shown, held.coverage).filter((task) => theirs || owned.has(task.priorityId));
      }),
    );
    return { rows: tasks.flat() };
  },
});
