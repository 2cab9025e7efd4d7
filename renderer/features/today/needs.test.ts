import { expect, test } from 'vitest';
import type { TodayView } from '#shared/domain/today/today.queries.ts';
import { isQuiet, needsCount, overdueCount } from './needs.ts';

const quiet: TodayView = { toSign: [], mine: [], toVerify: [], meetings: [], againstPolicy: [], plans: [], exceptions: null };
const mine = (overdueDays: number): TodayView['mine'][number] => ({ id: 'a', overdueDays }) as TodayView['mine'][number];

test('an action in time is shown but does not wait for its owner; an overdue one does', () => {
  const view = { ...quiet, mine: [mine(0), mine(3)] };
  expect(overdueCount(view)).toBe(1);
  expect(needsCount(view)).toBe(1);
  expect(isQuiet(view)).toBe(false);
});

test('minutes to sign and plans to review wait for the person (duties 81, 142)', () => {
  const view: TodayView = {
    ...quiet,
    toSign: [{ id: 'm', reference: 'TTCG-E/2026-11-24', groupName: 'East', closedAt: '' }],
    plans: [{ id: 'p', reference: 'P1', title: 'Plan', dueOn: '2026-11-01' }],
  };
  expect(needsCount(view)).toBe(2);
});

test('a day with nothing at all is said to be quiet, also for a chair without exceptions (duty 51)', () => {
  expect(isQuiet(quiet)).toBe(true);
  expect(isQuiet({ ...quiet, exceptions: { overdue: [], blocked: [], stalled: [], unowned: [] } })).toBe(true);
  expect(isQuiet({ ...quiet, exceptions: { overdue: [], blocked: [mine(0)], stalled: [], unowned: [] } })).toBe(false);
});
