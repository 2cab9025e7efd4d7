import { z } from 'zod';
import { type Result, ok, refused } from '#shared/base/result.ts';
import { MARKINGS } from '#shared/contracts/record/record.ts';
import { dayShape, idShape, lineShape, maybeDayShape, maybeIdShape, maybeLineShape, typedProseShape } from '#shared/base/shapes.ts';
import { dayOf } from '#shared/base/time.ts';
import { scopeAt } from '#shared/domain/appointment/scope-at.ts';
import { type CommandContext, defineCommand } from '#shared/domain/kit/command.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { rewritten } from '#shared/domain/meeting/parts.ts';
import { controlStrategyBook } from './control-strategy-refusals.ts';
import { mayDraftStrategy, maySetStrategy } from './control-strategy.policy.ts';
import { decisionRefusal, strategyDecisionFault } from './control-strategy.rules.ts';
import { type ControlStrategyBody, DEFAULT_POLICE_ONLY_PARTS, STRATEGY_PARTS, type StrategyPriority } from './control-strategy.schema.ts';
import { settingConcerns } from './strategy-concerns.ts';
import { prioritiesOf, runsStrategic, strategicGroupOf, strategyContextFor } from './strategy-context.ts';
import { settingChanges } from './setting-strategy.ts';

type Strategy = RecordOf<'control-strategy'>;
const say = controlStrategyBook.say;

/** A row as it is typed: what may be missing in a draft may be empty here. */
const rowShape = z.object({
  key: idShape,
  priorityId: maybeIdShape.default(''),
  reference: lineShape(20),
  title: lineShape(200),
  summary: typedProseShape(4000).default(''),
  issueId: maybeIdShape.default(''),
  includedBecause: typedProseShape(4000).default(''),
  ownerId: maybeIdShape.default(''),
  prevention: typedProseShape(4000).default(''),
  intelligence: typedProseShape(4000).default(''),
  enforcement: typedProseShape(4000).default(''),
  reassurance: typedProseShape(4000).default(''),
  objectiveIds: z.array(idShape).max(20).default([]),
  measures: z
    .array(z.object({ name: lineShape(200), baseline: maybeLineShape(100).default(''), target: maybeLineShape(100).default('') }))
    .max(20)
    .default([]),
  hours: z.number().min(0).max(10_000_000).default(0),
  officers: z.number().min(0).max(100_000).default(0),
  budget: z.number().min(0).max(1_000_000_000).default(0),
  policeOnly: z.boolean().default(false),
});

const contentShape = z.object({
  title: lineShape(200),
  direction: typedProseShape(4000).default(''),
  withReassurance: z.boolean().default(false),
  priorities: z.array(rowShape).max(30).default([]),
  parents: z
    .array(z.object({ priorityId: idShape, adopted: z.boolean(), reason: typedProseShape(2000).default('') }))
    .max(60)
    .default([]),
  pool: z
    .object({
      hours: z.number().min(0).max(100_000_000),
      officers: z.number().min(0).max(1_000_000),
      budget: z.number().min(0).max(10_000_000_000),
    })
    .default({ hours: 0, officers: 0, budget: 0 }),
  overAllocatedBecause: typedProseShape(2000).default(''),
  policeOnlyParts: z
    .array(z.enum(STRATEGY_PARTS))
    .max(10)
    .default([...DEFAULT_POLICE_ONLY_PARTS]),
  assessmentId: maybeIdShape.default(''),
  prioritisationId: maybeIdShape.default(''),
  from: dayShape,
  reviewOn: maybeDayShape.default(''),
});

