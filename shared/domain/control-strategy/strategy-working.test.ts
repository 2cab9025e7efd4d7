import { beforeEach, describe, expect, it } from 'vitest';
import type { Day } from '#shared/base/time.ts';
import { changeArea } from '#shared/domain/area/area.commands.ts';
import { approveDeliveryPlan, closeDeliveryPlan, createDeliveryPlan } from '#shared/domain/delivery-plan/delivery-plan.commands.ts';
import { namePlan } from '#shared/domain/priority/priority.commands.ts';
import { addUnit } from '#shared/domain/unit/unit.commands.ts';
import { rewritten } from '#shared/domain/meeting/parts.ts';
import { codesOf, dutiesOf } from '#test/builders/organisation-world.ts';
import { type StrategyWorld, strategyWorld } from '#test/builders/strategy-world.ts';
import { changeControlStrategy, draftControlStrategy, setControlStrategy } from './control-strategy.commands.ts';
import { controlStrategyQuery, strategyPlacesQuery } from './control-strategy.queries.ts';
import { strategyAllocationQuery, strategyPageQuery, strategyTasksQuery } from './strategy-page.ts';

let cast: StrategyWorld;
const set = (strategyId: string, decisionId: string) => cast.as('secretary', setControlStrategy, { strategyId, decisionId });
const page = (who: 'chair' | 'response' | 'outsider' = 'chair') => cast.see(who, strategyPageQuery, { nodeId: cast.nodeId });

/** A delivery plan of the strategic group's own decision, approved. */
async function planFor(priorityId: string, hours: number, title = 'Plan'): Promise<string> {
  const unit = await cast.world.must(addUnit, {
    name: `Unit of ${title} ${hours}`,
    unitType: 'response',
    areaId: '',
    remit: '',
    from: '2026-06-01',
    decidedBy: 'Chief Constable',
  });
  const decisionId = await cast.decided();
  const { planId } = await cast.must('secretary', createDeliveryPlan, {
    decisionId,
    title,
    objective: 'Fewer victims',
    priorityId,
    outsideStrategyReason: priorityId === '' ? 'A series across the border' : '',
    tactics: [{ text: 'Patrols', strand: 'enforcement' }],
    resources: [{ unitId: unit.unitId, what: 'Constables', hours, from: '2026-12-01', to: '2026-12-20' }],
    measures: [{ name: 'Victims', baseline: '10', target: '5' }],
    startsOn: '2026-12-01',
    endsOn: '2026-12-31',
    ownerId: cast.ids.analyst,
  });
  await cast.must('chair', approveDeliveryPlan, { planId });
  return planId;
}

