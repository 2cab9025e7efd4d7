import type { FACTOR_SECTIONS, MATRIX_MODELS } from './scoring-matrix.schema.ts';

export type MatrixModel = (typeof MATRIX_MODELS)[number];
export type FactorSection = (typeof FACTOR_SECTIONS)[number];

/** Which sections a model's score is made of, and which may stand beside it. Position and confidence are never part of the score. */
export const SECTIONS_OF_MODEL: Readonly<
  Record<MatrixModel, { readonly scored: readonly FactorSection[]; readonly beside: readonly FactorSection[] }>
> = {
  'harm-likelihood-position': { scored: ['harm', 'likelihood'], beside: ['position', 'confidence'] },
  'impact-likelihood': { scored: ['impact', 'likelihood'], beside: ['position', 'confidence'] },
  'crime-harm-index': { scored: [], beside: ['position', 'confidence'] },
};

export const SECTION_WORDS: Readonly<Record<FactorSection, string>> = {
  harm: 'harm',
  likelihood: 'likelihood',
  impact: 'impact',
  position: 'organisational position',
  confidence: 'confidence',
};

/** How the score comes about, in one sentence. */
export const SCORE_IN_WORDS: Readonly<Record<MatrixModel, string>> = {
  'harm-likelihood-position':
    'Risk is the sum of the harm factors times the mean of the likelihood factors. Organisational position (capacity plus capability) is a separate axis; confidence stands beside and is never multiplied in.',
  'impact-likelihood': 'Risk is impact times likelihood. Confidence stands beside and is never multiplied in.',
  'crime-harm-index':
    'Harm is the number of recorded crimes times the weight of each offence in days. What was found by police activity, reported by companies or committed in earlier years is left out and reported apart.',
};

/** What the score is called: days of harm for the index, risk for the others. */
export function scoreName(model: MatrixModel): string {
  return model === 'crime-harm-index' ? 'Harm in days' : 'Risk';
}
