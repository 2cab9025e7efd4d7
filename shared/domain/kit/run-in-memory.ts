import type { z } from 'zod';
import { type Refusal, type Result, ok, refused } from '#shared/base/result.ts';
import type { Instant } from '#shared/base/time.ts';
import type { Actor } from '#shared/domain/access/access.ts';
import type { Change, Command, CommandContext } from './command.ts';
import type { Noun } from './noun.ts';
import type { RecordsInMemory } from './reading-in-memory.ts';

/** What the engine hands a command, for a world held in memory. */
export interface RunContext {
  readonly actor: Actor;
  readonly now: Instant;
  readonly newId: () => string;
}

/** What was done: the command's outcome and what it wrote. */
export interface Ran<Out> {
  readonly out: Out;
  readonly changes: readonly Change[];
  readonly subject: { readonly kind: string; readonly id: string };
  readonly facts: Readonly<Record<string, string | number | boolean>>;
}

/**
 * Runs a command exactly as the engine does: shape, `may`, `decide`, shape of what is to be written, every changed noun's `check`
 * against the state after the whole unit of work, then all of it or nothing.
 */
export async function runInMemory<Shape extends z.ZodType, Out>(
  world: RecordsInMemory,
  nouns: readonly unknown[],
  command: Command<string, Shape, Out>,
  args: z.input<Shape>,
  { actor, now, newId }: RunContext,
): Promise<Result<Ran<Out>>> {
  const parsed = command.args.safeParse(args);
  if (!parsed.success) return refused(...shapeRefusals(parsed.error));
  const context: CommandContext = { actor, now, newId, reading: world.reading };
  const forbidden = await command.may(parsed.data, context);
  if (forbidden !== null) return refused(forbidden);
  const decided = await command.decide(parsed.data, context);
  if (!decided.ok) return decided;
  const { changes, out, subject, facts = {} } = decided.value;
  const refusals = await checkInMemory(world, nouns, changes, { actor, now });
  const [first, ...rest] = refusals;
  if (first !== undefined) return refused(first, ...rest);
  world.apply(changes, { now, actorId: actor.personId });
  return ok({ out, changes, subject, facts });
}

/** The refusals of writing these changes by any path; leaves the world as it was. */
export async function checkInMemory(
  world: RecordsInMemory,
  nouns: readonly unknown[],
  changes: readonly Change[],
  { actor, now }: { readonly actor: Actor; readonly now: Instant },
): Promise<readonly Refusal[]> {
  const known = nouns as readonly Noun[];
  const before = await Promise.all(
    changes.map((change) =>
      'put' in change ? world.reading.one(change.put.kind, change.put.id) : world.reading.one(change.erase.kind, change.erase.id),
    ),
  );
  const refusals: Refusal[] = [];
  const undo = world.apply(changes, { now, actorId: actor.personId });
  try {
    for (const [index, change] of changes.entries()) {
      const kind = 'put' in change ? change.put.kind : change.erase.kind;
      const noun = known.find((candidate) => candidate.kind === kind);
      if (noun === undefined) throw new Error(`no noun for kind ${kind}`);
      if ('put' in change) {
        const shaped = noun.body.safeParse(change.put.body);
        if (!shaped.success) {
          refusals.push(...shapeRefusals(shaped.error));
          continue;
        }
        if (!noun.states.includes(change.put.state)) throw new Error(`${kind} has no state ${change.put.state}`);
      }
      refusals.push(
        ...(await noun.check({
          before: before[index] ?? null,
          after: 'put' in change ? change.put : null,
          actor,
          now,
          reading: world.reading,
        })),
      );
    }
  } finally {
    undo();
  }
  return refusals;
}

function shapeRefusals(error: z.ZodError): readonly [Refusal, ...Refusal[]] {
  const [first, ...rest] = error.issues.map(
    (issue): Refusal => ({ code: 'command/not-understood', duties: [], message: issue.message, remedy: '', field: issue.path.join('.') }),
  );
  if (first === undefined) throw new Error('a shape failed without saying why');
  return [first, ...rest];
}
