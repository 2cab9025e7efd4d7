const LONGEST_QUERY = 400;
const MOST_TERMS = 16;
const TERM = /"([^"]*)"?|(\S+)/g;
const SPEAKS = /[\p{L}\p{N}]/u;
/** Marks around a match in a snippet; taken out of text before it is indexed, so that they can only be ours. */
export const MATCH_OPENS = '\u0001';
export const MATCH_CLOSES = '\u0002';
const UNINDEXED = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
/** Beginnings of endings that stemming takes off: half typed, they would find nothing ("meetin" against the stem "meet"). */
const HALF_TYPED_ENDING = /(?:in|io|atio|atin|men|nes|ie|i)$/;

/**
 * What a person typed as an FTS5 expression, or null when there is nothing to look for. Text in quotes is a phrase;
 * every other word matches from its beginning; all must be found. Operators and punctuation mean nothing.
 */
export function matchExpression(typed: string): string | null {
  const terms: string[] = [];
  for (const found of typed.slice(0, LONGEST_QUERY).replace(UNINDEXED, ' ').normalize('NFC').matchAll(TERM)) {
    const phrase = found[1];
    const word = found[2];
    if (phrase !== undefined && SPEAKS.test(phrase)) terms.push(quoted(phrase));
    if (word !== undefined && SPEAKS.test(word)) terms.push(fromBeginning(word));
    if (terms.length === MOST_TERMS) break;
  }
  return terms.length === 0 ? null : terms.join(' AND ');
}

/** Text as it is put into the index. */
export function indexedText(text: string): string {
  return text.replace(UNINDEXED, ' ').normalize('NFC');
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', ' ')}"`;
}

function fromBeginning(word: string): string {
  const shorter = word.replace(HALF_TYPED_ENDING, '');
  if (word.length < 5 || shorter === word || shorter.length < 3) return `${quoted(word)} *`;
  return `(${quoted(word)} * OR ${quoted(shorter)})`;
}
