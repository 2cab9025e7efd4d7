import { addDays, type Day, FORCE_TIME_ZONE, type Instant, instantFromMs, isDay } from '#shared/base/time.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const pad = (value: number): string => String(value).padStart(2, '0');
const dayFrom = (year: number, month: number, date: number): Day | null => {
  const text = `${year}-${pad(month)}-${pad(date)}`;
  return isDay(text) ? text : null;
};
const fullYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text));
const weekdayOf = (on: Day): number => new Date(`${on}T00:00:00.000Z`).getUTCDay();

/**
 * The day someone means by what they typed, day first as in Britain: `3 Nov 2026`, `Tue 3 Nov`, `3/11/26`, `03.11.2026`,
 * `2026-11-03`, `today`, `tomorrow`, `fri` (the next one), `+14` (days from today). Without a year the next such day from today.
 * Null when it is none of these or no real day.
 */
export function parseDay(typed: string, today: Day): Day | null {
  const text = typed.trim().toLowerCase().replace(/,/g, ' ').replace(/\s+/g, ' ');
  if (text === 'today') return today;
  if (text === 'tomorrow') return addDays(today, 1);
  if (text === 'yesterday') return addDays(today, -1);
  const ahead = /^\+(\d{1,4})$/.exec(text);
  if (ahead) return addDays(today, Number(ahead[1]));
  const weekday = WEEKDAYS.findIndex((name) => text === name || (text.startsWith(name) && /^[a-z]+$/.test(text) && text.endsWith('day')));
  if (weekday >= 0) return addDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1);
  if (isDay(text)) return text;

  const withoutWeekday = text.replace(/^(sun|mon|tue|wed|thu|fri|sat)[a-z]* /, '');
  const numbers = /^(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{2}|\d{4}))?$/.exec(withoutWeekday);
  const words = /^(\d{1,2})(?:st|nd|rd|th)? ?([a-z]{3,9})(?: (\d{2}|\d{4}))?$/.exec(withoutWeekday);
  const date = Number((numbers ?? words)?.[1] ?? Number.NaN);
  const month = numbers ? Number(numbers[2]) : words ? monthOf(words[2] ?? '') : Number.NaN;
  if (!(month >= 1)) return null;
  const year = (numbers ?? words)?.[3];
  if (year !== undefined) return dayFrom(fullYear(year), month, date);
  const thisYear = dayFrom(Number(today.slice(0, 4)), month, date);
  return thisYear !== null && thisYear >= today ? thisYear : (dayFrom(Number(today.slice(0, 4)) + 1, month, date) ?? thisYear);
}

function monthOf(word: string): number {
  const full = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
  return word === 'sept' ? 9 : full.findIndex((name, index) => name === word || MONTHS[index] === word) + 1;
}

/** Minutes after midnight for `14:05`, `14.05`, `1405`, `9am`, `2:30 pm`; null for anything else. */
export function parseClock(typed: string): number | null {
  const found = /^(\d{1,2})(?:[:.]?(\d{2}))? ?(am|pm)?$/.exec(typed.trim().toLowerCase());
  if (!found) return null;
  const half = found[3];
  const minute = Number(found[2] ?? 0);
  let hour = Number(found[1]);
  if (found[2] === undefined && half === undefined) return null;
  if (half !== undefined && (hour < 1 || hour > 12)) return null;
  if (half === 'pm' && hour < 12) hour += 12;
  if (half === 'am' && hour === 12) hour = 0;
  return hour < 24 && minute < 60 ? hour * 60 + minute : null;
}

/** The instant of a day and a time of the force's clock. In the hour that happens twice in October the first is taken; a time skipped in March moves on by an hour. */
export function instantOn(on: Day, minutesAfterMidnight: number): Instant {
  const asIfUtc = Date.parse(`${on}T00:00:00.000Z`) + minutesAfterMidnight * 60_000;
  const candidates = [asIfUtc - 3_600_000, asIfUtc];
  const exact = candidates.find((at) => at + offsetAt(at) === asIfUtc);
  return instantFromMs(exact ?? asIfUtc);
}

/** `3 Nov 2026, 14:05` and the like: a day as `parseDay` takes it, then a time. */
export function parseInstant(typed: string, today: Day): Instant | null {
  const found = /^(.*?)[\s,]+(\d{1,2}[:.]\d{2}(?: ?[ap]m)?|\d{1,2} ?[ap]m)$/i.exec(typed.trim());
  if (!found) return null;
  const on = parseDay(found[1] ?? '', today);
  const minutes = parseClock(found[2] ?? '');
  return on === null || minutes === null ? null : instantOn(on, minutes);
}

const londonParts = new Intl.DateTimeFormat('en-GB', {
  timeZone: FORCE_TIME_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** Milliseconds the force's clock is ahead of UTC at an instant. */
function offsetAt(milliseconds: number): number {
  const part = Object.fromEntries(
    londonParts.formatToParts(new Date(milliseconds)).map(({ type, value }) => [type, Number(value)]),
  ) as Record<string, number>;
  const local = Date.UTC(part['year'] ?? 0, (part['month'] ?? 1) - 1, part['day'] ?? 1, part['hour'] ?? 0, part['minute'] ?? 0);
  return local - Math.floor(milliseconds / 60_000) * 60_000;
}

/** Whether what was typed is a date in a year that is not kept: before 1900 or after 2199. */
export function isYearOutOfRange(typed: string): boolean {
  const found = /^\s*(\d{4,})-\d/.exec(typed) ?? /(?:\d[/. -]\d{1,2}[/. -]|[a-z]{3,9} )(\d{4,})(?![\d:.])/i.exec(typed);
  const year = Number(found?.[1] ?? Number.NaN);
  return year < 1900 || year > 2199;
}
