/** An instant in UTC as `2026-11-03T14:05:12.345Z`: fixed width, so text order is time order. */
export type Instant = string & { readonly __brand: 'Instant' };
/** A calendar day in the force's time zone as `2026-11-03`. */
export type Day = string & { readonly __brand: 'Day' };

export const FORCE_TIME_ZONE = 'Europe/London';
const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2199;

/** Takes text of exactly the stored form; throws otherwise. For text from outside use the zod shapes in `shapes.ts`. */
export function instant(text: string): Instant {
  if (!isInstant(text)) throw new Error(`not an instant: ${text}`);
  return text;
}

/** True for a real instant between 1900 and 2199 in the stored form. */
export function isInstant(text: string): text is Instant {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(text)) return false;
  const parsed = new Date(text);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString() === text && yearInRange(Number(text.slice(0, 4)));
}

export function day(text: string): Day {
  if (!isDay(text)) throw new Error(`not a day: ${text}`);
  return text;
}

/** True for a real calendar day between 1900 and 2199. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === text && yearInRange(Number(text.slice(0, 4)));
}

/** The calendar day an instant falls on for the force (Europe/London, daylight saving included). */
export function dayOf(at: Instant): Day {
  return day(londonDay.format(new Date(at)));
}

export function instantFromMs(milliseconds: number): Instant {
  return instant(new Date(milliseconds).toISOString());
}

/** Milliseconds from `a` to `b`; negative when `b` is earlier. */
export function msBetween(a: Instant, b: Instant): number {
  return Date.parse(b) - Date.parse(a);
}

/** `on` moved by whole days. */
export function addDays(on: Day, days: number): Day {
  return day(new Date(Date.parse(`${on}T00:00:00.000Z`) + days * 86_400_000).toISOString().slice(0, 10));
}

/** `on` moved by whole calendar months; the 31st becomes the last day of a shorter month. */
export function addMonths(on: Day, months: number): Day {
  const [year, month, date] = on.split('-').map(Number) as [number, number, number];
  const lastOfTarget = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return day(new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfTarget))).toISOString().slice(0, 10));
}

/** Whole days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return Math.round((Date.parse(`${b}T00:00:00.000Z`) - Date.parse(`${a}T00:00:00.000Z`)) / 86_400_000);
}

const londonDay = new Intl.DateTimeFormat('en-CA', { timeZone: FORCE_TIME_ZONE, year: 'numeric', month: '2-digit', day: '2-digit' });
const yearInRange = (year: number): boolean => year >= EARLIEST_YEAR && year <= LATEST_YEAR;
