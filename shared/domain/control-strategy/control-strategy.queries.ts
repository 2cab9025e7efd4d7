import { z } from 'zod';
import type { Refusal } from '#shared/base/result.ts';
import { idShape, maybeIdShape } from '#shared/base/shapes.ts';
import { type Day, dayOf } from '#shared/base/time.ts';
import { lastSpan, spanOn } from '#shared/domain/force/spans.ts';
import { theForce } from '#shared/domain/force/force.rules.ts';
import { type QueryContext, defineQuery } from '#shared/domain/kit/query.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { type Names, type PersonNamed, readNames } from '#shared/domain/meeting/people-named.ts';
import { controlStrategyBook } from './control-strategy-refusals.ts';
import { mayDraftStrategy, maySetStrategy } from './control-strategy.policy.ts';
import { decisionRefusal, strategyDecisionFault } from './control-strategy.rules.ts';
import { strategyAllocationQuery, strategyPageQuery, strategyTasksQuery } from './strategy-page.ts';
import { settingConcerns } from './strategy-concerns.ts';
import { runsStrategic, strategicGroupOf, strategyContextFor } from './strategy-context.ts';
import { type StrategyDifference, strategyDifference } from './strategy-difference.ts';
import { type StrategyShown, strategyShown } from './strategy-shown.ts';

type Strategy = RecordOf<'control-strategy'>;

/** How a draft comes to be set: what is missing, the decision that names it, and the meeting it can still be taken to (duties 74, 93). */
export interface WayToSetting {
  /** What stands in the way besides the decision. */
  readonly missing: readonly Refusal[];
  /** Decisions that stand and name the draft, latest first; empty for who may not read them. */
  readonly decisions: readonly { readonly id: string; readonly reference: string; readonly why: Refusal | null }[];
  readonly nextMeeting: { readonly id: string; readonly reference: string; readonly startsAt: string; readonly live: boolean } | null;
  /** Why this person cannot set it now, the most telling first; null when they can, by the first of `decisions`. */
  readonly set: Refusal | null;
}

/** Reads how far a draft is from being set. */
export async function wayToSetting(draft: Strategy, { reading, actor, now }: QueryContext): Promise<WayToSetting> {
  const { groupId, nodeId } = draft.body;
  const [missing, decisions, meetings] = await Promise.all([
    strategyContextFor(reading, draft.body, now).then((context) => settingConcerns(draft.body, context)),
    reading.many('decision', { scope: nodeId }, { by: 'sortAt', direction: 'down' }),
    reading.many('meeting', { scope: nodeId, state: ['planned', 'live'] }),
  ]);
  const superseded = new Set(decisions.map((one) => one.body.supersedesId));
  const naming = decisions.filter(
    (one) => !superseded.has(one.id) && (one.body.names ?? []).some((named) => named.kind === 'control-strategy' && named.id === draft.id),
  );
  const judged = await Promise.all(
    naming.map(async (one) => {
      const fault = await strategyDecisionFault(reading, draft, one.id);
      return { id: one.id, reference: one.body.reference, why: fault === null ? null : decisionRefusal(fault) };
    }),
  );
  const [next] = meetings
    .filter((meeting) => meeting.body.groupId === groupId)
    .sort((a, b) => (a.body.startsAt < b.body.startsAt ? -1 : 1));
  const fits = judged.toSorted((a, b) => Number(a.why !== null) - Number(b.why !== null));
  return {
    missing,
    decisions: fits,
    nextMeeting:
      next === undefined
        ? null
        : { id: next.id, reference: next.body.reference, startsAt: next.body.startsAt, live: next.state === 'live' },
    set:
      maySetStrategy(actor, groupId) ??
      (fits[0] === undefined ? controlStrategyBook.say('control-strategy/not-decided-yet') : fits[0].why) ??
      missing[0] ??
      null,
  };
}

