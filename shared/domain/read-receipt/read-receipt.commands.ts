import { z } from 'zod';
import { ok, refused } from '#shared/base/result.ts';
import { idShape } from '#shared/base/shapes.ts';
import { defineCommand } from '#shared/domain/kit/command.ts';
import { maySee } from '#shared/domain/meeting/meeting.policy.ts';
import { readReceiptBook, receiptId } from './read-receipt.rules.ts';

/** Confirms that the person has read a publication; only for oneself, once (duties 99, 108). */
export const confirmRead = defineCommand({
  name: 'read-receipt.confirm',
  args: z.object({ publicationId: idShape }),
  may: async ({ publicationId }, { actor, reading }) => {
    const publication = await reading.one('publication', publicationId);
    return publication !== null && maySee(actor, publication) ? null : readReceiptBook.say('read-receipt/not-for-you');
  },
  decide: async ({ publicationId }, { reading, actor, now }) => {
    const publication = await reading.one('publication', publicationId);
    if (publication === null) return refused(readReceiptBook.say('read-receipt/not-for-you'));
    const id = receiptId(publicationId, actor.personId);
    if ((await reading.one('read-receipt', id)) !== null) return refused(readReceiptBook.say('read-receipt/once'));
    return ok({
      changes: [
        {
          put: {
            id,
            kind: 'read-receipt',
            scope: publication.scope,
            marking: 'OFFICIAL',
            handling: '',
            compartment: '',
            state: 'read',
            owner: actor.personId,
            parent: publicationId,
            number: 0,
            dueAt: '',
            sortAt: now,
            body: { groupId: publication.body.groupId, personId: actor.personId, readAt: now },
          },
        },
      ],
      subject: { kind: 'publication', id: publicationId },
      out: { readAt: now },
    });
  },
});

export const readReceiptCommands = [confirmRead] as const;
