import { refusalBook } from '#shared/base/refusal.ts';
import type { Refusal } from '#shared/base/result.ts';
import type { AccessClass } from '#shared/domain/access/access.ts';
import { strategyAccess } from '#shared/domain/access/strategy-access.ts';
import { WAITING_ROOM, closedAccess, randomReference } from '#shared/domain/compartment/closed-circle.ts';
import { insideConcerns } from '#shared/domain/compartment/lies-in-compartment.ts';
import { type Step, type WritableRecord, defineNoun } from '#shared/domain/kit/noun.ts';
import type { Reading } from '#shared/domain/kit/reading.ts';
import { clearanceConcerns } from '#shared/domain/meeting/people-cleared.ts';
import { COLLECTION_TASK_STATES, type CollectionTaskBody, collectionTaskBody } from './collection-task.schema.ts';

type After = WritableRecord<'collection-task', CollectionTaskBody>;
type TaskStep = Step<'collection-task', CollectionTaskBody>;

export const collectionTaskBook = refusalBook({
  'collection-task/not-yours': {
    duties: [18, 110],
    message: 'There is no such task, or tasking is not yours: that is for the intelligence managers and those who keep the requirement.',
    remedy: 'Ask an intelligence manager.',
  },
  'collection-task/not-yours-to-report': {
    duties: [110],
    message: 'There is no such task, or it is not yours to report on: that is for whoever collects and for those who gave it.',
    remedy: 'Ask whoever the task was given to.',
  },
  'collection-task/never-erased': { duties: [18, 122], message: 'A task is never erased.', remedy: 'Withdraw it with the reason.' },
  'collection-task/undirected-without-reason': {
    duties: [18],
    message: 'Collection is directed by the intelligence requirement, and no question of it asks for this.',
    remedy: 'Choose the question it answers, or say why it is collected all the same: it is then reported as undirected.',
  },
  'collection-task/directed-and-undirected': {
    duties: [18],
    message: 'A task either answers a question or says why none asks for it, not both.',
    remedy: 'Take one of the two away.',
  },
  'collection-task/question-unknown': {
    duties: [18],
    message: 'There is no such question of a requirement.',
    remedy: 'Choose it from the list.',
  },
  'collection-task/strategy-of-another-question': {
    duties: [110],
    message: 'The strategy is not one of the question the task answers.',
    remedy: 'Choose a strategy of that question.',
  },
  'collection-task/collector-unknown': {
    duties: [110],
    message: 'A task is given to someone serving in the force, or to a unit of it.',
    remedy: 'Choose a person or a unit from the list.',
  },
  'collection-task/unit-unknown': { duties: [110], message: 'There is no such unit.', remedy: 'Choose it from the list.' },
  'collection-task/source-unit-one-way': {
    duties: [112],
    message: 'Tasking for a dedicated source unit is passed on one way, never given like other tasks.',
    remedy: 'Pass it on to the unit.',
  },
  'collection-task/origin-is-fixed': {
    duties: [18, 112],
    message: 'What a task answers, its reference and its circle of readers do not change.',
    remedy: 'Withdraw it and give another.',
  },
  'collection-task/reference-tells': {
    duties: [111, 112],
    message: 'The reference of a task is random, so that it tells nothing of how many there are.',
    remedy: '',
  },
  'collection-task/begins-open': { duties: [110], message: 'A task begins open.', remedy: '' },
  'collection-task/done-without-result': {
    duties: [110],
    message: 'A task is done with its result, even when nothing was found.',
    remedy: 'Say what came of it.',
  },
  'collection-task/withdrawn-without-reason': { duties: [110], message: 'A task is withdrawn with the reason.', remedy: 'Say why.' },
  'collection-task/finished': { duties: [110], message: 'The task is finished and does not change any more.', remedy: 'Give another.' },
});

/** Whether a task says what asks for it: a question, or why none does (duty 18). */
export function directionConcerns(task: { readonly questionId: string; readonly undirectedBecause: string }): readonly Refusal[] {
  if (task.questionId === '' && task.undirectedBecause === '')
    return [collectionTaskBook.say('collection-task/undirected-without-reason', { field: 'undirectedBecause' })];
  return task.questionId !== '' && task.undirectedBecause !== ''
    ? [collectionTaskBook.say('collection-task/directed-and-undirected', { field: 'undirectedBecause' })]
    : [];
}

