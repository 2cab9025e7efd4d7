import { beforeEach, describe, expect, it } from 'vitest';
import { type Day, instant } from '#shared/base/time.ts';
import { giveAppointment } from '#shared/domain/appointment/appointment.commands.ts';
import { changeArea } from '#shared/domain/area/area.commands.ts';
import { approveTcPolicy, setTcPolicy } from '#shared/domain/tc-policy/tc-policy.commands.ts';
import { codesOf, dutiesOf, FOUNDED_ON, foundWorld, type World } from '#test/builders/organisation-world.ts';
import { addGroup, closeGroup } from './group.commands.ts';
import { groupQuery, groupsQuery } from './group.queries.ts';

const day = (text: string): Day => text as Day;
let world: World;
let east: string;
beforeEach(async () => {
  world = await foundWorld();
  east = world.areaIds[0] ?? '';
});
const add = (more: object = {}) => ({
  groupType: 'ttcg' as const,
  name: 'East tactical',
  code: 'TTCG-E',
  nodeType: 'area' as const,
  nodeId: east,
  from: FOUNDED_ON,
  ...more,
});

describe('groups', () => {
  it('stand only where the process is run (duties 61, 116)', async () => {
    await world.must(changeArea, {
      areaId: east,
      from: FOUNDED_ON,
      name: 'East',
      code: 'E',
      runsTactical: false,
      decidedBy: 'Chief Constable',
    });
    const refusal = await world.run(addGroup, add());
    expect(codesOf(refusal)).toEqual(['group/process-not-run-here']);
    expect(dutiesOf(refusal)).toEqual([61, 116]);
    expect(codesOf(await world.run(addGroup, add({ groupType: 'stcg' })))).toEqual([]);
  });

  it('of the strategic kind stand once in a place, and two places hold independent ones (duty 60)', async () => {
    await world.must(addGroup, add({ groupType: 'stcg', code: 'STCG-E' }));
    expect(codesOf(await world.run(addGroup, add({ groupType: 'stcg', code: 'STCG-E2' })))).toEqual(['group/one-strategic']);
    expect(codesOf(await world.run(addGroup, add({ groupType: 'stcg', code: 'STCG-W', nodeId: world.areaIds[1] ?? '' })))).toEqual([]);
  });

  it('share no code, because references rest on it (duty 50)', async () => {
    await world.must(addGroup, add());
    expect(codesOf(await world.run(addGroup, add({ groupType: 'dmm' })))).toEqual(['group/code-taken']);
  });

  it('are seen as they were on a past day after they closed', async () => {
    const { groupId } = await world.must(addGroup, add());
    await world.must(closeGroup, { groupId, on: day('2026-06-30'), because: 'Merged' });
    const standing = async (asAt: string) => (await world.view(groupsQuery, { asAt })).rows[0]?.standing;
    expect([await standing('2026-05-31'), await standing('2026-06-30'), await standing('2026-07-01')]).toEqual([
      'not-yet',
      'in-use',
      'closed',
    ]);
  });

  it('tell the administrator who may not see meetings nothing about lateness (duty 14)', async () => {
    const { groupId } = await world.must(addGroup, add());
    const { policyId } = await world.must(setTcPolicy, {
      groupId,
      every: 2,
      unit: 'week',
      from: FOUNDED_ON,
      reason: 'Volume crime moves fast',
    });
    await world.must(approveTcPolicy, { policyId, approvedBy: 'ACC Hale' });
    world.now = instant('2026-08-01T09:00:00.000Z');
    const seen = await world.view(groupQuery, { groupId, asAt: day('2026-08-01') });
    expect(seen).toMatchObject({ found: true, meetingsKnown: false, nextDueOn: '', daysOverdue: 0, frequency: 'every 2 weeks' });
    const secretary = await world.person('Police staff', 'Secretary');
    await world.must(giveAppointment, {
      personId: secretary,
      role: 'secretary',
      scopeType: 'group',
      scopeId: groupId,
      from: FOUNDED_ON,
      givenBy: 'Chair',
    });
    const theirs = await world.view(groupQuery, { groupId, asAt: day('2026-08-01') }, await world.actor(secretary));
    expect(theirs).toMatchObject({ meetingsKnown: true, nextDueOn: '2026-06-15', daysOverdue: 47 });
    expect(theirs.found && theirs.gaps.find((gap) => gap.code === 'group/meeting-overdue')?.duties).toEqual([117]);
  });
});
