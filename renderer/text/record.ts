/** Words of the Record section and of search. */
export const kindWords: Readonly<Record<string, string>> = {
  force: 'Force', area: 'Area', unit: 'Unit', person: 'Person', appointment: 'Appointment', 'partner-agency': 'Partner agency', group: 'Group', 'tc-policy': 'T&C policy', priority: 'Priority',
  meeting: 'Meeting', 'agenda-item': 'Agenda item', 'minute-entry': 'Minute entry', decision: 'Decision', action: 'Action', 'delivery-plan': 'Delivery plan', paper: 'Paper', minutes: 'Minutes',
  draft: 'Unfinished text', account: 'Account', workstation: 'Workstation',
};

export const recordText = {
  title: 'Record',
} as const;
