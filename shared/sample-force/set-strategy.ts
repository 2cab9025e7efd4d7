import { type Day, type Instant, addDays, addMonths, dayOf, instantFromMs } from '#shared/base/time.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import type { CommandArgs } from '#shared/domain/registry.ts';
import type { Northmoor } from './found-northmoor.ts';
import type { HeldMeeting } from './hold-meeting.ts';
import type { SampleMatter } from './matters.ts';
import {
  EASTMOOR_DIRECTION,
  EASTMOOR_PARENTS,
  EASTMOOR_POOL,
  EASTMOOR_PRIORITIES,
  SAMPLE_CELLS,
  SAMPLE_DIRECTION,
  SAMPLE_DIRECTION_REVIEWED,
  SAMPLE_POOL,
  type SampleAreaPriority,
  type SampleCells,
} from './sample-strategy.ts';
import { SAMPLE_PRIORITIES } from './strategy.ts';
import type { Teller } from './teller.ts';

type Row = NonNullable<CommandArgs<'control-strategy.change'>['priorities']>[number];
type Content = Omit<CommandArgs<'control-strategy.change'>, 'strategyId' | 'rev' | 'title'>;

/** Share of burglary's proactive hours that the six-month review moves to serious violence. */
const MOVED_HOURS = 0.1;
const DRAFTED_DAYS_BEFORE = 6;

const rowOf = (
  northmoor: Northmoor,
  cells: SampleCells,
  named: { readonly reference: string; readonly title: string; readonly summary: string; readonly because: string },
): Row => {
  const { owner, ...said } = cells;
  const { reference, title, summary, because } = named;
  const { prevention, intelligence, enforcement, reassurance, measures, hours, officers, budget } = said;
  const words = { prevention, intelligence, enforcement, reassurance, measures: measures.map((measure) => ({ ...measure })) };
  return {
    key: `row-${reference.toLowerCase()}`,
    reference,
    title,
    summary,
    includedBecause: because,
    ownerId: northmoor.person(owner),
    objectiveIds: [...(northmoor.objectives.get(reference) ?? [])],
    ...words,
    hours,
    officers,
    budget,
  };
};

/** Drafts the next version for a meeting of the force's or Eastmoor's strategic group, a few days before it; returns the draft's id. */
export async function draftStrategy(
  teller: Teller,
  northmoor: Northmoor,
  { groupKey, on, round }: { readonly groupKey: 'stcg' | 'stcg-e'; readonly on: Day; readonly round: number },
  priorities: ReadonlyMap<string, string>,
): Promise<string> {
  const at = instantFromMs(Date.parse(`${addDays(on, -DRAFTED_DAYS_BEFORE)}T14:10:00.000Z`));
  const author = northmoor.person('principal');
  const nodeId = groupKey === 'stcg' ? northmoor.forceId : northmoor.areas.east;
  const nodeType = groupKey === 'stcg' ? 'force' : 'area';
  const { strategyId } = await teller.tell(author, at, 'control-strategy.draft', { nodeType, nodeId, from: on });
  const draft = await draftIn(teller, strategyId);
  const content = groupKey === 'stcg-e' ? eastmoor(northmoor, on, priorities) : round === 0 ? first(northmoor, on) : reviewed(draft, on);
  await teller.tell(author, later(at, 45), 'control-strategy.change', {
    ...content,
    strategyId,
    rev: draft.rev,
    title: draft.body.title,
  });
  return strategyId;
}

const later = (at: Instant, minutes: number): Instant => instantFromMs(Date.parse(at) + minutes * 60_000);

async function draftIn(teller: Teller, strategyId: string): Promise<RecordOf<'control-strategy'>> {
  const draft = await teller.world.reading.one('control-strategy', strategyId);
  if (draft === null) throw new Error('the draft just made is not there');
  return draft;
}

function first(northmoor: Northmoor, on: Day): Content {
  return {
    from: on,
    reviewOn: addMonths(on, 6),
    direction: SAMPLE_DIRECTION,
    withReassurance: true,
    pool: SAMPLE_POOL,
    priorities: SAMPLE_PRIORITIES.map((one) => rowOf(northmoor, cellsOf(one.key), one)),
  };
}

function cellsOf(key: string): SampleCells {
  const cells = SAMPLE_CELLS[key];
  if (cells === undefined) throw new Error(`the sample strategy says nothing of ${key}`);
  return cells;
}

