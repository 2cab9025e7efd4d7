import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { CHART_WIDTH, chartScene } from '#shared/domain/assessment-section/chart-scene.ts';
import type { ChartScene, Shape } from '#shared/domain/assessment-section/chart-shapes.ts';
import { PATTERNS } from '#shared/domain/assessment-section/chart-svg.ts';
import styles from './figure-chart.module.css';

/** A chart in the window: the same drawing as on paper, in the colours of the theme and as wide as there is room, so that its words keep their size. */
export function FigureChart({ figure }: { readonly figure: Parameters<typeof chartScene>[0] }): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(CHART_WIDTH);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined && entry.contentRect.width > 0) setWidth(Math.min(Math.round(entry.contentRect.width), WIDEST));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const scene = chartScene(figure, width);
  return <div ref={box}>{scene !== null && <Drawing scene={scene} />}</div>;
}

/** Beyond this a chart is only stretched. */
const WIDEST = 860;

function Drawing({ scene }: { readonly scene: ChartScene }): ReactNode {
  const id = useId().replace(/[^a-zA-Z0-9]/g, '');
  return (
    <svg
      className={styles['chart']}
      viewBox={`0 0 ${Math.ceil(scene.width)} ${Math.ceil(scene.height)}`}
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-says`}
    >
      <title id={`${id}-title`}>{scene.title}</title>
      <desc id={`${id}-says`}>{scene.description}</desc>
      <defs>
        {PATTERNS.map((lines, series) => (
          <pattern key={lines} id={`${id}-${series}`} width={8} height={8} patternUnits="userSpaceOnUse" data-series={series}>
            <rect width={8} height={8} data-ground="" />
            <path d={lines} strokeWidth={1.8} />
          </pattern>
        ))}
      </defs>
      {scene.shapes.map((shape, index) => (
        <ChartShape key={index} shape={shape} id={id} />
      ))}
    </svg>
  );
}

function ChartShape({ shape, id }: { readonly shape: Shape; readonly id: string }): ReactNode {
  const drawn = { 'data-role': shape.role, 'data-series': shape.series < 0 ? undefined : shape.series };
  switch (shape.kind) {
    case 'text':
      return (
        <text
          {...drawn}
          x={shape.x}
          y={shape.y}
          fontSize={shape.size}
          textAnchor={shape.anchor}
          transform={shape.turn === 0 ? undefined : `rotate(${shape.turn} ${shape.x} ${shape.y})`}
        >
          {shape.text}
        </text>
      );
    case 'bar': {
      const isSolid = (PATTERNS[shape.series % PATTERNS.length] ?? '') === '';
      return (
        <rect
          {...drawn}
          x={shape.x}
          y={shape.y}
          width={shape.width}
          height={shape.height}
          data-solid={isSolid ? '' : undefined}
          fill={isSolid ? undefined : `url(#${id}-${shape.series})`}
        />
      );
    }
    case 'path':
      return (
        <path
          {...drawn}
          d={shape.d}
          strokeWidth={shape.width}
          strokeDasharray={shape.dash === '' ? undefined : shape.dash}
          data-filled={shape.filled ? '' : undefined}
        />
      );
  }
}
