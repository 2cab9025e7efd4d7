import { describe, expect, it } from 'vitest';
import { MATRIX_PRESETS } from '#shared/domain/scoring-matrix/matrix-presets.ts';
import { keyFor, levelsFrom, levelsText } from './factor-lines.ts';

describe('a scale as lines of text', () => {
  it('comes back as it was', () => {
    for (const { levels } of MATRIX_PRESETS.house.factors) expect(levelsFrom(levelsText(levels))).toEqual(levels);
  });
  it('goes on counting where a line has no number', () => {
    expect(levelsFrom('1 Rare\nOften\n\n4: Daily')).toEqual([
      { value: 1, meaning: 'Rare' },
      { value: 2, meaning: 'Often' },
      { value: 4, meaning: 'Daily' },
    ]);
  });
  it('gives a new factor a short name of its own', () => {
    expect(keyFor('Public interest', [])).toBe('public-interest');
    expect(keyFor('Public interest', ['public-interest'])).toBe('public-interest-2');
    expect(keyFor('42', [])).toBe('factor');
  });
});
