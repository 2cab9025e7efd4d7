import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { assertNever } from '#shared/base/assert-never.ts';
import { addDays, FORCE_TIME_ZONE, type Instant } from '#shared/base/time.ts';
import type { CalendarEntry, EntryType } from '#shared/domain/planning-date/calendar-entries.ts';

dayjs.extend(utc);
dayjs.extend(timezone);

/** The rules of the force's clock since 1996, so that a calendar of any make puts the hours where they belong. */
const LONDON = [
  'BEGIN:VTIMEZONE',
  `TZID:${FORCE_TIME_ZONE}`,
  'BEGIN:DAYLIGHT',
  'TZNAME:BST',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'DTSTART:19960331T010000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZNAME:GMT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'DTSTART:19961027T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n');

const TYPES: Readonly<Record<EntryType, string>> = {
  'strategic-meeting': 'strategic meeting',
  'tactical-meeting': 'tactical meeting',
  'interim-review': 'interim review',
  assessment: 'assessment due',
  'strategy-review': 'strategy review due',
  'requirement-review': 'requirement review due',
  'read-by': 'publication to be read',
  'budget-cycle': 'budget cycle',
  'assessment-due': 'assessment due',
  'business-plan': 'business plan',
  'performance-review': 'performance review',
  other: 'planning date',
};

/**
 * The planning calendar as iCalendar (RFC 5545). It leaves the vault, so it names kinds of dates and codes of groups and nothing else: no title, no place,
 * no person. What has a time stands on the force's clock, everything else takes whole days; ids stay the same, so that importing it again updates it.
 */
export function planningIcs(entries: readonly CalendarEntry[], generatedAt: Instant): string {
  const calendar = ical({
    name: 'Planning calendar',
    prodId: { company: 'Cordon', product: 'Planning calendar', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    // No zone of the calendar itself: the library would put the stamps on it, and those are in UTC (RFC 5545, 3.8.7.2).
    timezone: { name: null, generator: () => LONDON },
  });
  for (const entry of entries) {
    const isTimed = entry.startsAt !== '';
    const start = isTimed ? dayjs(entry.startsAt) : dayjs.tz(entry.on, FORCE_TIME_ZONE);
    // The last day of whole days is left out in iCalendar: it is the day after.
    const end = isTimed
      ? start.add(entry.minutes, 'minute')
      : dayjs.tz(addDays(entry.until === '' ? entry.on : entry.until, 1), FORCE_TIME_ZONE);
    calendar.createEvent({
      id: `${entry.id.replace(/[^A-Za-z0-9-]/g, '-')}@cordon`,
      stamp: dayjs(generatedAt),
      start,
      end,
      allDay: !isTimed,
      timezone: FORCE_TIME_ZONE,
      summary: summaryOf(entry),
      status: entry.state === 'planned' || entry.state === 'held' ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE,
      transparency: isTimed ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}

function summaryOf({ groupCode, type, state }: CalendarEntry): string {
  const words = [groupCode, TYPES[type]].filter((word) => word !== '').join(' ');
  const sentence = words.charAt(0).toUpperCase() + words.slice(1);
  switch (state) {
    case 'planned':
    case 'held':
      return sentence;
    case 'proposed':
      return `${sentence} proposed`;
    case 'due':
      return sentence.endsWith('due') || type === 'read-by' ? sentence : `${sentence} due by policy`;
    case 'overdue':
      return `${sentence}, overdue`;
    default:
      return assertNever(state);
  }
}
