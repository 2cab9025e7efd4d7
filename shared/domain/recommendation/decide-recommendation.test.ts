import { beforeEach, describe, expect, it } from 'vitest';
import { concludeAgendaItem } from '#shared/domain/agenda-item/agenda-item.commands.ts';
import { closeMeeting } from '#shared/domain/meeting/meeting.commands.ts';
import { meetingStrategyQuery } from '#shared/domain/meeting/meeting-strategy.ts';
import { rewritten } from '#shared/domain/meeting/parts.ts';
import { FINAL_ASSESSMENT, assessmentWith, itemOf } from '#test/builders/strategic-meeting.ts';
import { type MeetingWorld, meetingWorld } from '#test/builders/meeting-world.ts';
import { codesOf, dutiesOf } from '#test/builders/organisation-world.ts';
import { decideRecommendation, deferOpenRecommendations } from './decide-recommendation.ts';

let cast: MeetingWorld;
let meetingId: string;
let itemId: string;
const ids = ['rec-abuse', 'rec-knives', 'rec-rural'] as const;

beforeEach(async () => {
  cast = await meetingWorld({ groupType: 'stcg' });
  assessmentWith(cast, FINAL_ASSESSMENT, [
    { id: 'rec-abuse', title: 'Make domestic abuse a priority' },
    { id: 'rec-knives', title: 'Make knife crime a priority' },
    { id: 'rec-rural', title: 'Leave rural crime out', policeOnly: true },
  ]);
  meetingId = await cast.live();
  itemId = await itemOf(cast, meetingId, 'strategic-assessment');
});

const naming = async (...some: readonly string[]): Promise<string> =>
  (await cast.decide(meetingId, itemId, { names: some.map((id) => ({ kind: 'recommendation' as const, id })) })).decisionId;
const give = (recommendationId: string, more: object = {}) =>
  cast.as('secretary', decideRecommendation, {
    recommendationId,
    outcome: 'adopted',
    reason: 'The harm is the highest of all',
    meetingId,
    ...more,
  });
const conclude = (outcome: 'decided' | 'no-decision' | 'deferred', reason = '') =>
  cast.as('secretary', concludeAgendaItem, { itemId, outcome, reason });
const shown = async (at = meetingId) => (await cast.see('secretary', meetingStrategyQuery, { meetingId: at }))?.recommendations ?? [];

describe('the recommendations of the strategic assessment', () => {
  it('are taken one by one: adopted, varied, rejected or deferred, each with its reason (duty 73)', async () => {
    const decisionId = await naming(...ids);
    expect(codesOf(await give('rec-abuse', { decisionId, reason: '' }))).toEqual(['recommendation/without-reason']);
    expect(codesOf(await give('rec-abuse', { decisionId, outcome: 'varied' }))).toEqual(['recommendation/varied-without-text']);
    expect((await give('rec-abuse', { decisionId })).ok).toBe(true);
    expect((await give('rec-knives', { decisionId, outcome: 'varied', variedText: 'Knife crime in town centres' })).ok).toBe(true);
    expect((await give('rec-rural', { outcome: 'deferred', reason: 'The rural survey is due in May' })).ok).toBe(true);
    expect((await shown()).map((one) => [one.id, one.state, one.waits])).toEqual([
      ['rec-abuse', 'adopted', false],
      ['rec-knives', 'varied', false],
      ['rec-rural', 'deferred', false],
    ]);
  });

  it('keep the item open until each has its outcome; deferring the item defers them with its reason (duty 73)', async () => {
    const decisionId = await naming('rec-abuse');
    await give('rec-abuse', { decisionId });
    const early = await conclude('decided');
    expect(codesOf(early)).toEqual(['agenda-item/recommendations-open']);
    expect(dutiesOf(early)).toContain(73);
    const [item] = (await cast.agenda(meetingId)).filter((one) => one.id === itemId);
    if (item === undefined) throw new Error('no item');
    const forged = { put: rewritten(item, { state: 'decided', body: { concludedAt: cast.world.now } }) };
    expect(await cast.forge('secretary', forged)).toContain('agenda-item/recommendations-open');
    expect((await conclude('deferred', 'Time ran out')).ok).toBe(true);
    expect((await shown()).map((one) => [one.state, one.outcomeReason])).toEqual([
      ['adopted', 'The harm is the highest of all'],
      ['deferred', 'Time ran out'],
      ['deferred', 'Time ran out'],
    ]);
  });

  it('that were deferred come before the next meeting again, first of all', async () => {
    await give('rec-knives', { outcome: 'deferred', reason: 'Await the profile' });
    const deferred = await cast.must('chair', deferOpenRecommendations, { meetingId, reason: 'Time ran out' });
    expect(deferred.deferred).toBe(2);
    await cast.concludeRest(meetingId);
    await cast.must('secretary', closeMeeting, { meetingId });
    const next = await cast.live('2027-05-18');
    expect((await shown(next)).every((one) => one.waits && one.state === 'deferred')).toBe(true);
    meetingId = next;
    itemId = await itemOf(cast, next, 'strategic-assessment');
    expect(codesOf(await conclude('no-decision', 'Noted'))).toEqual(['agenda-item/recommendations-open']);
  });

  it('get no second outcome, and none but by a decision of this group that names them', async () => {
    const other = (await cast.decide(meetingId, itemId)).decisionId;
    expect(codesOf(await give('rec-abuse'))).toEqual(['recommendation/decision-unknown']);
    expect(codesOf(await give('rec-abuse', { decisionId: other }))).toEqual(['recommendation/does-not-name-it']);
    const decisionId = await naming('rec-abuse');
    expect((await give('rec-abuse', { decisionId })).ok).toBe(true);
    expect(codesOf(await give('rec-abuse', { decisionId, outcome: 'rejected' }))).toEqual(['recommendation/outcome-given']);
    const found = await cast.world.records.reading.one('recommendation', 'rec-knives');
    if (found === null) throw new Error('no recommendation');
    const forged = {
      put: rewritten(found, {
        state: 'adopted',
        body: { outcomeReason: 'Forged', meetingId, decisionId, outcomeAt: cast.world.now },
      }),
    };
    expect(await cast.forge('secretary', forged)).toEqual(['recommendation/does-not-name-it']);
    expect(await cast.forge('outsider', forged)).toContain('recommendation/not-yours-to-decide');
  });

  it('are decided by those who run the group; police-only ones are not shown to partners', async () => {
    const decisionId = await naming('rec-abuse');
    const args = { recommendationId: 'rec-abuse', outcome: 'adopted' as const, reason: 'Yes', decisionId, meetingId };
    expect(codesOf(await cast.as('response', decideRecommendation, args))).toEqual(['recommendation/not-yours-to-decide']);
    const reading = cast.world.records.readingOf(await cast.world.actor(cast.ids.partner));
    expect((await reading.some('recommendation', ids)).map((one) => one.id)).toEqual(['rec-abuse', 'rec-knives']);
    expect(JSON.stringify(await cast.see('partner', meetingStrategyQuery, { meetingId }))).not.toContain('rec-rural');
  });
});
