import { create, type Delta } from 'jsondiffpatch';

const differ = create({
  objectHash: (item, index) => {
    const id = (item as { readonly id?: unknown }).id;
    return typeof id === 'string' ? id : `at ${String(index)}`;
  },
});

export type Update = { readonly t: 'none' } | { readonly t: 'delta'; readonly delta: Delta } | { readonly t: 'view' };

/** What to send a window that has `before`, so that it has `after`: nothing, the difference, or the whole when that is shorter. */
export function difference(before: unknown, after: unknown): Update {
  const delta = differ.diff(before, after);
  if (delta === undefined) return { t: 'none' };
  return JSON.stringify(delta).length < JSON.stringify(after).length ? { t: 'delta', delta } : { t: 'view' };
}
