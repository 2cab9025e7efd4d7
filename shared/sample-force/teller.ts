import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { sha256Hex } from '#shared/base/digest.ts';
import { idFromRandom, ID_LENGTH } from '#shared/base/shapes.ts';
import { type Instant, dayOf, instantFromMs } from '#shared/base/time.ts';
import type { Actor } from '#shared/domain/access/access.ts';
import { actorFrom } from '#shared/domain/access/actor.ts';
import type { Change } from '#shared/domain/kit/command.ts';
import { type RecordsInMemory, recordsInMemory } from '#shared/domain/kit/reading-in-memory.ts';
import { runInMemory } from '#shared/domain/kit/run-in-memory.ts';
import { type CommandArgs, type CommandName, type CommandOut, findCommand, nouns } from '#shared/domain/registry.ts';
import type { SamplePaper } from './sample-papers.ts';

/** One command somebody of the sample force gave, and what it wrote: stored and journalled as if it had been typed then. */
export interface SampleUnit {
  readonly act: string;
  readonly actor: Actor;
  readonly at: Instant;
  readonly changes: readonly Change[];
  readonly subject: { readonly kind: string; readonly id: string };
  readonly facts: Readonly<Record<string, string | number | boolean>>;
  /** Files frozen with the record that speaks of them. */
  readonly files: readonly { readonly id: string; readonly bytes: Uint8Array; readonly ofId: string }[];
}

/** Tells the sample force's story: every record in it comes from a real command, given by a person allowed to give it. */
export interface Teller {
  readonly world: RecordsInMemory;
  readonly units: readonly SampleUnit[];
  /** Gives the command as that person at that time. Throws when it is refused, because then the story is wrong. */
  tell<Name extends CommandName>(personId: string, at: Instant, name: Name, args: CommandArgs<Name>): Promise<CommandOut<Name>>;
  /** Lays a paper before a meeting as that person at that time; the file is stored with its record. */
  layPaper(personId: string, at: Instant, meetingId: string, paper: SamplePaper): Promise<{ readonly paperId: string }>;
  /** A whole number from 0 up to but not including `below`. */
  pick(below: number): number;
  oneOf<T>(choices: readonly T[]): T;
}

/** Makes a teller whose every choice and id follows from the seed. */
export function makeTeller(seed: number): Teller {
  const random = xoroshiro128plus(seed);
  const next = (below: number): number => (random.next() >>> 0) % below;
  const newId = (): string => idFromRandom(Array.from({ length: ID_LENGTH }, () => next(32)));
  const world = recordsInMemory(nouns as never);
  const units: SampleUnit[] = [];
  const pick = (below: number): number => next(below);

  const actorAt = async (personId: string, at: Instant): Promise<Actor> => {
    const person = await world.reading.one('person', personId);
    if (person === null) return { personId, name: '', clearance: 'OFFICIAL', principals: [], roles: [], partner: false };
    return actorFrom(person, await world.reading.many('appointment', { owner: personId }), dayOf(at));
  };

  const run = async <Name extends CommandName>(
    personId: string,
    at: Instant,
    name: Name,
    args: CommandArgs<Name>,
    filesOf: (out: CommandOut<Name>) => SampleUnit['files'],
  ): Promise<CommandOut<Name>> => {
    const command = findCommand(name);
    if (command === undefined) throw new Error(`no command ${name}`);
    const actor = await actorAt(personId, at);
    const ran = await runInMemory(world, nouns, command, args as never, { actor, now: at, newId });
    if (!ran.ok)
      throw new Error(
        `the sample force may not ${name}: ${ran.refusals.map((one) => `${one.code} ${one.field} ${one.message}`).join('; ')}`,
      );
    const { changes, subject, facts } = ran.value;
    const out = ran.value.out as CommandOut<Name>;
    units.push({ act: name, actor, at, changes, subject, facts, files: filesOf(out) });
    return out;
  };

  return {
    world,
    units,
    tell: (personId, at, name, args) => run(personId, at, name, args, () => []),
    layPaper(personId, at, meetingId, { bytes, ...paper }) {
      const fileId = newId();
      const args = { ...paper, meetingId, fileId, size: bytes.length, digest: sha256Hex(bytes) };
      return run(personId, at, 'paper.record', args, ({ paperId }) => [{ id: fileId, bytes, ofId: paperId }]);
    },
    pick,
    oneOf(choices) {
      const choice = choices[pick(choices.length)];
      if (choice === undefined) throw new Error('nothing to choose from');
      return choice;
    },
  };
}

/** Hands out instants in order, each a little after the one before. */
export function clockFrom(start: Instant): { tick(minutes?: number): Instant; readonly now: () => Instant } {
  let at = Date.parse(start);
  return {
    tick(minutes = 1) {
      at += Math.round(minutes * 60_000);
      return instantFromMs(at);
    },
    now: () => instantFromMs(at),
  };
}
