import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Day, Instant } from '#shared/base/time.ts';
import { clockText, dayText } from '#shared/base/time-text.ts';
import type { CalendarEntry } from '#shared/domain/planning-date/calendar-entries.ts';
import { linkTo } from '#renderer/app/record-links.ts';
import { Reference } from '#renderer/components/reference.tsx';
import { StatusText } from '#renderer/components/status-text.tsx';
import { calendarText as words, entryTypeWords } from '#renderer/text/calendar.ts';
import { standingOf } from './entry-words.ts';
import styles from './calendar.module.css';

interface EntryLineProps {
  readonly entry: CalendarEntry;
  /** Schedules what is due or proposed; absent where that is not this person’s. */
  readonly onSchedule: ((entry: CalendarEntry) => void) | null;
}

/** One line of the calendar: its day, what it is and of whom, where it stands, and the step that puts it right. */
export function EntryLine({ entry, onSchedule }: EntryLineProps): ReactNode {
  const standing = standingOf(entry);
  const path = entry.subject === null ? '' : linkTo(entry.subject.kind, entry.subject.id, entry.subject.parent);
  const what = entryTypeWords[entry.type];
  return (
    <li className={styles['line']} data-state={entry.state}>
      <time className={styles['day']} dateTime={entry.on}>
        {shortDay(entry.on)}
        {entry.startsAt !== '' && <span className={styles['dimmed']}> {clockText(entry.startsAt as Instant)}</span>}
        {entry.until !== '' && (
          <span className={styles['dimmed']}>
            {' '}
            {words.until} {shortDay(entry.until)}
          </span>
        )}
      </time>
      <span className={styles['code']}>{entry.groupCode !== '' && <Reference>{entry.groupCode}</Reference>}</span>
      <span className={styles['what']}>
        {path === '' ? <span className={styles['type']}>{what}</span> : <Link href={path}>{what}</Link>}{' '}
        <span className={styles['dimmed']}>{entry.title}</span>
      </span>
      <StatusText tone={standing.tone}>{standing.words}</StatusText>
      <span className={styles['step']}>
        {onSchedule !== null && (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={words.scheduleNamed(what, entry.groupCode, dayText(entry.on))}
            onClick={() => onSchedule(entry)}
          >
            {words.schedule}
          </Button>
        )}
      </span>
    </li>
  );
}

/** `Tue 24 Nov`: the year stands in the heading of its month. */
function shortDay(on: Day): string {
  return dayText(on).slice(0, -5);
}
