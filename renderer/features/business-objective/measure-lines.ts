/** A measure of an objective as it is stored. */
export interface Measure {
  readonly name: string;
  readonly target: string;
  readonly source: string;
}

/** Measures as they are typed, one a line: what is measured; target; source. Further semicolons belong to the source. */
export function measuresFrom(lines: string): Measure[] {
  return lines
    .split('\n')
    .map((line) => line.split(';').map((part) => part.trim()))
    .filter(([name = '']) => name !== '')
    .map(([name = '', target = '', ...source]) => ({ name, target, source: source.join('; ') }));
}

/** The lines a person would type for these measures. */
export function linesOf(measures: readonly Measure[]): string {
  return measures
    .map(({ name, target, source }) => (source === '' ? (target === '' ? name : `${name}; ${target}`) : `${name}; ${target}; ${source}`))
    .join('\n');
}
