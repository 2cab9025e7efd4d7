import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, day } from '#shared/base/time.ts';
import { dueByPolicy } from './calendar-entries.ts';

const halfYearly = { every: 6, unit: 'month', from: day('2026-01-01'), interimBeyondMonths: 6 } as const;
const today = day('2026-11-20');
const nothing = { lastHeldOn: day('2026-06-10'), plannedOn: [], interimOn: [] } as const;
const days = (due: ReturnType<typeof dueByPolicy>): readonly string[] => due.map((one) => `${one.what} ${one.on}`);

describe('what a policy makes due', () => {
  it('is overdue once, and from then on due an interval after today', () => {
    const monthly = { ...halfYearly, every: 1 };
    expect(days(dueByPolicy(monthly, nothing, today, day('2027-01-31')))).toEqual([
      'meeting 2026-07-10',
      'meeting 2026-12-20',
      'meeting 2027-01-20',
    ]);
  });

  it('is one interval after the last meeting, and after each that would follow (duty 63)', () => {
    expect(days(dueByPolicy(halfYearly, nothing, today, day('2027-12-31')))).toEqual([
      'meeting 2026-12-10',
      'meeting 2027-06-10',
      'meeting 2027-12-10',
    ]);
  });

  it('is nothing where a meeting is planned in time; one planned late does not make it less due', () => {
    const inTime = { ...nothing, plannedOn: [day('2026-12-01')] };
    expect(days(dueByPolicy(halfYearly, inTime, today, day('2027-05-31')))).toEqual([]);
    const late = { ...nothing, plannedOn: [day('2027-01-20')] };
    expect(dueByPolicy(halfYearly, late, today, day('2027-05-31'))).toEqual([
      { on: '2026-12-10', what: 'meeting', plannedLateOn: '2027-01-20' },
    ]);
  });

  it('of twelve-monthly meetings proposes an interim review at six, unless one is held or planned (duty 65)', () => {
    const yearly = { ...halfYearly, every: 12 };
    expect(days(dueByPolicy(yearly, nothing, today, day('2027-11-30')))).toEqual(['interim 2026-12-10', 'meeting 2027-06-10']);
    const planned = { ...nothing, interimOn: [day('2026-12-03')] };
    expect(days(dueByPolicy(yearly, planned, today, day('2027-11-30')))).toEqual(['meeting 2027-06-10']);
  });

  it('never lies before the last meeting, never repeats a day, and ends where the calendar does', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom('day', 'week', 'month'),
        fc.integer({ min: 1, max: 12 }),
        fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 6 }),
        (every, unit, interimBeyondMonths, planned) => {
          const lastHeldOn = day('2026-06-10');
          const until = addMonths(lastHeldOn, 14);
          const plannedOn = planned.map((offset) => addDays(lastHeldOn, offset + 1));
          const due = dueByPolicy(
            { every, unit, from: day('2026-01-01'), interimBeyondMonths },
            { lastHeldOn, plannedOn, interimOn: [] },
            today,
            until,
          );
          for (const one of due) expect(one.on > lastHeldOn && one.on <= until).toBe(true);
          expect(new Set(days(due)).size).toBe(due.length);
        },
      ),
    );
  });
});
