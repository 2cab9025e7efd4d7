import { type Result, ok, refused } from '#shared/base/result.ts';
import { dayOf } from '#shared/base/time.ts';
import { copySealed } from '#shared/contracts/sealed/seal-file.ts';
import { SEALED_FILE_ENDING } from '#shared/contracts/sealed/sealed-format.ts';
import { verifySealed } from '#shared/contracts/sealed/verify-sealed.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { rewritten } from '#shared/domain/meeting/parts.ts';
import type { CopyShown, Edition, MinutesDocument } from '#shared/domain/minutes/minutes-document.ts';
import type { CopyHandedOut } from '#shared/domain/minutes/minutes.schema.ts';
import { policeOnlyOf } from '#shared/domain/minutes/withhold.ts';
import { writeMinutes } from '#shared/domain/minutes/write-minutes.ts';
import { hasMutualConsent } from '#shared/domain/partner-agency/partner-agency.rules.ts';
import type { AskContext, AskHandler } from '../bridge/ask-handler.ts';
import { documentBook } from './document-refusals.ts';
import { minutesDocx } from './minutes-docx.ts';
import { minutesHtml } from './minutes-html.ts';
import { type MinutesAtHand, minutesAtHand } from './minutes-of-meeting.ts';
import { minutesDress } from './page-dress.ts';
import { newSalt } from './sign-minutes.ts';

type Format = CopyHandedOut['format'];
type SignedMinutes = MinutesAtHand & { readonly minutes: RecordOf<'minutes'> };

/**
 * Makes the ask that hands out a numbered copy. The copy counts from the moment the person chose where it goes:
 * a cancelled dialogue hands out nothing and uses no number. That one was prepared is journalled before, that it went out
 * after, so a copy that left while the computer failed still left a trace (duty 184).
 */
export function handOutCopy(): AskHandler<'minutes.hand-out'> {
  const underWay = new Set<string>();
  return async ({ meetingId, format, recipient, partnerAgencyId }, context) => {
    const found = await minutesAtHand(context, meetingId, 'handling');
    if (!found.ok) return found;
    const { minutes } = found.value;
    if (minutes === null || found.value.signature === null) return refused(documentBook.say('minutes/not-signed'));
    if (underWay.has(meetingId)) return refused(documentBook.say('minutes/copy-under-way'));
    const sharing = await sharingConcern(context, partnerAgencyId);
    if (sharing !== null) return sharing;
    underWay.add(meetingId);
    try {
      return await handOut({ ...found.value, minutes }, context, { format, recipient, partnerAgencyId });
    } finally {
      underWay.delete(meetingId);
    }
  };
}

async function handOut(
  found: SignedMinutes,
  context: AskContext,
  wish: { readonly format: Format; readonly recipient: string; readonly partnerAgencyId: string },
): Promise<Result<{ readonly path: string; readonly copyNumber: number; readonly withheld: number }>> {
  const { minutes } = found;
  const edition: Edition = wish.partnerAgencyId === '' ? 'full' : 'partner';
  const document = writeMinutes(edition === 'full' ? found.content : found.forPartners, edition);
  const number = minutes.body.copies.length + 1;
  const copy: CopyShown = { number, recipient: wish.recipient, generatedAt: context.now() };
  const withheld = document.withheld?.total ?? 0;
  const facts = { format: wish.format, copy: number, partner: wish.partnerAgencyId, withheld };
  const subject = { kind: 'minutes', id: minutes.id } as const;

  const prepared = await context.journalAct({ act: 'minutes.copy-prepared', subject, facts });
  if (!prepared.ok) return prepared;
  const bytes = await copyBytes(found, context, wish.format, document, copy);
  if (!bytes.ok) return bytes;
  const name = `${minutes.body.reference.replaceAll('/', ' ')} minutes copy ${number}${ENDINGS[wish.format]}`;
  const saved = await sentenceOf(context.os.save(name, bytes.value));
  if (!saved.ok) return refused(documentBook.say('minutes/not-saved', { facts: { says: saved.says } }));
  if (saved.value.path === '') return ok({ path: '', copyNumber: 0, withheld });

  const listed: CopyHandedOut = {
    number,
    recipient: wish.recipient,
    format: wish.format,
    forPartnerAgencyId: wish.partnerAgencyId,
    withheld,
    at: context.now(),
    byId: context.actor.personId,
  };
  const written = await context.runChanges({
    act: 'minutes.handed-out',
    actor: context.actor,
    changes: [{ put: rewritten(minutes, { body: { copies: [...minutes.body.copies, listed] } }) }],
    subject,
    facts,
  });
  if (!written.ok)
    return refused(documentBook.say('minutes/copy-not-listed', { facts: { path: saved.value.path, says: written.refusals[0].message } }));
  return ok({ path: saved.value.path, copyNumber: number, withheld });
}

