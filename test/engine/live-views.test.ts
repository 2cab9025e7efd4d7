import { beforeEach, describe, expect, it } from 'vitest';
import { startEngine, type TestEngine } from '#test/builders/engine.ts';
import { type SmallForce, smallForce } from '#test/builders/small-force.ts';

let engine: TestEngine;
let force: SmallForce;
beforeEach(async () => {
  engine = startEngine();
  force = await smallForce(engine);
});

describe('a live view', () => {
  it('follows every decision with the difference only, and ends up the same as a fresh look', async () => {
    await force.signInAs('secretary');
    const { meetingId, firstItemId } = await force.scheduleMeeting();
    await force.startMeeting(meetingId, firstItemId);
    const register = engine.client.watch('decisions', {});
    await register.until((view) => view.rows.length === 0);
    for (let made = 1; made <= 20; made += 1) {
      await force.recordDecision(meetingId, firstItemId, { text: `Decision number ${made}` });
      await register.until((view) => view.rows.length === made);
    }
    expect(register.heard.filter((kind) => kind === 'delta').length).toBeGreaterThan(10);
    expect(register.view).toEqual(await engine.client.look('decisions', {}));
  });

  it('hears nothing of changes it does not depend on, and nothing after it is stopped', async () => {
    await force.signInAs('secretary');
    const drafts = engine.client.watch('drafts', { parent: 'one' });
    await drafts.until(() => true);
    await engine.client.run('draft.keep', { id: 'd2', parent: 'two', forKind: 'decision', itemId: '', fields: {} });
    await engine.client.run('draft.keep', { id: 'd1', parent: 'one', forKind: 'decision', itemId: '', fields: { text: 'a' } });
    await drafts.until((view) => view.rows.length === 1);
    expect(drafts.heard).toHaveLength(2);
    drafts.stop();
    await engine.client.run('draft.keep', { id: 'd3', parent: 'one', forKind: 'decision', itemId: '', fields: { text: 'b' } });
    await engine.client.look('drafts', { parent: 'one' });
    expect(drafts.heard).toHaveLength(2);
  });

  it('follows the clock where it must: an action becomes overdue at midnight while its owner looks on', async () => {
    await force.signInAs('secretary');
    const { meetingId, firstItemId } = await force.scheduleMeeting();
    await force.startMeeting(meetingId, firstItemId);
    await force.recordDecision(meetingId, firstItemId, {
      ownerId: force.people.secretary,
      dueOn: '2026-11-24',
      followUp: { strand: 'prevention' },
    });
    const board = engine.client.watch('actions-board', {});
    const before = JSON.stringify(await board.until((view) => JSON.stringify(view).includes('/A1')));
    await engine.workUntil('2026-11-25T00:05:00.000Z');
    await board.until((view) => JSON.stringify(view) !== before);
    expect(board.view).toEqual(await engine.client.look('actions-board', {}));
  });

  it('is refused to nobody in silence: an unknown view, wrong arguments, nobody signed in', async () => {
    expect((await engine.client.watch('drafts', { parent: '' }).untilRefused()).ok).toBe(false);
    await force.signInAs('secretary');
    const odd = await engine.client.watch('drafts', { parent: 7 as never }).untilRefused();
    expect(odd.ok ? [] : odd.refusals.map((one) => [one.code, one.field])).toEqual([['bridge/argument', 'parent']]);
    const unknown = await engine.client.watch('secrets' as never, {} as never).untilRefused();
    expect(unknown.ok ? [] : unknown.refusals.map((one) => one.code)).toEqual(['bridge/unknown-query']);
    const accounts = await engine.client.watch('accounts', {}).untilRefused();
    expect(accounts.ok ? [] : accounts.refusals.map((one) => one.code)).toEqual(['access/administrator-only']);
  });

  it('passes to a new window, and the old one hears no more', async () => {
    await force.signInAs('secretary');
    const old = engine.client;
    const watched = old.watch('drafts', { parent: 'one' });
    await watched.until(() => true);
    const heardBefore = old.heard.length;
    const fresh = engine.newWindow();
    await fresh.run('draft.keep', { id: 'd1', parent: 'one', forKind: 'decision', itemId: '', fields: {} });
    expect((await fresh.look('drafts', { parent: 'one' })).rows).toHaveLength(1);
    expect(old.heard).toHaveLength(heardBefore);
  });
});
