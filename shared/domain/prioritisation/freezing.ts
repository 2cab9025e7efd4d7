import type { Refusal } from '#shared/base/result.ts';
import type { IssueBody } from '#shared/domain/issue/issue.schema.ts';
import type { ScoringMatrixBody } from '#shared/domain/scoring-matrix/scoring-matrix.schema.ts';
import { scoreOf } from './issue-score.ts';
import { prioritisationBook } from './prioritisation-refusals.ts';

/** How many scores of an issue lack their line of reason or their source; crimes that are counted need only a source. */
export function scoresWithoutGround(issue: Pick<IssueBody, 'scores' | 'offences'>): number {
  const scores = issue.scores.filter((score) => score.reason.trim() === '' || score.source.trim() === '').length;
  return scores + issue.offences.filter((offence) => offence.source.trim() === '').length;
}

/** Everything besides the decision that stands in the way of freezing: each issue scored, each score with its ground, each with an outcome (duties 94-96). */
export function freezeConcerns(
  matrix: ScoringMatrixBody,
  issues: readonly {
    readonly id: string;
    readonly state: string;
    readonly body: Pick<IssueBody, 'title' | 'scores' | 'offences' | 'outcomeReason'>;
  }[],
): readonly Refusal[] {
  if (issues.length === 0) return [prioritisationBook.say('prioritisation/without-issues')];
  const refusals: Refusal[] = [];
  for (const { id, state, body } of issues) {
    const field = `issues.${id}`;
    const { title } = body;
    const { scored, needed } = scoreOf(matrix, { scores: body.scores, offences: body.offences });
    if (scored < needed)
      refusals.push(prioritisationBook.say('prioritisation/issue-not-scored', { field, facts: { title, scored, needed } }));
    const missing = scoresWithoutGround(body);
    if (missing > 0) refusals.push(prioritisationBook.say('prioritisation/score-without-ground', { field, facts: { title, missing } }));
    if (state === 'scoring' || body.outcomeReason.trim() === '')
      refusals.push(prioritisationBook.say('prioritisation/issue-without-outcome', { field, facts: { title } }));
  }
  return refusals;
}
