import { z } from 'zod';
import { type Refusal, ok, refused } from '#shared/base/result.ts';
import { idShape, lineShape, typedProseShape } from '#shared/base/shapes.ts';
import { type AnyRecordToWrite, type Change, type CommandContext, defineCommand } from '#shared/domain/kit/command.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { rewritten } from '#shared/domain/meeting/parts.ts';
import { closedEnvelope, WAITING_ROOM } from './closed-circle.ts';
import { compartmentBook } from './compartment-refusals.ts';
import { worksInSourceUnit } from './compartment.policy.ts';

type Compartment = RecordOf<'compartment'>;

/** The same answer whether there is no such compartment or the person is not in it. */
export async function asMember(compartmentId: string, { actor, reading }: CommandContext): Promise<Compartment | null> {
  const compartment = await reading.one('compartment', compartmentId);
  return compartment?.body.memberIds.includes(actor.personId) === true ? compartment : null;
}
const mayAsMember = async (args: { readonly compartmentId: string }, context: CommandContext): Promise<Refusal | null> =>
  (await asMember(args.compartmentId, context)) === null ? compartmentBook.say('compartment/not-there') : null;
async function found(compartmentId: string, reading: Reading): Promise<Compartment> {
  const compartment = await reading.one('compartment', compartmentId);
  if (compartment === null) throw new Error('a compartment vanished between the policy and the decision');
  return compartment;
}

/** Everything in the compartment, given to these members. */
async function given(compartmentId: string, memberIds: readonly string[], reading: Reading): Promise<readonly Change[]> {
  const readerIds = [...memberIds];
  const strategies = await reading.many('collection-strategy', { scope: compartmentId });
  const tasks = await reading.many('collection-task', { scope: compartmentId });
  return [
    ...strategies.map((one) => ({ put: rewritten(one, { body: { readerIds } }) as AnyRecordToWrite })),
    ...tasks.map((one) => ({ put: rewritten(one, { body: { readerIds } }) as AnyRecordToWrite })),
  ];
}

/** Tasking that waited for a compartment to take it. */
async function takenIn(compartmentId: string, memberIds: readonly string[], reading: Reading): Promise<readonly Change[]> {
  const waiting = await reading.many('collection-task', { scope: WAITING_ROOM });
  return waiting.map((one) => ({
    put: {
      ...rewritten(one, { body: { compartmentId, readerIds: [...memberIds] } }),
      ...closedEnvelope(compartmentId),
    } as AnyRecordToWrite,
  }));
}

/** Opens a compartment; whoever opens it is in it and answers for it. */
export const openCompartment = defineCommand({
  name: 'compartment.open',
  args: z.object({
    name: lineShape(160),
    purpose: typedProseShape(2000).default(''),
    memberIds: z.array(idShape).max(100).default([]),
    takesTasking: z.boolean().default(false),
  }),
  may: async (_args, context) =>
    (await worksInSourceUnit(context.actor, context)) ? null : compartmentBook.say('compartment/not-yours-to-open'),
  decide: async ({ memberIds, ...fields }, { reading, actor, newId, now }) => {
    const id = newId();
    const members = [...new Set([actor.personId, ...memberIds])];
    const put: AnyRecordToWrite = {
      ...closedEnvelope(id),
      id,
      kind: 'compartment',
      parent: '',
      state: 'in-use',
      owner: actor.personId,
      dueAt: '',
      sortAt: now,
      body: { ...fields, memberIds: members, ownerId: actor.personId },
    };
    const waiting = fields.takesTasking ? await takenIn(id, members, reading) : [];
    return ok({ changes: [{ put }, ...waiting], subject: { kind: 'compartment', id }, out: { compartmentId: id } });
  },
});

/** Renames a compartment, says what it is for and whether tasking arrives there. */
export const changeCompartment = defineCommand({
  name: 'compartment.change',
  args: z.object({
    compartmentId: idShape,
    name: lineShape(160),
    purpose: typedProseShape(2000).default(''),
    takesTasking: z.boolean(),
  }),
  may: mayAsMember,
  decide: async ({ compartmentId, ...fields }, { reading }) => {
    const compartment = await found(compartmentId, reading);
    if (compartment.state === 'closed') return refused(compartmentBook.say('compartment/closed'));
    const waiting = fields.takesTasking ? await takenIn(compartmentId, compartment.body.memberIds, reading) : [];
    return ok({
      changes: [{ put: rewritten(compartment, { body: fields }) }, ...waiting],
      subject: { kind: 'compartment', id: compartmentId },
      out: { compartmentId },
    });
  },
});

/** Changes who is in a compartment: everything in it is given to them, and taken from the others, in the same unit of work (duty 111). */
export const setCompartmentMembers = defineCommand({
  name: 'compartment.set-members',
  args: z.object({ compartmentId: idShape, memberIds: z.array(idShape).max(100), ownerId: idShape }),
  may: mayAsMember,
  decide: async ({ compartmentId, memberIds, ownerId }, { reading }) => {
    const compartment = await found(compartmentId, reading);
    if (compartment.state === 'closed') return refused(compartmentBook.say('compartment/closed'));
    const members = [...new Set(memberIds)];
    if (!members.includes(ownerId)) return refused(compartmentBook.say('compartment/owner-not-a-member', { field: 'ownerId' }));
    return ok({
      changes: [
        { put: rewritten(compartment, { owner: ownerId, body: { memberIds: members, ownerId } }) },
        ...(await given(compartmentId, members, reading)),
      ],
      subject: { kind: 'compartment', id: compartmentId },
      out: { compartmentId },
    });
  },
});

/** Closes a compartment with the reason, once nothing in it is open. */
export const closeCompartment = defineCommand({
  name: 'compartment.close',
  args: z.object({ compartmentId: idShape, because: typedProseShape(2000) }),
  may: mayAsMember,
  decide: async ({ compartmentId, because }, { reading }) => {
    const compartment = await found(compartmentId, reading);
    if (compartment.state === 'closed') return refused(compartmentBook.say('compartment/closed'));
    if (because === '') return refused(compartmentBook.say('compartment/closed-without-reason', { field: 'because' }));
    return ok({
      changes: [{ put: rewritten(compartment, { state: 'closed', body: { takesTasking: false, closedBecause: because } }) }],
      subject: { kind: 'compartment', id: compartmentId },
      out: { compartmentId },
    });
  },
});

export const compartmentCommands = [openCompartment, changeCompartment, setCompartmentMembers, closeCompartment] as const;
