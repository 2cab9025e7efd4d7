import { beforeEach, describe, expect, it } from 'vitest';
import type { Day } from '#shared/base/time.ts';
import { giveAppointment } from '#shared/domain/appointment/appointment.commands.ts';
import { addGroup } from '#shared/domain/group/group.commands.ts';
import type { Change } from '#shared/domain/kit/command.ts';
import { checkInMemory } from '#shared/domain/kit/run-in-memory.ts';
import { nouns } from '#shared/domain/registry.ts';
import type { Actor } from '#shared/domain/access/access.ts';
import { codesOf, dutiesOf, FOUNDED_ON, foundWorld, type World } from '#test/builders/organisation-world.ts';
import { endPriority, setPriority } from './priority.commands.ts';
import { prioritiesQuery } from './priority.queries.ts';

const day = (text: string): Day => text as Day;
let world: World;
let chair: Actor;
let groups: Record<'force' | 'east' | 'tactical', string>;

/** Lays a recorded decision of a group's meeting into the world, as the meeting side would have written it. */
function decisionOf(groupId: string, nodeId: string, id: string, supersedesId = ''): string {
  const envelope = {
    scope: nodeId,
    marking: 'OFFICIAL',
    handling: '',
    compartment: '',
    owner: '',
    number: 0,
    dueAt: '',
    sortAt: FOUNDED_ON,
  };
  world.records.apply(
    [
      { put: { ...envelope, kind: 'meeting', id: `meeting-${groupId}`, state: 'live', parent: '', body: { groupId } } },
      {
        put: {
          ...envelope,
          kind: 'decision',
          id,
          state: 'recorded',
          parent: `meeting-${groupId}`,
          body: { groupId, reference: `${groupId}/D1`, supersedesId },
        },
      },
    ] as unknown as Change[],
    { now: world.now, actorId: '' },
  );
  return id;
}

beforeEach(async () => {
  world = await foundWorld();
  const east = world.areaIds[0] ?? '';
  const add = async (groupType: 'stcg' | 'ttcg', code: string, nodeType: 'force' | 'area', nodeId: string) =>
    (await world.must(addGroup, { groupType, name: code, code, nodeType, nodeId, from: FOUNDED_ON })).groupId;
  groups = {
    force: await add('stcg', 'STCG', 'force', world.forceId),
    east: await add('stcg', 'STCG-E', 'area', east),
    tactical: await add('ttcg', 'TTCG', 'force', world.forceId),
  };
  const personId = await world.person('Chief Constable', 'Chair');
  await world.must(giveAppointment, {
    personId,
    role: 'chair',
    scopeType: 'group',
    scopeId: groups.force,
    from: FOUNDED_ON,
    authority: 'All',
    givenBy: 'Authority',
  });
  chair = await world.actor(personId);
});
const set = (setByDecisionId: string) => ({
  title: 'Domestic abuse',
  nodeType: 'force' as const,
  nodeId: world.forceId,
  setByDecisionId,
  from: FOUNDED_ON,
});

describe('the control strategy', () => {
  it('is set at the strategic group: a tactical decision is refused, a strategic one accepted (duty 93)', async () => {
    const tactical = await world.run(setPriority, set(decisionOf(groups.tactical, world.forceId, 'tactical-decision')), chair);
    expect(codesOf(tactical)).toEqual(['priority/set-only-by-stcg']);
    expect(dutiesOf(tactical)).toEqual([93]);
    expect(codesOf(await world.run(setPriority, set('no-such-decision'), chair))).toEqual(['priority/decision-unknown']);
    expect(codesOf(await world.run(setPriority, set(decisionOf(groups.force, world.forceId, 'strategic-decision')), chair))).toEqual([]);
    expect((await world.view(prioritiesQuery, { nodeId: world.forceId })).rows).toMatchObject([
      { reference: 'P1', title: 'Domestic abuse', current: true },
    ]);
  });

  it('is not set by the strategic group of another place, nor by a decision that was superseded (duties 54, 60, 93)', async () => {
    const elsewhere = decisionOf(groups.east, world.areaIds[0] ?? '', 'east-decision');
    expect(codesOf(await world.run(setPriority, set(elsewhere), chair))).toEqual(['priority/other-place']);
    const first = decisionOf(groups.force, world.forceId, 'first');
    decisionOf(groups.force, world.forceId, 'second', first);
    expect(codesOf(await world.run(setPriority, set(first), chair))).toEqual(['priority/decision-superseded']);
  });

  it('is refused on every other path too: a pushed record without a strategic decision (duty 93)', async () => {
    const forged = decisionOf(groups.tactical, world.forceId, 'tactical-decision');
    const put = {
      kind: 'priority',
      id: 'forged',
      scope: world.forceId,
      marking: 'OFFICIAL',
      handling: '',
      compartment: '',
      state: 'current',
      owner: '',
      parent: forged,
      number: 0,
      dueAt: '',
      sortAt: 'P9',
      body: {
        reference: 'P9',
        title: 'Forged',
        summary: '',
        nodeType: 'force',
        nodeId: world.forceId,
        setByDecisionId: forged,
        from: FOUNDED_ON,
        to: '',
      },
    } as const;
    const refusals = await checkInMemory(world.records, nouns, [{ put }], { actor: chair, now: world.now });
    expect(refusals.map((refusal) => refusal.code)).toEqual(['priority/set-only-by-stcg']);
  });

  it('is ended only by a strategic decision, and never rewritten or removed (duties 93, 97)', async () => {
    const { priorityId } = await world.must(setPriority, set(decisionOf(groups.force, world.forceId, 'one')), chair);
    const tactical = decisionOf(groups.tactical, world.forceId, 'two');
    expect(codesOf(await world.run(endPriority, { priorityId, on: day('2026-12-01'), decisionId: tactical }, chair))).toEqual([
      'priority/set-only-by-stcg',
    ]);
    const stored = await world.records.reading.one('priority', priorityId);
    if (stored === null) throw new Error('not stored');
    const by = { actor: chair, now: world.now };
    const silently = await checkInMemory(
      world.records,
      nouns,
      [{ put: { ...stored, state: 'ended', body: { ...stored.body, to: day('2026-12-01') } } }],
      by,
    );
    expect(silently.map((refusal) => refusal.code)).toEqual(['priority/end-needs-decision']);
    const renamed = await checkInMemory(world.records, nouns, [{ put: { ...stored, body: { ...stored.body, title: 'Other' } } }], by);
    expect(renamed.map((refusal) => refusal.code)).toEqual(['priority/fixed']);
    expect(
      (await checkInMemory(world.records, nouns, [{ erase: { kind: 'priority', id: priorityId } }], by)).map((refusal) => refusal.code),
    ).toEqual(['priority/kept']);
    await world.must(
      endPriority,
      { priorityId, on: day('2026-12-01'), decisionId: decisionOf(groups.force, world.forceId, 'three') },
      chair,
    );
  });

  it("is not the administrator's to keep (duties 14, 93)", async () => {
    expect(codesOf(await world.run(setPriority, set(decisionOf(groups.force, world.forceId, 'one'))))).toEqual([
      'priority/not-yours-to-set',
    ]);
  });
});
