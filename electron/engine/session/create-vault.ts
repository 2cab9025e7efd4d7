import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Result, ok, refused } from '#shared/base/result.ts';
import type { AskOut, askShapes, SamplePerson } from '#shared/contracts/bridge/asks.ts';
import { engineBook } from '#shared/contracts/bridge/refusals.ts';
import type { Actor } from '#shared/domain/access/access.ts';
import type { AnyRecordToWrite } from '#shared/domain/kit/command.ts';
import { WORKSTATION_ID } from '#shared/domain/workstation/workstation.rules.ts';
import type { z } from 'zod';
import { runCommand } from '../commands/run-command.ts';
import type { Act } from '../commands/unit-of-work.ts';
import { fullReading } from '../records/full-reading.ts';
import type { SampleForce, SampleSigning, SampleStep } from '../sample/sample-force.ts';
import { TRIES_FILE_NAME } from '../vault/back-off.ts';
import { createHeader } from '../vault/header.ts';
import { HEADER_COPY_NAME, HEADER_FILE_NAME } from '../vault/header-format.ts';
import { VAULT_FILE_NAME } from '../vault/open-vault.ts';
import type { HeaderSettings } from '../vault/unlocked-header.ts';
import { newAccount } from './account-asks.ts';
import type { EngineParts } from './engine-parts.ts';
import { type HeldVault, holdVault } from './held-vault.ts';
import { openSession } from './open-session.ts';
import { actorNow } from './who-is-signed-in.ts';
import { dayOf } from '#shared/base/time.ts';

type CreateArgs = z.output<(typeof askShapes)['vault.create']>;
type Progress = (done: number, total: number, says: string) => void;

const SAMPLE_STEPS_AT_ONCE = 100;

/** Sets up this workstation: key header, force, areas, first person as administrator, their account. All of it, or no vault at all. */
export async function createVault(
  engine: EngineParts,
  settings: HeaderSettings,
  args: CreateArgs,
): Promise<Result<AskOut['vault.create']>> {
  const header = await createHeader(settings, { signInName: args.signInName, passPhrase: args.passPhrase, sample: false });
  if (!header.ok) return header;
  const { unlocked, recoveryWords } = header.value;
  const done = await insideNewVault(engine, unlocked, async (held) => {
    const personId = engine.newId();
    const { workstationName, signInName, passPhrase: _passPhrase, ...founding } = args;
    const parts = {
      writer: held.writer,
      store: held.store,
      findCommand: engine.findCommand,
      now: () => engine.clock.now(),
      newId: engine.newId,
    };
    const founded = await runCommand(parts, () => founder(personId, `${args.givenName} ${args.familyName}`), 'force.found', {
      ...founding,
      personId,
    });
    if (!founded.ok) return founded;
    const [slot] = unlocked.people;
    if (slot === undefined) throw new Error('a new header has one slot');
    return settle(engine, held, workstationName, [{ personId, signInName, ...slot }]);
  });
  return done.ok ? ok({ recoveryWords }) : done;
}

/** Makes the synthetic sample force, with an account for each of its people who may sign in. */
export async function createSampleVault(
  engine: EngineParts,
  settings: HeaderSettings,
  sample: SampleForce,
  progress: Progress,
): Promise<Result<AskOut['vault.create-sample']>> {
  const [first] = sample.people;
  if (first === undefined) throw new Error('the sample force has nobody to sign in as');
  const header = await createHeader(settings, { signInName: first.signInName, passPhrase: sample.passPhrase, sample: true });
  if (!header.ok) return header;
  const { unlocked } = header.value;
  const done = await insideNewVault(engine, unlocked, async (held) => {
    const { accounts, toSign } = await loadSteps(engine, held, sample, progress);
    const slots = [];
    for (const [index, account] of accounts.entries()) {
      progress(index, accounts.length, 'Opening accounts');
      const [made] = unlocked.people;
      if (account.signInName === first.signInName && made !== undefined) {
        slots.push({ personId: account.personId, signInName: account.signInName, ...made });
        continue;
      }
      const slot = await unlocked.addSlot(account.signInName, sample.passPhrase);
      if (!slot.ok) return slot;
      slots.push({ personId: account.personId, signInName: account.signInName, ...slot.value });
    }
    const settled = await settle(engine, held, 'Sample workstation', slots);
    return settled.ok ? signPastMinutes(engine, held, toSign, sample.passPhrase, progress) : settled;
  });
  if (!done.ok) return done;
  return ok({
    people: sample.people.map(({ signInName, name, does }): SamplePerson => ({ signInName, name, does })),
    passPhrase: sample.passPhrase,
  });
}

/** Whoever stands at the machine before anyone has a record: no roles, no clearance to read anything. */
function founder(personId: string, name: string): Actor {
  return { personId, name, clearance: 'OFFICIAL', principals: [`person:${personId}`], roles: [], partner: false };
}