describe('the control strategy of the force', () => {
  beforeEach(async () => {
    cast = await strategyWorld();
  });

  it('flags a priority whose prevention cell is empty (duty 85)', () => flagsWhenEmpty('prevention', 85));
  it('flags a priority whose intelligence cell is empty (duty 86)', () => flagsWhenEmpty('intelligence', 86));
  it('flags a priority whose enforcement cell is empty (duty 87)', () => flagsWhenEmpty('enforcement', 87));
  const flagsWhenEmpty = async (part: 'prevention' | 'intelligence' | 'enforcement', duty: number): Promise<void> => {
    const strategyId = await cast.drafted({ priorities: [cast.row(1, { [part]: ' ' }), cast.row(2)] });
    const shown = await cast.see('chair', controlStrategyQuery, { strategyId });
    expect(shown?.strategy.flags.map((flag) => [flag.code, flag.part, flag.reference, flag.duty])).toEqual([
      ['cell-empty', part, 'CS1', duty],
    ]);
    expect(codesOf(await set(strategyId, await cast.decided(strategyId)))).toEqual([]);
  };

  it('may be without reassurance and says nothing of it; with the column, an empty cell is flagged (duty 88)', async () => {
    const strategyId = await cast.drafted({ withReassurance: false });
    const flags = async () => (await cast.see('chair', controlStrategyQuery, { strategyId }))?.strategy.flags.map((flag) => flag.part);
    expect(await flags()).toEqual([]);
    await cast.change(strategyId, { withReassurance: true, priorities: [cast.row(1, { reassurance: 'Street briefings' }), cast.row(2)] });
    expect(await flags()).toEqual(['reassurance']);
  });

  it('adds what each priority is given up against the pool, flags one with none, and is not set over-allocated without a reason (duty 59)', async () => {
    const none = { hours: 0, officers: 0, budget: 0 };
    const strategyId = await cast.drafted({
      pool: { hours: 350, officers: 4, budget: 5000.3 },
      priorities: [cast.row(1, { budget: 0.1 }), cast.row(2, { budget: 0.2 }), cast.row(3, none)],
    });
    const shown = async () => (await cast.see('chair', controlStrategyQuery, { strategyId }))?.strategy;
    expect((await shown())?.allocation).toMatchObject({
      given: { hours: 300, officers: 3, budget: 0.3 },
      left: { hours: 50, officers: 1, budget: 5000 },
      over: [],
      without: ['row3'],
    });
    expect((await shown())?.flags.map((flag) => flag.code)).toEqual(['no-resource']);
    await cast.change(strategyId, { priorities: [cast.row(1), cast.row(2, { hours: 400 })] });
    const refusal = await set(strategyId, await cast.decided(strategyId));
    expect(codesOf(refusal)).toEqual(['control-strategy/over-allocated']);
    expect(dutiesOf(refusal)).toContain(59);
    expect(refusal.ok ? '' : refusal.refusals[0].message).toContain('150 hours');
    await cast.change(strategyId, { overAllocatedBecause: 'Overtime agreed until March' });
    expect(codesOf(await set(strategyId, await cast.decided(strategyId)))).toEqual([]);
  });

  it('shows beside a decision what each priority is given and what plans draw already (duty 89)', async () => {
    await cast.inForce();
    const [first] = await cast.priorities();
    await planFor(first?.id ?? '', 60);
    const draftId = await cast.drafted({ pool: { hours: 2000, officers: 20, budget: 20_000 } });
    const view = await cast.see('chair', strategyAllocationQuery, { groupId: cast.groupId });
    expect(view?.rows.map((row) => [row.reference, row.hours, row.plannedHours])).toEqual([
      ['CS1', 100, 60],
      ['CS2', 200, 0],
    ]);
    expect([view?.draft?.id, view?.draft?.allocation.pool.hours, view?.allocation.pool.hours]).toEqual([draftId, 2000, 1000]);
    expect((await cast.see('outsider', strategyAllocationQuery, { groupId: cast.groupId }))?.draft).toBeNull();
  });

  it('lets an issue outside it be worked with a reason, tagged, and reports its share of the hours (duty 91)', async () => {
    await cast.inForce();
    const [first] = await cast.priorities();
    await planFor(first?.id ?? '', 60);
    await planFor('', 20, 'Hare coursing');
    const { outside } = await page();
    expect([outside.hours, outside.allHours, outside.share]).toEqual([20, 80, 25]);
    expect(outside.plans.map((plan) => [plan.title, plan.reason])).toEqual([['Hare coursing', 'A series across the border']]);
    const decisionId = await cast.decided();
    const unsaid = await cast.as('secretary', createDeliveryPlan, {
      decisionId,
      title: 'No reason',
      objective: 'x',
      startsOn: '2026-12-01',
      endsOn: '2026-12-02',
    });
    expect(codesOf(unsaid)).toEqual(['delivery-plan/without-priority']);
    expect(dutiesOf(unsaid)).toContain(91);
  });

  it('puts demands of the strategy first, in its order, whatever their size (duty 92)', async () => {
    await cast.inForce();
    const [abuse, lines] = await cast.priorities();
    await planFor('', 900, 'Hare coursing');
    await planFor(lines?.id ?? '', 500, 'Lines');
    await planFor(abuse?.id ?? '', 10, 'Abuse');
    expect((await page()).demands.map((demand) => [demand.title, demand.priority, demand.outsideReason])).toEqual([
      ['Abuse', 'CS1', ''],
      ['Lines', 'CS2', ''],
      ['Hare coursing', '', 'A series across the border'],
    ]);
  });

  it('tells the owner and the chair of a priority that is without a plan for longer than 28 days; one plan at a time is current (duty 98)', async () => {
    await cast.inForce();
    const tasks = async (who: 'chair' | 'response' | 'outsider') =>
      (await cast.see(who, strategyTasksQuery, {})).rows.map((task) => [task.code, task.reference, task.days]);
    cast.pass(28 * 24 * 60);
    expect(await tasks('chair')).toEqual([]);
    cast.pass(24 * 60);
    for (const who of ['chair', 'response'] as const)
      expect(await tasks(who)).toEqual([
        ['no-plan', 'CS1', 29],
        ['no-plan', 'CS2', 29],
      ]);
    expect(await tasks('outsider')).toEqual([]);
    const second = await strategyWorld();
    cast = second;
    await cast.inForce();
    const priorityId = (await cast.priorities())[0]?.id ?? '';
    const [one, other] = [await planFor(priorityId, 40, 'One'), await planFor(priorityId, 50, 'Other')];
    const outside = await planFor('', 10, 'Elsewhere');
    const name = (who: 'response' | 'analyst' | 'chair', planId: string) => cast.as(who, namePlan, { priorityId, planId });
    expect(codesOf(await name('analyst', one))).toEqual(['priority/not-yours-to-plan']);
    expect(codesOf(await name('response', outside))).toEqual(['priority/plan-does-not-serve']);
    expect(codesOf(await name('response', one))).toEqual([]);
    expect(codesOf(await name('chair', other))).toEqual([]);
    const [covered] = (await page()).coverage;
    expect([covered?.plan?.title, covered?.planNamed, covered?.others.map((plan) => plan.title)]).toEqual(['Other', true, ['One']]);
    for (const planId of [one, other]) await cast.must('chair', closeDeliveryPlan, { planId, result: 'Done' });
    expect((await page()).coverage[0]).toMatchObject({ plan: null, daysWithoutPlan: 0 });
    cast.pass(3 * 24 * 60);
    expect((await page()).coverage[0]?.daysWithoutPlan).toBe(3);
  });

  it('keeps the plans of a priority that the group rewords: it is the same row under another name', async () => {
    await cast.inForce();
    const [abuse] = await cast.priorities();
    await planFor(abuse?.id ?? '', 40);
    await cast.adjourn();
    await cast.inForce({ priorities: [cast.row(1, { priorityId: abuse?.id ?? '', title: 'Domestic abuse and stalking' })] });
    expect((await cast.priorities())[0]?.id).not.toBe(abuse?.id);
    expect((await page()).coverage[0]?.plan?.hours).toBe(40);
  });
});

