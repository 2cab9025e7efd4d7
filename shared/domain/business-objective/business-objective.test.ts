import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Day, instant } from '#shared/base/time.ts';
import { addGroup } from '#shared/domain/group/group.commands.ts';
import { alignmentExceptions } from '#shared/domain/governance/alignment.ts';
import { checkInMemory } from '#shared/domain/kit/run-in-memory.ts';
import { leavePerson } from '#shared/domain/person/person.commands.ts';
import { nouns } from '#shared/domain/registry.ts';
import { codesOf, dutiesOf, FOUNDED_ON, foundWorld, type World } from '#test/builders/organisation-world.ts';
import { FULL_ROW, layStrategy } from '#test/builders/strategy-laid.ts';
import { endBusinessObjective, recordBusinessObjective } from './business-objective.commands.ts';
import { alignmentQuery, businessObjectivesQuery } from './business-objective.queries.ts';

const day = (text: string): Day => text as Day;
let world: World;
let owner: string;
let groupId: string;
beforeEach(async () => {
  world = await foundWorld();
  owner = await world.person('Chief Superintendent', 'Planner');
  groupId = (
    await world.must(addGroup, {
      groupType: 'stcg',
      name: 'Strategic group',
      code: 'STCG',
      nodeType: 'force',
      nodeId: world.forceId,
      from: FOUNDED_ON,
    })
  ).groupId;
});
const safer = () => ({
  reference: 'PCP 2',
  title: 'Safer homes',
  plan: 'Police and crime plan',
  from: FOUNDED_ON,
  ownerId: owner,
  measures: [{ name: 'Repeat victims', target: '10 % fewer' }],
});
const exceptions = async () => (await world.view(alignmentQuery, {})).exceptions.map((gap) => [gap.code, gap.subject.name]);

