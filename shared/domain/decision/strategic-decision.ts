import { assertNever } from '#shared/base/assert-never.ts';
import type { Kind } from '#shared/domain/bodies.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { contentDigest } from './content-digest.ts';

/** What is said to have been decided on, where, by which decision, and in which version it is about to be set. */
export interface DecidedOn {
  readonly decisionId: string;
  readonly kind: Kind;
  readonly id: string;
  readonly nodeType: string;
  readonly nodeId: string;
  /** The record as it stands before it is set, or null where its content does not matter. */
  readonly record: RecordOf<Kind> | null;
}

export const STRATEGIC_DECISION_FAULTS = [
  'decision-unknown',
  'not-a-strategic-group',
  'other-place',
  'decision-superseded',
  'does-not-name-it',
  'changed-since',
] as const;
export type StrategicDecisionFault = (typeof STRATEGIC_DECISION_FAULTS)[number];

/**
 * Why this decision does not set or approve this record (duties 74, 76, 93, 101): it must stand, be of the strategic group of the same place,
 * name the record, and have had it in view exactly as it stands: the same version, or one that says the same word for word
 * (stored on another device, or taken back to what was decided). Null when it does. Every path runs it: command, import and replication.
 */
export async function strategicDecisionFault(reading: Reading, on: DecidedOn): Promise<StrategicDecisionFault | null> {
  const decision = await reading.one('decision', on.decisionId);
  const group = decision === null ? null : await reading.one('group', decision.body.groupId);
  if (decision === null || group === null) return 'decision-unknown';
  if (group.body.groupType !== 'stcg') return 'not-a-strategic-group';
  if (group.body.nodeId !== on.nodeId || group.body.nodeType !== on.nodeType) return 'other-place';
  const later = (await reading.many('decision', { scope: decision.scope })).some((other) => other.body.supersedesId === on.decisionId);
  if (later) return 'decision-superseded';
  const names = (decision.body.names ?? []).some((named) => named.kind === on.kind && named.id === on.id);
  const known = decision.body.known.find((one) => one.kind === on.kind && one.id === on.id);
  if (!names || known === undefined) return 'does-not-name-it';
  // Words count before versions: the number of a version to come can be guessed, what it will say cannot.
  const asKnown =
    on.record === null || (known.content === undefined ? known.rev === on.record.rev : known.content === contentDigest(on.record));
  return asKnown ? null : 'changed-since';
}

/** The version of the record that the decision had in view; empty when it had none. */
export function decidedRevOf(decision: RecordOf<'decision'> | null, id: string): string {
  return decision?.body.known.find((one) => one.id === id)?.rev ?? '';
}

/** The fault as a sentence and what would make it possible, for the refusal books of the nouns that are set by a strategic decision. */
export function faultInWords(fault: StrategicDecisionFault): { readonly message: string; readonly remedy: string } {
  switch (fault) {
    case 'decision-unknown':
      return { message: 'There is no such decision.', remedy: 'Record the decision at the strategic meeting first.' };
    case 'not-a-strategic-group':
      return {
        message: 'This must be set at the strategic tasking and co-ordination group, and the decision was made by another group.',
        remedy: 'Take it to the strategic group and name its decision.',
      };
    case 'other-place':
      return {
        message: 'This decision was made by the strategic group of another place.',
        remedy: 'Name a decision of the strategic group of the same force or area.',
      };
    case 'decision-superseded':
      return { message: 'This decision was superseded by a later one.', remedy: 'Name the decision that stands.' };
    case 'does-not-name-it':
      return {
        message: 'This decision does not say that it sets this.',
        remedy: 'Record the decision with the draft under “This decision sets”, or correct the decision.',
      };
    case 'changed-since':
      return {
        message: 'The draft was changed after the group decided on it, so it is not what the group decided.',
        remedy: 'Take the changed draft to the strategic group, or go back to the version it decided on.',
      };
    default:
      return assertNever(fault);
  }
}
