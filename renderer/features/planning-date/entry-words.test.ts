import { expect, test } from 'vitest';
import type { CalendarEntry } from '#shared/domain/planning-date/calendar-entries.ts';
import { monthsOf, monthText, standingOf } from './entry-words.ts';

const entry = (on: string, more: Partial<CalendarEntry> = {}): CalendarEntry =>
  ({ id: on, on, state: 'planned', overdueDays: 0, ...more }) as CalendarEntry;

test('a calendar has twelve months across the turn of the year, and what goes on since before stands in the first', () => {
  const months = monthsOf('2026-11-01', [entry('2026-10-20'), entry('2026-11-30'), entry('2027-10-31')]);
  expect(months.map((one) => one.month).filter((_one, index) => index === 0 || index === 2 || index === 11)).toEqual([
    '2026-11',
    '2027-01',
    '2027-10',
  ]);
  expect(months[0]?.entries.map((one) => one.on)).toEqual(['2026-10-20', '2026-11-30']);
  expect(months[11]?.entries.map((one) => one.on)).toEqual(['2027-10-31']);
  expect(monthText('2026-11')).toBe('November 2026');
});

test('what is overdue says by how many days, not by its colour alone', () => {
  expect(standingOf(entry('2026-11-01', { state: 'overdue', overdueDays: 1 }))).toEqual({ tone: 'danger', words: '1 day overdue' });
  expect(standingOf(entry('2026-12-01', { state: 'proposed' }))).toEqual({ tone: 'attention', words: 'proposed' });
});
