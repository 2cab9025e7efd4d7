import type { z } from 'zod';
import { inspectionPack } from './duty/duty.document.ts';
import { governanceReport } from './governance/governance.document.ts';
import type { DocumentToPrint } from './kit/document.ts';
import { controlStrategyDocument } from './control-strategy/control-strategy.document.ts';
import { intelligenceRequirementDocument } from './intelligence-requirement/intelligence-requirement.document.ts';
import { prioritiesInForceDocument } from './priority/priority.document.ts';
import { issueRegisterDocument, prioritisationDocument } from './prioritisation/prioritisation.document.ts';
import { publicationDocument } from './publication/publication.document.ts';
import { assessmentDocument } from './strategic-assessment/strategic-assessment.document.ts';

/** Every document that can be printed or saved by name. The machine in `electron/engine/documents/` reads this list and no noun. */
export const documents = [
  controlStrategyDocument,
  intelligenceRequirementDocument,
  prioritiesInForceDocument,
  assessmentDocument,
  publicationDocument,
  prioritisationDocument,
  issueRegisterDocument,
  inspectionPack,
  governanceReport,
] as const;

type AnyDocument = (typeof documents)[number];
export type DocumentName = AnyDocument['name'];
/** What the window sends: the arguments before parsing. */
export type DocumentArgs<Name extends DocumentName> = z.input<Extract<AnyDocument, { readonly name: Name }>['args']>;

const documentsByName = new Map((documents as readonly unknown[] as readonly DocumentToPrint[]).map((one) => [one.name, one]));

/** By name, for the machine that receives a name from outside. */
export function findDocument(name: string): DocumentToPrint | undefined {
  return documentsByName.get(name);
}
