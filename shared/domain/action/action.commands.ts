import { z } from 'zod';
import { type Refusal, type Result, ok, refused } from '#shared/base/result.ts';
import { idShape, maybeDayShape, maybeIdShape, typedProseShape } from '#shared/base/shapes.ts';
import { dayOf } from '#shared/base/time.ts';
import { holdsRoleIn } from '#shared/domain/access/access.ts';
import { type Change, type CommandContext, type Decided, defineCommand } from '#shared/domain/kit/command.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { runsGroup } from '#shared/domain/meeting/meeting.policy.ts';
import { meetingBook } from '#shared/domain/meeting/meeting.rules.ts';
import { rewritten, withoutDraft } from '#shared/domain/meeting/parts.ts';
import { nextEntry, nextNumber } from '#shared/domain/meeting/running-record.ts';
import { actionBook } from './action-refusals.ts';
import { type ActionPermissions, actionFor } from './action.policy.ts';
import { ownershipConcerns } from './action.rules.ts';
import { type ActionBody, STRANDS } from './action.schema.ts';
import { MARKING_OUTSIDE_MEETINGS, actionToRaise } from './raise-action.ts';

/** Raises an action in a meeting in session, or outside one for a group. Texts may be empty here and are refused with their duty. */
export const raiseAction = defineCommand({
  name: 'action.raise',
  args: z.object({
    /** The meeting in session; empty when raised outside one, and then `groupId` says for which group. */
    meetingId: maybeIdShape.default(''),
    groupId: maybeIdShape.default(''),
    itemId: maybeIdShape.default(''),
    decisionId: maybeIdShape.default(''),
    text: typedProseShape(20_000),
    strand: z.union([z.literal(''), z.enum(STRANDS)]),
    ownerId: maybeIdShape,
    dueOn: maybeDayShape,
    supporterIds: z.array(idShape).max(20).default([]),
    policeOnly: z.boolean().default(false),
    draftId: maybeIdShape.default(''),
  }),
  may: async (args, { actor, reading }) => {
    const groupId = await groupOf(args, reading);
    return groupId !== '' && (runsGroup(actor, groupId) || holdsRoleIn(actor, groupId, 'action-manager'))
      ? null
      : actionBook.say('action/not-yours-to-raise');
  },
  decide: async (args, context) => {
    const { reading, now, newId } = context;
    const [first, ...rest] = await raisingConcerns(args, context);
    if (first !== undefined) return refused(first, ...rest);
    const meeting = args.meetingId === '' ? null : await reading.one('meeting', args.meetingId);
    const group = await reading.one('group', await groupOf(args, reading));
    if (group === null) return refused(actionBook.say('action/not-yours-to-raise'));
    if (meeting !== null && meeting.state !== 'live') return refused(meetingBook.say('meeting/not-live'));
    const item = args.itemId === '' ? null : await reading.one('agenda-item', args.itemId);
    if (args.itemId !== '' && (meeting === null || item?.parent !== meeting.id))
      return refused(actionBook.say('action/item-not-here', { field: 'itemId' }));
    const decision = args.decisionId === '' ? null : await reading.one('decision', args.decisionId);
    if (args.decisionId !== '' && decision?.body.groupId !== group.id)
      return refused(actionBook.say('action/decision-not-here', { field: 'decisionId' }));
    if (args.dueOn === '' || args.strand === '') throw new Error('an action without due day or strand passed its concerns');
    const id = newId();
    const number = meeting === null ? await nextOutsideMeetings(reading, group) : await nextNumber(reading, 'action', meeting.id);
    const place = {
      id,
      meeting,
      scope: group.body.nodeId,
      marking: meeting?.marking ?? decision?.marking ?? MARKING_OUTSIDE_MEETINGS,
      groupId: group.id,
      number,
      entry: meeting === null ? 0 : await nextEntry(reading, meeting.id),
      reference: `${meeting?.body.reference ?? group.body.code}/A${number}`,
    } as const;
    const policeOnly = args.policeOnly || item?.body.policeOnly === true || decision?.body.policeOnly === true;
    const put = actionToRaise(
      place,
      {
        itemId: args.itemId,
        decisionId: args.decisionId,
        text: args.text,
        strand: args.strand,
        ownerId: args.ownerId,
        dueOn: args.dueOn,
        supporterIds: args.supporterIds,
        policeOnly,
      },
      context,
    );
    return ok({
      changes: [{ put }, ...(await withoutDraft(args.draftId, { ...context }))],
      subject: { kind: 'action', id },
      facts: { number, owner: args.ownerId, dueOn: args.dueOn, raisedOn: dayOf(now) },
      out: { actionId: id, number, reference: place.reference },
    });
  },
});

