import { type Result, ok, refused } from '#shared/base/result.ts';
import { pagesOfPdf } from '#shared/contracts/os/pdf-pages.ts';
import type { PrintFormat } from '#shared/contracts/document/print-document.ts';
import type { DocumentToPrint } from '#shared/domain/kit/document.ts';
import type { AskContext, AskHandler } from '../bridge/ask-handler.ts';
import { argumentRefusals } from '../commands/argument-refusals.ts';
import { cleanPrint } from './clean-print.ts';
import { documentDocx } from './document-docx.ts';
import { documentHtml } from './document-html.ts';
import { type DocumentPrint, documentWords } from './document-print.ts';
import { documentBook } from './document-refusals.ts';
import { sentenceOf } from './hand-out-copy.ts';
import { pageDress } from './page-dress.ts';

/** Finds a document that can be printed by its name. */
export type FindDocument = (name: string) => DocumentToPrint | undefined;

const EXPORTED = 'document.exported';

/**
 * Makes the ask that saves any listed document: it knows no noun, only the list. What is drawn is what the person asking may read.
 * Copies of a document about a record are numbered by the journal; that one was prepared is journalled before it leaves, that it
 * went out after, and a cancelled dialogue uses no number (duties 83, 184).
 */
export function saveDocument(find: FindDocument): AskHandler<'document.save'> {
  const underWay = new Set<string>();
  return async ({ name, args, format }, context) => {
    const listed = find(name);
    if (listed === undefined) return refused(documentBook.say('document/unknown'));
    const parsed = listed.args.safeParse(args);
    if (!parsed.success) return argumentRefusals(parsed.error);
    const no = listed.may(parsed.data, context.actor);
    if (no !== null) return refused(no);
    const { id } = listed.subject(parsed.data);
    const one = `${name} ${id}`;
    if (underWay.has(one)) return refused(documentBook.say('document/copy-under-way'));
    underWay.add(one);
    try {
      return await save(listed, parsed.data, format, context);
    } finally {
      underWay.delete(one);
    }
  };
}

async function save(
  listed: DocumentToPrint,
  args: unknown,
  format: PrintFormat,
  context: AskContext,
): Promise<Result<{ readonly path: string; readonly copyNumber: number; readonly pages: number }>> {
  context.progress(0, 3, 'Reading');
  const { actor, reading } = context;
  const madeAt = context.now();
  const read = await listed.read(args, { actor, reading, now: madeAt });
  if (!read.ok) return read;
  const subject = listed.subject(args);
  const copyNumber = 1 + (await context.journalled(EXPORTED, subject.id)).filter((entry) => entry.facts['document'] === listed.name).length;
  const [force] = await context.full.many('force');
  const print: DocumentPrint = cleanPrint({
    document: read.value,
    force: force?.body.name ?? '',
    sample: force?.body.sample === true,
    copyNumber,
    madeAt,
    madeBy: actor.name,
  });
  const { marking, policeOnly, reference, title } = print.document;
  const facts = { document: listed.name, format, copy: copyNumber, marking, policeOnly };

  const prepared = await context.journalAct({ act: 'document.copy-prepared', subject, facts });
  if (!prepared.ok) return prepared;
  context.progress(1, 3, 'Setting the pages');
  const drawn = await draw(print, format, context);
  if (!drawn.ok) return drawn;
  if (context.signal.aborted) return refused(documentBook.say('document/cancelled'));
  context.progress(2, 3, 'Choose where to save it');
  const suggested = `${[reference, title].filter((text) => text !== '').join(' ')} copy ${copyNumber}`.replace(/[/\\]/g, ' ').slice(0, 140);
  const saved = await sentenceOf(context.os.save(`${suggested}.${format}`, drawn.value.bytes));
  if (!saved.ok) return refused(documentBook.say('document/not-saved', { facts: { says: saved.says } }));
  if (saved.value.path === '') return ok({ path: '', copyNumber: 0, pages: 0 });
  const exported = await context.journalAct({ act: EXPORTED, subject, facts });
  if (!exported.ok)
    return refused(documentBook.say('document/not-noted', { facts: { path: saved.value.path, says: exported.refusals[0].message } }));
  return ok({ path: saved.value.path, copyNumber, pages: drawn.value.pages });
}

async function draw(
  print: DocumentPrint,
  format: PrintFormat,
  context: AskContext,
): Promise<Result<{ readonly bytes: Uint8Array; readonly pages: number }>> {
  if (format === 'docx') return ok({ bytes: await documentDocx(print), pages: 0 });
  const { onePage, layout, title, reference } = print.document;
  const dress = pageDress(documentWords(print), { landscape: layout === 'landscape', onePage });
  const printed = await sentenceOf(
    context.os.print(documentHtml(print), `${title}, ${reference}, copy ${print.copyNumber}`.slice(0, 400), dress),
  );
  if (!printed.ok) return refused(documentBook.say('document/not-printed', { facts: { says: printed.says } }));
  const pages = pagesOfPdf(printed.value);
  if (onePage && pages > 1) return refused(documentBook.say('document/more-than-one-page', { facts: { pages } }));
  return ok({ bytes: printed.value, pages });
}
