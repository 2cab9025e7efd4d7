import type { DocumentToPrint } from './kit/document.ts';
import { publicationDocument } from './publication/publication.document.ts';

/** Every document that can be printed or saved by name. The machine in `electron/engine/documents/` reads this list and no noun. */
export const documents = [publicationDocument] as const satisfies readonly DocumentToPrint[];
