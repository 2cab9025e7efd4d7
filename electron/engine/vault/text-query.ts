import { soundsOf } from './text-sound.ts';
import { foldedWord, joinsAsOne, stemOf, type WordPart, wordsOf } from './text-words.ts';

const LONGEST_QUERY = 400;
const MOST_TERMS = 12;
const MOST_WORDS_IN_PHRASE = 12;
const NEAR_WORDS = 10;
const MOST_NEAR_WORDS = 50;
/** A single letter begins too many words to be worth looking through. */
const SHORTEST_BEGINNING = 2;
const PIECE = /"([^"]*)"?|(\S+)/g;
const NEAR = /^(?:NEAR|~)(?:\/(\d{1,2}))?$/;
const SPEAKS = /[\p{L}\p{N}]/u;
/** Beginnings of endings that stemming takes off: half typed, they would find nothing ("meetin" against the stem "meet"). */
const HALF_TYPED_ENDING = /(?:in|io|ati|atio|atin|isati|isatio|men|nes|ie|i)$/;

/** Words in a row, compared by their stems; with `beginning`, more letters may follow the last. */
export interface Run {
  readonly stems: readonly string[];
  readonly beginning: boolean;
}

/** One thing that must be found: one of its runs, or words that stand near each other. */
export interface Term {
  /** As whole words, whatever their endings. */
  readonly runs: readonly Run[];
  /** As the beginning of a word: what is typed may not be finished. */
  readonly beginnings: readonly Run[];
  /** How it sounds; empty for what is looked for to the letter. */
  readonly sounds: readonly string[];
  /** Not empty when `runs` is: each of these words must be found with no more than `within` words between. */
  readonly near: readonly Term[];
  readonly within: number;
}

export interface TextQuery {
  readonly terms: readonly Term[];
  /** The other ways of reading the same words: two neighbours written as one. */
  readonly readings: readonly (readonly Term[])[];
}

/**
 * What a person typed, or null when there is nothing to look for. Text in quotes is a phrase; `NEAR`, or `~`, between two words asks
 * for both within ten words of each other, `NEAR/5` within five; the last word may be half typed, and every word when little is found.
 * All must be found.
 * Nothing else has a meaning, so that nothing that can be typed is a mistake.
 */
export function textQueryOf(typed: string): TextQuery | null {
  const pieces = typed.slice(0, LONGEST_QUERY).matchAll(PIECE);
  const terms: Term[] = [];
  let near: { within: number } | null = null;
  for (const [, phrase, word] of pieces) {
    const distance = word === undefined ? null : NEAR.exec(word);
    if (distance !== null && terms.length > 0) {
      near = { within: Math.min(MOST_NEAR_WORDS, Math.max(1, Number(distance[1] ?? NEAR_WORDS))) };
      continue;
    }
    const term = phrase === undefined ? wordTerm(word ?? '') : phraseTerm(phrase);
    if (term === null) continue;
    const before = terms.at(-1);
    if (near !== null && before !== undefined) terms[terms.length - 1] = nearTerm(before, term, near.within);
    else if (terms.length < MOST_TERMS) terms.push(term);
    near = null;
  }
  return terms.length === 0 ? null : { terms, readings: [terms, ...joinedReadings(terms)] };
}

const NO_MORE = { beginnings: [], sounds: [], near: [], within: 0 } as const;

function wordTerm(word: string): Term | null {
  if (!SPEAKS.test(word)) return null;
  const { parts, joined } = wordsOf(word);
  const [first] = parts;
  if (first === undefined) return null;
  if (parts.length === 1) return { ...NO_MORE, ...waysOf(first.folded), sounds: soundsOf(first.folded) };
  const whole = foldedWord(parts.map((part) => part.folded).join(''));
  const last = parts.at(-1) as WordPart;
  const stems = parts.map((part) => part.stem);
  const asOne = joined.length === 0 ? NO_WAYS : waysOf(whole);
  return {
    ...NO_MORE,
    runs: [{ stems, beginning: false }, ...asOne.runs],
    beginnings: [{ stems: [...stems.slice(0, -1), last.folded], beginning: true }, ...asOne.beginnings],
    sounds: soundsOf(whole),
  };
}

type Ways = Pick<Term, 'runs' | 'beginnings'>;
const NO_WAYS: Ways = { runs: [], beginnings: [] };

function waysOf(folded: string): Ways {
  const stem = stemOf(folded);
  const beginnings: Run[] = [];
  if (folded.length >= SHORTEST_BEGINNING) beginnings.push({ stems: [folded], beginning: true });
  const shorter = folded.replace(HALF_TYPED_ENDING, '');
  if (folded.length >= 5 && shorter !== folded && shorter.length >= 3) {
    const shortStem = stemOf(shorter);
    if (shortStem !== stem) beginnings.push({ stems: [shortStem], beginning: false });
  }
  return { runs: [{ stems: [stem], beginning: false }], beginnings };
}

function phraseTerm(phrase: string): Term | null {
  const { parts, joined } = wordsOf(phrase);
  if (parts.length === 0) return null;
  const some = parts.slice(0, MOST_WORDS_IN_PHRASE);
  const runs: Run[] = [{ stems: some.map((part) => part.stem), beginning: false }];
  const written = joined.filter((one) => some.filter((part) => part.start >= one.start && part.end <= one.end).length > 1);
  if (written.length > 0) runs.push({ stems: withJoined(some, written), beginning: false });
  return { ...NO_MORE, runs };
}

