import { withoutForbiddenCharacters } from '#shared/base/text.ts';
import type { DocumentPrint } from './document-print.ts';

/** The same text without what may not stand in XML or would reorder what a reader sees. */
const clean = (text: string): string => withoutForbiddenCharacters(text).replace(/[\uFFFE\uFFFF]/g, '');

/** Every text of a value, cleaned; everything else as it is. */
function cleaned<T>(value: T): T {
  if (typeof value === 'string') return clean(value) as T;
  if (Array.isArray(value)) return value.map(cleaned) as T;
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, cleaned(inner as unknown)])) as T;
  return value;
}

/** What is printed as it may be drawn, whatever a record held: a cell of a table may hold anything that was pasted. */
export const cleanPrint = (print: DocumentPrint): DocumentPrint => cleaned(print);
