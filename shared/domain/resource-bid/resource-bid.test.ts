import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { meetingStrategyQuery } from '#shared/domain/meeting/meeting-strategy.ts';
import { rewritten } from '#shared/domain/meeting/parts.ts';
import { leavePerson } from '#shared/domain/person/person.commands.ts';
import { type MeetingWorld, meetingWorld } from '#test/builders/meeting-world.ts';
import { codesOf, dutiesOf } from '#test/builders/organisation-world.ts';
import { itemOf, priorityOf } from '#test/builders/strategic-meeting.ts';
import { aboveTheStrategy, aboveWithoutReason, inRankOrder } from './bid-order.ts';
import { decideBid, enterBid, rankBids, setPool, takeUpBid, withdrawBid } from './resource-bid.commands.ts';

let cast: MeetingWorld;
let meetingId: string;
let itemId: string;
const begin = async (groupType: 'stcg' | 'ttcg' = 'stcg') => {
  cast = await meetingWorld({ groupType });
  priorityOf(cast, 'priority-one', 'CS1');
  meetingId = await cast.live();
  itemId = await itemOf(cast, meetingId, groupType === 'stcg' ? 'resources' : 'competing-demands');
  await cast.must('secretary', setPool, { meetingId, hours: 1000 });
};
beforeEach(() => begin());

const enter = (more: object = {}) =>
  cast.as('response', enterBid, { meetingId, title: 'Patrols', hours: 400, priorityId: 'priority-one', ...more });
const entered = async (more: object = {}) => {
  const result = await enter(more);
  if (!result.ok) throw new Error(result.refusals[0].message);
  return result.value.out.bidId;
};
const OFF = { priorityId: '', outsideStrategyReason: 'Rural concern' };
const rank = (order: readonly string[], because: object = {}) =>
  cast.as('secretary', rankBids, { meetingId, order: [...order], because: because as Record<string, string> });
const naming = async (...some: readonly string[]): Promise<string> =>
  (await cast.decide(meetingId, itemId, { names: some.map((id) => ({ kind: 'resource-bid' as const, id })) })).decisionId;
const decideOn = (bidId: string, decisionId: string, more: object = {}) =>
  cast.as('secretary', decideBid, { bidId, decisionId, outcome: 'granted', reason: 'Highest harm', ...more });
const bids = async () => (await cast.see('secretary', meetingStrategyQuery, { meetingId }))?.bids ?? null;
const found = async (id: string) => {
  const bid = await cast.world.records.reading.one('resource-bid', id);
  if (bid === null) throw new Error('no bid');
  return bid;
};

