import { refusalBook } from '#shared/base/refusal.ts';

export const accountabilityBook = refusalBook({
  'accountability-review/not-yours-to-give': {
    duties: [102],
    message: 'There is no such review, or you are neither the owner of the priority nor one of those who run the group.',
    remedy: 'Ask the owner, or the group’s secretary.',
  },
  'accountability-review/only-strategic': {
    duties: [102],
    message: 'Owners of priorities account for them at the strategic tasking and co-ordination group.',
    remedy: '',
  },
  'accountability-review/priority-not-here': {
    duties: [97, 102],
    message: 'The priority is not one of the place this group decides for.',
    remedy: '',
  },
  'accountability-review/one-each': {
    duties: [102],
    message: 'This priority has its review at this meeting already.',
    remedy: 'Use the review that is there.',
  },
  'accountability-review/begins-due': { duties: [102], message: 'A review begins without an answer.', remedy: '' },
  'accountability-review/meeting-over': {
    duties: [54, 102],
    message: 'An account is given while the meeting is in session.',
    remedy: 'Give it at the next meeting.',
  },
  'accountability-review/without-what-changed': {
    duties: [102],
    message: 'The account does not say what changed.',
    remedy: 'Write what changed.',
  },
  'accountability-review/without-what-achieved': {
    duties: [102],
    message: 'The account does not say what it achieved.',
    remedy: 'Write what was achieved, or that nothing was yet.',
  },
  'accountability-review/without-what-next': {
    duties: [102],
    message: 'The account does not say what comes next.',
    remedy: 'Write what comes next.',
  },
  'accountability-review/rated-without-measure': {
    duties: [102, 126],
    message: 'There is no rating without a measure.',
    remedy: 'Name the measure and what was measured, or leave the rating away.',
  },
  'accountability-review/rated-without-value': {
    duties: [102, 126],
    message: 'There is no rating without a measured value.',
    remedy: 'Write what was measured, or leave the rating away.',
  },
  'accountability-review/fixed': { duties: [102], message: 'Whose review it is, and of what, does not change.', remedy: '' },
  'accountability-review/never-erased': { duties: [102, 122], message: 'A review is never erased.', remedy: '' },
});
