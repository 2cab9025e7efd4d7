import { assertNever } from '#shared/base/assert-never.ts';
import { type Result, ok, refused } from '#shared/base/result.ts';
import { dayOf, instantFromMs, msBetween } from '#shared/base/time.ts';
import { timeText } from '#shared/base/time-text.ts';
import { type AskName, askShapes, type SessionState } from '#shared/contracts/bridge/asks.ts';
import type { FromEngine } from '#shared/contracts/bridge/messages.ts';
import { engineBook } from '#shared/contracts/bridge/refusals.ts';
import type { AskAbout } from '../bridge/serve-port.ts';
import { argumentRefusals } from '../commands/argument-refusals.ts';
import { createQueue } from '../commands/queue.ts';
import { refusalOfTrouble } from '../commands/refusal-of-trouble.ts';
import type { Watches } from '../queries/watch-query.ts';
import type { MissedTries } from '../vault/back-off.ts';
import { lookAtHeader, unlock } from '../vault/header.ts';
import { shareOfWords } from '../vault/recovery-shares.ts';
import { keyBook } from '../vault/refusals.ts';
import { endRekey } from '../vault/rekey-header.ts';
import { weighPassPhrase } from '../vault/pass-phrase.ts';
import { type HeaderSettings, sayNotice, type UnlockedHeader } from '../vault/unlocked-header.ts';
import { VaultTrouble } from '../vault/vault-trouble.ts';
import { createSampleVault, createVault } from './create-vault.ts';
import type { EngineParts } from './engine-parts.ts';
import { eraseHeldVault } from './erase.ts';
import { removeStraySlots } from './account-asks.ts';
import { holdVault } from './held-vault.ts';
import { journalDoesNotFit, keepUntold, untold } from './journal-does-not-fit.ts';
import { type OpenSession, openSession } from './open-session.ts';
import { finishPuttingBack } from '../backup/put-back.ts';
import { removeRestoreNote } from '../backup/restore-note.ts';
import { restoredFacts, restoreToTell, sayLogFault, sayRestored, setDamagedLogAside } from './after-restore.ts';
import { recoverAccount } from './recover-account.ts';
import { type DoorArgs, restoreDoor } from './restore-door.ts';
import { accountOfSlot, actorNow } from './who-is-signed-in.ts';

const MINUTE = 60_000;
const IDLE_LOOK = 5_000;

export interface Session {
  runCommand(name: string, args: unknown): Promise<Result<unknown>>;
  ask(name: string, args: unknown, about: AskAbout): Promise<Result<unknown>>;
  watches(send: (message: FromEngine) => void): Watches | null;
  /** Stores everything, closes the vault and wipes the key; harmless when it is locked already. */
  lock(why: string): Promise<void>;
  /** Called when the session opens or locks. */
  onChange(listener: (state: 'locked' | 'open', why: string) => void): void;
  /** Ends at once and stores nothing more: what a crash does. */
  abandon(): void;
}

/** The asks that need nobody signed in. */
const OPEN_TO_ANYONE = [
  'session.look',
  'session.sign-in',
  'session.recover',
  'recovery.look-at-share',
  'session.lock',
  'session.touch',
  'vault.create',
  'vault.create-sample',
  'account.weigh-pass-phrase',
  'restore.look',
  'restore.choose-place',
  'restore.report',
  'restore.run',
] as const;
type AnyonesAsk = (typeof OPEN_TO_ANYONE)[number];
const isForAnyone = (name: AskName): name is AnyonesAsk => (OPEN_TO_ANYONE as readonly string[]).includes(name);

