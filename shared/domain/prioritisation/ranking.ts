import { type IssueScore, type IssueToScore, type MatrixToScore, scoreOf } from './issue-score.ts';

export interface RankedIssue extends IssueScore {
  readonly id: string;
  readonly title: string;
  /** 1 is the highest score; those with equal scores share the better rank. Null while it is not fully scored. */
  readonly rank: number | null;
  readonly tied: boolean;
}

/** How many scores are higher, plus one: equal ones share a rank, so that no order of the list decides. */
export function rankAmong(score: number, scores: ArrayLike<number>): number {
  let rank = 1;
  for (let index = 0; index < scores.length; index += 1) {
    if (isAbove(scores[index] ?? Number.NEGATIVE_INFINITY, score)) rank += 1;
  }
  return rank;
}

/** Whether one score is higher than another; a difference that only arithmetic in floating point makes is none. */
export function isAbove(one: number, other: number): boolean {
  return one - other > 1e-9 * Math.max(1, Math.abs(one), Math.abs(other));
}

/** The issues by rank, then those not yet fully scored; equal ranks by title. */
export function rankIssues(matrix: MatrixToScore, issues: readonly IssueToScore[]): readonly RankedIssue[] {
  const scored = issues.map((issue) => ({ id: issue.id, title: issue.title, ...scoreOf(matrix, issue) }));
  const scores = scored.flatMap((one) => (one.score === null ? [] : [one.score]));
  const ranked = scored.map((one) => {
    const { score } = one;
    if (score === null) return { ...one, rank: null, tied: false };
    return {
      ...one,
      rank: rankAmong(score, scores),
      tied: scores.filter((other) => !isAbove(other, score) && !isAbove(score, other)).length > 1,
    };
  });
  const last = Number.MAX_SAFE_INTEGER;
  return ranked.sort(
    (a, b) => (a.rank ?? last) - (b.rank ?? last) || (a.title < b.title ? -1 : a.title > b.title ? 1 : a.id < b.id ? -1 : 1),
  );
}
