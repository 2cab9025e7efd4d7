import { beforeEach, describe, expect, it } from 'vitest';
import type { Result } from '#shared/base/result.ts';
import { startEngine, type TestEngine } from '#test/builders/engine.ts';
import { PASS_PHRASE, type SmallForce, smallForce } from '#test/builders/small-force.ts';

const codes = (result: Result<unknown>): readonly string[] => (result.ok ? [] : result.refusals.map((one) => one.code));
const A_DRAFT = 'draftdraftdraftdraft';

let engine: TestEngine;
let force: SmallForce;
beforeEach(async () => {
  engine = startEngine();
  force = await smallForce(engine);
});

describe('a secretary at work', () => {
  it('finds every decision again, numbered in order, after the process dies and starts again', async () => {
    await force.signInAs('secretary');
    const { meetingId, firstItemId } = await force.scheduleMeeting();
    await force.startMeeting(meetingId, firstItemId);
    const first = await force.recordDecision(meetingId, firstItemId);
    const second = await force.recordDecision(meetingId, firstItemId, { text: 'Ask roads policing for two cars.' });
    expect([first.number, second.number]).toEqual([1, 2]);

    const again = await engine.crash();
    const state = await again.signIn('holroyd', PASS_PHRASE);
    expect(state.notices).toEqual([]);
    const { hits } = await again.client.get('search.find', { text: 'roads policing', kinds: ['decision'], limit: 10 });
    expect(hits.map((hit) => hit.id)).toEqual([second.decisionId]);
    const third = await again.client.run('decision.record', {
      meetingId,
      itemId: firstItemId,
      text: 'Hold the reserve.',
      rationale: 'Demand is falling.',
      singleOptionReason: 'Nothing else is left.',
      noEvidenceReason: 'None was put forward.',
      outsideStrategyReason: 'No control strategy has been set yet.',
      decidedById: force.people.chair,
    });
    expect(third.number).toBe(3);
  });

  it('keeps what is being typed for its writer only, exactly as typed, and takes it away with the decision it became', async () => {
    await force.signInAs('secretary');
    const { meetingId, firstItemId } = await force.scheduleMeeting();
    await force.startMeeting(meetingId, firstItemId);
    const typed = { text: 'half a sentence \u202Ewith \ud83d a broken emoji\r\n', rationale: '', nested: { a: [1, null, 'x'] } };
    await engine.client.run('draft.keep', { id: A_DRAFT, parent: meetingId, forKind: 'decision', itemId: firstItemId, fields: typed });

    const again = await engine.crash();
    await again.signIn('holroyd', PASS_PHRASE);
    expect((await again.client.look('drafts', { parent: meetingId })).rows).toMatchObject([
      { id: A_DRAFT, forKind: 'decision', fields: typed },
    ]);
    const drafts = again.client.watch('drafts', { parent: meetingId });
    await drafts.until((view) => view.rows.length === 1);
    await again.lock();
    await again.signIn('dunbar', PASS_PHRASE);
    expect((await again.client.look('drafts', { parent: meetingId })).rows).toEqual([]);
    expect(
      codes(await again.client.command('draft.keep', { id: A_DRAFT, parent: meetingId, forKind: 'decision', itemId: '', fields: {} })),
    ).toEqual(['draft/not-yours']);
    expect(codes(await again.client.command('draft.discard', { id: A_DRAFT }))).toEqual(['draft/not-yours']);
    await again.lock();
    await again.signIn('holroyd', PASS_PHRASE);
    await again.client.run('decision.record', {
      meetingId,
      itemId: firstItemId,
      draftId: A_DRAFT,
      text: 'A whole sentence.',
      rationale: 'For a reason.',
      singleOptionReason: 'Nothing else is left.',
      noEvidenceReason: 'None.',
      outsideStrategyReason: 'No control strategy has been set yet.',
      decidedById: force.people.chair,
    });
    expect((await again.client.look('drafts', { parent: meetingId })).rows).toEqual([]);
  });

  it('is told in a sentence when a draft is too long, and keeps what was stored before', async () => {
    await force.signInAs('secretary');
    await engine.client.run('draft.keep', { id: A_DRAFT, parent: '', forKind: 'decision', itemId: '', fields: { text: 'short' } });
    const long = await engine.client.command('draft.keep', {
      id: A_DRAFT,
      parent: '',
      forKind: 'decision',
      itemId: '',
      fields: { text: 'x'.repeat(1_000_001) },
    });
    expect(codes(long)).toEqual(['draft/too-large']);
    expect((await engine.client.look('drafts', { parent: '' })).rows[0]?.fields).toEqual({ text: 'short' });
  });

  it('has everything of one command or nothing of it', async () => {
    await force.signInAs('secretary');
    const { meetingId, firstItemId } = await force.scheduleMeeting();
    await force.startMeeting(meetingId, firstItemId);
    await engine.client.run('draft.keep', {
      id: A_DRAFT,
      parent: meetingId,
      forKind: 'decision',
      itemId: firstItemId,
      fields: { text: 'kept' },
    });
    // The action that would follow has an owner but its due day lies in the past: the decision, the action and the draft's end all fail together.
    const refused = await engine.client.command('decision.record', {
      meetingId,
      itemId: firstItemId,
      draftId: A_DRAFT,
      text: 'Do it.',
      rationale: 'Because.',
      singleOptionReason: 'One only.',
      noEvidenceReason: 'None.',
      outsideStrategyReason: 'None set.',
      decidedById: force.people.chair,
      ownerId: force.people.member,
      dueOn: '2020-01-01',
      followUp: { strand: 'enforcement' },
    });
    expect(refused.ok).toBe(false);
    expect((await engine.client.look('drafts', { parent: meetingId })).rows).toHaveLength(1);
    const done = await force.recordDecision(meetingId, firstItemId);
    expect(done.number).toBe(1);
  });
});

