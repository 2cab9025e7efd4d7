import { type Result, ok, refused } from '#shared/base/result.ts';
import { dayOf } from '#shared/base/time.ts';
import type { AskName, AskOut } from '#shared/contracts/bridge/asks.ts';
import type { FromEngine } from '#shared/contracts/bridge/messages.ts';
import { engineBook } from '#shared/contracts/bridge/refusals.ts';
import type { JournalEntry } from '#shared/contracts/record/journal-entry.ts';
import type { Actor } from '#shared/domain/access/access.ts';
import { sameActor } from '#shared/domain/access/actor.ts';
import type { Kind } from '#shared/domain/bodies.ts';
import { WORKSTATION_ID } from '#shared/domain/workstation/workstation.rules.ts';
import type { ActToJournal, AskContext, AskHandler } from '../bridge/ask-handler.ts';
import type { AskAbout } from '../bridge/serve-port.ts';
import { type CommandRunnerParts, runCommand, tryCommand } from '../commands/run-command.ts';
import { filePictures } from '../files/file-pictures.ts';
import { freeBytesAt } from '../files/free-room.ts';
import { chunksInOrder, readStoredFile } from '../files/read-file.ts';
import { journalAsks } from '../journal/journal-asks.ts';
import { paperAsks } from '../papers/paper-asks.ts';
import { createWatches, type Watches } from '../queries/watch-query.ts';
import { actorReading, judgementOf, type Judgement } from '../records/actor-reading.ts';
import { plain } from '../records/rows.ts';
import { fullReading } from '../records/full-reading.ts';
import { searchAsks } from '../search/search-asks.ts';
import { backupsOfSession } from './backup-asks.ts';
import { accountAsks } from './account-asks.ts';
import type { EngineParts } from './engine-parts.ts';
import type { HeldVault } from './held-vault.ts';
import { keyAsks } from './key-asks.ts';
import { signAs } from './sign-as.ts';
import { actorNow, concerns } from './who-is-signed-in.ts';

export interface OpenSession {
  readonly held: HeldVault;
  actor(): Actor;
  workstation(): { readonly name: string; readonly idleLockMinutes: number; readonly contentProtection: boolean };
  runCommand(name: string, args: unknown): Promise<Result<unknown>>;
  ask(name: AskName, args: unknown, about: AskAbout): Promise<Result<unknown>>;
  /** The live views of the one window; asked for again with another `send`, the earlier window's are dropped. */
  watches(send: (message: FromEngine) => void): Watches;
  journalAct(act: ActToJournal): Promise<Result<{ readonly seq: number }>>;
  /** A minute has passed: clocks on the screen, the day, a quiet journal to seal. */
  minutePassed(): void;
  /** Stops the live views; nothing is shown after it. */
  stop(): void;
}

export interface OpenSessionParts {
  readonly engine: EngineParts;
  readonly held: HeldVault;
  readonly actor: Actor;
  /** The person no longer serves: the workstation must be locked. */
  readonly mustLock: (why: string) => void;
}

