import type { Refusal } from '#shared/base/result.ts';
import type { MatrixFactor, ScoringMatrixBody } from '#shared/domain/scoring-matrix/scoring-matrix.schema.ts';
import { issueBook } from './issue-refusals.ts';
import type { FactorScore, IssueBody, OffenceCount } from './issue.schema.ts';

type Range = Pick<FactorScore, 'low' | 'likely' | 'high'>;

/** The lowest and highest point of a factor's scale. */
export function scaleOf(factor: Pick<MatrixFactor, 'levels'>): { readonly from: number; readonly to: number } {
  const values = factor.levels.map((level) => level.value);
  return { from: Math.min(...values), to: Math.max(...values) };
}

/** What is wrong with one range on one scale; the grid asks it while a person types. */
export function rangeConcerns(factor: MatrixFactor, { low, likely, high }: Range): readonly Refusal[] {
  const { from, to } = scaleOf(factor);
  const outside = [low, likely, high].find((value) => !Number.isFinite(value) || value < from || value > to);
  const field = `scores.${factor.key}`;
  if (outside !== undefined)
    return [issueBook.say('issue/score-out-of-range', { field, facts: { factor: factor.name, from, to, value: String(outside) } })];
  if (low > likely || likely > high)
    return [issueBook.say('issue/score-out-of-order', { field, facts: { factor: factor.name, low, likely, high } })];
  return [];
}

/** What is wrong with the scores of an issue, given the matrix of its prioritisation. */
export function scoreConcerns(matrix: Pick<ScoringMatrixBody, 'factors'>, scores: readonly FactorScore[]): readonly Refusal[] {
  const refusals: Refusal[] = [];
  const seen = new Set<string>();
  for (const score of scores) {
    const factor = matrix.factors.find((one) => one.key === score.factor);
    if (factor === undefined) {
      refusals.push(issueBook.say('issue/factor-unknown', { field: `scores.${score.factor}`, facts: { factor: score.factor } }));
      continue;
    }
    if (seen.has(score.factor))
      refusals.push(issueBook.say('issue/factor-twice', { field: `scores.${score.factor}`, facts: { factor: factor.name } }));
    seen.add(score.factor);
    refusals.push(...rangeConcerns(factor, score));
  }
  return refusals;
}

/** What is wrong with one line of counted crimes. */
export function countConcerns({
  code,
  low,
  likely,
  high,
  leftOut = 0,
}: Pick<OffenceCount, 'code' | 'low' | 'likely' | 'high' | 'leftOut'>): readonly Refusal[] {
  const field = `offences.${code}`;
  const wrong = [low, likely, high, leftOut].find((value) => !Number.isInteger(value) || value < 0 || value > 10_000_000);
  if (wrong !== undefined) return [issueBook.say('issue/count-not-a-count', { field, facts: { code, value: String(wrong) } })];
  if (low > likely || likely > high) return [issueBook.say('issue/count-out-of-order', { field, facts: { code, low, likely, high } })];
  return [];
}

/** What is wrong with the crimes counted for an issue. */
export function offenceConcerns(
  matrix: Pick<ScoringMatrixBody, 'model' | 'weights'>,
  offences: readonly OffenceCount[],
): readonly Refusal[] {
  if (offences.length === 0) return [];
  if (matrix.model !== 'crime-harm-index') return [issueBook.say('issue/offences-not-of-model', { field: 'offences' })];
  const refusals: Refusal[] = [];
  const known = new Set(matrix.weights.map((weight) => weight.code));
  const seen = new Set<string>();
  for (const offence of offences) {
    const { code } = offence;
    if (!known.has(code)) refusals.push(issueBook.say('issue/offence-unknown', { field: `offences.${code}`, facts: { code } }));
    if (seen.has(code)) refusals.push(issueBook.say('issue/offence-twice', { field: `offences.${code}`, facts: { code } }));
    seen.add(code);
    refusals.push(...countConcerns(offence));
  }
  return refusals;
}

/** What is wrong with an outcome: included or not, it has a reason, and a priority is no "other key threat" (duties 95, 96, 106). */
export function outcomeConcerns(state: string, issue: Pick<IssueBody, 'outcomeReason' | 'otherKeyThreat'>): readonly Refusal[] {
  const refusals: Refusal[] = [];
  const silent = issue.outcomeReason.trim() === '';
  if (state === 'included' && silent) refusals.push(issueBook.say('issue/included-without-reason', { field: 'reason' }));
  if (state === 'not-included' && silent) refusals.push(issueBook.say('issue/left-out-without-reason', { field: 'reason' }));
  if (state === 'included' && issue.otherKeyThreat)
    refusals.push(issueBook.say('issue/priority-and-other-threat', { field: 'otherKeyThreat' }));
  return refusals;
}
