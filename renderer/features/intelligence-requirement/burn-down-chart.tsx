import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { BurnDownPoint } from '#shared/domain/intelligence-requirement/burn-down.ts';
import { whenText } from '#renderer/components/when.tsx';
import { requirementText } from '#renderer/text/requirement.ts';
import { burnDownScene } from './burn-down-scene.ts';
import styles from './requirement.module.css';

const words = requirementText.history;
const WIDTH = 760;
const HEIGHT = 220;
const AREAS = ['unanswered', 'partly'] as const;
const short = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** Open questions over time, drawn and as a table with every figure (duty 104). */
export function BurnDownChart({ points }: { readonly points: readonly BurnDownPoint[] }): ReactNode {
  const [tabled, setTabled] = useState(false);
  const scene = burnDownScene(points, WIDTH, HEIGHT);
  const [first] = points;
  const last = points.at(-1);
  const open = (point: BurnDownPoint): number => point.unanswered + point.partly;
  return (
    <div className={styles['chart']}>
      {scene !== null && first !== undefined && last !== undefined && (
        <>
          <ul className={styles['legend']}>
            {AREAS.map((one) => (
              <li key={one}>
                <span className={styles['swatch']} data-area={one} aria-hidden />
                {words.legend[one]}
              </li>
            ))}
          </ul>
          <svg
            viewBox={`0 0 ${scene.width} ${scene.height}`}
            role="img"
            aria-label={words.chartLabel(whenText(first.on), whenText(last.on), open(first), open(last))}
          >
            {scene.counts.map(({ y, count }) => (
              <g key={count}>
                <line className={styles['grid']} x1={scene.left} x2={scene.right} y1={y} y2={y} />
                <text className={styles['axis']} x={scene.left - 6} y={y} dy="0.32em" textAnchor="end">
                  {count}
                </text>
              </g>
            ))}
            <path className={styles['areaOpen']} d={scene.unanswered} />
            <path className={styles['areaPartly']} d={scene.partly} />
            <path className={styles['line']} d={scene.open} />
            {scene.days.map(({ x, on }) => (
              <text key={on} className={styles['axis']} x={x} y={scene.bottom + 16} textAnchor="middle">
                {short.format(new Date(`${on}T12:00:00.000Z`))}
              </text>
            ))}
          </svg>
        </>
      )}
      <Button size="compact-sm" variant="default" onClick={() => setTabled(!tabled)} aria-expanded={tabled}>
        {tabled ? words.hideTable : words.showTable}
      </Button>
      {(tabled || scene === null) && <Figures points={points} />}
    </div>
  );
}

function Figures({ points }: { readonly points: readonly BurnDownPoint[] }): ReactNode {
  return (
    <table className={styles['figures']}>
      <thead>
        <tr>
          {Object.values(words.columns).map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {points.map((point) => (
          <tr key={point.on}>
            <th scope="row">{whenText(point.on)}</th>
            <td>{point.unanswered + point.partly}</td>
            <td>{point.unanswered}</td>
            <td>{point.partly}</td>
            <td>{point.answered}</td>
            <td>{point.withdrawn}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
