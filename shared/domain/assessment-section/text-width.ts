/**
 * How wide a text can be at most in a sans-serif typeface, in the unit of `size`. Pure code cannot measure, and every system has its own
 * typeface: so each character counts as the widest it is in any of the usual ones (DejaVu Sans is wider than Arial).
 */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const character of text) ems += emsOf(character);
  return ems * size;
}

function emsOf(character: string): number {
  if ("iIjl|.,:;'`! ".includes(character)) return 0.41;
  if ('mMW@%—\u2026'.includes(character)) return 1.05;
  const code = character.codePointAt(0) ?? 0;
  if (code > 0x10ff) return 1.1;
  return /[A-Z&wo]/.test(character) ? 0.82 : 0.68;
}

/** The text, or as much of its beginning as fits with an ellipsis. */
export function fittedText(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  let fitted = '';
  for (const character of text) {
    if (textWidth(`${fitted}${character}\u2026`, size) > width) break;
    fitted += character;
  }
  return `${fitted.trimEnd()}\u2026`;
}
