const BEGINS = '<</Type/Page';
const NEW_LINE = 10;
const SLASH = 47;
const isSpace = (byte: number | undefined): boolean => byte === 32 || byte === 13 || byte === NEW_LINE;

/**
 * How many pages a PDF has that Chromium made, counted in its page dictionaries, which it never compresses; 0 for anything else.
 * A text is never taken for one: line breaks in texts are written in another way.
 */
export function pagesOfPdf(bytes: Uint8Array): number {
  let pages = 0;
  for (let at = bytes.indexOf(60); at !== -1; at = bytes.indexOf(60, at + 1)) {
    let next = at;
    let matched = 0;
    while (matched < BEGINS.length) {
      if (bytes[next] === BEGINS.charCodeAt(matched)) matched += 1;
      else if (!isSpace(bytes[next]) || matched < 2) break;
      next += 1;
    }
    if (matched === BEGINS.length && (bytes[next] === NEW_LINE || bytes[next] === SLASH)) pages += 1;
  }
  return pages;
}
