import { refusalBook } from '#shared/base/refusal.ts';
import { faultInWords } from '#shared/domain/decision/strategic-decision.ts';

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
  'recommendation/decision-not-of-the-meeting': {
    duties: [73],
    message: 'The decision was not made at the meeting named.',
    remedy: 'Name the meeting the decision was made at.',
  },
  'recommendation/decision-unknown': { duties: [73, 93], ...faultInWords('decision-unknown') },
  'recommendation/not-a-strategic-group': { duties: [73, 93], ...faultInWords('not-a-strategic-group') },
  'recommendation/other-place': { duties: [73, 93], ...faultInWords('other-place') },
  'recommendation/decision-superseded': { duties: [73, 93], ...faultInWords('decision-superseded') },
  'recommendation/does-not-name-it': { duties: [73, 93], ...faultInWords('does-not-name-it') },
  'recommendation/changed-since': { duties: [73, 93], ...faultInWords('changed-since') },
  'recommendation/not-yours-to-decide': {
    duties: [73],
    message: 'There is no such recommendation, or you are not chair, deputy chair or secretary of the strategic group.',
    remedy: 'Ask the group’s secretary.',
  },
  'recommendation/not-before-the-group': {
    duties: [13, 73],
    message: 'A recommendation comes before the group when its assessment is final.',
    remedy: 'Have the assessment reviewed and made final first.',
  },
  'recommendation/other-meeting': {
    duties: [73],
    message: 'A recommendation gets its outcome in a meeting in session of the group its assessment is written for.',
    remedy: 'Decide it there.',
  },
  'recommendation/outcome-given': {
    duties: [73],
    message: 'This recommendation has its outcome already.',
    remedy: 'Correct the decision that gave it, and note it in the next assessment.',
  },
  'recommendation/without-reason': {
    duties: [73],
    message: 'A recommendation is adopted, varied, rejected or deferred with a reason.',
    remedy: 'Write the reason.',
  },
  'recommendation/varied-without-text': {
    duties: [73],
    message: 'A recommendation that is varied says what was adopted instead.',
    remedy: 'Write what was adopted.',
  },
  'recommendation/text-without-variation': {
    duties: [73],
    message: 'Only a recommendation that is varied has another text.',
    remedy: 'Choose “varied”, or leave the text away.',
  },
  'recommendation/none-open': { duties: [73], message: 'No recommendation is waiting for its outcome.', remedy: '' },
});
