import { refusalBook } from '#shared/base/refusal.ts';
import { dayOf } from '#shared/base/time.ts';
import { mayRead, accessClassOf } from '#shared/domain/access/access.ts';
import { defineNoun } from '#shared/domain/kit/noun.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { readershipOf } from '#shared/domain/publication/publication-concerns.ts';
import { receiptAccess } from '#shared/domain/publication/publication.policy.ts';
import { isOfAudience } from '#shared/domain/publication/readers.ts';
import { READ_RECEIPT_STATES, type ReadReceiptBody, readReceiptBody } from './read-receipt.schema.ts';

export const readReceiptBook = refusalBook({
  'read-receipt/not-for-you': {
    duties: [99, 108],
    message: 'There is no such publication, or it is not for you, so there is nothing for you to confirm.',
    remedy: '',
  },
  'read-receipt/only-by-oneself': {
    duties: [99, 108],
    message: 'Only the reader confirms having read something; nobody does it for another.',
    remedy: 'Ask the person to open it.',
  },
  'read-receipt/once': {
    duties: [99, 108],
    message: 'You confirmed this already; each person confirms a publication once.',
    remedy: '',
  },
  'read-receipt/never-changed': {
    duties: [99, 108, 122],
    message: 'A read receipt is never changed and never removed.',
    remedy: '',
  },
  'read-receipt/not-when-it-was': {
    duties: [99, 108],
    message: 'Something is read after it was sent and not in the future.',
    remedy: 'Check the clock of this workstation.',
  },
});

/** The one id a person’s receipt of a publication can have, so that there never are two, not even made on two devices. */
export function receiptId(publicationId: string, personId: string): string {
  return `${publicationId}:${personId}`;
}

/** Who has read a publication, and when. */
export async function receiptsOf(reading: Reading, publicationId: string): Promise<ReadonlyMap<string, RecordOf<'read-receipt'>>> {
  return new Map((await reading.many('read-receipt', { parent: publicationId })).map((receipt) => [receipt.body.personId, receipt]));
}

/** That one person has read one publication (duties 99, 108). */
export const readReceipt = defineNoun<'read-receipt', ReadReceiptBody>({
  kind: 'read-receipt',
  shape: 1,
  body: readReceiptBody,
  states: READ_RECEIPT_STATES,
  keepsVersions: true,
  accessOf: (record) => receiptAccess(record, record.body.groupId, record.body.personId),
  check: async ({ before, after, actor, now, reading }) => {
    if (before !== null || after === null) return [readReceiptBook.say('read-receipt/never-changed')];
    const { body } = after;
    if (body.personId !== actor.personId || after.owner !== actor.personId) return [readReceiptBook.say('read-receipt/only-by-oneself')];
    const [publication, person, units] = await Promise.all([
      reading.one('publication', after.parent),
      reading.one('person', body.personId),
      reading.many('unit'),
    ]);
    if (publication === null || person === null || !mayRead(actor, accessClassOf(publication.access)))
      return [readReceiptBook.say('read-receipt/not-for-you')];
    const isFor = isOfAudience(person, readershipOf(publication), new Map(units.map((unit) => [unit.id, unit])), dayOf(now));
    if (!isFor && !publication.body.sentToIds.includes(person.id)) return [readReceiptBook.say('read-receipt/not-for-you')];
    if (after.id !== receiptId(publication.id, person.id) || after.scope !== publication.scope || body.groupId !== publication.body.groupId)
      return [readReceiptBook.say('read-receipt/once')];
    return body.readAt < publication.body.sentAt || body.readAt > now ? [readReceiptBook.say('read-receipt/not-when-it-was')] : [];
  },
  searchText: () => null,
});
