import { z } from 'zod';
import { lineShape, maybeDayShape, maybeIdShape, maybeProseShape } from '#shared/base/shapes.ts';

export const MATRIX_MODELS = ['harm-likelihood-position', 'impact-likelihood', 'crime-harm-index'] as const;
export const FACTOR_SECTIONS = ['harm', 'likelihood', 'impact', 'position', 'confidence'] as const;

export const matrixFactor = z.looseObject({
  key: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'Use lower-case letters, digits and hyphens.'),
  section: z.enum(FACTOR_SECTIONS),
  name: lineShape(100),
  help: maybeProseShape(1000),
  /** What each point of the scale means, lowest first. */
  levels: z
    .array(z.looseObject({ value: z.int().min(0).max(10), meaning: lineShape(200) }))
    .min(2)
    .max(11),
});
/** Harm of one offence in days of imprisonment at the starting point for a first offender (facts 5.3). */
export const offenceWeight = z.looseObject({ code: lineShape(40), offence: lineShape(200), days: z.number().min(0).max(100_000) });

/** A way of scoring issues; reference data of the force, versioned, never "official" (duty 94). A changed one is a new record that replaces this. */
export const scoringMatrixBody = z.looseObject({
  name: lineShape(160),
  model: z.enum(MATRIX_MODELS),
  version: z.int().min(1),
  /** Where it comes from and what it is not; shown wherever a score is. */
  origin: maybeProseShape(2000),
  factors: z.array(matrixFactor).max(40),
  /** For the crime harm index only: imported from its published file. */
  weights: z.array(offenceWeight).max(3000),
  weightsAsOf: maybeDayShape,
  replacesId: maybeIdShape,
});
export type MatrixFactor = z.output<typeof matrixFactor>;
export type OffenceWeight = z.output<typeof offenceWeight>;
export type ScoringMatrixBody = z.output<typeof scoringMatrixBody>;
export const SCORING_MATRIX_STATES = ['in-use', 'retired'] as const;
