import { assertNever } from '#shared/base/assert-never.ts';
import type { BackupCheck, BackupListed } from '#shared/contracts/bridge/backups.ts';
import type { BackupConcern } from '#shared/domain/workstation/backup-concern.ts';

const number = (value: number | undefined): string => (value ?? 0).toLocaleString('en-GB');

/** Words of the Backups page and of putting a vault back. */
export const backupsText = {
  title: 'Backups',
  subtitle:
    'Encrypted copies of this vault. Each opens with the same pass phrases and recovery key, and counts only once it has been read back and proved.',
  notice: (concern: BackupConcern): string => {
    const because = concern.what === 'damaged' || concern.trouble === '' ? '' : ` The last try came to nothing: ${concern.trouble}`;
    switch (concern.what) {
      case 'damaged':
        return 'The vault on this workstation is damaged. What can be read is still there, and a backup can be put back.';
      case 'none':
        return `This workstation has no backup.${because}`;
      case 'old':
        return `The newest backup of this workstation is ${concern.days} days old.${because}`;
      default:
        return assertNever(concern);
    }
  },
  noticeLink: 'Open Backups',
  make: 'Back up now',
  making: 'Making a backup',
  made: 'The backup is made and proved.',
  drill: 'Prove the newest backup',
  drilling: 'Proving a backup',
  drillHelp: 'Reads all of it and compares every record. The vault is not touched.',
  look: 'Look for damage',
  looking: 'Looking for damage',
  noDamage: 'Every page of the vault carries its seal.',
  last: {
    title: 'Last proved backup',
    none: 'There is none yet.',
    next: 'Next',
    never: 'not by itself',
    drill: 'Last drill',
    noDrill: 'Never. Prove the newest backup once a month.',
    looked: 'Vault read for damage',
    notLooked: 'Not since you signed in',
    found: (whole: boolean) => (whole ? 'it was whole' : 'it was not whole'),
  },
  place: {
    title: 'Where they are kept',
    own: 'On this disk, beside the vault',
    ownHelp: 'That helps against a damaged file, but not when this computer or its disk is lost. Choose a folder on another drive.',
    absent: 'The drive is not plugged in. That is no fault: a backup is made when it is there again.',
    choose: 'Choose another folder',
    useOwn: 'Keep them beside the vault',
    chosen: 'Backups go there from now on.',
  },
  settings: {
    title: 'When, and how many are kept',
    pace: 'A backup is made',
    paces: { daily: 'every day', weekly: 'every week', never: 'only by hand' },
    paceHelp: 'A minute after someone signs in when it is due, and while Cordon is open.',
    daily: 'Days kept',
    weekly: 'Weeks kept',
    monthly: 'Months kept',
    keepHelp: 'The newest of each is kept. The newest proved one is never removed.',
    save: 'Save',
    saved: 'Backup settings saved.',
  },
  list: {
    title: 'Backups in this place',
    noun: ['backup', 'backups'] as const,
    columns: { made: 'Made', because: 'By', size: 'Size', entries: 'Journal up to', state: 'State', steps: 'Steps' },
    because: { schedule: 'the clock', 'by-hand': 'hand' },
    states: {
      proved: 'Proved',
      'earlier-key': 'Of an earlier key',
      altered: 'Altered, does not count',
      damaged: 'Damaged, does not count',
      newer: 'Of a newer Cordon',
    } satisfies Record<BackupListed['state'], string>,
    empty: 'No backup here yet',
    emptyBody: 'The first is made a minute after someone signs in, or now.',
    prove: 'Prove',
    putBack: 'Put back',
  },
  proof: {
    whole: 'This backup is whole. The vault could be put back from it.',
    broken: 'This backup is not whole. It cannot be used.',
    of: (made: string) => `Backup of ${made}`,
    close: 'Close',
    says: (check: BackupCheck): string => {
      const { facts } = check;
      switch (check.name) {
        case 'header':
          return 'Its key header is of this vault: the same pass phrases and recovery key open it.';
        case 'bytes':
          return `Its bytes are those that were written (${number(facts['bytes'])}).`;
        case 'seals':
          return `Every page carries its seal (${number(facts['pages'])} pages).`;
        case 'opens':
          return 'It opens with the vault’s key.';
        case 'contents':
          return `It holds what was noted when it was made: ${number(facts['records'])} records with their earlier versions, ${number(facts['journal'])} journal entries, ${number(facts['files'])} pieces of papers.`;
        case 'journal':
          return `Its journal is one whole chain of ${number(facts['entries'])} entries with ${number(facts['seals'])} seals.`;
        case 'records':
          return `Each of ${number(facts['records'])} records is the one its journal speaks of.`;
        case 'papers':
          return `Every stored paper matches its digest (${number(facts['chunks'])} pieces).`;
        case 'manifest':
          return 'Its list of contents is genuine.';
      }
    },
  },
  damage: {
    title: 'The vault is damaged',
    found: (file: string) => `Found in ${file}.`,
    advice:
      'Nothing is lost that a backup has. Put the vault back from the newest proved backup below; what was done since is listed before anything happens, and the vault as it is now is kept.',
  },
  putBack: {
    title: 'Put the vault back',
    reading: 'Reading the backup and comparing it with the vault',
    intro: (made: string) =>
      `The vault will be as it was on ${made}. The vault as it is now is set aside, not deleted. Everyone has to sign in again.`,
    nothing: 'Nothing was done since that backup.',
    leftOut: (count: number) =>
      count === 1
        ? 'One thing was done since and would have to be done again:'
        : `${number(count)} things were done since and would have to be done again:`,
    more: (count: number) => `and ${number(count)} before these.`,
    unreadable: (count: number) =>
      `${number(count)} ${count === 1 ? 'entry of the journal was' : 'entries of the journal were'} written since and cannot be read any more.`,
    people: {
      'as-today': 'Who can sign in, and with which pass phrase, stays as it is today.',
      'as-then': 'Who can sign in, and with which pass phrase, becomes as it was then.',
    },
    reason: 'Why it is put back',
    reasonHelp: 'It stands in the journal of the vault that was put back.',
    confirm: 'Put the vault back',
    putting: 'Putting the vault back',
    columns: { at: 'When', who: 'Who', what: 'What' },
    nobody: 'nobody signed in',
  },
  door: {
    title: 'Put the vault back from a backup',
    intro:
      'For a vault that cannot be opened. Whatever is there is set aside and not deleted. Sign in with the pass phrase you use, or used when the backup was made.',
    choose: 'Look in another folder',
    backup: 'Backup',
    none: 'No backup was found on this computer. Plug in the drive with the backups and choose its folder.',
    absent: (path: string) => `Not plugged in: ${path}`,
    report: 'See what it holds',
    back: 'Back to sign in',
    done: 'The vault is put back. Sign in.',
  },
} as const;

/** A size in the unit people use for it. */
export function sizeText(bytes: number): string {
  const megabytes = bytes / 1_000_000;
  return megabytes >= 1000
    ? `${(megabytes / 1000).toFixed(1)} GB`
    : megabytes >= 10
      ? `${Math.round(megabytes)} MB`
      : `${megabytes.toFixed(1)} MB`;
}
