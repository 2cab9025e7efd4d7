import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { addDays, type Day } from '#shared/base/time.ts';
import { addGroup } from '#shared/domain/group/group.commands.ts';
import { codesOf, dutiesOf, FOUNDED_ON, foundWorld, type World } from '#test/builders/organisation-world.ts';
import { frequencyInWords, interimReviewsProposed, nextMeetingDue } from './meeting-due.ts';
import { approveTcPolicy, setTcPolicy } from './tc-policy.commands.ts';
import { policyOn } from './tc-policy.rules.ts';

const day = (text: string): Day => text as Day;
let world: World;
let groupId: string;
beforeEach(async () => {
  world = await foundWorld();
  groupId = (
    await world.must(addGroup, {
      groupType: 'stcg',
      name: 'Strategic',
      code: 'STCG',
      nodeType: 'force',
      nodeId: world.forceId,
      from: FOUNDED_ON,
    })
  ).groupId;
});

describe('the policy of a group', () => {
  it('cannot be approved without the reason for its frequency (duty 64)', async () => {
    const { policyId } = await world.must(setTcPolicy, { groupId, every: 12, unit: 'month', from: FOUNDED_ON });
    const refusal = await world.run(approveTcPolicy, { policyId, approvedBy: 'Chief Constable' });
    expect(codesOf(refusal)).toEqual(['tc-policy/needs-reason']);
    expect(dutiesOf(refusal)).toEqual([64]);
    await world.must(setTcPolicy, { policyId, groupId, every: 12, unit: 'month', from: FOUNDED_ON, reason: 'The budget is set yearly' });
    expect(codesOf(await world.run(approveTcPolicy, { policyId, approvedBy: 'Chief Constable' }))).toEqual([]);
  });

  it('does not change once approved; a newer one replaces it from its day (duty 63)', async () => {
    const first = await world.must(setTcPolicy, { groupId, every: 6, unit: 'month', from: FOUNDED_ON, reason: 'Half-yearly assessment' });
    await world.must(approveTcPolicy, { policyId: first.policyId, approvedBy: 'Chief Constable' });
    expect(codesOf(await world.run(setTcPolicy, { policyId: first.policyId, groupId, every: 3, unit: 'month', from: FOUNDED_ON }))).toEqual(
      ['tc-policy/approved-already'],
    );
    const second = await world.must(setTcPolicy, {
      groupId,
      every: 3,
      unit: 'month',
      from: day('2026-09-01'),
      reason: 'Threats move faster',
    });
    await world.must(approveTcPolicy, { policyId: second.policyId, approvedBy: 'Chief Constable' });
    const all = await world.records.reading.many('tc-policy', { parent: groupId });
    expect(
      [policyOn(all, day('2026-05-31')), policyOn(all, day('2026-08-31')), policyOn(all, day('2026-09-01'))].map((one) => one?.body.every),
    ).toEqual([undefined, 6, 3]);
  });
});

describe('when a meeting is due', () => {
  const policy = { every: 12, unit: 'month', from: day('2026-01-31'), interimBeyondMonths: 6 } as const;

  it('is one interval after the last one held, or after the policy began (duties 63, 117)', () => {
    expect(nextMeetingDue({ ...policy, every: 1 }, '')).toBe('2026-02-28');
    expect(nextMeetingDue({ ...policy, every: 2, unit: 'week' }, day('2026-03-03'))).toBe('2026-03-17');
    expect(nextMeetingDue({ ...policy, every: 1, unit: 'day' }, day('2025-12-01'))).toBe('2026-02-01');
    expect(frequencyInWords(policy)).toBe('every 12 months');
  });

  it('twelve-monthly proposes an interim review at six months, six-monthly none (duty 65)', () => {
    expect(interimReviewsProposed(policy, day('2026-03-10'))).toEqual(['2026-09-10']);
    expect(interimReviewsProposed({ ...policy, every: 6 }, day('2026-03-10'))).toEqual([]);
  });

  it('always lies after the last meeting, and every interim review strictly between', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom('day', 'week', 'month'),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 3000 }),
        (every, unit, interimBeyondMonths, offset) => {
          const held = addDays(policy.from, offset);
          const due = nextMeetingDue({ every, unit, from: policy.from, interimBeyondMonths }, held);
          expect(due > held).toBe(true);
          for (const interim of interimReviewsProposed({ every, unit, from: policy.from, interimBeyondMonths }, held))
            expect(interim > held && interim < due).toBe(true);
        },
      ),
    );
  });
});
