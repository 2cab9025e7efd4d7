export interface FieldChange {
  /** Dotted path. */
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What differs between two versions of a record's content, field by field; lists are compared as a whole. */
export function changedFields(before: unknown, after: unknown, path = ''): readonly FieldChange[] {
  if (!isPlain(before) || !isPlain(after)) return same(before, after) ? [] : [{ field: path, before, after }];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => changedFields(before[name], after[name], path === '' ? name : `${path}.${name}`));
}

/** A field's name as words: `outcomeReason` is `outcome reason`. */
export function fieldWords(field: string): string {
  return field
    .replace(/Id(s?)$/, '$1')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('.', ' › ')
    .toLowerCase();
}
