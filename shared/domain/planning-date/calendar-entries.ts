import { type Day, daysBetween } from '#shared/base/time.ts';
import { interimReviewsProposed, nextMeetingDue } from '#shared/domain/tc-policy/meeting-due.ts';
import type { TcPolicyBody } from '#shared/domain/tc-policy/tc-policy.schema.ts';

export const ENTRY_TYPES = [
  'strategic-meeting',
  'tactical-meeting',
  'interim-review',
  'assessment',
  'strategy-review',
  'requirement-review',
  'read-by',
  'budget-cycle',
  'assessment-due',
  'business-plan',
  'performance-review',
  'other',
] as const;
export type EntryType = (typeof ENTRY_TYPES)[number];

/**
 * `planned` stands on a record, `held` lies behind us, `due` follows from a policy or a record and nothing is planned for it yet,
 * `proposed` is an interim review nobody has planned, `overdue` should have happened.
 */
export type EntryState = 'planned' | 'held' | 'due' | 'proposed' | 'overdue';

/** One line of the planning calendar (duty 57). */
export interface CalendarEntry {
  /** Stays the same from one reading to the next, so that a calendar that is imported again knows it. */
  readonly id: string;
  readonly type: EntryType;
  readonly state: EntryState;
  readonly on: Day;
  /** Last day of what takes several; empty for one day. */
  readonly until: Day | '';
  /** When it starts on the clock and for how long; empty and 0 for a whole day. */
  readonly startsAt: string;
  readonly minutes: number;
  readonly title: string;
  readonly groupId: string;
  readonly groupCode: string;
  readonly groupName: string;
  readonly overdueDays: number;
  readonly duties: readonly number[];
  /** The record it opens. */
  readonly subject: { readonly kind: string; readonly id: string; readonly parent: string } | null;
}

/** What is known of a group's meetings, for what its policy makes due. */
export interface GroupMeetings {
  readonly lastHeldOn: Day | '';
  /** Regular meetings planned from today on, soonest first. */
  readonly plannedOn: readonly Day[];
  /** Interim reviews held since the last regular meeting, and planned ones. */
  readonly interimOn: readonly Day[];
}

export interface DueDay {
  readonly on: Day;
  readonly what: 'meeting' | 'interim';
  /** A meeting is planned for it, but only after this day. */
  readonly plannedLateOn: Day | '';
}

type Policy = Pick<TcPolicyBody, 'every' | 'unit' | 'from' | 'interimBeyondMonths'>;
/** A daily meeting for a year and more; nobody plans further. */
const MOST_STEPS = 800;

/**
 * What a policy makes due up to a day: from each meeting held or planned the next, where none is planned in time, and the interim reviews between
 * meetings that are further apart than the policy allows, as far as none is held or planned for them (duties 63, 65, 117). Of what is overdue only the first.
 */
export function dueByPolicy(policy: Policy, meetings: GroupMeetings, today: Day, until: Day): readonly DueDay[] {
  const due: DueDay[] = [];
  const planned = [...meetings.plannedOn].sort();
  const interim = [...meetings.interimOn].sort();
  let last: Day | '' = meetings.lastHeldOn;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const next = nextMeetingDue(policy, last);
    const meeting = planned.shift();
    for (const on of interimReviewsProposed(policy, last)) {
      const covered = interim.findIndex((held) => (last === '' || held > last) && held < next);
      if (covered >= 0) interim.splice(covered, 1);
      else if (on <= until && (meeting === undefined || on < meeting)) due.push({ on, what: 'interim', plannedLateOn: '' });
    }
    if (meeting === undefined || meeting > next) {
      if (next > until) break;
      due.push({ on: next, what: 'meeting', plannedLateOn: meeting ?? '' });
    }
    // A group that is late meets today at the earliest: one meeting is overdue, not one for every interval gone by.
    last = meeting ?? (next < today ? today : next);
    if (last > until) break;
  }
  return due;
}

/** How late something is on a day, in whole days; 0 when it is not. */
export function daysLate(on: Day, today: Day): number {
  return Math.max(0, daysBetween(on, today));
}

/** By day, whole days before what has a time, then by time and name. */
export function inCalendarOrder(entries: readonly CalendarEntry[]): readonly CalendarEntry[] {
  const key = (entry: CalendarEntry): string => `${entry.on} ${entry.startsAt} ${entry.title} ${entry.id}`;
  return [...entries].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
