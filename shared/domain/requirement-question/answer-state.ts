import type { RequirementQuestionBody } from './requirement-question.schema.ts';

/**
 * How far a question is answered, worked out from its elements and answers (duty 104): answered when every element is, or when an answer
 * says it answers the whole; partly when anything answers it. Answers from before it was reopened do not count.
 */
export function answerStateOf(
  body: Pick<RequirementQuestionBody, 'elements' | 'answers' | 'reopenedAt'>,
): 'unanswered' | 'partly' | 'answered' {
  const since = body.reopenedAt ?? '';
  const counting = body.answers.filter((answer) => answer.at > since);
  if (counting.some((answer) => answer.completeness === 'fully')) return 'answered';
  if (body.elements.length > 0 && body.elements.every((element) => element.answered)) return 'answered';
  return counting.length > 0 || body.elements.some((element) => element.answered) ? 'partly' : 'unanswered';
}
