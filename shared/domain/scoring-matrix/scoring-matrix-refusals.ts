import { refusalBook } from '#shared/base/refusal.ts';

export const scoringMatrixBook = refusalBook({
  'scoring-matrix/not-yours-to-keep': {
    duties: [94],
    message: 'The matrices are kept by the principal analyst, the director of intelligence and the chief-officer lead.',
    remedy: 'Ask one of them.',
  },
  'scoring-matrix/unknown': { duties: [94], message: 'There is no such matrix.', remedy: 'Choose one from the list of matrices.' },
  'scoring-matrix/kept': {
    duties: [94],
    message: 'A matrix is never erased: scores were made with it.',
    remedy: 'Retire it, so that no new prioritisation uses it.',
  },
  'scoring-matrix/never-changed': {
    duties: [94],
    message: 'A matrix is not rewritten: it is copied on change, and each version stays as it was.',
    remedy: 'Make a new version of it.',
  },
  'scoring-matrix/begins-in-use': { duties: [94], message: 'A new matrix is in use.', remedy: '' },
  'scoring-matrix/without-origin': {
    duties: [94],
    message: 'A matrix says where it comes from and what it is not.',
    remedy: 'Write its origin, for example “House model, made by the principal analyst in March 2026”.',
  },
  'scoring-matrix/claims-to-be-official': {
    duties: [94],
    message: 'A matrix kept here is a house model and is never called official.',
    remedy: 'Take the word out of its name.',
  },
  'scoring-matrix/name-taken': {
    duties: [94],
    message: 'Another matrix in use is called “{name}”.',
    remedy: 'Choose another name, or make a new version of that one.',
  },
  'scoring-matrix/without-factors': {
    duties: [94],
    message: 'This kind of matrix needs at least one factor under {section}.',
    remedy: 'Add the factor.',
  },
  'scoring-matrix/section-not-of-model': {
    duties: [94],
    message: 'The factor “{factor}” stands under {section}, which this kind of matrix does not have.',
    remedy: 'Move the factor, or choose another kind of matrix.',
  },
  'scoring-matrix/factor-twice': {
    duties: [94],
    message: 'Two factors share the short name “{factor}”.',
    remedy: 'Give each factor a short name of its own.',
  },
  'scoring-matrix/levels-out-of-order': {
    duties: [94],
    message: 'The points of the scale of “{factor}” do not rise one after the other.',
    remedy: 'List the points lowest first, each once.',
  },
  'scoring-matrix/offence-twice': {
    duties: [94],
    message: 'The offence code “{code}” is listed twice.',
    remedy: 'Leave each code once, with the weight that counts.',
  },
  'scoring-matrix/weights-not-of-model': {
    duties: [94],
    message: 'Only a crime harm index has weights of offences.',
    remedy: 'Import the weights into a crime harm index.',
  },
  'scoring-matrix/weights-without-day': {
    duties: [94],
    message: 'Weights say as of when they were published.',
    remedy: 'Give the day the spreadsheet was published.',
  },
  'scoring-matrix/replaced-unknown': {
    duties: [94],
    message: 'The matrix this one replaces is not there, or is of another kind.',
    remedy: 'Make the new version from the matrix itself.',
  },
  'scoring-matrix/replaced-already': {
    duties: [94],
    message: 'The matrix has been replaced by a newer version already.',
    remedy: 'Make the change in the newest version.',
  },
  'scoring-matrix/version-out-of-order': {
    duties: [94],
    message: 'Versions are numbered 1, 2, 3, and the one replaced is retired in the same step.',
    remedy: '',
  },
  'scoring-matrix/retired-already': { duties: [94], message: 'The matrix is retired.', remedy: 'Use its newest version.' },
});
