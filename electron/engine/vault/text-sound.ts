import { doubleMetaphone } from 'double-metaphone';

const LETTERS_ONLY = /^[a-z]{3,30}$/;
const SHORT_NAME = 5;

/**
 * How a word sounds: its double-metaphone codes, none for what is no word. A code of one sound would fit too much, so it is
 * kept for short names only (Lee, Leigh).
 */
export function soundsOf(folded: string): readonly string[] {
  if (!LETTERS_ONLY.test(folded)) return [];
  const codes = new Set(doubleMetaphone(folded).map((code) => code.toLowerCase()));
  return [...codes].filter((code) => code.length > 1 || (code.length === 1 && folded.length <= SHORT_NAME));
}
