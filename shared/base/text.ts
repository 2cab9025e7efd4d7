/**
 * The characters stored text may not hold: control characters other than tab and new line, characters that
 * reorder what a reader sees (bidirectional marks, overrides, isolates), and the byte order mark.
 * They would let a record read differently from what it says.
 */
const FORBIDDEN = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\u200E\u200F\uFEFF]/;
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

export function hasForbiddenCharacters(text: string): boolean {
  return FORBIDDEN.test(text) || LONE_SURROGATE.test(text);
}

/** The same text with the forbidden characters taken out and line ends as `\n`; what the screen offers when text was refused. */
export function withoutForbiddenCharacters(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(new RegExp(LONE_SURROGATE.source, 'g'), '').replace(new RegExp(FORBIDDEN.source, 'g'), '');
}
