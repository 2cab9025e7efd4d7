import type { RxCollection } from 'rxdb';
import type { ActWriter } from '../commands/write-acts.ts';
import type { Row } from '../records/rows.ts';
import type { Vault } from '../vault/vault.ts';
import { filesUnderWay, removeCutOffFile } from './cut-off-files.ts';

/** What is left of an erased draft or chunk, which says only that it was there, goes after so long; another window or device may still ask for it before. */
export const ERASED_KEPT_MS = 30 * 24 * 60 * 60 * 1000;

export interface TidyParts {
  readonly vault: Vault;
  readonly databaseToken: string;
  readonly writer: Pick<ActWriter, 'betweenActs'>;
  /** The collections in which something is ever erased; the journal is not among them. */
  readonly erasedFrom: readonly RxCollection<Row>[];
  readonly erasedKeptMs: number;
  readonly bug: (where: string, error: unknown) => void;
}

export interface Tidying {
  /** Stops it, and waits for the piece under way. What is left is done after the next sign-in. */
  readonly stop: () => Promise<void>;
  /** Takes out what is stored of a file whose record will not come, in its turn. */
  readonly forget: (fileId: string) => void;
}

/**
 * Tidies a vault that has just been opened, a little at a time between other people's acts: chunks of files that a crash cut off, then the
 * empty remains of what was erased long ago.
 */
export function tidyVault({ vault, databaseToken, writer, erasedFrom, erasedKeptMs, bug }: TidyParts): Tidying {
  let stopping = false;
  const stopped = (): boolean => stopping;
  // Taken down before anyone can begin another file.
  const cutOff = filesUnderWay(vault);
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  const tidy = async (): Promise<void> => {
    await turn();
    for (const fileId of cutOff) {
      if (stopping) return;
      await removeCutOffFile({ vault, databaseToken }, fileId, writer.betweenActs, stopped);
    }
    for (const { storageInstance } of erasedFrom) {
      for (let whole = false; !whole && !stopping; await turn())
        whole = await writer.betweenActs(async () => stopping || storageInstance.cleanup(erasedKeptMs));
    }
  };
  const orBug = (error: unknown): void => {
    if (!stopping) bug('tidying the vault', error);
  };
  let tidied = tidy().catch(orBug);
  return {
    stop() {
      stopping = true;
      return tidied;
    },
    forget(fileId) {
      tidied = tidied
        .then(() => (stopping ? undefined : removeCutOffFile({ vault, databaseToken }, fileId, writer.betweenActs, stopped)))
        .catch(orBug);
    },
  };
}
