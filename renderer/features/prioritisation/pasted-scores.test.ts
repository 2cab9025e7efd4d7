import { describe, expect, it } from 'vitest';
import { MATRIX_PRESETS } from '#shared/domain/scoring-matrix/matrix-presets.ts';
import { pastedScores } from './pasted-scores.ts';

const onto = { issues: [{ id: 'one' }, { id: 'two' }], factors: MATRIX_PRESETS.house.factors };

describe('scores pasted from a spreadsheet', () => {
  it('go down the issues and along the factors; empty cells change nothing', () => {
    const { changes, unfit } = pastedScores('3\t\t2-4\r\n1\n', onto);
    expect(changes.map(({ issueId, factor, range }) => [issueId, factor, range?.low, range?.likely, range?.high])).toEqual([
      ['one', 'physical', 3, 3, 3],
      ['one', 'financial', 2, 3, 4],
      ['two', 'physical', 1, 1, 1],
    ]);
    expect(unfit).toEqual([]);
  });

  it('that do not fit are named by line and factor, and the others are kept', () => {
    const { changes, unfit } = pastedScores('9\t1\nhigh\n2\n3', onto);
    expect(changes).toHaveLength(1);
    expect(unfit).toEqual([
      { line: 1, factor: 'Physical harm', text: '9' },
      { line: 2, factor: 'Physical harm', text: 'high' },
      { line: 3, factor: 'Physical harm', text: '2' },
      { line: 4, factor: 'Physical harm', text: '3' },
    ]);
  });
});
