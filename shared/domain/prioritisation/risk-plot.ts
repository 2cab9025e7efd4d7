import type { MatrixToScore } from './issue-score.ts';
import type { RankedIssue } from './ranking.ts';

/** One issue on the plot. Values are in the units of the axes. */
export interface PlotPoint {
  readonly id: string;
  readonly title: string;
  readonly rank: number;
  readonly x: number;
  readonly y: number;
  /** Where the score may lie; the same as `x` where the axis is not the score. */
  readonly xFrom: number;
  readonly xTo: number;
  readonly lowConfidence: boolean;
}
export interface RiskPlot {
  readonly xName: string;
  readonly yName: string;
  readonly xMost: number;
  readonly yMost: number;
  /** What the upper right corner means. */
  readonly corner: string;
  readonly points: readonly PlotPoint[];
}

/** Risk against organisational position, so that a chair sees "high risk and we cannot cope"; impact against likelihood where a matrix has no position. */
export function riskPlot(matrix: MatrixToScore, ranked: readonly RankedIssue[]): RiskPlot {
  const positioned = matrix.factors.some((factor) => factor.section === 'position');
  const points = ranked.flatMap((issue): readonly PlotPoint[] => {
    const { id, title, rank, lowConfidence, score, lowest, highest } = issue;
    const y = positioned ? issue.position : issue.severity;
    const x = positioned ? score : issue.likelihood;
    if (rank === null || x === null || y === null) return [];
    return [{ id, title, rank, x, y, xFrom: positioned ? (lowest ?? x) : x, xTo: positioned ? (highest ?? x) : x, lowConfidence }];
  });
  const most = (values: readonly number[], least: number): number => Math.max(least, ...values);
  if (!positioned)
    return {
      xName: 'Likelihood',
      yName: 'Impact',
      xMost: most(
        points.map((one) => one.x),
        4,
      ),
      yMost: most(
        points.map((one) => one.y),
        4,
      ),
      corner: 'High impact and likely',
      points,
    };
  return {
    xName: matrix.model === 'crime-harm-index' ? 'Harm in days' : 'Risk',
    yName: 'Organisational position (0 we cope, high we do not)',
    xMost: most(
      points.map((one) => one.xTo),
      1,
    ),
    yMost: most([ranked[0]?.positionMost ?? 0], 1),
    corner: 'High risk, and we cannot cope',
    points,
  };
}

/** Points that would cover each other, moved apart in pixels: each is nudged up until it stands free. */
export function placedApart<Point extends { readonly left: number; readonly top: number }>(
  points: readonly Point[],
  apart: number,
): readonly Point[] {
  const placed: Point[] = [];
  for (const point of points) {
    let { top } = point;
    while (placed.some((other) => Math.hypot(other.left - point.left, other.top - top) < apart)) top -= 2;
    placed.push({ ...point, top });
  }
  return placed;
}
