import { type Day, FORCE_TIME_ZONE, type Instant, dayOf } from './time.ts';

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Tue 3 Nov 2026`. The names are our own, because runtimes differ over `Sep` and commas. */
export function dayText(on: Day): string {
  const [year, month, date] = on.split('-').map(Number) as [number, number, number];
  const weekday = WEEKDAYS[new Date(Date.UTC(year, month - 1, date)).getUTCDay()] ?? '';
  return `${weekday} ${date} ${MONTHS[month - 1] ?? ''} ${year}`;
}

/** `14:05` on the force's clock. */
export function clockText(at: Instant): string {
  return londonClock.format(new Date(at));
}

/** `Tue 3 Nov 2026, 14:05` on the force's clock. */
export function timeText(at: Instant): string {
  return `${dayText(dayOf(at))}, ${clockText(at)}`;
}

const londonClock = new Intl.DateTimeFormat('en-GB', { timeZone: FORCE_TIME_ZONE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
