import type { ReactNode } from 'react';
import { type Day, dayOf, daysBetween, instantFromMs, type Instant, isInstant } from '#shared/base/time.ts';
import { dayText, timeText } from '#shared/base/time-text.ts';

const relative = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' });

/** `in 5 days`, `yesterday`, `3 months ago`: whole days of the force's calendar. */
export function relativeDay(on: Day, today: Day): string {
  const days = daysBetween(today, on);
  if (Math.abs(days) < 31) return relative.format(days, 'day');
  if (Math.abs(days) < 365) return relative.format(Math.trunc(days / 30), 'month');
  return relative.format(Math.trunc(days / 365), 'year');
}

export function todayNow(): Day {
  return dayOf(instantFromMs(Date.now()));
}

/** A day or an instant, exact as written and relative when pointed at; nothing for an empty text. */
export function When({ at }: { readonly at: string }): ReactNode {
  if (at === '') return null;
  const on = isInstant(at) ? dayOf(at) : (at as Day);
  return (
    <time dateTime={at} title={relativeDay(on, todayNow())}>
      {isInstant(at) ? timeText(at as Instant) : dayText(on)}
    </time>
  );
}

/** What a `When` writes, for cells that are sorted and copied as text. */
export function whenText(at: string): string {
  if (at === '') return '';
  return isInstant(at) ? timeText(at) : dayText(at as Day);
}
