import { type RiskPlot, placedApart } from './risk-plot.ts';

const WIDTH = 720;
const HEIGHT = 380;
const EDGE = { left: 56, right: 20, top: 24, bottom: 44 };
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** The plot as a picture of its own, black on white, for paper: the number is the rank, a square stands for low confidence. */
export function plotSvg(plot: RiskPlot): string {
  const inner = { width: WIDTH - EDGE.left - EDGE.right, height: HEIGHT - EDGE.top - EDGE.bottom };
  const left = (x: number): number => EDGE.left + (x / (plot.xMost * 1.05)) * inner.width;
  const top = (y: number): number => EDGE.top + inner.height - (y / (plot.yMost * 1.05)) * inner.height;
  const points = placedApart(
    plot.points.map((point) => ({ ...point, left: left(point.x), top: top(point.y) })),
    19,
  );
  const at = (value: number): string => value.toFixed(1);
  const marks = points.map((point) => {
    const whisker = `<line x1="${at(left(point.xFrom))}" x2="${at(left(point.xTo))}" y1="${at(point.top)}" y2="${at(point.top)}" stroke="#888" stroke-width="1"/>`;
    const shape = point.lowConfidence
      ? `<rect x="${at(point.left - 9)}" y="${at(point.top - 9)}" width="18" height="18" fill="#fff" stroke="#000" stroke-dasharray="3 2"/>`
      : `<circle cx="${at(point.left)}" cy="${at(point.top)}" r="9.5" fill="#fff" stroke="#000"/>`;
    return `${whisker}${shape}<text x="${at(point.left)}" y="${at(point.top + 4)}" text-anchor="middle" font-size="11">${point.rank}</text>`;
  });
  const right = WIDTH - EDGE.right;
  const bottom = HEIGHT - EDGE.bottom;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" font-family="sans-serif" font-size="12">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    `<line x1="${EDGE.left}" x2="${right}" y1="${bottom}" y2="${bottom}" stroke="#000"/><line x1="${EDGE.left}" x2="${EDGE.left}" y1="${EDGE.top}" y2="${bottom}" stroke="#000"/>`,
    `<text x="${right}" y="${EDGE.top - 8}" text-anchor="end" fill="#555">${escaped(plot.corner)}</text>`,
    `<text x="${right}" y="${bottom + 34}" text-anchor="end">${escaped(plot.xName)} →</text>`,
    `<text x="${EDGE.left}" y="${EDGE.top - 8}">↑ ${escaped(plot.yName)}</text>`,
    ...[0, 0.25, 0.5, 0.75, 1].map(
      (share) =>
        `<text x="${at(left(plot.xMost * share))}" y="${bottom + 16}" text-anchor="middle" fill="#555">${Math.round(plot.xMost * share * 10) / 10}</text>`,
    ),
    ...[0, 0.5, 1].map(
      (share) =>
        `<text x="${EDGE.left - 8}" y="${at(top(plot.yMost * share) + 4)}" text-anchor="end" fill="#555">${Math.round(plot.yMost * share * 10) / 10}</text>`,
    ),
    ...marks,
    '</svg>',
  ].join('');
}
