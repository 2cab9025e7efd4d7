import { beforeEach, describe, expect, it } from 'vitest';
import { instant } from '#shared/base/time.ts';
import { closeMeeting, rescheduleMeeting } from '#shared/domain/meeting/meeting.commands.ts';
import { type Cast, type MeetingWorld, meetingWorld } from '#test/builders/meeting-world.ts';
import { todayQuery } from './today.queries.ts';

let cast: MeetingWorld;
beforeEach(async () => {
  cast = await meetingWorld();
});
const leading = async (who: Cast) =>
  (await cast.see(who, todayQuery, {})).leading.map(({ id, part, when, next }) => ({ id, part, when, next }));

describe('the meetings that lead a day', () => {
  it('are prepared in the week before, run on the day, gone on with in session and signed after; each person is told their part (duty 81)', async () => {
    const id = await cast.schedule('2026-11-24');
    expect(await leading('secretary')).toEqual([{ id, part: 'keeps-minutes', when: 'this-week', next: 'prepare' }]);
    expect(await leading('chair')).toEqual([{ id, part: 'chairs', when: 'this-week', next: 'prepare' }]);
    expect(await leading('deputy')).toEqual([{ id, part: 'deputises', when: 'this-week', next: 'prepare' }]);
    expect(await leading('analyst')).toEqual([{ id, part: 'attends', when: 'this-week', next: 'read' }]);

    cast.world.now = instant('2026-11-24T07:00:00.000Z');
    expect(await leading('secretary')).toEqual([{ id, part: 'keeps-minutes', when: 'today', next: 'start' }]);
    expect(await leading('analyst')).toEqual([{ id, part: 'attends', when: 'today', next: 'read' }]);
  });

  it('stay while in session and until the chair has signed; minutes wait for who presided and who keeps them, and for nobody else (duty 81)', async () => {
    const id = await cast.live('2026-11-24');
    expect(await leading('secretary')).toEqual([{ id, part: 'keeps-minutes', when: 'in-session', next: 'run' }]);
    expect(await leading('analyst')).toEqual([{ id, part: 'attends', when: 'in-session', next: 'follow' }]);
    await cast.concludeRest(id);
    await cast.must('secretary', closeMeeting, { meetingId: id, nextMeetingOn: '2026-12-08' });
    expect(await leading('chair')).toEqual([{ id, part: 'chairs', when: 'to-sign', next: 'sign' }]);
    expect(await leading('secretary')).toEqual([{ id, part: 'keeps-minutes', when: 'to-sign', next: 'have-signed' }]);
    for (const who of ['deputy', 'analyst', 'auditor'] as const) expect(await leading(who)).toEqual([]);
  });

  it('are not those of the week after, nor those one only may see; a meeting whose day passed unheld comes before today’s', async () => {
    const far = await cast.schedule('2026-12-01');
    expect(await leading('secretary')).toEqual([]);
    expect((await cast.see('secretary', todayQuery, {})).meetings.map((one) => one.id)).toEqual([far]);
    const soon = await cast.schedule('2026-11-24');
    expect(await leading('auditor')).toEqual([]);
    expect((await cast.see('auditor', todayQuery, {})).meetings.map((one) => one.id)).toEqual([soon, far]);
    cast.world.now = instant('2026-11-25T07:00:00.000Z');
    const today = await cast.schedule('2026-11-25');
    expect((await leading('secretary')).map((one) => [one.id, one.when])).toEqual([
      [soon, 'not-held'],
      [today, 'today'],
      [far, 'this-week'],
    ]);
    await cast.must('secretary', rescheduleMeeting, {
      meetingId: soon,
      startsAt: '2026-12-15T10:00:00.000Z',
      place: '',
      minutesPlanned: 60,
    });
    expect((await leading('secretary')).map((one) => one.id)).toEqual([today, far]);
  });
});
