import { type Dirent, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Instant, isInstant } from '#shared/base/time.ts';
import type { BackupListed } from '#shared/contracts/bridge/backups.ts';
import { isGenuine, keyIdOf, type Manifest, readManifest } from './manifest.ts';

/** Folder that Cordon makes inside the one a person chose: when it is gone, the drive is. */
export const BACKUPS_FOLDER_NAME = 'Cordon backups';
/** What is not whole ends with this; it never counts and is removed when the next backup begins. */
export const UNFINISHED = '.unfinished';

const BACKUP_NAME = /^cordon-[0-9a-f]{8}-\d{8}T\d{6}Z(-\d+)?$/;

/** Where backups are while nobody chose a place: beside the vault, which helps against a damaged file but not a lost disk. */
export function ownPlace(vaultFolder: string): string {
  return join(vaultFolder, 'backups');
}

/** Whether the place can be reached. Cordon's own is made when it is not there; a chosen one never, because its drive may be elsewhere. */
export function isThere(place: string, own: boolean): boolean {
  try {
    if (own) mkdirSync(place, { recursive: true, mode: 0o700 });
    return statSync(place).isDirectory();
  } catch {
    return false;
  }
}

export interface FoundBackup {
  readonly id: string;
  readonly folder: string;
  readonly manifest: Manifest;
}

/** Every whole backup of one vault in a place, the newest first; what cannot be read is listed by `damagedIn`. */
export function backupsIn(place: string, vaultId: string | null): readonly FoundBackup[] {
  return namesIn(place)
    .flatMap((id) => {
      const folder = join(place, id);
      const manifest = readManifest(folder);
      return typeof manifest === 'string' || (vaultId !== null && manifest.content.vaultId !== vaultId) ? [] : [{ id, folder, manifest }];
    })
    .sort((a, b) =>
      a.manifest.content.madeAt < b.manifest.content.madeAt
        ? 1
        : a.manifest.content.madeAt > b.manifest.content.madeAt
          ? -1
          : a.id < b.id
            ? 1
            : -1,
    );
}

/** The backups of one vault as they are listed to its administrator, the newest first. */
export function listBackups(place: string, vaultId: string, key: Uint8Array): readonly BackupListed[] {
  const keyId = keyIdOf(key);
  const ours = `cordon-${vaultId.slice(0, 8)}-`;
  const listed = namesIn(place).flatMap((id): readonly BackupListed[] => {
    const folder = join(place, id);
    const manifest = readManifest(folder);
    if (typeof manifest === 'string') {
      if (!id.startsWith(ours)) return [];
      const state = manifest === 'newer' ? 'newer' : 'damaged';
      return [{ id, madeAt: instantOfName(id), because: 'schedule', bytes: 0, entries: 0, state }];
    }
    const { content } = manifest;
    if (content.vaultId !== vaultId) return [];
    const state = content.keyId !== keyId ? 'earlier-key' : isGenuine(manifest, key) ? 'proved' : 'altered';
    const madeAt = isInstant(content.madeAt) ? content.madeAt : instantOfName(id);
    const bytes = content.files.reduce((sum, file) => sum + file.bytes, 0);
    // A file that is missing or cut short is seen at once; whether its bytes are right is what a drill is for.
    const filesThere = content.files.every(({ name, bytes: wanted }) => sizeOf(join(folder, name)) === wanted);
    return [{ id, madeAt, because: content.because, bytes, entries: content.journal.seq, state: filesThere ? state : 'damaged' }];
  });
  return listed.sort((a, b) => (a.madeAt === b.madeAt ? (a.id < b.id ? 1 : -1) : a.madeAt < b.madeAt ? 1 : -1));
}

/** A name for a backup that is not taken yet. */
export function nameFor(place: string, vaultId: string, at: Instant): string {
  const stem = `cordon-${vaultId.slice(0, 8)}-${at.slice(0, 19).replace(/[-:]/g, '')}Z`;
  const taken = new Set(entriesOf(place).map((entry) => entry.name.replace(UNFINISHED, '')));
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? stem : `${stem}-${number}`;
    if (!taken.has(name)) return name;
  }
}

/** Removes what an interrupted backup or removal left; it never counted. */
export function clearUnfinished(place: string): void {
  for (const entry of entriesOf(place))
    if (entry.name.endsWith(UNFINISHED) && BACKUP_NAME.test(entry.name.slice(0, -UNFINISHED.length)))
      rmSync(join(place, entry.name), { recursive: true, force: true });
}

function namesIn(place: string): readonly string[] {
  return entriesOf(place).flatMap((entry) => (entry.isDirectory() && BACKUP_NAME.test(entry.name) ? [entry.name] : []));
}

function entriesOf(place: string): readonly Dirent[] {
  try {
    return readdirSync(place, { withFileTypes: true });
  } catch {
    return [];
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? -1;
}

function instantOfName(id: string): Instant {
  const found = /-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/.exec(id);
  const text = found === null ? '' : `${found[1]}-${found[2]}-${found[3]}T${found[4]}:${found[5]}:${found[6]}.000Z`;
  return isInstant(text) ? text : ('1900-01-01T00:00:00.000Z' as Instant);
}
