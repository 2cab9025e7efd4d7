import type { FactorScore, OffenceCount } from '#shared/domain/issue/issue.schema.ts';
import type { MatrixFactor, ScoringMatrixBody } from '#shared/domain/scoring-matrix/scoring-matrix.schema.ts';

/** The part of a matrix that arithmetic needs. */
export type MatrixToScore = Pick<ScoringMatrixBody, 'model' | 'factors' | 'weights'>;
export interface IssueToScore {
  readonly id: string;
  readonly title: string;
  readonly scores: readonly FactorScore[];
  readonly offences: readonly OffenceCount[];
}

/** One figure that goes into the score of an issue, with the range it may lie in. */
export interface Quantity {
  /** Key of the factor, or code of the offence. */
  readonly key: string;
  readonly name: string;
  readonly part: 'harm' | 'likelihood' | 'impact' | 'offence';
  readonly low: number;
  readonly likely: number;
  readonly high: number;
  /** Days of harm for one crime; 1 for a factor. */
  readonly weight: number;
}

/** Where an issue stands. `score` is null until every figure it needs is there. */
export interface IssueScore {
  readonly scored: number;
  readonly needed: number;
  /** Risk, or days of harm. */
  readonly score: number | null;
  /** With every figure at its lowest and at its highest. */
  readonly lowest: number | null;
  readonly highest: number | null;
  /** What the score is made of, as far as it is there: harm or impact, and likelihood. Null for the index. */
  readonly severity: number | null;
  readonly likelihood: number | null;
  /** Capacity plus capability, beside the score; null when the matrix has none or it is not scored. */
  readonly position: number | null;
  readonly positionMost: number;
  readonly confidence: number | null;
  /** Nearer to the lowest point of the scale than to the next. */
  readonly lowConfidence: boolean;
  /** Crimes that count by model but are left out of the index and reported apart. */
  readonly leftOut: number;
}

const scoredSections = {
  'harm-likelihood-position': ['harm', 'likelihood'],
  'impact-likelihood': ['impact', 'likelihood'],
  'crime-harm-index': [],
} as const;

/** The figures that make up the score of an issue, as far as they are there, in the order of the matrix. */
export function quantitiesOf(matrix: MatrixToScore, issue: Pick<IssueToScore, 'scores' | 'offences'>): readonly Quantity[] {
  if (matrix.model === 'crime-harm-index') {
    const weights = new Map(matrix.weights.map((weight) => [weight.code, weight]));
    return issue.offences.flatMap(({ code, low, likely, high }) => {
      const weight = weights.get(code);
      return weight === undefined
        ? []
        : [{ key: code, name: weight.offence, part: 'offence' as const, low, likely, high, weight: weight.days }];
    });
  }
  const sections: readonly string[] = scoredSections[matrix.model];
  const scores = new Map(issue.scores.map((score) => [score.factor, score]));
  return matrix.factors.flatMap((factor) => {
    const score = scores.get(factor.key);
    if (score === undefined || !sections.includes(factor.section)) return [];
    const { low, likely, high } = score;
    return [{ key: factor.key, name: factor.name, part: factor.section as Quantity['part'], low, likely, high, weight: 1 }];
  });
}

/** The score from one value for each quantity: sum of harm times mean of likelihood, mean of impact times mean of likelihood, or days of harm. */
export function scoreFrom(model: MatrixToScore['model'], quantities: readonly Quantity[], values: ArrayLike<number>): number {
  let severity = 0;
  let impacts = 0;
  let likelihood = 0;
  let likelihoods = 0;
  for (let index = 0; index < quantities.length; index += 1) {
    const quantity = quantities[index];
    const value = values[index];
    if (quantity === undefined || value === undefined) continue;
    if (quantity.part === 'likelihood') {
      likelihood += value;
      likelihoods += 1;
    } else {
      severity += value * quantity.weight;
      impacts += 1;
    }
  }
  if (model === 'crime-harm-index') return severity;
  const mean = likelihoods === 0 ? 0 : likelihood / likelihoods;
  return (model === 'impact-likelihood' && impacts > 0 ? severity / impacts : severity) * mean;
}

/** Everything the grid and the ranking show of one issue. */
export function scoreOf(matrix: MatrixToScore, issue: Pick<IssueToScore, 'scores' | 'offences'>): IssueScore {
  const quantities = quantitiesOf(matrix, issue);
  const scores = new Map(issue.scores.map((score) => [score.factor, score]));
  const factorsDone = matrix.factors.filter((factor) => scores.has(factor.key)).length;
  const index = matrix.model === 'crime-harm-index';
  // An index needs at least one line of crimes, even of none.
  const needed = matrix.factors.length + (index ? Math.max(1, issue.offences.length) : 0);
  const scored = factorsDone + (index ? quantities.length : 0);
  const countsWhole = index
    ? quantities.length > 0 && quantities.length === issue.offences.length
    : matrix.factors.every((factor) => !scoredIn(matrix, factor) || scores.has(factor.key));
  const at = (point: 'low' | 'likely' | 'high'): number | null =>
    countsWhole
      ? scoreFrom(
          matrix.model,
          quantities,
          quantities.map((quantity) => quantity[point]),
        )
      : null;
  const parts = (part: Quantity['part']): readonly number[] => quantities.filter((one) => one.part === part).map((one) => one.likely);
  const likely = (section: MatrixFactor['section']): readonly number[] =>
    matrix.factors.filter((factor) => factor.section === section).flatMap((factor) => scores.get(factor.key)?.likely ?? []);
  const position = matrix.factors.filter((factor) => factor.section === 'position');
  const placed = likely('position');
  const confidences = likely('confidence');
  const confidence = confidences.length === 0 ? null : Math.min(...confidences);
  return {
    scored,
    needed,
    score: at('likely'),
    lowest: at('low'),
    highest: at('high'),
    severity: index ? null : matrix.model === 'impact-likelihood' ? meanOf(parts('impact')) : sumOf(parts('harm')),
    likelihood: index ? null : meanOf(parts('likelihood')),
    position: position.length > 0 && placed.length === position.length ? sumOf(placed) : null,
    positionMost: sumOf(position.map((factor) => Math.max(...factor.levels.map((level) => level.value)))) ?? 0,
    confidence,
    lowConfidence: confidence !== null && isLow(matrix.factors, scores),
    leftOut: issue.offences.reduce((sum, offence) => sum + (offence.leftOut ?? 0), 0),
  };
}

function scoredIn(matrix: MatrixToScore, factor: MatrixFactor): boolean {
  return (scoredSections[matrix.model] as readonly string[]).includes(factor.section);
}

function isLow(factors: readonly MatrixFactor[], scores: ReadonlyMap<string, FactorScore>): boolean {
  return factors.some((factor) => {
    const score = factor.section === 'confidence' ? scores.get(factor.key) : undefined;
    const [lowest, next] = factor.levels;
    return score !== undefined && lowest !== undefined && next !== undefined && score.likely < (lowest.value + next.value) / 2;
  });
}

const sumOf = (values: readonly number[]): number | null => (values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0));
const meanOf = (values: readonly number[]): number | null => {
  const sum = sumOf(values);
  return sum === null ? null : sum / values.length;
};
