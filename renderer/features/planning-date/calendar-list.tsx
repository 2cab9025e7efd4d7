import type { ReactNode } from 'react';
import type { CalendarEntry } from '#shared/domain/planning-date/calendar-entries.ts';
import { calendarText as words } from '#renderer/text/calendar.ts';
import { EntryLine } from './entry-line.tsx';
import { monthsOf, monthText } from './entry-words.ts';
import styles from './calendar.module.css';

interface CalendarListProps {
  readonly from: string;
  readonly entries: readonly CalendarEntry[];
  readonly mayMove: (entry: CalendarEntry) => boolean;
  readonly onSchedule: (entry: CalendarEntry) => void;
}

/** Twelve months line by line, what is overdue above them (duties 57, 63, 65). */
export function CalendarList({ from, entries, mayMove, onSchedule }: CalendarListProps): ReactNode {
  const overdue = entries.filter((entry) => entry.state === 'overdue');
  const lines = (of: readonly CalendarEntry[]): ReactNode => (
    <ul className={styles['lines']}>
      {of.map((entry) => (
        <EntryLine key={entry.id} entry={entry} onSchedule={mayMove(entry) ? onSchedule : null} />
      ))}
    </ul>
  );
  return (
    <div className={styles['list']}>
      {overdue.length > 0 && (
        <section aria-labelledby="calendar-overdue">
          <h2 id="calendar-overdue" className={styles['month']} data-late>
            {words.overdueHeading} <span className={styles['count']}>({overdue.length})</span>
          </h2>
          {lines(overdue)}
        </section>
      )}
      {monthsOf(
        from,
        entries.filter((entry) => entry.state !== 'overdue'),
      ).map((month) => (
        <section key={month.month} id={`month-${month.month}`} aria-labelledby={`calendar-${month.month}`}>
          <h2 id={`calendar-${month.month}`} className={styles['month']} tabIndex={-1}>
            {monthText(month.month)}
          </h2>
          {month.entries.length === 0 ? <p className={styles['none']}>{words.nothingThisMonth}</p> : lines(month.entries)}
        </section>
      ))}
    </div>
  );
}
