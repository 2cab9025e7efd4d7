import { refusalBook } from '#shared/base/refusal.ts';

export const planningDateBook = refusalBook({
  'planning-date/not-yours-to-plan': {
    duties: [57],
    message:
      'Dates of the planning calendar are kept by those who run a group, analysts, the director of intelligence, the chief-officer lead or an administrator.',
    remedy: 'Ask one of them.',
  },
  'planning-date/unknown': { duties: [57], message: 'There is no such date in the calendar.', remedy: 'Choose one from the calendar.' },
  'planning-date/ends-before-it-starts': {
    duties: [57],
    message: 'The last day lies before the first.',
    remedy: 'Correct the days, or leave the last day empty.',
  },
  'planning-date/over-already': {
    duties: [57],
    message: 'This day has passed. The calendar plans what is to come.',
    remedy: 'Give today or a later day.',
  },
  'planning-date/group-unknown': { duties: [57], message: 'There is no such group.', remedy: 'Choose one from the list, or none.' },
  'planning-date/begins-planned': { duties: [57], message: 'A date begins as planned, without a reason to cancel it.', remedy: '' },
  'planning-date/cancelled-without-reason': {
    duties: [57],
    message: 'A date is cancelled with the reason.',
    remedy: 'Say why it does not take place.',
  },
  'planning-date/cancelled': {
    duties: [57],
    message: 'This date was cancelled and does not change any more.',
    remedy: 'Add it anew.',
  },
  'planning-date/cancelled-as-it-stood': { duties: [57], message: 'Cancelling changes nothing else of a date.', remedy: '' },
  'planning-date/kept': {
    duties: [57, 122],
    message: 'A date of the calendar is cancelled, never removed.',
    remedy: 'Cancel it with the reason.',
  },
  'planning-date/filed-wrongly': { duties: [57], message: 'A date of the calendar is filed under the force.', remedy: '' },
});
