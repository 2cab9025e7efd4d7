import { z } from 'zod';
import {
  idShape,
  instantShape,
  lineShape,
  maybeDayShape,
  maybeIdShape,
  maybeLineShape,
  maybeProseShape,
  proseShape,
} from '#shared/base/shapes.ts';

export const optionConsidered = z.looseObject({
  text: proseShape(4000),
  chosen: z.boolean(),
  /** Why it was not chosen; required for every option that was not (duty 115). */
  rejectedBecause: maybeProseShape(4000),
});
/** A record or paper in Cordon, or something outside it, that the decision rests on (duties 53, 130). */
export const evidenceCited = z.looseObject({
  recordKind: maybeLineShape(40),
  recordId: maybeIdShape,
  title: lineShape(300),
  /** Day the assessment or fact speaks of; empty when unknown. */
  asOf: maybeDayShape,
  confidence: z.enum(['', 'low', 'moderate', 'high']),
});
export const dissentRecorded = z.looseObject({ personId: idShape, text: proseShape(4000) });
/** A record a decision is about, so that nothing can be set by a decision that does not name it. */
export const namedByDecision = z.looseObject({ kind: lineShape(40), id: idShape });
/** A version that was in view at the moment of decision: what was known then. */
export const knownThen = z.looseObject({
  kind: lineShape(40),
  id: idShape,
  rev: lineShape(80),
  digest: z.string().length(64),
  title: maybeLineShape(300),
  /** Only of what the decision names: a digest of what the record says, whoever stored it where, so that a draft taken back to it is it again. */
  content: z.string().length(64).optional(),
});

/** A decision. Never edited or deleted: a correction is a new decision that supersedes it (duties 54, 121). `parent` is the meeting, `number` counts from 1 in it. */
export const decisionBody = z.looseObject({
  groupId: idShape,
  itemId: idShape,
  /** For example `TTCG-E/2026-11-24/D3`. */
  reference: lineShape(80),
  entry: z.int().min(1),
  decidedAt: instantShape,
  writtenAt: instantShape,
  text: proseShape(20_000),
  rationale: proseShape(20_000),
  options: z.array(optionConsidered).max(50),
  /** Why fewer than two options were considered; required then (duty 132). */
  singleOptionReason: maybeProseShape(2000),
  evidence: z.array(evidenceCited).max(100),
  noEvidenceReason: maybeProseShape(2000),
  priorityId: maybeIdShape,
  outsideStrategyReason: maybeProseShape(2000),
  decidedById: idShape,
  recordedById: idShape,
  /** What follows: who answers for it and by when; both or neither. */
  ownerId: maybeIdShape,
  dueOn: maybeDayShape,
  /** Whether it lies within the chair's authority; outside it the decision is advisory and marked for escalation (duties 71, 120). */
  withinAuthority: z.boolean(),
  authorityNote: maybeProseShape(2000),
  dissents: z.array(dissentRecorded).max(50),
  supersedesId: maybeIdShape,
  correctionReason: maybeProseShape(2000),
  /** Versions in view at the moment of decision, and one digest over the list. */
  known: z.array(knownThen).max(5000),
  knownDigest: z.string().length(64),
  policeOnly: z.boolean(),
  /** Drafts this decision sets, approves or gives an outcome: what is set later must be exactly what was in view then (duties 74, 76, 93, 101). */
  names: z.array(namedByDecision).max(50).optional(),
});
export type OptionConsidered = z.output<typeof optionConsidered>;
export type EvidenceCited = z.output<typeof evidenceCited>;
export type KnownThen = z.output<typeof knownThen>;
export type DecisionBody = z.output<typeof decisionBody>;
export const DECISION_STATES = ['recorded'] as const;
