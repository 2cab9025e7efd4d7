import { beforeEach, describe, expect, it } from 'vitest';
import { addCollectionStrategy, endCollectionStrategy } from '#shared/domain/collection-strategy/collection-strategy.commands.ts';
import { rewritten } from '#shared/domain/meeting/parts.ts';
import { questionQuery } from '#shared/domain/requirement-question/requirement-question.queries.ts';
import { codesOf, dutiesOf } from '#test/builders/organisation-world.ts';
import { type RequirementWorld, requirementWorld } from '#test/builders/requirement-world.ts';
import { addCollectionTask, finishCollectionTask, withdrawCollectionTask } from './collection-task.commands.ts';
import { collectionTasksQuery } from './collection-task.queries.ts';

let cast: RequirementWorld;
let questionId: string;
beforeEach(async () => {
  cast = await requirementWorld();
  const requirementId = await cast.inForce(2);
  questionId = (await cast.world.records.reading.many('requirement-question', { parent: requirementId }))[0]?.id ?? '';
});
const give = (more: object = {}) =>
  cast.as('secretary', addCollectionTask, {
    groupId: cast.groupId,
    questionId,
    what: 'Collect the tram footage of Mill Lane',
    ownerId: cast.ids.response,
    ...more,
  });

describe('a collection task', () => {
  it('answers a question of the requirement, or says why none asks for it and is reported as undirected (duty 18)', async () => {
    const refusal = await give({ questionId: '' });
    expect(codesOf(refusal)).toEqual(['collection-task/undirected-without-reason']);
    expect(dutiesOf(refusal)).toEqual([18]);
    expect(codesOf(await give({ undirectedBecause: 'And yet' }))).toEqual(['collection-task/directed-and-undirected']);
    const undirected = await give({ questionId: '', undirectedBecause: 'A chance that will not come again' });
    expect(codesOf(undirected)).toEqual([]);
    expect(codesOf(await give())).toEqual([]);
    const board = await cast.see('analyst', collectionTasksQuery, {});
    expect(board.undirected).toBe(1);
    expect(board.rows.map((row) => [row.question, row.undirectedBecause]).sort()).toEqual([
      ['', 'A chance that will not come again'],
      ['SIR-1', ''],
    ]);
    const [task] = await cast.world.records.reading.many('collection-task', { parent: questionId });
    if (task === undefined) throw new Error('no task');
    expect(await cast.forge('chair', { put: { ...rewritten(task, {}), parent: '' } })).toContain(
      'collection-task/undirected-without-reason',
    );
  });

  it('and its strategy show on the question they serve (duty 110)', async () => {
    const { strategyId } = await cast.must('secretary', addCollectionStrategy, {
      questionId,
      source: 'partner',
      title: 'Tram operator footage and card data',
    });
    expect(codesOf(await give({ strategyId }))).toEqual([]);
    const page = await cast.see('analyst', questionQuery, { questionId });
    expect(page?.strategies).toMatchObject([{ id: strategyId, source: 'partner', state: 'in-use' }]);
    expect(page?.tasks).toMatchObject([{ strategyId, collector: 'Inspector Sam Response', state: 'open' }]);
    const [, other] = await cast.world.records.reading.many('requirement-question', {});
    const wrong = await give({ questionId: other?.id ?? '', strategyId });
    expect(codesOf(wrong)).toEqual(['collection-task/strategy-of-another-question']);
    expect(dutiesOf(wrong)).toEqual([110]);
    expect(codesOf(await cast.as('secretary', endCollectionStrategy, { strategyId, because: '' }))).toEqual([
      'collection-strategy/ended-without-reason',
    ]);
    await cast.must('secretary', endCollectionStrategy, { strategyId, because: 'The operator has no cameras there' });
    expect(codesOf(await cast.as('outsider', addCollectionStrategy, { questionId, source: 'other', title: 'Mine' }))).toEqual([
      'collection-strategy/not-yours',
    ]);
  });

  it('is seen and reported by whoever collects, who need not read the strategy', async () => {
    const { taskId } = await cast.must('secretary', addCollectionTask, {
      groupId: cast.groupId,
      questionId,
      what: 'Ask at the tram depot',
      unitId: cast.unitId,
      capability: 'financial-intelligence',
    });
    const constable = await cast.world.actor(
      await cast.world.person('Constable', 'Collector', { unitId: cast.unitId, clearance: 'OFFICIAL-SENSITIVE' }),
    );
    const seen = await cast.world.view(collectionTasksQuery, {}, constable);
    expect(seen.rows).toMatchObject([
      { id: taskId, asks: 'Who supplies the dealers of street 1?', report: null, capability: 'financial-intelligence' },
    ]);
    expect((await cast.see('outsider', collectionTasksQuery, {})).rows).toEqual([]);
    expect(codesOf(await cast.world.run(finishCollectionTask, { taskId, result: '' }, constable))).toEqual([
      'collection-task/done-without-result',
    ]);
    await cast.world.must(finishCollectionTask, { taskId, result: 'Nothing held' }, constable);
    expect(codesOf(await cast.as('secretary', withdrawCollectionTask, { taskId, because: 'Late' }))).toEqual(['collection-task/finished']);
  });

  it('is refused without a collector, for the source unit, and with another reference than its own random one (duty 112)', async () => {
    expect(codesOf(await give({ ownerId: '' }))).toEqual(['collection-task/collector-unknown']);
    expect(codesOf(await give({ ownerId: 'nobody' }))).toEqual(['collection-task/collector-unknown']);
    const refusal = await give({ unitId: cast.sourceUnitId });
    expect(codesOf(refusal)).toEqual(['collection-task/source-unit-one-way']);
    expect(dutiesOf(refusal)).toEqual([112]);
    await give();
    const [task] = await cast.world.records.reading.many('collection-task', { parent: questionId });
    if (task === undefined) throw new Error('no task');
    expect(await cast.forge('chair', { put: rewritten(task, { body: { reference: 'CT-2' } }) })).toEqual([
      'collection-task/reference-tells',
    ]);
  });
});
