import { beforeEach, describe, expect, it } from 'vitest';
import { instant } from '#shared/base/time.ts';
import { rewritten } from '#shared/domain/meeting/parts.ts';
import { scheduleMeeting } from '#shared/domain/meeting/meeting.commands.ts';
import { approveTcPolicy, setTcPolicy } from '#shared/domain/tc-policy/tc-policy.commands.ts';
import { tcPoliciesQuery } from '#shared/domain/tc-policy/tc-policy.queries.ts';
import { todayQuery } from '#shared/domain/today/today.queries.ts';
import { type Cast, type MeetingWorld, meetingWorld } from '#test/builders/meeting-world.ts';
import { codesOf, FOUNDED_ON } from '#test/builders/organisation-world.ts';
import { recordPut, strategyBody } from '#test/builders/published-world.ts';
import { addPlanningDate, cancelPlanningDate, changePlanningDate } from './planning-date.commands.ts';
import { planningCalendarQuery } from './planning-date.queries.ts';

let cast: MeetingWorld;
beforeEach(async () => {
  cast = await meetingWorld({ groupType: 'stcg' });
});
const policy = async (every: number, unit: 'month' | 'week' = 'month') => {
  const { policyId } = await cast.world.must(setTcPolicy, {
    groupId: cast.groupId,
    every,
    unit,
    from: FOUNDED_ON,
    reason: 'Follows the half-yearly assessment and the budget cycle',
    interimBeyondMonths: 6,
  });
  await cast.world.must(approveTcPolicy, { policyId, approvedBy: 'Chief Constable' });
};
const lines = async (who: Cast, from = '') =>
  (await cast.see(who, planningCalendarQuery, { from: from as never })).rows.map((row) => `${row.on} ${row.type} ${row.state}`);
const budget = { dateType: 'budget-cycle', title: 'Bids to the budget', on: '2027-01-15', note: 'To the finance board' } as const;

describe('the planning calendar', () => {
  it('shows the next meeting, the assessment due and the budget cycle side by side (duty 57)', async () => {
    await policy(6);
    await cast.schedule('2026-11-24');
    await cast.must('secretary', addPlanningDate, budget);
    cast.world.records.apply(
      [
        {
          put: {
            ...recordPut({ kind: 'control-strategy', id: 's', state: 'set', scope: 'x', body: null }),
            id: 'assessment-1',
            kind: 'strategic-assessment',
            state: 'drafting',
            scope: cast.world.areaIds[0],
            marking: 'OFFICIAL',
            body: { groupId: cast.groupId, title: 'Assessment of 2027', dueOn: '2027-03-01' },
          } as never,
        },
      ],
      { now: cast.world.now, actorId: cast.ids.analyst },
    );
    expect(await lines('chair')).toEqual([
      '2026-11-24 strategic-meeting planned',
      '2027-01-15 budget-cycle planned',
      '2027-03-01 assessment due',
      '2027-05-24 strategic-meeting due',
    ]);
  });

  it('says in red and on Today what is overdue against the policy (duty 63)', async () => {
    await policy(1);
    const view = await cast.see('chair', planningCalendarQuery, {});
    const overdue = view.rows.filter((row) => row.state === 'overdue');
    expect(overdue.map((row) => [row.on, row.overdueDays, row.title])).toEqual([['2026-07-01', 142, 'Due by policy, every month']]);
    expect((await cast.see('chair', todayQuery, {})).againstPolicy.map((gap) => gap.code)).toContain('group/meeting-overdue');
  });

  it('proposes an interim review when meetings are rarer than the threshold, and stops when one is planned (duty 65)', async () => {
    await policy(12);
    expect(await lines('chair')).toEqual(['2026-12-01 interim-review proposed', '2027-06-01 strategic-meeting due']);
    await cast.must('secretary', scheduleMeeting, { groupId: cast.groupId, startsAt: '2026-12-01T10:00:00.000Z', interim: true });
    expect(await lines('chair')).toEqual(['2026-12-01 interim-review planned', '2027-06-01 strategic-meeting due']);
  });

  it('shows no meeting and nothing due to whom the meetings are not for', async () => {
    await policy(6);
    await cast.schedule('2026-11-24');
    expect(await lines('outsider')).toEqual([]);
    expect(await lines('auditor')).toEqual(['2026-11-24 strategic-meeting planned', '2027-05-24 strategic-meeting due']);
  });

  it('tells on Today a review that is overdue, to those who run the group alone', async () => {
    const nodeId = cast.world.areaIds[0] ?? '';
    const body = strategyBody({ groupId: cast.groupId, nodeId }, { reviewOn: '2026-11-10' as never });
    cast.world.records.apply([recordPut({ kind: 'control-strategy', id: 's', state: 'set', scope: nodeId, body })], {
      now: cast.world.now,
      actorId: cast.ids.chair,
    });
    const overdue = async (who: Cast) => (await cast.see(who, todayQuery, {})).overduePlanning.map((row) => [row.type, row.overdueDays]);
    expect(await overdue('chair')).toEqual([['strategy-review', 10]]);
    expect(await overdue('outsider')).toEqual([]);
  });
});

