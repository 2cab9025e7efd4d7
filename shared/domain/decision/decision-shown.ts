import type { RecordOf } from '#shared/domain/kit/reading.ts';
import type { Names } from '#shared/domain/meeting/people-named.ts';
import type { EvidenceCited, OptionConsidered } from './decision.schema.ts';

/** A decision as people read it: every field with the names that go with the ids, without the frozen list of what was known. */
export interface DecisionShown {
  readonly id: string;
  readonly number: number;
  readonly entry: number;
  readonly reference: string;
  readonly itemId: string;
  readonly decidedAt: string;
  readonly writtenAt: string;
  readonly text: string;
  readonly rationale: string;
  readonly options: readonly OptionConsidered[];
  readonly singleOptionReason: string;
  readonly evidence: readonly EvidenceCited[];
  readonly noEvidenceReason: string;
  readonly priority: { readonly id: string; readonly reference: string; readonly title: string } | null;
  readonly outsideStrategyReason: string;
  readonly decidedById: string;
  readonly decidedBy: string;
  readonly recordedBy: string;
  readonly ownerId: string;
  readonly owner: string;
  readonly dueOn: string;
  readonly withinAuthority: boolean;
  readonly authorityNote: string;
  readonly dissents: readonly { readonly personId: string; readonly person: string; readonly text: string }[];
  readonly supersedesId: string;
  readonly supersedesReference: string;
  readonly correctionReason: string;
  readonly supersededById: string;
  readonly supersededByReference: string;
  readonly knownCount: number;
  readonly knownDigest: string;
  readonly policeOnly: boolean;
  /** What it sets, approves or gives an outcome to, as it was called then; the title is empty where it may not be named to everyone. */
  readonly names: readonly { readonly kind: string; readonly id: string; readonly title: string }[];
}

/** Makes a decision readable; `others` are those among which corrections are looked for. */
export function decisionShown(
  decision: RecordOf<'decision'>,
  others: readonly RecordOf<'decision'>[],
  names: Names,
  priorities: readonly RecordOf<'priority'>[],
): DecisionShown {
  const { body } = decision;
  const priority = priorities.find((one) => one.id === body.priorityId);
  const newer = others.find((one) => one.body.supersedesId === decision.id);
  const older = others.find((one) => one.id === body.supersedesId);
  return {
    id: decision.id,
    number: decision.number,
    entry: body.entry,
    reference: body.reference,
    itemId: body.itemId,
    decidedAt: body.decidedAt,
    writtenAt: body.writtenAt,
    text: body.text,
    rationale: body.rationale,
    options: body.options,
    singleOptionReason: body.singleOptionReason,
    evidence: body.evidence,
    noEvidenceReason: body.noEvidenceReason,
    priority: priority === undefined ? null : { id: priority.id, reference: priority.body.reference, title: priority.body.title },
    outsideStrategyReason: body.outsideStrategyReason,
    decidedById: body.decidedById,
    decidedBy: names.of(body.decidedById),
    recordedBy: names.of(body.recordedById),
    ownerId: body.ownerId,
    owner: names.of(body.ownerId),
    dueOn: body.dueOn,
    withinAuthority: body.withinAuthority,
    authorityNote: body.authorityNote,
    dissents: body.dissents.map((one) => ({ personId: one.personId, person: names.of(one.personId), text: one.text })),
    supersedesId: body.supersedesId,
    supersedesReference: older?.body.reference ?? '',
    correctionReason: body.correctionReason,
    supersededById: newer?.id ?? '',
    supersededByReference: newer?.body.reference ?? '',
    knownCount: body.known.length,
    knownDigest: body.knownDigest,
    policeOnly: body.policeOnly,
    names: (body.names ?? []).map(({ kind, id }) => ({
      kind,
      id,
      title: body.known.find((one) => one.kind === kind && one.id === id)?.title ?? '',
    })),
  };
}
