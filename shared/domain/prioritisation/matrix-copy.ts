import type { IssueBody } from '#shared/domain/issue/issue.schema.ts';
import { same } from '#shared/domain/meeting/meeting.rules.ts';
import type { ScoringMatrixBody } from '#shared/domain/scoring-matrix/scoring-matrix.schema.ts';

/** The matrix as a prioritisation keeps it: whole, but of the weights only those its issues count, so that each version of it stays small. */
export function matrixToKeep(
  matrix: ScoringMatrixBody,
  issues: readonly { readonly body: Pick<IssueBody, 'offences'> }[],
): ScoringMatrixBody {
  const counted = new Set(issues.flatMap((issue) => issue.body.offences.map((offence) => offence.code)));
  return { ...matrix, weights: matrix.weights.filter((weight) => counted.has(weight.code)) };
}

/** Whether the copy says what the matrix says: everything but the weights, and of them none that is not in it. */
export function isCopyOf(copy: ScoringMatrixBody, matrix: ScoringMatrixBody): boolean {
  const weights = new Map(matrix.weights.map((weight) => [weight.code, weight]));
  return (
    same({ ...copy, weights: [] }, { ...matrix, weights: [] }) && copy.weights.every((weight) => same(weight, weights.get(weight.code)))
  );
}
