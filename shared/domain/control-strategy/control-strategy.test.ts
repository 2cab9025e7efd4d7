import { beforeEach, describe, expect, it } from 'vitest';
import { digestOf } from '#shared/base/digest.ts';
import type { Change } from '#shared/domain/kit/command.ts';
import { rewritten } from '#shared/domain/meeting/parts.ts';
import { codesOf, dutiesOf } from '#test/builders/organisation-world.ts';
import { type StrategyWorld, strategyWorld } from '#test/builders/strategy-world.ts';
import { correctDecision } from '#shared/domain/decision/decision.commands.ts';
import { COMPLETE } from '#test/builders/meeting-world.ts';
import {
  changeControlStrategy,
  draftControlStrategy,
  setControlStrategy,
  takeIssues,
  withdrawControlStrategy,
} from './control-strategy.commands.ts';
import { settingChanges } from './setting-strategy.ts';
import { controlStrategyQuery, strategyDifferenceQuery, strategyPlacesQuery } from './control-strategy.queries.ts';

let cast: StrategyWorld;
beforeEach(async () => {
  cast = await strategyWorld();
});
const set = (strategyId: string, decisionId: string, who: 'chair' | 'secretary' | 'analyst' | 'outsider' = 'secretary') =>
  cast.as(who, setControlStrategy, { strategyId, decisionId });
const apply = (...changes: readonly Change[]): void => {
  cast.world.records.apply(changes, { now: cast.world.now, actorId: '' });
};

