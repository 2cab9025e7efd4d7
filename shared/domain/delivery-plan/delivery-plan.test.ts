import { beforeEach, describe, expect, it } from 'vitest';
import { addUnit } from '#shared/domain/unit/unit.commands.ts';
import { rewritten } from '#shared/domain/meeting/parts.ts';
import { type MeetingWorld, meetingWorld } from '#test/builders/meeting-world.ts';
import { codesOf, dutiesOf } from '#test/builders/organisation-world.ts';
import { decisionQuery } from '#shared/domain/decision/decision.queries.ts';
import {
  approveDeliveryPlan,
  changeDeliveryPlan,
  closeDeliveryPlan,
  createDeliveryPlan,
  handOverDeliveryPlan,
  reviewDeliveryPlan,
} from './delivery-plan.commands.ts';
import { newPlanQuery, planQuery, plansQuery } from './delivery-plan.queries.ts';

let cast: MeetingWorld;
let decisionId: string;
let unitId: string;
const begin = async (groupType: 'ttcg' | 'dmm' = 'ttcg') => {
  cast = await meetingWorld({ groupType });
  unitId = (
    await cast.world.must(addUnit, {
      name: 'East response',
      unitType: 'response',
      areaId: '',
      remit: '',
      from: '2026-06-01',
      decidedBy: 'Chief Constable',
    })
  ).unitId;
  const meetingId = await cast.live();
  decisionId = (await cast.decide(meetingId, await cast.open(meetingId))).decisionId;
};
beforeEach(() => begin());
const fields = () => ({
  title: 'Marsh estate',
  objective: 'Halve burglary by January',
  outsideStrategyReason: 'Emerging',
  tactics: [{ text: 'Patrols', strand: 'enforcement' as const }],
  resources: [{ unitId, what: 'Response team', hours: 40, from: '2026-12-01', to: '2026-12-20' }],
  measures: [{ name: 'Burglaries a week', baseline: '14', target: '7' }],
  startsOn: '2026-12-01',
  endsOn: '2026-12-31',
  reviewOn: '2026-12-15',
  ownerId: cast.ids.response,
});
const made = async (more: object = {}) => (await cast.must('secretary', createDeliveryPlan, { decisionId, ...fields(), ...more })).planId;
const plan = async (id: string) => {
  const found = await cast.world.records.reading.one('delivery-plan', id);
  if (found === null) throw new Error('no plan');
  return found;
};

