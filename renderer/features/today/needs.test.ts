import { expect, test } from 'vitest';
import type { TodayView } from '#shared/domain/today/today.queries.ts';
import { isQuiet, needsCount, overdueCount } from './needs.ts';

type Lead = TodayView['leading'][number];
const quiet: TodayView = {
  leading: [],
  mine: [],
  toVerify: [],
  meetings: [],
  againstPolicy: [],
  plans: [],
  commissions: [],
  publications: [],
  overduePlanning: [],
  exceptions: null,
};
const mine = (overdueDays: number): TodayView['mine'][number] => ({ id: 'a', overdueDays }) as TodayView['mine'][number];

const lead = (part: Lead['part'], when: Lead['when'], next: Lead['next']): Lead => ({ id: 'm', part, when, next }) as Lead;

test('a meeting today waits for whoever chairs it or keeps its minutes, not for those who only attend', () => {
  const waiting = (...leading: Lead[]): number => needsCount({ ...quiet, leading });
  expect(waiting(lead('keeps-minutes', 'today', 'start'), lead('chairs', 'in-session', 'run'))).toBe(2);
  expect(waiting(lead('attends', 'today', 'read'), lead('chairs', 'this-week', 'prepare'))).toBe(0);
  expect(isQuiet({ ...quiet, leading: [lead('attends', 'today', 'read')] })).toBe(false);
});

test('an action in time is shown but does not wait for its owner; an overdue one does', () => {
  const view = { ...quiet, mine: [mine(0), mine(3)] };
  expect(overdueCount(view)).toBe(1);
  expect(needsCount(view)).toBe(1);
  expect(isQuiet(view)).toBe(false);
});

test('minutes to sign and plans to review wait for the person (duties 81, 142)', () => {
  const view: TodayView = {
    ...quiet,
    leading: [lead('chairs', 'to-sign', 'sign')],
    plans: [{ id: 'p', reference: 'P1', title: 'Plan', dueOn: '2026-11-01' }],
  };
  expect(needsCount(view)).toBe(2);
});

test('a day with nothing at all is said to be quiet, also for a chair without exceptions (duty 51)', () => {
  expect(isQuiet(quiet)).toBe(true);
  expect(isQuiet({ ...quiet, exceptions: { overdue: [], blocked: [], stalled: [], unowned: [] } })).toBe(true);
  expect(isQuiet({ ...quiet, exceptions: { overdue: [], blocked: [mine(0)], stalled: [], unowned: [] } })).toBe(false);
});
