import type { Day } from '#shared/base/time.ts';
import type { Marking } from '#shared/contracts/record/record.ts';
import type { StrategyPart } from '#shared/domain/control-strategy/control-strategy.schema.ts';
import type { StrategyShown } from '#shared/domain/control-strategy/strategy-shown.ts';
import type { CommandArgs } from '#shared/domain/registry.ts';
import { controlStrategyText } from '#renderer/text/control-strategy.ts';

const words = controlStrategyText.editor;
type Args = CommandArgs<'control-strategy.change'>;

/** A row while it is typed: its measures as lines of text. */
export interface RowTyped {
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
  readonly objectiveIds: readonly string[];
  readonly measures: string;
  readonly hours: number;
  readonly officers: number;
  readonly budget: number;
  readonly policeOnly: boolean;
}

/** What the editor holds while a draft is written. */
export interface StrategyFields extends Readonly<Record<string, unknown>> {
  /** The version it is typed over. */
  readonly rev: string;
  readonly title: string;
  readonly direction: string;
  readonly withReassurance: boolean;
  readonly from: Day | '';
  readonly reviewOn: Day | '';
  readonly marking: Marking;
  readonly pool: { readonly hours: number; readonly officers: number; readonly budget: number };
  readonly overAllocatedBecause: string;
  readonly priorities: readonly RowTyped[];
  readonly parents: readonly { readonly priorityId: string; readonly adopted: boolean; readonly reason: string }[];
  readonly policeOnlyParts: readonly StrategyPart[];
  readonly assessmentId: string;
  readonly prioritisationId: string;
}

const measureLine = ({ name, baseline, target }: { readonly name: string; readonly baseline: string; readonly target: string }): string =>
  [name, baseline, target].join(' | ').replace(/( \| )+$/, '');

/** Measures from lines of `what is measured | now | aim`; empty lines are left out. */
export function measuresFrom(text: string): { name: string; baseline: string; target: string }[] {
  return text
    .split('\n')
    .map((line) => line.split('|').map((part) => part.trim()))
    .filter((parts) => parts.some((part) => part !== ''))
    .map(([name = '', baseline = '', target = '']) => ({ name, baseline, target }));
}

/** A draft as stored, ready to be typed over. */
export function fieldsOf(strategy: StrategyShown): StrategyFields {
  return {
    rev: strategy.rev,
    title: strategy.title,
    direction: strategy.direction,
    withReassurance: strategy.withReassurance,
    from: strategy.from as Day | '',
    reviewOn: strategy.reviewOn as Day | '',
    marking: strategy.marking,
    pool: strategy.allocation.pool,
    overAllocatedBecause: strategy.overAllocatedBecause,
    priorities: strategy.rows.map((row) => ({
      key: row.key,
      priorityId: row.priorityId,
      reference: row.reference,
      title: row.title,
      summary: row.summary,
      issueId: row.issueId,
      includedBecause: row.includedBecause,
      ownerId: row.ownerId,
      prevention: row.prevention,
      intelligence: row.intelligence,
      enforcement: row.enforcement,
      reassurance: row.reassurance,
      objectiveIds: row.objectiveIds,
      measures: row.measures.map(measureLine).join('\n'),
      hours: row.hours,
      officers: row.officers,
      budget: row.budget,
      policeOnly: row.policeOnly,
    })),
    parents: strategy.parents.flatMap((parent) =>
      parent.adopted === null ? [] : [{ priorityId: parent.id, adopted: parent.adopted, reason: parent.reason }],
    ),
    policeOnlyParts: strategy.policeOnlyParts,
    assessmentId: strategy.assessmentId,
    prioritisationId: strategy.prioritisationId,
  };
}

/** What the command is given. */
export function argsOf(strategyId: string, { rev, ...fields }: StrategyFields): Args {
  return {
    strategyId,
    rev,
    ...fields,
    pool: { ...fields.pool },
    parents: fields.parents.map((parent) => ({ ...parent })),
    policeOnlyParts: [...fields.policeOnlyParts],
    priorities: fields.priorities.map((row) => ({ ...row, objectiveIds: [...row.objectiveIds], measures: measuresFrom(row.measures) })),
  };
}

const PARTS = ['prevention', 'intelligence', 'enforcement', 'reassurance'] as const;

/** Labels by the argument they fill, each row's by its reference. */
export function labelsOf(fields: StrategyFields): Readonly<Record<string, string>> {
  const labels: Record<string, string> = {
    rev: words.meanwhile,
    title: words.title,
    direction: words.direction,
    withReassurance: words.reassurance,
    from: words.from,
    reviewOn: words.reviewOn,
    marking: words.marking,
    overAllocatedBecause: words.over,
    assessmentId: words.assessment,
    prioritisationId: words.prioritisation,
    'pool.hours': words.hours,
    'pool.officers': words.officers,
    'pool.budget': words.budget,
  };
  for (const [index, row] of fields.priorities.entries()) {
    const at = (part: string, name: string): void => {
      labels[`priorities.${index}.${part}`] = words.row(row.reference, name);
    };
    at('reference', words.reference);
    at('title', words.name);
    at('ownerId', words.owner);
    at('includedBecause', words.because);
    at('measures', words.parts.measures);
    for (const part of PARTS) at(part, words.parts[part]);
  }
  return labels;
}
