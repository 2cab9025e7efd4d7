import { refusalBook } from '#shared/base/refusal.ts';

/** What is refused around files on their way into the vault and out of it. */
export const fileBook = refusalBook({
  'paper/too-big': {
    duties: [],
    message: 'This file is {megabytes} MB. The largest a paper may be is {limit} MB.',
    remedy: 'Save it smaller, or lay the part before the meeting that is needed.',
  },
  'paper/file-type': {
    duties: [32],
    message: 'Files of this type ({type}) can carry programs and are not taken into the vault.',
    remedy: 'Save it as PDF, or as a document without macros.',
  },
  'paper/empty': { duties: [], message: 'This file is empty.', remedy: 'Choose another file.' },
  'paper/not-whole': {
    duties: [34],
    message: 'The stored file no longer matches what was frozen. Nothing was saved.',
    remedy: 'Verify the journal and tell an administrator.',
  },
  'file/no-room': {
    duties: [32],
    message: 'This file needs {needed} MB of room in the vault, and the disk of this computer has {free} MB left.',
    remedy: 'Free some space and try again.',
  },
  'file/too-many': {
    duties: [],
    message: 'Several files are being taken in already.',
    remedy: 'Wait until one of them is done, or cancel it.',
  },
  'file/out-of-order': {
    duties: [34],
    message: 'The file did not arrive as it was sent. Nothing of it is kept.',
    remedy: 'Attach it again.',
  },
  'file/cut-off': {
    duties: [34],
    message: 'The file did not arrive whole. Nothing of it is kept.',
    remedy: 'Attach it again.',
  },
  'file/class-changed': {
    duties: [32, 34],
    message: 'Who may read this meeting was changed while the file was being taken in. Nothing of it is kept.',
    remedy: 'Attach it again.',
  },
  'file/not-saved': { duties: [], message: '{says}', remedy: 'Nothing was left behind. Try again, or choose another place.' },
  'file/cancelled': { duties: [], message: 'Saving was cancelled. Nothing was left behind.', remedy: '' },
});
