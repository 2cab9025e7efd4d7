import { refusalBook } from '#shared/base/refusal.ts';

export const commissionBook = refusalBook({
  'commission/not-yours-to-raise': {
    duties: [78, 134],
    message: 'There is no such meeting, or you are not its chair, a deputy chair or its secretary.',
    remedy: 'Ask the group’s secretary to record the commission.',
  },
  'commission/not-yours-to-deliver': {
    duties: [78, 79],
    message: 'There is no such commission, or you are neither its owner nor one of those who run the group.',
    remedy: 'Ask its owner.',
  },
  'commission/not-yours-to-run': {
    duties: [78, 79, 134],
    message: 'There is no such commission, or you are not chair, deputy chair or secretary of a group that hears it.',
    remedy: 'Ask the group’s secretary.',
  },
  'commission/only-by-tasking-groups': {
    duties: [78, 134],
    message: 'Commissions are raised by the strategic and the tactical tasking and co-ordination groups.',
    remedy: 'Raise an action here, or take the question to the tactical group.',
  },
  'commission/without-terms': {
    duties: [78],
    message: 'A commission says what is to be looked at and how far.',
    remedy: 'Write its terms of reference.',
  },
  'commission/due-before-made': {
    duties: [78],
    message: 'A commission cannot be due before it was made.',
    remedy: 'Give a later day.',
  },
  'commission/owner-not-serving': {
    duties: [78, 123],
    message: 'Whoever is to deliver has left or is not a person of the force.',
    remedy: 'Choose someone who is serving.',
  },
  'commission/owner-a-partner': {
    duties: [69, 78],
    message: 'A commission is delivered by someone of the police service; a partner can contribute to it.',
    remedy: 'Choose the analyst or officer who works with the partner.',
  },
  'commission/item-not-here': {
    duties: [78],
    message: 'The agenda item or decision named does not belong to this meeting.',
    remedy: 'Raise the commission from the item it belongs to.',
  },
  'commission/police-only-item': {
    duties: [119],
    message: 'What is commissioned in a police-only item is police only.',
    remedy: 'Mark the commission as police only.',
  },
  'commission/out-of-order': { duties: [78], message: 'Commissions of a meeting are numbered 1, 2, 3 without gaps.', remedy: '' },
  'commission/begins-commissioned': { duties: [78], message: 'A commission begins without a result.', remedy: '' },
  'commission/fixed': {
    duties: [78, 122],
    message: 'The question, the terms and where it was commissioned do not change.',
    remedy: 'Withdraw it with the reason and raise another.',
  },
  'commission/step-not-in-order': {
    duties: [78, 79],
    message: 'A commission is delivered and then heard by a meeting, or withdrawn while it is not delivered.',
    remedy: '',
  },
  'commission/over': { duties: [78, 79], message: 'This commission was heard or withdrawn. It does not change any more.', remedy: '' },
  'commission/without-result': {
    duties: [78, 79],
    message: 'A commission is delivered with its result.',
    remedy: 'Write what was found; attach longer work as a paper of the meeting.',
  },
  'commission/withdrawn-without-reason': {
    duties: [78],
    message: 'A commission is withdrawn with the reason.',
    remedy: 'Say why it is no longer wanted.',
  },
  'commission/heard-elsewhere': {
    duties: [79],
    message: 'A result is heard in a meeting in session of the group that commissioned it.',
    remedy: 'Hear it when that group meets.',
  },
  'commission/never-erased': { duties: [78, 122], message: 'A commission is never erased.', remedy: 'Withdraw it with the reason.' },
});
