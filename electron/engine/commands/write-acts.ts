import { type Refusal, type Result, ok, refused } from '#shared/base/result.ts';
import type { Instant } from '#shared/base/time.ts';
import { engineBook } from '#shared/contracts/bridge/refusals.ts';
import type { ChainHead } from '#shared/contracts/record/journal-chain.ts';
import type { JournalEntry } from '#shared/contracts/record/journal-entry.ts';
import type { Noun } from '#shared/domain/kit/noun.ts';
import { fileBegun, fileDone } from '../files/cut-off-files.ts';
import { chunkRows, type FileChunk, type FileRow } from '../files/file-rows.ts';
import type { RecordStore } from '../records/record-store.ts';
import type { Row } from '../records/rows.ts';
import type { UnitOfWork, Vault } from '../vault/vault.ts';
import { turn } from '../vault/pace.ts';
import { toWriteRow, type WriteStamp } from '../vault/write-row.ts';
import { createQueue } from './queue.ts';
import { refusalOfTrouble } from './refusal-of-trouble.ts';
import type { ChangesToRun, FileToStore, Written } from './run-changes.ts';
import { type Act, type ChainHeads, type UnitOfWorkBuilder, type UnitSources, unitOfWork } from './unit-of-work.ts';

/** A seal is made after as many entries, when it has been quiet, and on locking. */
const SEAL_EVERY = 200;
/** More chunks than this are stored ahead of the unit that makes the file whole, so that typing never waits for a large file. */
const CHUNKS_IN_UNIT = 4;

export interface WriterParts {
  readonly vault: Vault;
  readonly databaseToken: string;
  readonly store: RecordStore;
  readonly findNoun: (kind: string) => Noun | undefined;
  readonly deviceId: string;
  readonly nextRev: () => string;
  readonly topUpRevisions: () => Promise<void>;
  readonly heads: ChainHeads;
  /** What a seal of this number holds of the chain of compartments as it stands. */
  readonly closedCommitment: (sealSeq: number, closed: ChainHead) => string;
  /** Entries that came after the last seal. */
  readonly unsealed: number;
  readonly signSeal: (hash: string) => string;
  /** Keeps the sealed head outside the database too. */
  readonly keepHead: (head: ChainHead) => void;
  /** Facts for a seal: the header's own count, so that an older header put back is noticed. */
  readonly headerSerial: () => number;
  /** Called after every commit with where the journal then stands. */
  readonly committed: (head: ChainHead) => void;
  /** A seal nobody waited for could not be made. */
  readonly sealFailed: (error: unknown) => void;
  readonly now: () => Instant;
}

/** The rows that make files whole, written in the same unit as the act that speaks of them. */
export interface FilesOfAct {
  /** `accessOf` says the access class a record has after the act. */
  rows(accessOf: (id: string) => Promise<string>): Promise<Result<readonly FileRow[]>>;
  /** The unit is written. */
  written(): void;
}

/** The one place that writes: acts one after another, each whole or not at all, each with its journal entry. */
export interface ActWriter {
  /**
   * Runs in the queue: `decide` looks at the state then and there and says what is to be written. When another writer got in
   * between it is asked once more.
   */
  run<T>(
    decide: () => Promise<Result<{ readonly act: Act; readonly out: T }>>,
    files?: FilesOfAct,
  ): Promise<Result<{ readonly out: T; readonly seq: number }>>;
  /** Checks an act without writing anything; says the access class the record with this id would get. */
  tryOut(decide: () => Promise<Result<{ readonly act: Act }>>, recordId: string): Promise<Result<{ readonly access: string }>>;
  /** Stores a chunk of a file whose record is still to come, or a note about one, in a unit of its own. */
  storeChunk(chunk: FileChunk | (() => void)): Promise<Result<null>>;
  runChanges(unit: ChangesToRun, at?: Instant): Promise<Result<Written>>;
  /** Several acts in one transaction, for bulk work; the first refusal leaves everything unwritten. */
  runTogether(acts: readonly (Act & { readonly files: readonly FileToStore[] })[]): Promise<Result<null>>;
  /** Signs the journal as it stands and returns where it stands; does nothing when nothing came after the last seal. */
  seal(actorId: string): Promise<ChainHead>;
  /** Runs while no act is being written: what it sees is one moment. */
  betweenActs<T>(task: () => Promise<T>): Promise<T>;
  head(): ChainHead;
  /** How many entries came after the last seal. */
  unsealed(): number;
  idle(): Promise<void>;
  /** Runs `work` in the queue: no act is being written meanwhile, and those that come wait for it. */
  quiet<T>(work: () => Promise<T>): Promise<T>;
}