/** Drafts the next version of the control strategy of a force or area: from the version in force, or from nothing (duties 60, 74, 75, 84). */
export const draftControlStrategy = defineCommand({
  name: 'control-strategy.draft',
  args: z.object({
    nodeType: z.enum(['force', 'area']),
    nodeId: idShape,
    from: dayShape,
    /** Takes the included issues of this prioritisation as rows besides those carried over. */
    prioritisationId: maybeIdShape.default(''),
    marking: z.enum(MARKINGS).default('OFFICIAL'),
  }),
  may: async (args, { actor, reading, now }) => mayDraftStrategy(actor, (await strategicGroupOf(reading, args, dayOf(now)))?.id ?? ''),
  decide: async ({ nodeType, nodeId, from, prioritisationId, marking }, context) => {
    const { reading, newId, now } = context;
    const group = await strategicGroupOf(reading, { nodeType, nodeId }, dayOf(now));
    if (group === null) return refused(say('control-strategy/no-strategic-group', { field: 'nodeId' }));
    if (!(await runsStrategic(reading, { nodeType, nodeId }, dayOf(now))))
      return refused(say('control-strategy/process-not-run-here', { field: 'nodeId' }));
    const earlier = (await reading.many('control-strategy', { scope: nodeId })).filter(
      (one) => one.state === 'set' || one.state === 'superseded',
    );
    const inForce = earlier.find((one) => one.state === 'set') ?? null;
    const carried = await carriedRows(inForce, await prioritiesOf(reading, nodeId), newId);
    const issues = prioritisationId === '' ? ok([]) : await issueRows(prioritisationId, group.id, carried, context);
    if (!issues.ok) return issues;
    const place = await scopeAt(reading, nodeType, nodeId, from);
    const version = 1 + Math.max(0, ...earlier.map((one) => one.body.version));
    const id = newId();
    const body: ControlStrategyBody = {
      ...(inForce?.body ?? emptyContent()),
      groupId: group.id,
      nodeType,
      nodeId,
      version,
      title: `Control strategy of ${place?.name ?? 'the force'}`.slice(0, 200),
      priorities: [...carried, ...issues.value],
      prioritisationId,
      amendsId: inForce?.id ?? '',
      from,
      reviewOn: '',
      setByDecisionId: '',
      setAt: '',
      decidedRev: '',
      publicationId: '',
      withdrawnBecause: '',
      decisionReference: '',
      meetingReference: '',
    };
    const put = {
      kind: 'control-strategy' as const,
      id,
      scope: nodeId,
      marking: inForce?.marking ?? marking,
      handling: '',
      compartment: '',
      state: 'draft',
      owner: '',
      parent: group.id,
      number: version,
      dueAt: '',
      sortAt: now,
      body,
    };
    return ok({
      changes: [{ put }],
      subject: { kind: 'control-strategy', id },
      facts: { version, amends: inForce?.id ?? '', rows: body.priorities.length },
      out: { strategyId: id, version },
    });
  },
});

type Content = Pick<
  ControlStrategyBody,
  'direction' | 'withReassurance' | 'parents' | 'pool' | 'assessmentId' | 'overAllocatedBecause' | 'policeOnlyParts'
>;

function emptyContent(): Content {
  return {
    direction: '',
    withReassurance: false,
    parents: [],
    pool: { hours: 0, officers: 0, budget: 0 },
    assessmentId: '',
    overAllocatedBecause: '',
    policeOnlyParts: [...DEFAULT_POLICE_ONLY_PARTS],
  };
}

function emptyRow(key: string, reference: string, title: string): StrategyPriority {
  return {
    key,
    priorityId: '',
    reference,
    title,
    summary: '',
    issueId: '',
    includedBecause: '',
    ownerId: '',
    prevention: '',
    intelligence: '',
    enforcement: '',
    reassurance: '',
    objectiveIds: [],
    measures: [],
    hours: 0,
    officers: 0,
    budget: 0,
    policeOnly: false,
  };
}

/** The rows of the version in force with whoever owns them now; priorities set before strategies were drafted here become rows of their own. */
async function carriedRows(
  inForce: Strategy | null,
  priorities: readonly RecordOf<'priority'>[],
  newId: () => string,
): Promise<readonly StrategyPriority[]> {
  const owners = new Map(priorities.map((one) => [one.id, one.owner]));
  const rows = (inForce?.body.priorities ?? []).map((row) => ({ ...row, ownerId: owners.get(row.priorityId) ?? row.ownerId }));
  const held = new Set(rows.map((row) => row.priorityId));
  const others = priorities.filter((one) => !held.has(one.id));
  return [
    ...rows,
    ...others.map(({ id, owner, body }) => ({
      ...emptyRow(newId(), body.reference, body.title),
      priorityId: id,
      summary: body.summary,
      ownerId: owner,
    })),
  ];
}

/** The included issues of a prioritisation of the same group as new rows, each with its reason; those the draft has are passed over. */
async function issueRows(
  prioritisationId: string,
  groupId: string,
  rows: readonly StrategyPriority[],
  { reading, newId }: Pick<CommandContext, 'reading' | 'newId'>,
): Promise<Result<readonly StrategyPriority[]>> {
  const prioritisation = await reading.one('prioritisation', prioritisationId);
  if (prioritisation?.body.groupId !== groupId)
    return refused(say('control-strategy/prioritisation-unknown', { field: 'prioritisationId' }));
  const there = new Set(rows.map((row) => row.issueId));
  const issues = (await reading.many('issue', { parent: prioritisationId })).filter(
    (issue) => issue.state === 'included' && !there.has(issue.id),
  );
  const taken = new Set(rows.map((row) => row.reference));
  const made: StrategyPriority[] = [];
  for (const issue of issues) {
    const reference = freeReference(taken);
    taken.add(reference);
    made.push({
      ...emptyRow(newId(), reference, issue.body.title),
      summary: issue.body.description,
      issueId: issue.id,
      includedBecause: issue.body.outcomeReason,
    });
  }
  return ok(made);
}

/** The next of CS1, CS2, ... that no row has. */
export function freeReference(taken: ReadonlySet<string>): string {
  let number = 1;
  while (taken.has(`CS${number}`)) number += 1;
  return `CS${number}`;
}

