import { forceText } from '#renderer/text/force.ts';

/** What kind of place it is, in words. */
export function nodeKindWords(node: { readonly kind: 'force' | 'area' | 'unit' }): string {
  return forceText.structure.kinds[node.kind];
}