export const SEAL_ACT = 'journal.sealed';

const fileWriteRow = ({ row, bytes }: FileRow, stamp: WriteStamp) => ({
  ...toWriteRow(null, row, stamp),
  ...(bytes === null ? {} : { bytes }),
});

export function createActWriter(parts: WriterParts): ActWriter {
  const { vault, store } = parts;
  const queue = createQueue();
  const sources: UnitSources = { store, findNoun: parts.findNoun, deviceId: parts.deviceId, nextRev: parts.nextRev };
  let heads = parts.heads;
  let unsealed = parts.unsealed;

  const commit = async (unit: UnitOfWorkBuilder, context: string, files: readonly FileRow[] = []): Promise<boolean> => {
    const stamp = vault.stamp(parts.databaseToken);
    const work: UnitOfWork = {
      records: unit.recordWrites().map(({ before, after, deleted }) => toWriteRow(before, after, stamp, deleted)),
      journal: unit.entries.map((entry) => toWriteRow(null, entry as JournalEntry & Row, stamp)),
      files: files.map((file) => fileWriteRow(file, stamp)),
    };
    const outcome = await vault.writeUnit(work, context);
    if (outcome.conflicts.length > 0) return false;
    // What is done in compartments makes no seal come sooner.
    const added = unit.entries.filter((entry) => entry.device === parts.deviceId).length;
    heads = unit.heads;
    unsealed += added;
    parts.committed(heads.open);
    if (unsealed >= SEAL_EVERY && added > 0) seal('').catch(parts.sealFailed);
    return true;
  };

  const attempt = async <T>(work: () => Promise<Result<T>>): Promise<Result<T>> => {
    try {
      await parts.topUpRevisions();
      return await work();
    } catch (error) {
      const refusal = refusalOfTrouble(error);
      if (refusal === null) throw error;
      return refusal;
    }
  };

  const twice = async <T>(once: () => Promise<Result<T> | 'conflict'>): Promise<Result<T>> => {
    const first = await once();
    if (first !== 'conflict') return first;
    const second = await once();
    return second === 'conflict' ? refused(engineBook.say('engine/conflict')) : second;
  };

  const seal = (actorId: string): Promise<ChainHead> =>
    queue.run(async () => {
      if (unsealed === 0) return heads.open;
      const unit = unitOfWork(sources, heads);
      const added = await unit.add({
        act: SEAL_ACT,
        actor: { personId: actorId, name: '', clearance: 'OFFICIAL', principals: [], roles: [], partner: false },
        at: parts.now(),
        changes: [],
        subject: null,
        facts: {
          entries: unsealed,
          header: parts.headerSerial(),
          closed: parts.closedCommitment(heads.open.seq + 1, heads.closed),
        },
        journalled: true,
      });
      const entry = unit.entries[0];
      if (!added.ok || entry === undefined) throw new Error('a seal cannot be refused');
      const signed: JournalEntry = { ...entry, signature: parts.signSeal(entry.hash) };
      const outcome = await vault.writeUnit(
        { journal: [toWriteRow(null, signed as JournalEntry & Row, vault.stamp(parts.databaseToken))] },
        SEAL_ACT,
      );
      if (outcome.conflicts.length > 0) throw new Error('the journal already has an entry of this number');
      const head = { seq: signed.seq, hash: signed.hash };
      heads = { ...heads, open: head };
      unsealed = 0;
      parts.keepHead(head);
      parts.committed(head);
      return head;
    });

  const storeChunk: ActWriter['storeChunk'] = async (chunk) => {
    // What is being typed gets its place in the queue between two pieces.
    await turn();
    return queue.run(() =>
      attempt(async () => {
        if (typeof chunk === 'function') chunk();
        else {
          const { row, bytes } = chunk;
          const written = vault.writeAhead('files', { ...toWriteRow(null, row, vault.stamp(parts.databaseToken)), bytes }, 'file-chunk');
          if (written.conflicts.length > 0) throw new Error('a chunk is stored already');
        }
        return ok(null);
      }),
    );
  };

  type Decide<T> = () => Promise<Result<{ readonly act: Act; readonly out: T }>>;

  /** Checks the act without writing it, then stores the bulk of its files, a piece at a time between other people's acts. */
  const storeAhead = async (decide: Decide<unknown>, files: readonly FileToStore[]): Promise<Result<FilesOfAct>> => {
    const checked = await queue.run(() =>
      attempt(async () => {
        const decided = await decide();
        if (!decided.ok) return decided;
        const trial = unitOfWork(sources, heads);
        const added = await trial.add(decided.value.act);
        if (!added.ok) return added;
        const at = decided.value.act.at;
        return ok(await Promise.all(files.map(async (file) => chunkRows(file, await trial.accessOf(file.ofId), parts.nextRev(), at))));
      }),
    );
    if (!checked.ok) return checked;
    const withUnit: FileRow[] = [];
    for (const [index, rows] of checked.value.entries()) {
      const ahead = rows.length > CHUNKS_IN_UNIT ? rows.slice(0, -1) : [];
      const begun = files[index];
      if (ahead.length > 0 && begun !== undefined) {
        const noted = await storeChunk(() => fileBegun(vault, begun.id));
        if (!noted.ok) return noted;
      }
      withUnit.push(...rows.slice(ahead.length).map((row) => row()));
      for (const row of ahead) {
        const stored = await storeChunk(row());
        if (!stored.ok) return stored;
      }
    }
    return ok({
      rows: async () => ok(withUnit),
      written: () => {
        for (const file of files) fileDone(vault, file.id);
      },
    });
  };

  // The place in the queue is taken here and now.
  const run: ActWriter['run'] = (decide, files) =>
    queue.run(() =>
      attempt(() =>
        twice(async () => {
          const decided = await decide();
          if (!decided.ok) return decided;
          const { act, out } = decided.value;
          if (!act.journalled && act.changes.length === 0) return ok({ out, seq: 0 });
          const unit = unitOfWork(sources, heads);
          const added = await unit.add(act);
          if (!added.ok) return added;
          const rows = files === undefined ? ok([]) : await files.rows((id) => unit.accessOf(id));
          if (!rows.ok) return rows;
          if (!(await commit(unit, act.act, rows.value))) return 'conflict' as const;
          try {
            files?.written();
          } catch {
            // The act is written; a note too many is taken back when the vault is next opened.
          }
          return ok({ out, seq: act.journalled ? heads.open.seq : 0 });
        }),
      ),
    );

  return {
    run,
    tryOut: (decide, recordId) =>
      queue.run(() =>
        attempt(async () => {
          const decided = await decide();
          if (!decided.ok) return decided;
          const trial = unitOfWork(sources, heads);
          const added = await trial.add(decided.value.act);
          return added.ok ? ok({ access: await trial.accessOf(recordId) }) : added;
        }),
      ),
    storeChunk,
    async runChanges({ act, actor, changes, subject, facts, files }, at = parts.now()) {
      const decide: Decide<null> = async () =>
        ok({ act: { act, actor, at, changes, subject, facts: facts ?? {}, journalled: true }, out: null });
      const ahead = files === undefined || files.length === 0 ? undefined : await storeAhead(decide, files);
      if (ahead !== undefined && !ahead.ok) return ahead;
      const written = await run(decide, ahead?.value);
      return written.ok ? ok({ seq: written.value.seq }) : written;
    },
    runTogether: (acts) =>
      queue.run(() =>
        attempt(() =>
          twice(async () => {
            const unit = unitOfWork(sources, heads);
            const files: FileRow[] = [];
            for (const act of acts) {
              const added = await unit.add(act);
              if (!added.ok)
                return refused(
                  ...(added.refusals.map((one) => ({ ...one, message: `${act.act}: ${one.message}` })) as [Refusal, ...Refusal[]]),
                );
              for (const file of act.files)
                files.push(...chunkRows(file, await unit.accessOf(file.ofId), parts.nextRev(), act.at).map((row) => row()));
            }
            return (await commit(unit, 'together', files)) ? ok(null) : ('conflict' as const);
          }),
        ),
      ),
    seal,
    betweenActs: (task) => queue.run(task),
    head: () => heads.open,
    unsealed: () => unsealed,
    idle: () => queue.idle(),
    quiet: (work) => queue.run(work),
  };
}