describe('the policies of all groups', () => {
  it('stand side by side with reason, last meeting and how late the group is (duties 63, 64)', async () => {
    await policy(2, 'week');
    const { rows } = await cast.see('chair', tcPoliciesQuery, {});
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      code: 'TTCG-E',
      place: 'East',
      frequency: 'every 2 weeks',
      reason: 'Follows the half-yearly assessment and the budget cycle',
      dueOn: '2026-06-15',
      overdueDays: 158,
    });
    expect((await cast.see('outsider', tcPoliciesQuery, {})).rows[0]).toMatchObject({ known: false, dueOn: '', overdueDays: 0 });
  });
});

describe('a date people add', () => {
  it('is kept by those who run a group, changed, and cancelled with the reason, never removed (duty 57)', async () => {
    for (const who of ['outsider', 'partner', 'analyst'] as const)
      expect(codesOf(await cast.as(who, addPlanningDate, budget))).toEqual(['planning-date/not-yours-to-plan']);
    const { dateId } = await cast.must('secretary', addPlanningDate, budget);
    await cast.must('chair', changePlanningDate, { dateId, ...budget, until: '2027-01-29' });
    const record = await cast.world.records.reading.one('planning-date', dateId);
    if (record === null) throw new Error('no such date');
    expect(record.body.until).toBe('2027-01-29');
    expect(await cast.forge('outsider', { put: rewritten(record, { body: { title: 'x' } }) })).toEqual(['planning-date/not-yours-to-plan']);
    expect(await cast.forge('chair', { erase: { kind: 'planning-date', id: dateId } })).toEqual(['planning-date/kept']);
    expect(codesOf(await cast.as('chair', cancelPlanningDate, { dateId, reason: ' ' }))).toEqual([
      'planning-date/cancelled-without-reason',
    ]);
    await cast.must('chair', cancelPlanningDate, { dateId, reason: 'The board moved it' });
    expect(codesOf(await cast.as('chair', changePlanningDate, { dateId, ...budget }))).toEqual(['planning-date/cancelled']);
    expect(await lines('chair')).toEqual([]);
  });

  it('is refused when it ends before it begins, has passed, or names no group', async () => {
    const add = (more: object) => cast.as('secretary', addPlanningDate, { ...budget, ...more });
    expect(codesOf(await add({ until: '2027-01-14' }))).toEqual(['planning-date/ends-before-it-starts']);
    expect(codesOf(await add({ on: '2026-11-19' }))).toEqual(['planning-date/over-already']);
    expect(codesOf(await add({ on: '2026-11-19', until: '2026-11-20' }))).toEqual([]);
    expect(codesOf(await add({ groupId: 'nobody' }))).toEqual(['planning-date/group-unknown']);
    cast.world.now = instant('2027-02-01T09:00:00.000Z');
    expect(await lines('chair', '2026-11-01')).toEqual(['2026-11-19 budget-cycle held']);
  });
});