/** What the editor of a draft offers. */
export interface StrategyChoices {
  readonly people: readonly PersonNamed[];
  readonly prioritisations: readonly { readonly id: string; readonly title: string; readonly included: number; readonly state: string }[];
  readonly assessments: readonly { readonly id: string; readonly title: string }[];
  readonly objectives: readonly { readonly id: string; readonly title: string }[];
}

async function choicesFor(strategy: Strategy, names: Names, { reading }: QueryContext): Promise<StrategyChoices> {
  const { groupId } = strategy.body;
  const [prioritisations, assessments, objectives] = await Promise.all([
    reading.many('prioritisation', {}, { by: 'sortAt', direction: 'down' }),
    reading.many('strategic-assessment', {}, { by: 'sortAt', direction: 'down' }),
    reading.many('business-objective', { state: 'in-use' }),
  ]);
  return {
    people: names.serving.filter((person) => !person.partner),
    prioritisations: await Promise.all(
      prioritisations
        .filter((one) => one.body.groupId === groupId)
        .map(async ({ id, state, body }) => ({
          id,
          title: body.title,
          state,
          included: await reading.count('issue', { parent: id, state: 'included' }),
        })),
    ),
    assessments: assessments.filter((one) => one.body.groupId === groupId).map(({ id, body }) => ({ id, title: body.title })),
    objectives: objectives.map(({ id, body }) => ({ id, title: `${body.reference} ${body.title}` })),
  };
}

/** One version with what this person may do with it. */
export interface StrategyPage {
  readonly strategy: StrategyShown;
  readonly change: Refusal | null;
  readonly way: WayToSetting | null;
  /** Null unless it is a draft this person may change. */
  readonly choices: StrategyChoices | null;
}

/** One version of a control strategy, or null when there is none or it is not this person's to read (duties 74, 75, 84-88, 97). */
export const controlStrategyQuery = defineQuery({
  name: 'control-strategy',
  args: z.object({ strategyId: idShape }),
  followsClock: true,
  seen: ({ strategyId }) => ({ kind: 'control-strategy', id: strategyId }),
  read: async ({ strategyId }, context): Promise<StrategyPage | null> => {
    const { reading, actor, now } = context;
    const strategy = await reading.one('control-strategy', strategyId);
    if (strategy === null) return null;
    const names = await readNames(reading);
    const draft = strategy.state === 'draft';
    const decided = strategy.state === 'set' || strategy.state === 'superseded';
    const change = draft
      ? mayDraftStrategy(actor, strategy.body.groupId)
      : controlStrategyBook.say(decided ? 'control-strategy/amended-only-by-stcg' : 'control-strategy/not-a-draft');
    return {
      strategy: await strategyShown(strategy, { reading, now, names }),
      change,
      way: draft ? await wayToSetting(strategy, context) : null,
      choices: change === null ? await choicesFor(strategy, names, context) : null,
    };
  },
});

/** What two versions of one place say differently (duty 75). */
export interface DifferenceShown extends StrategyDifference {
  readonly before: {
    readonly id: string;
    readonly version: number;
    readonly state: string;
    readonly from: string;
    readonly meetingReference: string;
  };
  readonly after: DifferenceShown['before'];
  readonly title: string;
  readonly nodeId: string;
  readonly place: string;
  readonly marking: StrategyShown['marking'];
}

