import { z } from 'zod';
import {
  idShape,
  instantShape,
  lineShape,
  maybeDayShape,
  maybeIdShape,
  maybeInstantShape,
  maybeLineShape,
  maybeProseShape,
} from '#shared/base/shapes.ts';

/** A look at the whole requirement by a strategic or tactical group (duties 109, 133). */
export const requirementReview = z.looseObject({
  at: instantShape,
  byId: idShape,
  groupId: idShape,
  /** The meeting it was reviewed in; empty when between meetings. */
  meetingId: maybeIdShape,
  outcome: z.enum(['unchanged', 'changed', 'to-be-revised']),
  text: maybeProseShape(4000),
  nextReviewOn: maybeDayShape,
});

/**
 * The strategic intelligence requirement of a force or area (duties 76, 103-109). A dynamic document: its questions are records of their own and change under control;
 * approved and published with the control strategy.
 */
export const intelligenceRequirementBody = z.looseObject({
  groupId: idShape,
  nodeType: z.enum(['force', 'area']),
  nodeId: idShape,
  version: z.int().min(1),
  title: lineShape(200),
  introduction: maybeProseShape(4000),
  assessmentId: maybeIdShape,
  replacesId: maybeIdShape,
  approvedByDecisionId: maybeIdShape,
  approvedAt: maybeInstantShape,
  decidedRev: maybeLineShape(80),
  reviewOn: maybeDayShape,
  reviews: z.array(requirementReview).max(500),
  publicationId: maybeIdShape,
  withdrawnBecause: maybeProseShape(2000),
  /** Digest of what its questions ask while it is a draft, so that a decision on the draft is a decision on its questions too (duty 76). */
  questionsDigest: maybeLineShape(64).optional(),
});
export type RequirementReview = z.output<typeof requirementReview>;
export type IntelligenceRequirementBody = z.output<typeof intelligenceRequirementBody>;
/** draft -> approved (by a decision of the ST&CG that names it) -> superseded; draft -> withdrawn. */
export const INTELLIGENCE_REQUIREMENT_STATES = ['draft', 'approved', 'superseded', 'withdrawn'] as const;
