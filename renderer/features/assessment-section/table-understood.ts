import { FIGURE_LIMITS } from '#shared/domain/assessment-section/figure-faults.ts';
import { readNumber } from '#shared/domain/assessment-section/figure-numbers.ts';
import type { EditedTable } from '#renderer/components/table-edits.ts';
import { figuresText } from '#renderer/text/figures.ts';

const words = figuresText.bring;

/** A table as it would be taken over, and what a person should know of it before. */
export interface TableUnderstood {
  readonly table: EditedTable;
  /** Headings of the columns that hold numbers. */
  readonly numbers: readonly string[];
  /** Cells in those columns that say something and are no number, with one of them. */
  readonly unread: { readonly count: number; readonly example: string };
  /** Why it cannot be taken over; empty when it can. */
  readonly fault: string;
}

const oneLine = (cell: string): string => cell.replace(/\s+/g, ' ').trim();
/** What stands for "no number" needs no mention. */
const SAYS_NOTHING = /^(?:[-–—.]*|n\/?a|not available|\*)$/i;

/** Whether the first row reads as headings: it has no numbers, and something below it has. */
export function looksLikeHeadings([first, ...rest]: readonly (readonly string[])[]): boolean {
  if (first === undefined || rest.length === 0) return false;
  const filled = first.filter((cell) => cell.trim() !== '');
  const years = filled.every((cell) => /^\d{4}(?:\/\d{2})?$/.test(cell.trim()));
  return filled.slice(1).every((cell) => readNumber(cell) === null) || (years && filled.length > 1);
}

/** What a sheet of a file or pasted text comes to as a figure. */
export function understood(rows: readonly (readonly string[])[], hasHeadings: boolean): TableUnderstood {
  const [first = []] = rows;
  const body = (hasHeadings ? rows.slice(1) : rows).map((row) => row.map(oneLine));
  const columns = first.map((cell, index) => (hasHeadings ? oneLine(cell).slice(0, 100).trim() : '') || words.column(index + 1));
  const isNumbers = columns.map((_name, index) => body.some((row) => readNumber(row[index] ?? '') !== null));
  const unread = body.flatMap((row) =>
    row.filter((cell, index) => index > 0 && isNumbers[index] === true && !SAYS_NOTHING.test(cell) && readNumber(cell) === null),
  );
  return {
    table: { columns, rows: body },
    numbers: columns.filter((_name, index) => isNumbers[index] === true && (index > 0 || columns.length === 1)),
    unread: { count: unread.length, example: (unread[0] ?? '').slice(0, 40) },
    fault: faultOf(columns, body),
  };
}

function faultOf(columns: readonly string[], body: readonly (readonly string[])[]): string {
  const { rows, columns: mostColumns, cells, cellLength } = FIGURE_LIMITS;
  if (body.length === 0) return words.onlyHeadings;
  if (body.length > rows) return words.tooManyRows(rows);
  if (columns.length > mostColumns) return words.tooManyColumns(mostColumns);
  if (body.length * columns.length > cells) return words.tooManyCells(cells);
  const long = body.findIndex((row) => row.some((cell) => cell.length > cellLength));
  return long === -1 ? '' : words.cellTooLong(long + 1, cellLength);
}
