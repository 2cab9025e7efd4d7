import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { Actor } from '#shared/domain/access/access.ts';
import { addClosedStrategy, addCollectionStrategy } from '#shared/domain/collection-strategy/collection-strategy.commands.ts';
import { collectionStrategyBody } from '#shared/domain/collection-strategy/collection-strategy.schema.ts';
import {
  finishCollectionTask,
  passOnTasking,
  changeCollectionTask,
  withdrawCollectionTask,
} from '#shared/domain/collection-task/collection-task.commands.ts';
import { collectionTaskBody } from '#shared/domain/collection-task/collection-task.schema.ts';
import { requirementQueries } from '#shared/domain/intelligence-requirement/requirement-lists.ts';
import { checkInMemory } from '#shared/domain/kit/run-in-memory.ts';
import type { Change, Command } from '#shared/domain/kit/command.ts';
import { rewritten } from '#shared/domain/meeting/parts.ts';
import { nouns, queries } from '#shared/domain/registry.ts';
import { codesOf, dutiesOf } from '#test/builders/organisation-world.ts';
import { type RequirementWorld, requirementWorld } from '#test/builders/requirement-world.ts';
import { changeCompartment, closeCompartment, openCompartment, setCompartmentMembers } from './compartment.commands.ts';
import { compartmentRoomQuery, myCompartmentsQuery } from './compartment.queries.ts';
import { compartmentBody } from './compartment.schema.ts';

const SECRET = 'Kingfisher';

let cast: RequirementWorld;
let compartmentId: string;
let requirementId: string;
let questionId: string;
let outsiders: readonly string[];
beforeEach(async () => {
  cast = await requirementWorld();
  requirementId = await cast.inForce(2);
  questionId = (await cast.world.records.reading.many('requirement-question', { parent: requirementId }))[0]?.id ?? '';
  ({ compartmentId } = await as(cast.controller, openCompartment, {
    name: `${SECRET} room`,
    memberIds: [cast.handler],
    takesTasking: true,
  }));
  outsiders = [cast.director, cast.manager, cast.world.administratorId, ...Object.values(cast.ids)];
});
async function as<Shape extends z.ZodType, Out>(
  personId: string,
  command: Command<string, Shape, Out>,
  args: z.input<Shape>,
): Promise<Out> {
  return cast.world.must(command, args, await cast.world.actor(personId));
}
async function tried<Shape extends z.ZodType, Out>(personId: string, command: Command<string, Shape, Out>, args: z.input<Shape>) {
  return cast.world.run(command, args, await cast.world.actor(personId));
}
const forge = async (personId: string, ...changes: readonly Change[]): Promise<readonly string[]> =>
  (await checkInMemory(cast.world.records, nouns, changes, { actor: await cast.world.actor(personId), now: cast.world.now })).map(
    (one) => one.code,
  );
const strategy = () =>
  as(cast.controller, addClosedStrategy, { compartmentId, questionId, title: `${SECRET} approach`, text: `Words of ${SECRET}` });
const passOn = () => as(cast.director, passOnTasking, { what: `Find out about ${SECRET}`, questionId });

/** Everything every query of the registry shows this person, with whatever ids they might try. */
async function everythingShown(actor: Actor, ids: readonly string[]): Promise<string> {
  const shown: string[] = [];
  const tries: readonly object[] = [
    {},
    { nodeId: '' },
    { asAt: '2026-11-24' },
    { from: '2026-01-01', to: '2026-12-31' },
    ...ids.flatMap((id) => [
      { requirementId: id },
      { questionId: id },
      { compartmentId: id },
      { groupId: id },
      { meetingId: id },
      { decisionId: id },
      { actionId: id },
      { planId: id },
      { parent: id },
      { personId: id },
    ]),
  ];
  for (const query of queries) {
    for (const args of tries) {
      const parsed = query.args.safeParse(args);
      if (!parsed.success || query.may(parsed.data as never, actor) !== null) continue;
      const view = await query.read(parsed.data as never, { actor, now: cast.world.now, reading: cast.world.records.readingOf(actor) });
      shown.push(`${query.name} ${JSON.stringify(view)}`);
    }
  }
  return shown.join('\n');
}