/** Whoever may read one: the members when it lies in a compartment, otherwise those who work on strategy and whoever collects. */
function taskReaders(record: After): AccessClass {
  const { body } = record;
  if (body.compartmentId !== '') return closedAccess(record, body.readerIds);
  const open = strategyAccess(record, body.groupId, { people: [record.owner] });
  return body.unitId === '' ? open : { ...open, named: [...open.named, `unit:${body.unitId}`] };
}

async function openConcerns(before: TaskStep['before'], after: After, reading: Reading): Promise<readonly Refusal[]> {
  const { body } = after;
  const refusals: Refusal[] = [...directionConcerns({ questionId: after.parent, undirectedBecause: body.undirectedBecause })];
  const question = after.parent === '' ? null : await reading.one('requirement-question', after.parent);
  if (after.parent !== '' && (question === null || question.scope !== after.scope || question.body.groupId !== body.groupId))
    refusals.push(collectionTaskBook.say('collection-task/question-unknown', { field: 'questionId' }));
  if (body.strategyId !== '') {
    const strategy = await reading.one('collection-strategy', body.strategyId);
    const its = [after.parent, ...(question?.body.continuesIds ?? [])];
    if (strategy === null || strategy.body.compartmentId !== '' || !its.includes(strategy.parent))
      refusals.push(collectionTaskBook.say('collection-task/strategy-of-another-question', { field: 'strategyId' }));
  }
  if (body.readerIds.length > 0) refusals.push(collectionTaskBook.say('collection-task/origin-is-fixed'));
  if (after.owner === '' && body.unitId === '')
    refusals.push(collectionTaskBook.say('collection-task/collector-unknown', { field: 'ownerId' }));
  if (after.owner !== '' && after.owner !== before?.owner) {
    const owner = await reading.one('person', after.owner);
    if (owner?.state !== 'serving') refusals.push(collectionTaskBook.say('collection-task/collector-unknown', { field: 'ownerId' }));
    refusals.push(...(await clearanceConcerns([after.owner], { marking: after.marking, policeOnly: false }, 'ownerId', reading)));
  }
  const unit = body.unitId === '' ? null : await reading.one('unit', body.unitId);
  if (body.unitId !== '' && unit === null) refusals.push(collectionTaskBook.say('collection-task/unit-unknown', { field: 'unitId' }));
  if (unit !== null && unit.body.spans.at(-1)?.unitType === 'dedicated-source-unit')
    refusals.push(collectionTaskBook.say('collection-task/source-unit-one-way', { field: 'unitId' }));
  return refusals;
}

async function checkTask({ before, after, actor, reading }: TaskStep): Promise<readonly Refusal[]> {
  if (after === null) return [collectionTaskBook.say('collection-task/never-erased')];
  const { body } = after;
  const inside = body.compartmentId !== '' || after.compartment !== '';
  const refusals: Refusal[] = inside
    ? [...(await insideConcerns({ before, after, actor, reading, fields: collectionTaskBody.shape, passedOn: true }))]
    : [...(await openConcerns(before, after, reading))];
  if (body.reference !== randomReference('CT', after.id)) refusals.push(collectionTaskBook.say('collection-task/reference-tells'));
  if ((after.state === 'done') !== (body.result !== ''))
    refusals.push(collectionTaskBook.say('collection-task/done-without-result', { field: 'result' }));
  if ((after.state === 'withdrawn') !== ((body.withdrawnBecause ?? '') !== ''))
    refusals.push(collectionTaskBook.say('collection-task/withdrawn-without-reason', { field: 'because' }));
  if (before === null) return after.state === 'open' ? refusals : [...refusals, collectionTaskBook.say('collection-task/begins-open')];
  if (before.state !== 'open' && before.body.readerIds.join() === body.readerIds.join())
    refusals.push(collectionTaskBook.say('collection-task/finished'));
  const takenIn = before.body.compartmentId === WAITING_ROOM && inside;
  if (
    before.body.groupId !== body.groupId ||
    (!takenIn && (before.parent !== after.parent || before.scope !== after.scope || before.body.compartmentId !== body.compartmentId))
  )
    refusals.push(collectionTaskBook.say('collection-task/origin-is-fixed'));
  return refusals;
}

/** One task to collect: it answers a question of the requirement or says why none asks for it (duties 18, 110); tasking for a dedicated source unit goes one way (duty 112). */
export const collectionTask = defineNoun<'collection-task', CollectionTaskBody>({
  kind: 'collection-task',
  shape: 1,
  body: collectionTaskBody,
  states: COLLECTION_TASK_STATES,
  keepsVersions: true,
  accessOf: taskReaders,
  check: checkTask,
  searchText: ({ body }) => ({ title: `${body.reference} ${body.what}`, text: `${body.detail}\n${body.result}` }),
});
