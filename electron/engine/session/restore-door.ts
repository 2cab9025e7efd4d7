import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Result, ok, refused } from '#shared/base/result.ts';
import type { Instant } from '#shared/base/time.ts';
import type { BackupOffer, RestoreReport } from '#shared/contracts/bridge/backups.ts';
import { backupBook } from '#shared/contracts/bridge/backup-refusals.ts';
import type { AskOut } from '#shared/contracts/bridge/asks.ts';
import { backupsIn, BACKUPS_FOLDER_NAME, type FoundBackup, isThere, ownPlace } from '../backup/backup-place.ts';
import { isVaultWhole } from '../backup/is-vault-whole.ts';
import { isGenuine, keyIdOf } from '../backup/manifest.ts';
import { LOOK_FOLDER_NAME } from '../backup/look-copy.ts';
import { openDamagedCopy, type OpenedCopy } from '../backup/opened-copy.ts';
import { prepareRestore } from '../backup/prepare-restore.ts';
import { finishPuttingBack } from '../backup/put-back.ts';
import { rememberedPlace } from '../backup/remembered-place.ts';
import { restoreReport } from '../backup/restore-report.ts';
import { TRIES_FILE_NAME } from '../vault/back-off.ts';
import { lookAtHeader, unlock } from '../vault/header.ts';
import { HEADER_FILE_NAME } from '../vault/header-format.ts';
import { wipe } from '../vault/key-box.ts';
import { VAULT_FILE_NAME } from '../vault/open-vault.ts';
import type { HeaderSettings, UnlockedHeader } from '../vault/unlocked-header.ts';
import { VaultTrouble } from '../vault/vault-trouble.ts';
import type { EngineParts } from './engine-parts.ts';
import { isSealOf } from './held-vault.ts';

type Progress = (done: number, total: number, says: string) => void;

export interface DoorArgs {
  readonly place: string;
  readonly backupId: string;
  readonly signInName: string;
  readonly passPhrase: string;
}

/**
 * Putting a vault back that cannot be opened: whoever can sign in may do it, because without it nobody works. A vault that is whole is not
 * touched from here. What is replaced is set aside, and the restored vault's journal says who did it (duties 32, 34).
 */
export interface RestoreDoor {
  look(): AskOut['restore.look'];
  choosePlace(): Promise<Result<{ readonly path: string }>>;
  report(args: DoorArgs, progress: Progress): Promise<Result<RestoreReport>>;
  run(args: DoorArgs & { readonly reason: string }, progress: Progress): Promise<Result<null>>;
}

const TRIAL_FOLDER_NAME = 'restoring-header';

