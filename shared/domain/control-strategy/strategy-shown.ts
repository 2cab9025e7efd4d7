import type { Marking } from '#shared/contracts/record/record.ts';
import { type Instant, dayOf } from '#shared/base/time.ts';
import { scopeAt } from '#shared/domain/appointment/scope-at.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import type { Names } from '#shared/domain/meeting/people-named.ts';
import { DEFAULT_POLICE_ONLY_PARTS, type StrategyPart, type StrategyPriority } from './control-strategy.schema.ts';
import { type StrategyFlag, strategyFlags } from './strategy-concerns.ts';
import { type Allocation, allocationOf } from './strategy-figures.ts';

/** One priority as a screen shows it: as it was set, and who owns it now. */
export interface RowShown {
  readonly id: string;
  readonly key: string;
  readonly priorityId: string;
  readonly reference: string;
  readonly title: string;
  readonly summary: string;
  readonly issueId: string;
  readonly includedBecause: string;
  readonly ownerId: string;
  readonly prevention: string;
  readonly intelligence: string;
  readonly enforcement: string;
  readonly reassurance: string;
  readonly hours: number;
  readonly officers: number;
  readonly budget: number;
  readonly policeOnly: boolean;
  readonly measures: readonly { readonly name: string; readonly baseline: string; readonly target: string }[];
  readonly objectiveIds: readonly string[];
  readonly objectives: readonly string[];
  readonly owner: string;
  /** Who owns it today when it was handed over since; empty otherwise (duty 97). */
  readonly handedOverTo: string;
  readonly ownerLeft: boolean;
}

/** A priority of the force as an area's strategy answers it (duty 61). */
export interface ParentShown {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  /** Null while the strategy does not answer it. */
  readonly adopted: boolean | null;
  readonly reason: string;
}

/** One version of a control strategy, whole. */
export interface StrategyShown {
  readonly id: string;
  readonly rev: string;
  readonly state: string;
  readonly version: number;
  readonly title: string;
  readonly nodeType: 'force' | 'area';
  readonly nodeId: string;
  readonly place: string;
  readonly groupId: string;
  readonly groupName: string;
  readonly marking: Marking;
  readonly direction: string;
  readonly withReassurance: boolean;
  readonly rows: readonly RowShown[];
  readonly parents: readonly ParentShown[];
  readonly allocation: Allocation;
  readonly overAllocatedBecause: string;
  readonly policeOnlyParts: readonly StrategyPart[];
  readonly flags: readonly StrategyFlag[];
  readonly assessmentId: string;
  readonly assessmentTitle: string;
  readonly prioritisationId: string;
  readonly from: string;
  readonly reviewOn: string;
  readonly setAt: string;
  readonly setByDecisionId: string;
  readonly decisionReference: string;
  readonly meetingReference: string;
  /** The decision that set it has been superseded since by a correction. */
  readonly decisionSuperseded: boolean;
  readonly amendsId: string;
  readonly withdrawnBecause: string;
  readonly publicationId: string;
  readonly savedAt: string;
  readonly savedBy: string;
}

/** Reads everything a whole version shows, as far as the reader may read it. */
export async function strategyShown(
  strategy: RecordOf<'control-strategy'>,
  { reading, now, names }: { readonly reading: Reading; readonly now: Instant; readonly names: Names },
): Promise<StrategyShown> {
  const { body } = strategy;
  const [place, group, priorities, objectives, assessment, parents, decision] = await Promise.all([
    scopeAt(reading, body.nodeType, body.nodeId, dayOf(now)),
    reading.one('group', body.groupId),
    reading.some(
      'priority',
      body.priorities.map((row) => row.priorityId).filter((id) => id !== ''),
    ),
    reading.some('business-objective', [...new Set(body.priorities.flatMap((row) => row.objectiveIds))]),
    body.assessmentId === '' ? null : reading.one('strategic-assessment', body.assessmentId),
    parentsShown(strategy, reading),
    body.setByDecisionId === '' ? null : reading.one('decision', body.setByDecisionId),
  ]);
  const later = decision === null ? [] : await reading.many('decision', { scope: decision.scope, sortFrom: decision.sortAt });
  const present = new Map(priorities.map((one) => [one.id, one]));
  const objectiveNames = new Map(objectives.map((one) => [one.id, `${one.body.reference} ${one.body.title}`]));
  return {
    id: strategy.id,
    rev: strategy.rev,
    state: strategy.state,
    version: body.version,
    title: body.title,
    nodeType: body.nodeType,
    nodeId: body.nodeId,
    place: place?.name ?? '',
    groupId: body.groupId,
    groupName: group?.body.name ?? '',
    marking: strategy.marking,
    direction: body.direction,
    withReassurance: body.withReassurance,
    rows: body.priorities.map((row) => rowShown(row, { now: present.get(row.priorityId), names, objectiveNames, strategy })),
    parents,
    allocation: allocationOf(body),
    overAllocatedBecause: body.overAllocatedBecause ?? '',
    policeOnlyParts: body.policeOnlyParts ?? DEFAULT_POLICE_ONLY_PARTS,
    flags: strategyFlags(body),
    assessmentId: assessment?.id ?? '',
    assessmentTitle: assessment?.body.title ?? '',
    prioritisationId: body.prioritisationId,
    from: body.from,
    reviewOn: body.reviewOn,
    setAt: body.setAt,
    setByDecisionId: decision?.id ?? '',
    decisionReference: body.decisionReference ?? '',
    meetingReference: body.meetingReference ?? '',
    decisionSuperseded: later.some((one) => one.body.supersedesId === body.setByDecisionId),
    amendsId: body.amendsId,
    withdrawnBecause: body.withdrawnBecause,
    publicationId: body.publicationId,
    savedAt: strategy.updatedAt,
    savedBy: names.of(strategy.updatedBy),
  };
}

function rowShown(
  row: StrategyPriority,
  {
    now,
    names,
    objectiveNames,
    strategy,
  }: {
    readonly now: RecordOf<'priority'> | undefined;
    readonly names: Names;
    readonly objectiveNames: ReadonlyMap<string, string>;
    readonly strategy: RecordOf<'control-strategy'>;
  },
): RowShown {
  const owned = strategy.state === 'set' && now !== undefined ? now.owner : row.ownerId;
  return {
    ...row,
    id: row.key,
    policeOnly: row.policeOnly === true,
    measures: row.measures.map(({ name, baseline, target }) => ({ name, baseline, target })),
    objectives: row.objectiveIds.flatMap((id) => objectiveNames.get(id) ?? []),
    owner: names.of(row.ownerId),
    handedOverTo: owned === row.ownerId ? '' : names.of(owned),
    ownerLeft: owned !== '' && names.person(owned)?.serving === false,
  };
}

/** The force's priorities in force, and those the strategy answered that have ended since, each with the answer. */
async function parentsShown({ body, state }: RecordOf<'control-strategy'>, reading: Reading): Promise<readonly ParentShown[]> {
  if (body.nodeType === 'force') return [];
  const all = (await reading.many('priority')).filter((one) => one.body.nodeType === 'force');
  const answers = new Map(body.parents.map((parent) => [parent.priorityId, parent]));
  const open = state === 'draft' || state === 'set';
  return all
    .filter((one) => answers.has(one.id) || (open && one.state === 'current'))
    .map((one) => {
      const answer = answers.get(one.id);
      const { reference, title } = one.body;
      return { id: one.id, reference, title, adopted: answer?.adopted ?? null, reason: answer?.reason ?? '' };
    });
}
