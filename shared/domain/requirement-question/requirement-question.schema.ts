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

/** One element of a question: what exactly has to be known. */
export const questionElement = z.looseObject({ id: idShape, text: lineShape(500), answered: z.boolean() });
/** A report or product that answers the question or part of it. */
export const questionAnswer = z.looseObject({
  at: instantShape,
  byId: idShape,
  /** The report's reference or title as its holder knows it. */
  source: lineShape(300),
  recordKind: maybeLineShape(40),
  recordId: maybeIdShape,
  completeness: z.enum(['partly', 'fully']),
  text: maybeProseShape(4000),
});

/** One question of an intelligence requirement (duties 103, 104, 106, 109). `parent` is the requirement, `owner` who answers for it, `number` its place, `dueAt` its review. */
export const requirementQuestionBody = z.looseObject({
  groupId: idShape,
  /** For example `SIR-3`. */
  reference: lineShape(40),
  question: lineShape(500),
  whyItMatters: maybeProseShape(4000),
  elements: z.array(questionElement).max(40),
  gapId: maybeIdShape,
  /** The priority it serves, or empty when it is about another key threat. */
  priorityId: maybeIdShape,
  /** The other key threat, and the assessment that identified it; both or neither (duty 106). */
  otherKeyThreat: maybeLineShape(300),
  threatAssessmentId: maybeIdShape,
  urgency: z.enum(['high', 'medium', 'low']),
  reviewOn: maybeDayShape,
  answers: z.array(questionAnswer).max(500),
  /** The question is put to partners too: it stands in the partner version of a publication (duty 100). Kept from them when it is not said. */
  askPartners: z.boolean().optional(),
  withdrawnBecause: maybeProseShape(2000),
  /** Why it was last added, changed, withdrawn or reopened while the requirement was in force, and when; empty while it was a draft (duty 105). */
  changedBecause: maybeProseShape(2000).optional(),
  changedAt: maybeInstantShape.optional(),
  /** Answers given before this moment no longer answer it; empty unless it was reopened. */
  reopenedAt: maybeInstantShape.optional(),
  /** True once its requirement was approved: everyone of the police service reads it then. */
  inForce: z.boolean().optional(),
  /** The same question in earlier versions of the requirement, oldest first: their strategies and tasks are its own. */
  continuesIds: z.array(idShape).max(200).optional(),
});
export type RequirementQuestionBody = z.output<typeof requirementQuestionBody>;
export const REQUIREMENT_QUESTION_STATES = ['unanswered', 'partly', 'answered', 'withdrawn'] as const;
