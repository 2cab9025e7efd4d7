import { beforeEach, describe, expect, it } from 'vitest';
import { leavePerson } from '#shared/domain/person/person.commands.ts';
import { rewritten } from '#shared/domain/meeting/parts.ts';
import { todayQuery } from '#shared/domain/today/today.queries.ts';
import { type Cast, type MeetingWorld, meetingWorld } from '#test/builders/meeting-world.ts';
import { codesOf, dutiesOf } from '#test/builders/organisation-world.ts';
import {
  blockAction,
  changeActionDue,
  claimAction,
  progressAction,
  raiseAction,
  reassignAction,
  returnAction,
  verifyAction,
  withdrawAction,
} from './action.commands.ts';
import { actionQuery, actionsBoardQuery } from './action.queries.ts';

let cast: MeetingWorld;
let actionId: string;
beforeEach(async () => {
  cast = await meetingWorld();
  actionId = await raised(cast);
});
const raised = async (world: MeetingWorld, owner: Cast = 'response', more: object = {}): Promise<string> =>
  (
    await world.must('secretary', raiseAction, {
      groupId: world.groupId,
      text: 'Visit the hotspots',
      strand: 'enforcement',
      ownerId: world.ids[owner],
      dueOn: '2026-12-01',
      ...more,
    })
  ).actionId;
const action = async () => {
  const found = await cast.world.records.reading.one('action', actionId);
  if (found === null) throw new Error('no action');
  return found;
};
const note = (text = 'As agreed') => ({ actionId, text });

describe('raising', () => {
  it('needs one owner, a day and a strand, and says so field by field (duties 123, 135)', async () => {
    const refusal = await cast.as('secretary', raiseAction, { groupId: cast.groupId, text: '', strand: '', ownerId: '', dueOn: '' });
    expect(refusal.ok ? [] : refusal.refusals.map((one) => one.field)).toEqual(['text', 'ownerId', 'dueOn', 'strand']);
    expect(dutiesOf(refusal)).toEqual([123, 123, 123, 135]);
  });

  it('refuses two owners and allows supporters (duty 123)', async () => {
    const base = { groupId: cast.groupId, text: 'Visit', strand: 'prevention' as const, ownerId: cast.ids.response, dueOn: '2026-12-01' };
    expect(codesOf(await cast.as('secretary', raiseAction, { ...base, supporterIds: [cast.ids.response] }))).toEqual(['action/two-owners']);
    expect(codesOf(await cast.as('secretary', raiseAction, { ...base, supporterIds: [cast.ids.analyst, cast.ids.analyst] }))).toEqual([
      'action/two-owners',
    ]);
    expect(codesOf(await cast.as('secretary', raiseAction, { ...base, supporterIds: [cast.ids.analyst, cast.ids.outsider] }))).toEqual([]);
  });

  it('is for those who run the group and its action manager; the owner must be of the force', async () => {
    const base = { groupId: cast.groupId, text: 'Visit', strand: 'prevention' as const, ownerId: cast.ids.response, dueOn: '2026-12-01' };
    for (const who of ['analyst', 'outsider', 'auditor'] as const)
      expect(codesOf(await cast.as(who, raiseAction, base))).toEqual(['action/not-yours-to-raise']);
    for (const who of ['manager', 'chair'] as const) expect(codesOf(await cast.as(who, raiseAction, base))).toEqual([]);
    expect(codesOf(await cast.as('chair', raiseAction, { ...base, ownerId: 'nobodyhere' }))).toEqual(['action/owner-unknown']);
    expect(codesOf(await cast.as('chair', raiseAction, { ...base, dueOn: '2026-11-19' }))).toEqual(['action/due-before-raised']);
  });

  it('numbers actions raised outside meetings through the life of the group', async () => {
    expect((await action()).body.reference).toBe('TTCG-E/A1');
    await raised(cast);
    expect((await cast.see('manager', actionsBoardQuery, {})).rows.map((row) => row.reference).sort()).toEqual(['TTCG-E/A1', 'TTCG-E/A2']);
  });
});

