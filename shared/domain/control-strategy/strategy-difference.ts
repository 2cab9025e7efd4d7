import { diffWordsWithSpace } from 'diff';
import type { ControlStrategyBody, StrategyPriority } from './control-strategy.schema.ts';

/** A stretch of text that both versions have, or only one. */
export interface TextPiece {
  readonly id: string;
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

export type RowField =
  | 'reference'
  | 'title'
  | 'summary'
  | 'includedBecause'
  | 'ownerId'
  | 'prevention'
  | 'intelligence'
  | 'enforcement'
  | 'reassurance'
  | 'measures'
  | 'hours'
  | 'officers'
  | 'budget'
  | 'policeOnly';

/** One thing that is said differently. Numbers have a `change`; texts have their pieces. */
export interface FieldChange<Field extends string = string> {
  readonly id: Field;
  readonly before: string;
  readonly after: string;
  readonly change: number | null;
  readonly pieces: readonly TextPiece[];
}

export interface RowDifference {
  readonly id: string;
  readonly kind: 'added' | 'dropped' | 'changed' | 'same';
  readonly reference: string;
  readonly title: string;
  readonly changes: readonly FieldChange<RowField>[];
}

export interface StrategyDifference {
  readonly rows: readonly RowDifference[];
  /** Direction statement, reassurance column, pool, dates. */
  readonly changes: readonly FieldChange[];
  readonly parents: readonly FieldChange[];
  readonly isSame: boolean;
}

const NUMBERS = ['hours', 'officers', 'budget'] as const;
const TEXTS = [
  'reference',
  'title',
  'summary',
  'includedBecause',
  'prevention',
  'intelligence',
  'enforcement',
  'reassurance',
] as const satisfies readonly (keyof StrategyPriority)[];

/** What two texts have in common and what each has alone, word by word; a gap between two changed words counts as changed with them. */
export function textPieces(before: string, after: string): readonly TextPiece[] {
  const pieces: Omit<TextPiece, 'id'>[] = [];
  let [removed, added] = ['', ''];
  const flush = (): void => {
    if (removed !== '') pieces.push({ kind: 'removed', text: removed });
    if (added !== '') pieces.push({ kind: 'added', text: added });
    [removed, added] = ['', ''];
  };
  for (const part of diffWordsWithSpace(before, after)) {
    if (part.removed) removed += part.value;
    else if (part.added) added += part.value;
    else if (part.value.trim() === '' && removed + added !== '') [removed, added] = [removed + part.value, added + part.value];
    else {
      flush();
      pieces.push({ kind: 'same', text: part.value });
    }
  }
  flush();
  return pieces.map((piece, index) => ({ ...piece, id: String(index) }));
}

function textChange<Field extends string>(id: Field, before: string, after: string): readonly FieldChange<Field>[] {
  return before === after ? [] : [{ id, before, after, change: null, pieces: textPieces(before, after) }];
}

function numberChange<Field extends string>(id: Field, before: number, after: number): readonly FieldChange<Field>[] {
  if (before === after) return [];
  return [{ id, before: String(before), after: String(after), change: Math.round((after - before) * 100) / 100, pieces: [] }];
}

const plain = <Field extends string>(id: Field, before: string, after: string): readonly FieldChange<Field>[] =>
  before === after ? [] : [{ id, before, after, change: null, pieces: [] }];

const measuresText = (row: StrategyPriority): string =>
  row.measures.map(({ name, baseline, target }) => [name, baseline, target].filter((part) => part !== '').join(': ')).join('\n');

function rowChanges(before: StrategyPriority, after: StrategyPriority, nameOf: (id: string) => string): readonly FieldChange<RowField>[] {
  return [
    ...TEXTS.flatMap((field) => textChange<RowField>(field, before[field], after[field])),
    ...plain<RowField>('ownerId', nameOf(before.ownerId), nameOf(after.ownerId)),
    ...textChange<RowField>('measures', measuresText(before), measuresText(after)),
    ...NUMBERS.flatMap((field) => numberChange<RowField>(field, before[field], after[field])),
    ...plain<RowField>('policeOnly', String(before.policeOnly === true), String(after.policeOnly === true)),
  ];
}

/**
 * What the later version says differently from the earlier one, row by row; a row is the same through the versions by its key (duty 75).
 * `nameOf` names people; `parentOf` names a priority of the force.
 */
export function strategyDifference(
  before: ControlStrategyBody,
  after: ControlStrategyBody,
  { nameOf, parentOf }: { readonly nameOf: (id: string) => string; readonly parentOf: (id: string) => string },
): StrategyDifference {
  const kept = after.priorities.map((row): RowDifference => {
    const was = before.priorities.find((other) => other.key === row.key);
    const changes = was === undefined ? [] : rowChanges(was, row, nameOf);
    const kind = was === undefined ? 'added' : changes.length === 0 ? 'same' : 'changed';
    return { id: row.key, kind, reference: row.reference, title: row.title, changes };
  });
  const dropped = before.priorities
    .filter((row) => !after.priorities.some((other) => other.key === row.key))
    .map((row): RowDifference => ({ id: row.key, kind: 'dropped', reference: row.reference, title: row.title, changes: [] }));
  const changes: readonly FieldChange[] = [
    ...textChange('direction', before.direction, after.direction),
    ...plain('withReassurance', String(before.withReassurance), String(after.withReassurance)),
    ...NUMBERS.flatMap((field) => numberChange(`pool.${field}`, before.pool[field], after.pool[field])),
    ...textChange('overAllocatedBecause', before.overAllocatedBecause ?? '', after.overAllocatedBecause ?? ''),
    ...plain('reviewOn', before.reviewOn, after.reviewOn),
  ];
  const parents = parentChanges(before, after, parentOf);
  const rows = [...kept, ...dropped];
  return {
    rows,
    changes,
    parents,
    isSame: changes.length === 0 && parents.length === 0 && rows.every((row) => row.kind === 'same'),
  };
}

function parentChanges(before: ControlStrategyBody, after: ControlStrategyBody, parentOf: (id: string) => string): readonly FieldChange[] {
  const words = (strategy: ControlStrategyBody, id: string): string => {
    const parent = strategy.parents.find((one) => one.priorityId === id);
    return parent === undefined ? '' : parent.adopted ? 'Adopted' : `Not adopted: ${parent.reason}`;
  };
  const ids = [...new Set([...before.parents, ...after.parents].map((parent) => parent.priorityId))];
  return ids.flatMap((id) => {
    const [was, is] = [words(before, id), words(after, id)];
    return was === is ? [] : [{ id: parentOf(id), before: was, after: is, change: null, pieces: [] }];
  });
}
