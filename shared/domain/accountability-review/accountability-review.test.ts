import { beforeEach, describe, expect, it } from 'vitest';
import { meetingStrategyQuery } from '#shared/domain/meeting/meeting-strategy.ts';
import { startMeeting } from '#shared/domain/meeting/meeting.commands.ts';
import { rewritten } from '#shared/domain/meeting/parts.ts';
import { leavePerson } from '#shared/domain/person/person.commands.ts';
import { type MeetingWorld, meetingWorld } from '#test/builders/meeting-world.ts';
import { codesOf, dutiesOf } from '#test/builders/organisation-world.ts';
import { priorityOf } from '#test/builders/strategic-meeting.ts';
import { giveAccount } from './accountability-review.commands.ts';

let cast: MeetingWorld;
beforeEach(async () => {
  cast = await meetingWorld({ groupType: 'stcg' });
  priorityOf(cast, 'priority-one', 'CS1', cast.ids.response);
  priorityOf(cast, 'priority-two', 'CS2', cast.ids.manager);
  priorityOf(cast, 'priority-three', 'CS3', cast.ids.response);
});

const reviewsOf = async (meetingId: string) => (await cast.see('secretary', meetingStrategyQuery, { meetingId }))?.reviews ?? [];
const accountItems = async (meetingId: string) =>
  (await cast.agenda(meetingId)).filter((item) => item.body.templateKey === 'accountability');
const ACCOUNT = { changed: 'Two units moved', achieved: 'A tenth fewer injuries', next: 'Schools' };
const RATED = { ...ACCOUNT, measure: 'Injuries', measured: '41, from 46', rating: 'green' as const };

describe('owners of priorities', () => {
  it('are called to account by themselves at a strategic meeting, one item each, with rating and note (duty 102)', async () => {
    const meetingId = await cast.live();
    expect((await accountItems(meetingId)).map((item) => [item.body.title, item.body.leadId])).toEqual([
      ['Accountability: Inspector Sam Response (CS1, CS3)', cast.ids.response],
      ['Accountability: Inspector Sam Manager (CS2)', cast.ids.manager],
    ]);
    const [first] = await reviewsOf(meetingId);
    if (first === undefined) throw new Error('no review');
    await cast.must('secretary', giveAccount, { reviewId: first.id, ...RATED });
    expect((await reviewsOf(meetingId)).map((row) => [row.reference, row.state, row.rating, row.measured])).toEqual([
      ['CS1', 'given', 'green', '41, from 46'],
      ['CS2', 'due', '', ''],
      ['CS3', 'due', '', ''],
    ]);
  });

  it('get no rating without a measure and what was measured (duty 102)', async () => {
    const meetingId = await cast.live();
    const [first] = await reviewsOf(meetingId);
    const reviewId = first?.id ?? '';
    const give = (more: object) => cast.as('response', giveAccount, { reviewId, ...RATED, ...more });
    const unmeasured = await give({ measure: '' });
    expect(codesOf(unmeasured)).toEqual(['accountability-review/rated-without-measure']);
    expect(dutiesOf(unmeasured)).toContain(102);
    expect(codesOf(await give({ measured: '' }))).toEqual(['accountability-review/rated-without-value']);
    expect(codesOf(await give({ changed: ' ', next: '' }))).toEqual([
      'accountability-review/without-what-changed',
      'accountability-review/without-what-next',
    ]);
    expect((await give({ measure: '', measured: '', rating: '' })).ok).toBe(true);
    const review = await cast.world.records.reading.one('accountability-review', reviewId);
    if (review === null) throw new Error('no review');
    expect(
      await cast.forge('response', { put: rewritten(review, { body: { rating: 'green', recordedById: cast.ids.response } }) }),
    ).toEqual(['accountability-review/rated-without-measure']);
    expect(codesOf(await cast.as('outsider', giveAccount, { reviewId, ...ACCOUNT }))).toEqual(['accountability-review/not-yours-to-give']);
    expect(await cast.forge('secretary', { erase: { kind: 'accountability-review', id: reviewId } })).toEqual([
      'accountability-review/never-erased',
    ]);
  });

  it('who left are said to have left, and a priority without an owner is said to have none', async () => {
    priorityOf(cast, 'priority-four', 'CS4');
    await cast.world.must(leavePerson, { personId: cast.ids.manager, on: '2026-11-19' });
    const meetingId = await cast.schedule();
    const items = await accountItems(meetingId);
    expect(items.find((item) => item.body.title.includes('CS2'))?.body).toMatchObject({
      leadId: '',
      purpose: expect.stringContaining('has left the force') as string,
    });
    expect(items.at(-1)?.body.title).toBe('Accountability: CS4, without an owner');
    expect((await reviewsOf(meetingId)).find((row) => row.reference === 'CS2')?.ownerLeft).toBe(true);
  });

  it('of a priority set after the agenda was built are called when the meeting starts, and none is called twice', async () => {
    const meetingId = await cast.schedule();
    priorityOf(cast, 'priority-four', 'CS4', cast.ids.analyst);
    cast.world.now = '2026-11-24T10:00:00.000Z' as never;
    await cast.present(meetingId, 'chair', 'secretary');
    await cast.must('secretary', startMeeting, { meetingId, chairId: cast.ids.chair, secretaryId: cast.ids.secretary });
    expect((await reviewsOf(meetingId)).map((row) => row.reference)).toEqual(['CS1', 'CS2', 'CS3', 'CS4']);
    expect(await accountItems(meetingId)).toHaveLength(3);
    const [review] = await cast.world.records.reading.many('accountability-review', { parent: meetingId });
    if (review === undefined) throw new Error('no review');
    const again = { ...rewritten(review, {}), id: 'review-again' };
    expect(await cast.forge('secretary', { put: again })).toEqual(['accountability-review/one-each']);
  });
});
