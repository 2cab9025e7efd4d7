import type { Figure } from './assessment-section.schema.ts';
import { type NumberUnit, readNumber } from './figure-numbers.ts';

/** One column of numbers of a figure. */
export interface Series {
  readonly name: string;
  /** One for each row; null where the cell holds no number. */
  readonly values: readonly (number | null)[];
}

/** What a chart is drawn from. */
export interface ChartData {
  /** What the rows are called. */
  readonly labels: readonly string[];
  /** What the labels are called. */
  readonly labelName: string;
  readonly series: readonly Series[];
  /** How many columns of numbers there are beyond those that are drawn. */
  readonly leftOut: number;
  /** What all numbers have in common. */
  readonly unit: NumberUnit;
}

/** More lines or bars than this cannot be told apart. */
export const MOST_SERIES = 8;

/** The columns of a figure that hold numbers, by the first column; of a single column, by the number of the row. Rows without any number stay, as a gap. */
export function chartData({ columns, rows }: Pick<Figure, 'columns' | 'rows'>): ChartData {
  const named = columns.length > 1;
  const units = new Set<NumberUnit>();
  const series = columns.slice(named ? 1 : 0).flatMap((name, index): Series[] => {
    const read = rows.map((row) => readNumber(row[index + (named ? 1 : 0)] ?? ''));
    const numbers = read.filter((one) => one !== null);
    if (numbers.length === 0) return [];
    for (const { unit } of numbers) units.add(unit);
    return [{ name, values: read.map((one) => one?.value ?? null) }];
  });
  const [unit = ''] = units;
  return {
    labels: rows.map((row, index) => (named ? (row[0] ?? '') : String(index + 1))),
    labelName: named ? (columns[0] ?? '') : '',
    series: series.slice(0, MOST_SERIES),
    leftOut: Math.max(0, series.length - MOST_SERIES),
    unit: units.size === 1 ? unit : '',
  };
}
