import type { IndexedText } from './text-index.ts';
import { type BySound, findIn, type Found } from './text-match.ts';
import { type KeptWords, lookingThrough } from './text-look-through.ts';
import { matchExpression, type Reach, type TextQuery, textQueryOf, TITLE_MARK } from './text-query.ts';
import { highlighted, snippetOf } from './text-snippet.ts';
import { shownText, wordsOf } from './text-words.ts';
import type { TextHit } from './vault.ts';
import type { SqlValue, VaultFile } from './vault-file.ts';
import { VaultTrouble } from './vault-trouble.ts';

export interface TextRequest {
  readonly typed: string;
  /** The reading circles the reader is in. */
  readonly circles: readonly string[];
  /** No kinds means every kind. */
  readonly kinds: readonly string[];
  readonly limit: number;
}

export interface TextOutcome {
  readonly hits: readonly TextHit[];
  readonly more: boolean;
}

/** The stored document an entry of the index stands for, and what it is found by now. */
export type ReadDocument = (table: number, document: number) => { readonly id: string; readonly text: IndexedText } | null;

/** Of the readable matches, the newest so many are weighed; one whose title holds every word is weighed however old. */
const NEWEST_WEIGHED = 1000;
const TITLES_WEIGHED = 400;
/** Of what the rest of a query finds, the newest so many are looked through for a word that is half typed. */
const LOOKED_THROUGH = 150;
const KEPT_WORDS = ', w.title AS in_title, w.text AS in_text, w.joined AS in_joined, w.sound AS in_sound';
/** So many more than asked for are read and weighed by where and how often the words stand in them. */
const READ_MORE = 20;
const MOST_HITS = 500;
/** With fewer hits than this, words that sound like those typed are looked for too. */
const FEW_HITS = 5;
const NOTHING: TextOutcome = { hits: [], more: false };

interface Candidate {
  readonly key: number;
  readonly table_no: number;
  readonly document: number;
  readonly kind: string;
  readonly weight: number;
  readonly title: string;
}

/**
 * The best matches in the reader's circles. Nothing here looks at a word of any other circle: not the search, the counting, the
 * order (which uses no statistics of the index) or the snippets. So what the reader may not see changes neither answer nor effort.
 */
export function findText(file: VaultFile, read: ReadDocument, request: TextRequest): TextOutcome {
  const query = textQueryOf(request.typed);
  const wanted = Math.max(0, Math.min(MOST_HITS, Math.floor(request.limit)));
  if (query === null || wanted === 0 || request.circles.length === 0) return NOTHING;
  const circles = file.pluckAll<number>('SELECT no FROM text_circle WHERE circle IN (SELECT value FROM json_each(?))', [
    JSON.stringify(request.circles),
  ]);
  if (circles.length === 0) return NOTHING;
  const search: Search = { file, query, circles, kinds: request.kinds, wanted };
  const found = written(search);
  const hits = best(found, query, wanted, read, false);
  if (found.length >= FEW_HITS || hits.length >= wanted || !query.terms.some((term) => term.sounds.length > 0))
    return { hits, more: found.length > wanted };
  const known = new Set(found.map((one) => one.key));
  const alike = within(search, 'sounds').filter((one) => !known.has(one.key));
  const room = wanted - hits.length;
  return { hits: [...hits, ...best(alike, query, room, read, true)], more: alike.length > room };
}

interface Search {
  readonly file: VaultFile;
  readonly query: TextQuery;
  readonly circles: readonly number[];
  readonly kinds: readonly string[];
  readonly wanted: number;
}

/** Whole words first; half-typed ones cost more and are looked for everywhere only when whole ones do not fill the page. */
function written(search: Search): readonly Candidate[] {
  const whole = matching(search, 'whole');
  if (whole.length >= search.wanted) return bothOf(whole, inTitles(search, 'words'));
  const half = bothOf(whole, within(search, 'words'));
  return half.length < FEW_HITS && search.query.terms.length > 1 ? bothOf(half, within(search, 'beginnings')) : half;
}

/** What is found by words that are half typed or only sound alike. */
function within(search: Search, reach: Reach): readonly Candidate[] {
  const looked = lookThrough(search, reach);
  if (looked?.all === true) return looked.found;
  // What only sounds alike is a courtesy: the newest are enough.
  if (looked !== null && (reach === 'sounds' || looked.found.length >= search.wanted)) return bothOf(looked.found, inTitles(search, reach));
  const found = matching(search, reach);
  return found.length >= NEWEST_WEIGHED ? bothOf(found, inTitles(search, reach)) : found;
}

function lookThrough(search: Search, reach: Reach): { readonly found: readonly Candidate[]; readonly all: boolean } | null {
  let found: readonly Candidate[] = [];
  let all = true;
  for (const terms of search.query.readings) {
    const looking = lookingThrough(terms, search.circles, reach);
    if (looking === null) return null;
    const entries = entriesOf<Candidate & KeptWords>(search, looking.expression, LOOKED_THROUGH, KEPT_WORDS);
    if (entries.length === LOOKED_THROUGH) all = false;
    found = bothOf(
      found,
      entries.filter((entry) => looking.holds(entry)),
    );
  }
  return { found, all };
}