/** One person signed in: what they do, ask and look at, always as who they are at that moment. */
export async function openSession(parts: OpenSessionParts): Promise<OpenSession> {
  const { engine, held } = parts;
  const { store, writer } = held;
  const { clock } = engine;
  let actor = parts.actor;
  let judgement: Judgement = judgementOf(actor, store);
  let watches: Watches | null = null;
  let watchedBy: ((message: FromEngine) => void) | null = null;
  let day = dayOf(clock.now());
  let seqAtLastMinute = writer.head().seq;
  const seen = new Set<string>();
  let workstation = await readWorkstation();

  async function readWorkstation(): Promise<ReturnType<OpenSession['workstation']>> {
    const record = await fullReading(store).one('workstation', WORKSTATION_ID);
    return record === null
      ? { name: '', idleLockMinutes: 10, contentProtection: false }
      : { name: record.body.name, idleLockMinutes: record.body.idleLockMinutes, contentProtection: record.body.contentProtection };
  }

  const look = async (): Promise<void> => {
    const next = await actorNow(store, actor.personId, dayOf(clock.now()));
    if (next === null) return parts.mustLock('not-serving');
    if (sameActor(actor, next)) return;
    actor = next;
    judgement = judgementOf(actor, store);
    watches?.judgeAgain();
  };
  let looking: Promise<void> = Promise.resolve();
  const lookAgain = (): void => {
    looking = looking.then(look).catch((error: unknown) => engine.bug('who is signed in', error));
  };
  /** A command that ends an appointment must not be followed by one that still uses it. */
  const actorByNow = async (): Promise<Actor> => {
    await looking;
    return actor;
  };
  const stopListening = store.onCommit((changes) => {
    if (concerns(changes, actor.personId)) lookAgain();
    if (changes.some(({ after }) => after?.kind === 'workstation')) {
      readWorkstation().then(
        (settings) => {
          workstation = settings;
          engine.os.opened(settings);
        },
        (error: unknown) => engine.bug('workstation', error),
      );
    }
  });

  const commandParts: CommandRunnerParts = { writer, store, findCommand: engine.findCommand, now: () => clock.now(), newId: engine.newId };

  const journalAct: OpenSession['journalAct'] = async ({ act, subject, facts }) => {
    const written = await writer.run(async () =>
      ok({ act: { act, actor, at: clock.now(), changes: [], subject, facts: facts ?? {}, journalled: true }, out: null }),
    );
    return written.ok ? ok({ seq: written.value.seq }) : written;
  };

  const backups = backupsOfSession({ engine, held, journalAct, lock: parts.mustLock });

  const papers = paperAsks({
    record: (args, id, files) => runCommand({ ...commandParts, newId: () => id }, actorByNow, 'paper.record', args, files),
    tryOut: (args, id) => tryCommand({ ...commandParts, newId: () => id }, actorByNow, 'paper.record', args, id),
    incoming: (coming) => held.incoming(coming),
    forget: (fileId) => held.forgetFile(fileId),
    pictures: filePictures({ vault: held.vault, writer, make: engine.makePicture }),
    freeBytes: () => (engine.freeBytes ?? freeBytesAt)(engine.folder),
  });

  const handlers: Readonly<Partial<Record<AskName, AskHandler<never>>>> = {
    ...journalAsks({
      journal: held.journal,
      store,
      findNoun: engine.findNoun,
      sealedHead: () => held.unlocked.head,
      closedCommitment: (sealSeq, at) => held.closedCommitment(sealSeq, at),
      verifySeal: (hash, signature) => held.verifySeal(hash, signature),
      vault: held.vault,
      bug: (where, error) => engine.bug(where, error),
    }),
    ...searchAsks({ vault: held.vault, store, judgement: () => judgement }),
    ...papers.asks,
    ...accountAsks({ held }),
    ...backups.asks,
    ...keyAsks({ held }),
    ...engine.documents,
  } as never;

  const contextFor = ({ progress, signal }: AskAbout): AskContext => ({
    actor,
    now: () => clock.now(),
    newId: engine.newId,
    deviceId: held.unlocked.deviceId,
    full: fullReading(store),
    reading: actorReading(store, judgement).reading,
    runChanges: (unit) => writer.runChanges(unit, clock.now()),
    journalAct,
    journalled: async (act, subject) =>
      (await held.journal.find({ act, subject }, [{ seq: 'asc' }, { id: 'asc' }])).map((row) => plain<JournalEntry>(row)),
    readFile: (fileId) => readStoredFile(held.vault, fileId),
    chunks: (fileId) => chunksInOrder(held.vault, fileId),
    signal,
    signAs: (signInName, passPhrase, message) => signAs({ held, journalAct }, signInName, passPhrase, message),
    device: { name: workstation.name, publicKey: held.unlocked.deviceSigningKey, sign: (message) => held.unlocked.signAsDevice(message) },
    progress,
    os: engine.os,
  });

  return {
    held,
    actor: () => actor,
    workstation: () => workstation,
    runCommand: (name, args) => runCommand(commandParts, actorByNow, name, args),
    async ask(name, args, about) {
      const handler = handlers[name];
      if (handler === undefined) return refused(engineBook.say('bridge/unknown-ask'));
      return (await handler(args as never, contextFor(about))) as Result<AskOut[AskName]>;
    },
    watches(send) {
      if (watches !== null && watchedBy === send) return watches;
      // Another window: what the one before was sending in will not go on.
      if (watches !== null) papers.abandonAll();
      watches?.close();
      watchedBy = send;
      watches = createWatches({
        store,
        findQuery: engine.findQuery,
        actor: () => actor,
        judgement: () => judgement,
        now: () => clock.now(),
        send,
        seen: (kind, id) => {
          const key = `${kind}/${id}`;
          if (seen.has(key)) return;
          seen.add(key);
          journalAct({ act: 'record.seen', subject: { kind: kind as Kind, id } }).then(
            (written) => {
              if (!written.ok) seen.delete(key);
            },
            (error: unknown) => engine.bug('record seen', error),
          );
        },
        bug: engine.bug,
      });
      return watches;
    },
    journalAct,
    minutePassed() {
      watches?.minutePassed();
      backups.keeper.minutePassed();
      const today = dayOf(clock.now());
      if (today !== day) {
        day = today;
        lookAgain();
      }
      if (writer.unsealed() > 0 && writer.head().seq === seqAtLastMinute)
        writer.seal('').catch((error: unknown) => engine.bug('seal', error));
      seqAtLastMinute = writer.head().seq;
    },
    stop() {
      stopListening();
      watches?.close();
      watches = null;
    },
  };
}
