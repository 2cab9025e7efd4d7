import { z } from 'zod';
import { maybeIdShape } from '#shared/base/shapes.ts';
import { defineQuery } from '#shared/domain/kit/query.ts';

/** What the person asking left unfinished about one record; nobody sees anyone else's. */
export const draftsQuery = defineQuery({
  name: 'drafts',
  args: z.object({ parent: maybeIdShape }),
  read: async ({ parent }, { actor, reading }) => {
    const kept = await reading.many('draft', { parent, owner: actor.personId });
    return {
      rows: kept.map((one) => ({
        id: one.id,
        forKind: one.body.forKind,
        itemId: one.body.itemId,
        fields: one.body.fields,
        keptAt: one.updatedAt,
      })),
    };
  },
});

export const draftQueries = [draftsQuery] as const;
