import { z } from 'zod';
import {
  dayShape,
  idShape,
  instantShape,
  lineShape,
  maybeDayShape,
  maybeIdShape,
  maybeInstantShape,
  maybeProseShape,
} from '#shared/base/shapes.ts';

/** What is agreed before work begins (duties 29, 69): without it an assessment does not leave its first state. */
export const termsOfReference = z.looseObject({
  aim: maybeProseShape(4000),
  scope: maybeProseShape(4000),
  questions: z.array(lineShape(500)).max(50),
  method: maybeProseShape(4000),
  sources: maybeProseShape(4000),
  limits: maybeProseShape(4000),
});

/** One look of the principal analyst at the whole (duty 13). */
export const assessmentReview = z.looseObject({
  at: instantShape,
  byId: idShape,
  outcome: z.enum(['returned', 'passed']),
  text: maybeProseShape(4000),
});

/** The assessment a strategic group decides on (duties 13, 29, 69, 73, 127). `owner` is its author; its sections and recommendations are records of their own. */
export const strategicAssessmentBody = z.looseObject({
  /** The strategic group it is written for. */
  groupId: idShape,
  nodeType: z.enum(['force', 'area']),
  nodeId: idShape,
  /** For example `SA-2026-2`. */
  reference: lineShape(40),
  title: lineShape(200),
  periodFrom: dayShape,
  periodTo: dayShape,
  /** A six-month refresh of this assessment; empty for a new one. */
  refreshesId: maybeIdShape,
  /** Written together with partner agencies (duty 69). */
  joint: z.boolean(),
  partnerAgencyIds: z.array(idShape).max(40),
  terms: termsOfReference,
  termsAgreedById: maybeIdShape,
  termsAgreedAt: maybeInstantShape,
  /** The principal analyst who reviews it. */
  reviewerId: maybeIdShape,
  reviews: z.array(assessmentReview).max(100),
  dueOn: maybeDayShape,
  finalAt: maybeInstantShape,
  withdrawnBecause: maybeProseShape(2000),
  /** Everyone who has owned a section, so that they may read the frame their section stands in. */
  contributorIds: z.array(idShape).max(200).optional(),
});
export type TermsOfReference = z.output<typeof termsOfReference>;
export type StrategicAssessmentBody = z.output<typeof strategicAssessmentBody>;
/** terms -> drafting -> in-review -> final; in-review -> drafting when returned; any but final -> withdrawn. */
export const STRATEGIC_ASSESSMENT_STATES = ['terms', 'drafting', 'in-review', 'final', 'withdrawn'] as const;