function bothOf(some: readonly Candidate[], others: readonly Candidate[]): readonly Candidate[] {
  return [...new Map([...some, ...others].map((one) => [one.key, one])).values()];
}

function matching(search: Search, reach: Reach): readonly Candidate[] {
  return entriesOf(search, matchExpression(search.query.readings, search.circles, reach), NEWEST_WEIGHED);
}

function inTitles(search: Search, reach: Reach): readonly Candidate[] {
  return entriesOf(search, matchExpression(search.query.readings, search.circles, reach, TITLE_MARK), TITLES_WEIGHED);
}

function entriesOf<Entry extends Candidate>(search: Search, expression: string, limit: number, more = ''): readonly Entry[] {
  const { file, kinds } = search;
  const params: SqlValue[] = kinds.length === 0 ? [expression] : [expression, JSON.stringify(kinds)];
  try {
    return file.all<Entry>(
      `SELECT i.key AS key, i.table_no AS table_no, i.document AS document, i.kind AS kind, i.weight AS weight, i.title AS title${more}
       FROM text_words w CROSS JOIN text_item i ON i.key = w.rowid
       WHERE text_words MATCH ? ${kinds.length === 0 ? '' : 'AND i.kind IN (SELECT value FROM json_each(?))'}
       ORDER BY w.rowid DESC LIMIT ${limit}`,
      params,
    );
  } catch (error) {
    // An expression FTS5 finds too long or too deep finds nothing; what is typed is never a fault.
    if (error instanceof VaultTrouble || !(error instanceof Error) || !/fts5|syntax/i.test(error.message)) throw error;
    return [];
  }
}

interface Weighed {
  readonly hit: TextHit;
  readonly key: number;
  readonly score: number;
}

function best(found: readonly Candidate[], query: TextQuery, wanted: number, read: ReadDocument, alike: boolean): readonly TextHit[] {
  const first = found
    .map((one) => ({ one, score: one.weight * (1 + 2 * titleShare(one.title, query)) }))
    .sort((a, b) => b.score - a.score || b.one.key - a.one.key)
    .slice(0, wanted + READ_MORE);
  const weighed: Weighed[] = [];
  for (const { one, score } of first) {
    const document = read(one.table_no, one.document);
    if (document !== null) weighed.push(weigh(one, score, document, query, alike));
  }
  return weighed
    .sort((a, b) => b.score - a.score || b.key - a.key)
    .slice(0, wanted)
    .map(({ hit }) => hit);
}

/** How much of the query stands in the title, from 0 to 1. */
function titleShare(titleStems: string, query: TextQuery): number {
  let held = 0;
  for (const term of query.terms) {
    const runs = [term, ...term.near].flatMap((one) => [...one.runs, ...one.beginnings]);
    if (runs.some((run) => titleStems.includes(` ${run.stems.join(' ')}${run.beginning ? '' : ' '}`))) held += 1;
  }
  return held / query.terms.length;
}

function weigh(
  one: Candidate,
  score: number,
  document: { readonly id: string; readonly text: IndexedText },
  query: TextQuery,
  alike: boolean,
): Weighed {
  const bySound: BySound = alike ? 'names' : 'none';
  const { title, text } = document.text;
  const body = wordsOf(text);
  const inBody = findIn(body, query, bySound);
  const inTitle = findIn(wordsOf(title), query, alike ? 'every' : 'none');
  const snippet = inBody.length > 0 || inTitle.length === 0 || text !== '' ? snippetOf(text, body, inBody) : highlighted(title, inTitle);
  return {
    hit: { id: document.id, kind: one.kind, title: shownText(title), snippet, soundsLike: alike },
    key: one.key,
    score: score + one.weight * (oftenness(inBody) + together(inBody, query) + wholeWords([...inTitle, ...inBody], query)),
  };
}

/** Up to about one for words that stand there often; each further time counts less. */
function oftenness(found: readonly Found[]): number {
  return Math.min(1, Math.log2(1 + found.length) / 6);
}

/** One when the words stand side by side in the order typed. */
function together(found: readonly Found[], query: TextQuery): number {
  if (query.terms.length < 2) return 0;
  const places = query.terms.map((_unused, term) => new Set(found.filter((one) => one.term === term).map((one) => one.at)));
  return [...(places[0] ?? [])].some((at) => places.every((place, term) => place.has(at + term))) ? 1 : 0;
}

/** Half for words found whole rather than by their beginning or sound. */
function wholeWords(found: readonly Found[], query: TextQuery): number {
  return new Set(found.filter((one) => one.whole).map((one) => one.term)).size / query.terms.length / 2;
}
