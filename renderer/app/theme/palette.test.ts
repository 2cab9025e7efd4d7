import { describe, expect, test } from 'vitest';
import { contrast, MARKING_COLOURS, type Palette, type PaletteName, palettes, WHITE } from './palette.ts';

const GROUNDS = ['body', 'surface', 'sunken', 'hover', 'selected'] as const satisfies readonly (keyof Palette)[];
const WORDS = ['text', 'dimmed', 'accent', 'danger', 'attention', 'good'] as const satisfies readonly (keyof Palette)[];

test('contrast is counted as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

describe.each(Object.entries(palettes) as [PaletteName, Palette][])('in the %s theme', (name, palette) => {
  const least = name.endsWith('Contrast') ? 7 : 4.5;

  test.each(GROUNDS.flatMap((ground) => WORDS.map((words) => [words, ground] as const)))('%s can be read on %s', (words, ground) => {
    expect(contrast(palette[words], palette[ground])).toBeGreaterThanOrEqual(least);
  });

  test.each([
    ['danger', 'dangerGround'],
    ['text', 'dangerGround'],
    ['attention', 'attentionGround'],
    ['text', 'attentionGround'],
    ['good', 'goodGround'],
  ] as const)('%s can be read on %s', (words, ground) => {
    expect(contrast(palette[words], palette[ground])).toBeGreaterThanOrEqual(least);
  });

  test('white words can be read on filled buttons, also under the pointer', () => {
    for (const ground of ['fill', 'fillHover', 'dangerFill'] as const)
      expect(contrast(WHITE, palette[ground])).toBeGreaterThanOrEqual(least);
  });

  test('edges of what can be used, and the focus ring, stand out from every ground', () => {
    for (const ground of GROUNDS) {
      expect(contrast(palette.edge, palette[ground])).toBeGreaterThanOrEqual(3);
      expect(contrast(palette.focus, palette[ground])).toBeGreaterThanOrEqual(3);
    }
  });
});

test('the words of a protective marking can be read on its colour', () => {
  for (const { ground, words } of Object.values(MARKING_COLOURS)) expect(contrast(ground, words)).toBeGreaterThanOrEqual(7);
});
