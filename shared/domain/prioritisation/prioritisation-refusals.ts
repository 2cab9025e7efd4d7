import { refusalBook } from '#shared/base/refusal.ts';

export const prioritisationBook = refusalBook({
  'prioritisation/not-yours-to-prepare': {
    duties: [94],
    message: 'There is no such prioritisation, or you are not one of those who prepare strategy for its group.',
    remedy: 'Ask the principal analyst or the group’s secretary.',
  },
  'prioritisation/never-erased': {
    duties: [90, 94],
    message: 'A prioritisation is never erased: it says what was considered and why not.',
    remedy: 'Leave it; it can stay unfrozen.',
  },
  'prioritisation/begins-open': { duties: [94], message: 'A prioritisation begins open and without a decision.', remedy: '' },
  'prioritisation/group-not-strategic': {
    duties: [74, 94],
    message: 'Issues are prioritised for the strategic group of a force or an area.',
    remedy: 'Choose a strategic tasking and co-ordination group.',
  },
  'prioritisation/origin-is-fixed': {
    duties: [94],
    message: 'A prioritisation belongs to one group, place and marking for good.',
    remedy: 'Open another one for the other group.',
  },
  'prioritisation/assessment-not-there': {
    duties: [94],
    message: 'There is no such strategic assessment of this group.',
    remedy: 'Choose it from the list, or leave it empty.',
  },
  'prioritisation/matrix-unknown': { duties: [94], message: 'There is no such matrix.', remedy: 'Choose one from the list of matrices.' },
  'prioritisation/matrix-retired': {
    duties: [94],
    message: 'The matrix is retired.',
    remedy: 'Use its newest version, or another matrix.',
  },
  'prioritisation/matrix-without-weights': {
    duties: [94],
    message: 'The crime harm index has no weights yet.',
    remedy: 'Import them from the published spreadsheet first.',
  },
  'prioritisation/matrix-not-copied': {
    duties: [94],
    message: 'The matrix in this prioritisation is not the one it names.',
    remedy: '',
  },
  'prioritisation/matrix-drops-scores': {
    duties: [94],
    message: 'The other matrix does not have what issues are scored in: {what}.',
    remedy: 'Clear these scores first, or open a new prioritisation with the other matrix.',
  },
  'prioritisation/issues-not-in-step': {
    duties: [94],
    message: 'The prioritisation does not know its issues as they stand.',
    remedy: '',
  },
  'prioritisation/frozen': {
    duties: [94],
    message: 'The prioritisation is frozen: it stays as the strategic group decided on it.',
    remedy: 'Open a new prioritisation; it can begin with the issues of this one.',
  },
  'prioritisation/step-not-in-order': { duties: [94], message: 'A prioritisation goes from open to frozen, once.', remedy: '' },
  'prioritisation/without-issues': {
    duties: [94],
    message: 'There is nothing to freeze: no issue has been raised.',
    remedy: 'Raise the issues.',
  },
  'prioritisation/issue-not-scored': {
    duties: [94],
    message: '“{title}” is not fully scored: {scored} of {needed} are there.',
    remedy: 'Score what is missing.',
  },
  'prioritisation/score-without-ground': {
    duties: [94],
    message: '“{title}” has {missing} scores without a reason or a source.',
    remedy: 'Write one line of reason and the source for each score.',
  },
  'prioritisation/issue-without-outcome': {
    duties: [95, 96],
    message: '“{title}” is neither included because of something nor not included because of something.',
    remedy: 'Give it its outcome with the reason.',
  },
  'prioritisation/decision-does-not-freeze': { duties: [76, 94], message: '{fault}', remedy: '{wayOut}' },
  'prioritisation/outcome-not-dated': {
    duties: [90],
    message: 'Freezing writes the decision and its day into every issue.',
    remedy: '',
  },
});