describe('a compartment', () => {
  it('shows an outsider nothing of itself or of what lies in it: no word, count, reference or record (duty 111)', async () => {
    // Read before anything lies in it, and again after: the same to the letter.
    const ids = [requirementId, questionId, compartmentId, cast.groupId, cast.meetingId];
    const before = new Map<string, string>();
    for (const id of outsiders) before.set(id, await everythingShown(await cast.world.actor(id), ids));
    const { strategyId } = await strategy();
    await passOn();
    const inside = (await cast.world.records.reading.many('collection-task', { scope: compartmentId })).map((one) => one.id);
    expect(inside).toHaveLength(1);
    for (const id of outsiders) {
      const actor = await cast.world.actor(id);
      const shown = await everythingShown(actor, ids);
      expect(shown).toBe(before.get(id));
      expect(shown).not.toContain(SECRET);
      const reading = cast.world.records.readingOf(actor);
      for (const one of [strategyId, ...inside, compartmentId]) {
        for (const kind of ['collection-strategy', 'collection-task', 'compartment'] as const) {
          expect(await reading.one(kind, one)).toBeNull();
          expect(await reading.versions(kind, one)).toEqual([]);
        }
      }
      for (const kind of ['collection-strategy', 'collection-task', 'compartment'] as const) expect(await reading.count(kind)).toBe(0);
    }
    // The members see all of it.
    for (const id of [cast.controller, cast.handler]) {
      const room = await cast.world.view(compartmentRoomQuery, { compartmentId }, await cast.world.actor(id));
      expect(room?.strategies).toMatchObject([{ title: `${SECRET} approach` }]);
      expect(room?.inbox).toMatchObject([{ what: `Find out about ${SECRET}`, from: expect.stringContaining('Director') }]);
    }
  });

  it('answers an outsider about what is there exactly as about what is not (duty 111)', async () => {
    const { strategyId } = await strategy();
    await passOn();
    const taskId = (await cast.world.records.reading.many('collection-task', { scope: compartmentId }))[0]?.id ?? '';
    const answers = async (id: string, task: string, room: string) => [
      await tried(id, finishCollectionTask, { taskId: task, result: 'Known' }),
      await tried(id, withdrawCollectionTask, { taskId: task, because: 'No' }),
      await tried(id, changeCollectionTask, { taskId: task, what: 'Other' }),
      await tried(id, addClosedStrategy, { compartmentId: room, title: 'Mine' }),
      await tried(id, changeCompartment, { compartmentId: room, name: 'Mine', takesTasking: false }),
      await tried(id, setCompartmentMembers, { compartmentId: room, memberIds: [id], ownerId: id }),
      await tried(id, closeCompartment, { compartmentId: room, because: 'No' }),
    ];
    for (const id of outsiders) {
      expect(await answers(id, taskId, compartmentId)).toEqual(await answers(id, 'nothing-at-all', 'nothing-at-all'));
      expect(await answers(id, strategyId, compartmentId)).toEqual(await answers(id, 'nothing-at-all', 'nothing-at-all'));
    }
  });

  it('takes tasking one way: whoever passes it on is told no more than that, whether it is taken or waits (duty 112)', async () => {
    const taken = await tried(cast.director, passOnTasking, { what: 'One' });
    await as(cast.controller, changeCompartment, { compartmentId, name: `${SECRET} room`, takesTasking: false });
    const waits = await tried(cast.director, passOnTasking, { what: 'Two' });
    expect(taken.ok && taken.value.out).toEqual({ passedOn: true });
    expect(waits.ok && waits.value.out).toEqual({ passedOn: true });
    const room = async () => cast.world.view(compartmentRoomQuery, { compartmentId }, await cast.world.actor(cast.handler));
    expect((await room())?.inbox.map((one) => one.what)).toEqual(['One']);
    // What waited arrives with the next compartment that takes tasking, and nothing is lost.
    await as(cast.controller, changeCompartment, { compartmentId, name: `${SECRET} room`, takesTasking: true });
    expect((await room())?.inbox.map((one) => one.what).sort()).toEqual(['One', 'Two']);
    const refusal = await tried(cast.ids.analyst, passOnTasking, { what: 'Three' });
    expect(codesOf(refusal)).toEqual(['compartment/not-yours-to-task']);
    expect(dutiesOf(refusal)).toEqual([112]);
    const taskId = (await room())?.inbox[0]?.id ?? '';
    await as(cast.handler, finishCollectionTask, { taskId, result: 'Reported apart' });
    expect((await room())?.inbox.find((one) => one.id === taskId)?.result).toBe('Reported apart');
  });

  it('holds no field for an identity, on any path (duty 112)', async () => {
    const { strategyId } = await strategy();
    for (const shape of [compartmentBody.shape, collectionStrategyBody.shape, collectionTaskBody.shape])
      expect(Object.keys(shape).filter((key) => /identit|alias|pseudonym|codename|informant|chis|handler|sourceName/i.test(key))).toEqual(
        [],
      );
    const record = await cast.world.records.reading.one('collection-strategy', strategyId);
    if (record === null) throw new Error('no strategy');
    const codes = await forge(cast.controller, { put: rewritten(record, { body: { sourceName: 'A name' } as never }) });
    expect(codes).toEqual(['compartment/other-fields']);
  });

  it('alone holds strategies for a dedicated source unit, on every path (duty 111)', async () => {
    const refusal = await cast.as('secretary', addCollectionStrategy, {
      questionId,
      source: 'dedicated-source-unit',
      title: 'Open to all',
    });
    expect(codesOf(refusal)).toEqual(['collection-strategy/source-unit-is-closed']);
    expect(dutiesOf(refusal)).toEqual([111]);
    const { strategyId } = await strategy();
    const record = await cast.world.records.reading.one('collection-strategy', strategyId);
    if (record === null) throw new Error('no strategy');
    expect(record).toMatchObject({ scope: compartmentId, parent: compartmentId, compartment: compartmentId });
    const put = rewritten(record, {});
    const wrong: readonly Change[] = [
      { put: { ...put, compartment: '' } },
      { put: { ...put, scope: cast.world.forceId } },
      { put: { ...put, number: 4 } },
      { put: { ...put, body: { ...put.body, readerIds: [cast.controller] } } },
      { put: { ...put, body: { ...put.body, readerIds: [cast.controller, cast.handler, cast.director] } } },
      {
        put: {
          ...put,
          parent: questionId,
          scope: cast.world.areaIds[0] ?? '',
          compartment: '',
          body: { ...put.body, compartmentId: '', readerIds: [] },
        },
      },
    ];
    for (const change of wrong) expect(await forge(cast.controller, change)).not.toEqual([]);
    expect(await forge(cast.director, { put: rewritten(record, { body: { text: 'Mine' } }) })).toEqual(['compartment/by-members-only']);
  });

  it('gives and takes everything in it when its members change, in one step (duty 111)', async () => {
    await strategy();
    await passOn();
    const newcomer = await cast.world.person('Sergeant', 'Newcomer', { unitId: cast.sourceUnitId, clearance: 'OFFICIAL-SENSITIVE' });
    const room = await cast.world.records.reading.one('compartment', compartmentId);
    if (room === null) throw new Error('no compartment');
    expect(await forge(cast.controller, { put: rewritten(room, { body: { memberIds: [cast.controller, newcomer] } }) })).toContain(
      'compartment/access-left-behind',
    );
    await as(cast.controller, setCompartmentMembers, { compartmentId, memberIds: [cast.controller, newcomer], ownerId: cast.controller });
    const seenBy = async (id: string) =>
      (await cast.world.view(compartmentRoomQuery, { compartmentId }, await cast.world.actor(id)))?.inbox.length ?? 'nothing';
    expect([await seenBy(cast.controller), await seenBy(newcomer), await seenBy(cast.handler)]).toEqual([1, 1, 'nothing']);
    expect((await cast.world.view(myCompartmentsQuery, {}, await cast.world.actor(cast.handler))).rows).toEqual([]);
    for (const memberIds of [
      [cast.controller, cast.ids.partner],
      [cast.controller, 'nobody'],
    ])
      expect(
        codesOf(await tried(cast.controller, setCompartmentMembers, { compartmentId, memberIds, ownerId: cast.controller })),
      ).toContain('compartment/member-unknown');
    expect(codesOf(await tried(cast.controller, closeCompartment, { compartmentId, because: 'Over' }))).toEqual([
      'compartment/still-at-work',
    ]);
  });

  it('is opened by people of a dedicated source unit only (duties 41, 111)', async () => {
    for (const id of outsiders)
      expect(codesOf(await tried(id, openCompartment, { name: 'Mine' }))).toEqual(['compartment/not-yours-to-open']);
    const room = await cast.world.records.reading.one('compartment', compartmentId);
    if (room === null) throw new Error('no compartment');
    const mine = {
      ...rewritten(room, { body: { memberIds: [cast.director], ownerId: cast.director } }),
      id: 'mine',
      scope: 'mine',
      compartment: 'mine',
    };
    expect(await forge(cast.director, { put: mine })).toEqual(['compartment/not-yours-to-open']);
  });

  it('reaches no reader who is not in it through any query of the requirement, whoever they are and whatever lies in it (duty 111)', async () => {
    const member = (id: string) => id === cast.controller || id === cast.handler;
    const people = [...outsiders, cast.controller, cast.handler];
    const words = fc.constantFrom('Heron', 'Marten', 'Otter', 'Plover');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ word: words, tasking: fc.boolean() }), { minLength: 1, maxLength: 4 }),
        fc.constantFrom(...people),
        fc.constantFrom(...requirementQueries),
        async (told, reader, query) => {
          for (const { word, tasking } of told) {
            const text = `${SECRET} ${word}`;
            if (tasking) await as(cast.manager, passOnTasking, { what: text, questionId });
            else await as(cast.handler, addClosedStrategy, { compartmentId, questionId, title: text });
          }
          const actor = await cast.world.actor(reader);
          const args = query.args.parse({ requirementId, questionId, compartmentId });
          const view = JSON.stringify(
            await query.read(args as never, { actor, now: cast.world.now, reading: cast.world.records.readingOf(actor) }),
          );
          if (!member(reader)) {
            expect(view).not.toContain(SECRET);
            expect(view).not.toContain(compartmentId);
          }
          if (member(reader) && query.name === 'compartment-room') expect(view).toContain(SECRET);
        },
      ),
      { numRuns: 60 },
    );
  });
});