const ENDINGS: Readonly<Record<Format, string>> = { pdf: '.pdf', docx: '.docx', sealed: SEALED_FILE_ENDING };

async function copyBytes(
  found: SignedMinutes,
  context: AskContext,
  format: Format,
  document: MinutesDocument,
  copy: CopyShown,
): Promise<Result<Uint8Array>> {
  if (format === 'sealed') return sealedCopy(found, context, document.edition, copy);
  const print = { minutes: document, signature: found.signature, copy };
  if (format === 'docx') return ok(await minutesDocx(print));
  context.progress(0, 1, 'Setting the pages');
  const printed = await sentenceOf(
    context.os.print(minutesHtml(print), `${print.minutes.title}, ${print.minutes.reference}, copy ${copy.number}`, minutesDress(print)),
  );
  return printed.ok ? ok(printed.value) : refused(documentBook.say('minutes/not-printed', { facts: { says: printed.says } }));
}

/** A copy of the sealed file; it is verified before it leaves, and what became police only since it was sealed is withheld too. */
async function sealedCopy(
  { minutes, forPartners }: SignedMinutes,
  context: AskContext,
  edition: Edition,
  copy: CopyShown,
): Promise<Result<Uint8Array>> {
  const sealed = await context.readFile(minutes.body.sealedFileId);
  const report = sealed === null ? null : verifySealed(sealed);
  if (sealed === null || report === null || report.outcome !== 'whole' || report.sealHash !== minutes.body.sealHash) {
    return refused(
      documentBook.say('minutes/sealed-not-whole', { facts: { says: report?.says ?? 'a part of the stored file is missing.' } }),
    );
  }
  const closed = policeOnlyOf(forPartners).ids;
  const withheld =
    edition === 'full'
      ? []
      : report.entries.filter(({ entry }) => entry !== null && (entry.policeOnly || closed.has(entry.id))).map((one) => one.line);
  const bytes = await copySealed(sealed, {
    number: copy.number,
    recipient: copy.recipient,
    edition,
    withheld,
    madeAt: copy.generatedAt,
    newSalt,
    device: { name: context.device.name, key: context.device.publicKey, sign: (message) => context.device.sign(message) },
  });
  return ok(bytes);
}

/** What stands in the way of sharing with the agency today: consent on both sides and an agreement in date (duties 67, 68, 119). */
async function sharingConcern(context: AskContext, partnerAgencyId: string): Promise<Result<never> | null> {
  if (partnerAgencyId === '') return null;
  const agency = await context.full.one('partner-agency', partnerAgencyId);
  if (agency === null || agency.state !== 'in-use')
    return refused(documentBook.say('minutes/agency-unknown', { field: 'partnerAgencyId' }));
  const today = dayOf(context.now());
  const facts = { agency: agency.body.name };
  if (!hasMutualConsent(agency.body, today))
    return refused(documentBook.say('minutes/no-mutual-consent', { field: 'partnerAgencyId', facts }));
  const { agreement } = agency.body;
  if (agreement === null || today < agreement.from || today > agreement.to)
    return refused(documentBook.say('minutes/agreement-not-in-date', { field: 'partnerAgencyId', facts }));
  return null;
}

/** The process that owns the operating system rejects with a sentence for people. */
export async function sentenceOf<T>(
  work: Promise<T>,
): Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly says: string }> {
  try {
    return { ok: true, value: await work };
  } catch (error) {
    return { ok: false, says: error instanceof Error ? error.message : String(error) };
  }
}
