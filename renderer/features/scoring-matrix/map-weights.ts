import type { OffenceWeight } from '#shared/domain/scoring-matrix/scoring-matrix.schema.ts';
import { matricesText } from '#renderer/text/matrices.ts';

const words = matricesText.weightsImport;
export const MOST_WEIGHTS = 3000;

/** Which column of a table holds what, counted from 0; -1 for none. */
export interface WeightColumns {
  readonly code: number;
  readonly offence: number;
  readonly days: number;
  /** Whether the first line is headings. */
  readonly headings: boolean;
}
export interface MappedWeights {
  readonly weights: readonly OffenceWeight[];
  readonly wrong: readonly { readonly line: number; readonly why: string }[];
}

/** A guess from the headings, so that the usual spreadsheet needs no mapping by hand. */
export function guessColumns(rows: readonly (readonly string[])[]): WeightColumns {
  const heads = (rows[0] ?? []).map((cell) => cell.toLowerCase());
  const find = (...patterns: readonly RegExp[]): number => {
    for (const pattern of patterns) {
      const at = heads.findIndex((head) => pattern.test(head));
      if (at >= 0) return at;
    }
    return -1;
  };
  const days = find(/\bdays?\b/, /harm|cchi|weight|score/, /start/);
  const code = find(/\bcode\b/, /\bref/, /\bid\b/);
  const offence = find(/offence|description/, /crime/, /name|title/);
  if (days >= 0 && offence >= 0) return { code, offence, days, headings: true };
  // Without headings: the first column of words, and the last of figures.
  const first = rows[0] ?? [];
  const lastFigure = first.findLastIndex((cell) => daysOf(cell) !== null);
  const firstWords = first.findIndex((cell) => /[a-z]{3}/i.test(cell));
  return { code: firstWords > 0 ? 0 : -1, offence: Math.max(0, firstWords), days: lastFigure, headings: lastFigure < 0 };
}

/** A number as people write it in a spreadsheet; null for what is none. */
function daysOf(text: string): number | null {
  const plain = text
    .trim()
    .replace(/,(?=\d{3}(\D|$))/g, '')
    .replace(/\s*days?$/i, '');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** The weights in a table, line by line; what cannot be taken is named with its line and left out. */
export function mapWeights(rows: readonly (readonly string[])[], columns: WeightColumns): MappedWeights {
  const weights: OffenceWeight[] = [];
  const wrong: MappedWeights['wrong'][number][] = [];
  const seen = new Map<string, number>();
  for (const [index, row] of rows.entries()) {
    const line = index + 1;
    if ((index === 0 && columns.headings) || row.every((cell) => cell.trim() === '')) continue;
    const offence = cellOf(row, columns.offence, 200);
    const text = (row[columns.days] ?? '').trim();
    const days = daysOf(text);
    const code = columns.code < 0 ? String(weights.length + 1) : cellOf(row, columns.code, 40);
    const why =
      offence === '' || code === ''
        ? words.noName
        : days === null
          ? words.noDays(text.slice(0, 40))
          : days < 0
            ? words.negative(text)
            : days > 100_000
              ? words.noDays(text.slice(0, 40))
              : seen.has(code)
                ? words.twice(code, seen.get(code) ?? 0)
                : weights.length >= MOST_WEIGHTS
                  ? words.tooMany
                  : null;
    if (why !== null || days === null) {
      wrong.push({ line, why: why ?? words.noDays(text) });
      continue;
    }
    seen.set(code, line);
    weights.push({ code, offence, days });
  }
  return { weights, wrong };
}

const cellOf = (row: readonly string[], column: number, most: number): string =>
  (row[column] ?? '').trim().replace(/\s+/g, ' ').slice(0, most);