/** What an action still lacks while it is typed: the console shows it, the command refuses by it (duties 123, 135). */
export function actionConcerns(
  fields: {
    readonly text: string;
    readonly strand: string;
    readonly ownerId: string;
    readonly dueOn: string;
    readonly supporterIds: readonly string[];
  },
  context: { readonly today: string; readonly personIds: readonly string[] },
): readonly Refusal[] {
  const refusals: Refusal[] = [];
  if (fields.text.trim() === '') refusals.push(actionBook.say('action/without-text', { field: 'text' }));
  if (fields.ownerId === '') refusals.push(actionBook.say('action/without-owner', { field: 'ownerId' }));
  else if (!context.personIds.includes(fields.ownerId)) refusals.push(actionBook.say('action/owner-unknown', { field: 'ownerId' }));
  if (fields.supporterIds.includes(fields.ownerId)) refusals.push(actionBook.say('action/two-owners', { field: 'supporterIds' }));
  if (fields.dueOn === '') refusals.push(actionBook.say('action/without-due-day', { field: 'dueOn' }));
  else if (fields.dueOn < context.today) refusals.push(actionBook.say('action/due-before-raised', { field: 'dueOn' }));
  if (fields.strand === '') refusals.push(actionBook.say('action/without-strand', { field: 'strand' }));
  return refusals;
}

async function raisingConcerns(
  args: {
    readonly text: string;
    readonly strand: string;
    readonly ownerId: string;
    readonly dueOn: string;
    readonly supporterIds: readonly string[];
  },
  { reading, now }: CommandContext,
): Promise<readonly Refusal[]> {
  const people = await reading.some(
    'person',
    [args.ownerId, ...args.supporterIds].filter((id) => id !== ''),
  );
  const serving = people.filter((person) => person.state === 'serving').map((person) => person.id);
  return [
    ...actionConcerns(args, { today: dayOf(now), personIds: serving }),
    ...(args.ownerId === '' ? [] : await ownershipConcerns(args.ownerId, args.supporterIds, reading)),
  ].filter((refusal, index, all) => all.findIndex((other) => other.code === refusal.code && other.field === refusal.field) === index);
}

async function groupOf(args: { readonly meetingId: string; readonly groupId: string }, reading: Reading): Promise<string> {
  return args.meetingId === '' ? args.groupId : ((await reading.one('meeting', args.meetingId))?.body.groupId ?? '');
}

/** Actions raised outside meetings are numbered through the life of the group. */
async function nextOutsideMeetings(reading: Reading, group: RecordOf<'group'>): Promise<number> {
  const raised = (await reading.many('action', { scope: group.body.nodeId })).filter(
    (action) => action.body.groupId === group.id && action.parent === '',
  );
  return Math.max(0, ...raised.map((action) => action.number)) + 1;
}

type Step = 'progress' | 'blocked' | 'claimed' | 'verified' | 'returned' | 'reassigned' | 'due-changed' | 'withdrawn';
interface Taken {
  readonly state: string;
  readonly owner?: string;
  readonly dueAt?: string;
  readonly body?: Partial<ActionBody>;
}

const mayStep =
  (permission: keyof ActionPermissions) =>
  async (args: { readonly actionId: string }, { actor, reading }: CommandContext): Promise<Refusal | null> => {
    const found = await actionFor(actor, args.actionId, reading);
    return found === null ? actionBook.say('action/not-yours') : found.may[permission];
  };

/** Takes one step in an action's life and notes it in its log. */
async function take(
  actionId: string,
  did: Step,
  text: string,
  context: CommandContext,
  step: (action: RecordOf<'action'>) => Result<Taken>,
): Promise<Result<Decided<{ readonly actionId: string }>>> {
  const action = await context.reading.one('action', actionId);
  if (action === null) return refused(actionBook.say('action/not-yours'));
  if (action.state === 'verified' || action.state === 'withdrawn') return refused(actionBook.say('action/finished'));
  if (text === '') return refused(actionBook.say('action/without-reason', { field: 'text' }));
  if (action.body.progress.length >= 500) return refused(actionBook.say('action/log-full'));
  const taken = step(action);
  if (!taken.ok) return taken;
  const note = { at: context.now, byId: context.actor.personId, text, did };
  const { state, owner, dueAt, body } = taken.value;
  const changes: Change[] = [
    {
      put: rewritten(action, {
        state,
        owner: owner ?? action.owner,
        dueAt: dueAt ?? action.dueAt,
        body: { ...body, progress: [...action.body.progress, note] },
      }),
    },
  ];
  return ok({ changes, subject: { kind: 'action', id: actionId }, facts: { from: action.state, to: state }, out: { actionId } });
}

const noteShape = z.object({ actionId: idShape, text: typedProseShape(4000) });
const unclaimed = { claimedAt: '', claimedById: '' } as const;

