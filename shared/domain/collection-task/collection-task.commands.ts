import { z } from 'zod';
import { type Refusal, ok, refused } from '#shared/base/result.ts';
import { idShape, lineShape, maybeDayShape, maybeIdShape, typedProseShape } from '#shared/base/shapes.ts';
import type { Actor } from '#shared/domain/access/access.ts';
import { mayPlanCollection } from '#shared/domain/collection-strategy/collection-strategy.commands.ts';
import { WAITING_ROOM, closedEnvelope, randomReference } from '#shared/domain/compartment/closed-circle.ts';
import { asMember } from '#shared/domain/compartment/compartment.commands.ts';
import { mayTaskSourceUnit } from '#shared/domain/compartment/compartment.policy.ts';
import { compartmentBook } from '#shared/domain/compartment/compartment-refusals.ts';
import { type AnyRecordToWrite, type CommandContext, defineCommand } from '#shared/domain/kit/command.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { maySee } from '#shared/domain/meeting/meeting.policy.ts';
import { rewritten, withoutDraft } from '#shared/domain/meeting/parts.ts';
import { collectionTaskBook, directionConcerns } from './collection-task.rules.ts';
import { TASK_CAPABILITIES } from './collection-task.schema.ts';

type Task = RecordOf<'collection-task'>;

const fields = {
  what: lineShape(500),
  detail: typedProseShape(4000).default(''),
  strategyId: maybeIdShape.default(''),
  ownerId: maybeIdShape.default(''),
  unitId: maybeIdShape.default(''),
  capability: z.enum(TASK_CAPABILITIES).default(''),
  dueOn: maybeDayShape.default(''),
};

/** Whether the person reports on an open task: whoever collects, their unit, and those who plan collection. */
export function mayReportOnTask(actor: Actor, task: Task): boolean {
  if (task.body.compartmentId !== '') return false;
  return (
    task.owner === actor.personId ||
    (task.body.unitId !== '' && actor.principals.includes(`unit:${task.body.unitId}`)) ||
    mayPlanCollection(actor, task.body.groupId)
  );
}

const mayWith =
  (allowed: (actor: Actor, task: Task) => boolean, refusal: Parameters<typeof collectionTaskBook.say>[0]) =>
  async (args: { readonly taskId: string }, context: CommandContext): Promise<Refusal | null> => {
    const task = await context.reading.one('collection-task', args.taskId);
    const may =
      task !== null &&
      (task.body.compartmentId === '' ? allowed(context.actor, task) : (await asMember(task.body.compartmentId, context)) !== null);
    return may ? null : collectionTaskBook.say(refusal);
  };
const mayGive = mayWith((actor, task) => mayPlanCollection(actor, task.body.groupId), 'collection-task/not-yours');
const mayReport = mayWith(mayReportOnTask, 'collection-task/not-yours-to-report');

async function found(taskId: string, reading: Reading): Promise<Task> {
  const task = await reading.one('collection-task', taskId);
  if (task === null) throw new Error('a task vanished between the policy and the decision');
  return task;
}

/** Gives a task to collect, for a question of the requirement or with the reason why none asks for it (duties 18, 110). */
export const addCollectionTask = defineCommand({
  name: 'collection-task.add',
  args: z.object({
    groupId: idShape,
    questionId: maybeIdShape.default(''),
    undirectedBecause: typedProseShape(2000).default(''),
    ...fields,
    draftId: maybeIdShape.default(''),
  }),
  may: ({ groupId }, { actor }) => (mayPlanCollection(actor, groupId) ? null : collectionTaskBook.say('collection-task/not-yours')),
  decide: async ({ groupId, questionId, ownerId, draftId, ...given }, context) => {
    const { reading, newId, now } = context;
    const group = await reading.one('group', groupId);
    const question = questionId === '' ? null : await reading.one('requirement-question', questionId);
    if (group === null || (questionId !== '' && question?.body.groupId !== groupId))
      return refused(collectionTaskBook.say('collection-task/question-unknown', { field: 'questionId' }));
    const [first, ...rest] = directionConcerns({ questionId, undirectedBecause: given.undirectedBecause });
    if (first !== undefined) return refused(first, ...rest);
    const id = newId();
    const put: AnyRecordToWrite = {
      id,
      kind: 'collection-task',
      scope: group.body.nodeId,
      marking: question?.marking ?? 'OFFICIAL-SENSITIVE',
      handling: '',
      compartment: '',
      state: 'open',
      owner: ownerId,
      parent: questionId,
      number: 0,
      dueAt: given.dueOn,
      sortAt: now,
      body: {
        groupId,
        reference: randomReference('CT', id),
        ...given,
        asks: question === null ? '' : question.body.question,
        compartmentId: '',
        readerIds: [],
        result: '',
      },
    };
    return ok({
      changes: [{ put }, ...(await withoutDraft(draftId, context))],
      subject: { kind: 'collection-task', id },
      facts: { directed: questionId !== '' },
      out: { taskId: id },
    });
  },
});