describe('the control strategy of an area', () => {
  beforeEach(async () => {
    cast = await strategyWorld({ level: 'area' });
  });
  /** Two priorities of the force, as its strategic group would have set them. */
  const forcePriorities = (): void => {
    for (const [id, reference] of [
      ['force-one', 'F1'],
      ['force-two', 'F2'],
    ] as const)
      cast.world.records.apply(
        [
          {
            put: {
              kind: 'priority',
              id,
              scope: cast.world.forceId,
              marking: 'OFFICIAL',
              handling: '',
              compartment: '',
              state: 'current',
              owner: '',
              parent: 'decided',
              number: 0,
              dueAt: '',
              sortAt: reference,
              body: {
                reference,
                title: `Force ${reference}`,
                summary: '',
                nodeType: 'force',
                nodeId: cast.world.forceId,
                setByDecisionId: 'decided',
                from: '2026-06-01' as Day,
                to: '',
              },
            },
          },
        ],
        { now: cast.world.now, actorId: '' },
      );
  };

  it('says of each priority of the force that it is adopted, or why not, before it is set (duty 61)', async () => {
    forcePriorities();
    const strategyId = await cast.drafted({ parents: [{ priorityId: 'force-one', adopted: true }] });
    const unanswered = await set(strategyId, await cast.decided(strategyId));
    expect(codesOf(unanswered)).toEqual(['control-strategy/parent-unanswered']);
    expect(dutiesOf(unanswered)).toEqual([61]);
    const parents = (reason: string) => [
      { priorityId: 'force-one', adopted: true },
      { priorityId: 'force-two', adopted: false, reason },
    ];
    await cast.change(strategyId, { parents: parents(' ') });
    expect(codesOf(await set(strategyId, await cast.decided(strategyId)))).toEqual(['control-strategy/parent-without-reason']);
    await cast.change(strategyId, { parents: parents('No lines run here') });
    expect(codesOf(await set(strategyId, await cast.decided(strategyId)))).toEqual([]);
    const shown = await cast.see('outsider', controlStrategyQuery, { strategyId });
    expect(shown?.strategy.parents.map((parent) => [parent.reference, parent.adopted, parent.reason])).toEqual([
      ['F1', true, ''],
      ['F2', false, 'No lines run here'],
    ]);
  });

  it('has no parent but the force: its own, another area’s and a circular one are refused, and the force has none (duty 61)', async () => {
    forcePriorities();
    await cast.inForce({ parents: ['force-one', 'force-two'].map((priorityId) => ({ priorityId, adopted: true })) });
    const [own] = await cast.priorities();
    const strategyId = await cast.drafted();
    const { body, rev } = await cast.strategy(strategyId);
    const save = (parents: { priorityId: string; adopted: boolean }[]) =>
      cast.as('secretary', changeControlStrategy, { ...body, priorities: [cast.row(1)], parents, strategyId, rev });
    expect(codesOf(await save([{ priorityId: own?.id ?? '', adopted: true }]))).toEqual(['control-strategy/parent-foreign']);
    expect(codesOf(await save([{ priorityId: 'none', adopted: true }]))).toEqual(['control-strategy/parent-foreign']);
    expect(
      codesOf(
        await save([
          { priorityId: 'force-one', adopted: true },
          { priorityId: 'force-one', adopted: false },
        ]),
      ),
    ).toEqual(['control-strategy/parent-twice']);
    const atForce = await strategyWorld();
    const forceId = await atForce.drafted();
    const forceDraft = await atForce.strategy(forceId);
    const put = rewritten(forceDraft, { body: { parents: [{ priorityId: own?.id ?? '', adopted: true, reason: '' }] } });
    expect(await atForce.forge('secretary', { put })).toEqual(['control-strategy/parent-of-force']);
  });

  it('stands beside that of the force: two places hold independent strategies (duty 60)', async () => {
    forcePriorities();
    await cast.inForce({ parents: ['force-one', 'force-two'].map((priorityId) => ({ priorityId, adopted: true })) });
    const places = (await cast.see('outsider', strategyPlacesQuery, {})).rows;
    expect(places.map((place) => [place.nodeType, place.version])).toEqual([
      ['force', 0],
      ['area', 1],
      ['area', 0],
    ]);
    expect(
      (await cast.world.records.reading.many('priority', { state: 'current', scope: cast.world.forceId })).map((one) => one.id),
    ).toEqual(['force-one', 'force-two']);
    expect(
      codesOf(await cast.as('secretary', draftControlStrategy, { nodeType: 'force', nodeId: cast.world.forceId, from: '2026-12-01' })),
    ).toEqual(['control-strategy/not-yours-to-draft']);
  });

  it('is labelled with its scope, force or command area (duty 84)', async () => {
    const { strategyId } = await cast.inForce();
    const shown = await cast.see('outsider', controlStrategyQuery, { strategyId });
    expect([shown?.strategy.nodeType, shown?.strategy.place, shown?.strategy.title]).toEqual(['area', 'East', 'Control strategy of East']);
  });

  it('stays readable and unchanged when the area no longer runs the process; none is drafted any more (duty 62)', async () => {
    const { strategyId } = await cast.inForce();
    cast.pass(24 * 60);
    await cast.world.must(changeArea, {
      areaId: cast.nodeId,
      from: '2026-11-25',
      name: 'East',
      code: 'E',
      runsStrategic: false,
      runsTactical: true,
      decidedBy: 'Chief Constable',
    });
    expect((await cast.strategy(strategyId)).state).toBe('set');
    expect((await page('outsider')).inForce?.rows.length).toBe(2);
    expect((await cast.see('outsider', strategyPlacesQuery, {})).rows.find((place) => place.id === cast.nodeId)?.running).toBe(false);
    const again = await cast.as('secretary', draftControlStrategy, { nodeType: 'area', nodeId: cast.nodeId, from: '2026-12-01' });
    expect(codesOf(again)).toEqual(['control-strategy/process-not-run-here']);
    expect(dutiesOf(again)).toContain(62);
  });
});
