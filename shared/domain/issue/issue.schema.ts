import { z } from 'zod';
import { dayShape, idShape, lineShape, maybeIdShape, maybeLineShape, maybeProseShape } from '#shared/base/shapes.ts';

/** A factor scored as a range; `low` <= `likely` <= `high`, all within the factor's scale. */
export const factorScore = z.looseObject({
  factor: lineShape(40),
  low: z.number().min(0).max(10),
  likely: z.number().min(0).max(10),
  high: z.number().min(0).max(10),
  reason: maybeLineShape(500),
  source: maybeLineShape(300),
});
/** How often an offence was recorded in the period, for the crime harm index. */
export const offenceCount = z.looseObject({
  code: lineShape(40),
  low: z.int().min(0).max(10_000_000),
  likely: z.int().min(0).max(10_000_000),
  high: z.int().min(0).max(10_000_000),
  /** Recorded but left out of the index: found by police activity, reported by a company, or committed in an earlier year (facts 5.3). */
  leftOut: z.int().min(0).max(10_000_000).optional(),
  source: maybeLineShape(300),
});

/** One issue considered for the control strategy (duties 90, 94-96). `parent` is the prioritisation. Kept for ever, included or not. */
export const issueBody = z.looseObject({
  groupId: idShape,
  title: lineShape(200),
  description: maybeProseShape(4000),
  /** The section of the assessment that describes it; empty when none does. */
  sectionId: maybeIdShape,
  /** A key threat that is watched though it may not become a priority (duty 106). */
  otherKeyThreat: z.boolean(),
  scores: z.array(factorScore).max(40),
  offences: z.array(offenceCount).max(3000),
  /** Why it is in the control strategy, or why it is not; required to freeze (duties 95, 96). */
  outcomeReason: maybeProseShape(4000),
  /** Kept from partner members of the group (duties 41, 69). */
  policeOnly: z.boolean().optional(),
  decisionId: maybeIdShape,
  /** Day of the outcome, or the day it was raised while there is none. */
  on: dayShape,
});
export type FactorScore = z.output<typeof factorScore>;
export type OffenceCount = z.output<typeof offenceCount>;
export type IssueBody = z.output<typeof issueBody>;
export const ISSUE_STATES = ['scoring', 'included', 'not-included'] as const;
