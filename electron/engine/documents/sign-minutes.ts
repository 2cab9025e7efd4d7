import { randomBytes } from 'node:crypto';
import { type Result, ok, refused } from '#shared/base/result.ts';
import { dayOf } from '#shared/base/time.ts';
import { sealFile } from '#shared/contracts/sealed/seal-file.ts';
import { verifySealed } from '#shared/contracts/sealed/verify-sealed.ts';
import { type Actor, accessClassOf, mayRead } from '#shared/domain/access/access.ts';
import { actorFrom } from '#shared/domain/access/actor.ts';
import { partOf, rewritten } from '#shared/domain/meeting/parts.ts';
import type { MinutesContent } from '#shared/domain/minutes/minutes-content.ts';
import { minutesBook, signingConcerns } from '#shared/domain/minutes/minutes.rules.ts';
import { minutesIdOf } from '#shared/domain/minutes/minutes.schema.ts';
import { sealedEntriesOf } from '#shared/domain/minutes/sealed-entries.ts';
import { NO_TASKING } from '#shared/domain/minutes/tasking-entries.ts';
import { namesOf } from '#shared/domain/minutes/write-minutes.ts';
import type { AskContext, AskHandler, PersonalSignature } from '../bridge/ask-handler.ts';
import { documentBook } from './document-refusals.ts';
import { freezeContent, minutesAtHand } from './minutes-of-meeting.ts';

/** 32 random hex digits. */
export const newSalt = (): string => randomBytes(16).toString('hex');

/**
 * Signs the minutes of a closed meeting: the chair who presided types their own pass phrase while the secretary's session
 * stays open. The sealed file, the minutes, the meeting's new state and the journal entry are written as one unit or not at all (duty 81).
 */
export const signMinutes: AskHandler<'minutes.sign'> = async ({ meetingId, signInName, passPhrase }, context) => {
  const found = await minutesAtHand(context, meetingId, 'handling');
  if (!found.ok) return found;
  const { meeting, content } = found.value;
  const chair = await chairSigning(context, meeting.body.chairId, signInName);
  const [concern, ...more] = [...signingConcerns(meeting, chair.personId), ...reasonsMissing(content)];
  if (concern !== undefined) return refused(concern, ...more);
  if (chair.actor === null || !readsAll(chair.actor, content)) return refused(documentBook.say('minutes/chair-may-not-read'));

  context.progress(1, 3, 'Sealing every entry');
  const at = context.now();
  const { header, entries } = sealedEntriesOf(content, at);
  const role = meeting.body.chairIsDeputy ? 'Deputy chair, who presided' : 'Chair';
  let signed: Result<PersonalSignature> | null = null;
  const refusal = new Error('the signature was refused');
  const sealed = await sealFile({
    header,
    entries,
    newSalt,
    signedAt: at,
    signer: {
      personId: chair.personId,
      name: namesOf(content)(chair.personId),
      role,
      key: chair.signingKey,
      async sign(message) {
        signed = await context.signAs(signInName, passPhrase, message);
        if (!signed.ok) throw refusal;
        return signed.value.signature;
      },
    },
    device: { name: context.device.name, key: context.device.publicKey, sign: (message) => context.device.sign(message) },
  }).catch((error: unknown) => {
    if (error !== refusal) throw error;
    return null;
  });
  const outcome = signed as Result<PersonalSignature> | null;
  if (sealed === null || outcome === null || !outcome.ok) {
    if (outcome === null || outcome.ok) throw new Error('no signature was asked for');
    return outcome;
  }
  if (outcome.value.personId !== chair.personId || outcome.value.publicKey !== chair.signingKey)
    return refused(minutesBook.say('minutes/key-not-theirs'));

  context.progress(2, 3, 'Checking the seal');
  const report = verifySealed(sealed.bytes);
  if (report.outcome !== 'whole') throw new Error('a file just sealed does not verify');

  const frozen = freezeContent(content);
  const [sealedFileId, contentFileId] = [context.newId(), context.newId()];
  const minutesId = minutesIdOf(meeting.id);
  const written = await context.runChanges({
    act: 'minutes.signed',
    actor: chair.actor,
    changes: [
      {
        put: partOf(meeting, 'minutes', {
          id: minutesId,
          state: 'signed',
          sortAt: meeting.body.startsAt,
          body: {
            groupId: meeting.body.groupId,
            reference: meeting.body.reference,
            sealHash: sealed.sealHash,
            lines: sealed.lines,
            sealedFileId,
            contentFileId,
            contentDigest: frozen.digest,
            signedAt: at,
            signedById: chair.personId,
            signerKey: chair.signingKey,
            signature: sealed.signature,
            copies: [],
          },
        }),
      },
      { put: rewritten(meeting, { state: 'signed' }) },
    ],
    files: [
      { id: sealedFileId, bytes: sealed.bytes, ofId: minutesId },
      { id: contentFileId, bytes: frozen.bytes, ofId: minutesId },
    ],
    subject: { kind: 'minutes', id: minutesId },
    facts: { sealHash: sealed.sealHash, lines: sealed.lines, session: context.actor.personId },
  });
  if (!written.ok) return written;
  context.progress(3, 3, 'Signed');
  return ok({ sealHash: sealed.sealHash, signerName: namesOf(content)(chair.personId) });
};

interface ChairSigning {
  readonly personId: string;
  readonly signingKey: string;
  /** Null when there is no such account: the pass phrase is then not even tried. */
  readonly actor: Actor | null;
}

/** Whose sign-in name it is; nobody's for a name without an open account, which then is not the chair's. */
async function chairSigning(context: AskContext, chairId: string, signInName: string): Promise<ChairSigning> {
  const accounts = await context.full.many('account', { state: 'open' });
  const account = accounts.find((one) => one.body.signInName === signInName);
  if (account === undefined) return { personId: '', signingKey: '', actor: null };
  const person = account.body.personId === chairId ? await context.full.one('person', chairId) : null;
  const appointments = person === null ? [] : await context.full.many('appointment', { owner: person.id });
  return {
    personId: account.body.personId,
    signingKey: account.body.signingKey,
    actor: person === null ? null : actorFrom(person, appointments, dayOf(context.now())),
  };
}

function reasonsMissing(content: MinutesContent) {
  const without = content.decisions.filter((decision) => decision.body.rationale.trim() === '');
  return without.map((decision) => documentBook.say('minutes/reason-missing', { facts: { short: `D${decision.number}` } }));
}

function readsAll(chair: Actor, content: MinutesContent): boolean {
  const { recommendations, bids, commissions, reviews } = content.tasking ?? NO_TASKING;
  const all = [
    content.meeting,
    ...content.items,
    ...content.entries,
    ...content.decisions,
    ...content.actions,
    ...content.papers,
    ...recommendations,
    ...bids,
    ...commissions,
    ...reviews,
  ];
  return all.every((record) => mayRead(chair, accessClassOf(record.access)));
}
