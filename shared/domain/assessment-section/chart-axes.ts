import { type ScaleLinear, scalePoint, scaleBand } from 'd3-scale';
import type { CHARTS } from './assessment-section.schema.ts';
import type { ChartData } from './chart-data.ts';
import { FONT_SIZE, type Plot, round, type Shape, straight } from './chart-shapes.ts';
import type { NumberUnit } from './figure-numbers.ts';
import { fittedText, textWidth } from './text-width.ts';

const TICKS = 6;
const GAP = 8;
/** The longest a slanting label may be, and what that is in height at 45 degrees. */
const SLANTED = 120;
const SLANT = 45;
const LINE_HEIGHT = 15;
/** Columns this wide have their names in several lines, at most so many. */
const WIDE_ENOUGH_TO_WRAP = 50;
const MOST_LINES = 3;

/** The numbers at the left with their lines across the plot. `width` is the room they need. */
export function leftAxis(
  y: ScaleLinear<number, number>,
  unit: NumberUnit,
): { readonly width: number; readonly shapes: (plot: Plot) => readonly Shape[] } {
  const format = y.tickFormat(TICKS);
  const ticks = y.ticks(TICKS).map((value) => {
    const text = format(value);
    const sign = /^[-\u2212]/.test(text) ? '\u2212' : '';
    return {
      at: y(value),
      zero: value === 0,
      text: `${sign}${unit === '£' ? '£' : ''}${text.slice(sign.length)}${unit === '%' ? '%' : ''}`,
    };
  });
  const width = Math.max(...ticks.map((tick) => textWidth(tick.text, FONT_SIZE)), 20) + 2 * GAP;
  return {
    width,
    shapes: (plot) =>
      ticks.flatMap(({ at, zero, text }): Shape[] => [
        {
          kind: 'path',
          role: zero ? 'axis' : 'grid',
          series: -1,
          d: straight(plot.left, at, plot.right, at),
          dash: '',
          width: zero ? 1.2 : 0.6,
          filled: false,
        },
        {
          kind: 'text',
          role: 'label',
          series: -1,
          x: round(plot.left - GAP),
          y: round(at + FONT_SIZE * 0.35),
          text,
          anchor: 'end',
          size: FONT_SIZE,
          turn: 0,
        },
      ]),
  };
}

/** Where the value of each row stands from left to right. */
export function placesOf(
  data: ChartData,
  plot: Plot,
  chart: (typeof CHARTS)[number],
): { readonly at: (row: number) => number; readonly step: number } {
  const rows = data.labels.map((_label, index) => index);
  if (chart === 'line') {
    const scale = scalePoint(rows, [plot.left, plot.right]).padding(0.5);
    return { at: (row) => scale(row) ?? plot.left, step: scale.step() };
  }
  const scale = scaleBand(rows, [plot.left, plot.right]);
  return { at: (row) => (scale(row) ?? plot.left) + scale.bandwidth() / 2, step: scale.step() };
}

/** A label in lines no wider than `width`, as far as its words allow. */
function linesOf(label: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, FONT_SIZE) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  // One long word would be cut to nothing that says something: then the labels slant instead.
  return lines.some((line) => textWidth(line, FONT_SIZE) > width * 1.3) ? [...lines, '', '', ''] : lines;
}

/** What the rows are called: side by side where they fit, slanting where there are few, and otherwise as many of them as fit. */
export function bottomAxis(
  data: ChartData,
  plot: Plot,
  chart: (typeof CHARTS)[number],
): { readonly height: number; readonly shapes: readonly Shape[] } {
  const { at, step } = placesOf(data, plot, chart);
  const widest = Math.max(...data.labels.map((label) => textWidth(label, FONT_SIZE)), 0);
  const base: Shape = {
    kind: 'path',
    role: 'axis',
    series: -1,
    d: straight(plot.left, plot.bottom, plot.right, plot.bottom),
    dash: '',
    width: 1,
    filled: false,
  };
  const name = data.labelName === '' ? 0 : LINE_HEIGHT + 4;
  const named = (height: number): Shape[] =>
    data.labelName === ''
      ? []
      : [
          {
            kind: 'text',
            role: 'note',
            series: -1,
            x: round((plot.left + plot.right) / 2),
            y: round(plot.bottom + height - 5),
            text: fittedText(data.labelName, FONT_SIZE, plot.right - plot.left),
            anchor: 'middle',
            size: FONT_SIZE,
            turn: 0,
          },
        ];
  const wrapped = widest > step - GAP && step >= WIDE_ENOUGH_TO_WRAP ? data.labels.map((label) => linesOf(label, step - GAP)) : null;
  if (wrapped?.every((lines) => lines.length <= MOST_LINES) === true) {
    const shapes = wrapped.flatMap((lines, row) =>
      lines.map(
        (text, line): Shape => ({
          kind: 'text',
          role: 'label',
          series: -1,
          x: round(at(row)),
          y: round(plot.bottom + LINE_HEIGHT * (line + 1)),
          text: fittedText(text, FONT_SIZE, step - GAP / 2),
          anchor: 'middle',
          size: FONT_SIZE,
          turn: 0,
        }),
      ),
    );
    const height = LINE_HEIGHT * Math.max(...wrapped.map((lines) => lines.length)) + 8 + name;
    return { height, shapes: [base, ...shapes, ...named(height)] };
  }
  const isSlanting = widest > step - GAP && step >= LINE_HEIGHT;
  if (isSlanting) {
    // A slanting label begins at its place and reaches to the left and down: the first must not leave the box.
    const longest = Math.min(SLANTED, widest);
    const height = longest * Math.SQRT1_2 + LINE_HEIGHT + name;
    const shapes = data.labels.map((label, row): Shape => {
      const room = Math.min(longest, (at(row) - 4) / Math.SQRT1_2);
      return {
        kind: 'text',
        role: 'label',
        series: -1,
        x: round(at(row) + 3),
        y: round(plot.bottom + LINE_HEIGHT),
        text: fittedText(label, FONT_SIZE, Math.max(room, 12)),
        anchor: 'end',
        size: FONT_SIZE,
        turn: -SLANT,
      };
    });
    return { height: height + 6, shapes: [base, ...shapes, ...named(height + 6)] };
  }
  const room = Math.min(widest, 110);
  const every = Math.max(1, Math.ceil((room + GAP) / step));
  const shapes = data.labels.flatMap((label, row): Shape[] => {
    if (row % every !== 0) return [];
    const half = Math.min(room / 2, at(row) - 1, plot.right + GAP - at(row));
    return [
      {
        kind: 'text',
        role: 'label',
        series: -1,
        x: round(at(row)),
        y: round(plot.bottom + LINE_HEIGHT),
        text: fittedText(label, FONT_SIZE, Math.max(2 * half, 12)),
        anchor: 'middle',
        size: FONT_SIZE,
        turn: 0,
      },
    ];
  });
  const height = LINE_HEIGHT + 8 + name;
  return { height, shapes: [base, ...shapes, ...named(height)] };
}
