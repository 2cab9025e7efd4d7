import { z } from 'zod';
import { type Result, ok, refused } from '#shared/base/result.ts';
import { idShape, instantShape, maybeIdShape, maybeInstantShape, proseShape } from '#shared/base/shapes.ts';
import { instant } from '#shared/base/time.ts';
import { type CommandContext, type Decided, defineCommand } from '#shared/domain/kit/command.ts';
import { meetingBook } from '#shared/domain/meeting/meeting.rules.ts';
import { partOf, withoutDraft } from '#shared/domain/meeting/parts.ts';
import { refuseUnlessRunning, refuseUnlessRunningMeetingOf } from '#shared/domain/meeting/refuse-unless-running.ts';
import { nextEntry } from '#shared/domain/meeting/running-record.ts';
import { minuteEntryBook } from './minute-entry.rules.ts';
import { ENTRY_TYPES, type MinuteEntryBody } from './minute-entry.schema.ts';

type Said = Pick<MinuteEntryBody, 'itemId' | 'entryType' | 'text' | 'saidAt' | 'saidById' | 'decisionId' | 'supersedesId' | 'policeOnly'>;

async function record(
  meetingId: string,
  said: Said,
  draftId: string,
  context: CommandContext,
): Promise<Result<Decided<{ readonly entryId: string; readonly entry: number }>>> {
  const { reading, now, actor, newId } = context;
  const [meeting, item] = await Promise.all([reading.one('meeting', meetingId), reading.one('agenda-item', said.itemId)]);
  if (meeting?.state !== 'live') return refused(meetingBook.say('meeting/not-live'));
  if (item === null || item.parent !== meeting.id) return refused(minuteEntryBook.say('minute-entry/item-not-here', { field: 'itemId' }));
  const id = newId();
  const entry = await nextEntry(reading, meeting.id);
  const put = partOf(meeting, 'minute-entry', {
    id,
    state: 'recorded',
    number: entry,
    sortAt: now,
    body: {
      ...said,
      groupId: meeting.body.groupId,
      entry,
      writtenAt: now,
      writtenById: actor.personId,
      policeOnly: said.policeOnly || item.body.policeOnly,
    },
  });
  return ok({
    changes: [{ put }, ...(await withoutDraft(draftId, context))],
    subject: { kind: 'minute-entry', id },
    facts: { entry, entryType: said.entryType },
    out: { entryId: id, entry },
  });
}

/** Writes a note, a rationale, an option, a dissent or a time mark into the running record. */
export const writeMinuteEntry = defineCommand({
  name: 'minute-entry.write',
  args: z.object({
    meetingId: idShape,
    itemId: idShape,
    entryType: z.enum(ENTRY_TYPES),
    text: proseShape(20_000),
    /** When it was said; empty means now. */
    saidAt: maybeInstantShape.default(''),
    saidById: maybeIdShape.default(''),
    decisionId: maybeIdShape.default(''),
    policeOnly: z.boolean().default(false),
    draftId: maybeIdShape.default(''),
  }),
  may: (args, context) => refuseUnlessRunning(args.meetingId, context),
  decide: ({ meetingId, draftId, ...said }, context) => {
    const saidAt = said.saidAt === '' ? context.now : instant(said.saidAt);
    if (said.entryType === 'dissent' && said.saidById === '')
      return refused(minuteEntryBook.say('minute-entry/dissent-without-name', { field: 'saidById' }));
    if (saidAt > context.now) return refused(minuteEntryBook.say('minute-entry/said-later-than-written', { field: 'saidAt' }));
    return record(meetingId, { ...said, saidAt, supersedesId: '' }, draftId, context);
  },
});

/** Corrects an entry by a new one that supersedes it; both stay readable (duty 81). */
export const correctMinuteEntry = defineCommand({
  name: 'minute-entry.correct',
  args: z.object({
    entryId: idShape,
    text: proseShape(20_000),
    saidAt: z.union([z.literal(''), instantShape]).default(''),
    saidById: maybeIdShape.default(''),
    draftId: maybeIdShape.default(''),
  }),
  may: (args, context) => refuseUnlessRunningMeetingOf('minute-entry', args.entryId, context),
  decide: async (args, context) => {
    const original = await context.reading.one('minute-entry', args.entryId);
    if (original === null) return refused(minuteEntryBook.say('minute-entry/not-there'));
    const siblings = await context.reading.many('minute-entry', { parent: original.parent });
    if (siblings.some((entry) => entry.body.supersedesId === original.id))
      return refused(minuteEntryBook.say('minute-entry/corrected-already'));
    const { itemId, entryType, saidAt, saidById, decisionId, policeOnly } = original.body;
    return record(
      original.parent,
      {
        itemId,
        entryType,
        text: args.text,
        saidAt: args.saidAt === '' ? saidAt : args.saidAt,
        saidById: args.saidById === '' ? saidById : args.saidById,
        decisionId,
        policeOnly,
        supersedesId: original.id,
      },
      args.draftId,
      context,
    );
  },
});

export const minuteEntryCommands = [writeMinuteEntry, correctMinuteEntry] as const;
