import type { CHARTS } from './assessment-section.schema.ts';
import type { ChartData } from './chart-data.ts';
import { DASHES, markAt } from './chart-lines.ts';
import { FONT_SIZE, round, type Shape, straight } from './chart-shapes.ts';
import { type ControlLimits, ENOUGH_FOR_LIMITS } from './control-limits.ts';
import { fittedText, textWidth } from './text-width.ts';

const ROW = 18;
const SAMPLE = 26;
const GAP = 18;
const LONGEST_NAME = 260;

/** What the lines or bars are called, in as many rows as it takes, and what else has to be known of the drawing. */
export function legendShapes(
  data: ChartData,
  chart: (typeof CHARTS)[number],
  limits: readonly (ControlLimits | null)[],
  width: number,
): { readonly height: number; readonly shapes: readonly Shape[] } {
  const shapes: Shape[] = [];
  let [x, top] = [0, 0];
  const note = (text: string): void => {
    if (x > 0) [x, top] = [0, top + ROW];
    shapes.push(words(text, 0, top, width, 'note'));
    top += ROW;
  };
  if (data.series.length > 1) {
    for (const [series, { name }] of data.series.entries()) {
      const text = fittedText(name, FONT_SIZE, LONGEST_NAME);
      const needed = SAMPLE + 6 + textWidth(text, FONT_SIZE);
      if (x > 0 && x + needed > width) [x, top] = [0, top + ROW];
      shapes.push(...sample(series, chart, x, top), words(text, x + SAMPLE + 6, top, width - x - SAMPLE - 6, 'label'));
      x += needed + GAP;
    }
    if (data.leftOut > 0) note(`The first ${data.series.length} columns of numbers are drawn; ${data.leftOut} more are in the table.`);
  }
  const drawn = limits.filter((one) => one !== null);
  if (drawn.length > 0 && data.series.length > 1) note('Thin lines: mean and limits. Rings: values outside them.');
  if (drawn.some((one) => one.values < ENOUGH_FOR_LIMITS)) note(`Limits from fewer than ${ENOUGH_FOR_LIMITS} values are provisional.`);
  if (x > 0) top += ROW;
  return { height: top, shapes };
}

function sample(series: number, chart: (typeof CHARTS)[number], x: number, top: number): readonly Shape[] {
  const middle = top + ROW / 2;
  if (chart !== 'line') return [{ kind: 'bar', role: 'series', series, x: round(x), y: round(top + 3), width: SAMPLE, height: ROW - 6 }];
  return [
    {
      kind: 'path',
      role: 'series',
      series,
      d: straight(x, middle, x + SAMPLE, middle),
      dash: DASHES[series % DASHES.length] ?? '',
      width: 2,
      filled: false,
    },
    { kind: 'path', role: 'series', series, d: markAt(series, x + SAMPLE / 2, middle), dash: '', width: 0, filled: true },
  ];
}

const words = (text: string, x: number, top: number, room: number, role: 'label' | 'note'): Shape => ({
  kind: 'text',
  role,
  series: -1,
  x: round(x),
  y: round(top + ROW / 2 + FONT_SIZE * 0.35),
  text: fittedText(text, FONT_SIZE, room),
  anchor: 'start',
  size: FONT_SIZE,
  turn: 0,
});
