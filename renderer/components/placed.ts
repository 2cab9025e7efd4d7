/** Items with their place, for drawing lists that never change their order: parts of a record, rows of a form. */
export function placed<Item>(items: readonly Item[]): readonly { readonly place: number; readonly item: Item }[] {
  return items.map((item, place) => ({ place, item }));
}