describe('a delivery plan', () => {
  it('is made from a decision, and each opens the other (duties 55, 128)', async () => {
    const planId = await made();
    expect((await cast.see('analyst', planQuery, { planId }))?.decision?.id).toBe(decisionId);
    expect((await cast.see('analyst', decisionQuery, { decisionId }))?.plans.map((one) => one.id)).toEqual([planId]);
    expect((await cast.see('secretary', newPlanQuery, { decisionId }))?.make).toBeNull();
    expect(codesOf(await cast.as('analyst', createDeliveryPlan, { decisionId, ...fields() }))).toEqual(['delivery-plan/not-yours-to-make']);
  });

  it('is not approved without its owner (duty 137)', async () => {
    const planId = await made({ ownerId: '' });
    const refusal = await cast.as('chair', approveDeliveryPlan, { planId });
    expect(codesOf(refusal)).toEqual(['delivery-plan/without-owner']);
    expect(dutiesOf(refusal)).toEqual([137]);
    await cast.must('secretary', changeDeliveryPlan, { planId, ...fields() });
    expect(codesOf(await cast.as('chair', approveDeliveryPlan, { planId }))).toEqual([]);
  });

  it('is not approved without tactics, resources and a measure (duties 126, 128, 136)', async () => {
    const planId = await made({ tactics: [], resources: [], measures: [] });
    expect(codesOf(await cast.as('chair', approveDeliveryPlan, { planId }))).toEqual([
      'delivery-plan/without-tactics',
      'delivery-plan/without-resources',
      'delivery-plan/without-measures',
    ]);
  });

  it('fits its own dates and says what it serves (duties 80, 91, 128, 136)', async () => {
    const create = (more: object) => cast.as('secretary', createDeliveryPlan, { decisionId, ...fields(), ...more });
    expect(codesOf(await create({ endsOn: '2026-11-30', resources: [], reviewOn: '' }))).toEqual(['delivery-plan/ends-before-it-starts']);
    expect(codesOf(await create({ resources: [{ unitId, what: 'x', hours: 1, from: '2026-11-01', to: '2026-12-02' }] }))).toEqual([
      'delivery-plan/resource-outside-plan',
    ]);
    expect(codesOf(await create({ outsideStrategyReason: '' }))).toEqual(['delivery-plan/without-priority']);
    expect(codesOf(await create({ objective: ' ' }))).toEqual(['delivery-plan/without-objective']);
  });

  it('is approved by the chair alone, and never for a daily meeting (duties 120, 152)', async () => {
    const planId = await made();
    for (const who of ['secretary', 'manager', 'response'] as const)
      expect(codesOf(await cast.as(who, approveDeliveryPlan, { planId }))).toEqual(['delivery-plan/not-yours-to-approve']);
    expect(await cast.forge('secretary', { put: rewritten(await plan(planId), { state: 'approved' }) })).toEqual([
      'delivery-plan/not-yours-to-approve',
    ]);
    await begin('dmm');
    const daily = await made();
    expect(codesOf(await cast.as('chair', approveDeliveryPlan, { planId: daily }))).toEqual(['delivery-plan/not-in-a-daily-meeting']);
  });

  it('keeps what was approved; its owner changes only by handover', async () => {
    const planId = await made();
    await cast.must('chair', approveDeliveryPlan, { planId });
    expect(codesOf(await cast.as('secretary', changeDeliveryPlan, { planId, ...fields() }))).toEqual(['delivery-plan/approved-is-fixed']);
    expect(await cast.forge('chair', { put: rewritten(await plan(planId), { body: { objective: 'Less' } }) })).toEqual([
      'delivery-plan/approved-is-fixed',
    ]);
    await cast.must('chair', handOverDeliveryPlan, { planId, ownerId: cast.ids.analyst });
    expect((await plan(planId)).owner).toBe(cast.ids.analyst);
  });

  it('is reviewed with continue, change or stop, and reviews stay (duty 142)', async () => {
    const planId = await made();
    await cast.must('chair', approveDeliveryPlan, { planId });
    expect(codesOf(await cast.as('response', reviewDeliveryPlan, { planId, outcome: 'continue', text: '' }))).toEqual([
      'delivery-plan/review-without-text',
    ]);
    expect(codesOf(await cast.as('analyst', reviewDeliveryPlan, { planId, outcome: 'continue', text: 'x' }))).toEqual([
      'delivery-plan/not-yours-to-review',
    ]);
    await cast.must('response', reviewDeliveryPlan, { planId, outcome: 'continue', text: 'Working', reviewOn: '2026-12-29' });
    expect(await cast.forge('chair', { put: rewritten(await plan(planId), { body: { reviews: [] } }) })).toEqual([
      'delivery-plan/reviews-are-kept',
    ]);
    expect((await plan(planId)).dueAt).toBe('2026-12-29');
    cast.pass(40 * 24 * 60);
    expect((await cast.see('chair', plansQuery, {})).rows[0]?.reviewOverdue).toBe(true);
  });

  it('is closed only with its result or the reason why there is none (duty 56)', async () => {
    const planId = await made();
    await cast.must('chair', approveDeliveryPlan, { planId });
    const refusal = await cast.as('response', closeDeliveryPlan, { planId });
    expect(codesOf(refusal)).toEqual(['delivery-plan/closed-without-result']);
    expect(dutiesOf(refusal)).toEqual([56]);
    expect(await cast.forge('response', { put: rewritten(await plan(planId), { state: 'closed' }) })).toEqual([
      'delivery-plan/closed-without-result',
    ]);
    await cast.must('response', closeDeliveryPlan, { planId, result: 'Halved', measureResults: ['6'] });
    expect((await plan(planId)).body.measures[0]?.result).toBe('6');
    expect(codesOf(await cast.as('response', closeDeliveryPlan, { planId, result: 'x' }))).toEqual(['delivery-plan/closed']);
    expect(await cast.forge('chair', { erase: { kind: 'delivery-plan', id: planId } })).toEqual(['delivery-plan/never-erased']);
  });

  it('shows where its resources clash with another open plan’s (duty 136), and when all tactics are of one strand (duty 135)', async () => {
    const first = await made();
    const second = await made({
      title: 'Mill Lane',
      resources: [{ unitId, what: 'response team ', hours: 10, from: '2026-12-20', to: '2026-12-22' }],
    });
    const page = await cast.see('chair', planQuery, { planId: second });
    expect(page?.clashes.map((clash) => [clash.planId, clash.from, clash.to])).toEqual([[first, '2026-12-20', '2026-12-20']]);
    expect(page?.singleStrand).toBe(true);
  });
});
