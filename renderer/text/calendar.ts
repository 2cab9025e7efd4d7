import type { EntryState, EntryType } from '#shared/domain/planning-date/calendar-entries.ts';
import type { PLANNING_DATE_TYPES } from '#shared/domain/planning-date/planning-date.schema.ts';

const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`;

export const entryTypeWords: Readonly<Record<EntryType, string>> = {
  'strategic-meeting': 'Strategic meeting',
  'tactical-meeting': 'Tactical meeting',
  'interim-review': 'Interim review',
  assessment: 'Strategic assessment due',
  'strategy-review': 'Review of the control strategy',
  'requirement-review': 'Review of the requirement',
  'read-by': 'Publication to be read',
  'budget-cycle': 'Budget cycle',
  'assessment-due': 'Assessment due',
  'business-plan': 'Business plan',
  'performance-review': 'Performance review',
  other: 'Other date',
};

export const entryStateWords: Readonly<Record<EntryState, string>> = {
  planned: 'planned',
  held: 'past',
  due: 'due',
  proposed: 'proposed',
  overdue: 'overdue',
};

export const planningDateTypeWords: Readonly<Record<(typeof PLANNING_DATE_TYPES)[number], string>> = {
  'budget-cycle': 'Budget cycle',
  'assessment-due': 'Assessment due',
  'business-plan': 'Business plan',
  'performance-review': 'Performance review',
  other: 'Other',
};

/** Words of the planning calendar and of the policies of all groups. */
export const calendarText = {
  title: 'Planning calendar',
  range: (from: string, until: string) => `${from} to ${until}: meetings, what policies make due, reviews, budget cycle and other dates.`,
  viewsLabel: 'How it is shown',
  views: { list: 'List', year: 'Year', policies: 'Policies' },
  earlier: 'Three months earlier',
  later: 'Three months later',
  toToday: 'This month',
  group: 'Group',
  anyGroup: 'All groups',
  overdueHeading: 'Overdue',
  overdue: (count: number) => `${days(count)} overdue`,
  nothingThisMonth: 'Nothing planned or due.',
  more: (count: number) => `${count} more`,
  schedule: 'Schedule',
  scheduleNamed: (what: string, group: string, on: string) => `Schedule: ${what}, ${group}, ${on}`,
  until: 'to',
  add: 'Add a date',
  save: 'Save as iCalendar',
  saved: (count: number, path: string) => `${count} dates saved as ${path}. The file names kinds of dates and codes of groups, no content.`,
  cancelledSave: 'Nothing was saved.',
  form: {
    add: 'Add a date',
    change: 'Change the date',
    submit: 'Add date',
    save: 'Save changes',
    added: 'Date added to the calendar',
    changed: 'Date changed',
    cancel: 'Cancel this date',
    cancelSubmit: 'Cancel date',
    cancelled: 'Date cancelled',
    labels: {
      dateType: 'Kind',
      title: 'What it is',
      on: 'Day',
      until: 'Last day',
      groupId: 'Group',
      note: 'Note',
      reason: 'Why it does not take place',
    },
    help: { until: 'Only where it takes several days.', groupId: 'Where it concerns one group.' },
    noGroup: 'The whole force',
  },
  details: { title: 'Date', kind: 'Kind', day: 'Day', group: 'Group', note: 'Note', change: 'Change', cancel: 'Cancel this date' },
  policies: {
    label: 'Policies of all groups',
    noun: ['group', 'groups'] as const,
    columns: {
      group: 'Group',
      frequency: 'Meets',
      reason: 'Because',
      last: 'Last met',
      due: 'Due by',
      planned: 'Planned',
      standing: 'Standing',
    },
    none: 'no approved policy',
    draft: (frequency: string) => `draft: ${frequency}`,
    coming: (frequency: string, from: string) => `${frequency} from ${from}`,
    overdue: (count: number) => `${days(count)} overdue`,
    inTime: 'in time',
    plannedLate: 'planned too late',
    notYours: 'not yours to see',
  },
  empty: {
    title: 'Nothing in these twelve months',
    body: 'Meetings, what policies make due, reviews and added dates appear here by themselves.',
  },
  today: { title: 'Overdue in the planning calendar' },
} as const;
