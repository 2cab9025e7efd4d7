import { refusalBook } from '#shared/base/refusal.ts';

/** What the engine itself refuses, whatever the noun. */
export const engineBook = refusalBook({
  'bridge/malformed': {
    duties: [],
    message: 'The application sent something it should not have. Nothing was changed.',
    remedy: 'Try again; if it happens again, restart Cordon.',
  },
  'bridge/too-large': { duties: [], message: 'That is too much at once ({says}). Nothing was changed.', remedy: 'Send less at a time.' },
  'bridge/other-version': {
    duties: [],
    message: 'This window and the engine behind it are of different versions.',
    remedy: 'Restart Cordon.',
  },
  'bridge/number-in-use': {
    duties: [],
    message: 'The application asked two things under one number. Nothing was changed.',
    remedy: 'Restart Cordon.',
  },
  'bridge/unknown-command': { duties: [], message: 'There is no such command.', remedy: '' },
  'bridge/unknown-query': { duties: [], message: 'There is no such view.', remedy: '' },
  'bridge/unknown-ask': { duties: [], message: 'There is no such request.', remedy: '' },
  'bridge/argument': { duties: [], message: '{says}', remedy: '' },
  'engine/bug': {
    duties: [],
    message: 'Something went wrong inside Cordon. Nothing was changed.',
    remedy: 'Try again; if it happens again, restart Cordon and tell support the time it happened.',
  },
  'engine/conflict': {
    duties: [34],
    message: 'Someone else changed this at the same moment. Nothing of yours was lost or written.',
    remedy: 'Look at the present version and try again.',
  },
  'engine/id-in-use': { duties: [34], message: 'This reference already belongs to another kind of record.', remedy: 'Try again.' },
  'engine/does-not-fit': { duties: [33], message: 'This cannot be stored: {says}', remedy: '' },
  'engine/gone': { duties: [], message: 'This record no longer exists.', remedy: '' },
  'session/not-signed-in': { duties: [32], message: 'Nobody is signed in.', remedy: 'Sign in first.' },
  'session/none': { duties: [32], message: 'This workstation has not been set up yet.', remedy: 'Set it up, or load the sample force.' },
  'session/exists': { duties: [32], message: 'This workstation is already set up.', remedy: 'Sign in.' },
  'session/not-serving': {
    duties: [14, 32],
    message: 'Your record says that you are not serving today, so this workstation cannot be opened by you.',
    remedy: 'Ask an administrator to look at your record.',
  },
  'session/account-closed': { duties: [14, 32], message: 'This account has been closed.', remedy: 'Ask an administrator.' },
  'session/locking': { duties: [32], message: 'The workstation is being locked.', remedy: 'Sign in again.' },
  'session/someone-signed-in': { duties: [32], message: 'Someone is signed in already.', remedy: 'Lock first.' },
  'vault/disk-full': {
    duties: [32],
    message: 'The disk of this computer is full, so this could not be stored. What you typed is still on the screen.',
    remedy: 'Free some space and try again.',
  },
  'vault/cannot-write': {
    duties: [32],
    message: 'The vault could not be written: {says}',
    remedy: 'Lock and sign in again; if it happens again, tell an administrator.',
  },
  'vault/cannot-open': { duties: [32], message: '{says}', remedy: 'Tell the information security officer.' },
});
