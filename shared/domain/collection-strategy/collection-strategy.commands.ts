import { z } from 'zod';
import { type Refusal, ok, refused } from '#shared/base/result.ts';
import { idShape, lineShape, maybeDayShape, maybeIdShape, typedProseShape } from '#shared/base/shapes.ts';
import { type Actor, holdsRole } from '#shared/domain/access/access.ts';
import { preparesStrategy } from '#shared/domain/access/strategy-access.ts';
import { closedEnvelope, randomReference } from '#shared/domain/compartment/closed-circle.ts';
import { asMember } from '#shared/domain/compartment/compartment.commands.ts';
import { compartmentBook } from '#shared/domain/compartment/compartment-refusals.ts';
import { type AnyRecordToWrite, type CommandContext, defineCommand } from '#shared/domain/kit/command.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { rewritten } from '#shared/domain/meeting/parts.ts';
import { collectionStrategyBook } from './collection-strategy.rules.ts';
import { COLLECTION_SOURCES } from './collection-strategy.schema.ts';

/** Whether the person plans collection for a group: those who prepare its strategy and the intelligence managers. */
export function mayPlanCollection(actor: Actor, groupId: string): boolean {
  return preparesStrategy(actor, groupId) || (!actor.partner && holdsRole(actor, 'intelligence-manager'));
}

const fields = {
  title: lineShape(200),
  text: typedProseShape(20_000).default(''),
  reviewOn: maybeDayShape.default(''),
};

/** A member of the compartment it lies in, or someone who plans collection; otherwise the same answer as for one that is not there. */
const mayChange = async (args: { readonly strategyId: string }, context: CommandContext): Promise<Refusal | null> => {
  const strategy = await context.reading.one('collection-strategy', args.strategyId);
  const may =
    strategy !== null &&
    (strategy.body.compartmentId === ''
      ? mayPlanCollection(context.actor, strategy.body.groupId)
      : (await asMember(strategy.body.compartmentId, context)) !== null);
  return may ? null : collectionStrategyBook.say('collection-strategy/not-yours');
};
async function found(strategyId: string, reading: Reading): Promise<RecordOf<'collection-strategy'>> {
  const strategy = await reading.one('collection-strategy', strategyId);
  if (strategy === null) throw new Error('a strategy vanished between the policy and the decision');
  return strategy;
}

/** Attaches a collection strategy to a question of the requirement (duty 110). */
export const addCollectionStrategy = defineCommand({
  name: 'collection-strategy.add',
  args: z.object({ questionId: idShape, source: z.enum(COLLECTION_SOURCES), ...fields }),
  may: async ({ questionId }, { actor, reading }) => {
    const question = await reading.one('requirement-question', questionId);
    return question !== null && mayPlanCollection(actor, question.body.groupId)
      ? null
      : collectionStrategyBook.say('collection-strategy/not-yours');
  },
  decide: async ({ questionId, ...given }, { reading, newId, now, actor }) => {
    const question = await reading.one('requirement-question', questionId);
    if (question === null) return refused(collectionStrategyBook.say('collection-strategy/question-unknown', { field: 'questionId' }));
    if (given.source === 'dedicated-source-unit')
      return refused(collectionStrategyBook.say('collection-strategy/source-unit-is-closed', { field: 'source' }));
    const id = newId();
    const put: AnyRecordToWrite = {
      id,
      kind: 'collection-strategy',
      scope: question.scope,
      marking: question.marking,
      handling: '',
      compartment: '',
      state: 'in-use',
      owner: actor.personId,
      parent: questionId,
      number: 0,
      dueAt: given.reviewOn,
      sortAt: now,
      body: {
        groupId: question.body.groupId,
        reference: randomReference('CS', id),
        ...given,
        readerIds: [],
        compartmentId: '',
        endedBecause: '',
      },
    };
    return ok({ changes: [{ put }], subject: { kind: 'collection-strategy', id }, out: { strategyId: id } });
  },
});

/** Adds a strategy of a dedicated source unit, inside its compartment (duty 111). */
export const addClosedStrategy = defineCommand({
  name: 'collection-strategy.add-closed',
  args: z.object({ compartmentId: idShape, questionId: maybeIdShape.default(''), ...fields }),
  may: async ({ compartmentId }, context) =>
    (await asMember(compartmentId, context)) === null ? compartmentBook.say('compartment/not-there') : null,
  decide: async ({ compartmentId, questionId, ...given }, context) => {
    const compartment = await asMember(compartmentId, context);
    if (compartment === null) return refused(compartmentBook.say('compartment/not-there'));
    if (compartment.state === 'closed') return refused(compartmentBook.say('compartment/closed'));
    const question = questionId === '' ? null : await context.reading.one('requirement-question', questionId);
    if (questionId !== '' && question === null)
      return refused(collectionStrategyBook.say('collection-strategy/question-unknown', { field: 'questionId' }));
    const id = context.newId();
    const put: AnyRecordToWrite = {
      ...closedEnvelope(compartmentId),
      id,
      kind: 'collection-strategy',
      state: 'in-use',
      owner: context.actor.personId,
      dueAt: given.reviewOn,
      sortAt: context.now,
      body: {
        groupId: question?.body.groupId ?? compartmentId,
        reference: randomReference('CS', id),
        source: 'dedicated-source-unit',
        ...given,
        readerIds: [...compartment.body.memberIds],
        compartmentId,
        endedBecause: '',
        questionId,
      },
    };
    return ok({ changes: [{ put }], subject: { kind: 'collection-strategy', id }, out: { strategyId: id } });
  },
});

/** Rewords a strategy that is in use; every earlier wording stays readable to its readers. */
export const changeCollectionStrategy = defineCommand({
  name: 'collection-strategy.change',
  args: z.object({ strategyId: idShape, ...fields }),
  may: mayChange,
  decide: async ({ strategyId, ...given }, { reading }) => {
    const strategy = await found(strategyId, reading);
    if (strategy.state === 'ended') return refused(collectionStrategyBook.say('collection-strategy/ended'));
    return ok({
      changes: [{ put: rewritten(strategy, { dueAt: given.reviewOn, body: given }) }],
      subject: { kind: 'collection-strategy', id: strategyId },
      out: { strategyId },
    });
  },
});

/** Ends a strategy with the reason. */
export const endCollectionStrategy = defineCommand({
  name: 'collection-strategy.end',
  args: z.object({ strategyId: idShape, because: typedProseShape(2000) }),
  may: mayChange,
  decide: async ({ strategyId, because }, { reading }) => {
    const strategy = await found(strategyId, reading);
    if (strategy.state === 'ended') return refused(collectionStrategyBook.say('collection-strategy/ended'));
    if (because === '') return refused(collectionStrategyBook.say('collection-strategy/ended-without-reason', { field: 'because' }));
    return ok({
      changes: [{ put: rewritten(strategy, { state: 'ended', dueAt: '', body: { endedBecause: because } }) }],
      subject: { kind: 'collection-strategy', id: strategyId },
      out: { strategyId },
    });
  },
});

export const collectionStrategyCommands = [
  addCollectionStrategy,
  addClosedStrategy,
  changeCollectionStrategy,
  endCollectionStrategy,
] as const;
