import { refusalBook } from '#shared/base/refusal.ts';
import type { Refusal } from '#shared/base/result.ts';
import { type Step, defineNoun } from '#shared/domain/kit/noun.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { meetingSideAccess } from '#shared/domain/meeting/meeting.policy.ts';
import { same } from '#shared/domain/meeting/meeting.rules.ts';
import { MINUTES_STATES, type MinutesBody, minutesBody, minutesIdOf } from './minutes.schema.ts';

export const minutesBook = refusalBook({
  'minutes/meeting-not-closed': {
    duties: [81],
    message: 'Minutes are signed when the meeting is closed.',
    remedy: 'Conclude every agenda item and close the meeting first.',
  },
  'minutes/signed-already': {
    duties: [81],
    message: 'These minutes are signed already.',
    remedy: 'Hand out a copy, or correct a decision in the next meeting.',
  },
  'minutes/not-the-chair': {
    duties: [71, 72, 81],
    message: 'Minutes are signed by the chair who presided.',
    remedy: 'Ask the chair who presided to sign on this workstation with their own pass phrase.',
  },
  'minutes/not-there': { duties: [81], message: 'There is no such meeting, or it is not for you to see.', remedy: '' },
  'minutes/seal-incomplete': { duties: [81, 122], message: 'The seal of these minutes is incomplete.', remedy: 'Sign again.' },
  'minutes/never-changed': {
    duties: [81, 122],
    message: 'Signed minutes are never changed or erased; only copies handed out are added.',
    remedy: 'Correct a decision in the next meeting.',
  },
  'minutes/copy-out-of-order': {
    duties: [184],
    message: 'Copies are numbered 1, 2, 3 without gaps, and what was handed out stays on the list.',
    remedy: '',
  },
  'minutes/signed-only-with-meeting': { duties: [81], message: 'The minutes and their meeting are signed in one step.', remedy: '' },
  'minutes/key-not-theirs': {
    duties: [81, 122],
    message: 'The signature was not made with a key of the chair’s own account.',
    remedy: 'Ask the chair to sign with their own pass phrase.',
  },
});

/** What stands in the way of this person signing the minutes of this meeting now (duty 81). */
export function signingConcerns(meeting: RecordOf<'meeting'> | null, signerId: string): readonly Refusal[] {
  if (meeting === null) return [minutesBook.say('minutes/not-there')];
  if (meeting.state === 'signed') return [minutesBook.say('minutes/signed-already')];
  const refusals: Refusal[] = [];
  if (meeting.state !== 'closed') refusals.push(minutesBook.say('minutes/meeting-not-closed'));
  if (meeting.body.chairId !== signerId) refusals.push(minutesBook.say('minutes/not-the-chair'));
  return refusals;
}

async function checkMinutes({ before, after, actor, reading }: Step<'minutes', MinutesBody>): Promise<readonly Refusal[]> {
  if (after === null) return [minutesBook.say('minutes/never-changed')];
  const { body } = after;
  if (before !== null) {
    const unchanged = { ...body, copies: [] };
    if (
      !same({ ...before.body, copies: [] }, unchanged) ||
      before.state !== after.state ||
      before.parent !== after.parent ||
      before.marking !== after.marking
    )
      return [minutesBook.say('minutes/never-changed')];
    const kept = same(before.body.copies, body.copies.slice(0, before.body.copies.length));
    return kept && body.copies.every((copy, index) => copy.number === index + 1) ? [] : [minutesBook.say('minutes/copy-out-of-order')];
  }
  const meeting = await reading.one('meeting', after.parent);
  if (
    meeting === null ||
    after.id !== minutesIdOf(meeting.id) ||
    body.groupId !== meeting.body.groupId ||
    after.scope !== meeting.scope ||
    after.marking !== meeting.marking
  )
    return [minutesBook.say('minutes/not-there')];
  const refusals: Refusal[] = [];
  if (meeting.state !== 'signed') refusals.push(minutesBook.say('minutes/signed-only-with-meeting'));
  if (body.signedById !== meeting.body.chairId || actor.personId !== body.signedById)
    refusals.push(minutesBook.say('minutes/not-the-chair'));
  if (
    body.sealHash === '' ||
    body.signature === '' ||
    body.signerKey === '' ||
    body.signedAt === '' ||
    body.sealedFileId === '' ||
    body.contentFileId === '' ||
    body.lines < 1 ||
    body.copies.length > 0
  )
    refusals.push(minutesBook.say('minutes/seal-incomplete'));
  const accounts = await reading.many('account', { owner: body.signedById });
  const keys = accounts.flatMap((account) => [account.body.signingKey, ...account.body.formerSigningKeys.map((former) => former.key)]);
  if (!keys.includes(body.signerKey)) refusals.push(minutesBook.say('minutes/key-not-theirs'));
  return refusals;
}

/** The signed minutes of a meeting: written once, never changed, with the list of copies handed out (duties 81, 184). */
export const minutes = defineNoun<'minutes', MinutesBody>({
  kind: 'minutes',
  shape: 1,
  body: minutesBody,
  states: MINUTES_STATES,
  keepsVersions: true,
  accessOf: (record) => meetingSideAccess(record, record.body.groupId),
  check: checkMinutes,
  searchText: ({ body }) => ({ title: body.reference, text: '' }),
});
