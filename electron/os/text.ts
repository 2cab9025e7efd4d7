/** Everything the main process says to people by itself: dialogues, menus, and why something could not be done. */
export const osText = {
  save: {
    title: 'Save',
    button: 'Save',
    diskFull: 'The disk is full, so nothing was saved. Free some space or choose another disk.',
    notAllowed: 'This folder cannot be written to, so nothing was saved. Choose another folder.',
    folderGone: 'This folder is no longer there, so nothing was saved. Choose another folder.',
    isFolder: 'There is a folder of this name already, so nothing was saved. Choose another name.',
    nameTooLong: 'This name is too long, so nothing was saved. Choose a shorter one.',
    deviceFailed: 'The disk or memory stick failed, so nothing was saved. Choose another one.',
    insideProfile: 'This is the folder where Cordon keeps its vault, so nothing was saved. Choose another folder.',
    locked: 'Cordon was locked before a place was chosen, so nothing was saved.',
    failed: (code: string) => `The file could not be saved${code === '' ? '' : ` (${code})`}. Choose another folder and try again.`,
  },
  folder: {
    button: 'Choose this folder',
    insideProfile: 'This folder belongs to Cordon itself. Choose one on another drive, so that a backup survives the loss of this one.',
    locked: 'Cordon was locked before a folder was chosen.',
  },
  print: {
    failed: 'The pages could not be set for printing. Try again.',
    late: 'Setting the pages took more than two minutes and was stopped. Try again.',
  },
  engine: {
    keepsStopping: 'Cordon cannot go on',
    keepsStoppingDetail:
      'The part of Cordon that keeps the vault stops again and again. What was typed is kept in the vault. Try again; if it goes on, restart the computer and tell your administrator.',
    tryAgain: 'Try again',
    quit: 'Quit Cordon',
  },
  page: {
    hangs: 'The window does not answer',
    hangsDetail: 'You can wait, or show the window again. What was typed is kept.',
    wait: 'Wait',
    showAgain: 'Show the window again',
    keepsStoppingDetail:
      'The window stops again and again. What was typed is kept in the vault. Try again; if it goes on, restart the computer and tell your administrator.',
  },
  switches: {
    title: 'Cordon does not start like this',
    refused: (name: string) =>
      `Cordon was started with the switch --${name}, which would let another program look into it. Start it without the switch; if you did not put it there, tell your information security officer.`,
  },
  keychain: {
    none: 'This computer has no keychain that Cordon could rely on for the user who is logged on.',
    refused: 'The keychain of this computer did not give what it was asked for. It may be locked.',
  },
  alreadyOpen: 'Cordon is already open on this workstation.',
  menu: {
    file: '&File',
    lock: '&Lock',
    quit: '&Quit',
    edit: '&Edit',
    undo: '&Undo',
    redo: '&Redo',
    cut: 'Cu&t',
    copy: '&Copy',
    paste: '&Paste',
    pastePlain: 'Paste as plain te&xt',
    selectAll: 'Select &all',
    view: '&View',
    larger: '&Larger',
    smaller: '&Smaller',
    usualSize: '&Usual size',
    fullScreen: '&Full screen',
    window: '&Window',
    minimise: '&Minimise',
    developer: '&Developer',
    reload: '&Reload',
    tools: '&Tools',
  },
} as const;
