import type { ScaleLinear } from 'd3-scale';
import { line, symbol, symbolCircle, symbolCross, symbolDiamond, symbolSquare, symbolStar, symbolTriangle, symbolWye } from 'd3-shape';
import { placesOf } from './chart-axes.ts';
import type { ChartData } from './chart-data.ts';
import { FONT_SIZE, type Plot, round, type Shape, straight } from './chart-shapes.ts';
import type { ControlLimits } from './control-limits.ts';
import { numberText } from './figure-numbers.ts';
import { fittedText } from './text-width.ts';

/** Lines are told apart by their dashes and marks as well as by colour, so that they are in black and white too. */
export const DASHES = ['', '8 4', '2 3', '12 4 2 4', '5 2', '2 6', '14 3', '6 3 2 3 2 3'] as const;
const MARKS = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond, symbolCross, symbolStar, symbolWye, symbolCircle] as const;
/** Beyond so many values marks would hide the line; what stands alone keeps its own. */
const MOST_MARKED = 40;

/** The mark of a series at a place. */
export function markAt(series: number, x: number, y: number, size = 30): string {
  const drawn = symbol(MARKS[series % MARKS.length] ?? symbolCircle, size).digits(2)() ?? '';
  return movedPath(drawn, x, y);
}

/** The path drawn about 0, 0 moved to a place; symbols use no curves but arcs. */
function movedPath(d: string, x: number, y: number): string {
  const rounded = (value: number): string => String(round(value));
  return d.replace(/([A-Za-z])([^A-Za-z]*)/g, (_whole, command: string, text: string) => {
    const numbers = text
      .split(/[\s,]+/)
      .filter((part) => part !== '')
      .map(Number);
    switch (command) {
      case 'M':
      case 'L':
        return `${command}${rounded((numbers[0] ?? 0) + x)} ${rounded((numbers[1] ?? 0) + y)}`;
      case 'H':
        return `H${rounded((numbers[0] ?? 0) + x)}`;
      case 'V':
        return `V${rounded((numbers[0] ?? 0) + y)}`;
      case 'A':
        return `A${numbers.slice(0, 5).map(rounded).join(' ')} ${rounded((numbers[5] ?? 0) + x)} ${rounded((numbers[6] ?? 0) + y)}`;
      default:
        // What is said in relation to the place before moves with it.
        return `${command}${numbers.map(rounded).join(' ')}`;
    }
  });
}

/** Every series as a line, broken where there is no number, with its marks. */
export function lineShapes(data: ChartData, plot: Plot, y: ScaleLinear<number, number>): readonly Shape[] {
  const { at } = placesOf(data, plot, 'line');
  return data.series.flatMap(({ values }, series): Shape[] => {
    const d = line<number | null>(
      (_value, row) => at(row),
      (value) => y(value ?? 0),
    )
      .defined((value) => value !== null)
      .digits(2)(values);
    const marks = values.flatMap((value, row): string[] => {
      if (value === null) return [];
      const alone = (values[row - 1] ?? null) === null && (values[row + 1] ?? null) === null;
      return alone || values.length <= MOST_MARKED ? [markAt(series, at(row), y(value))] : [];
    });
    return [
      { kind: 'path', role: 'series', series, d: d ?? '', dash: DASHES[series % DASHES.length] ?? '', width: 2, filled: false },
      ...(marks.length === 0
        ? []
        : [{ kind: 'path', role: 'series', series, d: marks.join(''), dash: '', width: 0, filled: true } as const]),
    ];
  });
}

/** Mean and limits of a line, and rings about the values outside them; named at the right where there is one line only. */
export function limitShapes(
  limits: ControlLimits,
  data: ChartData,
  series: number,
  plot: Plot,
  y: ScaleLinear<number, number>,
  named: boolean,
): readonly Shape[] {
  const { at } = placesOf(data, plot, 'line');
  const lines = [
    { role: 'limit', value: limits.upper, name: 'Upper limit' },
    { role: 'mean', value: limits.mean, name: 'Mean' },
    ...(limits.lower === null ? [] : [{ role: 'limit', value: limits.lower, name: 'Lower limit' } as const]),
  ] as const;
  const values = data.series[series]?.values ?? [];
  const rings = limits.outside.map((row) => ring(at(row), y(values[row] ?? 0)));
  const places = apart(lines.map(({ value }) => y(value)));
  return [
    ...lines.flatMap(({ role, value, name }, index): Shape[] => [
      {
        kind: 'path',
        role,
        series,
        d: straight(plot.left, y(value), plot.right, y(value)),
        dash: role === 'mean' ? '' : '5 4',
        width: 1,
        filled: false,
      },
      ...(named
        ? [
            {
              kind: 'text',
              role: 'label',
              series: -1,
              x: round(plot.right + 6),
              y: round(Math.min(Math.max((places[index] ?? 0) + FONT_SIZE * 0.35, FONT_SIZE), plot.bottom)),
              text: fittedText(`${name} ${numberText(value, data.unit)}`, FONT_SIZE - 1, 110),
              anchor: 'start',
              size: FONT_SIZE - 1,
              turn: 0,
            } as const,
          ]
        : []),
    ]),
    ...(rings.length === 0
      ? []
      : [{ kind: 'path', role: 'outside', series, d: rings.join(''), dash: '', width: 1.6, filled: false } as const]),
  ];
}

const RING = 7;
const ring = (x: number, y: number): string =>
  `M${round(x - RING)} ${round(y)}A${RING} ${RING} 0 1 1 ${round(x + RING)} ${round(y)}A${RING} ${RING} 0 1 1 ${round(x - RING)} ${round(y)}`;

/** The same heights from top to bottom, moved so that two lines of text do not cover each other. */
function apart(heights: readonly number[]): readonly number[] {
  const placed: number[] = [];
  for (const height of heights) placed.push(Math.max(height, (placed.at(-1) ?? -Infinity) + FONT_SIZE + 2));
  return placed;
}