describe('verification', () => {
  it('is never by the owner or whoever claimed it, always by another with the chair’s authority (duty 125)', async () => {
    actionId = await raised(cast, 'manager', { supporterIds: [cast.ids.deputy] });
    await cast.must('deputy', claimAction, note());
    expect(codesOf(await cast.as('manager', verifyAction, note()))).toEqual(['action/verified-by-owner']);
    expect(codesOf(await cast.as('deputy', verifyAction, note()))).toEqual(['action/verified-by-claimant']);
    expect(codesOf(await cast.as('secretary', verifyAction, note()))).toEqual(['action/not-yours-to-manage']);
    expect(codesOf(await cast.as('chair', verifyAction, note()))).toEqual([]);
    expect((await action()).body).toMatchObject({ verifiedById: cast.ids.chair, claimedById: cast.ids.deputy });
  });

  it('needs the chair’s written delegation for an action manager (duty 124)', async () => {
    const { world } = cast;
    const [manager] = (await world.records.reading.many('appointment', { parent: cast.groupId })).filter(
      (one) => one.body.role === 'action-manager',
    );
    if (manager === undefined) throw new Error('no manager');
    await cast.must('response', claimAction, note());
    world.records.apply([{ put: rewritten(manager, { body: { delegation: '' } }) }], { now: world.now, actorId: '' });
    const refusal = await cast.as('manager', verifyAction, note());
    expect(codesOf(refusal)).toEqual(['action/no-delegation']);
    expect(dutiesOf(refusal)).toEqual([124]);
    world.records.apply([{ put: manager }], { now: world.now, actorId: '' });
    expect(codesOf(await cast.as('manager', verifyAction, note()))).toEqual([]);
  });

  it('cannot be forged: not by the owner naming someone else, not by skipping the claim, not by rewriting who claimed (duty 125)', async () => {
    const before = await action();
    const at = cast.world.now;
    const forged = (by: Cast, did: string, state: string, body: object) => ({
      put: rewritten(before, { state, body: { ...body, progress: [{ at, byId: cast.ids[by], text: 'x', did }] } }),
    });
    expect(
      await cast.forge('response', forged('response', 'verified', 'verified', { verifiedById: cast.ids.chair, verifiedAt: at })),
    ).toEqual(['action/step-not-in-order']);
    await cast.must('response', claimAction, note());
    const claimed = await action();
    const step = (by: Cast, body: object) => ({
      put: rewritten(claimed, {
        state: 'verified',
        body: { ...body, progress: [...claimed.body.progress, { at, byId: cast.ids[by], text: 'x', did: 'verified' }] },
      }),
    });
    expect(await cast.forge('response', step('response', { verifiedById: cast.ids.response, verifiedAt: at }))).toContain(
      'action/verified-by-owner',
    );
    expect(await cast.forge('response', step('chair', { verifiedById: cast.ids.chair, verifiedAt: at }))).toEqual([
      'action/change-not-noted',
    ]);
    expect(await cast.forge('analyst', step('analyst', { verifiedById: cast.ids.analyst, verifiedAt: at }))).toEqual([
      'action/no-delegation',
    ]);
    expect(
      await cast.forge('chair', step('chair', { verifiedById: cast.ids.chair, verifiedAt: at, claimedById: cast.ids.analyst })),
    ).toEqual(['action/step-not-in-order']);
    expect(await cast.forge('chair', step('chair', { verifiedById: cast.ids.chair, verifiedAt: at }))).toEqual([]);
  });

  it('cannot be forged by whoever claimed it, even with the authority to verify (duty 125)', async () => {
    actionId = await raised(cast, 'response', { supporterIds: [cast.ids.deputy] });
    await cast.must('deputy', claimAction, note());
    const { body } = await action();
    const at = cast.world.now;
    const put = rewritten(await action(), {
      state: 'verified',
      body: {
        verifiedById: cast.ids.deputy,
        verifiedAt: at,
        progress: [...body.progress, { at, byId: cast.ids.deputy, text: 'x', did: 'verified' }],
      },
    });
    expect(await cast.forge('deputy', { put })).toEqual(['action/verified-by-claimant']);
  });

  it('ends it: a verified action does not change any more', async () => {
    await cast.must('response', claimAction, note());
    await cast.must('chair', verifyAction, note());
    expect(codesOf(await cast.as('response', progressAction, note()))).toEqual(['action/finished']);
    expect(await cast.forge('chair', { put: rewritten(await action(), { body: { text: 'Other' } }) })).toEqual(['action/finished']);
    expect(await cast.forge('chair', { erase: { kind: 'action', id: actionId } })).toEqual(['action/never-erased']);
  });
});