/**
 * Passes tasking on to the dedicated source unit, one way (duties 111, 112): from then on whoever wrote it sees nothing of it, is told only that it was
 * passed on, and is told the same whether a compartment takes it or it waits for one.
 */
export const passOnTasking = defineCommand({
  name: 'collection-task.pass-on',
  args: z.object({
    what: lineShape(500),
    detail: typedProseShape(4000).default(''),
    questionId: maybeIdShape.default(''),
    dueOn: maybeDayShape.default(''),
    draftId: maybeIdShape.default(''),
  }),
  may: (_args, { actor }) => (mayTaskSourceUnit(actor) ? null : compartmentBook.say('compartment/not-yours-to-task')),
  decide: async ({ questionId, draftId, ...given }, context) => {
    const { reading, newId, now, actor } = context;
    const question = questionId === '' ? null : await reading.one('requirement-question', questionId);
    if (questionId !== '' && (question === null || !maySee(actor, question)))
      return refused(collectionTaskBook.say('collection-task/question-unknown', { field: 'questionId' }));
    const [taker] = (await reading.many('compartment', { state: 'in-use' })).filter((one) => one.body.takesTasking);
    const compartmentId = taker?.id ?? WAITING_ROOM;
    const id = newId();
    const put: AnyRecordToWrite = {
      ...closedEnvelope(compartmentId),
      id,
      kind: 'collection-task',
      state: 'open',
      owner: '',
      dueAt: given.dueOn,
      sortAt: now,
      body: {
        groupId: question?.body.groupId ?? WAITING_ROOM,
        reference: randomReference('CT', id),
        ...given,
        strategyId: '',
        unitId: '',
        capability: '',
        undirectedBecause: '',
        asks: question?.body.question ?? '',
        questionId,
        compartmentId,
        readerIds: [...(taker?.body.memberIds ?? [])],
        result: '',
      },
    };
    return ok({
      changes: [{ put }, ...(await withoutDraft(draftId, context))],
      subject: { kind: 'collection-task', id },
      out: { passedOn: true },
    });
  },
});

/** Changes who collects, by when and how; or inside a compartment, which member takes it up. */
export const changeCollectionTask = defineCommand({
  name: 'collection-task.change',
  args: z.object({ taskId: idShape, ...fields }),
  may: mayGive,
  decide: async ({ taskId, ownerId, ...given }, { reading }) => {
    const task = await found(taskId, reading);
    if (task.state !== 'open') return refused(collectionTaskBook.say('collection-task/finished'));
    return ok({
      changes: [{ put: rewritten(task, { owner: ownerId, dueAt: given.dueOn, body: given }) }],
      subject: { kind: 'collection-task', id: taskId },
      out: { taskId },
    });
  },
});

/** Reports a task done with its result, even when nothing was found. */
export const finishCollectionTask = defineCommand({
  name: 'collection-task.finish',
  args: z.object({ taskId: idShape, result: typedProseShape(4000) }),
  may: mayReport,
  decide: async ({ taskId, result }, { reading }) => {
    const task = await found(taskId, reading);
    if (task.state !== 'open') return refused(collectionTaskBook.say('collection-task/finished'));
    if (result === '') return refused(collectionTaskBook.say('collection-task/done-without-result', { field: 'result' }));
    return ok({
      changes: [{ put: rewritten(task, { state: 'done', dueAt: '', body: { result } }) }],
      subject: { kind: 'collection-task', id: taskId },
      out: { taskId },
    });
  },
});

/** Withdraws a task with the reason. */
export const withdrawCollectionTask = defineCommand({
  name: 'collection-task.withdraw',
  args: z.object({ taskId: idShape, because: typedProseShape(2000) }),
  may: mayGive,
  decide: async ({ taskId, because }, { reading }) => {
    const task = await found(taskId, reading);
    if (task.state !== 'open') return refused(collectionTaskBook.say('collection-task/finished'));
    if (because === '') return refused(collectionTaskBook.say('collection-task/withdrawn-without-reason', { field: 'because' }));
    return ok({
      changes: [{ put: rewritten(task, { state: 'withdrawn', dueAt: '', body: { withdrawnBecause: because } }) }],
      subject: { kind: 'collection-task', id: taskId },
      out: { taskId },
    });
  },
});

export const collectionTaskCommands = [
  addCollectionTask,
  passOnTasking,
  changeCollectionTask,
  finishCollectionTask,
  withdrawCollectionTask,
] as const;
