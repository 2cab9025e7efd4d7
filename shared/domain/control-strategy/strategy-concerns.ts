import type { Refusal } from '#shared/base/result.ts';
import type { ControlStrategyBody, StrategyPriority } from './control-strategy.schema.ts';
import { controlStrategyBook } from './control-strategy-refusals.ts';
import { allocationOf, amountText, type Resource } from './strategy-figures.ts';

/** What has to be known of the force to say whether a strategy may be set. */
export interface StrategyContext {
  /** People who serve today. */
  readonly servingIds: ReadonlySet<string>;
  /** Priorities of the force in force today, for an area; empty for the force itself. */
  readonly parentPriorities: readonly { readonly id: string; readonly reference: string }[];
  /** Issues of the prioritisation it rests on; empty when it rests on none. */
  readonly issues: readonly { readonly id: string; readonly title: string; readonly state: string; readonly outcomeReason: string }[];
}

const blank = (text: string): boolean => text.trim() === '';
const say = controlStrategyBook.say;

/** What must hold of any draft, however unfinished: nothing stands in it twice, and what it points at is of the right place. */
export function draftConcerns(
  strategy: ControlStrategyBody,
  known: { readonly forcePriorityIds: ReadonlySet<string>; readonly ownPriorityIds: ReadonlySet<string> },
): readonly Refusal[] {
  const refusals: Refusal[] = [];
  const { priorities, parents } = strategy;
  for (const [index, row] of priorities.entries()) {
    const others = priorities.slice(0, index);
    if (others.some((other) => other.reference === row.reference))
      refusals.push(
        say('control-strategy/reference-twice', { field: `priorities.${index}.reference`, facts: { reference: row.reference } }),
      );
    if (others.some((other) => other.key === row.key || (row.priorityId !== '' && other.priorityId === row.priorityId)))
      refusals.push(say('control-strategy/row-twice', { field: `priorities.${index}.title` }));
    if (row.priorityId !== '' && !known.ownPriorityIds.has(row.priorityId))
      refusals.push(say('control-strategy/row-of-another-place', { field: `priorities.${index}.title` }));
  }
  if (strategy.nodeType === 'force' && parents.length > 0) refusals.push(say('control-strategy/parent-of-force', { field: 'parents' }));
  else
    for (const [index, parent] of parents.entries()) {
      if (!known.forcePriorityIds.has(parent.priorityId))
        refusals.push(say('control-strategy/parent-foreign', { field: `parents.${index}.reason` }));
      if (parents.slice(0, index).some((other) => other.priorityId === parent.priorityId))
        refusals.push(say('control-strategy/parent-twice', { field: `parents.${index}.reason` }));
    }
  if (strategy.reviewOn !== '' && strategy.reviewOn < strategy.from)
    refusals.push(say('control-strategy/review-before-start', { field: 'reviewOn' }));
  return refusals;
}

/** Everything that stands in the way of setting it, besides the decision: each with the field it is about (duties 58, 59, 61, 95-97). */
export function settingConcerns(strategy: ControlStrategyBody, context: StrategyContext): readonly Refusal[] {
  const refusals: Refusal[] = [];
  if (blank(strategy.direction)) refusals.push(say('control-strategy/without-direction', { field: 'direction' }));
  if (strategy.priorities.length === 0) refusals.push(say('control-strategy/without-priorities', { field: 'priorities' }));
  for (const [index, row] of strategy.priorities.entries()) refusals.push(...rowConcerns(row, index, context.servingIds));
  return [...refusals, ...issueConcerns(strategy, context.issues), ...poolConcerns(strategy), ...parentConcerns(strategy, context)];
}

function rowConcerns(row: StrategyPriority, index: number, serving: ReadonlySet<string>): Refusal[] {
  const facts = { reference: row.reference };
  const refusals: Refusal[] = [];
  if (row.ownerId === '') refusals.push(say('control-strategy/without-owner', { field: `priorities.${index}.ownerId`, facts }));
  else if (!serving.has(row.ownerId)) refusals.push(say('control-strategy/owner-left', { field: `priorities.${index}.ownerId`, facts }));
  if (blank(row.includedBecause))
    refusals.push(say('control-strategy/without-inclusion-reason', { field: `priorities.${index}.includedBecause`, facts }));
  return refusals;
}

