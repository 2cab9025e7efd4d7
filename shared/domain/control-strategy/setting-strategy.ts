import { decidedRevOf } from '#shared/domain/decision/strategic-decision.ts';
import { type Day, type Instant, addDays, dayOf } from '#shared/base/time.ts';
import { amended, organisationRecord } from '#shared/domain/force/organisation-record.ts';
import type { Change } from '#shared/domain/kit/command.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { rewritten } from '#shared/domain/meeting/parts.ts';
import type { PriorityBody } from '#shared/domain/priority/priority.schema.ts';
import type { ControlStrategyBody, StrategyPriority } from './control-strategy.schema.ts';

type Strategy = RecordOf<'control-strategy'>;
type Priority = RecordOf<'priority'>;

/** Whether a row says of its priority exactly what the priority on record says: then it is carried over, otherwise a new one is made. */
export function rowIsPriority(
  row: Pick<StrategyPriority, 'reference' | 'title' | 'summary'>,
  priority: Pick<PriorityBody, 'reference' | 'title' | 'summary'>,
): boolean {
  return row.reference === priority.reference && row.title === priority.title && row.summary === priority.summary;
}

/** The day a strategy begins: the day written in it, or the day of the decision when that came later. */
export function dayInForce(strategy: Pick<ControlStrategyBody, 'from'>, decision: { readonly body: { readonly decidedAt: string } }): Day {
  const decidedOn = dayOf(decision.body.decidedAt as Instant);
  return strategy.from > decidedOn ? strategy.from : decidedOn;
}

/** The last day of a priority that a strategy beginning on `from` leaves out: the day before, and never before its own first. */
export function lastDayBefore(priority: Pick<PriorityBody, 'from'>, from: Day): Day {
  const before = addDays(from, -1);
  return before < priority.from ? priority.from : before;
}

/** The draft as it stands once it is set by the decision: nothing of what was decided changes. */
export function asDecided(
  draft: Strategy,
  decision: RecordOf<'decision'>,
  meeting: RecordOf<'meeting'> | null,
  { now, priorityIds }: { readonly now: Instant; readonly priorityIds: readonly string[] },
): ControlStrategyBody {
  return {
    ...draft.body,
    priorities: draft.body.priorities.map((row, index) => ({ ...row, priorityId: priorityIds[index] ?? '' })),
    from: dayInForce(draft.body, decision),
    setByDecisionId: decision.id,
    setAt: now,
    decidedRev: decidedRevOf(decision, draft.id),
    decisionReference: decision.body.reference,
    meetingReference: meeting?.body.reference ?? '',
  };
}

interface Setting {
  readonly draft: Strategy;
  readonly decision: RecordOf<'decision'>;
  readonly meeting: RecordOf<'meeting'> | null;
  /** The version it amends, or null for the first. */
  readonly inForce: Strategy | null;
  /** Priorities of the place in force until now. */
  readonly priorities: readonly Priority[];
  readonly now: Instant;
  readonly byId: string;
  readonly newId: () => string;
}

/**
 * Everything that is written when a draft is set, in one unit: the strategy itself, the version before it superseded, priorities made for new rows,
 * handed over where the owner changed, and ended where no row keeps them (duties 74, 75, 93, 97).
 */
export function settingChanges({ draft, decision, meeting, inForce, priorities, now, byId, newId }: Setting): readonly Change[] {
  const from = dayInForce(draft.body, decision);
  const kept = new Set<string>();
  const changes: Change[] = [];
  const priorityIds = draft.body.priorities.map((row) => {
    const before = priorities.find((one) => one.id === row.priorityId);
    if (before !== undefined && rowIsPriority(row, before.body)) {
      kept.add(before.id);
      if (before.owner !== row.ownerId)
        changes.push({ put: handedOver(before, { toId: row.ownerId, byId, now, because: '', decisionId: decision.id }) });
      return before.id;
    }
    const id = newId();
    changes.push({ put: priorityFrom(row, id, draft, decision.id, from) });
    return id;
  });
  for (const one of priorities) {
    if (kept.has(one.id)) continue;
    const body = { ...one.body, to: lastDayBefore(one.body, from), endedByDecisionId: decision.id };
    changes.push({ put: amended(one, { state: 'ended', body }) });
  }
  if (inForce !== null) changes.push({ put: rewritten(inForce, { state: 'superseded' }) });
  const body = asDecided(draft, decision, meeting, { now, priorityIds });
  changes.push({ put: rewritten(draft, { state: 'set', dueAt: body.reviewOn, body }) });
  return changes;
}

function priorityFrom(row: StrategyPriority, id: string, draft: Strategy, decisionId: string, from: Day) {
  return organisationRecord({
    kind: 'priority',
    id,
    scope: draft.body.nodeId,
    state: 'current',
    sortAt: row.reference,
    parent: decisionId,
    owner: row.ownerId,
    body: {
      reference: row.reference,
      title: row.title,
      summary: row.summary,
      nodeType: draft.body.nodeType,
      nodeId: draft.body.nodeId,
      setByDecisionId: decisionId,
      from,
      to: '',
      strategyId: draft.id,
    },
  });
}

/** The priority with another owner and the trail of how it came to that (duty 97). */
export function handedOver(
  priority: Priority,
  {
    toId,
    byId,
    now,
    because,
    decisionId,
  }: { readonly toId: string; readonly byId: string; readonly now: Instant; readonly because: string; readonly decisionId: string },
) {
  const handover = { at: now, byId, fromId: priority.owner, toId, because, decisionId };
  return rewritten(priority, { owner: toId, body: { handovers: [...(priority.body.handovers ?? []), handover] } });
}
