import { describe, expect, it } from 'vitest';
import { guessColumns, mapWeights } from './map-weights.ts';

const TABLE = [
  ['Home Office code', 'Offence description', 'Starting point', 'CCHI days'],
  ['1', 'Murder', 'Life', '5,475'],
  ['28A', 'Burglary in a dwelling', '', '90'],
  ['28A', 'Burglary again', '', '90'],
  ['', '', '', ''],
  ['34', 'Robbery', '', 'unknown'],
  ['8N', 'Assault', '', '-3'],
  ['9', '', '', '5'],
];

describe('the published spreadsheet of weights', () => {
  it('is understood by its headings', () => {
    expect(guessColumns(TABLE)).toEqual({ code: 0, offence: 1, days: 3, headings: true });
    expect(guessColumns([['Murder', '5475']])).toEqual({ code: -1, offence: 0, days: 1, headings: false });
  });

  it('is taken line by line; a code twice, a negative and a missing figure are named with their lines and left out', () => {
    const { weights, wrong } = mapWeights(TABLE, guessColumns(TABLE));
    expect(weights).toEqual([
      { code: '1', offence: 'Murder', days: 5475 },
      { code: '28A', offence: 'Burglary in a dwelling', days: 90 },
    ]);
    expect(wrong.map((one) => one.line)).toEqual([4, 6, 7, 8]);
    expect(wrong[0]?.why).toContain('28A stands already in line 3');
  });

  it('may have no codes: then the lines are numbered', () => {
    expect(
      mapWeights(
        [
          ['Murder', '5475'],
          ['Robbery', '365 days'],
        ],
        { code: -1, offence: 0, days: 1, headings: false },
      ).weights,
    ).toEqual([
      { code: '1', offence: 'Murder', days: 5475 },
      { code: '2', offence: 'Robbery', days: 365 },
    ]);
  });
});
