import { z } from 'zod';
import { idShape, lineShape, maybeIdShape, maybeInstantShape } from '#shared/base/shapes.ts';
import { scoringMatrixBody } from '#shared/domain/scoring-matrix/scoring-matrix.schema.ts';

/** One prioritisation: the issues of an assessment scored with one matrix (duty 94). Its issues are records of their own. `parent` is the assessment or empty. */
export const prioritisationBody = z.looseObject({
  groupId: idShape,
  nodeType: z.enum(['force', 'area']),
  nodeId: idShape,
  title: lineShape(200),
  matrixId: idShape,
  /** The matrix as it stands in this prioritisation: a copy, so that a later change of the matrix changes no score. */
  matrix: scoringMatrixBody,
  /** Seed and number of runs of the simulation, so that anybody gets the same figures. */
  seed: z.int().min(0).max(2_147_483_647),
  runs: z.int().min(100).max(100_000),
  /** How many issues count as the top. */
  top: z.int().min(1).max(20),
  frozenAt: maybeInstantShape,
  /** The decision with which its inputs were frozen. */
  decisionId: maybeIdShape,
});
export type PrioritisationBody = z.output<typeof prioritisationBody>;
/** open -> frozen, by a decision of the strategic group. */
export const PRIORITISATION_STATES = ['open', 'frozen'] as const;
