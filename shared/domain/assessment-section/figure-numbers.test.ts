import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberText, readNumber } from './figure-numbers.ts';

describe('a cell', () => {
  it.each([
    ['1204', 1204, ''],
    ['1,204', 1204, ''],
    ['1,204,567.25', 1_204_567.25, ''],
    ['1 204', 1204, ''],
    ['1\u00A0204\u00A0000', 1_204_000, ''],
    ['\u22125.5', -5.5, ''],
    ['- 5', -5, ''],
    ['+3', 3, ''],
    ['(1,204)', -1204, ''],
    ['12.5%', 12.5, '%'],
    ['-3 %', -3, '%'],
    ['£1,204.50', 1204.5, '£'],
    ['-£40', -40, '£'],
    ['.5', 0.5, ''],
    ['1e-7', 1e-7, ''],
    ['-0', 0, ''],
  ])('with %j is read as the number an officer means', (cell, value, unit) => {
    expect(readNumber(cell)).toEqual({ value, unit });
  });

  it.each([
    '',
    ' ',
    '-',
    '–',
    '—',
    '..',
    'n/a',
    '*',
    '12*',
    '1,20',
    '1,2045',
    '12,34,567',
    '1.2.3',
    '1,204 567',
    '(-3)',
    '--3',
    '%',
    '£',
    'e5',
    '1e999',
    '9'.repeat(400),
    '0x10',
    '12 per cent',
  ])('with %j is no number, and none is guessed', (cell) => {
    expect(readNumber(cell)).toBeNull();
  });

  it('with any number as Britain writes it gives that number back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e14, max: 1e14 }), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
        const value = Number(`${whole}.${String(cents).padStart(2, '0')}`);
        const text = value.toLocaleString('en-GB', { minimumFractionDigits: 2 });
        expect(readNumber(text)?.value).toBeCloseTo(value, 2);
        expect(readNumber(text.replaceAll(',', '\u202F'))?.value).toBeCloseTo(value, 2);
      }),
    );
  });

  it('is never read as something that is no finite number', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-+(£ ,.\d%eE)]{0,20}$/)), (cell) => {
        const read = readNumber(cell);
        if (read !== null) expect(Number.isFinite(read.value)).toBe(true);
      }),
    );
  });
});

it('a number is shown with commas, its unit, and no more digits than say something', () => {
  expect([1204.4, 12.34, 0.1234, -5, -0.0001].map((value) => numberText(value))).toEqual(['1,204', '12.3', '0.123', '\u22125', '0']);
  expect(numberText(-1200, '£')).toBe('\u2212£1,200');
  expect(numberText(12.5, '%')).toBe('12.5%');
});
