/** A stretch of text in a comparison: in both versions, only in the earlier, or only in the later. */
export interface Stretch {
  readonly value: string;
  readonly added: boolean;
  readonly removed: boolean;
}

/** Fewer unchanged words than this between two changes are read as part of one change. */
const LEAST_WORDS_BETWEEN = 4;
const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/**
 * Differences as a reader takes them in: where two versions share only a stray "of" or "the" between changed words, the whole passage counts as rewritten.
 * What each side reads, put together, stays the same.
 */
export function tidyDifferences(stretches: readonly Stretch[]): readonly Stretch[] {
  const tidy: Stretch[] = [];
  let removed = '';
  let added = '';
  const flush = (): void => {
    if (removed !== '') tidy.push({ value: removed, added: false, removed: true });
    if (added !== '') tidy.push({ value: added, added: true, removed: false });
    removed = '';
    added = '';
  };
  for (const [index, stretch] of stretches.entries()) {
    if (stretch.removed) removed += stretch.value;
    else if (stretch.added) added += stretch.value;
    else {
      const isBetween = removed + added !== '' && index < stretches.length - 1;
      if (isBetween && wordsIn(stretch.value) < LEAST_WORDS_BETWEEN && !stretch.value.includes('\n\n')) {
        removed += stretch.value;
        added += stretch.value;
      } else {
        flush();
        tidy.push(stretch);
      }
    }
  }
  flush();
  return tidy;
}
