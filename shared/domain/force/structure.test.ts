import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { addDays, type Day, instant } from '#shared/base/time.ts';
import { addArea, changeArea, closeArea } from '#shared/domain/area/area.commands.ts';
import { addGroup, closeGroup } from '#shared/domain/group/group.commands.ts';
import { checkInMemory } from '#shared/domain/kit/run-in-memory.ts';
import { changePerson, leavePerson } from '#shared/domain/person/person.commands.ts';
import { nouns } from '#shared/domain/registry.ts';
import { addUnit, changeUnit, closeUnit } from '#shared/domain/unit/unit.commands.ts';
import { codesOf, dutiesOf, FOUNDED_ON, foundWorld, type World } from '#test/builders/organisation-world.ts';
import { describeForce, foundForce } from './force.commands.ts';
import { forceStructureQuery } from './force.queries.ts';
import { areInOrder, spanOn, withSpan } from './spans.ts';

const day = (text: string): Day => text as Day;
let world: World;
let east: string;
beforeEach(async () => {
  world = await foundWorld();
  east = world.areaIds[0] ?? '';
});
const decided = { decidedBy: 'Chief Constable', reason: 'Review of districts' };
const description = { name: 'Northmoor Police', code: 'NM', configuredBy: 'Chief Constable', configuredBecause: 'One force, one process' };

describe('the structure in time', () => {
  it('shows the old form as at an old day after a change from a later one (duty 7)', async () => {
    world.now = instant('2026-07-01T09:00:00.000Z');
    await world.must(changeArea, { areaId: east, from: day('2026-07-01'), name: 'Coast', code: 'C', ...decided });
    const nameAsAt = async (asAt: string) => (await world.view(forceStructureQuery, { asAt })).nodes.find((node) => node.id === east)?.name;
    expect(await nameAsAt('2026-06-30')).toBe('East');
    expect(await nameAsAt('2026-07-01')).toBe('Coast');
  });

  it('does not let what has been be rewritten (duty 7)', async () => {
    world.now = instant('2026-07-01T09:00:00.000Z');
    const refusal = await world.run(changeArea, { areaId: east, from: FOUNDED_ON, name: 'Coast', code: 'C', ...decided });
    expect(codesOf(refusal)).toEqual(['area/history-fixed']);
    expect(dutiesOf(refusal)).toEqual([7]);
  });

  it('says who decided and why, for every form (duty 6)', async () => {
    const { unitId } = await world.must(addUnit, {
      from: FOUNDED_ON,
      name: 'Intelligence unit',
      unitType: 'intelligence-unit',
      areaId: east,
      remit: 'All of East',
      ...decided,
    });
    const node = (await world.view(forceStructureQuery, { asAt: FOUNDED_ON })).nodes.find((one) => one.id === unitId);
    expect(node).toMatchObject({
      decidedBy: 'Chief Constable',
      reason: 'Review of districts',
      areaId: east,
      standing: 'in-use',
      heads: [],
    });
  });

  it('keeps spans in order with no day twice, however they come, and finds the one in force (duty 7)', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 0, max: 50 }),
        (offsets, asked) => {
          const spans = offsets.reduce<{ from: Day; n: number }[]>(
            (all, offset, n) => withSpan(all, { from: addDays(FOUNDED_ON, offset), n }),
            [],
          );
          expect(areInOrder(spans)).toBe(true);
          const on = addDays(FOUNDED_ON, asked);
          const begun = offsets.filter((offset) => offset <= asked);
          expect(spanOn(spans, on)?.from).toBe(begun.length === 0 ? undefined : addDays(FOUNDED_ON, Math.max(...begun)));
        },
      ),
    );
  });

  it('refuses spans out of order on any path (duty 7)', async () => {
    const stored = await world.records.reading.one('area', east);
    if (stored === null) throw new Error('not stored');
    const [first] = stored.body.spans;
    if (first === undefined) throw new Error('no span');
    const body = { spans: [{ ...first, from: day('2026-09-01') }, first] };
    const refusals = await checkInMemory(world.records, nouns, [{ put: { ...stored, body } }], {
      actor: await world.actor(world.administratorId),
      now: world.now,
    });
    expect(refusals.map((refusal) => refusal.code)).toContain('area/days-out-of-order');
  });
});

