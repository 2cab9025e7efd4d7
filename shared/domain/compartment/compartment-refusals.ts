import { refusalBook } from '#shared/base/refusal.ts';

export const compartmentBook = refusalBook({
  // One answer for "there is none" and "you are not in it": a refusal must not tell.
  'compartment/not-there': { duties: [111], message: 'There is nothing of the kind.', remedy: '' },
  'compartment/not-yours-to-open': {
    duties: [41, 111],
    message: 'A compartment is opened by someone who works in a dedicated source unit.',
    remedy: 'Ask the unit.',
  },
  'compartment/not-yours-to-task': {
    duties: [112],
    message: 'A dedicated source unit is tasked by the director of intelligence or an intelligence manager.',
    remedy: 'Ask one of them.',
  },
  'compartment/never-erased': { duties: [111, 122], message: 'A compartment is never erased.', remedy: 'Close it with the reason.' },
  'compartment/by-members-only': {
    duties: [111],
    message: 'What lies in a compartment is written and changed by its members only.',
    remedy: 'Ask a member.',
  },
  'compartment/owner-not-a-member': {
    duties: [111],
    message: 'Whoever answers for a compartment is one of its members.',
    remedy: 'Choose the owner among the members.',
  },
  'compartment/member-unknown': {
    duties: [41, 111],
    message: 'Members of a compartment serve in the police service and are cleared for OFFICIAL-SENSITIVE.',
    remedy: 'Choose others, or have their clearance recorded first.',
  },
  'compartment/too-many-members': {
    duties: [41, 111],
    message: 'A compartment has at most {most} members: need to know is for few.',
    remedy: 'Take out those who do not need it.',
  },
  'compartment/filed-wrongly': {
    duties: [111],
    message: 'What lies in a compartment is filed under it, named by nothing that is counted, and read by its members exactly.',
    remedy: '',
  },
  'compartment/access-left-behind': {
    duties: [41, 111],
    message: 'When the members of a compartment change, everything in it is given to the new members in the same step.',
    remedy: 'Change the members in Cordon.',
  },
  'compartment/other-fields': {
    duties: [112],
    message: 'What lies in a compartment holds the fields Cordon knows and no others: there is none for an identity.',
    remedy: 'Keep identities where the law keeps them, never here.',
  },
  'compartment/closed-without-reason': { duties: [111], message: 'A compartment is closed with the reason.', remedy: 'Say why.' },
  'compartment/closed': { duties: [111], message: 'The compartment is closed.', remedy: '' },
  'compartment/still-at-work': {
    duties: [111, 112],
    message: 'There are open tasks or strategies in it.',
    remedy: 'End them first.',
  },
});