describe('a control strategy', () => {
  it('is built as a draft and becomes the control strategy only by an ST&CG decision that names it (duty 74)', async () => {
    const strategyId = await cast.drafted();
    const without = await cast.decided();
    const refusal = await set(strategyId, without);
    expect(codesOf(refusal)).toEqual(['control-strategy/does-not-name-it']);
    expect(dutiesOf(refusal)).toContain(74);
    expect(codesOf(await set(strategyId, 'none'))).toEqual(['control-strategy/decision-unknown']);
    expect(codesOf(await set(strategyId, await cast.decided(strategyId)))).toEqual([]);
    const { state, body } = await cast.strategy(strategyId);
    expect([state, body.version, body.decisionReference, body.meetingReference]).toEqual([
      'set',
      1,
      'TTCG-E/2026-11-24/D2',
      'TTCG-E/2026-11-24',
    ]);
    expect((await cast.priorities()).map((one) => [one.body.reference, one.owner, one.body.strategyId])).toEqual([
      ['CS1', cast.ids.response, strategyId],
      ['CS2', cast.ids.response, strategyId],
    ]);
  });

  it('is set only exactly as the group decided on it: changed since, it goes back or is taken to the group again (duty 74)', async () => {
    const strategyId = await cast.drafted();
    const before = await cast.strategy(strategyId);
    const decisionId = await cast.decided(strategyId);
    await cast.change(strategyId, { direction: 'Something else' });
    expect(codesOf(await set(strategyId, decisionId))).toEqual(['control-strategy/changed-since']);
    await cast.change(strategyId, { direction: before.body.direction });
    expect(codesOf(await set(strategyId, decisionId))).toEqual([]);
  });

  it('is set with nothing of what was decided changed on the way, by whatever path (duty 74)', async () => {
    const strategyId = await cast.drafted();
    const decisionId = await cast.decided(strategyId);
    const { reading } = cast.world.records;
    const decision = await reading.one('decision', decisionId);
    if (decision === null) throw new Error('no decision');
    const draft = await cast.strategy(strategyId);
    const meeting = await reading.one('meeting', decision.parent);
    let made = 0;
    const changes = settingChanges({
      draft,
      decision,
      meeting,
      inForce: null,
      priorities: [],
      now: cast.world.now,
      byId: cast.ids.secretary,
      newId: () => `made${(made += 1)}`,
    });
    expect(await cast.forge('secretary', ...changes)).toEqual([]);
    const altered = changes.map((change) =>
      'put' in change && change.put.kind === 'control-strategy'
        ? { put: { ...change.put, body: { ...change.put.body, direction: 'Slipped in' } } }
        : change,
    );
    expect(await cast.forge('secretary', ...altered)).toEqual(['control-strategy/draft-changed-while-setting']);
    expect(await cast.forge('analyst', ...changes)).toEqual(['control-strategy/not-yours-to-set']);
  });

  it('is not set by a decision that guessed the number of a version still to be written: only the words the group had in view count (duty 93)', async () => {
    const strategyId = await cast.drafted();
    const decisionId = await cast.decided(strategyId);
    const decision = await cast.world.records.reading.one('decision', decisionId);
    if (decision === null) throw new Error('no decision');
    await cast.change(strategyId, { direction: 'What nobody decided on' });
    const { rev } = await cast.strategy(strategyId);
    const known = decision.body.known.map((one) => (one.id === strategyId ? { ...one, rev } : one));
    const guessed = {
      ...rewritten(decision, { number: 2, body: { known, knownDigest: digestOf(known), reference: 'TTCG-E/2026-11-24/D2', entry: 2 } }),
      id: 'guessed',
    };
    expect(await cast.forge('secretary', { put: guessed })).toEqual([]);
    apply({ put: guessed });
    expect(codesOf(await set(strategyId, 'guessed'))).toEqual(['control-strategy/changed-since']);
  });

  it('is not set by a tactical group, by the group of another place, or by a decision that was superseded (duty 93)', async () => {
    const area = await strategyWorld({ level: 'area' });
    const strategyId = await cast.drafted();
    const meetingId = await cast.live();
    const itemId = await cast.open(meetingId);
    const names = [{ kind: 'control-strategy' as const, id: strategyId }];
    const { decisionId } = await cast.decide(meetingId, itemId, { names });
    const group = await cast.world.records.reading.one('group', cast.groupId);
    if (group === null) throw new Error('no group');
    const undo = cast.world.records.apply([{ put: rewritten(group, { body: { groupType: 'ttcg' } }) }], {
      now: cast.world.now,
      actorId: '',
    });
    expect(codesOf(await set(strategyId, decisionId))[0]).toMatch(/not-yours-to-set|not-a-strategic-group/);
    undo();
    const stored = await cast.strategy(strategyId);
    const asSet = {
      ...rewritten(stored, { state: 'set', body: { setByDecisionId: decisionId, setAt: cast.world.now, decidedRev: stored.rev } }),
    };
    apply({ put: rewritten(group, { body: { nodeId: area.nodeId, nodeType: 'area' } }) });
    expect(await cast.forge('secretary', { put: asSet })).toEqual(['control-strategy/no-strategic-group']);
    apply({ put: rewritten(group, {}) });
    await cast.must('secretary', correctDecision, {
      ...COMPLETE,
      options: [...COMPLETE.options],
      evidence: [...COMPLETE.evidence],
      meetingId,
      itemId,
      decidedById: cast.ids.chair,
      decisionId,
      correctionReason: 'Not agreed after all',
    });
    const refusal = await set(strategyId, decisionId);
    expect(codesOf(refusal)).toEqual(['control-strategy/decision-superseded']);
    expect(dutiesOf(refusal)).toContain(93);
  });

  it('cannot be edited by anybody once it is set, not even by an administrator or a tampered copy (duty 101)', async () => {
    const { strategyId } = await cast.inForce();
    const stored = await cast.strategy(strategyId);
    const administrator = await cast.world.actor(cast.world.administratorId);
    const changed = await cast.world.run(
      changeControlStrategy,
      { ...stored.body, priorities: [], strategyId, rev: stored.rev },
      administrator,
    );
    expect(codesOf(changed)).toEqual(['control-strategy/not-yours-to-draft']);
    expect(
      codesOf(await cast.as('secretary', changeControlStrategy, { ...stored.body, priorities: [], strategyId, rev: stored.rev })),
    ).toEqual(['control-strategy/amended-only-by-stcg']);
    const row = stored.body.priorities[0];
    if (row === undefined) throw new Error('no row');
    for (const who of ['chair', 'secretary', 'analyst', 'auditor'] as const) {
      for (const put of [
        rewritten(stored, { body: { direction: 'Other' } }),
        rewritten(stored, { body: { priorities: [{ ...row, hours: 900 }] } }),
        rewritten(stored, { body: { priorities: [{ ...row, ownerId: cast.ids.chair }] } }),
        rewritten(stored, { state: 'draft' }),
        rewritten(stored, { state: 'withdrawn', body: { withdrawnBecause: 'No' } }),
        rewritten(stored, { state: 'superseded' }),
        { ...rewritten(stored, {}), marking: 'OFFICIAL-SENSITIVE' as const },
        rewritten(stored, { body: { setByDecisionId: 'other' } }),
      ])
        expect(await cast.forge(who, { put })).toEqual(['control-strategy/amended-only-by-stcg']);
      expect(await cast.forge(who, { erase: { kind: 'control-strategy', id: strategyId } })).toEqual(['control-strategy/kept']);
    }
  });

  it('is amended by a new version that supersedes it, and the difference is shown (duty 75)', async () => {
    const first = await cast.inForce();
    const was = await cast.priorities();
    const strategyId = await cast.drafted();
    const { body } = await cast.strategy(strategyId);
    expect([body.version, body.amendsId, body.priorities.map((row) => row.priorityId)]).toEqual([
      2,
      first.strategyId,
      was.map((one) => one.id),
    ]);
    const [abuse] = body.priorities;
    if (abuse === undefined) throw new Error('no row');
    await cast.change(strategyId, {
      direction: 'Protect the most vulnerable and the young first.',
      priorities: [{ ...cast.row(1), ...abuse, hours: 250, ownerId: cast.ids.analyst }, cast.row(3)],
    });
    expect(codesOf(await set(strategyId, await cast.decided(strategyId)))).toEqual([]);
    expect((await cast.strategy(first.strategyId)).state).toBe('superseded');
    const now = await cast.priorities();
    expect(now.map((one) => one.body.reference)).toEqual(['CS1', 'CS3']);
    expect(now[0]?.id).toBe(was[0]?.id);
    expect([now[0]?.owner, now[0]?.body.handovers?.length]).toEqual([cast.ids.analyst, 1]);
    const dropped = await cast.world.records.reading.one('priority', was[1]?.id ?? '');
    expect([dropped?.state, dropped?.body.to]).toEqual(['ended', '2026-11-24']);
    const shown = await cast.see('chair', strategyDifferenceQuery, { oneId: strategyId, otherId: first.strategyId });
    expect(shown?.rows.map((row) => [row.reference, row.kind])).toEqual([
      ['CS1', 'changed'],
      ['CS3', 'added'],
      ['CS2', 'dropped'],
    ]);
    expect(shown?.rows[0]?.changes.map((change) => [change.id, change.change])).toEqual([
      ['ownerId', null],
      ['hours', 150],
    ]);
    expect(shown?.changes[0]?.pieces.filter((piece) => piece.kind !== 'same').map((piece) => piece.text)).toEqual(['and the young ']);
  });

  it('holds one draft at a time, counted on from the version in force, and a withdrawn one stays readable (duty 75)', async () => {
    const strategyId = await cast.drafted();
    const again = { nodeType: 'force', nodeId: cast.nodeId, from: '2026-12-01' } as const;
    expect(codesOf(await cast.as('secretary', draftControlStrategy, again))).toEqual(['control-strategy/one-draft']);
    expect(codesOf(await cast.as('secretary', withdrawControlStrategy, { strategyId, because: '' }))).toEqual([
      'control-strategy/withdrawn-without-reason',
    ]);
    await cast.must('secretary', withdrawControlStrategy, { strategyId, because: 'The assessment is late' });
    expect((await cast.see('analyst', controlStrategyQuery, { strategyId }))?.strategy.withdrawnBecause).toBe('The assessment is late');
    const stored = await cast.strategy(strategyId);
    expect(await cast.forge('secretary', { put: rewritten(stored, { state: 'draft', body: { withdrawnBecause: '' } }) })).toEqual([
      'control-strategy/not-a-draft',
    ]);
    const skipped = { ...rewritten(stored, { state: 'draft', number: 5, body: { version: 5, withdrawnBecause: '' } }), id: 'skipped' };
    expect(await cast.forge('secretary', { put: skipped })).toEqual(['control-strategy/version-out-of-order']);
    await cast.must('secretary', draftControlStrategy, again);
  });

  it('is not set while a priority has no owner, or one who left (duty 97)', async () => {
    const strategyId = await cast.drafted({ priorities: [cast.row(1, { ownerId: '' })] });
    const refusal = await set(strategyId, await cast.decided(strategyId));
    expect(codesOf(refusal)).toEqual(['control-strategy/without-owner']);
    expect(dutiesOf(refusal)).toEqual([97]);
    await cast.change(strategyId, { priorities: [cast.row(1, { ownerId: cast.ids.outsider })] });
    const outsider = await cast.world.records.reading.one('person', cast.ids.outsider);
    if (outsider === null) throw new Error('nobody');
    apply({ put: rewritten(outsider, { state: 'left', body: { to: '2026-11-23' as never } }) });
    expect(codesOf(await set(strategyId, await cast.decided(strategyId)))).toEqual(['control-strategy/owner-left']);
  });

  it('is not set while a priority lacks the reason for which it is included (duty 95)', async () => {
    const strategyId = await cast.drafted({ priorities: [cast.row(1, { includedBecause: '  ' })] });
    const refusal = await set(strategyId, await cast.decided(strategyId));
    expect(codesOf(refusal)).toEqual(['control-strategy/without-inclusion-reason']);
    expect(dutiesOf(refusal)).toEqual([95]);
  });

  it('takes included issues as rows, and is not set while an issue has no outcome or no reason for its exclusion (duty 96)', async () => {
    const strategyId = await cast.drafted();
    const at = { scope: cast.nodeId, marking: 'OFFICIAL', handling: '', compartment: '', owner: '', number: 0, dueAt: '', sortAt: '' };
    const issue = (id: string, state: string, outcomeReason: string) =>
      ({
        put: {
          ...at,
          kind: 'issue',
          id,
          state,
          parent: 'scored',
          body: { groupId: cast.groupId, title: id, description: '', outcomeReason },
        },
      }) as unknown as Change;
    apply(
      {
        put: { ...at, kind: 'prioritisation', id: 'scored', state: 'frozen', parent: '', body: { groupId: cast.groupId } },
      } as unknown as Change,
      issue('fraud', 'included', 'Rising fast'),
      issue('rural', 'scoring', ''),
    );
    expect(codesOf(await cast.as('secretary', takeIssues, { strategyId, prioritisationId: 'other' }))).toEqual([
      'control-strategy/prioritisation-unknown',
    ]);
    await cast.must('secretary', takeIssues, { strategyId, prioritisationId: 'scored' });
    const row = (await cast.strategy(strategyId)).body.priorities[2];
    expect([row?.reference, row?.title, row?.issueId, row?.includedBecause]).toEqual(['CS3', 'fraud', 'fraud', 'Rising fast']);
    const { body } = await cast.strategy(strategyId);
    const rows = body.priorities.map((one) => ({ ...cast.row(1), ...one, ownerId: cast.ids.chair }));
    await cast.change(strategyId, { priorities: rows });
    expect(codesOf(await set(strategyId, await cast.decided(strategyId)))).toEqual(['control-strategy/issue-undecided']);
    apply(issue('rural', 'not-included', ''));
    const refusal = await set(strategyId, await cast.decided(strategyId));
    expect(codesOf(refusal)).toEqual(['control-strategy/issue-without-exclusion-reason']);
    expect(dutiesOf(refusal)).toEqual([96]);
    apply(issue('rural', 'not-included', 'Low harm'), issue('fraud', 'not-included', 'Regional unit has it'));
    expect(codesOf(await set(strategyId, await cast.decided(strategyId)))).toEqual(['control-strategy/excluded-issue-in-it']);
    apply(issue('fraud', 'included', 'Rising fast'), issue('arson', 'included', 'New'));
    expect(codesOf(await set(strategyId, await cast.decided(strategyId)))).toEqual(['control-strategy/included-issue-missing']);
  });

  it('states the strategic direction, versioned with the meeting that agreed it (duty 58)', async () => {
    const strategyId = await cast.drafted({ direction: '' });
    const refusal = await set(strategyId, await cast.decided(strategyId));
    expect(codesOf(refusal)).toEqual(['control-strategy/without-direction']);
    expect(dutiesOf(refusal)).toEqual([58]);
    await cast.change(strategyId, { direction: 'Protect children first.' });
    expect(codesOf(await set(strategyId, await cast.decided(strategyId)))).toEqual([]);
    await cast.adjourn();
    const second = await cast.inForce({ direction: 'Protect children and the old first.' });
    const shown = await Promise.all(
      [strategyId, second.strategyId].map(async (id) => (await cast.see('response', controlStrategyQuery, { strategyId: id }))?.strategy),
    );
    expect(shown.map((one) => [one?.version, one?.direction, one?.meetingReference])).toEqual([
      [1, 'Protect children first.', 'TTCG-E/2026-11-24'],
      [2, 'Protect children and the old first.', 'TTCG-E/2026-11-25'],
    ]);
  });

  it('is not overwritten with what somebody typed over an older version of the draft', async () => {
    const strategyId = await cast.drafted();
    const { rev, body } = await cast.strategy(strategyId);
    await cast.change(strategyId, { direction: 'Mine' });
    expect(codesOf(await cast.as('analyst', changeControlStrategy, { ...body, priorities: [], strategyId, rev }))).toEqual([
      'control-strategy/not-yours-to-draft',
    ]);
    expect(codesOf(await cast.as('chair', changeControlStrategy, { ...body, priorities: [], strategyId, rev }))).toEqual([
      'control-strategy/changed-meanwhile',
    ]);
    expect((await cast.strategy(strategyId)).body.direction).toBe('Mine');
  });

  it('is drafted and read while a draft by those who prepare strategy; never by a partner, and by all staff once it is set (duties 14, 100)', async () => {
    const strategyId = await cast.drafted();
    for (const who of ['partner', 'outsider'] as const) {
      expect(await cast.see(who, controlStrategyQuery, { strategyId })).toBeNull();
      expect((await cast.see(who, strategyPlacesQuery, {})).rows[0]?.draftId ?? '').toBe('');
    }
    await cast.must('secretary', setControlStrategy, { strategyId, decisionId: await cast.decided(strategyId) });
    expect((await cast.see('outsider', controlStrategyQuery, { strategyId }))?.strategy.meetingReference).toBe('TTCG-E/2026-11-24');
    expect(await cast.see('partner', controlStrategyQuery, { strategyId })).toBeNull();
  });
});
