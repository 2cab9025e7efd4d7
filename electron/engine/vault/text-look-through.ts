import {
  matchExpression,
  type Reach,
  reachAt,
  type Run,
  SOUND_MARK,
  type Term,
  waysIn,
  WORD_MARK,
  circleExpression,
} from './text-query.ts';

/** The words of an entry as `text_words` keeps them. */
export interface KeptWords {
  readonly in_title: string;
  readonly in_text: string;
  readonly in_joined: string;
  readonly in_sound: string;
}

/** A way to answer one reading of a query without asking the index for a short beginning. */
export interface LookingThrough {
  /** What the index is asked for. */
  readonly expression: string;
  /** Whether an entry found so holds the rest of the reading. */
  holds(words: KeptWords): boolean;
}

/** Too many words begin with fewer letters. */
const TELLING_LETTERS = 4;
/** So few begin with these that the index itself is quicker. */
const MANY_LETTERS = 6;

/**
 * FTS5 puts together everything that begins with a few letters before it gives the first row. So the index is asked for the rest of the
 * reading, and the entries it gives are looked through for the words of which little was typed. Null where the index itself is to be
 * asked: for words that must be near each other, and for a last word of which much was typed.
 */
export function lookingThrough(terms: readonly Term[], circles: readonly number[], reach: Reach): LookingThrough | null {
  if (terms.some((term) => term.near.length > 0)) return null;
  if (reach === 'words' && terms.slice(-1).every((term) => lettersOf(term) >= MANY_LETTERS)) return null;
  const asked = reach === 'words' ? terms.slice(0, -1) : telling(terms);
  const rest = terms.flatMap((term, at) => (asked.includes(term) ? [] : [testOf(term, reachAt(reach, terms, at))]));
  return {
    expression: asked.length === 0 ? circleExpression(circles) : matchExpression([asked], circles, reach === 'words' ? 'whole' : reach),
    holds: (words) => rest.every((holds) => holds(words)),
  };
}

/** The terms that few words begin like, or else the longest. */
function telling(terms: readonly Term[]): readonly Term[] {
  const long = terms.filter((term) => lettersOf(term) >= TELLING_LETTERS);
  if (long.length > 0) return long;
  return [terms.reduce((best, term) => (lettersOf(term) > lettersOf(best) ? term : best))];
}

function lettersOf(term: Term): number {
  return Math.min(...[...term.runs, ...term.beginnings].map((run) => run.stems.reduce((sum, stem) => sum + stem.length, 0)));
}

function testOf(term: Term, reach: Exclude<Reach, 'words'>): (words: KeptWords) => boolean {
  const written = waysIn(term, reach).map(patternOf);
  const sounds = reach === 'sounds' ? term.sounds.map((sound) => new RegExp(`\\${SOUND_MARK}${sound}(?= |$)`)) : [];
  return ({ in_title, in_text, in_joined, in_sound }) =>
    written.some((pattern) => pattern.test(in_text) || pattern.test(in_title) || pattern.test(in_joined)) ||
    sounds.some((pattern) => pattern.test(in_sound));
}

/** Stems hold letters and digits only. Words in a row are of one circle: the texts of an entry's circles stand one after the other. */
function patternOf({ stems, beginning }: Run): RegExp {
  const end = beginning ? '' : '(?= |$)';
  const [first = '', ...others] = stems;
  if (others.length === 0) return new RegExp(WORD_MARK + first + end);
  return new RegExp(`(?<= )([^ ${WORD_MARK}]+)${[first, ...others].map((stem) => WORD_MARK + stem).join(' \\1')}${end}`);
}