describe('what the engine takes', () => {
  it('names each field that does not fit, with a sentence (duty 33)', async () => {
    await engine.signIn();
    const refused = await engine.client.command('person.add', {
      givenName: 'x'.repeat(81),
      familyName: 'a\u202Eb',
      rank: 'Emperor' as never,
      from: '3026-01-01',
    });
    expect(refused.ok ? [] : refused.refusals.map((one) => [one.field, one.message])).toEqual([
      ['givenName', 'Use at most 80 characters: this has 81.'],
      ['familyName', 'This text holds hidden control or direction-changing characters. Remove them and try again.'],
      ['rank', 'Choose one of the given values.'],
      ['from', 'Give a date between 1900 and 2199.'],
    ]);
  });

  it('keeps every earlier version readable, with who changed it and when (duty 34)', async () => {
    await engine.signIn();
    const { personId } = await engine.client.run('person.add', {
      givenName: 'Ada',
      familyName: 'First',
      rank: 'Constable',
      from: '2026-11-24',
    });
    for (const familyName of ['Second', 'Third']) {
      engine.clock.advance({ minutes: 1 });
      await engine.client.run('person.change', { personId, givenName: 'Ada', familyName, rank: 'Constable' });
    }
    const { versions } = await engine.client.get('record.history', { kind: 'person', id: personId });
    expect(versions.map((one) => [(one.body as { familyName: string }).familyName, one.updatedByName, one.updatedAt])).toEqual([
      ['First', 'Ann Archer', '2026-11-24T14:05:00.000Z'],
      ['Second', 'Ann Archer', '2026-11-24T14:06:00.000Z'],
      ['Third', 'Ann Archer', '2026-11-24T14:07:00.000Z'],
    ]);
    expect(new Set(versions.map((one) => one.rev)).size).toBe(3);
  });

  it('runs commands one at a time in the order they were sent, so that no two decisions get one number (duty 54)', async () => {
    await force.signInAs('secretary');
    const { meetingId, firstItemId } = await force.scheduleMeeting();
    await force.startMeeting(meetingId, firstItemId);
    const recorded = await Promise.all(
      Array.from({ length: 12 }, (_unused, index) => force.recordDecision(meetingId, firstItemId, { text: `Decision ${index}` })),
    );
    expect(recorded.map((one) => one.number)).toEqual(Array.from({ length: 12 }, (_unused, index) => index + 1));
  });

  it('refuses a reference that belongs to another kind of record', async () => {
    await force.signInAs('secretary');
    expect(
      codes(await engine.client.command('draft.keep', { id: force.groupId, parent: '', forKind: 'decision', itemId: '', fields: {} })),
    ).toEqual(['engine/id-in-use']);
    expect(
      codes(await engine.client.command('draft.keep', { id: 'engine-state', parent: '', forKind: 'decision', itemId: '', fields: {} })),
    ).toEqual(['engine/id-in-use']);
  });
});