export function restoreDoor(engine: EngineParts, settings: HeaderSettings): RestoreDoor {
  const chosen = new Set<string>();

  const places = (): readonly { readonly path: string; readonly own: boolean }[] => {
    const remembered = rememberedPlace(engine.folder);
    const own = ownPlace(engine.folder);
    return [
      ...(existsSync(own) ? [{ path: own, own: true }] : []),
      ...[...new Set([...(remembered === '' ? [] : [remembered]), ...chosen])].map((folder) => ({
        path: folder.endsWith(BACKUPS_FOLDER_NAME) ? folder : join(folder, BACKUPS_FOLDER_NAME),
        own: false,
      })),
    ];
  };

  /** The vault the header here belongs to, or null when it cannot be read. */
  const vaultHere = (): string | null => {
    try {
      return lookAtHeader(settings)?.vaultId ?? null;
    } catch {
      return null;
    }
  };

  const findBackup = ({ place, backupId }: DoorArgs): FoundBackup | null =>
    places().some(({ path }) => path === place) ? (backupsIn(place, vaultHere()).find(({ id }) => id === backupId) ?? null) : null;

  /** Opens the key header here; where that is gone, damaged or of another key, the one in the backup. */
  const unlockFor = async (
    backup: FoundBackup,
    { signInName, passPhrase }: DoorArgs,
  ): Promise<Result<{ readonly unlocked: UnlockedHeader; readonly header: 'kept' | 'from-backup' }>> => {
    try {
      const here = await unlock(settings, signInName, passPhrase);
      if (!here.ok) return here;
      const key = here.value.backupKey();
      const fits = keyIdOf(key) === backup.manifest.content.keyId;
      wipe(key);
      if (fits) return ok({ unlocked: here.value, header: 'kept' });
      here.value.lock();
    } catch (error) {
      if (!(error instanceof VaultTrouble) || (error.kind !== 'missing' && error.kind !== 'header-damaged')) throw error;
    }
    // Wrong tries count as at the door, so that a backup is no way around the wait.
    const trial = join(engine.folder, TRIAL_FOLDER_NAME);
    rmSync(trial, { recursive: true, force: true });
    mkdirSync(trial, { recursive: true, mode: 0o700 });
    try {
      const tries = join(engine.folder, TRIES_FILE_NAME);
      if (existsSync(tries)) copyFileSync(tries, join(trial, TRIES_FILE_NAME));
      copyFileSync(join(backup.folder, HEADER_FILE_NAME), join(trial, HEADER_FILE_NAME));
      const there = await unlock({ ...settings, folder: trial }, signInName, passPhrase);
      copyFileSync(join(trial, TRIES_FILE_NAME), tries);
      return there.ok ? ok({ unlocked: there.value, header: 'from-backup' }) : there;
    } finally {
      rmSync(trial, { recursive: true, force: true });
    }
  };

  const withReport = async <T>(
    args: DoorArgs,
    progress: Progress,
    then: (report: RestoreReport, backup: FoundBackup, unlocked: UnlockedHeader, header: 'kept' | 'from-backup') => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    const backup = findBackup(args);
    if (backup === null) return refused(backupBook.say('backup/gone'));
    const opened = await unlockFor(backup, args);
    if (!opened.ok) return opened;
    const { unlocked, header } = opened.value;
    try {
      const key = unlocked.backupKey();
      const genuine = isGenuine(backup.manifest, key);
      wipe(key);
      if (!genuine) return refused(backupBook.say('backup/not-whole', { facts: { says: 'its manifest was altered after it was made.' } }));
      if (header === 'kept' && (await isVaultWhole(engine.folder, unlocked.rawKeyHex(), progress)))
        return refused(backupBook.say('restore/not-needed'));
      const present = header === 'kept' ? readPresent(engine.folder, unlocked.rawKeyHex()) : null;
      try {
        const report = await restoreReport({
          backup,
          rawKeyHex: unlocked.rawKeyHex(),
          isOwnHeader: (text) => unlocked.isOwnHeader(text),
          isOwnSeal: (hash, signature) => isSealOf(unlocked.deviceSigningKey, hash, signature),
          present,
          knownUpTo: header === 'kept' ? unlocked.head.seq : 0,
          people: header === 'kept' ? 'as-today' : 'as-then',
          namesOf: async (ids) => namesIn(join(backup.folder, VAULT_FILE_NAME), unlocked.rawKeyHex(), ids),
          progress,
          signal: new AbortController().signal,
        });
        return await then(report, backup, unlocked, header);
      } finally {
        present?.close();
        rmSync(join(engine.folder, LOOK_FOLDER_NAME), { recursive: true, force: true });
      }
    } finally {
      unlocked.lock();
    }
  };

  return {
    look() {
      const vaultId = vaultHere();
      const all = places();
      const offers = all.flatMap(({ path }) =>
        backupsIn(path, vaultId).map(
          ({ id, manifest: { content } }): BackupOffer => ({
            place: path,
            id,
            madeAt: content.madeAt as Instant,
            bytes: content.files.reduce((sum, file) => sum + file.bytes, 0),
          }),
        ),
      );
      return {
        offers: offers.sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1)),
        places: all.map(({ path }) => ({ path, there: isThere(path, false) })),
      };
    },
    async choosePlace() {
      try {
        const { path } = await engine.os.chooseFolder('Where the backups are');
        if (path === '') return ok({ path });
        const place = path.endsWith(BACKUPS_FOLDER_NAME) ? path : join(path, BACKUPS_FOLDER_NAME);
        if (!isThere(place, false))
          return refused(
            backupBook.say('backup/other-place', { facts: { says: `There is no folder called "${BACKUPS_FOLDER_NAME}" in it.` } }),
          );
        chosen.add(path);
        return ok({ path: place });
      } catch (error) {
        return refused(backupBook.say('backup/other-place', { facts: { says: error instanceof Error ? error.message : '' } }));
      }
    },
    report: (args, progress) => withReport(args, progress, async (report) => ok(report)),
    run: (args, progress) =>
      withReport(args, progress, async (report, backup, unlocked, header) => {
        const fault = report.proof.checks.find((check) => check.fault !== '')?.fault;
        if (fault !== undefined) return refused(backupBook.say('backup/not-whole', { facts: { says: fault } }));
        const prepared = await prepareRestore({
          folder: engine.folder,
          backup,
          unlocked,
          rawKeyHex: unlocked.rawKeyHex(),
          by: '',
          reason: args.reason,
          at: engine.clock.now(),
          leftOut: report.leftOutCount + report.unreadable,
          header,
          progress,
        });
        if (!prepared.ok) return prepared;
        finishPuttingBack(engine.folder);
        return ok(null);
      }),
  };
}

/** What can still be read of the vault: from a copy, because merely opening it would fold its log into what is left. */
function readPresent(folder: string, rawKeyHex: string): OpenedCopy | null {
  const look = join(folder, LOOK_FOLDER_NAME);
  rmSync(look, { recursive: true, force: true });
  mkdirSync(look, { mode: 0o700 });
  for (const name of [VAULT_FILE_NAME, `${VAULT_FILE_NAME}-wal`])
    if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(look, name));
  return openCopyOrNull(join(look, VAULT_FILE_NAME), rawKeyHex);
}

function openCopyOrNull(path: string, rawKeyHex: string): OpenedCopy | null {
  try {
    return openDamagedCopy(path, rawKeyHex);
  } catch (error) {
    if (error instanceof VaultTrouble) return null;
    throw error;
  }
}

/** Names of people as the backup has them. */
function namesIn(path: string, rawKeyHex: string, ids: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const copy = openCopyOrNull(path, rawKeyHex);
  if (copy === null) return names;
  try {
    for (const id of ids) {
      const json = copy.byId('records', id);
      if (json === null) continue;
      const { kind, body } = JSON.parse(json) as { readonly kind: string; readonly body: Readonly<Record<string, unknown>> };
      if (kind === 'person') names.set(id, `${String(body['givenName'])} ${String(body['familyName'])}`);
    }
    return names;
  } finally {
    copy.close();
  }
}
