/** A table as it is edited: headings, and rows of as many cells. */
export interface EditedTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Where one is in a table: row -1 is the headings. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface TableSize {
  readonly rows: number;
  readonly columns: number;
}

export const cellAt = ({ columns, rows }: EditedTable, { row, column }: Place): string =>
  (row === -1 ? columns[column] : rows[row]?.[column]) ?? '';

const withAt = (list: readonly string[], at: number, text: string): readonly string[] =>
  list.map((one, index) => (index === at ? text : one));

export function withCell(table: EditedTable, { row, column }: Place, text: string): EditedTable {
  if (row === -1) return { ...table, columns: withAt(table.columns, column, text) };
  return { ...table, rows: table.rows.map((cells, index) => (index === row ? withAt(cells, column, text) : cells)) };
}

export function withRow(table: EditedTable, after: number): EditedTable {
  const empty = table.columns.map(() => '');
  return { ...table, rows: [...table.rows.slice(0, after + 1), empty, ...table.rows.slice(after + 1)] };
}

export function withColumn(table: EditedTable, after: number, heading: string): EditedTable {
  const put = (cells: readonly string[], text: string): readonly string[] => [
    ...cells.slice(0, after + 1),
    text,
    ...cells.slice(after + 1),
  ];
  return { columns: put(table.columns, heading), rows: table.rows.map((cells) => put(cells, '')) };
}

export function withoutRow(table: EditedTable, row: number): EditedTable {
  return { ...table, rows: table.rows.filter((_cells, index) => index !== row) };
}

/** The last column stays: a table has one at least. */
export function withoutColumn(table: EditedTable, column: number): EditedTable {
  if (table.columns.length === 1) return table;
  const cut = (cells: readonly string[]): readonly string[] => cells.filter((_cell, index) => index !== column);
  return { columns: cut(table.columns), rows: table.rows.map(cut) };
}

/** A block put into the table from a place on: the table grows as far as it may, and what does not fit is said to be too much. */
export function withBlock(
  table: EditedTable,
  from: Place,
  block: readonly (readonly string[])[],
  most: TableSize,
  heading: (column: number) => string,
): { readonly table: EditedTable; readonly isCut: boolean } {
  const widest = block.reduce((width, cells) => Math.max(width, cells.length), 0);
  const [width, height] = [Math.min(from.column + widest, most.columns), Math.min(from.row + block.length, most.rows)];
  let grown = table;
  while (grown.columns.length < width) grown = withColumn(grown, grown.columns.length - 1, heading(grown.columns.length + 1));
  if (grown.rows.length < height) {
    const empty = grown.columns.map(() => '');
    grown = { ...grown, rows: [...grown.rows, ...Array.from({ length: height - grown.rows.length }, () => empty)] };
  }
  const put = (cells: readonly string[], row: number): readonly string[] => {
    const given = block[row - from.row];
    return given === undefined ? cells : cells.map((cell, column) => given[column - from.column] ?? cell);
  };
  return {
    table: { columns: put(grown.columns, -1), rows: grown.rows.map(put) },
    isCut: from.column + widest > most.columns || from.row + block.length > most.rows,
  };
}
