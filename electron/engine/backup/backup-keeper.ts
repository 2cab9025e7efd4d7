import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Result, ok, refused } from '#shared/base/result.ts';
import type { Instant } from '#shared/base/time.ts';
import { backupBook } from '#shared/contracts/bridge/backup-refusals.ts';
import type { BackupListed, BackupProof, BackupSettings, BackupsView, DamageFound } from '#shared/contracts/bridge/backups.ts';
import type { ActToJournal } from '../bridge/ask-handler.ts';
import type { Rows } from '../records/rows.ts';
import { wipe } from '../vault/key-box.ts';
import { VaultTrouble } from '../vault/vault-trouble.ts';
import { type FoundBackup, backupsIn, BACKUPS_FOLDER_NAME, isThere, listBackups, ownPlace, UNFINISHED } from './backup-place.ts';
import { BackupTrouble, backupTroubleFrom } from './backup-trouble.ts';
import { damageIn } from './damage-found.ts';
import { type BackupSource, DamagedPages, makeBackup, type MadeBackup } from './make-backup.ts';
import { withLookCopy } from './look-copy.ts';
import { isGenuine, keyIdOf } from './manifest.ts';
import { sealsOf } from './page-seals.ts';
import { proveCopy } from './prove-copy.ts';
import { readPages } from './read-pages.ts';
import { toRemove } from './retention.ts';
import type { Readable } from './what-can-be-read.ts';
import { isBackupDue, nextBackupOn } from './schedule.ts';

export interface BackupKeeperParts {
  readonly source: BackupSource;
  readonly journal: Rows;
  readonly settings: () => Promise<BackupSettings>;
  readonly journalAct: (act: ActToJournal) => Promise<Result<unknown>>;
  readonly now: () => Instant;
  /** Version of the application, for the manifest. */
  readonly application: string;
  readonly bug: (where: string, error: unknown) => void;
}

type Progress = (done: number, total: number, says: string) => void;

/** Looks after the backups of the open vault: makes them when they fall due, proves them, thins them out, and watches for damage. */
export interface BackupKeeper {
  view(): Promise<BackupsView>;
  make(because: 'schedule' | 'by-hand', progress: Progress): Promise<Result<BackupListed>>;
  /** Proves the newest backup, or the one named, without touching the vault. */
  drill(id: string, progress: Progress): Promise<Result<{ readonly backup: BackupListed; readonly proof: BackupProof }>>;
  /** Reads every page of the vault now. */
  look(progress: Progress): Promise<Result<DamageFound | null>>;
  /** The place and a backup in it by its id; an empty id takes the newest that may be used. */
  find(id: string): Promise<Result<FoundBackup>>;
  place(): Promise<{ readonly path: string; readonly own: boolean; readonly there: boolean }>;
  /** Works on the journal of the vault as it is; by way of a copy when damage was found in it. */
  withPresent<T>(whole: Readable, work: (present: Readable | null) => Promise<T>): Promise<T>;
  minutePassed(): void;
  /** Stops what is going on and waits until it has let go of the vault. */
  stop(): Promise<void>;
}

const HOURS_BETWEEN_LOOKS = 24;

