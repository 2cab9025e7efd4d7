import { refusalBook } from '#shared/base/refusal.ts';

export const issueBook = refusalBook({
  'issue/not-yours-to-score': {
    duties: [94],
    message: 'There is no such prioritisation, or you are not one of those who prepare strategy for its group.',
    remedy: 'Ask the principal analyst or the group’s secretary.',
  },
  'issue/not-there': { duties: [94], message: 'There is no such issue in this prioritisation.', remedy: 'Choose one from its list.' },
  'issue/never-erased': {
    duties: [90],
    message: 'An issue that was considered is kept for ever.',
    remedy: 'Give it the outcome “not included” with the reason.',
  },
  'issue/frozen': {
    duties: [94],
    message: 'The prioritisation is frozen: its issues, scores and reasons stay as the strategic group decided on them.',
    remedy: 'Open a new prioritisation; it can begin with the issues of this one.',
  },
  'issue/filed-wrongly': {
    duties: [94],
    message: 'An issue belongs to one prioritisation for good, with its place, marking and group.',
    remedy: 'Raise it again in the other prioritisation.',
  },
  'issue/begins-unsettled': { duties: [95, 96], message: 'An issue begins without an outcome and without a decision.', remedy: '' },
  'issue/not-in-step': {
    duties: [94],
    message: 'The prioritisation does not know the issue as it stands, so a decision on it would not cover this change.',
    remedy: '',
  },
  'issue/title-taken': {
    duties: [90],
    message: 'Another issue of this prioritisation is called “{title}”.',
    remedy: 'Change that one, or choose another title.',
  },
  'issue/too-many': {
    duties: [94],
    message: 'A prioritisation holds at most {most} issues.',
    remedy: 'Put issues together that belong together.',
  },
  'issue/factor-unknown': {
    duties: [94],
    message: 'The matrix of this prioritisation has no factor “{factor}”.',
    remedy: 'Score only the factors of its matrix.',
  },
  'issue/factor-twice': { duties: [94], message: '{factor} is scored twice.', remedy: 'Leave one of the two.' },
  'issue/score-out-of-range': {
    duties: [94],
    message: '{factor} goes from {from} to {to}; {value} is outside.',
    remedy: 'Give a score on the scale.',
  },
  'issue/score-out-of-order': {
    duties: [94],
    message: '{factor}: low must not be above likely, nor likely above high ({low}, {likely}, {high}).',
    remedy: 'Put the three in order.',
  },
  'issue/offences-not-of-model': {
    duties: [94],
    message: 'Only a crime harm index counts offences.',
    remedy: 'Score the factors of the matrix instead.',
  },
  'issue/offence-unknown': {
    duties: [94],
    message: 'The weights imported into this matrix have no offence “{code}”.',
    remedy: 'Choose the offence from the list, or import weights that have it.',
  },
  'issue/offence-twice': { duties: [94], message: 'The offence {code} is counted twice.', remedy: 'Put the two lines together.' },
  'issue/count-not-a-count': {
    duties: [94],
    message: 'A number of crimes is a whole number from 0 to 10,000,000; {code} has {value}.',
    remedy: 'Correct the count.',
  },
  'issue/count-out-of-order': {
    duties: [94],
    message: '{code}: low must not be above likely, nor likely above high ({low}, {likely}, {high}).',
    remedy: 'Put the three in order.',
  },
  'issue/included-without-reason': {
    duties: [95],
    message: 'An issue is included because of something: the control strategy justifies why.',
    remedy: 'Write why it is included.',
  },
  'issue/left-out-without-reason': {
    duties: [96],
    message: 'An issue is not included because of something: the control strategy justifies why not.',
    remedy: 'Write why it is not included.',
  },
  'issue/priority-and-other-threat': {
    duties: [106],
    message: 'An issue that is included becomes a priority; “other key threat” is for what is watched without being one.',
    remedy: 'Take the mark “other key threat” away, or do not include the issue.',
  },
});
