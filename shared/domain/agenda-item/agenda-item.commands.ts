import { z } from 'zod';
import { type Result, ok, refused } from '#shared/base/result.ts';
import { dayShape, idShape, lineShape, maybeIdShape, typedProseShape } from '#shared/base/shapes.ts';
import { dayOf } from '#shared/base/time.ts';
import { type Change, type CommandContext, type Decided, defineCommand } from '#shared/domain/kit/command.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { meetingBook } from '#shared/domain/meeting/meeting.rules.ts';
import { partOf, rewritten } from '#shared/domain/meeting/parts.ts';
import { refuseUnlessRunning, refuseUnlessRunningMeetingOf } from '#shared/domain/meeting/refuse-unless-running.ts';
import { deferralsOf } from '#shared/domain/recommendation/decide-recommendation.ts';
import { recommendationsAt } from '#shared/domain/recommendation/recommendation-outcome.ts';
import { ASSESSMENT_KEY, agendaItemBook, isConcluded, outcomeConcerns, recommendationConcerns } from './agenda-item.rules.ts';

type Item = RecordOf<'agenda-item'>;
const mayItem = (args: { readonly itemId: string }, context: CommandContext) =>
  refuseUnlessRunningMeetingOf('agenda-item', args.itemId, context);
const done = (itemId: string, changes: readonly Change[]): Result<Decided<{ readonly itemId: string }>> =>
  ok({ changes, subject: { kind: 'agenda-item', id: itemId }, out: { itemId } });

/** The item, its meeting and the whole agenda in order, or the refusal that it is not there. */
async function agendaAround(
  itemId: string,
  { reading }: CommandContext,
): Promise<Result<{ readonly item: Item; readonly meeting: RecordOf<'meeting'>; readonly agenda: readonly Item[] }>> {
  const item = await reading.one('agenda-item', itemId);
  const meeting = item === null ? null : await reading.one('meeting', item.parent);
  if (item === null || meeting === null) return refused(agendaItemBook.say('agenda-item/not-there'));
  if (meeting.state !== 'planned' && meeting.state !== 'live') return refused(meetingBook.say('meeting/over'));
  return ok({ item, meeting, agenda: await reading.many('agenda-item', { parent: meeting.id }, { by: 'number' }) });
}

/** Changes that give the items the numbers 1, 2, 3, ... in this order; items that keep theirs are left alone. */
const renumbered = (order: readonly Item[]): Change[] =>
  order.flatMap((item, index) =>
    item.number === index + 1 ? [] : [{ put: rewritten(item, { number: index + 1, sortAt: sortKey(index + 1) }) }],
  );
/** Agenda items sort by their number. */
export const sortKey = (number: number): string => String(number).padStart(7, '0');

const itemFields = {
  title: lineShape(200),
  purpose: typedProseShape(2000).default(''),
  leadId: maybeIdShape.default(''),
  policeOnly: z.boolean().default(false),
};

/** Puts something on the agenda, at the end or before another item. */
export const addAgendaItem = defineCommand({
  name: 'agenda-item.add',
  args: z.object({
    meetingId: idShape,
    ...itemFields,
    duties: z.array(z.int().min(1).max(184)).max(20).default([]),
    beforeItemId: maybeIdShape.default(''),
  }),
  may: (args, context) => refuseUnlessRunning(args.meetingId, context),
  decide: async (args, { reading, newId }) => {
    const meeting = await reading.one('meeting', args.meetingId);
    if (meeting === null || (meeting.state !== 'planned' && meeting.state !== 'live')) return refused(meetingBook.say('meeting/over'));
    const agenda = await reading.many('agenda-item', { parent: meeting.id }, { by: 'number' });
    const found = agenda.findIndex((item) => item.id === args.beforeItemId);
    const place = found === -1 ? agenda.length : found;
    const id = newId();
    const put = partOf(meeting, 'agenda-item', {
      id,
      state: 'waiting',
      number: place + 1,
      sortAt: sortKey(place + 1),
      owner: args.leadId,
      body: {
        groupId: meeting.body.groupId,
        title: args.title,
        purpose: args.purpose,
        templateKey: '',
        duties: args.duties,
        leadId: args.leadId,
        policeOnly: args.policeOnly,
        carriedFromKind: '',
        carriedFromId: '',
        openedAt: '',
        concludedAt: '',
        outcomeReason: '',
        deferredTo: '',
      },
    });
    const later = agenda
      .slice(place)
      .map((item, index): Change => ({ put: rewritten(item, { number: place + 2 + index, sortAt: sortKey(place + 2 + index) }) }));
    return done(id, [{ put }, ...later]);
  },
});

/** Rewords an item that is not concluded. */
export const changeAgendaItem = defineCommand({
  name: 'agenda-item.change',
  args: z.object({ itemId: idShape, ...itemFields }),
  may: mayItem,
  decide: async (args, context) => {
    const around = await agendaAround(args.itemId, context);
    if (!around.ok) return around;
    const { item } = around.value;
    if (isConcluded(item)) return refused(agendaItemBook.say('agenda-item/concluded-is-fixed'));
    return done(item.id, [
      {
        put: rewritten(item, {
          owner: args.leadId,
          body: { title: args.title, purpose: args.purpose, leadId: args.leadId, policeOnly: args.policeOnly },
        }),
      },
    ]);
  },
});

