import { canonicalJson } from '#shared/base/canonical.ts';
import { sha256Hex } from '#shared/base/digest.ts';
import { type Result, ok, refused } from '#shared/base/result.ts';
import { fingerprintOf } from '#shared/contracts/sealed/sealed-line.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { runsGroup } from '#shared/domain/meeting/meeting.policy.ts';
import type { MinutesContent } from '#shared/domain/minutes/minutes-content.ts';
import type { SignatureShown } from '#shared/domain/minutes/minutes-document.ts';
import { readMinutesContent } from '#shared/domain/minutes/minutes.queries.ts';
import { minutesBook } from '#shared/domain/minutes/minutes.rules.ts';
import { namesOf } from '#shared/domain/minutes/write-minutes.ts';
import { NO_TASKING } from '#shared/domain/minutes/tasking-entries.ts';
import { restrictedAsNow, taskingWhere } from '#shared/domain/minutes/withhold.ts';
import type { AskContext } from '../bridge/ask-handler.ts';
import { documentBook } from './document-refusals.ts';

/** A meeting whose minutes the person signed in may look at or handle, and what its minutes are made of. */
export interface MinutesAtHand {
  readonly meeting: RecordOf<'meeting'>;
  /** Null until the chair has signed. */
  readonly minutes: RecordOf<'minutes'> | null;
  readonly content: MinutesContent;
  /** The same with what has become police only since it was sealed: partners' copies are made from it. */
  readonly forPartners: MinutesContent;
  readonly signature: SignatureShown | null;
}

/**
 * Reads a meeting for its minutes. Signed ones come from the records as they stood when sealed, so a later change of rank
 * or name changes no minutes; refused when those no longer match their digest.
 */
export async function minutesAtHand(
  context: AskContext,
  meetingId: string,
  handling: 'looking' | 'handling',
): Promise<Result<MinutesAtHand>> {
  const meeting = await context.reading.one('meeting', meetingId);
  if (meeting === null) return refused(minutesBook.say('minutes/not-there'));
  if (handling === 'handling' && !runsGroup(context.actor, meeting.body.groupId))
    return refused(documentBook.say('minutes/not-yours-to-handle'));
  // Someone who only looks is shown what they may read; what is signed or handed out is the whole.
  const live = await readMinutesContent(handling === 'looking' ? context.reading : context.full, meetingId);
  if (live === null) return refused(minutesBook.say('minutes/not-there'));
  const { minutes } = live;
  if (minutes === null || minutes.body.contentFileId === '') {
    return ok({ meeting, minutes, content: live, forPartners: live, signature: minutes === null ? null : signatureOf(minutes, live) });
  }
  const frozen = await frozenContent(context, minutes);
  if (frozen === null)
    return refused(documentBook.say('minutes/sealed-not-whole', { facts: { says: 'the frozen records were changed.' } }));
  const content = handling === 'looking' ? onlyReadable(frozen, live) : frozen;
  return ok({ meeting, minutes, content, forPartners: restrictedAsNow(content, live), signature: signatureOf(minutes, frozen) });
}

/** The records as frozen text, with its digest. */
export function freezeContent(content: MinutesContent): { readonly bytes: Uint8Array; readonly digest: string } {
  const text = canonicalJson(content);
  return { bytes: new TextEncoder().encode(text), digest: sha256Hex(text) };
}

async function frozenContent(context: AskContext, minutes: RecordOf<'minutes'>): Promise<MinutesContent | null> {
  const bytes = await context.readFile(minutes.body.contentFileId);
  if (bytes === null || sha256Hex(bytes) !== minutes.body.contentDigest) return null;
  return JSON.parse(new TextDecoder().decode(bytes)) as MinutesContent;
}

/** The frozen records, without those the person may not read today. */
function onlyReadable(frozen: MinutesContent, readable: MinutesContent): MinutesContent {
  const keep = <T extends { readonly id: string }>(all: readonly T[], shown: readonly { readonly id: string }[]): T[] => {
    const ids = new Set(shown.map((one) => one.id));
    return all.filter((one) => ids.has(one.id));
  };
  return {
    ...frozen,
    items: keep(frozen.items, readable.items),
    entries: keep(frozen.entries, readable.entries),
    decisions: keep(frozen.decisions, readable.decisions),
    actions: keep(frozen.actions, readable.actions),
    papers: keep(frozen.papers, readable.papers),
    ...(frozen.tasking === undefined ? {} : { tasking: taskingWhere(frozen.tasking, ({ id }) => readableMatters(readable).has(id)) }),
  };
}

function readableMatters({ tasking }: MinutesContent): ReadonlySet<string> {
  return new Set(Object.values(tasking ?? NO_TASKING).flatMap((all: readonly { readonly id: string }[]) => all.map((one) => one.id)));
}

function signatureOf(minutes: RecordOf<'minutes'>, content: MinutesContent): SignatureShown {
  const { body } = minutes;
  return {
    signerName: namesOf(content)(body.signedById),
    role: content.meeting.body.chairIsDeputy ? 'Deputy chair, who presided' : 'Chair',
    signedAt: body.signedAt,
    fingerprint: fingerprintOf(body.signerKey),
    sealHash: body.sealHash,
    lines: body.lines,
  };
}
