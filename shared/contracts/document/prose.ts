/** A paragraph, whose single line breaks stay, or a list. */
export type ProsePart =
  | { readonly type: 'paragraph'; readonly text: string }
  | { readonly type: 'list'; readonly items: readonly string[] };

const ITEM = /^\s*- +/;

/** The prose of a block as paragraphs and lists: an empty line ends one, and lines that begin with "- " are a list. */
export function proseParts(text: string): readonly ProsePart[] {
  const parts: ProsePart[] = [];
  for (const stretch of text.split(/\n\s*\n/)) {
    let plain: string[] = [];
    let items: string[] = [];
    const endPlain = (): void => {
      if (plain.some((line) => line.trim() !== '')) parts.push({ type: 'paragraph', text: plain.join('\n') });
      plain = [];
    };
    const endItems = (): void => {
      if (items.length > 0) parts.push({ type: 'list', items });
      items = [];
    };
    for (const line of stretch.split('\n')) {
      if (ITEM.test(line)) {
        endPlain();
        items.push(line.replace(ITEM, ''));
      } else {
        endItems();
        plain.push(line);
      }
    }
    endPlain();
    endItems();
  }
  return parts;
}