/** Moves an item before another one, or to the end. */
export const moveAgendaItem = defineCommand({
  name: 'agenda-item.move',
  args: z.object({ itemId: idShape, beforeItemId: maybeIdShape }),
  may: mayItem,
  decide: async (args, context) => {
    const around = await agendaAround(args.itemId, context);
    if (!around.ok) return around;
    const { item, agenda } = around.value;
    const others = agenda.filter((other) => other.id !== item.id);
    const found = others.findIndex((other) => other.id === args.beforeItemId);
    const place = found === -1 ? others.length : found;
    return done(item.id, renumbered([...others.slice(0, place), item, ...others.slice(place)]));
  },
});

/** Takes an item off the agenda of a planned meeting; what was carried forward stays. */
export const removeAgendaItem = defineCommand({
  name: 'agenda-item.remove',
  args: z.object({ itemId: idShape }),
  may: mayItem,
  decide: async (args, context) => {
    const around = await agendaAround(args.itemId, context);
    if (!around.ok) return around;
    const { item, meeting, agenda } = around.value;
    if (meeting.state !== 'planned') return refused(agendaItemBook.say('agenda-item/removed-only-while-planned'));
    if (item.body.carriedFromId !== '') return refused(agendaItemBook.say('agenda-item/carried-stays'));
    return done(item.id, [{ erase: { kind: 'agenda-item', id: item.id } }, ...renumbered(agenda.filter((other) => other.id !== item.id))]);
  },
});

/** Makes an item the current one; whichever was open goes back to waiting. */
export const openAgendaItem = defineCommand({
  name: 'agenda-item.open',
  args: z.object({ itemId: idShape }),
  may: mayItem,
  decide: async (args, context) => {
    const around = await agendaAround(args.itemId, context);
    if (!around.ok) return around;
    const { item, meeting, agenda } = around.value;
    if (meeting.state !== 'live') return refused(meetingBook.say('meeting/not-live'));
    if (isConcluded(item)) return refused(agendaItemBook.say('agenda-item/concluded-is-fixed'));
    if (item.state === 'open') return done(item.id, []);
    const others = agenda
      .filter((other) => other.state === 'open')
      .map((other): Change => ({ put: rewritten(other, { state: 'waiting' }) }));
    return done(item.id, [
      ...others,
      { put: rewritten(item, { state: 'open', body: { openedAt: item.body.openedAt === '' ? context.now : item.body.openedAt } }) },
    ]);
  },
});

/** Ends an item in a decision, in none, or deferred (duty 121). */
export const concludeAgendaItem = defineCommand({
  name: 'agenda-item.conclude',
  args: z.object({
    itemId: idShape,
    outcome: z.enum(['decided', 'no-decision', 'deferred']),
    reason: typedProseShape(2000).default(''),
    deferTo: z.union([z.literal(''), dayShape]).default(''),
  }),
  may: mayItem,
  decide: async (args, context) => {
    const around = await agendaAround(args.itemId, context);
    if (!around.ok) return around;
    const { item, meeting } = around.value;
    if (meeting.state !== 'live') return refused(meetingBook.say('meeting/not-live'));
    if (isConcluded(item)) return refused(agendaItemBook.say('agenda-item/concluded-is-fixed'));
    if (args.outcome === 'deferred' && args.deferTo !== '' && args.deferTo < dayOf(context.now))
      return refused(agendaItemBook.say('agenda-item/deferred-into-the-past', { field: 'deferTo' }));
    const put = rewritten(item, {
      state: args.outcome,
      body: {
        concludedAt: context.now,
        outcomeReason: args.outcome === 'decided' ? '' : args.reason,
        deferredTo: args.outcome === 'deferred' ? args.deferTo : '',
      },
    });
    const recorded = (await context.reading.many('decision', { parent: meeting.id })).filter(
      (decision) => decision.body.itemId === item.id,
    ).length;
    const deferred = await deferredWith(item, meeting, args, context);
    const waiting = args.outcome === 'deferred' ? [] : await recommendationConcerns(item, meeting, context.reading);
    const [first, ...rest] = [...outcomeConcerns(put, recorded), ...waiting];
    return first === undefined ? done(item.id, [{ put }, ...deferred]) : refused(first, ...rest);
  },
});

/** Concluding the item of the assessment as deferred defers every recommendation still waiting, with the item's reason (duty 73). */
async function deferredWith(
  item: Item,
  meeting: RecordOf<'meeting'>,
  { outcome, reason }: { readonly outcome: string; readonly reason: string },
  { reading, now }: CommandContext,
): Promise<readonly Change[]> {
  if (outcome !== 'deferred' || reason === '' || item.body.templateKey !== ASSESSMENT_KEY) return [];
  return deferralsOf(await recommendationsAt(reading, meeting), meeting.id, reason, now);
}

/** Takes a concluded item up again while the meeting is in session, and makes it the current one. */
export const reopenAgendaItem = defineCommand({
  name: 'agenda-item.reopen',
  args: z.object({ itemId: idShape }),
  may: mayItem,
  decide: async (args, context) => {
    const around = await agendaAround(args.itemId, context);
    if (!around.ok) return around;
    const { item, meeting, agenda } = around.value;
    if (meeting.state !== 'live') return refused(meetingBook.say('meeting/not-live'));
    if (!isConcluded(item)) return done(item.id, []);
    const others = agenda
      .filter((other) => other.state === 'open')
      .map((other): Change => ({ put: rewritten(other, { state: 'waiting' }) }));
    return done(item.id, [
      ...others,
      { put: rewritten(item, { state: 'open', body: { concludedAt: '', outcomeReason: '', deferredTo: '' } }) },
    ]);
  },
});

export const agendaItemCommands = [
  addAgendaItem,
  changeAgendaItem,
  moveAgendaItem,
  removeAgendaItem,
  openAgendaItem,
  concludeAgendaItem,
  reopenAgendaItem,
] as const;
