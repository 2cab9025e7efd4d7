import type { Refusal } from '#shared/base/result.ts';
import { type Instant, dayOf } from '#shared/base/time.ts';
import type { GroupType } from '#shared/domain/group/group.schema.ts';
import { meetingBook } from '#shared/domain/meeting/meeting.rules.ts';
import { decisionBook } from './decision-refusals.ts';
import type { DecisionBody } from './decision.schema.ts';

/** What a person fills in for a decision; the rest of the record follows from where and when it is recorded. */
export type DecisionFields = Pick<
  DecisionBody,
  | 'text'
  | 'rationale'
  | 'options'
  | 'singleOptionReason'
  | 'evidence'
  | 'noEvidenceReason'
  | 'priorityId'
  | 'outsideStrategyReason'
  | 'decidedById'
  | 'ownerId'
  | 'dueOn'
  | 'withinAuthority'
  | 'authorityNote'
  | 'dissents'
  | 'policeOnly'
> & {
  /** Empty means the moment it is recorded. */
  readonly decidedAt: Instant | '';
  /** The action that carries out what follows, or null. Its owner and due day are the decision's. */
  readonly followUp: { readonly text: string; readonly strand: string } | null;
};

/** What is known of the meeting while a decision is written; the console's view hands it over as it stands. */
export interface DecisionContext {
  readonly groupType: GroupType;
  readonly meetingState: string;
  readonly itemState: string;
  readonly itemPoliceOnly: boolean;
  readonly startedAt: string;
  readonly now: Instant;
  /** The presiding chair, and everyone present with the right to decide: members, not visitors. */
  readonly mayDecideIds: readonly string[];
  /** What the presiding chair has authority over, in words; empty when none was recorded (duties 71, 120). */
  readonly authority: string;
  /** Priorities in force for the group's level. */
  readonly priorityIds: readonly string[];
  /** People of the force who can answer for what follows. */
  readonly personIds: readonly string[];
}

/** An empty decision: what a draft starts from. */
export const EMPTY_DECISION: DecisionFields = {
  text: '',
  rationale: '',
  options: [],
  singleOptionReason: '',
  evidence: [],
  noEvidenceReason: '',
  priorityId: '',
  outsideStrategyReason: '',
  decidedById: '',
  decidedAt: '',
  ownerId: '',
  dueOn: '',
  withinAuthority: true,
  authorityNote: '',
  dissents: [],
  policeOnly: false,
  followUp: null,
};

/**
 * Everything that stands in the way of recording this decision, each with the field it is about, in the order of the form.
 * The console shows it while a person types; the command and the rule refuse by it.
 */
export function decisionConcerns(fields: DecisionFields, context: DecisionContext): readonly Refusal[] {
  return [
    ...placeConcerns(context),
    ...reasonConcerns(fields, context),
    ...optionConcerns(fields, context),
    ...groundConcerns(fields, context),
    ...authorityConcerns(fields, context),
    ...followUpConcerns(fields, context),
  ];
}

const blank = (text: string): boolean => text.trim() === '';

function placeConcerns(context: DecisionContext): Refusal[] {
  if (context.meetingState !== 'live') return [meetingBook.say('meeting/not-live')];
  return context.itemState === 'open' ? [] : [decisionBook.say('decision/item-not-open')];
}

function reasonConcerns(fields: DecisionFields, context: DecisionContext): Refusal[] {
  const refusals: Refusal[] = [];
  if (blank(fields.text)) refusals.push(decisionBook.say('decision/without-text', { field: 'text' }));
  if (blank(fields.rationale)) refusals.push(decisionBook.say('decision/without-rationale', { field: 'rationale' }));
  if (fields.decidedAt !== '' && fields.decidedAt > context.now)
    refusals.push(decisionBook.say('decision/decided-later-than-written', { field: 'decidedAt' }));
  if (fields.decidedAt !== '' && context.startedAt !== '' && fields.decidedAt < context.startedAt)
    refusals.push(decisionBook.say('decision/decided-before-the-meeting', { field: 'decidedAt' }));
  if (context.itemPoliceOnly && !fields.policeOnly) refusals.push(decisionBook.say('decision/police-only-item', { field: 'policeOnly' }));
  return refusals;
}

