import type { Run, Term, TextQuery } from './text-query.ts';
import { soundsOf } from './text-sound.ts';
import type { TextWords, WordPart } from './text-words.ts';

/** A stretch of a text that a term was found in. */
export interface Found {
  readonly start: number;
  readonly end: number;
  /** Position of the term in the query. */
  readonly term: number;
  /** The place of its first word among the words of the text. */
  readonly at: number;
  /** Found as a whole word, not only by its beginning or its sound. */
  readonly whole: boolean;
}

/** Which words may also be found by their sound: of a text those written with a capital letter, of a title every one. */
export type BySound = 'none' | 'names' | 'every';

/** Where the terms of a query stand in a text, in order. Compares as the index does, so that what is marked is what was found. */
export function findIn(words: TextWords, query: TextQuery, bySound: BySound): readonly Found[] {
  const found: Found[] = [];
  for (const terms of query.readings) {
    for (const [number, term] of terms.entries()) {
      // A reading that joins two words counts for the first of them.
      findTerm(words, term, Math.min(number, query.terms.length - 1), bySound, found);
    }
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

function findTerm(words: TextWords, term: Term, number: number, bySound: BySound, found: Found[]): void {
  for (const word of term.near) findTerm(words, word, number, bySound, found);
  for (const run of [...term.runs, ...term.beginnings]) {
    for (let at = 0; at < words.parts.length; at += 1) {
      const last = runAt(words.parts, at, run);
      if (last !== null) found.push(place(words.parts[at] as WordPart, last, number, at, run));
    }
    if (run.stems.length > 1) continue;
    for (const one of words.joined) if (runAt([one], 0, run) !== null) found.push(place(one, one, number, partAt(words, one), run));
  }
  if (bySound === 'none' || term.sounds.length === 0) return;
  for (const [at, part] of [...words.parts.entries(), ...words.joined.map((one) => [partAt(words, one), one] as const)]) {
    if ((bySound === 'every' || part.capital) && soundsOf(part.folded).some((sound) => term.sounds.includes(sound)))
      found.push({ start: part.start, end: part.end, term: number, at, whole: false });
  }
}

function partAt(words: TextWords, joined: WordPart): number {
  return words.parts.findIndex((part) => part.start === joined.start);
}

function place(first: WordPart, last: WordPart, term: number, at: number, run: Run): Found {
  const wanted = run.stems.at(-1) as string;
  return { start: first.start, end: last.end, term, at, whole: last.stem === wanted || last.folded === wanted };
}

function runAt(parts: readonly WordPart[], at: number, run: Run): WordPart | null {
  for (const [offset, stem] of run.stems.entries()) {
    const part = parts[at + offset];
    if (part === undefined) return null;
    const isLast = offset === run.stems.length - 1;
    if (!(run.beginning && isLast ? part.stem.startsWith(stem) : part.stem === stem)) return null;
  }
  return parts[at + run.stems.length - 1] ?? null;
}
