import { expect, test } from 'vitest';
import { day } from '#shared/base/time.ts';
import { suggestedMeeting } from './suggested-meeting.ts';

const today = day('2026-11-24');
const entry = (on: string, type: 'strategic-meeting' | 'interim-review' = 'strategic-meeting') => ({ groupId: 'g', on: day(on), type });

test('what is due on a Sunday is proposed for the Friday before at nine, what is overdue for a week from now', () => {
  expect(suggestedMeeting(entry('2026-12-13'), today).startsAt).toBe('2026-12-11T09:00:00.000Z');
  expect(suggestedMeeting(entry('2027-06-16'), today).startsAt).toBe('2027-06-16T08:00:00.000Z');
  expect(suggestedMeeting(entry('2026-10-01'), today).startsAt).toBe('2026-12-01T09:00:00.000Z');
  // The working day before a Sunday has passed already on the Saturday.
  expect(suggestedMeeting(entry('2026-11-29'), day('2026-11-28')).startsAt).toBe('2026-11-30T09:00:00.000Z');
});

test('a proposed interim review is scheduled as one (duty 65)', () => {
  expect(suggestedMeeting(entry('2026-12-10', 'interim-review'), today).interim).toBe(true);
  expect(suggestedMeeting(entry('2026-12-10'), today).interim).toBe(false);
});
