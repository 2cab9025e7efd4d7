import type { Refusal } from '#shared/base/result.ts';
import { dayOf } from '#shared/base/time.ts';
import { actorOnRecord } from '#shared/domain/access/actor-on-record.ts';
import { strategyAccess } from '#shared/domain/access/strategy-access.ts';
import { type StrategicDecisionFault, faultInWords, strategicDecisionFault } from '#shared/domain/decision/strategic-decision.ts';
import { type Step, type WritableRecord, defineNoun } from '#shared/domain/kit/noun.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { clearanceConcerns } from '#shared/domain/meeting/people-cleared.ts';
import { isPublishedBy } from '#shared/domain/publication/published-by.ts';
import { same } from '#shared/domain/meeting/meeting.rules.ts';
import { controlStrategyBook } from './control-strategy-refusals.ts';
import { mayDraftStrategy, maySetStrategy } from './control-strategy.policy.ts';
import { CONTROL_STRATEGY_STATES, type ControlStrategyBody, controlStrategyBody } from './control-strategy.schema.ts';
import { draftConcerns, settingConcerns } from './strategy-concerns.ts';
import { prioritiesOf, runsStrategic, strategyContextFor } from './strategy-context.ts';
import { asDecided, rowIsPriority } from './setting-strategy.ts';

type Strategy = RecordOf<'control-strategy'>;
type After = WritableRecord<'control-strategy', ControlStrategyBody>;
type StrategyStep = Step<'control-strategy', ControlStrategyBody>;
const say = controlStrategyBook.say;

/** The fault of a decision that is to set a strategy, as a refusal. */
export function decisionRefusal(fault: StrategicDecisionFault): Refusal {
  const { message, remedy } = faultInWords(fault);
  return say(`control-strategy/${fault}`, { field: 'decisionId', facts: { says: message, remedy } });
}

/** Why this decision does not set this draft as it stands; null when it does (duties 74, 93, 101). */
export function strategyDecisionFault(reading: Reading, draft: Strategy, decisionId: string): Promise<StrategicDecisionFault | null> {
  const { nodeType, nodeId } = draft.body;
  return strategicDecisionFault(reading, { decisionId, kind: 'control-strategy', id: draft.id, nodeType, nodeId, record: draft });
}

/** What is left of a strategy that nothing has set. */
function isUnset(body: ControlStrategyBody): boolean {
  const { setByDecisionId, setAt, decidedRev, publicationId, decisionReference = '', meetingReference = '' } = body;
  return [setByDecisionId, setAt, decidedRev, publicationId, decisionReference, meetingReference].every((text) => text === '');
}

/** What must hold of a draft besides who writes it. */
async function contentConcerns(after: After, reading: Reading): Promise<readonly Refusal[]> {
  const { body } = after;
  const [own, force] = await Promise.all([
    prioritiesOf(reading, body.nodeId),
    body.nodeType === 'force' ? [] : reading.many('priority').then((all) => all.filter((one) => one.body.nodeType === 'force')),
  ]);
  return draftConcerns(body, {
    ownPriorityIds: new Set(own.map((priority) => priority.id)),
    forcePriorityIds: new Set(force.map((priority) => priority.id)),
  });
}

/** The place of a version among the others: one draft at a time, counted on from the version in force, which it amends. */
async function orderConcerns(after: After, reading: Reading): Promise<readonly Refusal[]> {
  const others = (await reading.many('control-strategy', { scope: after.scope })).filter((other) => other.id !== after.id);
  const draft = others.find((other) => other.state === 'draft');
  if (draft !== undefined) return [say('control-strategy/one-draft', { facts: { version: draft.body.version } })];
  const decided = others.filter((other) => other.state === 'set' || other.state === 'superseded');
  const inForce = decided.find((other) => other.state === 'set');
  const next = 1 + Math.max(0, ...decided.map((other) => other.body.version));
  return after.body.version === next && after.body.amendsId === (inForce?.id ?? '') ? [] : [say('control-strategy/version-out-of-order')];
}

async function checkBeginning({ after, actor, now, reading }: StrategyStep & { readonly after: After }): Promise<readonly Refusal[]> {
  const { body } = after;
  if (after.state !== 'draft' || !isUnset(body) || body.withdrawnBecause !== '') return [say('control-strategy/begins-as-draft')];
  if (!(await runsStrategic(reading, body, dayOf(now)))) return [say('control-strategy/process-not-run-here', { field: 'nodeId' })];
  return [
    ...(await drafterConcerns(after, { actor, now, reading })),
    ...(await orderConcerns(after, reading)),
    ...(await contentConcerns(after, reading)),
  ];
}

async function drafterConcerns(
  { body }: After,
  { actor, now, reading }: Pick<StrategyStep, 'actor' | 'now' | 'reading'>,
): Promise<readonly Refusal[]> {
  const who = await actorOnRecord(reading, actor.personId, now);
  const refusal = who === null ? say('control-strategy/not-yours-to-draft') : mayDraftStrategy(who, body.groupId);
  return refusal === null ? [] : [refusal];
}