function withJoined(parts: readonly WordPart[], joined: readonly WordPart[]): string[] {
  const stems: string[] = [];
  let until = -1;
  for (const part of parts) {
    if (part.start < until) continue;
    const whole = joined.find((one) => one.start === part.start);
    stems.push((whole ?? part).stem);
    if (whole !== undefined) until = whole.end;
  }
  return stems;
}

function nearTerm(before: Term, after: Term, within: number): Term {
  const words = before.near.length > 0 ? [...before.near, after] : [before, after];
  return { ...NO_MORE, runs: [], near: words, within: Math.max(before.within, within) };
}

/** "o neill" may have been written O'Neill or Oneill, "07700 900123" without its space. */
function joinedReadings(terms: readonly Term[]): Term[][] {
  const readings: Term[][] = [];
  for (let at = 0; at + 1 < terms.length; at += 1) {
    const [first, second] = [plainWord(terms[at]), plainWord(terms[at + 1])];
    if (first === null || second === null || !joinsAsOne(first, second)) continue;
    const whole = foldedWord(first + second);
    readings.push([...terms.slice(0, at), { ...NO_MORE, ...waysOf(whole), sounds: soundsOf(whole) }, ...terms.slice(at + 2)]);
  }
  return readings;
}

function plainWord(term: Term | undefined): string | null {
  if (term === undefined || term.runs.length !== 1 || term.runs[0]?.stems.length !== 1) return null;
  const [beginning] = term.beginnings;
  return beginning === undefined ? (term.runs[0].stems[0] ?? null) : (beginning.stems[0] ?? null);
}

/** Words of a reading circle carry its number, so that looking for a word in one circle touches no entry of another. */
export function circlePrefix(circle: number): string {
  return circle.toString(36);
}
export const WORD_MARK = '_';
export const SOUND_MARK = '.';
/** The words of titles are there a second time, so that titles can be looked through without every text that holds the words. */
export const TITLE_MARK = '=';

/**
 * How far a word may be from what was typed: the whole word with any ending; the last one also half typed; every word half typed; or
 * one that sounds alike.
 */
export type Reach = 'whole' | 'words' | 'beginnings' | 'sounds';

/** Readings as an FTS5 expression over the words of these circles, or over the titles alone. */
export function matchExpression(
  readings: TextQuery['readings'],
  circles: readonly number[],
  reach: Reach,
  mark: typeof WORD_MARK | typeof TITLE_MARK = WORD_MARK,
): string {
  const inCircles = circles.map((circle) => {
    const prefix = circlePrefix(circle);
    return readings
      .map((terms) => terms.map((term, at) => termExpression(term, prefix, mark, reachAt(reach, terms, at))).join(' AND '))
      .join(' OR ');
  });
  return inCircles.length === 1 ? (inCircles[0] as string) : inCircles.map((one) => `(${one})`).join(' OR ');
}

/** Everything in these circles. */
export function circleExpression(circles: readonly number[]): string {
  return circles.map((circle) => `"${circlePrefix(circle)}${TITLE_MARK}"`).join(' OR ');
}

/** How far one term of a reading may be from what was typed. */
export function reachAt(reach: Reach, terms: readonly Term[], at: number): Exclude<Reach, 'words'> {
  if (reach !== 'words') return reach;
  return at === terms.length - 1 ? 'beginnings' : 'whole';
}

function termExpression(term: Term, prefix: string, mark: string, reach: Exclude<Reach, 'words'>): string {
  const ways =
    term.near.length > 0 ? nearExpressions(term, prefix, mark) : waysIn(term, reach).map((run) => runExpression(run, prefix, mark));
  if (reach === 'sounds') for (const sound of term.sounds) ways.push(`"${prefix}${SOUND_MARK}${sound}"`);
  return ways.length === 1 ? (ways[0] as string) : `(${ways.join(' OR ')})`;
}

/** The runs to look for; a beginning that is the whole word's stem too finds it by itself. */
export function waysIn(term: Term, reach: Exclude<Reach, 'words'>): readonly Run[] {
  if (reach === 'whole') return term.runs;
  const needed = term.runs.filter((run) => !term.beginnings.some((one) => one.beginning && includes(one, run)));
  return [...needed, ...term.beginnings];
}

function includes(beginning: Run, run: Run): boolean {
  const last = run.stems.length - 1;
  return (
    beginning.stems.length === run.stems.length &&
    run.stems.every((stem, at) => (at === last ? stem.startsWith(beginning.stems[at] as string) : stem === beginning.stems[at]))
  );
}

const MOST_NEAR_WAYS = 16;

/** FTS5 takes no alternatives inside NEAR: every combination of the words' runs is asked for, up to a number. */
function nearExpressions(term: Term, prefix: string, mark: string): string[] {
  let ways: string[] = [''];
  for (const word of term.near) {
    const next = ways.flatMap((way) => waysIn(word, 'beginnings').map((run) => `${way} ${runExpression(run, prefix, mark)}`));
    ways = next.slice(0, MOST_NEAR_WAYS);
  }
  return ways.map((way) => `NEAR(${way.trim()}, ${term.within})`);
}

function runExpression(run: Run, prefix: string, mark: string): string {
  return `"${run.stems.map((stem) => prefix + mark + stem).join(' ')}"${run.beginning ? ' *' : ''}`;
}
