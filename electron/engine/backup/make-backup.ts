import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type FileHandle, mkdir, open, rename, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '#shared/base/time.ts';
import type { BackupProof } from '#shared/contracts/bridge/backups.ts';
import type { ChainHead } from '#shared/contracts/record/journal-chain.ts';
import { replaceFile } from '../vault/atomic-file.ts';
import { HEADER_FILE_NAME } from '../vault/header-format.ts';
import { wipe } from '../vault/key-box.ts';
import { VAULT_FILE_NAME } from '../vault/open-vault.ts';
import type { UnlockedHeader } from '../vault/unlocked-header.ts';
import type { Vault } from '../vault/vault.ts';
import { VAULT_FORMAT } from '../vault/vault-format.ts';
import { clearUnfinished, nameFor, UNFINISHED } from './backup-place.ts';
import { BackupTrouble, backupTroubleFrom } from './backup-trouble.ts';
import { BACKUP_FORMAT, keyIdOf, type ManifestContent, writeManifest } from './manifest.ts';
import { type PageSeals, sealsOf } from './page-seals.ts';
import { proveCopy } from './prove-copy.ts';
import { readPages } from './read-pages.ts';

export interface BackupSource {
  readonly folder: string;
  readonly vault: Vault;
  readonly unlocked: UnlockedHeader;
  readonly head: () => ChainHead;
  readonly seal: () => Promise<unknown>;
  /** Runs between two acts, while nothing is being written. */
  readonly betweenActs: <T>(task: () => Promise<T>) => Promise<T>;
  readonly isOwnSeal: (hash: string, signature: string) => boolean;
}

export interface BackupWish {
  readonly place: string;
  readonly at: Instant;
  readonly because: 'schedule' | 'by-hand';
  readonly application: string;
  readonly progress: (done: number, total: number, says: string) => void;
  readonly signal: AbortSignal;
}

export interface MadeBackup {
  readonly id: string;
  readonly folder: string;
  readonly manifest: ManifestContent;
  readonly proof: BackupProof;
}

/** The vault at one moment: the file stands still from then on, and everything beside it that belongs to that moment is noted. */
interface Moment {
  readonly release: () => void;
  readonly bytes: number;
  readonly rows: Readonly<Record<string, number>>;
  readonly head: ChainHead;
  readonly header: Buffer;
  readonly serial: number;
  readonly rawKeyHex: string;
}

/** Damaged pages of the vault found while it was copied. */
export class DamagedPages extends BackupTrouble {
  readonly pages: readonly number[];

  constructor(pages: readonly number[]) {
    super('vault-damaged', `${pages.length === 1 ? 'one page does' : `${pages.length} pages do`} not carry their seal`);
    this.pages = pages;
  }
}

/**
 * Makes one backup: an exact copy of the encrypted file as it was at one moment, the key header beside it, and a manifest. The file stands
 * still while it is copied and commits gather in the log, so nobody waits. It counts only once all of it has been read back and
 * proved; until then its folder has another name. Throws `BackupTrouble` in words for people.
 */
export async function makeBackup(source: BackupSource, wish: BackupWish): Promise<MadeBackup> {
  const { unlocked, vault } = source;
  clearUnfinished(wish.place);
  await source.seal();
  const moment = await source.betweenActs(async () => momentOf(source));
  const id = nameFor(wish.place, unlocked.vaultId, wish.at);
  const unfinished = join(wish.place, `${id}${UNFINISHED}`);
  const key = unlocked.backupKey();
  try {
    await refuseFullPlace(wish.place, moment.bytes);
    await mkdir(unfinished, { mode: 0o700 });
    const sha256 = await copyPages(vault, moment, join(unfinished, VAULT_FILE_NAME), wish);
    moment.release();
    replaceFile(join(unfinished, HEADER_FILE_NAME), moment.header.toString('utf8'));
    const files = [
      { name: VAULT_FILE_NAME, bytes: moment.bytes, sha256 },
      { name: HEADER_FILE_NAME, bytes: moment.header.length, sha256: createHash('sha256').update(moment.header).digest('hex') },
    ];
    const { proof, collections } = await proveCopy({
      folder: unfinished,
      rawKeyHex: moment.rawKeyHex,
      isOwnHeader: (text) => unlocked.isOwnHeader(text),
      isOwnSeal: source.isOwnSeal,
      wanted: { files, journal: moment.head, device: unlocked.deviceId, rows: moment.rows, collections: null },
      deep: false,
      progress: wish.progress,
      signal: wish.signal,
    });
    const fault = proof.checks.find((check) => check.fault !== '');
    if (fault !== undefined) throw new BackupTrouble('not-proved', fault.fault);
    const manifest: ManifestContent = {
      format: BACKUP_FORMAT,
      vaultId: unlocked.vaultId,
      keyId: keyIdOf(key),
      sample: unlocked.sample,
      madeAt: wish.at,
      because: wish.because,
      application: wish.application,
      vaultFormat: VAULT_FORMAT,
      device: unlocked.deviceId,
      headerSerial: moment.serial,
      journal: moment.head,
      files,
      collections,
    };
    writeManifest(unfinished, key, manifest);
    const folder = join(wish.place, id);
    await rename(unfinished, folder);
    await flushFolder(wish.place);
    return { id, folder, manifest, proof };
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true }).catch(() => undefined);
    throw backupTroubleFrom(error);
  } finally {
    moment.release();
    wipe(key);
  }
}

function momentOf(source: BackupSource): Moment {
  const release = source.vault.pages.holdStill();
  try {
    // The writer's head may be a whole journal entry: only its number and hash may stand in a file that is not encrypted.
    const { seq, hash } = source.head();
    return {
      release,
      bytes: source.vault.pages.bytesOnDisk(),
      rows: source.vault.pages.rows(),
      head: { seq, hash },
      header: readFileSync(join(source.folder, HEADER_FILE_NAME)),
      serial: source.unlocked.serial,
      rawKeyHex: source.unlocked.rawKeyHex(),
    };
  } catch (error) {
    release();
    throw error;
  }
}

async function copyPages(vault: Vault, moment: Moment, path: string, wish: BackupWish): Promise<string> {
  const handle = vault.pages.reader();
  const seals: PageSeals = sealsOf(moment.rawKeyHex, handle);
  let copy: FileHandle | null = null;
  try {
    copy = await open(path, 'wx', 0o600);
    const into = copy;
    const read = await readPages({
      handle,
      bytes: moment.bytes,
      seals,
      take: async (pages) => {
        for (let at = 0; at < pages.length; ) at += (await into.write(pages, at, pages.length - at)).bytesWritten;
      },
      progress: (done, total) => wish.progress(done, total, 'Copying the vault'),
      signal: wish.signal,
    });
    if (read.unsealed.length > 0) throw new DamagedPages(read.unsealed);
    await copy.sync();
    return read.sha256;
  } finally {
    seals.wipe();
    await copy?.close();
  }
}

/** Room is asked for beforehand, so that a full drive is not filled to its last byte first. Where it cannot be asked, writing will tell. */
async function refuseFullPlace(place: string, bytes: number): Promise<void> {
  const found = await statfs(place).catch(() => null);
  if (found !== null && found.bavail * found.bsize < bytes + bytes / 50) throw new BackupTrouble('place-full');
}

async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch {
    // Some removable file systems cannot flush a folder; the files themselves are flushed.
  } finally {
    await handle.close();
  }
}
