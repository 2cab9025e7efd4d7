const collator = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' });

/** Upward order of two cell values: numbers by size, text as people read it (`A10` after `A9`), empty cells last. */
export function compareCells(a: string | number, b: string | number): number {
  if (a === '' || b === '') return a === b ? 0 : a === '' ? 1 : -1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(String(a), String(b));
}
