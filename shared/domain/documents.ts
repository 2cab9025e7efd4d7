import { inspectionPack } from './duty/duty.document.ts';
import { governanceReport } from './governance/governance.document.ts';
import type { DocumentToPrint } from './kit/document.ts';

/** Every document that can be printed or saved by name. The machine in `electron/engine/documents/` reads this list and no noun. */
export const documents = [inspectionPack, governanceReport] as const satisfies readonly DocumentToPrint[];
