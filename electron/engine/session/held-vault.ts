import { hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { ed25519 } from '@noble/curves/ed25519.js';
import type { Instant } from '#shared/base/time.ts';
import type { Noun } from '#shared/domain/kit/noun.ts';
import { createActWriter, SEAL_ACT, type ActWriter } from '../commands/write-acts.ts';
import { journalHead, sealedHeadFault } from '../journal/journal-head.ts';
import { openRevisions } from '../records/engine-state.ts';
import { openCollections } from '../records/open-collections.ts';
import { recordStoreOf, type RecordStore } from '../records/record-store.ts';
import { type Rows, rowsOf } from '../records/rows.ts';
import { TEXT_VERSION, textOf } from '../search/text-of.ts';
import { openVault } from '../vault/open-vault.ts';
import type { UnlockedHeader } from '../vault/unlocked-header.ts';
import type { Vault } from '../vault/vault.ts';

export interface HeldVaultParts {
  readonly folder: string;
  readonly unlocked: UnlockedHeader;
  readonly expect: 'existing' | 'new';
  readonly findNoun: (kind: string) => Noun | undefined;
  readonly now: () => Instant;
  readonly bug: (where: string, error: unknown) => void;
  /** The vault was put back from a backup since it was last opened. */
  readonly afterRestore?: boolean;
}

/** An open vault with everything that reads and writes it. */
export interface HeldVault {
  readonly vault: Vault;
  readonly unlocked: UnlockedHeader;
  readonly store: RecordStore;
  readonly journal: Rows;
  readonly files: Rows;
  readonly writer: ActWriter;
  /** What does not fit between vault and header, as sentences for people. */
  readonly faults: readonly string[];
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
  const vault = openVault({
    folder: parts.folder,
    rawKeyHex: unlocked.rawKeyHex(),
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
    const faults = [await sealedHeadFault(journal, unlocked.deviceId, unlocked.head), await oldHeaderFault(journal, unlocked)].filter(
      (says) => says !== '',
    );
    const writer = createActWriter({
      vault,
      databaseToken: database.token,
      store,
      findNoun: parts.findNoun,
      deviceId: unlocked.deviceId,
      nextRev: () => revisions.next(),
      topUpRevisions: topUp,
      head,
      unsealed,
      signSeal: (hash) => unlocked.signAsDevice(sealMessage(hash)),
      keepHead: (sealed) => unlocked.sealHead(sealed),
      headerSerial: () => unlocked.serial,
      sealFailed: (error) => parts.bug('seal', error),
      now: parts.now,
    });
    vault.renewText().catch((error: unknown) => parts.bug('text index', error));
    let closing: Promise<void> | null = null;
    const stops: (() => Promise<void>)[] = [];
    return {
      vault,
      unlocked,
      store,
      journal,
      files: rowsOf(collections.files),
      writer,
      faults,
      verifySeal: (hash, signature) => isSealOf(unlocked.deviceSigningKey, hash, signature),
      beforeClosing: (stop) => stops.push(stop),
      close() {
        closing ??= (async () => {
          for (const stop of stops) await stop();
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
          vault.close();
          unlocked.lock();
        })();
        return closing;
      },
      abandon() {
        store.close();
        vault.close();
        unlocked.lock();
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

/** Each seal says how often the header had been written: fewer times now means an older header was put back, with key slots since removed. */
async function oldHeaderFault(journal: Rows, unlocked: UnlockedHeader): Promise<string> {
  const seal = (await journal.find({ act: SEAL_ACT, device: unlocked.deviceId }, [{ seq: 'desc' }, { id: 'desc' }], 0, 1))[0];
  const serialThen = Number((seal?.['facts'] as { readonly header?: number } | undefined)?.header ?? 0);
  return unlocked.serial >= serialThen
    ? ''
    : 'The key header of this workstation is older than it should be: an earlier copy was put back. Accounts closed since then may open it again. Tell the information security officer.';
}