/** Notes progress; work that had not begun or was blocked is in progress again. */
export const progressAction = defineCommand({
  name: 'action.progress',
  args: noteShape,
  may: mayStep('progress'),
  decide: (args, context) =>
    take(args.actionId, 'progress', args.text, context, (action) => ok({ state: action.state === 'claimed' ? 'claimed' : 'in-progress' })),
});

/** Reports that the owner cannot go on, and why. */
export const blockAction = defineCommand({
  name: 'action.block',
  args: noteShape,
  may: mayStep('progress'),
  decide: (args, context) =>
    take(args.actionId, 'blocked', args.text, context, (action) =>
      action.state === 'claimed' ? refused(actionBook.say('action/claimed-already')) : ok({ state: 'blocked' }),
    ),
});

/** Claims the action complete: it waits for someone else to verify it (duty 125). */
export const claimAction = defineCommand({
  name: 'action.claim',
  args: noteShape,
  may: mayStep('claim'),
  decide: (args, context) =>
    take(args.actionId, 'claimed', args.text, context, (action) =>
      action.state === 'claimed'
        ? refused(actionBook.say('action/claimed-already'))
        : ok({ state: 'claimed', body: { claimedAt: context.now, claimedById: context.actor.personId } }),
    ),
});

/** Verifies that a claimed action is done; never by its owner or claimant, only with the chair's authority (duties 124, 125). */
export const verifyAction = defineCommand({
  name: 'action.verify',
  args: noteShape,
  may: mayStep('verify'),
  decide: (args, context) =>
    take(args.actionId, 'verified', args.text, context, (action) =>
      action.state === 'claimed'
        ? ok({ state: 'verified', body: { verifiedAt: context.now, verifiedById: context.actor.personId } })
        : refused(actionBook.say('action/not-claimed')),
    ),
});

/** Sends a claimed action back to its owner, with what is missing. */
export const returnAction = defineCommand({
  name: 'action.return',
  args: noteShape,
  may: mayStep('manage'),
  decide: (args, context) =>
    take(args.actionId, 'returned', args.text, context, (action) =>
      action.state === 'claimed' ? ok({ state: 'in-progress', body: unclaimed }) : refused(actionBook.say('action/not-claimed')),
    ),
});

/** Gives the action to another owner; a claim by the former one falls away. */
export const reassignAction = defineCommand({
  name: 'action.reassign',
  args: noteShape.extend({ ownerId: maybeIdShape }),
  may: mayStep('manage'),
  decide: async (args, context) => {
    const owner = args.ownerId === '' ? null : await context.reading.one('person', args.ownerId);
    if (args.ownerId === '') return refused(actionBook.say('action/without-owner', { field: 'ownerId' }));
    if (owner === null || owner.state !== 'serving') return refused(actionBook.say('action/owner-unknown', { field: 'ownerId' }));
    return take(args.actionId, 'reassigned', args.text, context, (action) =>
      action.owner === args.ownerId
        ? refused(actionBook.say('action/same-owner', { field: 'ownerId' }))
        : ok({
            state: action.state === 'claimed' ? 'in-progress' : action.state,
            owner: args.ownerId,
            body: { ...unclaimed, supporterIds: action.body.supporterIds.filter((id) => id !== args.ownerId) },
          }),
    );
  },
});

/** Moves the day an action is due, with the reason; the first day agreed stays on record. */
export const changeActionDue = defineCommand({
  name: 'action.change-due',
  args: noteShape.extend({ dueOn: maybeDayShape }),
  may: mayStep('manage'),
  decide: (args, context) => {
    if (args.dueOn === '') return refused(actionBook.say('action/without-due-day', { field: 'dueOn' }));
    if (args.dueOn < dayOf(context.now)) return refused(actionBook.say('action/due-before-raised', { field: 'dueOn' }));
    return take(args.actionId, 'due-changed', args.text, context, (action) =>
      action.dueAt === args.dueOn
        ? refused(actionBook.say('action/same-due-day', { field: 'dueOn' }))
        : ok({ state: action.state, dueAt: args.dueOn }),
    );
  },
});

/** Withdraws an action for good, by the chair with the reason. */
export const withdrawAction = defineCommand({
  name: 'action.withdraw',
  args: z.object({ actionId: idShape, text: typedProseShape(2000) }),
  may: mayStep('withdraw'),
  decide: (args, context) =>
    take(args.actionId, 'withdrawn', args.text, context, () => ok({ state: 'withdrawn', body: { withdrawnBecause: args.text } })),
});

export const actionCommands = [
  raiseAction,
  progressAction,
  blockAction,
  claimAction,
  verifyAction,
  returnAction,
  reassignAction,
  changeActionDue,
  withdrawAction,
] as const;
