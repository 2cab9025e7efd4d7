import Papa from 'papaparse';
import { tableFileText as words } from '#renderer/text/table-files.ts';

export type ParsedText =
  | { readonly ok: true; readonly rows: readonly (readonly string[])[] }
  | { readonly ok: false; readonly says: string };

const SEPARATORS = ['\t', ',', ';', '|'];
const ROWS_WEIGHED = 20;
/** How Excel itself says in the first line what separates the cells. */
const SAYS_SEPARATOR = /^sep=([,;|\t])\r?\n/i;

/** Text with separators as rows of cells: what a spreadsheet copies or exports. Reads at most `mostRows` and one more. */
export function parseTableText(text: string, mostRows: number): ParsedText {
  const said = SAYS_SEPARATOR.exec(text);
  const body = said === null ? text : text.slice(said[0].length);
  const { data, errors } = Papa.parse<string[]>(body, { delimiter: said?.[1] ?? separatorOf(body), preview: mostRows + 1 });
  const open = errors.find((error) => error.type === 'Quotes' && error.code === 'MissingQuotes');
  return open === undefined ? { ok: true, rows: data } : { ok: false, says: words.openQuote((open.row ?? 0) + 1) };
}

/** The separator by which the most rows have as many cells as the first, and more than one; of those the one that makes the most cells. */
function separatorOf(text: string): string {
  const weighed = SEPARATORS.map((separator) => {
    const { data } = Papa.parse<string[]>(text, { delimiter: separator, preview: ROWS_WEIGHED, skipEmptyLines: true });
    const width = data[0]?.length ?? 0;
    return { separator, width, alike: width < 2 ? 0 : data.filter((row) => row.length === width).length };
  });
  const [best] = weighed.sort((a, b) => b.alike - a.alike || b.width - a.width);
  return best === undefined || best.alike === 0 ? ',' : best.separator;
}

/** The text of a file, by its mark of encoding or, without one, as UTF-8 where it is that and else as Windows wrote it; null when it is no text. */
export function decodeText(bytes: Uint8Array): string | null {
  const marked = (...mark: readonly number[]): boolean => mark.every((byte, index) => bytes[index] === byte);
  const text = marked(0xff, 0xfe)
    ? new TextDecoder('utf-16le').decode(bytes)
    : marked(0xfe, 0xff)
      ? new TextDecoder('utf-16be').decode(bytes)
      : (strictly(bytes) ?? new TextDecoder('windows-1252').decode(bytes));
  return text.includes('\u0000') ? null : text;
}

function strictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: the other encoding fits any bytes.
    return null;
  }
}