describe('working on it', () => {
  it('keeps every step in the log with who and why (duties 122, 125)', async () => {
    await cast.must('response', progressAction, note('Two visits made'));
    await cast.must('response', blockAction, note('No vehicle'));
    await cast.must('response', progressAction, note('Vehicle found'));
    await cast.must('response', claimAction, note('All visited'));
    await cast.must('manager', returnAction, note('Mill Lane is missing'));
    await cast.must('manager', changeActionDue, { ...note('Court date moved'), dueOn: '2026-12-10' });
    await cast.must('manager', reassignAction, { ...note('Inspector Response is on leave'), ownerId: cast.ids.analyst });
    const { owner, dueAt, state, body } = await action();
    expect(body.progress.map((one) => one.did)).toEqual([
      'progress',
      'blocked',
      'progress',
      'claimed',
      'returned',
      'due-changed',
      'reassigned',
    ]);
    expect({ owner, dueAt, state, first: body.firstDueOn, claimedById: body.claimedById }).toEqual({
      owner: cast.ids.analyst,
      dueAt: '2026-12-10',
      state: 'in-progress',
      first: '2026-12-01',
      claimedById: '',
    });
  });

  it('asks for the reason of every step', async () => {
    for (const [who, command] of [
      ['response', progressAction],
      ['response', blockAction],
      ['response', claimAction],
      ['chair', withdrawAction],
    ] as const) {
      expect(codesOf(await cast.as(who, command, note('')))).toEqual(['action/without-reason']);
    }
  });

  it('takes the former owner’s claim away when the action is given to someone else', async () => {
    await cast.must('response', claimAction, note());
    await cast.must('chair', reassignAction, { ...note(), ownerId: cast.ids.analyst });
    expect(await action()).toMatchObject({ state: 'in-progress', body: { claimedById: '' } });
    expect(codesOf(await cast.as('chair', verifyAction, note()))).toEqual(['action/not-claimed']);
  });

  it('is withdrawn by the chair alone (duty 120)', async () => {
    expect(codesOf(await cast.as('manager', withdrawAction, note()))).toEqual(['action/not-yours-to-withdraw']);
    expect(codesOf(await cast.as('chair', withdrawAction, note('Overtaken')))).toEqual([]);
  });

  it('cannot lose its log or what was agreed by any path (duties 122, 123)', async () => {
    await cast.must('response', progressAction, note());
    const before = await action();
    const [first] = before.body.progress;
    if (first === undefined) throw new Error('no note');
    expect(await cast.forge('chair', { put: rewritten(before, { body: { progress: [] } }) })).toEqual(['action/progress-is-kept']);
    expect(await cast.forge('chair', { put: rewritten(before, { body: { progress: [{ ...first, text: 'Nothing' }] } }) })).toEqual([
      'action/progress-is-kept',
    ]);
    expect(await cast.forge('chair', { put: rewritten(before, { body: { text: 'Less' } }) })).toEqual(['action/raised-is-fixed']);
    expect(await cast.forge('chair', { put: rewritten(before, { owner: '' }) })).toEqual(['action/change-not-noted']);
    expect(await cast.forge('chair', { put: rewritten(before, { dueAt: '2027-12-01' }) })).toEqual(['action/change-not-noted']);
  });
});

describe('the board and today', () => {
  it('says what each person may do with each action, and why not (duties 124, 125)', async () => {
    await cast.must('response', claimAction, note());
    const steps = async (who: Cast) => (await cast.see(who, actionsBoardQuery, {})).rows[0]?.steps;
    expect((await steps('response'))?.verify?.code).toBe('action/not-yours-to-manage');
    expect((await steps('chair'))?.verify).toBeNull();
    expect((await steps('chair'))?.claim?.code).toBe('action/not-yours');
    actionId = await raised(cast, 'manager', { dueOn: '2026-11-21' });
    await cast.must('manager', claimAction, note());
    expect((await steps('manager'))?.verify?.code).toBe('action/verified-by-owner');
  });

  it('shows an action to its owner outside the group and to nobody else outside it (duty 123)', async () => {
    const theirs = await raised(cast, 'outsider');
    expect((await cast.see('outsider', actionsBoardQuery, {})).rows.map((row) => row.id)).toEqual([theirs]);
    expect(await cast.see('outsider', actionQuery, { actionId })).toBeNull();
    expect(codesOf(await cast.as('outsider', claimAction, note()))).toEqual(['action/not-yours']);
    expect(codesOf(await cast.as('outsider', claimAction, { actionId: theirs, text: 'Done' }))).toEqual([]);
  });

  it('counts days overdue from the day after, not while it waits for verification (duty 51)', async () => {
    cast.pass(11 * 24 * 60);
    expect((await cast.see('manager', actionsBoardQuery, {})).rows[0]?.overdueDays).toBe(0);
    cast.pass(24 * 60);
    expect((await cast.see('manager', actionsBoardQuery, {})).counts.overdue).toBe(1);
    await cast.must('response', claimAction, note());
    expect((await cast.see('manager', actionsBoardQuery, {})).counts).toMatchObject({ overdue: 0, awaiting: 1 });
  });

  it('brings to each what needs them: the owner their actions, the manager what to verify, the chair what is off course by age (duties 51, 125)', async () => {
    expect((await cast.see('response', todayQuery, {})).mine.map((row) => row.id)).toEqual([actionId]);
    expect((await cast.see('response', todayQuery, {})).exceptions).toBeNull();
    const second = await raised(cast, 'analyst');
    await cast.must('analyst', blockAction, { actionId: second, text: 'No data' });
    await cast.must('response', claimAction, note());
    expect((await cast.see('manager', todayQuery, {})).toVerify.map((row) => row.id)).toEqual([actionId]);
    expect((await cast.see('chair', todayQuery, {})).exceptions?.blocked.map((row) => row.id)).toEqual([second]);
    const third = await raised(cast, 'outsider');
    await cast.world.must(leavePerson, { personId: cast.ids.outsider, on: '2026-11-20' });
    cast.pass(28 * 24 * 60);
    const exceptions = (await cast.see('chair', todayQuery, {})).exceptions;
    expect(exceptions?.unowned.map((row) => row.id)).toEqual([third]);
    expect(exceptions?.stalled.map((row) => row.id).sort()).toEqual([second, third].sort());
  });
});
