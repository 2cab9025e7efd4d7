import { type Result, ok, refused } from '#shared/base/result.ts';
import type { Instant } from '#shared/base/time.ts';
import { engineBook } from '#shared/contracts/bridge/refusals.ts';
import type { Actor } from '#shared/domain/access/access.ts';
import type { Command, CommandContext } from '#shared/domain/kit/command.ts';
import { fullReading } from '../records/full-reading.ts';
import type { RecordStore } from '../records/record-store.ts';
import { argumentRefusals } from './argument-refusals.ts';
import type { ActWriter, FilesOfAct } from './write-acts.ts';

export interface CommandRunnerParts {
  readonly writer: ActWriter;
  readonly store: RecordStore;
  readonly findCommand: (name: string) => Command | undefined;
  readonly now: () => Instant;
  readonly newId: () => string;
}

type Decide = Parameters<ActWriter['run']>[0];

/** A command of one person made ready to run: arguments, may they, what follows. */
function prepare(parts: CommandRunnerParts, actor: () => Actor | Promise<Actor>, name: string, rawArgs: unknown): Result<Decide> {
  const command = parts.findCommand(name);
  if (command === undefined) return refused(engineBook.say('bridge/unknown-command'));
  const args = command.args.safeParse(rawArgs);
  if (!args.success) return argumentRefusals(args.error);
  return ok(async () => {
    const context: CommandContext = { actor: await actor(), now: parts.now(), newId: parts.newId, reading: fullReading(parts.store) };
    const no = await command.may(args.data, context);
    if (no !== null) return refused(no);
    const decided = await command.decide(args.data, context);
    if (!decided.ok) return decided;
    const { changes, subject, facts, out } = decided.value;
    return ok({
      act: {
        act: command.name,
        actor: context.actor,
        at: context.now,
        changes,
        subject,
        facts: facts ?? {},
        journalled: command.journalled,
      },
      out,
    });
  });
}

/** Whether a command would be taken, without writing anything; says the access class the record with this id would get. */
export async function tryCommand(
  parts: CommandRunnerParts,
  actor: () => Actor | Promise<Actor>,
  name: string,
  rawArgs: unknown,
  recordId: string,
): Promise<Result<{ readonly access: string }>> {
  const ready = prepare(parts, actor, name, rawArgs);
  return ready.ok ? parts.writer.tryOut(ready.value as never, recordId) : ready;
}

/**
 * Runs one command of one person: arguments, may they, what follows, every rule, one write. Its place in the queue is taken at the call.
 * `actor` is asked when the turn comes, because an earlier command may have changed who they are.
 */
export async function runCommand(
  parts: CommandRunnerParts,
  actor: () => Actor | Promise<Actor>,
  name: string,
  rawArgs: unknown,
  files?: FilesOfAct,
): Promise<Result<unknown>> {
  const ready = prepare(parts, actor, name, rawArgs);
  if (!ready.ok) return ready;
  const written = await parts.writer.run(ready.value, files);
  return written.ok ? ok(written.value.out) : written;
}
