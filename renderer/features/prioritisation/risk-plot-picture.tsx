import { scaleLinear } from 'd3-scale';
import type { ReactNode } from 'react';
import { figureText } from '#shared/domain/prioritisation/plain-words.ts';
import { type RiskPlot, placedApart } from '#shared/domain/prioritisation/risk-plot.ts';
import styles from './ranking.module.css';

const WIDTH = 640;
const HEIGHT = 400;
const EDGE = { left: 40, right: 16, top: 28, bottom: 40 };
const MARK = 10;

/** Risk against position: the number in each mark is the rank, a dashed square stands for low confidence, a line for the range. */
export function RiskPlotPicture({ plot, onOpen }: { readonly plot: RiskPlot; readonly onOpen: (issueId: string) => void }): ReactNode {
  const x = scaleLinear([0, plot.xMost * 1.04], [EDGE.left, WIDTH - EDGE.right]).nice();
  const y = scaleLinear([0, plot.yMost * 1.08], [HEIGHT - EDGE.bottom, EDGE.top]);
  const points = placedApart(
    plot.points.map((point) => ({ ...point, left: x(point.x), top: y(point.y) })),
    MARK * 2 + 1,
  );
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={styles['plot']} role="group" aria-label={`${plot.xName} / ${plot.yName}`}>
      <rect
        x={(EDGE.left + WIDTH - EDGE.right) / 2}
        y={EDGE.top}
        width={(WIDTH - EDGE.right - EDGE.left) / 2}
        height={(HEIGHT - EDGE.bottom - EDGE.top) / 2}
        className={styles['corner']}
      />
      {x.ticks(6).map((tick) => (
        <g key={tick}>
          <line x1={x(tick)} x2={x(tick)} y1={EDGE.top} y2={HEIGHT - EDGE.bottom} className={styles['tick']} />
          <text x={x(tick)} y={HEIGHT - EDGE.bottom + 15} textAnchor="middle" className={styles['tickText']}>
            {tick.toLocaleString('en-GB')}
          </text>
        </g>
      ))}
      {y.ticks(5).map((tick) => (
        <g key={tick}>
          <line x1={EDGE.left} x2={WIDTH - EDGE.right} y1={y(tick)} y2={y(tick)} className={styles['tick']} />
          <text x={EDGE.left - 6} y={y(tick) + 4} textAnchor="end" className={styles['tickText']}>
            {tick}
          </text>
        </g>
      ))}
      <text x={EDGE.left} y={EDGE.top - 12} className={styles['axis']}>
        ↑ {plot.yName}
      </text>
      <text x={WIDTH - EDGE.right} y={HEIGHT - 6} textAnchor="end" className={styles['axis']}>
        {plot.xName} →
      </text>
      <text x={WIDTH - EDGE.right - 8} y={EDGE.top + 16} textAnchor="end" className={styles['cornerText']}>
        {plot.corner}
      </text>
      {points.map((point) => (
        <line key={point.id} x1={x(point.xFrom)} x2={x(point.xTo)} y1={point.top} y2={point.top} className={styles['whisker']} />
      ))}
      {points.map((point) => {
        const label = `${point.rank}. ${point.title}: ${plot.xName} ${figureText(point.x)}, ${figureText(point.y)}`;
        return (
          <g
            key={point.id}
            role="button"
            tabIndex={0}
            aria-label={label}
            className={styles['mark']}
            onClick={() => onOpen(point.id)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') onOpen(point.id);
            }}
          >
            <title>{label}</title>
            {point.lowConfidence ? (
              <rect x={point.left - MARK} y={point.top - MARK} width={MARK * 2} height={MARK * 2} className={styles['unsure']} />
            ) : (
              <circle cx={point.left} cy={point.top} r={MARK} className={styles['sure']} />
            )}
            <text x={point.left} y={point.top + 4} textAnchor="middle" className={styles['rankText']}>
              {point.rank}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
