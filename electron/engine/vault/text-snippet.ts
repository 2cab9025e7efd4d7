import type { Found } from './text-match.ts';
import { MATCH_CLOSES, MATCH_OPENS, shownText, type TextWords } from './text-words.ts';

const SNIPPET_WORDS = 24;
const WORDS_BEFORE = 6;

/** The text with each match marked. */
export function highlighted(text: string, found: readonly Found[]): string {
  return marked(shownText(text), 0, text.length, found);
}

/** The stretch of the text that shows most of what was looked for, with each match marked and '…' where text was left out. */
export function snippetOf(text: string, words: TextWords, found: readonly Found[]): string {
  const shown = shownText(text);
  const { parts } = words;
  if (parts.length <= SNIPPET_WORDS) return marked(shown, 0, shown.length, found).trim();
  const first = bestStart(found, parts.length);
  const last = Math.min(parts.length, first + SNIPPET_WORDS) - 1;
  const start = first === 0 ? 0 : (parts[first]?.start ?? 0);
  const end = last >= parts.length - 1 ? shown.length : (parts[last]?.end ?? shown.length);
  const piece = marked(shown, start, end, found).replace(/\s+/g, ' ').trim();
  return `${first === 0 ? '' : '…'}${piece}${end === shown.length ? '' : '…'}`;
}

/** The place of the first word of the window with the most different terms in it; the earliest when several have. */
function bestStart(found: readonly Found[], words: number): number {
  let best = 0;
  let most = -1;
  for (const [position, one] of found.entries()) {
    const terms = new Set<number>();
    for (let next = position; next < found.length; next += 1) {
      const other = found[next] as Found;
      if (other.at >= one.at + SNIPPET_WORDS - WORDS_BEFORE) break;
      terms.add(other.term);
    }
    if (terms.size > most) {
      most = terms.size;
      best = one.at;
    }
  }
  return Math.max(0, Math.min(best - WORDS_BEFORE, words - SNIPPET_WORDS));
}

function marked(text: string, from: number, to: number, found: readonly Found[]): string {
  let result = '';
  let at = from;
  for (const one of found) {
    if (one.start < at || one.end > to) continue;
    result += `${text.slice(at, one.start)}${MATCH_OPENS}${text.slice(one.start, one.end)}${MATCH_CLOSES}`;
    at = one.end;
  }
  return result + text.slice(at, to);
}
