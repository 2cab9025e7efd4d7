import { beforeEach, describe, expect, it } from 'vitest';
import type { Result } from '#shared/base/result.ts';
import { attachedPaper } from '#test/builders/attach-paper.ts';
import { startEngine, type TestEngine } from '#test/builders/engine.ts';
import { PASS_PHRASE, type SmallForce, smallForce } from '#test/builders/small-force.ts';

const codes = (result: Result<unknown>): readonly string[] => (result.ok ? [] : result.refusals.map((one) => one.code));

let engine: TestEngine;
let force: SmallForce;
let meetingId: string;
let itemId: string;
let decisionId: string;
let paperId: string;
beforeEach(async () => {
  engine = startEngine();
  force = await smallForce(engine);
  await force.signInAs('secretary');
  ({ meetingId, firstItemId: itemId } = await force.scheduleMeeting());
  ({ paperId } = await attachedPaper(engine.client, {
    meetingId,
    title: 'Harbour problem profile',
    paperType: 'problem-profile',
    fileName: 'harbour.pdf',
    mediaType: 'application/pdf',
    bytes: new Uint8Array(Buffer.from('%PDF-1.7 harbour')),
    asOf: '',
    confidence: '',
    policeOnly: false,
  }));
  await force.startMeeting(meetingId, itemId);
  ({ decisionId } = await force.recordDecision(meetingId, itemId));
});

describe('someone with no need to know (duties 14, 40)', () => {
  it.each(['outsider', 'administrator'] as const)(
    'shows an %s nothing of a meeting: no view, no count, no search hit, no history, no paper',
    async (who) => {
      await engine.lock();
      await (who === 'outsider' ? engine.signIn('tattersall', PASS_PHRASE) : engine.signIn());
      const { client } = engine;
      expect(await client.look('meeting', { meetingId })).toBeNull();
      expect((await client.look('decisions', {})).rows).toEqual([]);
      const meetings = await client.look('meetings', {});
      expect(JSON.stringify(meetings)).not.toContain(meetingId);
      expect(await client.get('search.find', { text: 'harbour', kinds: [], limit: 50 })).toMatchObject({ hits: [], more: false });
      expect(await client.get('search.find', { text: 'neighbourhood', kinds: ['decision'], limit: 50 })).toMatchObject({
        hits: [],
        more: false,
      });
      // Not even that there is more than fits on the page.
      expect(await client.get('search.find', { text: 'harbour', kinds: [], limit: 1 })).toMatchObject({ hits: [], more: false });
      expect(codes(await client.ask('record.history', { kind: 'decision', id: decisionId }))).toEqual(['engine/gone']);
      expect(codes(await client.ask('paper.save', { paperId }))).toEqual(['engine/gone']);
    },
  );

  it('refuses them in the same words whether or not there is such a meeting', async () => {
    await force.signInAs('outsider');
    const real = await engine.client.command('meeting.close', { meetingId });
    const invented = await engine.client.command('meeting.close', { meetingId: 'zzzzzzzzzzzzzzzzzzzz' });
    expect(real).toEqual(invented);
    expect(codes(real)).toEqual(['meeting/not-yours-to-run']);
  });

  it('shows the same things to those who need them', async () => {
    for (const somebody of ['member', 'auditor'] as const) {
      await force.signInAs(somebody);
      expect((await engine.client.look('meeting', { meetingId }))?.id).toBe(meetingId);
      expect(
        (await engine.client.get('search.find', { text: 'neighbourhood', kinds: ['decision'], limit: 50 })).hits.map((hit) => hit.id),
      ).toEqual([decisionId]);
      expect(Buffer.from(await engine.savedPaper(paperId)).toString()).toBe('%PDF-1.7 harbour');
    }
  });
});

describe('who a person is changes while they look', () => {
  it('takes the views away the moment the appointment that gave them is ended', async () => {
    await engine.lock();
    await engine.signIn();
    const forceId = (await engine.client.look('force-structure', { asAt: '2026-11-24' })).force?.id ?? '';
    const admin = (await engine.client.get('session.look', {})).actor?.personId ?? '';
    const { appointmentId } = await engine.client.run('appointment.give', {
      personId: admin,
      role: 'director-of-intelligence',
      scopeType: 'force',
      scopeId: forceId,
      from: '2026-11-24',
      givenBy: 'Chief',
    });
    const meeting = engine.client.watch('meeting', { meetingId });
    expect((await meeting.until((view) => view !== null))?.id).toBe(meetingId);
    // Its last day is today, so the person is a director until midnight.
    await engine.client.run('appointment.end', { appointmentId, on: '2026-11-24', because: 'It was a trial' });
    await engine.workUntil('2026-11-25T00:01:00.000Z');
    expect(await meeting.until((view) => view === null)).toBeNull();
    expect((await engine.client.get('session.look', {})).actor?.principals).not.toContain('role:director-of-intelligence');
  });

  it('takes the right to do something with the appointment, even from a command sent in the same breath', async () => {
    await engine.lock();
    await engine.signIn();
    const { client } = engine;
    const forceId = (await client.look('force-structure', { asAt: '2026-11-24' })).force?.id ?? '';
    const admin = (await client.get('session.look', {})).actor;
    const { appointmentId } = await client.run('appointment.give', {
      personId: force.people.chair,
      role: 'administrator',
      scopeType: 'force',
      scopeId: forceId,
      from: '2026-11-24',
      givenBy: 'Chief',
    });
    expect(appointmentId).not.toBe('');
    engine.clock.advance({ days: 1 });
    await engine.lock();
    await engine.signIn();
    const own = admin?.roles.find((held) => held.role === 'administrator')?.appointmentId ?? '';
    // Ended with yesterday, so from this moment on nothing of it is left.
    const [ended, added] = await Promise.all([
      client.command('appointment.end', { appointmentId: own, on: '2026-11-24', because: 'Handed over' }),
      client.command('person.add', { givenName: 'Too', familyName: 'Late', rank: 'Constable', from: '2026-11-25' }),
    ]);
    expect([codes(ended), codes(added)]).toEqual([[], ['organisation/not-yours-to-change']]);
  });

  it('lets a person in whose appointments have ended, and shows them nothing they gave', async () => {
    await engine.lock();
    await engine.signIn();
    await engine.client.run('appointment.end', { appointmentId: force.appointments.member, on: '2026-11-24', because: 'Moved on' });
    await engine.lock();
    engine.clock.set('2026-11-25T09:00:00.000Z');
    const state = await engine.signIn('baptiste', PASS_PHRASE);
    expect(state.actor?.roles).toEqual([]);
    expect(await engine.client.look('meeting', { meetingId })).toBeNull();
  });

  it('keeps a person out who has left the service, and the journal says so (duty 32)', async () => {
    await engine.lock();
    await engine.signIn();
    await engine.client.run('person.leave', { personId: force.people.member, on: '2026-11-24', endAppointments: true });
    await engine.lock();
    engine.clock.set('2026-11-25T09:00:00.000Z');
    expect(codes(await engine.client.ask('session.sign-in', { signInName: 'baptiste', passPhrase: PASS_PHRASE }))).toEqual([
      'session/not-serving',
    ]);
    expect((await engine.client.get('session.look', {})).vault).toBe('locked');
    await engine.signIn('vance', PASS_PHRASE);
    const refused = await engine.client.get('journal.page', {
      actor: force.people.member,
      act: 'session.refused',
      subject: '',
      from: '',
      to: '',
      skip: 0,
      limit: 5,
    });
    expect(refused.entries[0]?.facts).toEqual({ why: 'session/not-serving' });
  });
});
