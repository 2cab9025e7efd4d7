import { beforeEach, describe, expect, it } from 'vitest';
import { giveAccount } from '#shared/domain/accountability-review/accountability-review.commands.ts';
import { deliverCommission, hearCommission, raiseCommission } from '#shared/domain/commission/commission.commands.ts';
import { decideRecommendation } from '#shared/domain/recommendation/decide-recommendation.ts';
import { decideBid, enterBid, rankBids } from '#shared/domain/resource-bid/resource-bid.commands.ts';
import { type MeetingWorld, meetingWorld } from '#test/builders/meeting-world.ts';
import { FINAL_ASSESSMENT, assessmentWith, itemOf, priorityOf } from '#test/builders/strategic-meeting.ts';
import { readMinutesContent } from './minutes.queries.ts';
import { sealedEntriesOf } from './sealed-entries.ts';
import { writeMinutes } from './write-minutes.ts';

let cast: MeetingWorld;
let meetingId: string;

beforeEach(async () => {
  cast = await meetingWorld({ groupType: 'stcg' });
  priorityOf(cast, 'priority-one', 'CS1', cast.ids.response);
  assessmentWith(cast, FINAL_ASSESSMENT, [
    { id: 'rec-abuse', title: 'Make domestic abuse a priority' },
    { id: 'rec-secret', title: 'A covert matter', policeOnly: true },
  ]);
  meetingId = await cast.live();
  await recommendations();
  await bids();
  await commissions();
  const [review] = await cast.world.records.reading.many('accountability-review', { parent: meetingId });
  await cast.must('secretary', giveAccount, {
    reviewId: review?.id ?? '',
    changed: 'Two units moved',
    achieved: 'A tenth fewer injuries',
    next: 'Schools',
    measure: 'Injuries',
    measured: '41',
    rating: 'amber',
  });
});

async function recommendations(): Promise<void> {
  const itemId = await itemOf(cast, meetingId, 'strategic-assessment');
  const names = ['rec-abuse', 'rec-secret'].map((id) => ({ kind: 'recommendation' as const, id }));
  const { decisionId } = await cast.decide(meetingId, itemId, { names });
  for (const { id } of names)
    await cast.must('secretary', decideRecommendation, {
      recommendationId: id,
      outcome: 'adopted',
      reason: 'Highest harm',
      decisionId,
      meetingId,
    });
}

async function bids(): Promise<void> {
  const itemId = await itemOf(cast, meetingId, 'resources');
  const { bidId } = await cast.must('response', enterBid, { meetingId, title: 'Two analysts', hours: 200, priorityId: 'priority-one' });
  await cast.must('secretary', rankBids, { meetingId, order: [bidId] });
  const { decisionId } = await cast.decide(meetingId, itemId, { names: [{ kind: 'resource-bid', id: bidId }] });
  await cast.must('secretary', decideBid, { bidId, outcome: 'refused', reason: 'No money this year', decisionId });
}

async function commissions(): Promise<void> {
  const itemId = await itemOf(cast, meetingId, 'commissions');
  const asked = { meetingId, itemId, termsOfReference: 'East only', ownerId: cast.ids.analyst, dueOn: '2027-02-01' };
  const { commissionId } = await cast.must('secretary', raiseCommission, { ...asked, question: 'Who buys it?' });
  await cast.must('secretary', raiseCommission, { ...asked, question: 'Which source?', policeOnly: true });
  await cast.must('analyst', deliverCommission, { commissionId, result: 'Two buyers at the market' });
  await cast.must('secretary', hearCommission, { commissionId, meetingId });
}

const content = async () => {
  const read = await readMinutesContent(cast.world.records.reading, meetingId);
  if (read === null) throw new Error('no content');
  return read;
};

describe('the minutes of a strategic meeting', () => {
  it('hold the outcome of every recommendation and bid, the commissions, the accounts, and what each decision sets (duties 73, 77, 78, 81, 102)', async () => {
    const text = JSON.stringify(writeMinutes(await content(), 'full'));
    for (const words of [
      'Recommendation 1: adopted',
      'Highest harm',
      'Bid ranked 1: refused',
      'No money this year',
      'result heard',
      'Two buyers at the market',
      'Account of CS1 Priority CS1: amber',
      'A tenth fewer injuries',
      'This decision sets',
      'Recommendation: A covert matter',
    ])
      expect(text).toContain(words);
  });

  it('are handed to partners without what is police only, and the sealed file has it in lines of its own (duty 119)', async () => {
    const partner = JSON.stringify(writeMinutes(await content(), 'partner'));
    expect(partner).toContain('Make domestic abuse a priority');
    expect(partner).not.toContain('covert');
    expect(partner).not.toContain('Which source?');
    expect(partner).toContain('2 matters of tasking');
    const open = sealedEntriesOf(await content(), cast.world.now).entries.filter((entry) => !entry.policeOnly);
    expect(JSON.stringify(open)).not.toContain('covert');
    expect(JSON.stringify(open)).toContain('Two buyers at the market');
  });
});
