import { ok, refused } from '#shared/base/result.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import type { CopyListed } from '#shared/domain/minutes/minutes-document.ts';
import { writeMinutes } from '#shared/domain/minutes/write-minutes.ts';
import { rankAndName } from '#shared/domain/person/person-name.ts';
import type { AskContext, AskHandler, AskHandlers } from '../bridge/ask-handler.ts';
import { documentBook } from './document-refusals.ts';
import { handOutCopy, sentenceOf } from './hand-out-copy.ts';
import { minutesAtHand } from './minutes-of-meeting.ts';
import { saveCalendar } from './save-calendar.ts';
import { type FindDocument, saveDocument } from './save-document.ts';
import { signMinutes } from './sign-minutes.ts';

export interface DocumentParts {
  /** The stand-alone verifier page; null when it was not built. */
  readonly verifierPage: () => Promise<Uint8Array | null>;
  readonly findDocument: FindDocument;
}

/** The asks that make documents: of the minutes, and any that is listed (duties 81, 119, 122, 184). */
export function documentAsks(
  parts: DocumentParts,
): AskHandlers<'minutes.preview' | 'minutes.sign' | 'minutes.hand-out' | 'verifier.save' | 'document.save' | 'calendar.save'> {
  return {
    'minutes.preview': previewMinutes,
    'minutes.sign': signMinutes,
    'minutes.hand-out': handOutCopy(),
    'document.save': saveDocument(parts.findDocument),
    'calendar.save': saveCalendar,
    async 'verifier.save'(_args, context) {
      const page = await parts.verifierPage();
      if (page === null) return refused(documentBook.say('verifier/not-here'));
      const saved = await sentenceOf(context.os.save('Cordon verifier.html', page));
      if (!saved.ok) return refused(documentBook.say('verifier/not-saved', { facts: { says: saved.says } }));
      if (saved.value.path !== '') {
        const journalled = await context.journalAct({ act: 'verifier.saved', subject: null });
        if (!journalled.ok) return journalled;
      }
      return ok({ path: saved.value.path });
    },
  };
}

/** The minutes as this person may read them, or as a partner would be given them. */
const previewMinutes: AskHandler<'minutes.preview'> = async ({ meetingId, partnerAgencyId }, context) => {
  const found = await minutesAtHand(context, meetingId, 'looking');
  if (!found.ok) return found;
  const { content, forPartners, signature, minutes } = found.value;
  const document = partnerAgencyId === '' ? writeMinutes(content, 'full') : writeMinutes(forPartners, 'partner');
  return ok({ document, signature, copies: await copiesOf(context, minutes) });
};

async function copiesOf({ reading }: AskContext, minutes: RecordOf<'minutes'> | null): Promise<CopyListed[]> {
  const copies = minutes?.body.copies ?? [];
  const people = new Map(
    (await reading.some('person', [...new Set(copies.map((copy) => copy.byId))])).map((person) => [person.id, rankAndName(person.body)]),
  );
  const agencyIds = [...new Set(copies.map((copy) => copy.forPartnerAgencyId).filter((id) => id !== ''))];
  const agencies = new Map((await reading.some('partner-agency', agencyIds)).map((agency) => [agency.id, agency.body.name]));
  return copies.map(({ number, recipient, format, forPartnerAgencyId, withheld, at, byId }) => ({
    number,
    recipient,
    format,
    withheld,
    at,
    partner: agencies.get(forPartnerAgencyId) ?? '',
    by: people.get(byId) ?? '',
  }));
}
