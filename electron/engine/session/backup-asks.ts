import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Result, ok, refused } from '#shared/base/result.ts';
import { backupBook } from '#shared/contracts/bridge/backup-refusals.ts';
import type { AskName } from '#shared/contracts/bridge/asks.ts';
import { mayKeepBackups } from '#shared/domain/access/access.policy.ts';
import type { Reading } from '#shared/domain/kit/reading.ts';
import { backupsOf, withBackups, WORKSTATION_ID, workstationBook } from '#shared/domain/workstation/workstation.rules.ts';
import { type BackupKeeper, backupKeeper } from '../backup/backup-keeper.ts';
import { BACKUPS_FOLDER_NAME } from '../backup/backup-place.ts';
import { backupTroubleFrom, BackupTrouble } from '../backup/backup-trouble.ts';
import { rememberPlace } from '../backup/remembered-place.ts';
import { restoreReport } from '../backup/restore-report.ts';
import { prepareRestore } from '../backup/prepare-restore.ts';
import type { ActToJournal, AskContext, AskHandlers } from '../bridge/ask-handler.ts';
import { fullReading } from '../records/full-reading.ts';
import { COLLECTIONS } from '../vault/vault.ts';
import type { EngineParts } from './engine-parts.ts';
import type { HeldVault } from './held-vault.ts';

type BackupAsk = Extract<AskName, `backup.${string}`>;

export interface BackupsOfSession {
  readonly keeper: BackupKeeper;
  readonly asks: AskHandlers<BackupAsk>;
}

export interface BackupsParts {
  readonly engine: EngineParts;
  readonly held: HeldVault;
  readonly journalAct: (act: ActToJournal) => Promise<Result<unknown>>;
  /** Locks the workstation, so that it comes back with the vault that was put back. */
  readonly lock: (why: string) => void;
}

/** The backups of one session: the keeper that makes them, and what the Backups page asks (duties 32, 34). */
export function backupsOfSession({ engine, held, journalAct, lock }: BackupsParts): BackupsOfSession {
  const keeper = backupKeeper({
    source: {
      folder: engine.folder,
      vault: held.vault,
      unlocked: held.unlocked,
      head: () => held.writer.head(),
      seal: () => held.writer.seal(''),
      betweenActs: (task) => held.writer.betweenActs(task),
      isOwnSeal: (hash, signature) => held.verifySeal(hash, signature),
    },
    journal: held.journal,
    settings: async () => backupsOf((await fullReading(held.store).one('workstation', WORKSTATION_ID))?.body),
    journalAct,
    now: () => engine.clock.now(),
    application: engine.version,
    bug: engine.bug,
  });
  held.beforeClosing(() => keeper.stop());

  /** Every one of these asks is for whoever looks after backups. */
  const forKeepers =
    <Args, Out>(work: (args: Args, context: AskContext) => Promise<Result<Out>>) =>
    async (args: Args, context: AskContext): Promise<Result<Out>> => {
      const no = mayKeepBackups(context.actor);
      return no === null ? work(args, context) : refused(no);
    };

  const reportOn = async (backupId: string, context: AskContext) => {
    const found = await keeper.find(backupId);
    if (!found.ok) return found;
    const whole = {
      collections: COLLECTIONS,
      rowsAfter: held.vault.pages.rowsAfter,
      rowsBefore: held.vault.pages.rowsBefore,
      byId: (collection: string, id: string) => {
        const [row] = held.vault.stored(collection as (typeof COLLECTIONS)[number], [id]);
        return row === undefined ? null : JSON.stringify(row);
      },
    };
    const report = await keeper.withPresent(whole, (present) =>
      restoreReport({
        backup: found.value,
        rawKeyHex: held.unlocked.rawKeyHex(),
        isOwnHeader: (text) => held.unlocked.isOwnHeader(text),
        isOwnSeal: (hash, signature) => held.verifySeal(hash, signature),
        present,
        knownUpTo: held.writer.head().seq,
        people: 'as-today',
        namesOf: (ids) => namesOf(context.full, ids),
        progress: context.progress,
        signal: new AbortController().signal,
      }),
    );
    return ok({ found: found.value, report });
  };

  const asks: AskHandlers<BackupAsk> = {
    'backup.look': forKeepers(async () => ok(await keeper.view())),
    'backup.make': forKeepers((_args: object, { progress }) => keeper.make('by-hand', progress)),
    'backup.drill': forKeepers(({ backupId }: { backupId: string }, { progress }) => keeper.drill(backupId, progress)),
    'backup.look-for-damage': forKeepers(async (_args: object, { progress }) => {
      const looked = await keeper.look(progress);
      return looked.ok ? ok({ damage: looked.value }) : looked;
    }),
    'backup.choose-place': forKeepers(async ({ own }: { own: boolean }, { actor, full, os, runChanges }) => {
      const before = await full.one('workstation', WORKSTATION_ID);
      if (before === null) return refused(workstationBook.say('workstation/not-set-up'));
      let folder = '';
      if (!own) {
        try {
          folder = (await os.chooseFolder('Where backups are kept')).path;
        } catch (error) {
          return refused(backupBook.say('backup/other-place', { facts: { says: error instanceof Error ? error.message : '' } }));
        }
        if (folder === '') return ok({ path: '' });
        try {
          mkdirSync(join(folder, BACKUPS_FOLDER_NAME), { recursive: true, mode: 0o700 });
        } catch (error) {
          const trouble = backupTroubleFrom(error);
          if (!(trouble instanceof BackupTrouble)) throw error;
          return refused(backupBook.say('backup/other-place', { facts: { says: trouble.message } }));
        }
      }
      const written = await runChanges({
        act: 'backup.place-chosen',
        actor,
        changes: [{ put: withBackups(before, { ...backupsOf(before.body), folder }) }],
        subject: { kind: 'workstation', id: WORKSTATION_ID },
        facts: { ownPlace: own },
      });
      if (!written.ok) return written;
      rememberPlace(engine.folder, folder);
      return ok({ path: (await keeper.place()).path });
    }),
    'backup.report': forKeepers(async ({ backupId }: { backupId: string }, context) => {
      const made = await reportOn(backupId, context);
      return made.ok ? ok(made.value.report) : made;
    }),
    'backup.restore': forKeepers(async ({ backupId, reason }: { backupId: string; reason: string }, context) => {
      const made = await reportOn(backupId, context);
      if (!made.ok) return made;
      const { found, report } = made.value;
      const fault = report.proof.checks.find((check) => check.fault !== '')?.fault;
      if (fault !== undefined) return refused(backupBook.say('backup/not-whole', { facts: { says: fault } }));
      const prepared = await prepareRestore({
        folder: engine.folder,
        backup: found,
        unlocked: held.unlocked,
        rawKeyHex: held.unlocked.rawKeyHex(),
        by: context.actor.personId,
        reason,
        at: context.now(),
        leftOut: report.leftOutCount + report.unreadable,
        header: 'kept',
        progress: context.progress,
      });
      if (!prepared.ok) return prepared;
      await journalAct({
        act: 'vault.restore-begun',
        subject: null,
        facts: { backup: found.id, upTo: found.manifest.content.journal.seq },
      });
      lock('restored');
      return ok(null);
    }),
  };
  return { keeper, asks };
}

/** People's names by id, as far as they are known. */
export async function namesOf(full: Reading, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const people = await full.some('person', [...ids]);
  return new Map(people.map((person) => [person.id, `${person.body.givenName} ${person.body.familyName}`]));
}
