import { ok, type Result } from '#shared/base/result.ts';
import type { ActWriter } from '../commands/write-acts.ts';
import { VAULT_FILE_NAME } from '../vault/open-vault.ts';
import { forgetRekey, rekeyDatabase, rekeyOf } from '../vault/rekey.ts';
import { beginRekey, endRekey, giveUpRekey, switchRekey } from '../vault/rekey-header.ts';
import type { UnlockedHeader } from '../vault/unlocked-header.ts';
import type { Vault } from '../vault/vault.ts';
import { PAGE_BYTES } from '../vault/page-size.ts';
import { VaultTrouble } from '../vault/vault-trouble.ts';

export interface RekeyTaskParts {
  readonly folder: string;
  readonly unlocked: UnlockedHeader;
  readonly vault: Vault;
  readonly writer: ActWriter;
  readonly bug: (where: string, error: unknown) => void;
}

export interface RekeyState {
  readonly running: boolean;
  /** Pages of the database. */
  readonly done: number;
  readonly total: number;
  /** Why it stopped by itself, as a sentence; empty when it did not. */
  readonly trouble: string;
}

/** A new key for the vault, brought in while people work. It goes on at the next sign-in when the vault is locked in the middle. */
export interface RekeyTask {
  state(): RekeyState;
  /** Makes a new data key and begins. */
  begin(): Result<null>;
  /** Goes on with one that was cut short, and clears away after one that was finished; true when one was finished but not yet journalled. */
  resume(): boolean;
  /** Leaves the old key in use. False when it is too late: the vault has its new key. */
  giveUp(): Promise<boolean>;
  /** Stops where it is; resolves when nothing more is being written. */
  stop(): Promise<void>;
  /** Called when the vault has its new key. */
  onDone(listener: () => Promise<void>): void;
}

export function createRekeyTask({ folder, unlocked, vault, writer, bug }: RekeyTaskParts): RekeyTask {
  let state: RekeyState = { running: false, done: 0, total: 0, trouble: '' };
  let mustStop = false;
  let work: Promise<void> = Promise.resolve();
  let done: () => Promise<void> = async () => undefined;

  const run = async (): Promise<void> => {
    const { from, to } = rekeyOf(unlocked, folder, VAULT_FILE_NAME);
    if (to === null) return;
    const headerHasIt = unlocked.content.rekey?.stage === 'switching';
    try {
      const finished = await rekeyDatabase(
        vault.file,
        folder,
        { from, to },
        {
          mustStop: () => mustStop,
          progress: (pages, total) => {
            state = { ...state, done: pages, total };
          },
          whileQuiet: (last) => writer.quiet(last),
          switchHeader: () => (headerHasIt ? undefined : switchRekey(unlocked)),
        },
      );
      if (!finished) return;
      await done();
      endRekey(unlocked);
    } catch (error) {
      if (!vault.file.isOpen) return;
      if (error instanceof VaultTrouble) state = { ...state, trouble: error.message };
      else throw error;
    }
  };

  const start = (): void => {
    mustStop = false;
    state = { running: true, done: 0, total: Math.floor(vault.file.bytesOnDisk() / PAGE_BYTES), trouble: '' };
    work = run()
      .catch((error: unknown) => bug('re-keying', error))
      .finally(() => {
        state = { ...state, running: false };
      });
  };

  const stop = async (): Promise<void> => {
    mustStop = true;
    await work;
  };

  return {
    state: () => state,
    begin() {
      if (state.running) return ok(null);
      const begun = beginRekey(unlocked);
      if (begun.ok) start();
      return begun;
    },
    resume() {
      const { stage } = unlocked.content.rekey ?? { stage: 'none' };
      if (rekeyOf(unlocked, folder, VAULT_FILE_NAME).to !== null) start();
      else if (stage === 'switching') return true;
      else {
        if (stage === 'copying') giveUpRekey(unlocked);
        forgetRekey(folder);
      }
      return false;
    },
    async giveUp() {
      await stop();
      if (unlocked.content.rekey?.stage !== 'copying') return false;
      giveUpRekey(unlocked);
      forgetRekey(folder);
      state = { running: false, done: 0, total: 0, trouble: '' };
      return true;
    },
    stop,
    onDone(listener) {
      done = listener;
    },
  };
}