/** The step that makes it the control strategy: only by the decision that names it, changing nothing of it, with exactly its priorities (duties 74, 93, 101). */
async function checkSetting(before: Strategy, after: After, step: StrategyStep): Promise<readonly Refusal[]> {
  const { actor, now, reading } = step;
  const { body } = after;
  const decision = await reading.one('decision', body.setByDecisionId);
  const fault = await strategyDecisionFault(reading, before, body.setByDecisionId);
  if (decision === null || fault !== null) return [decisionRefusal(fault ?? 'decision-unknown')];
  const who = await actorOnRecord(reading, actor.personId, now);
  const notTheirs = who === null ? say('control-strategy/not-yours-to-set') : maySetStrategy(who, decision.body.groupId);
  if (notTheirs !== null) return [notTheirs];
  const meeting = await reading.one('meeting', decision.parent);
  const keys = body.priorities.map((row) => row.priorityId);
  const decided = asDecided(before, decision, meeting, { now, priorityIds: keys });
  if (!same(decided, body) || before.marking !== after.marking) return [say('control-strategy/draft-changed-while-setting')];
  const [inForce, amended, priorities] = await Promise.all([
    reading.many('control-strategy', { scope: after.scope, state: 'set' }),
    body.amendsId === '' ? null : reading.one('control-strategy', body.amendsId),
    prioritiesOf(reading, body.nodeId),
  ]);
  if (inForce.some((other) => other.id !== after.id) || (body.amendsId !== '' && amended?.state !== 'superseded'))
    return [say('control-strategy/version-out-of-order')];
  const fit =
    priorities.length === body.priorities.length &&
    body.priorities.every((row) =>
      priorities.some((one) => one.id === row.priorityId && one.owner === row.ownerId && rowIsPriority(row, one.body)),
    );
  if (!fit) return [say('control-strategy/priorities-do-not-fit')];
  const owners = body.priorities.map((row) => row.ownerId);
  return [
    ...settingConcerns(body, await strategyContextFor(reading, body, now)),
    ...(await clearanceConcerns(owners, { marking: after.marking, policeOnly: true }, 'priorities', reading)),
  ];
}

/** A version in force changes only by being superseded by the one that amends it, and by the note of its publication. */
async function checkInForce(before: Strategy, after: After, reading: Reading): Promise<readonly Refusal[]> {
  const fixed = [say('control-strategy/amended-only-by-stcg')];
  if (before.marking !== after.marking || before.state !== 'set') return fixed;
  if (after.state === 'superseded') {
    const inForce = await reading.many('control-strategy', { scope: before.scope, state: 'set' });
    return same(before.body, after.body) && inForce.length === 1 && inForce[0]?.body.amendsId === before.id ? [] : fixed;
  }
  if (after.state !== 'set' || !same({ ...before.body, publicationId: after.body.publicationId }, after.body)) return fixed;
  if (before.body.publicationId === after.body.publicationId) return [];
  const published = await isPublishedBy(reading, after.body.publicationId, { controlStrategyId: before.id });
  return published ? [] : [say('control-strategy/publication-unknown')];
}

const IDENTITY = ['groupId', 'nodeType', 'nodeId', 'version', 'amendsId'] as const satisfies readonly (keyof ControlStrategyBody)[];

async function checkStrategy(step: StrategyStep): Promise<readonly Refusal[]> {
  const { before, after, reading } = step;
  if (after === null) return [say('control-strategy/kept')];
  const { body } = after;
  if (after.scope !== body.nodeId || after.parent !== body.groupId || after.number !== body.version || after.owner !== '')
    return [say('control-strategy/filed-wrongly')];
  const group = await reading.one('group', body.groupId);
  if (group?.body.groupType !== 'stcg' || group.body.nodeId !== body.nodeId || group.body.nodeType !== body.nodeType)
    return [say('control-strategy/no-strategic-group', { field: 'nodeId' })];
  if (before === null) return checkBeginning({ ...step, after });
  if (IDENTITY.some((key) => before.body[key] !== body[key]))
    return [say(before.state === 'draft' ? 'control-strategy/version-out-of-order' : 'control-strategy/amended-only-by-stcg')];
  if (before.state === 'set' || before.state === 'superseded') return checkInForce(before, after, reading);
  if (before.state !== 'draft') return [say('control-strategy/not-a-draft')];
  switch (after.state) {
    case 'draft':
      return isUnset(body) && body.withdrawnBecause === ''
        ? [...(await drafterConcerns(after, step)), ...(await contentConcerns(after, reading))]
        : [say('control-strategy/begins-as-draft')];
    case 'withdrawn':
      if (body.withdrawnBecause === '') return [say('control-strategy/withdrawn-without-reason', { field: 'because' })];
      return same({ ...before.body, withdrawnBecause: body.withdrawnBecause }, body)
        ? drafterConcerns(after, step)
        : [say('control-strategy/not-a-draft')];
    case 'set':
      return checkSetting(before, after, step);
    default:
      return [say('control-strategy/not-a-draft')];
  }
}

/** One version of the control strategy of a force or area: drafted, then set by the decision of its strategic group and by nothing else (duties 74, 75, 93, 101). */
export const controlStrategy = defineNoun<'control-strategy', ControlStrategyBody>({
  kind: 'control-strategy',
  shape: 1,
  body: controlStrategyBody,
  states: CONTROL_STRATEGY_STATES,
  keepsVersions: true,
  accessOf: (record) =>
    record.state === 'set' || record.state === 'superseded'
      ? { unit: record.scope, marking: record.marking, caveats: ['POLICE-ONLY'], named: [] }
      : strategyAccess(record, record.body.groupId, { policeOnly: true }),
  check: checkStrategy,
  searchWeight: 1.2,
  searchText: ({ body }) => ({
    title: `${body.title} version ${body.version}`,
    text: [
      body.direction,
      ...body.priorities.flatMap((row) => [
        `${row.reference} ${row.title}`,
        row.summary,
        row.includedBecause,
        row.prevention,
        row.intelligence,
        row.enforcement,
        row.reassurance,
      ]),
    ].join('\n'),
  }),
});
