import { z } from 'zod';
import { ok, refused } from '#shared/base/result.ts';
import { idShape, lineShape, maybeIdShape } from '#shared/base/shapes.ts';
import { defineCommand } from '#shared/domain/kit/command.ts';
import { draftBook } from './draft.rules.ts';

/** Stores what someone is typing, under an id the window chose, so that it can send the next keystroke before this one is answered. */
export const keepDraft = defineCommand({
  name: 'draft.keep',
  journalled: false,
  args: z.object({
    id: idShape,
    /** The meeting or other record it is about, or empty. */
    parent: maybeIdShape,
    forKind: lineShape(40),
    itemId: maybeIdShape,
    fields: z.record(z.string().max(60), z.unknown()),
  }),
  may: () => null,
  decide: async (args, { actor, now, reading }) => {
    const before = await reading.one('draft', args.id);
    if (before !== null && before.owner !== actor.personId) return refused(draftBook.say('draft/not-yours'));
    return ok({
      changes: [
        {
          put: {
            id: args.id,
            kind: 'draft',
            scope: '',
            marking: actor.clearance,
            handling: '',
            compartment: '',
            state: 'kept',
            owner: actor.personId,
            parent: args.parent,
            number: 0,
            dueAt: '',
            sortAt: before?.sortAt ?? now,
            body: { ...before?.body, forKind: args.forKind, itemId: args.itemId, fields: args.fields },
          },
        },
      ],
      subject: { kind: 'draft', id: args.id },
      out: { keptAt: now },
    });
  },
});

/** Throws unfinished typing away because its writer said so; harmless when it is already gone. */
export const discardDraft = defineCommand({
  name: 'draft.discard',
  journalled: false,
  args: z.object({ id: idShape }),
  may: () => null,
  decide: async (args, { actor, reading }) => {
    const before = await reading.one('draft', args.id);
    if (before !== null && before.owner !== actor.personId) return refused(draftBook.say('draft/not-yours'));
    return ok({
      changes: before === null ? [] : [{ erase: { kind: 'draft', id: args.id } }],
      subject: { kind: 'draft', id: args.id },
      out: null,
    });
  },
});

export const draftCommands = [keepDraft, discardDraft] as const;
