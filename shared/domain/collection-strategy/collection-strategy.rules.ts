import { refusalBook } from '#shared/base/refusal.ts';
import type { Refusal } from '#shared/base/result.ts';
import type { AccessClass } from '#shared/domain/access/access.ts';
import { strategyAccess } from '#shared/domain/access/strategy-access.ts';
import { closedAccess, randomReference } from '#shared/domain/compartment/closed-circle.ts';
import { insideConcerns } from '#shared/domain/compartment/lies-in-compartment.ts';
import { type Step, type WritableRecord, defineNoun } from '#shared/domain/kit/noun.ts';
import { COLLECTION_STRATEGY_STATES, type CollectionStrategyBody, collectionStrategyBody } from './collection-strategy.schema.ts';

type After = WritableRecord<'collection-strategy', CollectionStrategyBody>;

export const collectionStrategyBook = refusalBook({
  'collection-strategy/not-yours': {
    duties: [110],
    message:
      'There is no such strategy, or collection is not yours to plan: that is for the intelligence managers and those who keep the requirement.',
    remedy: 'Ask an intelligence manager.',
  },
  'collection-strategy/never-erased': {
    duties: [110, 122],
    message: 'A collection strategy is never erased.',
    remedy: 'End it with the reason.',
  },
  'collection-strategy/question-unknown': {
    duties: [110],
    message: 'A collection strategy says how a question of the requirement is to be answered.',
    remedy: 'Choose the question.',
  },
  'collection-strategy/source-unit-is-closed': {
    duties: [111],
    message: 'A strategy for a dedicated source unit lies in a compartment that only its members read, never among the others.',
    remedy: 'Pass the tasking on to the unit; what it does with it is its own.',
  },
  'collection-strategy/only-for-source-unit': {
    duties: [111],
    message: 'Only a strategy for a dedicated source unit lies in a compartment.',
    remedy: 'Attach other strategies to the question itself.',
  },
  'collection-strategy/origin-is-fixed': {
    duties: [110, 111],
    message: 'The question, the reference, the source and the circle of readers of a strategy do not change.',
    remedy: 'End it and add another.',
  },
  'collection-strategy/reference-tells': {
    duties: [111],
    message: 'The reference of a strategy is random, so that it tells nothing of how many there are.',
    remedy: '',
  },
  'collection-strategy/ended-without-reason': { duties: [110], message: 'A strategy is ended with the reason.', remedy: 'Say why.' },
  'collection-strategy/ended': { duties: [110], message: 'The strategy has ended.', remedy: 'Add another.' },
});

/** Whoever may read one: its members when it lies in a compartment, otherwise those who work on strategy. */
function strategyReaders(record: After): AccessClass {
  return record.body.compartmentId === ''
    ? strategyAccess(record, record.body.groupId, { people: [record.owner] })
    : closedAccess(record, record.body.readerIds);
}

async function checkStrategy({
  before,
  after,
  actor,
  reading,
}: Step<'collection-strategy', CollectionStrategyBody>): Promise<readonly Refusal[]> {
  if (after === null) return [collectionStrategyBook.say('collection-strategy/never-erased')];
  const { body } = after;
  const refusals: Refusal[] = [];
  const inside = body.compartmentId !== '' || after.compartment !== '';
  if (inside !== (body.source === 'dedicated-source-unit'))
    return [
      collectionStrategyBook.say(inside ? 'collection-strategy/only-for-source-unit' : 'collection-strategy/source-unit-is-closed', {
        field: 'source',
      }),
    ];
  if (inside)
    refusals.push(...(await insideConcerns({ before, after, actor, reading, fields: collectionStrategyBody.shape, passedOn: false })));
  else {
    const question = await reading.one('requirement-question', after.parent);
    if (question === null || question.scope !== after.scope || question.body.groupId !== body.groupId)
      refusals.push(collectionStrategyBook.say('collection-strategy/question-unknown', { field: 'questionId' }));
    if (body.readerIds.length > 0) refusals.push(collectionStrategyBook.say('collection-strategy/origin-is-fixed'));
  }
  if (body.reference !== randomReference('CS', after.id)) refusals.push(collectionStrategyBook.say('collection-strategy/reference-tells'));
  if ((after.state === 'ended') !== (body.endedBecause !== ''))
    refusals.push(collectionStrategyBook.say('collection-strategy/ended-without-reason', { field: 'because' }));
  if (before === null) return refusals;
  if (before.state === 'ended' && after.body.readerIds.join() === before.body.readerIds.join())
    refusals.push(collectionStrategyBook.say('collection-strategy/ended'));
  if (
    before.parent !== after.parent ||
    before.scope !== after.scope ||
    before.body.source !== body.source ||
    before.body.compartmentId !== body.compartmentId ||
    before.body.groupId !== body.groupId
  )
    refusals.push(collectionStrategyBook.say('collection-strategy/origin-is-fixed'));
  return refusals;
}

/** How a question is to be answered; one for a dedicated source unit lies in a compartment and nowhere else (duties 110, 111). */
export const collectionStrategy = defineNoun<'collection-strategy', CollectionStrategyBody>({
  kind: 'collection-strategy',
  shape: 1,
  body: collectionStrategyBody,
  states: COLLECTION_STRATEGY_STATES,
  keepsVersions: true,
  accessOf: strategyReaders,
  check: checkStrategy,
  searchText: ({ body }) => ({ title: `${body.reference} ${body.title}`, text: `${body.text}\n${body.endedBecause}` }),
});