describe('business planning and priorities', () => {
  it('are aligned: a priority with no objective or no measure appears in the list of exceptions until it has both (duty 5)', async () => {
    layStrategy(world, groupId);
    expect(await exceptions()).toEqual([
      ['alignment/no-objective', 'CS1 Domestic abuse'],
      ['alignment/no-measure', 'CS1 Domestic abuse'],
    ]);
    const bare = await world.must(recordBusinessObjective, { ...safer(), measures: [] });
    layStrategy(world, groupId, { objectiveIds: [bare.objectiveId] });
    expect(await exceptions()).toEqual([
      ['alignment/no-measure', 'CS1 Domestic abuse'],
      ['alignment/objective-without-measure', 'PCP 2 Safer homes'],
    ]);
    await world.must(recordBusinessObjective, { ...safer(), objectiveId: bare.objectiveId });
    expect(await exceptions()).toEqual([]);
    expect((await world.view(businessObjectivesQuery, {})).rows[0]).toMatchObject({ servedBy: [{ reference: 'CS1' }], inUse: true });
  });

  it('are out of line when an objective has ended, is served by nobody, or a priority stands in no strategy (duty 5)', async () => {
    const { objectiveId } = await world.must(recordBusinessObjective, safer());
    expect(await exceptions()).toEqual([['alignment/objective-not-served', 'PCP 2 Safer homes']]);
    layStrategy(world, groupId, { objectiveIds: [objectiveId], measures: [{ name: 'Repeats', baseline: '', target: '' }] });
    expect(await exceptions()).toEqual([]);
    expect(codesOf(await world.run(endBusinessObjective, { objectiveId, because: '' }))).toEqual([
      'business-objective/ended-without-reason',
    ]);
    await world.must(endBusinessObjective, { objectiveId, because: 'The plan was renewed' });
    expect(await exceptions()).toEqual([['alignment/objective-ended', 'CS1 Domestic abuse']]);
    world.records.apply([{ erase: { kind: 'control-strategy', id: 'strategy-1' } }], { now: world.now, actorId: '' });
    expect(await exceptions()).toEqual([['alignment/not-in-a-strategy', 'CS1 Domestic abuse']]);
  });

  it('name a priority exactly once for each thing it lacks, whatever is mapped to what (duty 5)', () => {
    const objective = fc.record({
      id: fc.constantFrom('a', 'b', 'c'),
      state: fc.constantFrom('in-use', 'ended'),
      measured: fc.boolean(),
    });
    const row = fc.record({ objectiveIds: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'gone')), measured: fc.boolean() });
    fc.assert(
      fc.property(fc.uniqueArray(objective, { selector: (one) => one.id }), fc.array(row, { maxLength: 4 }), (objectives, rows) => {
        const found = alignmentExceptions(
          {
            priorities: [],
            objectives: objectives.map((one) => ({
              id: one.id,
              state: one.state,
              body: { reference: one.id, title: '', from: FOUNDED_ON, to: '', measures: one.measured ? [{ name: 'm' }] : [] },
            })) as never,
            strategies: [
              {
                id: 's',
                state: 'set',
                body: {
                  from: FOUNDED_ON,
                  nodeId: 'n',
                  priorities: rows.map((one, index) => ({
                    ...FULL_ROW,
                    key: `k${index}`,
                    priorityId: '',
                    objectiveIds: one.objectiveIds,
                    measures: one.measured ? [{ name: 'm', baseline: '', target: '' }] : [],
                  })),
                },
              },
            ] as never,
          },
          FOUNDED_ON,
        );
        const live = new Map<string, (typeof objectives)[number]>(
          objectives.filter((one) => one.state === 'in-use').map((one) => [one.id, one]),
        );
        for (const [index, one] of rows.entries()) {
          const own = found.filter((gap) => gap.id.endsWith(`:k${index}`)).map((gap) => gap.code);
          const served = one.objectiveIds.flatMap((id) => live.get(id) ?? []);
          const unserved =
            one.objectiveIds.length === 0 ? ['alignment/no-objective'] : served.length === 0 ? ['alignment/objective-ended'] : [];
          const unmeasured = one.measured || served.some((each) => each.measured) ? [] : ['alignment/no-measure'];
          expect(own).toEqual([...unserved, ...unmeasured]);
        }
      }),
    );
  });

  it('refuse an objective nobody can answer for: without an owner, or whose owner left (duty 5)', async () => {
    expect(codesOf(await world.run(recordBusinessObjective, { ...safer(), ownerId: '' }))).toEqual(['business-objective/without-owner']);
    const { objectiveId } = await world.must(recordBusinessObjective, safer());
    await world.must(leavePerson, { personId: owner, on: FOUNDED_ON });
    world.now = instant('2026-06-02T09:00:00.000Z');
    const left = await world.run(recordBusinessObjective, { ...safer(), objectiveId, title: 'Safer streets' });
    expect(codesOf(left)).toEqual(['business-objective/owner-left']);
    expect(dutiesOf(left)).toEqual([5]);
    expect((await world.view(businessObjectivesQuery, {})).rows[0]).toMatchObject({ title: 'Safer homes', ownerLeft: true });
  });

  it('refuse days out of order, a measure listed twice and a reference that is taken, and lose nothing', async () => {
    const { objectiveId } = await world.must(recordBusinessObjective, safer());
    const why = async (more: object) => codesOf(await world.run(recordBusinessObjective, { ...safer(), objectiveId, ...more }));
    expect(await why({ to: day('2026-05-01') })).toEqual(['business-objective/days-out-of-order']);
    expect(await why({ measures: [{ name: 'Crimes' }, { name: 'crimes' }] })).toEqual(['business-objective/measure-twice']);
    expect(await why({ objectiveId: '', reference: 'pcp 2' })).toEqual(['business-objective/reference-taken']);
    expect((await world.view(businessObjectivesQuery, {})).rows).toHaveLength(1);
    const erased = await checkInMemory(world.records, nouns, [{ erase: { kind: 'business-objective', id: objectiveId } }], {
      actor: await world.actor(world.administratorId),
      now: world.now,
    });
    expect(erased.map((refusal) => refusal.code)).toEqual(['business-objective/kept']);
  });
});
