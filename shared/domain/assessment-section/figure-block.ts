import { dayText } from '#shared/base/time-text.ts';
import { day } from '#shared/base/time.ts';
import type { Block, TableColumn } from '#shared/contracts/document/print-document.ts';
import type { Figure } from './assessment-section.schema.ts';
import { chartScene } from './chart-scene.ts';
import { chartSvg } from './chart-svg.ts';
import { readNumber } from './figure-numbers.ts';

/** Where a figure is from and how old it is, as it stands under it wherever it is shown. */
export function figureSource({ source, asOf }: Pick<Figure, 'source' | 'asOf'>): string {
  return `Source: ${source}, as of ${dayText(day(asOf))}.`;
}

/** Columns as a table shows them: numbers end at the right, and what the rows are called has more room. */
export function figureColumns({ columns, rows }: Pick<Figure, 'columns' | 'rows'>): readonly TableColumn[] {
  return columns.map((title, index) => {
    const isNumbers = rows.some((row) => readNumber(row[index] ?? '') !== null);
    return {
      title,
      share: index === 0 && columns.length > 1 ? 2 : 1,
      align: isNumbers && !(index === 0 && columns.length > 1) ? 'end' : 'start',
    };
  });
}

/** A figure in a document: drawn where it is a chart, with its source, age and note. */
export function figureBlock(figure: Figure): Block {
  const scene = chartScene(figure);
  return {
    type: 'figure',
    title: figure.title,
    source: figure.note === '' ? figureSource(figure) : `${figureSource(figure)} ${figure.note.replace(/\s+/g, ' ')}`,
    svg: scene === null ? '' : chartSvg(scene, `figure-${figure.id.replace(/[^a-z0-9]/g, '-')}`),
    columns: figureColumns(figure),
    rows: figure.rows,
  };
}
