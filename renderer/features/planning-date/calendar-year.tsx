import type { KeyboardEvent, ReactNode } from 'react';
import { Link } from 'wouter';
import { dayText } from '#shared/base/time-text.ts';
import type { CalendarEntry } from '#shared/domain/planning-date/calendar-entries.ts';
import { linkTo } from '#renderer/app/record-links.ts';
import { calendarText as words, entryTypeWords } from '#renderer/text/calendar.ts';
import { monthsOf, monthText, standingOf } from './entry-words.ts';
import styles from './calendar.module.css';

/** More of one month are told by their number, and the list has them all. */
const SHOWN = 7;
const ACROSS = 4;

interface CalendarYearProps {
  readonly from: string;
  readonly today: string;
  readonly entries: readonly CalendarEntry[];
  /** Goes on to the list at this month. */
  readonly onMonth: (month: string) => void;
}

/** Twelve months at a glance; arrow keys go from month to month, Enter opens one in the list. */
export function CalendarYear({ from, today, entries, onMonth }: CalendarYearProps): ReactNode {
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: ACROSS, ArrowUp: -ACROSS };
    const step = steps[event.key];
    if (step === undefined) return;
    const months = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button[data-month]')];
    const here = months.findIndex((month) => month.parentElement?.parentElement?.contains(document.activeElement) === true);
    const next = months[Math.max(0, Math.min(months.length - 1, here + step))];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };
  return (
    // The keys only help someone who is on one of the buttons in it.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div className={styles['year']} onKeyDown={onKeyDown}>
      {monthsOf(from, entries).map((month) => (
        <section key={month.month} className={styles['box']} data-today={today.startsWith(month.month) || undefined}>
          <h2 className={styles['boxTitle']}>
            <button type="button" data-month={month.month} onClick={() => onMonth(month.month)}>
              {monthText(month.month)}
            </button>
          </h2>
          {month.entries.length === 0 && <p className={styles['none']}>{words.nothingThisMonth}</p>}
          <ul className={styles['chips']}>
            {month.entries.slice(0, month.entries.length > SHOWN ? SHOWN - 1 : SHOWN).map((entry) => (
              <Chip key={entry.id} entry={entry} />
            ))}
          </ul>
          {month.entries.length > SHOWN && (
            <button type="button" className={styles['more']} onClick={() => onMonth(month.month)}>
              {words.more(month.entries.length - SHOWN + 1)}
            </button>
          )}
        </section>
      ))}
    </div>
  );
}

function Chip({ entry }: { readonly entry: CalendarEntry }): ReactNode {
  const standing = standingOf(entry);
  const path = entry.subject === null ? '' : linkTo(entry.subject.kind, entry.subject.id, entry.subject.parent);
  const text = [entry.groupCode, entryTypeWords[entry.type]].filter((one) => one !== '').join(' ');
  const title = `${dayText(entry.on)}: ${text}, ${standing.words}`;
  const content = (
    <>
      <span className={styles['date']}>{Number(entry.on.slice(8))}</span>
      <span className={styles['chipText']}>{text}</span>
      <span className={styles['chipState']}>{standing.words}</span>
    </>
  );
  return (
    <li className={styles['chip']} data-tone={standing.tone} data-dashed={entry.state === 'due' || entry.state === 'proposed' || undefined}>
      {path === '' ? (
        <span title={title}>{content}</span>
      ) : (
        <Link href={path} title={title}>
          {content}
        </Link>
      )}
    </li>
  );
}