/** The amendment of the six-month review: a tenth of burglary's hours goes to serious violence (duty 75). */
function reviewed({ body }: RecordOf<'control-strategy'>, on: Day): Content {
  const moved = Math.round((body.priorities.find((row) => row.reference === 'CS4')?.hours ?? 0) * MOVED_HOURS);
  const change: Readonly<Record<string, number>> = { CS3: moved, CS4: -moved };
  return {
    from: on,
    reviewOn: addMonths(on, 6),
    direction: SAMPLE_DIRECTION_REVIEWED,
    withReassurance: body.withReassurance,
    pool: body.pool,
    priorities: body.priorities.map((row) => ({ ...row, hours: row.hours + (change[row.reference] ?? 0) })) as Row[],
  };
}

function eastmoor(northmoor: Northmoor, on: Day, priorities: ReadonlyMap<string, string>): Content {
  return {
    from: on,
    reviewOn: addMonths(on, 6),
    direction: EASTMOOR_DIRECTION,
    withReassurance: true,
    pool: EASTMOOR_POOL,
    priorities: EASTMOOR_PRIORITIES.map((one) => rowOf(northmoor, one, one)),
    parents: Object.entries(EASTMOOR_PARENTS).map(([key, reason]) => ({
      priorityId: priorities.get(key) ?? '',
      adopted: reason === '',
      reason,
    })),
  };
}

/** The matter under which a meeting decides on the draft and names it (duties 74, 93). */
export function strategyMatter(strategyId: string, place: string, review: SampleMatter | null): SampleMatter {
  const names = [{ kind: 'control-strategy' as const, id: strategyId }];
  if (review !== null) return { ...review, decisions: review.decisions.map((decision) => ({ ...decision, names })) };
  return {
    priority: '',
    title: `Control strategy of ${place}`,
    picture: ['The principal analyst took the group through the draft, row by row: aims, owner, measures and what each is given.'],
    decisions: [
      {
        text: `Set the control strategy of ${place} as drafted and laid before the meeting, with its owners and the resources each priority is given.`,
        rationale:
          'Each priority follows from the assessment and has an owner who is present or has agreed. What is given adds up to less than the pool, so that a reserve remains for what nobody foresaw.',
        chosen: 'Set the strategy as drafted',
        rejected: 'Wait for the budget of next year',
        rejectedBecause: 'Owners need to make their delivery plans now; an amendment can follow the budget.',
        evidence: 'Strategic assessment and prioritisation matrix',
        actions: [],
        names,
      },
    ],
  };
}

/** Sets the draft by the meeting's decision that names it, just after the meeting; remembers the priorities by their keys. */
export async function setStrategy(
  teller: Teller,
  meeting: HeldMeeting,
  strategyId: string,
  priorities: Map<string, string>,
): Promise<void> {
  const closed = (await teller.world.reading.one('meeting', meeting.meetingId))?.body.closedAt ?? '';
  const decisions = await teller.world.reading.some('decision', meeting.decisionIds);
  const decision = decisions.find((one) => one.body.names?.some((named) => named.id === strategyId));
  await teller.tell(meeting.group.secretary, later(closed as Instant, 10), 'control-strategy.set', {
    strategyId,
    decisionId: decision?.id ?? '',
  });
  for (const row of (await draftIn(teller, strategyId)).body.priorities) {
    const key = SAMPLE_PRIORITIES.find((one) => one.reference === row.reference)?.key;
    if (key !== undefined) priorities.set(key, row.priorityId);
  }
}

/** Eastmoor's amendment in preparation: what the analyst has saved so far, with one owner still to be named (duty 97). */
export async function draftComing(teller: Teller, northmoor: Northmoor, now: Instant): Promise<void> {
  const author = northmoor.person('principal');
  const at = later(now, -2 * 24 * 60);
  const { strategyId } = await teller.tell(author, at, 'control-strategy.draft', {
    nodeType: 'area',
    nodeId: northmoor.areas.east,
    from: addDays(dayOf(now), 16),
  });
  const { body, rev } = await draftIn(teller, strategyId);
  const rows = body.priorities as Row[];
  await teller.tell(author, later(at, 30), 'control-strategy.change', {
    ...body,
    priorities: [...rows.map((row) => (row.reference === 'E1' ? { ...row, hours: 12_000 } : row)), rowOf(northmoor, RURAL, RURAL)].map(
      (row) => (row.reference === RURAL.reference ? { ...row, ownerId: '' } : row),
    ),
    strategyId,
    rev,
  });
}

const RURAL: SampleAreaPriority = {
  reference: 'E3',
  title: 'Theft of plant and machinery from farms along the coast road',
  summary: 'Fewer thefts from farms, and what is taken is traced before it leaves the county.',
  because: 'Eleven thefts since August against four in the year before; insurers report the same across the border.',
  owner: 'neigh-e',
  prevention: 'Farm watch by text message; marking days with the dealers.',
  intelligence: 'Which yards and ports the machines pass through.',
  enforcement: '',
  reassurance: '',
  measures: [],
  hours: 0,
  officers: 0,
  budget: 0,
};
