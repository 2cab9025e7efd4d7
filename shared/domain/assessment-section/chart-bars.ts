import { type ScaleLinear, scaleBand } from 'd3-scale';
import type { ChartData } from './chart-data.ts';
import { type Plot, round, type Shape } from './chart-shapes.ts';

/** One stretch of a bar between two values. */
interface Stretch {
  readonly row: number;
  readonly series: number;
  readonly from: number;
  readonly to: number;
}

export interface BarsDrawn {
  /** The values the bars reach. */
  readonly reach: readonly number[];
  readonly shapes: (plot: Plot, y: ScaleLinear<number, number>) => readonly Shape[];
}

/** Bars side by side, or upon one another: what is below nothing hangs down from it. */
export function barShapes(data: ChartData, stacked: boolean): BarsDrawn {
  const stretches = stacked ? stackedStretches(data) : sideBySide(data);
  const rows = data.labels.map((_label, index) => index);
  return {
    reach: stretches.flatMap(({ from, to }) => [from, to]),
    shapes(plot, y) {
      const across = scaleBand(rows, [plot.left, plot.right]).paddingInner(0.25).paddingOuter(0.15);
      const within = scaleBand(stacked ? [0] : data.series.map((_one, index) => index), [0, across.bandwidth()]).paddingInner(0.08);
      return stretches.map(({ row, series, from, to }): Shape => {
        const [top, bottom] = [Math.min(y(from), y(to)), Math.max(y(from), y(to))];
        return {
          kind: 'bar',
          role: 'series',
          series,
          x: round((across(row) ?? plot.left) + (within(stacked ? 0 : series) ?? 0)),
          y: round(top),
          width: Math.max(round(within.bandwidth()), 0.01),
          height: round(bottom - top),
        };
      });
    },
  };
}

function sideBySide(data: ChartData): readonly Stretch[] {
  return data.series.flatMap(({ values }, series) =>
    values.flatMap((value, row): Stretch[] => (value === null ? [] : [{ row, series, from: 0, to: value }])),
  );
}

function stackedStretches(data: ChartData): readonly Stretch[] {
  const above = data.labels.map(() => 0);
  const below = data.labels.map(() => 0);
  return data.series.flatMap(({ values }, series) =>
    values.flatMap((value, row): Stretch[] => {
      if (value === null) return [];
      const side = value < 0 ? below : above;
      const from = side[row] ?? 0;
      side[row] = from + value;
      return [{ row, series, from, to: from + value }];
    }),
  );
}
