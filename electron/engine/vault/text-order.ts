const NEEDS_MAPPING = /[\uD800-\uFFFF]/;
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
const ABOVE_SURROGATES = 0xe000;
const FIRST_ASTRAL = 0x10000;
/** Where U+E000 goes, so that U+FFFF ends at U+10FFFF; the astral planes move down to begin at U+E000. */
const TOP = 0x10e000;

/** True when the text holds half a character, which UTF-8 cannot hold: two such texts would become the same. */
export function hasLoneSurrogate(text: string): boolean {
  return NEEDS_MAPPING.test(text) && LONE_SURROGATE.test(text);
}

/**
 * A one-to-one mapping of text whose UTF-8 byte order is the UTF-16 order of the original.
 * JavaScript (and so RxDB) compares UTF-16 units, in which astral characters sort below U+E000; SQLite compares bytes.
 * Text without such characters comes back unchanged.
 */
export function orderedText(text: string): string {
  if (!NEEDS_MAPPING.test(text)) return text;
  let mapped = '';
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    if (point >= FIRST_ASTRAL) mapped += String.fromCodePoint(point - FIRST_ASTRAL + ABOVE_SURROGATES);
    else if (point >= ABOVE_SURROGATES) mapped += String.fromCodePoint(point - ABOVE_SURROGATES + TOP);
    else mapped += character;
  }
  return mapped;
}

/** The text that `orderedText` was given. */
export function originalText(mapped: string): string {
  if (!NEEDS_MAPPING.test(mapped)) return mapped;
  let text = '';
  for (const character of mapped) {
    const point = character.codePointAt(0) ?? 0;
    if (point >= TOP) text += String.fromCodePoint(point - TOP + ABOVE_SURROGATES);
    else if (point >= ABOVE_SURROGATES) text += String.fromCodePoint(point - ABOVE_SURROGATES + FIRST_ASTRAL);
    else text += character;
  }
  return text;
}
