import { stemmer } from 'stemmer';
import { britishSpelling } from './text-spelling.ts';

/** Marks around a match in a snippet; taken out of text before it is indexed, so that they can only be ours. */
export const MATCH_OPENS = '\u0001';
export const MATCH_CLOSES = '\u0002';
const UNINDEXED = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
/** Letters and digits; apostrophes and hyphens hold the parts of one word together. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’‘ʼ`´\-‐‑][\p{L}\p{N}\p{M}]+)*/gu;
const BETWEEN_PARTS = /['’‘ʼ`´\-‐‑]/;
const POSSESSIVE = /['’‘ʼ`´]s$/iu;
const LONGEST_WORD = 40;
const KEPT_STEMS = 60_000;
/** First parts of names and words that are written together, apart or with a hyphen. */
const JOINS_ON = new Set(
  'o mc mac fitz st de di du da la le al el van von ben bin abu anti non pre post co sub multi counter cyber inter intra re e'.split(' '),
);

/** One word, or one part of a word, where it stands in a text. */
export interface WordPart {
  /** As typed, in lower case and without accents. */
  readonly folded: string;
  /** What is compared: British spelling, without its ending. */
  readonly stem: string;
  readonly start: number;
  readonly end: number;
  /** Written with a capital letter, as names are. */
  readonly capital: boolean;
}

/** The words of a text in order, and the other way some of them could be written: O'Neill as oneill, AB12 CDE as ab12cde. */
export interface TextWords {
  readonly parts: readonly WordPart[];
  readonly joined: readonly WordPart[];
}

/** Text as people see it, without what cannot be indexed; same length. */
export function shownText(text: string): string {
  return text.replace(UNINDEXED, ' ');
}

/** Takes a text apart into words. */
export function wordsOf(text: string): TextWords {
  const parts: WordPart[] = [];
  const joined: WordPart[] = [];
  let lastEnd = -1;
  for (const found of shownText(text).matchAll(WORD)) {
    const [raw] = found;
    const start = found.index;
    const first = parts.length;
    if (ASCII_WORD.test(raw)) {
      const folded = raw.toLowerCase().slice(0, LONGEST_WORD);
      parts.push({ folded, stem: stemOf(folded), start, end: start + raw.length, capital: isCapital(raw) });
    } else addPieces(parts, raw.replace(POSSESSIVE, ''), start);
    if (parts.length - first > 1) join(joined, parts.slice(first));
    else if (first > 0 && start - lastEnd === 1) joinWithNeighbours(joined, parts, first);
    lastEnd = start + raw.length;
  }
  return { parts, joined };
}

const ASCII_WORD = /^[A-Za-z0-9]+$/;

function isCapital(word: string): boolean {
  const first = word.charCodeAt(0);
  return first < 128 ? first >= 65 && first <= 90 : /^\p{Lu}/u.test(word);
}

function addPieces(parts: WordPart[], word: string, start: number): void {
  const capital = isCapital(word);
  let at = start;
  for (const piece of word.split(BETWEEN_PARTS)) {
    const folded = foldedWord(piece);
    if (folded !== '') parts.push({ folded, stem: stemOf(folded), start: at, end: at + piece.length, capital });
    at += piece.length + 1;
  }
}

function join(joined: WordPart[], parts: readonly WordPart[]): void {
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined) return;
  const folded = parts
    .map((part) => part.folded)
    .join('')
    .slice(0, LONGEST_WORD);
  joined.push({ folded, stem: stemOf(folded), start: first.start, end: last.end, capital: first.capital });
}

const DIGITS = /^\d{2,}$/;
const MOST_DIGIT_GROUPS = 4;

/** Telephone numbers, number plates and names such as "O Neill" are written with and without the space. */
function joinWithNeighbours(joined: WordPart[], parts: readonly WordPart[], at: number): void {
  const [before, here] = [parts[at - 1], parts[at]];
  if (before === undefined || here === undefined || here.start - before.end !== 1) return;
  if (joinsAsOne(before.folded, here.folded)) join(joined, [before, here]);
  if (!DIGITS.test(here.folded)) return;
  let from = at;
  while (from > 0 && at - from + 1 < MOST_DIGIT_GROUPS && followsDigits(parts, from)) from -= 1;
  if (at - from > 1) join(joined, parts.slice(from, at + 1));
}

function followsDigits(parts: readonly WordPart[], at: number): boolean {
  const [before, here] = [parts[at - 1], parts[at]];
  return before !== undefined && here !== undefined && DIGITS.test(before.folded) && here.start - before.end === 1;
}

const ENDS_IN_DIGIT = /\d$/;

/** Whether two neighbouring words may also be written as one. */
export function joinsAsOne(first: string, second: string): boolean {
  if (JOINS_ON.has(first)) return second.length > 2;
  if (!ENDS_IN_DIGIT.test(first)) return false;
  if (DIGITS.test(first) && DIGITS.test(second)) return true;
  return /^(?=.*[a-z])[a-z\d]{2,4}$/.test(first) && /^[a-z]{1,3}$/.test(second);
}

const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
};
const PLAIN = /^[a-z0-9]*$/;

/** Lower case, without accents and without marks inside; cut at a length no word reaches. */
export function foldedWord(word: string): string {
  const lower = word.toLowerCase();
  if (PLAIN.test(lower)) return lower.slice(0, LONGEST_WORD);
  return lower
    .normalize('NFKD')
    .replace(/[ßæœøłđðþħıŋ]/g, (letter) => UNDECOMPOSED[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, LONGEST_WORD);
}

const stems = new Map<string, string>();

/** What a folded word is compared by; worked out once for each word, because a few thousand words make up nearly every text. */
export function stemOf(folded: string): string {
  const known = stems.get(folded);
  if (known !== undefined) return known;
  const stem = /^[a-z]{3,}$/.test(folded) ? oneEll(stemmer(britishSpelling(folded))) : folded;
  if (stems.size >= KEPT_STEMS) stems.clear();
  stems.set(folded, stem);
  return stem;
}

/** travelled and traveled, fulfil and fulfill, enrol and enroll. */
function oneEll(stem: string): string {
  return stem.length > 3 && stem.endsWith('ll') ? stem.slice(0, -1) : stem;
}
