import type { z } from 'zod';
import type { Result } from '#shared/base/result.ts';
import { type Day, dayOf, instant, type Instant } from '#shared/base/time.ts';
import type { Actor } from '#shared/domain/access/access.ts';
import { actorFrom } from '#shared/domain/access/actor.ts';
import type { Command } from '#shared/domain/kit/command.ts';
import type { Query } from '#shared/domain/kit/query.ts';
import { type RecordsInMemory, recordsInMemory } from '#shared/domain/kit/reading-in-memory.ts';
import { type Ran, runInMemory } from '#shared/domain/kit/run-in-memory.ts';
import { foundForce } from '#shared/domain/force/force.commands.ts';
import { addPerson } from '#shared/domain/person/person.commands.ts';
import type { Rank } from '#shared/domain/person/person.schema.ts';
import { nouns } from '#shared/domain/registry.ts';

/** A small force for the tests of its rules: founded on 1 June 2026, its administrator doing everything. */
export interface World {
  readonly records: RecordsInMemory;
  readonly forceId: string;
  readonly administratorId: string;
  readonly areaIds: readonly string[];
  now: Instant;
  /** Runs as the administrator, or as someone else, at the world's present time. */
  run<Shape extends z.ZodType, Out>(command: Command<string, Shape, Out>, args: z.input<Shape>, as?: Actor): Promise<Result<Ran<Out>>>;
  /** Runs and throws when refused. */
  must<Shape extends z.ZodType, Out>(command: Command<string, Shape, Out>, args: z.input<Shape>, as?: Actor): Promise<Out>;
  view<Shape extends z.ZodType, View>(query: Query<string, Shape, View>, args: z.input<Shape>, as?: Actor): Promise<View>;
  actor(personId: string): Promise<Actor>;
  person(rank: Rank, familyName: string, more?: Partial<z.input<typeof addPerson.args>>): Promise<string>;
}

export const FOUNDED_ON = '2026-06-01' as Day;

/** Founds the force with areas East and West. */
export async function foundWorld(options: { readonly hasAreas?: boolean } = {}): Promise<World> {
  const records = recordsInMemory(nouns as never);
  let made = 0;
  const newId = (): string => {
    made += 1;
    return `id${String(made).padStart(18, '0')}`;
  };
  const nobody: Actor = { personId: '', name: '', clearance: 'OFFICIAL', principals: [], roles: [], partner: false };
  const hasAreas = options.hasAreas ?? true;
  const founded = await runInMemory(
    records,
    nouns,
    foundForce,
    {
      forceName: 'Northmoor Police',
      forceCode: 'NM',
      hasAreas,
      areas: hasAreas
        ? [
            { name: 'East', code: 'E' },
            { name: 'West', code: 'W' },
          ]
        : [],
      givenName: 'Ada',
      familyName: 'Ministrator',
      rank: 'Police staff',
      serviceNumber: '',
    },
    { actor: nobody, now: instant(`${FOUNDED_ON}T08:00:00.000Z`), newId },
  );
  if (!founded.ok) throw new Error(founded.refusals[0].message);
  const { forceId, personId: administratorId, areaIds } = founded.value.out;
  const world: World = {
    records,
    forceId,
    administratorId,
    areaIds,
    now: instant(`${FOUNDED_ON}T09:00:00.000Z`),
    async actor(personId) {
      const person = await records.reading.one('person', personId);
      if (person === null) throw new Error('no such person');
      return actorFrom(person, await records.reading.many('appointment', { owner: personId }), dayOf(world.now));
    },
    async run(command, args, as) {
      return runInMemory(records, nouns, command, args, { actor: as ?? (await world.actor(administratorId)), now: world.now, newId });
    },
    async must(command, args, as) {
      const result = await world.run(command, args, as);
      if (!result.ok) throw new Error(`${result.refusals[0].code}: ${result.refusals[0].message}`);
      return result.value.out;
    },
    async view(query, args, as) {
      const actor = as ?? (await world.actor(administratorId));
      return query.read(query.args.parse(args), { actor, now: world.now, reading: records.readingOf(actor) });
    },
    async person(rank, familyName, more = {}) {
      const out = await world.must(addPerson, { givenName: 'Sam', familyName, rank, from: FOUNDED_ON, ...more });
      return out.personId;
    },
  };
  return world;
}

/** The codes of a refused result; empty when it was done. */
export function codesOf(result: Result<unknown>): readonly string[] {
  return result.ok ? [] : result.refusals.map((refusal) => refusal.code);
}

/** The duties cited by a refused result. */
export function dutiesOf(result: Result<unknown>): readonly number[] {
  return result.ok ? [] : result.refusals.flatMap((refusal) => refusal.duties);
}
