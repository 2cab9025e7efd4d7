/** Words of the keys of the vault, on the Workstation page. */
export const keysText = {
  title: 'Keys of the vault',
  help: 'What opens the records of this workstation. The keys themselves are never shown.',
  passPhrase: 'Your pass phrase, once more',
  show: 'Show what I type',
  cancel: 'Cancel',
  data: {
    title: 'The key of the records',
    generation: 'Key',
    generationValue: (generation: number) => (generation === 1 ? 'The first one' : `Number ${generation}`),
    since: 'In use since',
    people: 'People who can sign in',
    why: 'Make a new key after someone was taken off this workstation, or when an old copy of its files may be in other hands: an old copy then opens only what is in that copy. Everyone keeps their pass phrase, and the recovery key stays as it is.',
    begin: 'Make a new key',
    confirmTitle: 'Make a new key for the whole vault?',
    confirm:
      'Every page of the records is encrypted anew, in the background; people go on working. It goes on by itself after a lock or a crash. Backups made before still open with the old key: make a new backup afterwards, and destroy the old ones if they may be in other hands.',
    running: (done: number, total: number) => `Encrypting anew: ${done.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')} pages`,
    waiting: 'A new key has been begun and goes on at the next sign-in.',
    giveUp: 'Keep the old key',
    givenUp: 'The vault keeps its key.',
    done: 'The vault has its new key.',
    stopped: (trouble: string) => `It stopped: ${trouble}`,
    notYet: (people: readonly string[], recovery: boolean) =>
      [
        people.length === 0 ? '' : `Before a new key can be made, these people have to sign in once: ${people.join(', ')}.`,
        recovery ? 'The recovery key has to be renewed first.' : '',
      ]
        .filter((sentence) => sentence !== '')
        .join(' '),
  },
  recovery: {
    title: 'The recovery key',
    form: 'Printed as',
    whole: 'One sheet of 24 words',
    split: (needed: number, made: number) => `${made} sheets; any ${needed} of them open the vault`,
    madeAt: 'Made',
    why: 'The recovery key opens the vault when a pass phrase, or the keychain of the computer, is lost. Cut into shares, no one holder can open it alone.',
    renew: 'Make a new recovery key',
    howTitle: 'How it is printed',
    asWhole: 'One sheet: 24 words',
    asShares: 'In shares, each on its own sheet of 30 words',
    shares: 'Sheets',
    needed: 'Sheets needed to open',
    warn: 'The words printed before open nothing from then on.',
    submit: 'Make and show it',
  },
  sheets: {
    title: 'The new recovery key',
    body: (sheets: number) =>
      sheets === 1
        ? 'These words are shown this once and are stored nowhere. Print them or write them down, and give them to the force’s information security officer to lock away.'
        : 'These words are shown this once and are stored nowhere. Print them or write them down, and give each sheet to another holder, who locks it away and shows it to nobody.',
    sheet: (number: number, made: number) => (made === 1 ? 'Recovery words' : `Share ${number} of ${made}`),
    printTitle: (workstation: string) => `Cordon recovery key · ${workstation}`,
    printBody: (needed: number, made: number) =>
      made === 1
        ? 'Keep locked away. With these words anyone can open the records of this workstation.'
        : `Keep locked away, apart from the other sheets. Any ${needed} of the ${made} sheets together open the records of this workstation; this one alone opens nothing.`,
    marking: 'OFFICIAL-SENSITIVE',
    print: (sheets: number) => (sheets === 1 ? 'Print the sheet' : `Print the ${sheets} sheets`),
    check: 'I have printed or written down every sheet.',
    done: 'Done',
  },
  keychain: {
    title: 'The keychain of this computer',
    bound: 'Every sign-in needs the keychain of this computer besides the pass phrase.',
    free: 'A pass phrase is enough to sign in.',
    why: 'Bound to the keychain, a copy of the files opens on no other computer and for no other user of this one, even with a pass phrase. Losing the keychain, for example when the computer is set up anew, leaves the recovery key as the only way in.',
    cannot: (why: string) => `It cannot be bound: ${why}`,
    bind: 'Bind to the keychain',
    release: 'Release from the keychain',
    bindTitle: 'Bind this vault to the keychain of this computer?',
    releaseTitle: 'Let a pass phrase alone be enough again?',
    doneBound: 'Every sign-in now needs the keychain of this computer.',
    doneFree: 'A pass phrase is enough again.',
  },
  cost: {
    title: 'How hard a pass phrase is to guess',
    label: 'What one guess costs',
    standard: 'Usual: 64 MB of memory, a quarter of a second',
    strong: 'Dearer: 256 MB of memory, about a second for each sign-in',
    below: (people: number) =>
      people === 1
        ? 'One person’s key is made dearer when they next sign in.'
        : `The keys of ${people} people are made dearer when they next sign in.`,
    done: 'Changed. Keys follow as people sign in.',
  },
  erase: {
    title: 'Erase this vault',
    why: 'Destroys every key and every record on this workstation, for good. Nobody can undo it, nor read what is left on the disk. Backups are not touched; destroy them by themselves.',
    begin: 'Erase this vault',
    typed: (name: string) => `Type the name of this workstation: ${name}`,
    receipt:
      'You are asked first where the receipt is to be saved. It is signed by the workstation and names the last entry of its journal.',
    confirm: 'Destroy the keys and erase everything',
  },
} as const;
