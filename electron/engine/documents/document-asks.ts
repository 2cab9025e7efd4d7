import { ok, refused } from '#shared/base/result.ts';
import { writeMinutes } from '#shared/domain/minutes/write-minutes.ts';
import type { AskHandler, AskHandlers } from '../bridge/ask-handler.ts';
import { documentBook } from './document-refusals.ts';
import { handOutCopy, sentenceOf } from './hand-out-copy.ts';
import { minutesAtHand } from './minutes-of-meeting.ts';
import { signMinutes } from './sign-minutes.ts';

export interface DocumentParts {
  /** The stand-alone verifier page; null when it was not built. */
  readonly verifierPage: () => Promise<Uint8Array | null>;
}

/** The asks that make documents of the minutes (duties 81, 119, 122, 184). */
export function documentAsks(parts: DocumentParts): AskHandlers<'minutes.preview' | 'minutes.sign' | 'minutes.hand-out' | 'verifier.save'> {
  return {
    'minutes.preview': previewMinutes,
    'minutes.sign': signMinutes,
    'minutes.hand-out': handOutCopy(),
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
  const { content, forPartners, signature } = found.value;
  return ok({ document: partnerAgencyId === '' ? writeMinutes(content, 'full') : writeMinutes(forPartners, 'partner'), signature });
};
