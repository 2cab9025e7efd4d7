import type { Marking, RecordToWrite } from '#shared/contracts/record/record.ts';
import type { Bodies, Kind } from '#shared/domain/bodies.ts';
import type { Change, CommandContext } from '#shared/domain/kit/command.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';

interface Part<K extends Kind> {
  readonly id: string;
  readonly state: string;
  readonly sortAt: string;
  readonly body: Bodies[K];
  readonly number?: number;
  readonly owner?: string;
  readonly dueAt?: string;
  /** Empty for what belongs to the group but to no meeting. */
  readonly parent?: string;
}

/** A record that is part of a meeting: it takes the meeting's place in the force and its marking. */
export function partOf<K extends Kind>(
  meeting: { readonly id: string; readonly scope: string; readonly marking: Marking },
  kind: K,
  part: Part<K>,
): RecordToWrite<K, Bodies[K]> {
  return {
    id: part.id,
    kind,
    scope: meeting.scope,
    marking: meeting.marking,
    handling: '',
    compartment: '',
    state: part.state,
    owner: part.owner ?? '',
    parent: part.parent ?? meeting.id,
    number: part.number ?? 0,
    dueAt: part.dueAt ?? '',
    sortAt: part.sortAt,
    body: part.body,
  };
}

/** The record as it would be written again, with some of it replaced. */
export function rewritten<K extends Kind>(
  record: RecordOf<K>,
  changes: {
    readonly state?: string;
    readonly number?: number;
    readonly owner?: string;
    readonly dueAt?: string;
    readonly sortAt?: string;
    readonly body?: Partial<Bodies[K]>;
  },
): RecordToWrite<K, Bodies[K]> {
  return {
    id: record.id,
    kind: record.kind,
    scope: record.scope,
    marking: record.marking,
    handling: record.handling,
    compartment: record.compartment,
    state: changes.state ?? record.state,
    owner: changes.owner ?? record.owner,
    parent: record.parent,
    number: changes.number ?? record.number,
    dueAt: changes.dueAt ?? record.dueAt,
    sortAt: changes.sortAt ?? record.sortAt,
    body: { ...record.body, ...changes.body },
  };
}

/** Takes the finished draft away in the same unit of work; somebody else's or a vanished one is left alone. */
export async function withoutDraft(
  draftId: string,
  { actor, reading }: Pick<CommandContext, 'actor' | 'reading'>,
): Promise<readonly Change[]> {
  if (draftId === '') return [];
  const draft = await reading.one('draft', draftId);
  return draft !== null && draft.owner === actor.personId ? [{ erase: { kind: 'draft', id: draftId } }] : [];
}
