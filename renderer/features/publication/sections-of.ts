import type { PublicationPage } from '#shared/domain/publication/publication.queries.ts';

type Part = PublicationPage['parts'][number];
interface Block extends Pick<Part, 'id' | 'heading' | 'text'> {
  readonly rows: readonly Part[];
}
interface Document extends Block {
  readonly blocks: readonly Block[];
}

/** The parts of a publication, which stand in reading order, as documents with their blocks and rows; what comes before the first document is its opening. */
export function sectionsOf(parts: readonly Part[]): { readonly opening: string; readonly documents: readonly Document[] } {
  const opening: string[] = [];
  const documents: (Block & { rows: Part[]; blocks: (Block & { rows: Part[] })[] })[] = [];
  for (const part of parts) {
    const { id, heading, text, level = 3 } = part;
    const document = documents.at(-1);
    if (level === 1 && heading !== '') documents.push({ id, heading, text, rows: [], blocks: [] });
    else if (document === undefined) opening.push(text);
    else if (level === 2) document.blocks.push({ id, heading, text, rows: [] });
    else (document.blocks.at(-1) ?? document).rows.push(part);
  }
  return { opening: opening.join(' '), documents };
}