describe('closing', () => {
  it('keeps an area open that still has units or groups, then closes it and still shows what it was (duties 7, 61)', async () => {
    const { unitId } = await world.must(addUnit, { from: FOUNDED_ON, name: 'Response', unitType: 'response', areaId: east, ...decided });
    const { groupId } = await world.must(addGroup, {
      groupType: 'ttcg',
      name: 'East tactical',
      code: 'TTCG-E',
      nodeType: 'area',
      nodeId: east,
      from: FOUNDED_ON,
    });
    const close = { areaId: east, from: day('2026-09-01'), ...decided };
    expect(codesOf(await world.run(closeArea, close))).toEqual(['area/has-units']);
    await world.must(closeUnit, { unitId, from: day('2026-08-01'), ...decided });
    expect(codesOf(await world.run(closeArea, close))).toEqual(['area/has-groups']);
    await world.must(closeGroup, { groupId, on: day('2026-08-31'), because: 'Merged' });
    expect(codesOf(await world.run(closeArea, close))).toEqual([]);
    const standing = async (asAt: string) =>
      (await world.view(forceStructureQuery, { asAt })).nodes.find((node) => node.id === east)?.standing;
    expect([await standing('2026-05-01'), await standing('2026-08-31'), await standing('2026-09-01')]).toEqual([
      'not-yet',
      'in-use',
      'closed',
    ]);
  });

  it('keeps a unit open while people belong to it, and a closed area takes no unit (duties 6, 7)', async () => {
    const { unitId } = await world.must(addUnit, { from: FOUNDED_ON, name: 'Response', unitType: 'response', ...decided });
    const person = await world.person('Sergeant', 'Hay', { unitId });
    expect(codesOf(await world.run(closeUnit, { unitId, from: day('2026-08-01'), ...decided }))).toEqual(['unit/has-people']);
    await world.must(changePerson, { personId: person, givenName: 'Sam', familyName: 'Hay', rank: 'Sergeant' });
    await world.must(closeUnit, { unitId, from: day('2026-08-01'), ...decided });
    await world.must(closeArea, { areaId: east, from: day('2026-07-01'), ...decided });
    expect(
      codesOf(
        await world.run(changeUnit, { unitId, from: day('2026-09-01'), name: 'Response', unitType: 'response', areaId: east, ...decided }),
      ),
    ).toEqual(['unit/area-not-in-use']);
  });
});

describe('the force', () => {
  it('is founded once, with its first person as administrator', async () => {
    const again = {
      forceName: 'Other',
      forceCode: 'OT',
      hasAreas: false,
      areas: [],
      givenName: 'A',
      familyName: 'B',
      rank: 'Constable' as const,
      serviceNumber: '',
    };
    expect(codesOf(await world.run(foundForce, again))).toEqual(['force/only-one']);
    expect((await world.actor(world.administratorId)).principals).toContain('role:administrator');
  });

  it('without basic command units takes no area and no group at one; what is there stays readable (duties 62, 116)', async () => {
    await world.must(addGroup, {
      groupType: 'ttcg',
      name: 'East tactical',
      code: 'TTCG-E',
      nodeType: 'area',
      nodeId: east,
      from: FOUNDED_ON,
    });
    await world.must(describeForce, { ...description, hasAreas: false });
    expect(codesOf(await world.run(addArea, { from: FOUNDED_ON, name: 'South', code: 'S', ...decided }))).toEqual(['area/level-off']);
    const refusal = await world.run(addGroup, {
      groupType: 'ttcg',
      name: 'West tactical',
      code: 'TTCG-W',
      nodeType: 'area',
      nodeId: world.areaIds[1] ?? '',
      from: FOUNDED_ON,
    });
    expect(codesOf(refusal)).toEqual(['group/level-off']);
    expect(dutiesOf(refusal)).toEqual([62, 116]);
    expect((await world.view(forceStructureQuery, { asAt: FOUNDED_ON })).nodes.find((node) => node.id === east)?.groups).toHaveLength(1);
  });

  it('shows as at an old day whether it then had areas (duties 7, 62)', async () => {
    world.now = instant('2026-08-01T09:00:00.000Z');
    await world.must(describeForce, { ...description, hasAreas: false });
    expect((await world.view(forceStructureQuery, { asAt: day('2026-07-31') })).force?.hasAreas).toBe(true);
    expect((await world.view(forceStructureQuery, { asAt: day('2026-08-01') })).force?.hasAreas).toBe(false);
  });
});

describe('people', () => {
  it('who leave are told of with what they still hold (duties 7, 123)', async () => {
    const head = await world.person('Inspector', 'Head');
    const { unitId } = await world.must(addUnit, { from: FOUNDED_ON, name: 'Response', unitType: 'response', ...decided });
    const { giveAppointment } = await import('#shared/domain/appointment/appointment.commands.ts');
    await world.must(giveAppointment, {
      personId: head,
      role: 'unit-head',
      scopeType: 'unit',
      scopeId: unitId,
      from: FOUNDED_ON,
      givenBy: 'Superintendent',
    });
    const out = await world.must(leavePerson, { personId: head, on: day('2026-06-30') });
    expect(out.warnings.map((warning) => warning.code)).toEqual(['person/appointment-goes-on']);
    expect(out.warnings[0]?.sentence).toContain('unit head');
  });

  it('share no service number while both serve', async () => {
    await world.person('Constable', 'One', { serviceNumber: '1234' });
    await expect(world.person('Constable', 'Two', { serviceNumber: '1234' })).rejects.toThrow('person/number-taken');
  });
});