async function loadSteps(engine: EngineParts, held: HeldVault, sample: SampleForce, progress: Progress): ReturnType<SampleForce['load']> {
  const waiting: (Act & Pick<SampleStep, 'files'>)[] = [];
  const flush = async (): Promise<void> => {
    if (waiting.length === 0) return;
    const written = await held.writer.runTogether(waiting.splice(0));
    if (!written.ok) throw new SampleRefused(written);
    // Between two transactions the event loop turns, so that progress is shown.
    await new Promise((resolve) => setImmediate(resolve));
  };
  const loaded = await sample.load({
    run: async (step: SampleStep) => {
      waiting.push({ ...step, journalled: true });
      if (waiting.length >= SAMPLE_STEPS_AT_ONCE) await flush();
    },
    newId: engine.newId,
    now: engine.clock.now(),
    progress,
  });
  await flush();
  return loaded;
}

/** The chairs of the story sign the minutes of their past meetings, each as on the day after, by the same step as anyone. */
async function signPastMinutes(
  engine: EngineParts,
  held: HeldVault,
  toSign: readonly SampleSigning[],
  passPhrase: string,
  progress: Progress,
): Promise<Result<null>> {
  for (const [index, { meetingId, personId, signInName, at }] of toSign.entries()) {
    progress(index, toSign.length, `Signing minutes ${index + 1} of ${toSign.length}`);
    const actor = await actorNow(held.store, personId, dayOf(at));
    if (actor === null) throw new Error('a chair of the sample force does not serve');
    const session = await openSession({
      engine: { ...engine, clock: { ...engine.clock, now: () => at } },
      held,
      actor,
      mustLock: () => undefined,
    });
    const signed = await session.ask(
      'minutes.sign',
      { meetingId, signInName, passPhrase },
      {
        progress: () => undefined,
        signal: new AbortController().signal,
      },
    );
    session.stop();
    if (!signed.ok) return signed;
  }
  return ok(null);
}

/** Carries a refusal out of the sample's story to the one who asked for it. */
class SampleRefused extends Error {
  readonly result: Result<never>;
  constructor(result: Result<never>) {
    super('the sample force was refused');
    this.result = result;
  }
}

interface SlotOf {
  readonly personId: string;
  readonly signInName: string;
  readonly slotId: string;
  readonly signingKey: string;
}

/** The last of setting up: the workstation's settings and the accounts. */
async function settle(engine: EngineParts, held: HeldVault, workstationName: string, slots: readonly SlotOf[]): Promise<Result<null>> {
  const now = engine.clock.now();
  const [force] = await fullReading(held.store).many('force');
  const [first] = slots;
  if (force === undefined || first === undefined) throw new Error('a vault is set up with a force and somebody to sign in');
  const actor = (await actorNow(held.store, first.personId, dayOf(now))) ?? founder(first.personId, '');
  const settings: AnyRecordToWrite = {
    id: WORKSTATION_ID,
    kind: 'workstation',
    scope: force.id,
    marking: 'OFFICIAL',
    handling: '',
    compartment: '',
    state: 'in-use',
    owner: '',
    parent: '',
    number: 0,
    dueAt: '',
    sortAt: workstationName,
    body: { name: workstationName, idleLockMinutes: 10, contentProtection: true },
  };
  const setUp = await held.writer.runChanges({
    act: 'workstation.set-up',
    actor,
    changes: [{ put: settings }],
    subject: { kind: 'workstation', id: WORKSTATION_ID },
  });
  if (!setUp.ok) return setUp;
  for (const slot of slots) {
    const id = engine.newId();
    const opened = await held.writer.runChanges({
      act: 'account.opened',
      actor,
      changes: [{ put: newAccount({ id, scope: force.id, at: now, ...slot }) }],
      subject: { kind: 'account', id },
    });
    if (!opened.ok) return opened;
  }
  return ok(null);
}

/** Does `work` in a new vault and closes it; when the work is refused or fails, nothing of the vault stays. */
async function insideNewVault(
  engine: EngineParts,
  unlocked: Parameters<typeof holdVault>[0]['unlocked'],
  work: (held: HeldVault) => Promise<Result<null>>,
): Promise<Result<null>> {
  let held: HeldVault | null = null;
  try {
    held = await holdVault({
      folder: engine.folder,
      unlocked,
      expect: 'new',
      findNoun: engine.findNoun,
      now: () => engine.clock.now(),
      markFile: engine.markFile,
      bug: engine.bug,
    });
    const done = await work(held);
    await held.close();
    if (!done.ok) removeNewVault(engine.folder);
    return done;
  } catch (error) {
    if (held === null) unlocked.lock();
    else await held.close();
    removeNewVault(engine.folder);
    if (error instanceof SampleRefused) return refused(...(error.result.ok ? [engineBook.say('engine/bug')] : error.result.refusals));
    throw error;
  }
}

/** Only ever called for a vault made a moment ago by this call, which nobody has signed in to. */
function removeNewVault(folder: string): void {
  for (const name of [
    HEADER_FILE_NAME,
    HEADER_COPY_NAME,
    TRIES_FILE_NAME,
    VAULT_FILE_NAME,
    `${VAULT_FILE_NAME}-wal`,
    `${VAULT_FILE_NAME}-shm`,
    `${VAULT_FILE_NAME}-journal`,
  ]) {
    rmSync(join(folder, name), { force: true });
  }
}
