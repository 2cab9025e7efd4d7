import { digestOf } from '#shared/base/digest.ts';
import type { RequirementQuestionBody } from './requirement-question.schema.ts';

interface QuestionAsked {
  readonly id: string;
  readonly state: string;
  readonly owner: string;
  readonly number: number;
  readonly body: RequirementQuestionBody;
}

/** What a question asks, who answers for it and why: everything a group decides on, and nothing of what came in since. */
export function askedBy({ owner, number, body }: QuestionAsked): Readonly<Record<string, unknown>> {
  const { question, whyItMatters, elements, gapId, priorityId, otherKeyThreat, threatAssessmentId, urgency, reviewOn } = body;
  return {
    owner,
    number,
    question,
    whyItMatters,
    elements: elements.map(({ id, text }) => ({ id, text })),
    gapId,
    priorityId,
    otherKeyThreat,
    threatAssessmentId,
    urgency,
    reviewOn,
    askPartners: body.askPartners ?? false,
  };
}

/** One digest over what all questions of a draft ask, whatever their order; empty when there are none. */
export function questionsDigestOf(questions: readonly QuestionAsked[]): string {
  if (questions.length === 0) return '';
  const asked = questions.map((one) => ({ id: one.id, withdrawn: one.state === 'withdrawn', asked: askedBy(one) }));
  return digestOf(asked.sort((a, b) => (a.id < b.id ? -1 : 1)));
}
