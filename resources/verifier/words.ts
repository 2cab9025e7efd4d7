import type { SealedOutcome } from '#shared/contracts/sealed/sealed-report.ts';

/** The verdict's heading: the first words a reader sees. */
export const VERDICTS: Readonly<Record<SealedOutcome, string>> = {
  whole: 'Whole',
  altered: 'Not whole',
  'not-sealed': 'Not a sealed file',
  'too-large': 'Too large',
  'newer-version': 'A newer form',
};

export const WORDS = {
  checking: (name: string) => `Checking ${name}…`,
  chosen: (name: string, size: string) => `${name}, ${size}`,
  cannotRead: 'This file could not be read. It may have been moved or be open elsewhere; choose it again.',
  goToFault: 'Go to it in the list',
  sample: 'SAMPLE. This file comes from the synthetic sample force: nobody named in it exists.',
  signedBy: 'Signed by',
  sealed: 'Sealed',
  meeting: 'Meeting',
  fingerprint: 'Key fingerprint',
  seal: 'Seal',
  compareTitle: 'Compare with the printed minutes',
  compareHelp: 'Both must be the same, digit for digit, as on the last page of the signed minutes.',
  noSeal: 'No good signature of a chair was found, so nothing can be said about who sealed this file.',
  witness: 'Countersigned by the device',
  copy: 'This copy',
  copyText: (number: number, recipient: string, made: string) => `Copy ${number} for ${recipient}, made ${made}`,
  copyByOther: 'made on another device than the one that countersigned the seal, whose key fingerprint is',
  partner: 'Partner’s copy',
  withheld: (count: number) =>
    count === 0
      ? 'Nothing was withheld from it'
      : `${count} ${count === 1 ? 'entry is' : 'entries are'} withheld from it. Their content is not in this file; their place and proof are`,
  notACopy: 'Not a numbered copy: this is the sealed file as it was kept',
  entries: 'Entries',
  entryCount: (count: number) => `Entries: ${count}`,
  what: 'Everything that does not fit',
  line: (line: number) => `Line ${line}`,
  lineWithheld: 'Withheld from this copy',
  lineAltered: 'Not as it was sealed. What stands here now:',
  lineUnreadable: 'Not as it was sealed, and no longer readable.',
  struck: 'Corrected by a later entry',
  policeOnly: 'POLICE ONLY',
  known: (count: number) => `What was known then: ${count} ${count === 1 ? 'record' : 'records'}`,
  knownColumns: ['Record', 'Title', 'Version', 'SHA-256'],
} as const;
