import { EMPTY_DECISION, type DecisionFields } from '#shared/domain/decision/decision-concerns.ts';
import type { DecisionShown } from '#shared/domain/decision/decision-shown.ts';
import { isInstant } from '#shared/base/time.ts';

/** A line a person wrote that is not one of the meeting's papers. */
export interface OtherEvidence {
  readonly key: string;
  readonly title: string;
  readonly asOf: string;
  readonly confidence: '' | 'low' | 'moderate' | 'high';
}

/** A decision as it is being typed: what its draft holds. */
export interface DecisionDraft {
  readonly text: string;
  readonly rationale: string;
  readonly options: readonly { readonly key: string; readonly text: string; readonly rejectedBecause: string }[];
  /** Key of the option that was chosen, or empty. */
  readonly chosen: string;
  readonly singleOptionReason: string;
  readonly paperIds: readonly string[];
  readonly otherEvidence: readonly OtherEvidence[];
  readonly noEvidenceReason: string;
  /** Id of the priority, `outside`, or empty while nothing is chosen. */
  readonly priority: string;
  readonly outsideStrategyReason: string;
  readonly decidedById: string;
  readonly decidedAt: string;
  readonly ownerId: string;
  readonly dueOn: string;
  readonly raiseAction: boolean;
  readonly followUpText: string;
  readonly strand: string;
  readonly withinAuthority: boolean;
  readonly authorityNote: string;
  readonly dissents: readonly { readonly key: string; readonly personId: string; readonly text: string }[];
  readonly policeOnly: boolean;
  readonly correctionReason: string;
  /** What it sets, as `<kind>/<id>`. */
  readonly names: readonly string[];
  readonly [field: string]: unknown;
}

export const OUTSIDE = 'outside';

/** What a new decision starts from: two options to fill in, because two is what the record wants (duty 132). */
export function newDecisionDraft(decidedById: string, withinAuthority: boolean, policeOnly: boolean): DecisionDraft {
  return {
    text: '',
    rationale: '',
    options: [
      { key: 'first', text: '', rejectedBecause: '' },
      { key: 'second', text: '', rejectedBecause: '' },
    ],
    chosen: 'first',
    singleOptionReason: '',
    paperIds: [],
    otherEvidence: [],
    noEvidenceReason: '',
    priority: '',
    outsideStrategyReason: '',
    decidedById,
    decidedAt: '',
    ownerId: '',
    dueOn: '',
    raiseAction: true,
    followUpText: '',
    strand: '',
    withinAuthority,
    authorityNote: '',
    dissents: [],
    policeOnly,
    names: [],
    correctionReason: '',
  };
}

/** A correction starts from the decision it corrects, so that only what was wrong is typed again. */
export function correctionDraft(decision: DecisionShown): DecisionDraft {
  const options = decision.options.map((option, index) => ({
    key: `option-${index}`,
    text: option.text,
    rejectedBecause: option.rejectedBecause,
  }));
  return {
    ...newDecisionDraft(decision.decidedById, decision.withinAuthority, decision.policeOnly),
    text: decision.text,
    rationale: decision.rationale,
    options,
    chosen: options[decision.options.findIndex((option) => option.chosen)]?.key ?? '',
    singleOptionReason: decision.singleOptionReason,
    paperIds: decision.evidence.filter((one) => one.recordKind === 'paper').map((one) => one.recordId),
    otherEvidence: decision.evidence
      .filter((one) => one.recordKind !== 'paper')
      .map((one, index) => ({ key: `evidence-${index}`, title: one.title, asOf: one.asOf, confidence: one.confidence })),
    noEvidenceReason: decision.noEvidenceReason,
    priority: decision.priority === null ? OUTSIDE : decision.priority.id,
    outsideStrategyReason: decision.outsideStrategyReason,
    decidedAt: decision.decidedAt,
    ownerId: decision.ownerId,
    dueOn: decision.dueOn,
    raiseAction: false,
    authorityNote: decision.authorityNote,
    names: decision.names.map(({ kind, id }) => `${kind}/${id}`),
    dissents: decision.dissents.map((one, index) => ({ key: `dissent-${index}`, personId: one.personId, text: one.text })),
  };
}

interface PaperCited {
  readonly id: string;
  readonly title: string;
  readonly asOf: string;
  readonly confidence: string;
}