describe('a bid for resources', () => {
  it('is ranked against a finite pool: what goes beyond it is shown in hours and needs its reason (duty 52)', async () => {
    const [one, two] = [await entered(), await entered({ title: 'Profile', hours: 700 })];
    await rank([one, two]);
    expect((await bids())?.askedOver).toEqual([{ unit: 'hours', granted: 1100, pool: 1000, over: 100 }]);
    const decisionId = await naming(one, two);
    expect((await decideOn(one, decisionId)).ok).toBe(true);
    const over = await decideOn(two, decisionId);
    expect(codesOf(over)).toEqual(['resource-bid/over-the-pool']);
    expect(dutiesOf(over)).toEqual([52]);
    expect(over.ok ? '' : over.refusals[0].message).toContain('100 too many');
    expect((await decideOn(two, decisionId, { overPoolBecause: 'The reserve covers it' })).ok).toBe(true);
    expect((await bids())?.grantedOver.map((each) => each.over)).toEqual([100]);
  });

  it('of one tactical meeting against another is compared in the same way (duty 52)', async () => {
    await begin('ttcg');
    const bid = await entered({ hours: 1000 });
    await rank([bid]);
    const { decisionId } = await cast.decide(meetingId, itemId);
    expect((await decideOn(bid, decisionId)).ok).toBe(true);
  });

  it('is compared with the priorities, ranked, and decided with a reason by a decision that names it (duty 77)', async () => {
    const bid = await entered();
    const unnamed = (await cast.decide(meetingId, itemId)).decisionId;
    const decisionId = await naming(bid);
    expect(codesOf(await decideOn(bid, decisionId))).toContain('resource-bid/not-ranked');
    await rank([bid]);
    const ranked = await naming(bid);
    expect(codesOf(await decideOn(bid, ranked, { reason: ' ' }))).toEqual(['resource-bid/without-reason']);
    expect(codesOf(await decideOn(bid, unnamed))).toEqual(['resource-bid/does-not-name-it']);
    expect(codesOf(await decideOn(bid, ranked, { outcome: 'part-granted', grantedHours: 500 }))).toEqual([
      'resource-bid/granted-does-not-fit',
    ]);
    expect((await decideOn(bid, ranked, { outcome: 'part-granted', grantedHours: 200 })).ok).toBe(true);
    expect((await bids())?.rows.map((row) => [row.rank, row.priority, row.state, row.grantedHours])).toEqual([
      [1, 'CS1 Priority CS1', 'part-granted', 200],
    ]);
    expect(codesOf(await decideOn(bid, ranked, { outcome: 'refused' }))).toEqual(['resource-bid/decided-already']);
  });

  it('outside the strategy stands below those that serve a priority, or says why not (duty 92)', async () => {
    const off = await entered({ title: 'Rural crime', hours: 100, ...OFF });
    const on = await entered();
    expect((await bids())?.rows.map((row) => row.id)).toEqual([on, off]);
    const refused = await rank([off, on]);
    expect(codesOf(refused)).toEqual(['resource-bid/above-the-strategy']);
    expect(dutiesOf(refused)).toEqual([92]);
    expect((await rank([off, on], { [off]: 'Lambing begins next week' })).ok).toBe(true);
    expect((await bids())?.rows.map((row) => [row.id, row.above, row.aboveStrategyBecause])).toEqual([
      [off, true, 'Lambing begins next week'],
      [on, false, ''],
    ]);
    const forged = { put: rewritten(await found(off), { body: { aboveStrategyBecause: '' } }) };
    expect(await cast.forge('secretary', forged)).toEqual(['resource-bid/above-the-strategy']);
    expect((await rank([on, off])).ok).toBe(true);
    expect((await found(off)).body.aboveStrategyBecause).toBe('');
  });

  it('below zero, for nothing, beyond everything there is, or of somebody who left is refused', async () => {
    expect(() => enterBid.args.parse({ meetingId, title: 'Patrols', hours: -1 })).toThrow('not below zero');
    expect(codesOf(await enter({ hours: 0 }))).toEqual(['resource-bid/asks-for-nothing']);
    const beyond = await enter({ hours: 1001 });
    expect(codesOf(beyond)).toEqual(['resource-bid/beyond-the-pool']);
    expect(codesOf(await enter({ priorityId: '' }))).toEqual(['resource-bid/without-priority']);
    expect(codesOf(await enter({ priorityId: 'priority-none' }))).toEqual(['resource-bid/priority-not-in-force']);
    expect(codesOf(await cast.as('partner', enterBid, { meetingId, title: 'Ours', hours: 1, ...OFF }))).toEqual([
      'resource-bid/not-yours-to-enter',
    ]);
    await cast.world.must(leavePerson, { personId: cast.ids.manager, on: '2026-11-24' });
    cast.pass(24 * 60);
    expect(codesOf(await enter({ ownerId: cast.ids.manager }))).toEqual(['resource-bid/bidder-not-serving']);
    const bid = await entered();
    expect(await cast.forge('response', { put: rewritten(await found(bid), { body: { hours: 5000 } }) })).toContain(
      'resource-bid/beyond-the-pool',
    );
    const granted = rewritten(await found(bid), { state: 'granted', body: { grantedHours: 400, outcomeReason: 'Mine' } });
    expect(await cast.forge('response', { put: granted })).toEqual(['resource-bid/not-yours-to-decide']);
  });

  it('changed after the decision named it is no longer what was decided', async () => {
    const bid = await entered();
    await rank([bid]);
    const decisionId = await naming(bid);
    await cast.must('secretary', withdrawBid, { bidId: await entered({ title: 'Mistaken' }), reason: 'Entered twice' });
    const changed = rewritten(await found(bid), { body: { hours: 900 } });
    expect(await cast.forge('response', { put: changed })).toEqual([]);
    cast.world.records.apply([{ put: changed }], { now: cast.world.now, actorId: cast.ids.response });
    expect(codesOf(await decideOn(bid, decisionId))).toEqual(['resource-bid/changed-since']);
  });

  it('that was deferred is taken up once at a later meeting', async () => {
    const bid = await entered();
    await rank([bid]);
    expect((await decideOn(bid, '', { outcome: 'deferred', reason: 'Wait for the budget' })).ok).toBe(true);
    const next = await cast.schedule('2027-05-18');
    const shown = await cast.see('secretary', meetingStrategyQuery, { meetingId: next });
    expect(shown?.bids?.deferred.map((row) => row.id)).toEqual([bid]);
    await cast.must('secretary', takeUpBid, { bidId: bid, meetingId: next });
    expect(codesOf(await cast.as('secretary', takeUpBid, { bidId: bid, meetingId: next }))).toEqual(['resource-bid/not-deferred']);
  });
});

describe('the order of bids', () => {
  const bid = fc.record({
    id: fc.uuid(),
    number: fc.constant(0),
    body: fc.record({
      title: fc.constant('A bid'),
      priorityId: fc.constantFrom('', 'priority'),
      aboveStrategyBecause: fc.constantFrom('', 'because'),
    }),
  });
  it('proposed by itself never puts a demand outside the strategy above one in it (duty 92)', () => {
    fc.assert(fc.property(fc.array(bid), (some) => aboveTheStrategy(inRankOrder(some)).length === 0));
  });
  it('needs a reason exactly where a demand outside the strategy stands above one in it', () => {
    fc.assert(
      fc.property(fc.array(bid), (order) => {
        const wrong = order.filter(
          (one, index) =>
            one.body.priorityId === '' &&
            one.body.aboveStrategyBecause === '' &&
            order.slice(index).some((below) => below.body.priorityId !== ''),
        );
        expect(aboveWithoutReason(order)).toEqual(wrong);
      }),
    );
  });
});
