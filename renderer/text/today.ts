const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`;

/** Words of the Today page. */
export const todayText = {
  title: 'Today',
  nothing: 'Nothing needs you today.',
  nothingMore:
    'Minutes to sign, actions of yours, actions to verify, plans due for review and meetings of the next fortnight appear here by themselves.',
  needsYou: (count: number) =>
    count === 0 ? 'Nothing waits for you' : count === 1 ? 'One thing waits for you' : `${count} things wait for you`,
  badge: (count: number) => (count === 1 ? 'needs you' : 'need you'),
  overdueBadge: 'overdue',
  toSign: 'Minutes waiting for your signature',
  closedAt: 'closed',
  mine: 'Your actions',
  toVerify: 'Claimed complete, waiting for you to verify',
  claimedBy: (name: string) => `claimed by ${name}`,
  meetings: 'Meetings of the next fortnight',
  inSession: 'In session',
  undecided: (count: number) => `${count} undecided`,
  part: { runs: 'you run it', expected: 'you are expected', sees: '' },
  noMeetings: 'No meeting of yours is planned within a fortnight.',
  againstPolicy: 'Against the tasking and co-ordination policy',
  plans: 'Your plans due for review or past their end',
  due: 'due',
  overdue: (count: number) => `${days(count)} overdue`,
  exceptions: 'Off course in your groups',
  exceptionsHelp: 'By age, oldest first.',
  exceptionTabs: { overdue: 'Overdue', blocked: 'Blocked', stalled: 'Stalled', unowned: 'Owner has left' },
  noExceptions: 'None.',
  columns: { reference: 'Reference', text: 'Action', owner: 'Owner', due: 'Due', age: 'Age in days', group: 'Group' },
  noun: ['action', 'actions'] as const,
  states: {
    open: 'open',
    'in-progress': 'in progress',
    blocked: 'blocked',
    claimed: 'claimed complete',
    verified: 'verified',
    withdrawn: 'withdrawn',
  } as Readonly<Record<string, string>>,
} as const;
