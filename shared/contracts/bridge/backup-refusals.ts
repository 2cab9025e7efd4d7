import { refusalBook } from '#shared/base/refusal.ts';

/** What is refused around backups: making them, proving them, putting the vault back from one. */
export const backupBook = refusalBook({
  'backup/not-made': { duties: [32, 34], message: '{says}', remedy: '' },
  'backup/busy': {
    duties: [],
    message: 'A backup is being made or proved at this moment.',
    remedy: 'Wait until it is done, then try again.',
  },
  'backup/none': {
    duties: [32, 34],
    message: 'There is no proved backup in this place.',
    remedy: 'Plug in the drive with the backups, or make one first.',
  },
  'backup/gone': { duties: [], message: 'This backup is no longer where it was.', remedy: 'Look at the list again.' },
  'backup/other-place': { duties: [], message: '{says}', remedy: 'Choose another folder.' },
  'backup/earlier-key': {
    duties: [32],
    message: 'This backup was made before the vault was given a new key, so the key in use does not open it.',
    remedy: 'Use a newer one, or put it back from the sign-in screen with a pass phrase of that time.',
  },
  'backup/not-whole': {
    duties: [32, 34],
    message: 'This backup cannot be used: {says}',
    remedy: 'Use another one. Nothing has been changed.',
  },
  'restore/not-needed': {
    duties: [32],
    message: 'The vault opens, so it is put back from the Backups page by whoever looks after backups.',
    remedy: 'Sign in.',
  },
  'restore/confirm': { duties: [34], message: 'Say why the vault is put back from a backup.', remedy: 'Give a reason.' },
});
