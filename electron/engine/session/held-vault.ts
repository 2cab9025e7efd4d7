import { hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { ed25519 } from '@noble/curves/ed25519.js';
import type { Instant } from '#shared/base/time.ts';
import type { ChainHead } from '#shared/contracts/record/journal-chain.ts';
import type { Noun } from '#shared/domain/kit/noun.ts';
import { type ActWriter, createActWriter } from '../commands/write-acts.ts';
import { closedCommitment, closedHead } from '../journal/closed-chain.ts';
import { journalHead } from '../journal/journal-head.ts';
import { type FileComing, IncomingFile } from '../files/incoming-file.ts';
import { ERASED_KEPT_MS, tidyVault } from '../files/tidy-vault.ts';
import { openRevisions } from '../records/engine-state.ts';
import { openCollections } from '../records/open-collections.ts';
import { recordStoreOf, type RecordStore } from '../records/record-store.ts';
import { type Rows, rowsOf } from '../records/rows.ts';
import { TEXT_VERSION, textOf } from '../search/text-of.ts';
import { wipe } from '../vault/key-box.ts';
import { openVault, VAULT_FILE_NAME } from '../vault/open-vault.ts';
import { createMarkKeeper, readMark } from '../vault/outside-mark.ts';
import { rekeyOf } from '../vault/rekey.ts';
import type { UnlockedHeader } from '../vault/unlocked-header.ts';
import type { Vault } from '../vault/vault.ts';
import { type DoesNotFit, doesNotFit, HEADER_SERIAL, NOTE_MADE } from './roll-back.ts';
import { createRekeyTask, type RekeyTask } from './rekey-task.ts';

export interface HeldVaultParts {
  readonly folder: string;
  readonly unlocked: UnlockedHeader;
  readonly expect: 'existing' | 'new';
  readonly findNoun: (kind: string) => Noun | undefined;
  readonly now: () => Instant;
  /** Where the note of how far the vault had got is kept, outside its folder; left out where there is no such place. */
  readonly markFile?: string | undefined;
  readonly bug: (where: string, error: unknown) => void;
  /** The vault was put back from a backup since it was last opened. */
  readonly afterRestore?: boolean;
  /** How long what is left of something erased is kept; a month when left out. */
  readonly erasedKeptMs?: number;
}

/** An open vault with everything that reads and writes it. */
export interface HeldVault {
  readonly vault: Vault;
  readonly unlocked: UnlockedHeader;
  readonly store: RecordStore;
  readonly journal: Rows;
  /** A file on its way into this vault. */
  incoming(coming: FileComing): IncomingFile;
  /** Takes out, in the background, what is stored of a file whose record will not come. */
  forgetFile(fileId: string): void;
  readonly writer: ActWriter;
  readonly rekey: RekeyTask;
  /** What does not fit between the vault, its header and the note outside its folder. */
  readonly faults: readonly DoesNotFit[];
  /** What a seal of this number holds of the closed chain when that stands here. */
  closedCommitment(sealSeq: number, at: ChainHead): string;
  verifySeal(hash: string, signature: string): boolean;
  /** Done before the vault is closed, for work that goes on besides. */
  beforeClosing(stop: () => Promise<void>): void;
  /** Waits for what is being written, seals, folds the log into the file, closes every handle and wipes the key. */
  close(): Promise<void>;
  /** Lets go of everything at once, storing nothing more: as near to a crash as a living process comes. */
  abandon(): void;
}

/** What a seal signs: the words keep a signature made for one purpose from passing for another. */
const sealMessage = (hash: string): Uint8Array => utf8ToBytes(`cordon journal seal ${hash}`);

export async function holdVault(parts: HeldVaultParts): Promise<HeldVault> {
  const { unlocked } = parts;
  const { from } = rekeyOf(unlocked, parts.folder, VAULT_FILE_NAME);
  const vault = openVault({
    folder: parts.folder,
    rawKeyHex: from,
    expect: parts.expect,
    textOf: textOf(parts.findNoun),
    textVersion: TEXT_VERSION,
  });
  try {
    const { database, collections, close } = await openCollections(vault);
    const journal = rowsOf(collections.journal);
    const store = recordStoreOf(collections.records, vault.accessKeys());
    const { revisions, topUp } = await openRevisions(vault, database.token, unlocked.deviceId, parts.afterRestore === true);
    const { head, unsealed } = await journalHead(journal, unlocked.deviceId);
    const closed = await closedHead(journal, unlocked.deviceId);
    const closedKey = unlocked.closedChainKey();
    const markKey = unlocked.markKey();
    const { markFile } = parts;
    const mark = markFile === undefined ? 'none' : readMark(markFile, unlocked.vaultId, markKey);
    const faults = await doesNotFit({ journal, vault, unlocked, mark });
    const marks = markFile === undefined ? null : createMarkKeeper(markFile, markKey);
    const note = ({ seq, hash }: ChainHead): void => marks?.note({ vaultId: unlocked.vaultId, serial: unlocked.serial, seq, hash });
    const writer = createActWriter({
      vault,
      databaseToken: database.token,
      store,
      findNoun: parts.findNoun,
      deviceId: unlocked.deviceId,
      nextRev: () => revisions.next(),
      topUpRevisions: topUp,
      heads: { open: head, closed },
      closedCommitment: (sealSeq, at) => closedCommitment(closedKey, sealSeq, at),
      unsealed,
      signSeal: (hash) => unlocked.signAsDevice(sealMessage(hash)),
      keepHead: (sealed) => unlocked.sealHead(sealed),
      headerSerial: () => unlocked.serial,
      committed: note,
      sealFailed: (error) => parts.bug('seal', error),
      now: parts.now,
    });
    vault.renewText().catch((error: unknown) => parts.bug('text index', error));
    unlocked.onWritten = () => {
      vault.remember(HEADER_SERIAL, String(unlocked.serial));
      note(writer.head());
    };
    unlocked.onWritten();
    if (marks !== null) vault.remember(NOTE_MADE, 'yes');
    const letGo = (): void => {
      unlocked.onWritten = () => undefined;
      vault.close();
      marks?.close();
      wipe(markKey, closedKey);
      unlocked.lock();
    };
    const rekey = createRekeyTask({ folder: parts.folder, unlocked, vault, writer, bug: parts.bug });
    const tidying = tidyVault({
      vault,
      databaseToken: database.token,
      writer,
      erasedFrom: [collections.records, collections.files],
      erasedKeptMs: parts.erasedKeptMs ?? ERASED_KEPT_MS,
      bug: parts.bug,
    });
    let closing: Promise<void> | null = null;
    const stops: (() => Promise<void>)[] = [];
    return {
      vault,
      unlocked,
      store,
      journal,
      incoming: (coming) => new IncomingFile({ vault, writer, nextRev: () => revisions.next() }, coming),
      forgetFile: tidying.forget,
      writer,
      rekey,
      faults,
      closedCommitment: (sealSeq, at) => closedCommitment(closedKey, sealSeq, at),
      verifySeal: (hash, signature) => isSealOf(unlocked.deviceSigningKey, hash, signature),
      beforeClosing: (stop) => stops.push(stop),
      close() {
        closing ??= (async () => {
          for (const stop of [tidying.stop, ...stops]) await stop();
          await rekey.stop();
          await writer.idle();
          try {
            await writer.seal('');
          } catch (error) {
            parts.bug('seal on closing', error);
          }
          store.close();
          try {
            vault.checkpoint();
          } catch (error) {
            parts.bug('checkpoint', error);
          }
          await close();
          letGo();
        })();
        return closing;
      },
      abandon() {
        void tidying.stop();
        store.close();
        letGo();
      },
    };
  } catch (error) {
    vault.close();
    unlocked.lock();
    throw error;
  }
}

export function isSealOf(publicKey: string, hash: string, signature: string): boolean {
  try {
    return ed25519.verify(hexToBytes(signature), sealMessage(hash), hexToBytes(publicKey));
  } catch {
    return false;
  }
}
