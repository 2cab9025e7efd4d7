import { type Day, type Instant, dayOf } from '#shared/base/time.ts';
import { countsOn } from '#shared/domain/access/actor.ts';
import { spanOn } from '#shared/domain/force/spans.ts';
import { theForce } from '#shared/domain/force/force.rules.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import type { ControlStrategyBody } from './control-strategy.schema.ts';
import type { StrategyContext } from './strategy-concerns.ts';

type Place = Pick<ControlStrategyBody, 'nodeType' | 'nodeId'>;

/** The strategic group of a place that is in use on a day; null where there is none. */
export async function strategicGroupOf(reading: Reading, { nodeType, nodeId }: Place, on: Day): Promise<RecordOf<'group'> | null> {
  const groups = (await reading.many('group', { parent: nodeId })).filter(
    ({ body }) => body.groupType === 'stcg' && body.nodeType === nodeType && body.nodeId === nodeId,
  );
  return groups.find((group) => countsOn(group.body, on)) ?? null;
}

/** Whether the place runs the strategic process on a day: the force always, an area while it is switched on (duties 61, 62). */
export async function runsStrategic(reading: Reading, { nodeType, nodeId }: Place, on: Day): Promise<boolean> {
  const force = await theForce(reading);
  if (nodeType === 'force') return force?.id === nodeId;
  if (force?.body.hasAreas !== true) return false;
  const area = await reading.one('area', nodeId);
  const span = area === null ? null : spanOn(area.body.spans, on);
  return span?.inUse === true && span.runsStrategic;
}

/** Priorities of a place that its strategy keeps in force. */
export async function prioritiesOf(reading: Reading, nodeId: string): Promise<readonly RecordOf<'priority'>[]> {
  return reading.many('priority', { scope: nodeId, state: 'current' });
}

/** Priorities of the force in force on a day: what an area's strategy answers (duty 61). */
export async function forcePriorities(reading: Reading): Promise<readonly RecordOf<'priority'>[]> {
  return (await reading.many('priority', { state: 'current' })).filter((priority) => priority.body.nodeType === 'force');
}

/** Reads what `settingConcerns` has to know. */
export async function strategyContextFor(reading: Reading, strategy: ControlStrategyBody, now: Instant): Promise<StrategyContext> {
  const today = dayOf(now);
  const [owners, parents, issues] = await Promise.all([
    reading.some('person', [...new Set(strategy.priorities.map((row) => row.ownerId).filter((id) => id !== ''))]),
    strategy.nodeType === 'force' ? [] : forcePriorities(reading),
    strategy.prioritisationId === '' ? [] : reading.many('issue', { parent: strategy.prioritisationId }),
  ]);
  return {
    servingIds: new Set(owners.filter((person) => person.state === 'serving' && countsOn(person.body, today)).map((person) => person.id)),
    parentPriorities: parents.map(({ id, body }) => ({ id, reference: body.reference })),
    issues: issues.map(({ id, state, body }) => ({ id, state, title: body.title, outcomeReason: body.outcomeReason })),
  };
}
