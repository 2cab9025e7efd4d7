/** What stands before or behind a number, where it says what is counted. */
export type NumberUnit = '' | '%' | '£';

export interface NumberRead {
  readonly value: number;
  readonly unit: NumberUnit;
}

/** Beyond this a spreadsheet keeps no whole numbers either. */
const LARGEST = 1e15;
/** Thousands are set apart by commas or by any of the spaces that are used for it; nothing else is guessed. */
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d{1,3}(?:[ \u00A0\u2009\u202F]\d{3})+(?:\.\d+)?$/;
const PLAIN = /^(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/;

/**
 * The number in a cell as people in Britain write it: `1,204`, `1 204.5`, `£1,204`, `12.5%`, `(12)` and `−12` for what is below nothing.
 * Null for anything else: empty cells, dashes, `n/a`, `..`, footnotes, and numbers that could be read in two ways such as `1,20`.
 */
export function readNumber(cell: string): NumberRead | null {
  let text = cell.trim();
  let sign = 1;
  const bracketed = /^\((.*)\)$/.exec(text);
  if (bracketed !== null) {
    sign = -1;
    text = (bracketed[1] ?? '').trim();
  }
  const signed = /^([-\u2212+])\s*(?=[\d.£])/.exec(text);
  if (signed !== null) {
    if (bracketed !== null) return null;
    sign = signed[1] === '+' ? 1 : -1;
    text = text.slice(signed[0].length);
  }
  let unit: NumberUnit = '';
  if (text.startsWith('£')) {
    unit = '£';
    text = text.slice(1).trim();
  } else if (text.endsWith('%')) {
    unit = '%';
    text = text.slice(0, -1).trim();
  }
  if (!PLAIN.test(text) && !GROUPED.test(text)) return null;
  const value = sign * Number(text.replace(/[, \u00A0\u2009\u202F]/g, ''));
  if (!Number.isFinite(value) || Math.abs(value) > LARGEST) return null;
  return { value: value === 0 ? 0 : value, unit };
}

/** A number as it stands in a chart or a sentence: thousands by commas, at most so many digits that say something. */
export function numberText(value: number, unit: NumberUnit = ''): string {
  const size = Math.abs(value);
  const digits = size >= 100 || Number.isInteger(value) ? 0 : size >= 1 ? 1 : 3;
  const text = size.toLocaleString('en-GB', { maximumFractionDigits: digits });
  return `${value < 0 && text !== '0' ? '\u2212' : ''}${unit === '£' ? '£' : ''}${text}${unit === '%' ? '%' : ''}`;
}