function issueConcerns({ priorities }: ControlStrategyBody, issues: StrategyContext['issues']): Refusal[] {
  const refusals: Refusal[] = [];
  const undecided = issues.filter((issue) => issue.state === 'scoring');
  if (undecided.length > 0) {
    const titles = undecided.slice(0, 3).map((issue) => `“${issue.title}”`);
    refusals.push(
      say('control-strategy/issue-undecided', {
        field: 'prioritisationId',
        facts: { count: undecided.length, titles: `${titles.join(', ')}${undecided.length > titles.length ? ' and others' : ''}` },
      }),
    );
  }
  const taken = new Set(priorities.map((row) => row.issueId));
  for (const issue of issues) {
    const facts = { title: issue.title };
    if (issue.state === 'not-included' && blank(issue.outcomeReason))
      refusals.push(say('control-strategy/issue-without-exclusion-reason', { field: 'prioritisationId', facts }));
    if (issue.state === 'not-included' && taken.has(issue.id))
      refusals.push(say('control-strategy/excluded-issue-in-it', { field: 'priorities', facts }));
    if (issue.state === 'included' && !taken.has(issue.id))
      refusals.push(say('control-strategy/included-issue-missing', { field: 'priorities', facts }));
  }
  return refusals;
}

function poolConcerns(strategy: ControlStrategyBody): Refusal[] {
  const { pool, given, left, over } = allocationOf(strategy);
  const unsaid = (['hours', 'officers', 'budget'] as const).filter((what) => given[what] > 0 && pool[what] === 0);
  if (unsaid.length > 0) return [say('control-strategy/without-pool', { field: 'pool.hours', facts: { what: unsaid.join(', ') } })];
  if (over.length === 0 || !blank(strategy.overAllocatedBecause ?? '')) return [];
  const amounts = over.map((what: Resource) => `${amountText(what, -left[what])} too many`.replace(/^(£\S+) too many$/, '$1 too much'));
  return [say('control-strategy/over-allocated', { field: 'overAllocatedBecause', facts: { over: amounts.join(', ') } })];
}

function parentConcerns({ nodeType, parents }: ControlStrategyBody, { parentPriorities }: StrategyContext): Refusal[] {
  if (nodeType === 'force') return [];
  const answered = new Map(parents.map((parent) => [parent.priorityId, parent]));
  const missing = parentPriorities.filter((priority) => !answered.has(priority.id));
  const refusals: Refusal[] =
    missing.length === 0
      ? []
      : [
          say('control-strategy/parent-unanswered', {
            field: 'parents',
            facts: { references: missing.map((priority) => priority.reference).join(', ') },
          }),
        ];
  for (const [index, parent] of parents.entries()) {
    if (parent.adopted || !blank(parent.reason)) continue;
    const reference = parentPriorities.find((priority) => priority.id === parent.priorityId)?.reference ?? 'a priority';
    refusals.push(say('control-strategy/parent-without-reason', { field: `parents.${index}.reason`, facts: { reference } }));
  }
  return refusals;
}

/** What is worth a word though it does not stand in the way. */
export interface StrategyFlag {
  readonly id: string;
  readonly code: 'cell-empty' | 'no-resource' | 'no-measure' | 'over-allocated';
  readonly duty: number;
  readonly key: string;
  readonly reference: string;
  readonly part: string;
}

const CELLS = [
  ['prevention', 85],
  ['intelligence', 86],
  ['enforcement', 87],
  ['reassurance', 88],
] as const;

/** Empty cells, priorities without resource or measure: flagged, never blocking. Reassurance counts only while the column is on (duties 59, 85-88). */
export function strategyFlags(strategy: ControlStrategyBody): readonly StrategyFlag[] {
  const flags: StrategyFlag[] = [];
  const { without, over } = allocationOf(strategy);
  for (const row of strategy.priorities) {
    const flag = (code: StrategyFlag['code'], duty: number, part = ''): void => {
      flags.push({ id: `${code}:${row.key}:${part}`, code, duty, key: row.key, reference: row.reference, part });
    };
    for (const [part, duty] of CELLS)
      if (blank(row[part]) && (part !== 'reassurance' || strategy.withReassurance)) flag('cell-empty', duty, part);
    if (without.includes(row.key)) flag('no-resource', 59);
    if (row.measures.length === 0) flag('no-measure', 5);
  }
  for (const what of over) flags.push({ id: `over:${what}`, code: 'over-allocated', duty: 59, key: '', reference: '', part: what });
  return flags;
}
