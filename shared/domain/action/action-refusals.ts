import { refusalBook } from '#shared/base/refusal.ts';

export const actionBook = refusalBook({
  'action/not-yours': {
    duties: [123, 125],
    message: 'There is no such action, or it is not yours: progress is reported by its owner, a supporter, or those who run the group.',
    remedy: 'Ask the owner or the action manager.',
  },
  'action/not-yours-to-raise': {
    duties: [54, 123],
    message: 'Actions are raised by the group’s chair, a deputy chair, its secretary or its action manager.',
    remedy: 'Ask one of them.',
  },
  'action/not-yours-to-manage': {
    duties: [124, 125],
    message: 'Only the group’s chair, a deputy chair, or its action manager with the chair’s written delegation does this.',
    remedy: 'Ask the chair for the written delegation, or ask the chair to do it.',
  },
  'action/not-yours-to-withdraw': {
    duties: [120, 123],
    message: 'Only the group’s chair or a deputy chair withdraws an action.',
    remedy: 'Ask the chair.',
  },
  'action/no-delegation': {
    duties: [124],
    message: 'The action manager’s appointment carries no written delegation from the chair, so actions cannot be verified.',
    remedy: 'Have the chair’s delegation recorded with the appointment, under Force.',
  },
  'action/verified-by-owner': {
    duties: [125],
    message: 'Nobody verifies their own action.',
    remedy: 'Ask the action manager or the chair; when they own it, the other of the two.',
  },
  'action/verified-by-claimant': {
    duties: [125],
    message: 'Whoever claimed the action complete cannot verify it.',
    remedy: 'Ask another person with the authority to verify.',
  },
  'action/never-erased': {
    duties: [54, 122, 123],
    message: 'An action is never erased.',
    remedy: 'The chair can withdraw it with the reason.',
  },
  'action/out-of-order': {
    duties: [54, 121],
    message: 'Actions are numbered 1, 2, 3 without gaps in the running record of their meeting.',
    remedy: '',
  },
  'action/raised-is-fixed': {
    duties: [54, 123],
    message: 'What was agreed when the action was raised does not change.',
    remedy: 'Withdraw it with the reason and raise another.',
  },
  'action/finished': { duties: [125], message: 'The action is finished and does not change any more.', remedy: 'Raise another action.' },
  'action/step-not-in-order': {
    duties: [125],
    message: 'An action goes from open to in progress, may be blocked, is claimed complete by its owner, then verified by someone else.',
    remedy: '',
  },
  'action/not-claimed': {
    duties: [125],
    message: 'Only an action that was claimed complete is verified or returned.',
    remedy: 'The owner claims it complete first.',
  },
  'action/claimed-already': {
    duties: [125],
    message: 'The action is claimed complete and waits for verification.',
    remedy: 'Verify it, or return it with what is missing.',
  },
  'action/begins-open': { duties: [123], message: 'An action begins as open.', remedy: '' },
  'action/without-text': { duties: [123], message: 'The action is empty.', remedy: 'Write what is to be done.' },
  'action/without-owner': { duties: [123], message: 'An action has one named owner.', remedy: 'Name the owner.' },
  'action/two-owners': {
    duties: [123],
    message: 'An action has exactly one owner: the owner is not a supporter too, and nobody is named twice.',
    remedy: 'Keep one owner; everyone else supports.',
  },
  'action/owner-unknown': {
    duties: [123],
    message: 'The owner or a supporter is not a serving person of the force.',
    remedy: 'Choose someone from the list.',
  },
  'action/without-due-day': { duties: [123], message: 'An action has a day it is due.', remedy: 'Give the day.' },
  'action/due-before-raised': { duties: [123], message: 'The action would be due before today.', remedy: 'Give today or a later day.' },
  'action/without-strand': {
    duties: [135],
    message: 'An action belongs to prevention, intelligence, enforcement or reassurance.',
    remedy: 'Choose the strand.',
  },
  'action/without-reason': { duties: [123, 125], message: 'This needs the reason.', remedy: 'Write the reason in a sentence.' },
  'action/progress-is-kept': {
    duties: [122, 125],
    message: 'The progress log only grows; what stands in it is not changed.',
    remedy: 'Add another note.',
  },
  'action/change-not-noted': {
    duties: [122, 123],
    message: 'A change of the owner, the due day or the state is noted in the progress log by whoever makes it.',
    remedy: '',
  },
  'action/same-owner': { duties: [123], message: 'This person owns the action already.', remedy: 'Choose another person.' },
  'action/same-due-day': { duties: [123], message: 'The action is due on that day already.', remedy: 'Choose another day.' },
  'action/decision-not-here': {
    duties: [55, 123],
    message: 'The decision does not belong to this group.',
    remedy: 'Choose a decision of the group.',
  },
  'action/item-not-here': {
    duties: [121],
    message: 'The agenda item does not belong to this meeting.',
    remedy: 'Choose an item of the meeting.',
  },
  'action/police-only-item': { duties: [119], message: 'What comes from a police-only item or decision is police only.', remedy: '' },
  'action/log-full': {
    duties: [125],
    message: 'The progress log holds at most 500 notes.',
    remedy: 'Finish the action and raise another.',
  },
});
