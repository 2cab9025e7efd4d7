import { type IssueToScore, type MatrixToScore, quantitiesOf, scoreFrom } from './issue-score.ts';
import { isAbove, rankAmong, rankIssues } from './ranking.ts';

/** One figure of one issue that, moved to the end of its range with everything else at its likely, changes the order. */
export interface OrderChange {
  readonly id: string;
  readonly issueId: string;
  readonly title: string;
  readonly factor: string;
  readonly from: number;
  readonly to: number;
  readonly rankBefore: number;
  readonly rankAfter: number;
  /** Titles of the issues it would pass, or be passed by. */
  readonly swaps: readonly string[];
  /** Whether the issue would come into the top or fall out of it. */
  readonly crossesTop: 'in' | 'out' | '';
}

/** Every single figure that changes the order when it is moved within its range: those that change the top first, then those that move an issue most. */
export function orderChanges(matrix: MatrixToScore, issues: readonly IssueToScore[], top: number): readonly OrderChange[] {
  const ranked = rankIssues(matrix, issues).filter((issue) => issue.score !== null);
  const byId = new Map(issues.map((issue) => [issue.id, issue]));
  const changes: OrderChange[] = [];
  for (const one of ranked) {
    const issue = byId.get(one.id);
    if (issue === undefined || one.score === null || one.rank === null) continue;
    const quantities = quantitiesOf(matrix, issue);
    const likely = quantities.map((quantity) => quantity.likely);
    const others = ranked.filter((other) => other.id !== one.id);
    const otherScores = others.map((other) => other.score ?? 0);
    for (const [index, quantity] of quantities.entries()) {
      for (const to of [quantity.low, quantity.high]) {
        if (to === quantity.likely) continue;
        const moved = scoreFrom(
          matrix.model,
          quantities,
          likely.map((value, place) => (place === index ? to : value)),
        );
        const before = one.score;
        const swaps = others.filter(({ score }) => score !== null && orderOf(before, score) !== orderOf(moved, score));
        const rankAfter = rankAmong(moved, otherScores);
        if (rankAfter === one.rank || swaps.length === 0) continue;
        changes.push({
          id: `${one.id}/${quantity.key}/${to < quantity.likely ? 'low' : 'high'}`,
          issueId: one.id,
          title: one.title,
          factor: quantity.name,
          from: quantity.likely,
          to,
          rankBefore: one.rank,
          rankAfter,
          swaps: swaps.map((swap) => swap.title),
          crossesTop: one.rank > top && rankAfter <= top ? 'in' : one.rank <= top && rankAfter > top ? 'out' : '',
        });
      }
    }
  }
  const weight = (change: OrderChange): number => (change.crossesTop === '' ? 0 : 1000) + Math.abs(change.rankAfter - change.rankBefore);
  return changes.sort((a, b) => weight(b) - weight(a) || a.rankBefore - b.rankBefore || (a.id < b.id ? -1 : 1));
}

const orderOf = (one: number, other: number): number => (isAbove(one, other) ? 1 : isAbove(other, one) ? -1 : 0);
