import { describe, expect, it } from 'vitest';
import { looksLikeHeadings, understood } from './table-understood.ts';

const monthly = [
  ['Month', 'Offences\n(recorded)', ''],
  ['Jan', '1,204', 'low'],
  ['Feb', 'n/a', 'high'],
  ['Mar', '12*', ''],
];

describe('a table that is brought in', () => {
  it('is told with or without headings', () => {
    expect(looksLikeHeadings(monthly)).toBe(true);
    expect(looksLikeHeadings(monthly.slice(1))).toBe(false);
    expect(
      looksLikeHeadings([
        ['Offence', '2024/25', '2025/26'],
        ['Burglary', '3', '4'],
      ]),
    ).toBe(true);
    expect(
      looksLikeHeadings([
        ['2024', '2025'],
        ['3', '4'],
      ]),
    ).toBe(true);
    expect(looksLikeHeadings([['only', 'one row']])).toBe(false);
  });

  it('says which columns hold numbers, and which cells in them do not', () => {
    expect(understood(monthly, true)).toEqual({
      table: { columns: ['Month', 'Offences (recorded)', 'Column 3'], rows: monthly.slice(1) },
      numbers: ['Offences (recorded)'],
      unread: { count: 1, example: '12*' },
      fault: '',
    });
    expect(understood(monthly, false).table.columns).toEqual(['Column 1', 'Column 2', 'Column 3']);
  });

  it('that is more than a figure holds is not taken over, with the reason', () => {
    expect(understood([['A']], true).fault).toContain('nothing below');
    expect(
      understood(
        Array.from({ length: 2002 }, () => ['1']),
        true,
      ).fault,
    ).toContain('2,000 rows');
    expect(understood([Array.from({ length: 41 }, () => '1')], false).fault).toContain('40 columns');
    expect(
      understood(
        Array.from({ length: 600 }, () => Array.from({ length: 40 }, () => '1')),
        false,
      ).fault,
    ).toContain('20,000 cells');
    expect(understood([['x'.repeat(401)]], false).fault).toContain('row 1');
  });
});
