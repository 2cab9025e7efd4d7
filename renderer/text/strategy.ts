/** Words of the Strategy section as a whole; each feature has a file of its own. */
export const strategyText = {
  tabsLabel: 'Pages of Strategy',
  tabs: {
    strategy: 'Control strategy',
    assessments: 'Assessments',
    prioritisation: 'Prioritisation',
    requirement: 'Intelligence requirement',
    commissions: 'Bids and commissions',
    publications: 'Publications',
    calendar: 'Calendar',
    dedicatedSource: 'Dedicated source',
  },
} as const;
