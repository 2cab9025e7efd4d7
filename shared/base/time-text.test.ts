import { expect, test } from 'vitest';
import { clockText, dayText, timeText } from './time-text.ts';
import { day, instant } from './time.ts';

test('an officer reads dates and times in the force’s own clock, summer time included', () => {
  expect(timeText(instant('2026-11-03T14:05:12.345Z'))).toBe('Tue 3 Nov 2026, 14:05');
  expect(timeText(instant('2026-07-01T23:30:00.000Z'))).toBe('Thu 2 Jul 2026, 00:30');
  expect(clockText(instant('2026-01-01T00:00:00.000Z'))).toBe('00:00');
  expect(dayText(day('2026-09-30'))).toBe('Wed 30 Sep 2026');
});
