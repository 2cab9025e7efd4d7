import { z } from 'zod';
import { idShape, lineShape, maybeIdShape, maybeInstantShape } from '#shared/base/shapes.ts';
import { scoringMatrixBody } from '#shared/domain/scoring-matrix/scoring-matrix.schema.ts';

/** How many issues one prioritisation holds at most. */
export const MOST_ISSUES = 300;

/** One prioritisation: the issues of an assessment scored with one matrix (duty 94). Its issues are records of their own. `parent` is the assessment or empty. */
export const prioritisationBody = z.looseObject({
  groupId: idShape,
  nodeType: z.enum(['force', 'area']),
  nodeId: idShape,
  title: lineShape(200),
  matrixId: idShape,
  /**
   * The matrix as it stands in this prioritisation: a copy, so that a later change of the matrix changes no score.
   * Of the weights only those of the offences its issues count are copied.
   */
  matrix: scoringMatrixBody,
  /** Seed and number of runs of the simulation, so that anybody gets the same figures. */
  seed: z.int().min(0).max(2_147_483_647),
  runs: z.int().min(100).max(100_000),
  /** How many issues count as the top. */
  top: z.int().min(1).max(20),
  /** Its issues by id, each with the digest of what it says: a change of an issue is a change of this record, which a decision knows by its version. */
  issues: z.array(z.looseObject({ id: idShape, digest: z.string().length(64) })).max(MOST_ISSUES),
  frozenAt: maybeInstantShape,
  /** The decision with which its inputs were frozen. */
  decisionId: maybeIdShape,
});
export type PrioritisationBody = z.output<typeof prioritisationBody>;
/** open -> frozen, by a decision of the strategic group. */
export const PRIORITISATION_STATES = ['open', 'frozen'] as const;
