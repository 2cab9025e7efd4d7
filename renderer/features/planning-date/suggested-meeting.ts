import { addDays, type Day, type Instant } from '#shared/base/time.ts';
import type { CalendarEntry } from '#shared/domain/planning-date/calendar-entries.ts';
import { instantOn } from '#renderer/components/parse-when.ts';

const NINE_O_CLOCK = 9 * 60;
/** What is overdue cannot be held on its day; a week is time enough to invite. */
const DAYS_TO_INVITE = 7;

/** The meeting that would put an entry right: on its day at nine, or within a week when that has passed; on a working day, never later than due where that can be. */
export function suggestedMeeting(
  entry: Pick<CalendarEntry, 'groupId' | 'on' | 'type'>,
  today: Day,
): { readonly groupId: string; readonly startsAt: Instant; readonly interim: boolean } {
  const wanted = entry.on > today ? entry.on : addDays(today, DAYS_TO_INVITE);
  const earlier = workingDay(wanted, -1);
  const on = earlier > today ? earlier : workingDay(wanted, 1);
  return { groupId: entry.groupId, startsAt: instantOn(on, NINE_O_CLOCK), interim: entry.type === 'interim-review' };
}

function workingDay(on: Day, step: 1 | -1): Day {
  const weekday = new Date(`${on}T12:00:00.000Z`).getUTCDay();
  return weekday === 0 || weekday === 6 ? workingDay(addDays(on, step), step) : on;
}
