import type { Day } from '#shared/base/time.ts';
import { countsOn } from '#shared/domain/access/actor.ts';
import type { StrategyPriority } from '#shared/domain/control-strategy/control-strategy.schema.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import type { Gap } from './warning.ts';

/** A current priority as the control strategy in force describes it; `row` is null where no version the reader may see describes it. */
export interface PriorityInForce {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  readonly nodeId: string;
  readonly from: Day;
  readonly record: RecordOf<'priority'> | null;
  readonly strategy: RecordOf<'control-strategy'> | null;
  readonly row: StrategyPriority | null;
}

export interface AlignmentRecords {
  readonly strategies: readonly RecordOf<'control-strategy'>[];
  readonly priorities: readonly RecordOf<'priority'>[];
  readonly objectives: readonly RecordOf<'business-objective'>[];
}

export async function readAlignment(reading: Reading): Promise<AlignmentRecords> {
  const [strategies, priorities, objectives] = await Promise.all([
    reading.many('control-strategy', { state: 'set' }),
    reading.many('priority', { state: 'current' }),
    reading.many('business-objective'),
  ]);
  return { strategies, priorities, objectives };
}

/** The priorities in force on a day: the rows of the strategies that are set, and current priorities that stand in none of them. */
export function prioritiesInForce({ strategies, priorities }: AlignmentRecords, on: Day): readonly PriorityInForce[] {
  const current = priorities.filter((priority) => countsOn(priority.body, on));
  const records = new Map(current.map((priority) => [priority.id, priority]));
  const described = strategies
    .filter((strategy) => strategy.state === 'set')
    // Those of the force come before those of its areas.
    .sort((a, b) => Number(a.body.nodeType === 'area') - Number(b.body.nodeType === 'area'))
    .flatMap((strategy) =>
      strategy.body.priorities.map(
        (row): PriorityInForce => ({
          id: row.priorityId === '' ? row.key : row.priorityId,
          reference: row.reference,
          title: row.title,
          nodeId: strategy.body.nodeId,
          from: records.get(row.priorityId)?.body.from ?? strategy.body.from,
          record: records.get(row.priorityId) ?? null,
          strategy,
          row,
        }),
      ),
    );
  const inARow = new Set(described.map((priority) => priority.id));
  const others = current
    .filter((priority) => !inARow.has(priority.id))
    .map(
      (priority): PriorityInForce => ({
        id: priority.id,
        reference: priority.body.reference,
        title: priority.body.title,
        nodeId: priority.body.nodeId,
        from: priority.body.from,
        record: priority,
        strategy: null,
        row: null,
      }),
    );
  return [...described, ...others];
}

/** The objectives that count on a day, in the reader's view. */
export function objectivesInUse(objectives: AlignmentRecords['objectives'], on: Day): AlignmentRecords['objectives'] {
  return objectives.filter((objective) => objective.state === 'in-use' && countsOn(objective.body, on));
}

/** What to open for a priority: the control strategy that describes it, or the decision that set it. */
export function priorityTag(priority: PriorityInForce): Gap['subject'] {
  const name = `${priority.reference} ${priority.title}`;
  return priority.record === null && priority.strategy !== null
    ? { kind: 'control-strategy', id: priority.strategy.id, name }
    : { kind: 'priority', id: priority.id, name, parent: priority.record?.parent ?? '' };
}

/** Where planning and priorities do not meet: priorities with no objective or no measure, and objectives no priority serves (duty 5). */
export function alignmentExceptions(records: AlignmentRecords, on: Day): readonly Gap[] {
  const inUse = objectivesInUse(records.objectives, on);
  const priorities = prioritiesInForce(records, on);
  const gaps: Gap[] = [];
  for (const priority of priorities) {
    const subject = priorityTag(priority);
    const gap = (code: string, sentence: string): Gap => ({
      id: `${code}:${priority.id}`,
      code,
      severity: 'red',
      duties: [5],
      sentence,
      subject,
      since: priority.from,
    });
    const named = priority.row?.objectiveIds ?? [];
    const served = inUse.filter((objective) => named.includes(objective.id));
    if (priority.row === null)
      gaps.push(gap('alignment/not-in-a-strategy', 'No control strategy shown to you maps it to an objective and a measure.'));
    else {
      if (named.length === 0) gaps.push(gap('alignment/no-objective', 'Serves no objective of the business plan.'));
      else if (served.length === 0)
        gaps.push(gap('alignment/objective-ended', 'Every objective it is mapped to has ended or is not in force.'));
      if (priority.row.measures.length === 0 && served.every((objective) => objective.body.measures.length === 0))
        gaps.push(gap('alignment/no-measure', 'Has no measure, of its own or of an objective it serves.'));
    }
  }
  const servedIds = new Set(priorities.flatMap((priority) => priority.row?.objectiveIds ?? []));
  for (const objective of inUse) {
    const subject = { kind: 'business-objective' as const, id: objective.id, name: `${objective.body.reference} ${objective.body.title}` };
    const about = { duties: [5], severity: 'amber' as const, subject, since: objective.body.from };
    if (!servedIds.has(objective.id))
      gaps.push({
        ...about,
        id: `alignment/objective-not-served:${objective.id}`,
        code: 'alignment/objective-not-served',
        sentence: 'No priority serves this objective.',
      });
    if (objective.body.measures.length === 0)
      gaps.push({
        ...about,
        id: `alignment/objective-without-measure:${objective.id}`,
        code: 'alignment/objective-without-measure',
        sentence: 'This objective has no measure.',
      });
  }
  return gaps;
}