async function draftOf(strategyId: string, reading: Reading): Promise<Result<Strategy>> {
  const strategy = await reading.one('control-strategy', strategyId);
  if (strategy === null) return refused(say('control-strategy/unknown', { field: 'strategyId' }));
  if (strategy.state === 'draft') return ok(strategy);
  const decided = strategy.state === 'set' || strategy.state === 'superseded';
  return refused(say(decided ? 'control-strategy/amended-only-by-stcg' : 'control-strategy/not-a-draft'));
}

const mayDraft = async ({ strategyId }: { readonly strategyId: string }, { actor, reading }: CommandContext) =>
  mayDraftStrategy(actor, (await reading.one('control-strategy', strategyId))?.body.groupId ?? '');

/** Saves a draft as it was typed. `rev` is the version it was typed over: what somebody else saved meanwhile is not overwritten (duties 74, 75, 85-88). */
export const changeControlStrategy = defineCommand({
  name: 'control-strategy.change',
  args: contentShape.extend({ strategyId: idShape, rev: lineShape(80), marking: z.enum(MARKINGS).default('OFFICIAL') }),
  may: mayDraft,
  decide: async ({ strategyId, rev, marking, ...content }, { reading }) => {
    const draft = await draftOf(strategyId, reading);
    if (!draft.ok) return draft;
    if (draft.value.rev !== rev) return refused(say('control-strategy/changed-meanwhile', { field: 'rev' }));
    const put = { ...rewritten(draft.value, { body: content }), marking };
    return ok({ changes: [{ put }], subject: { kind: 'control-strategy', id: strategyId }, out: { strategyId } });
  },
});

/** Adds the included issues of a prioritisation to a draft as rows, each with its reason (duties 94, 95). */
export const takeIssues = defineCommand({
  name: 'control-strategy.take-issues',
  args: z.object({ strategyId: idShape, prioritisationId: idShape }),
  may: mayDraft,
  decide: async ({ strategyId, prioritisationId }, context) => {
    const draft = await draftOf(strategyId, context.reading);
    if (!draft.ok) return draft;
    const { body } = draft.value;
    const rows = await issueRows(prioritisationId, body.groupId, body.priorities, context);
    if (!rows.ok) return rows;
    if (rows.value.length === 0) return refused(say('control-strategy/nothing-included', { field: 'prioritisationId' }));
    const put = rewritten(draft.value, { body: { priorities: [...body.priorities, ...rows.value], prioritisationId } });
    return ok({
      changes: [{ put }],
      subject: { kind: 'control-strategy', id: strategyId },
      facts: { rows: rows.value.length },
      out: { strategyId, added: rows.value.length },
    });
  },
});

/** Takes a draft no further; it stays readable with the reason (duty 74). */
export const withdrawControlStrategy = defineCommand({
  name: 'control-strategy.withdraw',
  args: z.object({ strategyId: idShape, because: typedProseShape(2000) }),
  may: mayDraft,
  decide: async ({ strategyId, because }, { reading }) => {
    const draft = await draftOf(strategyId, reading);
    if (!draft.ok) return draft;
    const put = rewritten(draft.value, { state: 'withdrawn', body: { withdrawnBecause: because } });
    return ok({ changes: [{ put }], subject: { kind: 'control-strategy', id: strategyId }, out: { strategyId } });
  },
});

/** Sets a draft as the control strategy by the decision of the strategic group that names it (duties 74, 75, 93, 95-97, 101). */
export const setControlStrategy = defineCommand({
  name: 'control-strategy.set',
  args: z.object({ strategyId: idShape, decisionId: idShape }),
  may: async ({ strategyId }, { actor, reading, now }) => {
    const strategy = await reading.one('control-strategy', strategyId);
    const group = strategy === null ? null : await strategicGroupOf(reading, strategy.body, dayOf(now));
    return maySetStrategy(actor, group?.id ?? '');
  },
  decide: async ({ strategyId, decisionId }, { reading, newId, now, actor }) => {
    const found = await draftOf(strategyId, reading);
    if (!found.ok) return found;
    const draft = found.value;
    const decision = await reading.one('decision', decisionId);
    const fault = await strategyDecisionFault(reading, draft, decisionId);
    if (decision === null || fault !== null) return refused(decisionRefusal(fault ?? 'decision-unknown'));
    const [first, ...rest] = settingConcerns(draft.body, await strategyContextFor(reading, draft.body, now));
    if (first !== undefined) return refused(first, ...rest);
    const { amendsId, nodeId } = draft.body;
    const [meeting, inForce, priorities] = await Promise.all([
      reading.one('meeting', decision.parent),
      amendsId === '' ? null : reading.one('control-strategy', amendsId),
      prioritiesOf(reading, nodeId),
    ]);
    return ok({
      changes: settingChanges({ draft, decision, meeting, inForce, priorities, now, byId: actor.personId, newId }),
      subject: { kind: 'control-strategy', id: strategyId },
      facts: { version: draft.body.version, decision: decisionId },
      out: { strategyId, version: draft.body.version },
    });
  },
});

export const controlStrategyCommands = [
  draftControlStrategy,
  changeControlStrategy,
  takeIssues,
  withdrawControlStrategy,
  setControlStrategy,
] as const;
