import type { MatrixFactor } from '#shared/domain/scoring-matrix/scoring-matrix.schema.ts';
import { typedRange } from './typed-range.ts';
import type { CellChange } from './use-scores.ts';

interface Pasted {
  readonly changes: readonly CellChange[];
  /** What does not fit, by its line in what was pasted. */
  readonly unfit: readonly { readonly line: number; readonly factor: string; readonly text: string }[];
}

/** Scores pasted from a table: lines go to the issues from the cell down, columns to the factors from it on. Empty cells change nothing. */
export function pastedScores(
  text: string,
  onto: { readonly issues: readonly { readonly id: string }[]; readonly factors: readonly MatrixFactor[] },
): Pasted {
  const changes: CellChange[] = [];
  const unfit: Pasted['unfit'][number][] = [];
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n');
  for (const [index, line] of lines.entries()) {
    const issue = onto.issues[index];
    for (const [place, cell] of line.split('\t').entries()) {
      if (cell.trim() === '') continue;
      const factor = onto.factors[place];
      const typed = issue === undefined || factor === undefined ? null : typedRange(cell, factor);
      if (issue !== undefined && factor !== undefined && typed?.ok === true)
        changes.push({ issueId: issue.id, factor: factor.key, range: typed.range });
      else unfit.push({ line: index + 1, factor: factor?.name ?? String(place + 1), text: cell.trim().slice(0, 40) });
    }
  }
  return { changes, unfit };
}