export function backupKeeper(parts: BackupKeeperParts): BackupKeeper {
  const { source } = parts;
  const stopped = new AbortController();
  let running: Promise<unknown> | null = null;
  let triedAt: Instant | null = null;
  let trouble = '';
  let damage: DamageFound | null = null;
  let lookedAt: Instant | null = null;

  const placeOf = (settings: BackupSettings): { path: string; own: boolean; there: boolean } => {
    const own = settings.folder === '';
    const path = own ? ownPlace(source.folder) : join(settings.folder, BACKUPS_FOLDER_NAME);
    return { path, own, there: isThere(path, own) };
  };

  const listed = (path: string): readonly BackupListed[] => {
    const key = source.unlocked.backupKey();
    try {
      return listBackups(path, source.unlocked.vaultId, key);
    } finally {
      wipe(key);
    }
  };

  /** One thing at a time; whoever comes while something runs is told so. */
  const alone = async <T>(work: () => Promise<Result<T>>): Promise<Result<T>> => {
    if (running !== null || stopped.signal.aborted) return refused(backupBook.say('backup/busy'));
    const mine = work().catch(async (error: unknown): Promise<Result<T>> => {
      const known = backupTroubleFrom(error);
      if (known instanceof BackupTrouble || known instanceof VaultTrouble)
        return refused(backupBook.say('backup/not-made', { facts: { says: known.message } }));
      throw error;
    });
    running = mine;
    try {
      return await mine;
    } finally {
      running = null;
    }
  };

  const keepDamage = async (pages: readonly number[]): Promise<void> => {
    damage = await damageIn(source, pages, parts.now(), stopped.signal);
    await parts.journalAct({ act: 'vault.damage-found', subject: null, facts: { pages: pages.length, first: pages[0] ?? 0 } });
  };

  const thinOut = async (path: string, settings: BackupSettings): Promise<void> => {
    const kept = listed(path).map(({ id, madeAt, state }) => ({ id, madeAt, sound: state === 'proved', touchable: state !== 'newer' }));
    const gone = toRemove(
      kept.filter(({ touchable }) => touchable),
      settings,
    );
    for (const id of gone) {
      // Under another name first: a removal that is interrupted leaves nothing that looks like a backup.
      await rename(join(path, id), join(path, `${id}${UNFINISHED}`));
      await rm(join(path, `${id}${UNFINISHED}`), { recursive: true, force: true });
    }
    if (gone.length > 0) await parts.journalAct({ act: 'backup.removed', subject: null, facts: { count: gone.length } });
  };

  const make: BackupKeeper['make'] = (because, progress) =>
    alone(async () => {
      triedAt = parts.now();
      const settings = await parts.settings();
      const place = placeOf(settings);
      let made: MadeBackup;
      try {
        if (!place.there) throw new BackupTrouble('place-absent');
        made = await makeBackup(source, {
          place: place.path,
          at: parts.now(),
          because,
          application: parts.application,
          progress,
          signal: stopped.signal,
        });
      } catch (error) {
        const known = backupTroubleFrom(error);
        if (known instanceof BackupTrouble && known.kind !== 'stopped') {
          trouble = known.message;
          if (known instanceof DamagedPages) await keepDamage(known.pages);
          // A drive that is not plugged in is a normal state and no act worth the journal.
          else if (known.kind !== 'place-absent')
            await parts.journalAct({ act: 'backup.failed', subject: null, facts: { why: known.kind } });
        }
        throw known;
      }
      trouble = '';
      damage = null;
      lookedAt = parts.now();
      const { id, manifest } = made;
      const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
      await parts.journalAct({
        act: 'backup.made',
        subject: null,
        facts: { backup: id, entries: manifest.journal.seq, bytes, because, ownPlace: place.own },
      });
      try {
        await thinOut(place.path, settings);
      } catch (error) {
        const known = backupTroubleFrom(error);
        if (!(known instanceof BackupTrouble)) throw error;
        trouble = 'The newest backup is made and proved, but older ones could not be removed.';
      }
      return ok({ id, madeAt: manifest.madeAt as Instant, because, bytes, entries: manifest.journal.seq, state: 'proved' as const });
    });

  const find: BackupKeeper['find'] = async (id) => {
    const place = placeOf(await parts.settings());
    if (!place.there) return refused(backupBook.say('backup/not-made', { facts: { says: new BackupTrouble('place-absent').message } }));
    const all = backupsIn(place.path, source.unlocked.vaultId);
    const key = source.unlocked.backupKey();
    try {
      const keyId = keyIdOf(key);
      const usable = (one: FoundBackup): boolean => one.manifest.content.keyId === keyId && isGenuine(one.manifest, key);
      const found = id === '' ? all.find(usable) : all.find((one) => one.id === id);
      if (found === undefined) return refused(backupBook.say(id === '' ? 'backup/none' : 'backup/gone'));
      if (found.manifest.content.keyId !== keyId) return refused(backupBook.say('backup/earlier-key'));
      if (!usable(found))
        return refused(backupBook.say('backup/not-whole', { facts: { says: 'its manifest was altered after it was made.' } }));
      return ok(found);
    } finally {
      wipe(key);
    }
  };

  const drill: BackupKeeper['drill'] = (id, progress) =>
    alone(async () => {
      const found = await find(id);
      if (!found.ok) return found;
      const { content } = found.value.manifest;
      const { proof } = await proveCopy({
        folder: found.value.folder,
        rawKeyHex: source.unlocked.rawKeyHex(),
        isOwnHeader: (text) => source.unlocked.isOwnHeader(text),
        isOwnSeal: source.isOwnSeal,
        wanted: {
          files: content.files,
          journal: content.journal,
          device: content.device,
          rows: Object.fromEntries(Object.entries(content.collections).map(([name, { rows }]) => [name, rows])),
          collections: content.collections,
        },
        deep: true,
        progress,
        signal: stopped.signal,
      });
      await parts.journalAct({ act: 'backup.drilled', subject: null, facts: { backup: found.value.id, whole: proof.whole } });
      const place = placeOf(await parts.settings());
      const backup = listed(place.path).find((one) => one.id === found.value.id);
      return backup === undefined ? refused(backupBook.say('backup/gone')) : ok({ backup, proof });
    });

  const look: BackupKeeper['look'] = (progress) =>
    alone(async () => {
      const release = await source.betweenActs(async () => source.vault.pages.holdStill());
      const handle = source.vault.pages.reader();
      const seals = sealsOf(source.unlocked.rawKeyHex(), handle);
      let unsealed: readonly number[];
      try {
        const read = await readPages({
          handle,
          bytes: source.vault.pages.bytesOnDisk(),
          seals,
          progress: (done, total) => progress(done, total, 'Reading every page of the vault'),
          signal: stopped.signal,
        });
        unsealed = read.unsealed;
      } finally {
        seals.wipe();
        release();
      }
      if (unsealed.length > 0) await keepDamage(unsealed);
      else {
        damage = null;
        lookedAt = parts.now();
      }
      return ok(damage);
    });

  const byItself = async (): Promise<void> => {
    const settings = await parts.settings();
    const place = placeOf(settings);
    const newest = place.there ? (listed(place.path).find(({ state }) => state === 'proved') ?? null) : null;
    const now = parts.now();
    if (!place.there) {
      if (settings.pace !== 'never') trouble = new BackupTrouble('place-absent').message;
    } else if (isBackupDue(settings.pace, { madeAt: newest?.madeAt ?? null, triedAt }, now)) {
      await make('schedule', () => undefined);
      return;
    }
    if (lookedAt === null || Date.parse(now) - Date.parse(lookedAt) >= HOURS_BETWEEN_LOOKS * 3_600_000) await look(() => undefined);
  };

  return {
    make,
    drill,
    look,
    find,
    withPresent: (whole, work) => (damage === null ? work(whole) : withLookCopy(source, stopped.signal, work)),
    place: async () => placeOf(await parts.settings()),
    async view() {
      const settings = await parts.settings();
      const place = placeOf(settings);
      const backups = place.there ? listed(place.path) : [];
      const newest = backups.find(({ state }) => state === 'proved') ?? null;
      const drilled = (await parts.journal.find({ act: 'backup.drilled' }, [{ seq: 'desc' }, { id: 'desc' }], 0, 1))[0];
      const facts = drilled?.['facts'] as { readonly backup?: string; readonly whole?: boolean } | undefined;
      return {
        place,
        pace: settings.pace,
        keeping: { daily: settings.daily, weekly: settings.weekly, monthly: settings.monthly },
        backups,
        nextOn: place.there ? nextBackupOn(settings.pace, newest?.madeAt ?? null, parts.now()) : null,
        busy: running !== null,
        trouble: place.there || settings.pace === 'never' ? trouble : new BackupTrouble('place-absent').message,
        lastDrill:
          drilled === undefined
            ? null
            : { at: String(drilled['at']) as Instant, backupId: facts?.backup ?? '', whole: facts?.whole === true },
        damage,
        lookedAt,
      };
    },
    minutePassed() {
      if (running !== null || stopped.signal.aborted) return;
      byItself().catch((error: unknown) => parts.bug('backup', error));
    },
    async stop() {
      stopped.abort();
      await running?.catch(() => undefined);
    },
  };
}
