import { refusalBook } from '#shared/base/refusal.ts';

/** Every expected "no" of the key header: signing in, pass phrases, key slots, recovery. */
export const keyBook = refusalBook({
  'vault/name-or-pass-phrase-wrong': {
    duties: [32],
    message: 'The name or the pass phrase is not right.',
    remedy: 'Check for capital letters and try again.',
  },
  'vault/wait-before-next-try': {
    duties: [32],
    message: 'Too many wrong tries. The next one is taken in {seconds} seconds.',
    remedy: 'Wait, then try again.',
  },
  'vault/weak-pass-phrase': {
    duties: [32],
    message: '{says}',
    remedy: 'Use three or more random words, for example words you can picture together.',
  },
  'vault/sign-in-name-taken': {
    duties: [32],
    message: 'Someone on this workstation already signs in with this name.',
    remedy: 'Choose another name.',
  },
  'vault/sign-in-name-empty': { duties: [32], message: 'A sign-in name needs at least one letter or digit.', remedy: 'Type a name.' },
  'vault/recovery-words-mistyped': {
    duties: [32],
    message: 'These are not 24 recovery words in their order: a word is missing, misspelt or out of place.',
    remedy: 'Compare them with the printed list, word by word.',
  },
  'vault/recovery-words-of-another-vault': {
    duties: [32],
    message: 'These recovery words belong to another vault or have been replaced by newer ones.',
    remedy: 'Look for the list printed last for this workstation.',
  },
  'vault/share-mistyped': {
    duties: [32],
    message: 'Share {number} is not 30 words in their order: a word is missing, misspelt or out of place.',
    remedy: 'Compare it with the printed sheet, word by word.',
  },
  'vault/shares-too-few': {
    duties: [32],
    message: 'It takes {needed} different shares of the recovery key; {given} were given.',
    remedy: 'Ask another holder for their sheet.',
  },
  'vault/shares-of-different-sets': {
    duties: [32],
    message: 'These shares were not printed together: at least one belongs to an earlier recovery key.',
    remedy: 'Look for sheets with the same set number.',
  },
  'vault/header-newer': {
    duties: [32],
    message: 'The key header of this vault was written by a newer version of Cordon. Nothing has been changed.',
    remedy: 'Install that version on this workstation.',
  },
  'vault/keychain-shut': {
    duties: [32],
    message:
      'This vault needs a key that the keychain of this computer keeps for the user who is logged on, and the keychain did not give it. Nothing has been changed.',
    remedy: 'Log on to this computer as its usual user and unlock its keychain, or sign in with the recovery key.',
  },
  'vault/rekey-not-yet': {
    duties: [32],
    message: 'A new key can only be made for everyone, and some key slots are still of an earlier version of Cordon.',
    remedy: 'Let each person named sign in once, and make a new recovery key; then try again.',
  },
  'vault/rekey-too-late': {
    duties: [32],
    message: 'The vault has its new key already, so the old one cannot be kept.',
    remedy: '',
  },
  'vault/shares-make-no-sense': {
    duties: [32],
    message: 'A recovery key in shares needs at least two sheets, and no more are needed than are printed.',
    remedy: 'For example: any 2 of 3.',
  },
  'vault/keychain-cannot': { duties: [32], message: '{says}', remedy: 'Sign-in stays as it is.' },
  'vault/erase-name-differs': {
    duties: [32],
    message: 'What was typed is not the name of this workstation. Nothing has been erased.',
    remedy: 'Type the name exactly as it is shown.',
  },
  'vault/erase-without-receipt': {
    duties: [32, 122],
    message: 'No receipt was saved, so nothing has been erased.',
    remedy: 'Begin again and choose where the receipt is to be saved.',
  },
  'vault/not-erased': {
    duties: [32],
    message: 'The keys could not all be destroyed: {says}',
    remedy: 'Try again; if it happens again, destroy the disk by the force’s own procedure.',
  },
  'vault/no-such-slot': { duties: [32], message: 'Nobody on this workstation has this key slot.', remedy: '' },
  'vault/last-slot': { duties: [32], message: 'This is the last person who can open the vault.', remedy: 'Add another person first.' },
  'vault/already-there': {
    duties: [32],
    message: 'There is already a vault in this folder. It has not been touched.',
    remedy: 'Sign in to it, or choose another folder.',
  },
});