/** A daily meeting's fast-track decision needs the fewest fields that still make it accountable (duty 157). */
function optionConcerns(fields: DecisionFields, context: DecisionContext): Refusal[] {
  const refusals: Refusal[] = [];
  for (const [index, option] of fields.options.entries()) {
    if (blank(option.text)) refusals.push(decisionBook.say('decision/option-without-text', { field: `options.${index}.text` }));
    if (!option.chosen && blank(option.rejectedBecause))
      refusals.push(decisionBook.say('decision/option-rejected-without-reason', { field: `options.${index}.rejectedBecause` }));
  }
  if (fields.options.length > 0 && !fields.options.some((option) => option.chosen))
    refusals.push(decisionBook.say('decision/no-option-chosen', { field: 'options' }));
  if (fields.options.length < 2 && blank(fields.singleOptionReason) && context.groupType !== 'dmm')
    refusals.push(decisionBook.say('decision/one-option-without-reason', { field: 'options' }));
  for (const [index, dissent] of fields.dissents.entries()) {
    if (dissent.personId === '' || !context.personIds.includes(dissent.personId))
      refusals.push(decisionBook.say('decision/dissent-without-name', { field: `dissents.${index}.personId` }));
    if (blank(dissent.text)) refusals.push(decisionBook.say('decision/dissent-without-text', { field: `dissents.${index}.text` }));
  }
  return refusals;
}

function groundConcerns(fields: DecisionFields, context: DecisionContext): Refusal[] {
  const refusals: Refusal[] = [];
  for (const [index, cited] of fields.evidence.entries()) {
    if (blank(cited.title)) refusals.push(decisionBook.say('decision/evidence-without-title', { field: `evidence.${index}.title` }));
  }
  if (fields.evidence.length === 0 && blank(fields.noEvidenceReason) && context.groupType !== 'dmm')
    refusals.push(decisionBook.say('decision/without-evidence', { field: 'evidence' }));
  if (fields.priorityId === '' && blank(fields.outsideStrategyReason))
    refusals.push(decisionBook.say('decision/without-priority', { field: 'priorityId' }));
  if (fields.priorityId !== '' && !context.priorityIds.includes(fields.priorityId))
    refusals.push(decisionBook.say('decision/priority-not-in-force', { field: 'priorityId' }));
  if (fields.priorityId !== '' && !blank(fields.outsideStrategyReason))
    refusals.push(decisionBook.say('decision/priority-and-outside', { field: 'outsideStrategyReason' }));
  return refusals;
}

function authorityConcerns(fields: DecisionFields, context: DecisionContext): Refusal[] {
  const refusals: Refusal[] = [];
  if (fields.decidedById === '') refusals.push(decisionBook.say('decision/without-decider', { field: 'decidedById' }));
  else if (!context.mayDecideIds.includes(fields.decidedById))
    refusals.push(decisionBook.say('decision/decider-not-present', { field: 'decidedById' }));
  if (fields.withinAuthority && blank(context.authority))
    refusals.push(decisionBook.say('decision/authority-not-recorded', { field: 'withinAuthority' }));
  if (!fields.withinAuthority && blank(fields.authorityNote))
    refusals.push(decisionBook.say('decision/outside-authority-without-note', { field: 'authorityNote' }));
  return refusals;
}

function followUpConcerns(fields: DecisionFields, context: DecisionContext): Refusal[] {
  const refusals: Refusal[] = [];
  if (fields.ownerId !== '' && fields.dueOn === '') refusals.push(decisionBook.say('decision/owner-without-due-day', { field: 'dueOn' }));
  if (fields.ownerId === '' && fields.dueOn !== '') refusals.push(decisionBook.say('decision/due-day-without-owner', { field: 'ownerId' }));
  if (fields.ownerId !== '' && !context.personIds.includes(fields.ownerId))
    refusals.push(decisionBook.say('decision/owner-unknown', { field: 'ownerId' }));
  if (fields.dueOn !== '' && fields.dueOn < dayOf(fields.decidedAt === '' ? context.now : fields.decidedAt))
    refusals.push(decisionBook.say('decision/due-before-decided', { field: 'dueOn' }));
  if (fields.followUp !== null && (fields.ownerId === '' || fields.dueOn === ''))
    refusals.push(decisionBook.say('decision/follow-up-without-owner', { field: fields.ownerId === '' ? 'ownerId' : 'dueOn' }));
  if (fields.followUp !== null && fields.followUp.strand === '')
    refusals.push(decisionBook.say('decision/follow-up-without-strand', { field: 'followUp.strand' }));
  return refusals;
}
