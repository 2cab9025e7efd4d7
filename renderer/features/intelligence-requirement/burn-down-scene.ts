import { scaleLinear, scaleTime } from 'd3-scale';
import { area, curveStepAfter, line } from 'd3-shape';
import { daysBetween } from '#shared/base/time.ts';
import type { BurnDownPoint } from '#shared/domain/intelligence-requirement/burn-down.ts';

/** Everything that is drawn, worked out: what a component only has to put on the screen. Lengths are in the picture's own units. */
export interface BurnDownScene {
  readonly width: number;
  readonly height: number;
  /** Partly answered questions stand on the unanswered ones. */
  readonly unanswered: string;
  readonly partly: string;
  readonly open: string;
  readonly days: readonly { readonly x: number; readonly on: string }[];
  readonly counts: readonly { readonly y: number; readonly count: number }[];
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

const MARGIN = { top: 8, right: 16, bottom: 24, left: 32 };
const MOST_DAYS_NAMED = 7;

/** The picture of open questions over time, as steps: a number stands until the day it changes. Null for fewer than two points. */
export function burnDownScene(points: readonly BurnDownPoint[], width: number, height: number): BurnDownScene | null {
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined || first === last || daysBetween(first.on, last.on) === 0) return null;
  const at = (on: string): Date => new Date(`${on}T12:00:00.000Z`);
  const open = (point: BurnDownPoint): number => point.unanswered + point.partly;
  const most = Math.max(1, ...points.map(open));
  const x = scaleTime()
    .domain([at(first.on), at(last.on)])
    .range([MARGIN.left, width - MARGIN.right]);
  const y = scaleLinear()
    .domain([0, most])
    .nice(Math.min(most, 6))
    .range([height - MARGIN.bottom, MARGIN.top]);
  const between = (low: (point: BurnDownPoint) => number, high: (point: BurnDownPoint) => number): string =>
    area<BurnDownPoint>()
      .x((point) => x(at(point.on)))
      .y0((point) => y(low(point)))
      .y1((point) => y(high(point)))
      .curve(curveStepAfter)([...points]) ?? '';
  const ticks = x.ticks(MOST_DAYS_NAMED);
  return {
    width,
    height,
    unanswered: between(
      () => 0,
      (point) => point.unanswered,
    ),
    partly: between((point) => point.unanswered, open),
    open:
      line<BurnDownPoint>()
        .x((point) => x(at(point.on)))
        .y((point) => y(open(point)))
        .curve(curveStepAfter)([...points]) ?? '',
    days: ticks.map((tick) => ({ x: x(tick), on: tick.toISOString().slice(0, 10) })),
    counts: y
      .ticks(Math.min(most, 6))
      .filter(Number.isInteger)
      .map((count) => ({ y: y(count), count })),
    left: MARGIN.left,
    right: width - MARGIN.right,
    bottom: height - MARGIN.bottom,
  };
}
