import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day, type Day } from '#shared/base/time.ts';
import { dayText, timeText } from '#shared/base/time-text.ts';
import { isYearOutOfRange, instantOn, parseClock, parseDay, parseInstant } from './parse-when.ts';

const TODAY = day('2026-11-20');
const anyDay: fc.Arbitrary<Day> = fc.integer({ min: 0, max: 365 * 180 }).map((days) => addDays(day('2000-01-01'), days));

describe('a date typed by hand', () => {
  test.each([
    ['3 Nov 2026', '2026-11-03'],
    ['Tue 3 Nov 2026', '2026-11-03'],
    ['3rd november 2026', '2026-11-03'],
    ['3nov 26', '2026-11-03'],
    ['3/11/26', '2026-11-03'],
    ['03.11.2026', '2026-11-03'],
    ['3-11-2026', '2026-11-03'],
    ['2026-11-03', '2026-11-03'],
    ['1 sept 2026', '2026-09-01'],
    ['today', '2026-11-20'],
    ['Tomorrow', '2026-11-21'],
    ['+14', '2026-12-04'],
    ['fri', '2026-11-27'],
    ['saturday', '2026-11-21'],
    ['24 dec', '2026-12-24'],
    ['3 nov', '2027-11-03'],
    ['29 feb', null],
  ])('"%s" means %s', (typed, means) => {
    expect(parseDay(typed, TODAY)).toBe(means);
  });

  test.each(['', 'soon', '31/2/2026', '13/13/2026', '0 Nov 2026', '3 Nov 1776', '3 Novembr 2026', '11/2026', '3 Nov 20266'])(
    '"%s" is refused, not guessed',
    (typed) => {
      expect(parseDay(typed, TODAY)).toBeNull();
    },
  );

  test('every date Cordon writes can be typed back', () => {
    fc.assert(
      fc.property(anyDay, (on) => {
        expect(parseDay(dayText(on), TODAY)).toBe(on);
      }),
    );
  });
});

describe('a time typed by hand', () => {
  test.each([
    ['14:05', 845],
    ['1405', 845],
    ['9am', 540],
    ['2:30 pm', 870],
    ['12am', 0],
    ['12 pm', 720],
    ['0:00', 0],
    ['24:00', null],
    ['9:75', null],
    ['9', null],
    ['13pm', null],
  ] as const)('"%s" is %s minutes after midnight', (typed, minutes) => {
    expect(parseClock(typed)).toBe(minutes);
  });

  test('winter and summer time are the force’s own clock', () => {
    expect(parseInstant('3 Nov 2026, 14:05', TODAY)).toBe('2026-11-03T14:05:00.000Z');
    expect(parseInstant('3 Jul 2026 14:05', TODAY)).toBe('2026-07-03T13:05:00.000Z');
    expect(parseInstant('3 Jul 2026', TODAY)).toBeNull();
  });

  test('the hour that comes twice in October is the first of the two', () => {
    expect(instantOn(day('2026-10-25'), 90)).toBe('2026-10-25T00:30:00.000Z');
  });

  test('every date and time Cordon writes can be typed back, except the hour that comes twice or never', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 180, max: 1439 }), (on, minutes) => {
        const at = instantOn(on, minutes);
        expect(parseInstant(timeText(at), TODAY)).toBe(at);
      }),
    );
  });
});

test.each([
  ['31/12/9999', true],
  ['1/1/0001', true],
  ['31 Dec 1899', true],
  ['2200-01-01', true],
  ['3 Nov 10000', true],
  ['1 Jan 1900', false],
  ['31/12/2199', false],
  ['3 Nov, 1405', false],
  ['3 Nov 2026, 14:05', false],
  ['nonsense', false],
])('a date is told from one in a year that is not kept: %s', (typed, out) => {
  expect(isYearOutOfRange(typed)).toBe(out);
});
