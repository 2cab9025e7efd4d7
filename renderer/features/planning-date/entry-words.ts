import type { CalendarEntry } from '#shared/domain/planning-date/calendar-entries.ts';
import type { Tone } from '#renderer/components/status-text.tsx';
import { calendarText, entryStateWords } from '#renderer/text/calendar.ts';

const TONES: Readonly<Record<CalendarEntry['state'], Tone>> = {
  planned: 'active',
  held: 'quiet',
  due: 'attention',
  proposed: 'attention',
  overdue: 'danger',
};

/** Where an entry stands, in words and as the tone that repeats them. */
export function standingOf(entry: CalendarEntry): { readonly tone: Tone; readonly words: string } {
  return {
    tone: TONES[entry.state],
    words: entry.state === 'overdue' ? calendarText.overdue(entry.overdueDays) : entryStateWords[entry.state],
  };
}

/** The months of a calendar, each with its first day and the entries that begin in it; what is overdue stands apart. */
export function monthsOf(
  from: string,
  entries: readonly CalendarEntry[],
): readonly { readonly month: string; readonly entries: readonly CalendarEntry[] }[] {
  const [year, first] = from.split('-').map(Number) as [number, number];
  return Array.from({ length: 12 }, (_unused, index) => {
    const month = new Date(Date.UTC(year, first - 1 + index, 1)).toISOString().slice(0, 7);
    return {
      month,
      // What began before the calendar and still goes on stands in its first month.
      entries: entries.filter((entry) => entry.on.startsWith(month) || (index === 0 && entry.on < from)),
    };
  });
}

const monthName = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
/** `November 2026`. */
export function monthText(month: string): string {
  return monthName.format(new Date(`${month}-01T00:00:00.000Z`));
}
