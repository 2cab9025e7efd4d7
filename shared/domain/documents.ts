import type { DocumentToPrint } from './kit/document.ts';
import { assessmentDocument } from './strategic-assessment/strategic-assessment.document.ts';

/** Every document that can be printed or saved by name. The machine in `electron/engine/documents/` reads this list and no noun. */
export const documents = [assessmentDocument] as const satisfies readonly DocumentToPrint[];
