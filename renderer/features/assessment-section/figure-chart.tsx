import { type ReactNode, useId } from 'react';
import type { ChartScene, Shape } from '#shared/domain/assessment-section/chart-shapes.ts';
import { PATTERNS } from '#shared/domain/assessment-section/chart-svg.ts';
import styles from './figure-chart.module.css';

/** A chart in the window: the same drawing as on paper, in the colours of the theme. */
export function FigureChart({ scene }: { readonly scene: ChartScene }): ReactNode {
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
