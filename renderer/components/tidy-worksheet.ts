/** Highest row and column a worksheet may use. */
export interface SheetBounds {
  readonly rows: number;
  readonly columns: number;
}

const EMPTY_CELL = /<c(?=[\s/>])[^<>]*(?:\/>|>(?:<f(?=[\s/>])[^<>]*\/>|<f(?=[\s/>])[^<>]*>[^<]*<\/f>)?<\/c>)/g;
const EMPTY_ROW = /<row(?=[\s/>])[^<>]*(?:\/>|>\s*<\/row>)/g;
const TAG = /<(row|c)(?=[\s/>])([^<>]*)>/g;
const BEGINS = /<(?:row|c)(?=[\s/>])/g;
const PLACE = /\sr\s*=\s*("[^"]*"|'[^']*')/g;

export type TidySheet = { readonly ok: true; readonly xml: string } | { readonly ok: false; readonly why: 'odd' | 'rows' | 'columns' };

/**
 * The cells of a worksheet without the empty ones, which a spreadsheet keeps by the million for their colour alone; or which bound it
 * breaks. Every place must be written as spreadsheets write it: a row called `1e9` would be believed by what reads the cells, and filled up to.
 */
export function tidyWorksheet(xml: string, { rows, columns }: SheetBounds): TidySheet {
  const tidy = xml.replace(EMPTY_CELL, '').replace(EMPTY_ROW, '');
  let tags = 0;
  for (const [, tag, attributes = ''] of tidy.matchAll(TAG)) {
    tags += 1;
    if (attributes.includes('&') || (attributes.split('"').length + attributes.split("'").length) % 2 !== 0)
      return { ok: false, why: 'odd' };
    const places = [...attributes.matchAll(PLACE)].map((found) => (found[1] ?? '').slice(1, -1));
    if (places.length > 1) return { ok: false, why: 'odd' };
    const [place] = places;
    if (place === undefined) continue;
    const known = (tag === 'row' ? /^()(\d{1,7})$/ : /^([A-Z]{1,3})(\d{1,7})$/).exec(place);
    if (known === null) return { ok: false, why: 'odd' };
    if (Number(known[2]) > rows) return { ok: false, why: 'rows' };
    if (columnNumber(known[1] ?? '') > columns) return { ok: false, why: 'columns' };
  }
  return tags === (tidy.match(BEGINS)?.length ?? 0) ? { ok: true, xml: tidy } : { ok: false, why: 'odd' };
}

/** `A` is 1, `AA` is 27; nothing is 0. */
function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}
