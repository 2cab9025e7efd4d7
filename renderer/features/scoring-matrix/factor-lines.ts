import type { MatrixFactor } from '#shared/domain/scoring-matrix/scoring-matrix.schema.ts';

/** The points of a scale as lines to edit: `0 None`. */
export function levelsText(levels: MatrixFactor['levels']): string {
  return levels.map((level) => `${level.value} ${level.meaning}`).join('\n');
}

/** Points from lines; a line without a number at its beginning goes on counting from the one before. */
export function levelsFrom(text: string): { value: number; meaning: string }[] {
  let last = -1;
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const numbered = /^(\d{1,2})[\s.):-]*(.*)$/.exec(line);
      last = numbered === null ? last + 1 : Number(numbered[1]);
      const meaning = numbered === null ? line : (numbered[2] ?? '');
      return { value: last, meaning: meaning.trim() };
    });
}

/** A short name for a new factor that none of the others has: `public-interest`. */
export function keyFor(name: string, taken: readonly string[]): string {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 34);
  const base = plain === '' ? 'factor' : plain;
  let key = base;
  for (let number = 2; taken.includes(key); number += 1) key = `${base}-${number}`;
  return key;
}
