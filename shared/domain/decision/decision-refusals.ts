import { refusalBook } from '#shared/base/refusal.ts';

export const decisionBook = refusalBook({
  'decision/never-changed': {
    duties: [54, 121, 122],
    message: 'A decision is never changed, renumbered or erased.',
    remedy: 'Record a correction: it supersedes the decision, and both stay readable.',
  },
  'decision/out-of-order': {
    duties: [54, 121],
    message: 'Decisions are numbered 1, 2, 3 without gaps, in the order they are recorded.',
    remedy: '',
  },
  'decision/item-not-here': {
    duties: [121],
    message: 'The agenda item does not belong to this meeting.',
    remedy: 'Open an item of this meeting.',
  },
  'decision/item-not-open': {
    duties: [54, 121],
    message: 'A decision is recorded in the agenda item that is open.',
    remedy: 'Open the item first.',
  },
  'decision/without-text': { duties: [54, 121], message: 'The decision is empty.', remedy: 'Write what was decided.' },
  'decision/without-rationale': { duties: [82], message: 'A decision needs its rationale.', remedy: 'Write why this was decided.' },
  'decision/decided-later-than-written': {
    duties: [54],
    message: 'A decision cannot be made after it is written down.',
    remedy: 'Correct the time it was decided.',
  },
  'decision/decided-before-the-meeting': {
    duties: [54, 121],
    message: 'The time of decision lies before the meeting began.',
    remedy: 'Correct the time it was decided.',
  },
  'decision/option-without-text': {
    duties: [132],
    message: 'An option considered is empty.',
    remedy: 'Write the option, or remove the line.',
  },
  'decision/option-rejected-without-reason': {
    duties: [115, 132],
    message: 'An option that was not chosen needs the reason.',
    remedy: 'Write why it was rejected.',
  },
  'decision/no-option-chosen': {
    duties: [115, 132],
    message: 'None of the options is marked as chosen.',
    remedy: 'Mark the option that was chosen.',
  },
  'decision/one-option-without-reason': {
    duties: [132],
    message: 'A decision weighs at least two options.',
    remedy: 'Add the options that were considered, or say why there was only one.',
  },
  'decision/dissent-without-name': { duties: [54, 115], message: 'A dissent says whose it is.', remedy: 'Name who dissents.' },
  'decision/dissent-without-text': {
    duties: [54, 115],
    message: 'A dissent is empty.',
    remedy: 'Write what was said, or remove the line.',
  },
  'decision/evidence-without-title': {
    duties: [53, 130],
    message: 'A piece of evidence has no title.',
    remedy: 'Say what it is, or remove the line.',
  },
  'decision/evidence-not-there': {
    duties: [53, 130],
    message: 'A piece of evidence is not in this vault, or not for you to see.',
    remedy: 'Choose it again from the list, or cite it by its title only.',
  },
  'decision/without-evidence': {
    duties: [53],
    message: 'A decision cites the evidence it rests on.',
    remedy: 'Cite a paper or record, or say why there is none.',
  },
  'decision/without-priority': {
    duties: [80],
    message: 'A decision is linked to a priority of the control strategy.',
    remedy: 'Choose the priority, or say why it lies outside the strategy.',
  },
  'decision/priority-not-in-force': {
    duties: [80],
    message: 'This priority is not in force for the group’s level.',
    remedy: 'Choose one that is, or say why the decision lies outside the strategy.',
  },
  'decision/priority-and-outside': {
    duties: [80, 91],
    message: 'A decision either serves a priority or lies outside the strategy, not both.',
    remedy: 'Take one of the two away.',
  },
  'decision/without-decider': {
    duties: [54, 120],
    message: 'The decision does not say who decided.',
    remedy: 'Name who decided; usually the chair.',
  },
  'decision/decider-not-present': {
    duties: [54, 71, 120],
    message: 'Whoever decides is the presiding chair or a member who is present.',
    remedy: 'Mark them present, or name who decided.',
  },
  'decision/authority-not-recorded': {
    duties: [71, 120],
    message: 'No authority is recorded for whoever presides, so the decision cannot count as within it.',
    remedy: 'Mark it as outside the chair’s authority and say to whom it is escalated, or have the authority recorded under Force.',
  },
  'decision/outside-authority-without-note': {
    duties: [71, 120],
    message: 'A decision outside the chair’s authority is advisory and is escalated.',
    remedy: 'Say what exceeds the authority and to whom it goes.',
  },
  'decision/owner-without-due-day': { duties: [123], message: 'What follows has an owner but no day it is due.', remedy: 'Give the day.' },
  'decision/due-day-without-owner': {
    duties: [123],
    message: 'What follows has a due day but nobody who answers for it.',
    remedy: 'Name one owner.',
  },
  'decision/owner-unknown': { duties: [123], message: 'The owner is not a person of the force.', remedy: 'Choose someone from the list.' },
  'decision/due-before-decided': { duties: [123], message: 'What follows is due before it was decided.', remedy: 'Give a later day.' },
  'decision/follow-up-without-owner': {
    duties: [123],
    message: 'The action that follows needs one owner and a due day.',
    remedy: 'Name the owner and the day.',
  },
  'decision/follow-up-without-strand': {
    duties: [135],
    message: 'The action that follows needs its strand.',
    remedy: 'Choose prevention, intelligence, enforcement or reassurance.',
  },
  'decision/police-only-item': {
    duties: [119],
    message: 'Everything decided in a police-only item is police only.',
    remedy: 'Mark the decision as police only.',
  },
  'decision/not-there': { duties: [54], message: 'There is no such decision in this group.', remedy: '' },
  'decision/superseded-already': {
    duties: [54, 81],
    message: 'This decision has been superseded already.',
    remedy: 'Correct the newer decision instead.',
  },
  'decision/corrected-without-reason': {
    duties: [54, 81, 82],
    message: 'A correction says why it is made.',
    remedy: 'Write the reason for the correction.',
  },
  'decision/earlier-than-what-it-corrects': {
    duties: [54, 81],
    message: 'A correction is decided after what it corrects.',
    remedy: 'Correct the time it was decided.',
  },
  'decision/in-view-not-there': {
    duties: [53, 130],
    message: 'Something said to be in view at the moment of decision is not there, or not for you to see.',
    remedy: 'Record the decision again from the console.',
  },
  'decision/names-what-was-not-in-view': {
    duties: [74, 76, 93],
    message: 'A decision can only set or approve what was in view when it was made.',
    remedy: 'Record the decision again from the console, with the draft in view.',
  },
  'decision/known-does-not-fit': { duties: [53, 122, 130], message: 'The list of what was known does not fit its own digest.', remedy: '' },
});
