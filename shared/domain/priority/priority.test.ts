import { beforeEach, describe, expect, it } from 'vitest';
import type { Day } from '#shared/base/time.ts';
import { giveAppointment } from '#shared/domain/appointment/appointment.commands.ts';
import { addGroup } from '#shared/domain/group/group.commands.ts';
import type { Change } from '#shared/domain/kit/command.ts';
import { checkInMemory } from '#shared/domain/kit/run-in-memory.ts';
import { nouns } from '#shared/domain/registry.ts';
import type { Actor } from '#shared/domain/access/access.ts';
import { codesOf, dutiesOf, FOUNDED_ON, foundWorld, type World } from '#test/builders/organisation-world.ts';
import { leavePerson } from '#shared/domain/person/person.commands.ts';
import { strategyTasksQuery } from '#shared/domain/control-strategy/strategy-page.ts';
import { rewritten } from '#shared/domain/meeting/parts.ts';
import { strategyWorld } from '#test/builders/strategy-world.ts';
import { endPriority, handOverPriority, setPriority } from './priority.commands.ts';
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
  it('is set at the strategic group: a tactical decision is refused, and a strategic one only sets what its control strategy says (duty 93)', async () => {
    const tactical = await world.run(setPriority, set(decisionOf(groups.tactical, world.forceId, 'tactical-decision')), chair);
    expect(codesOf(tactical)).toEqual(['priority/set-only-by-stcg']);
    expect(dutiesOf(tactical)).toEqual([93]);
    expect(codesOf(await world.run(setPriority, set('no-such-decision'), chair))).toEqual(['priority/decision-unknown']);
    const alone = await world.run(setPriority, set(decisionOf(groups.force, world.forceId, 'strategic-decision')), chair);
    expect(codesOf(alone)).toEqual(['priority/not-in-the-strategy']);
    const cast = await strategyWorld();
    await cast.inForce();
    expect((await cast.see('outsider', prioritiesQuery, { nodeId: cast.nodeId })).rows).toMatchObject([
      { reference: 'CS1', title: 'Domestic abuse', current: true },
      { reference: 'CS2', title: 'County lines', current: true },
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

  it('is ended only by a strategic decision that set a strategy without it, and never rewritten or removed (duties 93, 97)', async () => {
    const cast = await strategyWorld();
    const { decisionId } = await cast.inForce();
    const [stored] = await cast.priorities();
    if (stored === undefined) throw new Error('not stored');
    const end = (id: string) => cast.as('chair', endPriority, { priorityId: stored.id, on: day('2026-12-01'), decisionId: id });
    expect(codesOf(await end('none'))).toEqual(['priority/decision-unknown']);
    expect(codesOf(await end(decisionId))).toEqual(['priority/still-in-the-strategy']);
    const put = (changes: object, body: object = {}) => cast.forge('chair', { put: { ...rewritten(stored, { body }), ...changes } });
    expect(await put({ state: 'ended' }, { to: day('2026-12-01') })).toEqual(['priority/end-needs-decision']);
    expect(await put({}, { title: 'Other' })).toEqual(['priority/fixed']);
    expect(await cast.forge('chair', { erase: { kind: 'priority', id: stored.id } })).toEqual(['priority/kept']);
    await cast.inForce({ priorities: [cast.row(3)] });
    expect((await cast.world.records.reading.one('priority', stored.id))?.state).toBe('ended');
    expect(codesOf(await end(decisionId))).toEqual(['priority/ended-already']);
  });

  it('changes hands by the chair’s note of who gave it to whom and why, and a leaver’s priorities are named (duty 97)', async () => {
    const cast = await strategyWorld();
    await cast.inForce();
    const [stored] = await cast.priorities();
    if (stored === undefined) throw new Error('not stored');
    const over = (who: 'chair' | 'secretary' | 'response', toId: string, because = 'Moved to another command') =>
      cast.as(who, handOverPriority, { priorityId: stored.id, toId, because });
    for (const who of ['secretary', 'response'] as const)
      expect(codesOf(await over(who, cast.ids.analyst))).toEqual(['priority/not-yours-to-hand-over']);
    expect(codesOf(await over('chair', cast.ids.analyst, ''))).toEqual(['priority/handed-over-without-reason']);
    expect(codesOf(await over('chair', cast.ids.partner))).toEqual(['priority/owner-not-serving']);
    expect(codesOf(await over('chair', cast.ids.response))).toEqual(['priority/owner-already']);
    expect(await cast.forge('chair', { put: rewritten(stored, { owner: cast.ids.analyst }) })).toEqual([
      'priority/handed-over-without-trail',
    ]);
    const left = await cast.world.must(leavePerson, { personId: cast.ids.response, on: day('2026-11-26') });
    expect(left.warnings.map((warning) => warning.code)).toContain('person/owns-priorities');
    const tasks = await cast.see('chair', strategyTasksQuery, {});
    expect(tasks.rows.map((task) => [task.code, task.reference])).toEqual([
      ['owner-left', 'CS1'],
      ['owner-left', 'CS2'],
    ]);
    expect(codesOf(await over('chair', cast.ids.analyst))).toEqual([]);
    const now = await cast.world.records.reading.one('priority', stored.id);
    expect(now?.body.handovers?.map((one) => [one.fromId, one.toId, one.because])).toEqual([
      [cast.ids.response, cast.ids.analyst, 'Moved to another command'],
    ]);
    if (now === null) throw new Error('gone');
    expect(await cast.forge('chair', { put: rewritten(now, { body: { handovers: [] } }) })).toEqual(['priority/handed-over-without-trail']);
    expect((await cast.see('chair', strategyTasksQuery, {})).rows.map((task) => task.reference)).toEqual(['CS2']);
  });

  it("is not the administrator's to keep (duties 14, 93)", async () => {
    expect(codesOf(await world.run(setPriority, set(decisionOf(groups.force, world.forceId, 'one'))))).toEqual([
      'priority/not-yours-to-set',
    ]);
  });
});