/** Who is signed in on this workstation, if anybody: none -> locked -> open -> locked. One change at a time. */
export function createSession(engine: EngineParts): Session {
  const { clock } = engine;
  const settings: HeaderSettings = {
    folder: engine.folder,
    now: () => Date.parse(clock.now()),
    ...(engine.cost === undefined ? {} : { cost: engine.cost }),
    ...(engine.keychain === undefined ? {} : { keychain: engine.keychain }),
  };
  const changes = createQueue();
  const door = restoreDoor(engine, settings);
  const listeners = new Set<(state: 'locked' | 'open', why: string) => void>();
  let open: OpenSession | null = null;
  let locking = false;
  let touchedAt = clock.now();
  let notices: readonly string[] = [];

  const touch = (): void => {
    touchedAt = clock.now();
  };
  const stopMinutes = clock.every(MINUTE, () => open?.minutePassed());
  let lockingForIdleness = false;
  const stopIdle = clock.every(IDLE_LOOK, () => {
    if (open === null || lockingForIdleness) return;
    const idle = Math.abs(msBetween(touchedAt, clock.now()));
    if (idle < open.workstation().idleLockMinutes * MINUTE) return;
    lockingForIdleness = true;
    void lock('idle').finally(() => {
      lockingForIdleness = false;
    });
  });

  const state = (): SessionState => {
    const front = look();
    const actor = open?.actor() ?? null;
    const sample = front.sample ? engine.sample : null;
    return {
      vault: open !== null ? 'open' : front.vault,
      sample: front.sample,
      samplePeople: sample?.people.map(({ signInName, name, does }) => ({ signInName, name, does })) ?? [],
      samplePassPhrase: sample?.passPhrase ?? '',
      waitSeconds: front.waitSeconds,
      recoveryShares: front.split === null ? null : { needed: front.split.needed, made: front.split.made },
      actor,
      deviceName: open?.workstation().name ?? '',
      idleLockMinutes: open?.workstation().idleLockMinutes ?? 0,
      trouble: front.trouble,
      notices: open === null ? [] : notices,
    };
  };

  function look(): Pick<SessionState, 'sample' | 'waitSeconds' | 'trouble'> & {
    readonly vault: 'none' | 'locked';
    readonly split: NonNullable<ReturnType<typeof lookAtHeader>>['split'];
  } {
    try {
      const front = lookAtHeader(settings);
      return front === null
        ? { vault: 'none', sample: false, waitSeconds: 0, trouble: '', split: null }
        : { vault: 'locked', sample: front.sample, waitSeconds: front.waitSeconds, trouble: '', split: front.split };
    } catch (error) {
      if (error instanceof VaultTrouble) return { vault: 'locked', sample: false, waitSeconds: 0, trouble: error.message, split: null };
      throw error;
    }
  }

  async function signIn(signInName: string, passPhrase: string, before: readonly string[] = []): Promise<Result<SessionState>> {
    if (open !== null) return refused(engineBook.say('session/someone-signed-in'));
    finishPuttingBack(engine.folder);
    if (look().vault === 'none') return refused(engineBook.say('session/none'));
    const unlocked = await unlock(settings, signInName, passPhrase);
    return unlocked.ok ? enter(unlocked.value, before) : unlocked;
  }

  async function enter(unlocked: UnlockedHeader, before: readonly string[]): Promise<Result<SessionState>> {
    const restored = restoreToTell(engine.folder, unlocked);
    const logFault = setDamagedLogAside(engine.folder, clock.now());
    const formerHead = unlocked.head.seq;
    const held = await holdVault({
      folder: engine.folder,
      unlocked,
      expect: 'existing',
      afterRestore: restored !== null,
      findNoun: engine.findNoun,
      now: () => clock.now(),
      markFile: engine.markFile,
      bug: engine.bug,
    });
    try {
      const account = await accountOfSlot(held.store, unlocked.slotId);
      const now = clock.now();
      const actor = account === null ? null : await actorNow(held.store, account.body.personId, dayOf(now));
      const personId = account?.body.personId ?? '';
      const journal = async (act: string, facts: Readonly<Record<string, string | number | boolean>> = {}): Promise<Result<unknown>> =>
        held.writer.run(async () =>
          ok({ act: { act, actor: actor ?? nobody(personId), at: now, changes: [], subject: null, facts, journalled: true }, out: null }),
        );
      if (unlocked.missed.count > 0) await journal('session.failed-tries', triesFacts(unlocked.missed));
      // A vault put back on purpose is older than the notes of it, and says so itself.
      const faults = restored === null ? held.faults : [];
      await journalDoesNotFit(held.writer, faults, actor ?? nobody(personId), now);
      const toTell = [...untold(held), ...faults.map((fault) => fault.says)];
      if (account === null || actor === null) {
        keepUntold(held, toTell);
        const no = account === null ? engineBook.say('session/account-closed') : engineBook.say('session/not-serving');
        await journal('session.refused', { why: no.code });
        await held.close();
        return refused(no);
      }
      for (const notice of unlocked.notices) await journal('session.header-notice', { notice });
      if (logFault !== null) await journal('session.log-damaged', { ...logFault });
      if (restored !== null) {
        const told = await journal('vault.restored', restoredFacts(restored, formerHead));
        // Sealed at once, so that the header knows where the journal ends now.
        if (told.ok) await held.writer.seal('');
        if (told.ok) removeRestoreNote(engine.folder);
      }
      const strays = await removeStraySlots(held);
      if (strays > 0) await journal('account.stray-slots-removed', { count: strays });
      const rekeyed = async (): Promise<void> => {
        await journal('keys.rekeyed', { generation: unlocked.content.generation ?? 1 });
      };
      held.rekey.onDone(rekeyed);
      if (held.rekey.resume()) {
        await rekeyed();
        endRekey(unlocked);
      }
      const journalled = await journal('session.signed-in');
      if (!journalled.ok) {
        await held.close();
        return journalled;
      }
      keepUntold(held, []);
      notices = [
        ...before,
        ...(restored === null ? [] : [sayRestored(restored)]),
        ...(logFault === null ? [] : [sayLogFault(logFault)]),
        ...toTell,
        ...unlocked.notices.map(sayNotice),
        ...triesNotice(unlocked.missed),
      ];
      open = await openSession({ engine, held, actor, mustLock: (why) => void lock(why) });
      touch();
      engine.os.opened(open.workstation());
      for (const listener of listeners) listener('open', '');
      return ok(state());
    } catch (error) {
      open = null;
      await held.close();
      throw error;
    }
  }

  const lock = (why: string): Promise<void> =>
    changes.run(async () => {
      if (open !== null) {
        locking = true;
        const leaving = open;
        leaving.stop();
        try {
          const journalled = await leaving.journalAct({ act: 'session.locked', subject: null, facts: { why } });
          if (!journalled.ok) engine.bug('lock', new Error(journalled.refusals[0].code));
          await leaving.held.close();
        } catch (error) {
          engine.bug('lock', error);
        } finally {
          open = null;
          locking = false;
          notices = [];
        }
        try {
          finishPuttingBack(engine.folder);
        } catch (error) {
          // It is finished before the next sign-in.
          engine.bug('putting back', error);
        }
      }
      for (const listener of listeners) listener('locked', why);
      engine.os.locked(why);
    });

  const erase = async (session: OpenSession, args: { readonly passPhrase: string; readonly typed: string }): Promise<Result<unknown>> => {
    if (session !== open) return refused(engineBook.say('session/not-signed-in'));
    const erased = await eraseHeldVault(engine, session, args, () => {
      locking = true;
      session.stop();
    });
    if (!locking) return erased;
    locking = false;
    open = null;
    notices = [];
    for (const listener of listeners) listener('locked', 'erased');
    engine.os.locked('erased');
    return erased;
  };

  /** Trouble with the vault is an expected "no"; anything else is a bug and goes on upwards. */
  const guarded = async <T>(work: () => Promise<Result<T>>): Promise<Result<T>> => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof VaultTrouble && error.kind !== 'disk-full')
        return refused(engineBook.say('vault/cannot-open', { facts: { says: error.message } }));
      const refusal = refusalOfTrouble(error);
      if (refusal === null) throw error;
      return refusal;
    }
  };

  const forAnyone = async (name: AnyonesAsk, raw: unknown, { progress }: AskAbout): Promise<Result<unknown>> => {
    const args = raw as never;
    switch (name) {
      case 'session.look':
        return ok(state());
      case 'session.sign-in': {
        const { signInName, passPhrase } = args as { signInName: string; passPhrase: string };
        return changes.run(() => guarded(() => signIn(signInName, passPhrase)));
      }
      case 'session.recover':
        return changes.run(() =>
          guarded(async () => {
            if (open !== null) return refused(engineBook.say('session/someone-signed-in'));
            const recovered = await recoverAccount(engine, settings, args);
            if (!recovered.ok) return recovered;
            const { signInName, newPassPhrase } = args as { signInName: string; newPassPhrase: string };
            return signIn(signInName, newPassPhrase, recovered.value.notices);
          }),
        );
      case 'recovery.look-at-share': {
        const share = shareOfWords((args as { words: string }).words);
        if (share === null) return refused(keyBook.say('vault/share-mistyped', { field: 'words', facts: { number: '' } }));
        const { number, made, needed, set } = share;
        return guarded(async () => ok({ number, made, needed, newest: lookAtHeader(settings)?.split?.set === set }));
      }
      case 'session.lock':
        // Answered before the window is reloaded, and only once everything is stored.
        return lock('by-hand').then(() => ok(null));
      case 'session.touch':
        touch();
        return ok(null);
      case 'vault.create':
        return changes.run(() =>
          guarded(async () => (look().vault === 'none' ? createVault(engine, settings, args) : refused(engineBook.say('session/exists')))),
        );
      case 'vault.create-sample': {
        const { sample } = engine;
        if (sample === null) return refused(engineBook.say('bridge/unknown-ask'));
        return changes.run(() =>
          guarded(async () =>
            look().vault === 'none' ? createSampleVault(engine, settings, sample, progress) : refused(engineBook.say('session/exists')),
          ),
        );
      }
      case 'account.weigh-pass-phrase': {
        const { passPhrase, signInName } = args as { passPhrase: string; signInName: string };
        return ok({ concerns: weighPassPhrase(passPhrase, signInName) });
      }
      case 'restore.look':
        return ok(door.look());
      case 'restore.choose-place':
        return open === null ? door.choosePlace() : refused(engineBook.say('session/someone-signed-in'));
      case 'restore.report':
        return changes.run(() =>
          guarded(async () =>
            open === null ? door.report(args as DoorArgs, progress) : refused(engineBook.say('session/someone-signed-in')),
          ),
        );
      case 'restore.run':
        return changes.run(() =>
          guarded(async () =>
            open === null
              ? door.run(args as DoorArgs & { reason: string }, progress)
              : refused(engineBook.say('session/someone-signed-in')),
          ),
        );
      default:
        return assertNever(name);
    }
  };

  return {
    async runCommand(name, args) {
      if (open === null) return refused(engineBook.say('session/not-signed-in'));
      if (locking) return refused(engineBook.say('session/locking'));
      touch();
      return open.runCommand(name, args);
    },
    async ask(name, args, about) {
      if (!Object.hasOwn(askShapes, name)) return refused(engineBook.say('bridge/unknown-ask'));
      const known = name as AskName;
      if (!isForAnyone(known)) {
        if (open === null) return refused(engineBook.say('session/not-signed-in'));
        if (locking) return refused(engineBook.say('session/locking'));
      }
      const parsed = askShapes[known].safeParse(args);
      if (!parsed.success) return argumentRefusals(parsed.error);
      if (isForAnyone(known)) return forAnyone(known, parsed.data, about);
      touch();
      const session = open;
      if (session === null) return refused(engineBook.say('session/not-signed-in'));
      if (known === 'vault.erase') return changes.run(() => guarded(() => erase(session, parsed.data as never)));
      return guarded(() => session.ask(known, parsed.data, about));
    },
    watches: (send) => (open === null || locking ? null : open.watches(send)),
    lock,
    onChange(listener) {
      listeners.add(listener);
    },
    abandon() {
      stopMinutes();
      stopIdle();
      open?.stop();
      open?.held.abandon();
      open = null;
    },
  };
}

const nobody = (personId: string) => ({ personId, name: '', clearance: 'OFFICIAL' as const, principals: [], roles: [], partner: false });

function triesFacts(missed: MissedTries): Record<string, string | number> {
  const [first, last] = [missed.times[0], missed.times.at(-1)];
  return {
    count: missed.count,
    ...(first === undefined ? {} : { first: instantFromMs(first) }),
    ...(last === undefined ? {} : { last: instantFromMs(last) }),
  };
}

function triesNotice(missed: MissedTries): readonly string[] {
  const last = missed.times.at(-1);
  if (missed.count === 0) return [];
  const when = last === undefined ? '' : `, the last on ${timeText(instantFromMs(last))}`;
  return [
    // An attempt is counted before it is judged, so that it counts too when the process is ended meanwhile.
    `${missed.count === 1 ? 'One attempt' : `${missed.count} attempts`} to sign in did not succeed on this workstation since the last sign-in${when}.`,
  ];
}
