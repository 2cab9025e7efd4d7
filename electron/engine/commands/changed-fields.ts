const MOST_FIELDS = 100;
const STAMPS = new Set(['rev', 'shape', 'access', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy']);

/** Dotted paths of what differs between two versions of a record: names of fields only, never what is in them. Lists count as one field. */
export function changedFields(before: object, after: object): string[] {
  const paths: string[] = [];
  walk(before, after, '', paths);
  const named = paths.filter((path) => !STAMPS.has(path)).sort();
  return named.length > MOST_FIELDS ? [...named.slice(0, MOST_FIELDS), '...'] : named;
}

function walk(before: object, after: object, prefix: string, paths: string[]): void {
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [left, right] = [valueAt(before, key), valueAt(after, key)];
    const path = prefix === '' ? key : `${prefix}.${key}`;
    if (isPlain(left) && isPlain(right) && path.split('.').length < 4) walk(left, right, path, paths);
    else if (JSON.stringify(left) !== JSON.stringify(right)) paths.push(path);
  }
}

const valueAt = (holder: object, key: string): unknown =>
  Object.hasOwn(holder, key) ? (holder as Record<string, unknown>)[key] : undefined;
const isPlain = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);