export const strategyDifferenceQuery = defineQuery({
  name: 'strategy-difference',
  args: z.object({ oneId: idShape, otherId: idShape }),
  seen: ({ otherId }) => ({ kind: 'control-strategy', id: otherId }),
  read: async ({ oneId, otherId }, { reading, now }): Promise<DifferenceShown | null> => {
    const [one, other] = await Promise.all([reading.one('control-strategy', oneId), reading.one('control-strategy', otherId)]);
    if (one === null || other === null || one.body.nodeId !== other.body.nodeId) return null;
    const [before, after] = one.body.version <= other.body.version ? [one, other] : [other, one];
    const names = await readNames(reading);
    const priorities = new Map(
      (
        await reading.some(
          'priority',
          [...before.body.parents, ...after.body.parents].map((parent) => parent.priorityId),
        )
      ).map((priority) => [priority.id, `${priority.body.reference} ${priority.body.title}`]),
    );
    const shown = await strategyShown(after, { reading, now, names });
    const side = ({ id, state, body }: Strategy): DifferenceShown['before'] => ({
      id,
      state,
      version: body.version,
      from: body.from,
      meetingReference: body.meetingReference ?? '',
    });
    return {
      ...strategyDifference(before.body, after.body, { nameOf: names.of, parentOf: (id) => priorities.get(id) ?? '' }),
      before: side(before),
      after: side(after),
      title: shown.title,
      nodeId: shown.nodeId,
      place: shown.place,
      marking: before.marking === 'OFFICIAL-SENSITIVE' ? before.marking : after.marking,
    };
  },
});

/** A force or area that has, had or may have a control strategy. */
export interface StrategyPlace {
  readonly id: string;
  readonly nodeType: 'force' | 'area';
  readonly name: string;
  /** Whether it runs the strategic process today; what it decided stays readable when it no longer does (duty 62). */
  readonly running: boolean;
  /** Version in force; 0 for none. */
  readonly version: number;
  readonly from: string;
  readonly priorities: number;
  readonly draftId: string;
  readonly draft: Refusal | null;
}

/** Every place with a strategy of its own, the force first (duties 60-62, 84). */
export const strategyPlacesQuery = defineQuery({
  name: 'strategy-places',
  args: z.object({ nodeId: maybeIdShape.default('') }),
  followsClock: true,
  read: async (_args, { reading, actor, now }): Promise<{ readonly rows: readonly StrategyPlace[] }> => {
    const today = dayOf(now);
    const [force, areas, strategies] = await Promise.all([theForce(reading), reading.many('area'), reading.many('control-strategy')]);
    const places = [
      ...(force === null ? [] : [{ id: force.id, nodeType: 'force' as const, name: force.body.name }]),
      ...areas.map((area) => ({ id: area.id, nodeType: 'area' as const, name: nameOn(area, today) })),
    ];
    const rows = await Promise.all(
      places.map(async ({ id, nodeType, name }): Promise<StrategyPlace> => {
        const held = strategies.filter((one) => one.body.nodeId === id);
        const inForce = held.find((one) => one.state === 'set');
        const draft = held.find((one) => one.state === 'draft');
        const running = await runsStrategic(reading, { nodeType, nodeId: id }, today);
        const group = await strategicGroupOf(reading, { nodeType, nodeId: id }, today);
        return {
          id,
          nodeType,
          name,
          running,
          version: inForce?.body.version ?? 0,
          from: inForce?.body.from ?? '',
          priorities: inForce?.body.priorities.length ?? 0,
          draftId: draft?.id ?? '',
          draft: draftRefusal(actor, group, running, draft),
        };
      }),
    );
    const known = new Set(strategies.map((one) => one.body.nodeId));
    return { rows: rows.filter((row) => row.nodeType === 'force' || row.running || known.has(row.id)) };
  },
});

function draftRefusal(
  actor: QueryContext['actor'],
  group: RecordOf<'group'> | null,
  running: boolean,
  draft: Strategy | undefined,
): Refusal | null {
  if (!running) return controlStrategyBook.say('control-strategy/process-not-run-here');
  if (group === null) return controlStrategyBook.say('control-strategy/no-strategic-group');
  return (
    mayDraftStrategy(actor, group.id) ??
    (draft === undefined ? null : controlStrategyBook.say('control-strategy/one-draft', { facts: { version: draft.body.version } }))
  );
}

function nameOn(area: RecordOf<'area'>, on: Day): string {
  return (spanOn(area.body.spans, on) ?? lastSpan(area.body.spans)).name;
}

export const controlStrategyQueries = [
  controlStrategyQuery,
  strategyDifferenceQuery,
  strategyPlacesQuery,
  strategyPageQuery,
  strategyAllocationQuery,
  strategyTasksQuery,
] as const;
