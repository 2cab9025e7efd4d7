import { scaleLinear } from 'd3-scale';
import { withoutForbiddenCharacters } from '#shared/base/text.ts';
import type { Figure } from './assessment-section.schema.ts';
import { barShapes, type BarsDrawn } from './chart-bars.ts';
import { type ChartData, chartData } from './chart-data.ts';
import { bottomAxis, leftAxis } from './chart-axes.ts';
import { legendShapes } from './chart-legend.ts';
import { lineShapes, limitShapes } from './chart-lines.ts';
import { chartInWords } from './chart-words.ts';
import type { ChartScene, Plot } from './chart-shapes.ts';
import { controlLimits, type ControlLimits } from './control-limits.ts';

/** Width on paper, and the least at which names and numbers have room. */
export const CHART_WIDTH = 720;
const LEAST_WIDTH = 340;
const PLOT_HEIGHT = 260;
/** Room for `Upper limit 12,345.6` to the right of the plot. */
const LIMIT_NAMES = 118;
const EDGE = 12;

/** The drawing of a figure; null where it is a table only, or holds no numbers to draw. */
export function chartScene(
  figure: Pick<Figure, 'title' | 'columns' | 'rows' | 'chart' | 'controlLimits'>,
  wanted = CHART_WIDTH,
): ChartScene | null {
  const width = Math.max(LEAST_WIDTH, wanted);
  if (figure.chart === 'none') return null;
  const data = cleanData(chartData(figure));
  if (data.series.length === 0) return null;
  const limits = data.series.map((series) => (figure.controlLimits && figure.chart === 'line' ? controlLimits(series.values) : null));
  const named = data.series.length === 1 && limits[0] !== null;
  const legend = legendShapes(data, figure.chart, limits, width);
  const bars = figure.chart === 'line' ? null : barShapes(data, figure.chart === 'stacked-bar');
  const [low, high] = valueRange(data, bars, limits);
  const top = legend.height + EDGE;
  const y = scaleLinear([low, high], [top + PLOT_HEIGHT, top]).nice(6);
  const left = leftAxis(y, data.unit);
  const plot: Plot = { left: left.width, right: width - (named ? LIMIT_NAMES : EDGE), top, bottom: top + PLOT_HEIGHT };
  const below = bottomAxis(data, plot, figure.chart);
  return {
    width,
    height: plot.bottom + below.height,
    title: clean(figure.title),
    description: chartInWords(data, figure.chart, limits),
    shapes: [
      ...left.shapes(plot),
      ...below.shapes,
      ...(bars === null ? lineShapes(data, plot, y) : bars.shapes(plot, y)),
      ...limits.flatMap((one, series) => (one === null ? [] : limitShapes(one, data, series, plot, y, named))),
      ...legend.shapes,
    ],
  };
}

const clean = (text: string): string =>
  withoutForbiddenCharacters(text)
    .replace(/[\uFFFE\uFFFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Names as they may be drawn: one line, nothing hidden in it. */
function cleanData(data: ChartData): ChartData {
  return {
    ...data,
    labels: data.labels.map(clean),
    labelName: clean(data.labelName),
    series: data.series.map((series) => ({ ...series, name: clean(series.name) })),
  };
}

/** From where to where the values reach: bars stand on nothing, and a line shows nothing too unless that would flatten it. */
function valueRange(data: ChartData, bars: BarsDrawn | null, limits: readonly (ControlLimits | null)[]): readonly [number, number] {
  const values = [
    ...data.series.flatMap((series) => series.values.filter((value) => value !== null)),
    ...limits.flatMap((one) => (one === null ? [] : [one.upper, one.lower ?? one.mean])),
    ...(bars === null ? [] : bars.reach),
  ];
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > 0 && (bars !== null || low < 0.6 * high)) low = 0;
  if (high < 0 && bars !== null) high = 0;
  if (low === high) {
    const reach = Math.max(Math.abs(low) * 0.1, 1);
    return low === 0 ? [0, 1] : [low > 0 ? Math.max(0, low - reach) : low - reach, high + reach];
  }
  return [low, high];
}
