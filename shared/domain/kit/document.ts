import type { z } from 'zod';
import type { Refusal, Result } from '#shared/base/result.ts';
import type { PrintDocument } from '#shared/contracts/document/print-document.ts';
import type { Actor } from '#shared/domain/access/access.ts';
import type { Kind } from '#shared/domain/bodies.ts';
import type { QueryContext } from './query.ts';

/**
 * A document a person can print or save. `read` builds it from what the person may read; the engine draws it as PDF or DOCX, saves it where the person
 * chooses, and journals `document.exported` with the subject. One per name, listed in `shared/domain/documents.ts`.
 */
export interface DocumentToPrint<Name extends string = string, Shape extends z.ZodType = z.ZodType> {
  readonly name: Name;
  readonly args: Shape;
  may(args: z.output<Shape>, actor: Actor): Refusal | null;
  subject(args: z.output<Shape>): { readonly kind: Kind; readonly id: string };
  read(args: z.output<Shape>, context: QueryContext): Promise<Result<PrintDocument>>;
}

export function defineDocument<const Name extends string, Shape extends z.ZodType>(
  document: Omit<DocumentToPrint<Name, Shape>, 'may'> & Partial<Pick<DocumentToPrint<Name, Shape>, 'may'>>,
): DocumentToPrint<Name, Shape> {
  return { may: () => null, ...document };
}