/** The options that were written in; an empty line is no option. */
const written = (draft: DecisionDraft): DecisionDraft['options'] =>
  draft.options.filter((option) => option.text.trim() !== '' || option.rejectedBecause.trim() !== '');

/** The decision a draft would make: what `decisionConcerns` judges and `decision.record` is given. */
export function decisionFieldsOf(draft: DecisionDraft, papers: readonly PaperCited[]): DecisionFields {
  const cited = papers.filter((paper) => draft.paperIds.includes(paper.id));
  const follows = draft.ownerId !== '' || draft.dueOn !== '';
  return {
    ...EMPTY_DECISION,
    text: draft.text,
    rationale: draft.rationale,
    options: written(draft).map((option) => ({
      text: option.text,
      chosen: option.key === draft.chosen,
      rejectedBecause: option.key === draft.chosen ? '' : option.rejectedBecause,
    })),
    singleOptionReason: written(draft).length < 2 ? draft.singleOptionReason : '',
    evidence: [
      ...cited.map((paper) => ({
        recordKind: 'paper',
        recordId: paper.id,
        title: paper.title,
        asOf: paper.asOf as never,
        confidence: paper.confidence as never,
      })),
      ...draft.otherEvidence
        .filter((one) => one.title.trim() !== '')
        .map(({ title, asOf, confidence }) => ({ recordKind: '', recordId: '', title, asOf: asOf as never, confidence })),
    ],
    noEvidenceReason:
      cited.length + draft.otherEvidence.filter((one) => one.title.trim() !== '').length === 0 ? draft.noEvidenceReason : '',
    priorityId: draft.priority === OUTSIDE ? '' : draft.priority,
    outsideStrategyReason: draft.priority === OUTSIDE ? draft.outsideStrategyReason : '',
    decidedById: draft.decidedById,
    decidedAt: isInstant(draft.decidedAt) ? draft.decidedAt : '',
    ownerId: draft.ownerId,
    dueOn: draft.dueOn as DecisionFields['dueOn'],
    withinAuthority: draft.withinAuthority,
    authorityNote: draft.withinAuthority ? '' : draft.authorityNote,
    dissents: draft.dissents.map(({ personId, text }) => ({ personId, text })),
    policeOnly: draft.policeOnly,
    followUp: draft.raiseAction && follows ? { text: draft.followUpText, strand: draft.strand } : null,
  };
}

/** Whether a person has written anything into it that would be missed. */
export function isBegun(draft: DecisionDraft): boolean {
  return [
    draft.text,
    draft.rationale,
    draft.singleOptionReason,
    draft.noEvidenceReason,
    draft.outsideStrategyReason,
    draft.authorityNote,
    draft.correctionReason,
    ...draft.options.flatMap((one) => [one.text, one.rejectedBecause]),
    ...draft.dissents.map((one) => one.text),
  ].some((text) => text.trim() !== '');
}

/** The id of the field a refusal is about: options are numbered over the written ones, the form shows them all. */
export function fieldOf(refusalField: string, draft: DecisionDraft): string {
  const numbered = /^options\.(\d+)\.(\w+)$/.exec(refusalField);
  if (numbered !== null) {
    const option = written(draft)[Number(numbered[1])];
    return option === undefined ? 'decision-options-0-text' : `decision-options-${draft.options.indexOf(option)}-${numbered[2]}`;
  }
  const known: Readonly<Record<string, string>> = {
    options:
      draft.options.length > 0 && written(draft).length < 2 && draft.singleOptionReason === ''
        ? `decision-options-${Math.min(written(draft).length, Math.max(0, draft.options.length - 1))}-text`
        : 'decision-options-0-text',
    evidence: 'decision-noEvidenceReason',
    priorityId: draft.priority === OUTSIDE ? 'decision-outsideStrategyReason' : 'decision-priority',
    'followUp.strand': 'decision-strand',
  };
  return known[refusalField] ?? `decision-${refusalField.replace(/\./g, '-')}`;
}

/** What the command is given of the names chosen: those that can still be named, each with its kind and id. */
export function namesOf<Kind extends string>(
  chosen: readonly string[],
  offered: readonly { readonly id: string; readonly kind: Kind; readonly recordId: string }[],
): { readonly kind: Kind; readonly id: string }[] {
  return offered.filter((one) => chosen.includes(one.id)).map(({ kind, recordId }) => ({ kind, id: recordId }));
}
