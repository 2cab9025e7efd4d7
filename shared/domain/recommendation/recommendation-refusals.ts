import { refusalBook } from '#shared/base/refusal.ts';
import type { Refusal } from '#shared/base/result.ts';
import { type StrategicDecisionFault, faultInWords } from '#shared/domain/decision/strategic-decision.ts';

export const recommendationBook = refusalBook({
  'recommendation/not-there': {
    duties: [41, 73],
    message: 'There is no such recommendation, or it is not yours to work on.',
    remedy: 'Ask the author of the assessment.',
  },
  'recommendation/not-yours-to-make': {
    duties: [14, 73],
    message:
      'Recommendations are made by the author of the assessment, a principal analyst, and others who prepare strategy for the group.',
    remedy: 'Ask one of them.',
  },
  'recommendation/terms-not-agreed': {
    duties: [29],
    message: 'Nothing is recommended before the terms of reference are agreed.',
    remedy: 'Have the terms agreed first.',
  },
  'recommendation/belongs-where-it-is': {
    duties: [34, 73],
    message: 'A recommendation stays with its assessment, its group and its marking.',
    remedy: '',
  },
  'recommendation/begins-proposed': { duties: [73], message: 'A recommendation begins as proposed, without an outcome.', remedy: '' },
  'recommendation/final-is-fixed': {
    duties: [13, 73],
    message: 'What a final assessment recommends does not change and is not taken out.',
    remedy: 'The strategic group may vary, defer or reject it.',
  },
  'recommendation/issue-unknown': {
    duties: [73, 94],
    message: 'The scored issue it rests on is not there.',
    remedy: 'Choose the issue again.',
  },
  'recommendation/assessment-not-final': {
    duties: [13, 73],
    message: 'The strategic group decides on what a final assessment recommends.',
    remedy: 'Have the assessment reviewed and made final first.',
  },
  'recommendation/outcome-not-yours': {
    duties: [73],
    message:
      'The outcome of a recommendation is recorded by those who run the strategic group: its chair, a deputy chair or its secretary.',
    remedy: 'Ask one of them.',
  },
  'recommendation/outcome-not-known': {
    duties: [73],
    message:
      'A recommendation is adopted, varied, rejected or deferred, and only one that is proposed or deferred still has an outcome to come.',
    remedy: '',
  },
  'recommendation/without-reason': {
    duties: [73],
    message: 'Every recommendation ends with an outcome and its reason.',
    remedy: 'Write why the group adopted, varied, rejected or deferred it.',
  },
  'recommendation/varied-without-text': {
    duties: [73],
    message: 'A varied recommendation says what was adopted instead.',
    remedy: 'Write what the group adopted.',
  },
  'recommendation/without-meeting': {
    duties: [73],
    message: 'An outcome is given at a meeting of the strategic group the assessment was written for.',
    remedy: 'Record it at that meeting.',
  },
  'recommendation/decision-not-of-the-meeting': {
    duties: [73],
    message: 'The decision was not made at the meeting named.',
    remedy: 'Name the meeting the decision was made at.',
  },
  'recommendation/outcome-is-final': {
    duties: [73],
    message: 'The outcome of a recommendation does not change.',
    remedy: 'Recommend it again in the next assessment.',
  },
  'recommendation/decision-unknown': { duties: [73], ...faultInWords('decision-unknown') },
  'recommendation/not-a-strategic-group': { duties: [73], ...faultInWords('not-a-strategic-group') },
  'recommendation/other-place': { duties: [73], ...faultInWords('other-place') },
  'recommendation/decision-superseded': { duties: [73], ...faultInWords('decision-superseded') },
  'recommendation/does-not-name-it': {
    duties: [73],
    message: 'This decision does not say that it gives this recommendation an outcome.',
    remedy: 'Record the decision with the recommendation under “This decision sets”, or correct the decision.',
  },
  'recommendation/changed-since': { duties: [73], ...faultInWords('changed-since') },
});

/** The refusal that says why a decision gives a recommendation no outcome. */
export function decisionRefusal(fault: StrategicDecisionFault): Refusal {
  return recommendationBook.say(`recommendation/${fault}`, { field: 'decisionId' });
}
