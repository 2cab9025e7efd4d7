import type { Forecast, PROBABILITIES } from './assessment-section.schema.ts';

type Probability = (typeof PROBABILITIES)[number];

/** The probability yardstick (facts 4): word, and the range it stands for. The gaps between the ranges are deliberate. */
export const YARDSTICK: Readonly<Record<Probability, { readonly words: string; readonly range: string }>> = {
  'remote-chance': { words: 'remote chance', range: 'up to about 5%' },
  'highly-unlikely': { words: 'highly unlikely', range: '10 to 20%' },
  unlikely: { words: 'unlikely', range: '25 to 35%' },
  'realistic-possibility': { words: 'realistic possibility', range: '40 to just under 50%' },
  likely: { words: 'likely', range: '55 to 75%' },
  'highly-likely': { words: 'highly likely', range: '80 to 90%' },
  'almost-certain': { words: 'almost certain', range: '95% and more' },
};

const HEDGES = ['may', 'might', 'could', 'possible', 'possibly', 'perhaps'] as const;

/**
 * Words in a forecast that hide how likely something is, each once, as written. A gentle warning only: the yardstick says it better.
 * The month of May with its capital letter inside a sentence is not one, nor is the yardstick's own "realistic possibility".
 */
export function hedgesIn(statement: string): readonly string[] {
  const found = statement.matchAll(new RegExp(`\\b(${HEDGES.join('|')})\\b`, 'gi'));
  const words = [...found].flatMap((match) => {
    const [word] = match;
    const opens = /(^|[.!?]\s+)$/.test(statement.slice(0, match.index));
    return word === 'May' && !opens ? [] : [word.toLocaleLowerCase('en-GB')];
  });
  return [...new Set(words)];
}

/** A forecast as a sentence says it: `highly likely (80 to 90%), moderate confidence`. */
export function likelihoodInWords(forecast: Pick<Forecast, 'probability' | 'confidence'>): string {
  const { words, range } = YARDSTICK[forecast.probability];
  return `${words} (${range}), ${forecast.confidence} confidence`;
}
