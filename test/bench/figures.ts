/** The value below which the given part of all values lies (nearest rank); NaN of none. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** One figure measured in several rounds, in milliseconds. */
export interface Figure {
  readonly name: string;
  readonly values: readonly number[];
  /** What was aimed at, and for which of the two; left out for a part of another figure. */
  readonly aim?: { readonly of: 'p50' | 'p95'; readonly ms: number };
  /** What the figure is held against, measured in the same run. */
  readonly against?: { readonly name: string; readonly values: readonly number[] };
}

/** 1,234 ms; with a digit after the point below ten. */
export function milliseconds(value: number): string {
  if (Number.isNaN(value)) return '';
  return `${value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en-GB')} ms`;
}

/** A figure in the columns of the table: name, p50, p95, aim, baseline with its p50, ratio of the medians. */
export function rowOf({ name, values, aim, against }: Figure): readonly string[] {
  const p50 = median(values);
  const baseline = against === undefined ? Number.NaN : median(against.values);
  const reached = aim !== undefined && percentile(values, aim.of === 'p50' ? 0.5 : 0.95) <= aim.ms;
  return [
    name,
    milliseconds(p50),
    milliseconds(percentile(values, 0.95)),
    String(values.length),
    aim === undefined ? '' : `${aim.of} <= ${milliseconds(aim.ms)}: ${reached ? 'yes' : 'NO'}`,
    against === undefined ? '' : `${against.name} ${milliseconds(baseline)}`,
    against === undefined ? '' : `${(p50 / baseline).toFixed(1)}x`,
  ];
}

export const COLUMNS: readonly string[] = ['', 'p50', 'p95', 'n', 'aim', 'against', 'ratio'];

/** Lines of a table with the first column to the left and each column as wide as its widest cell. */
export function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_unused, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const left = new Set([0, 4, 5]);
  return rows.map((row) =>
    row
      .map((cell, column) => (left.has(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

/** A keystroke as the window saw it, a sending as it left and the engine's acknowledgement, on one clock. */
export interface TypingSeen {
  /** When each key was pressed, in order; the first key wrote the first character. */
  readonly keys: readonly number[];
  /** Each sending with the length of the text it carried, and when the engine said it was stored; `storedAt` is NaN if it never did. */
  readonly sendings: readonly { readonly length: number; readonly storedAt: number }[];
}

/** How long after each key the engine said that the text with its character is stored. A key nothing was ever said of is left out and counted. */
export function keystrokesToStored({ keys, sendings }: TypingSeen): { readonly values: readonly number[]; readonly never: number } {
  const values: number[] = [];
  for (const [index, pressedAt] of keys.entries()) {
    const storedAt = Math.min(...sendings.filter((one) => one.length > index && !Number.isNaN(one.storedAt)).map((one) => one.storedAt));
    if (Number.isFinite(storedAt)) values.push(storedAt - pressedAt);
  }
  return { values, never: keys.length - values.length };
}
