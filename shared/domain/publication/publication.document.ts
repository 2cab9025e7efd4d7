import { z } from 'zod';
import { ok, refused } from '#shared/base/result.ts';
import { idShape } from '#shared/base/shapes.ts';
import { dayOf } from '#shared/base/time.ts';
import { dayText } from '#shared/base/time-text.ts';
import type { Block } from '#shared/contracts/document/print-document.ts';
import { defineDocument } from '#shared/domain/kit/document.ts';
import { readReceiptBook } from '#shared/domain/read-receipt/read-receipt.rules.ts';
import type { PublishedPart } from './publication.schema.ts';

/** A publication as it was sent, for paper or a file; of a partner version, nothing but what partners were sent (duties 99, 100). */
export const publicationDocument = defineDocument({
  name: 'publication',
  args: z.object({ publicationId: idShape }),
  subject: ({ publicationId }) => ({ kind: 'publication', id: publicationId }),
  read: async ({ publicationId }, { reading }) => {
    const found = await reading.one('publication', publicationId);
    if (found === null) return refused(readReceiptBook.say('read-receipt/not-for-you'));
    const { body } = found;
    const version = body.audience === 'staff' ? 'Staff version' : 'Partner version';
    return ok({
      title: body.title,
      subtitle: `${version}, published ${dayText(dayOf(body.sentAt))}`,
      reference: '',
      marking: found.marking,
      handling: found.handling,
      policeOnly: body.audience === 'staff',
      layout: 'portrait',
      onePage: false,
      blocks: [
        ...(found.state === 'replaced'
          ? [{ type: 'notice', text: 'A newer publication has replaced this one. Do not work from it.' } as const]
          : []),
        ...body.parts.flatMap(blocksOf),
      ],
    });
  },
});

function blocksOf({ heading, text, level = 3 }: PublishedPart): Block[] {
  return [
    ...(heading === '' ? [] : [{ type: 'heading', level, text: heading } as const]),
    ...(text === '' ? [] : [{ type: 'prose', text } as const]),
  ];
}
