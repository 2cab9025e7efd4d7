import { chmodSync, closeSync, existsSync, fstatSync, openSync, realpathSync, renameSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Database } from '@signalapp/sqlcipher';
import { flushFolder } from './atomic-file.ts';
import { readLog, refuseCutFile } from './log-pages.ts';
import { isSomebodyWaiting, turn } from './pace.ts';
import { PAGE_BYTES } from './page-size.ts';
import { APPLICATION_ID, refuseOtherFormats, TABLES, upgrade, VAULT_FORMAT } from './vault-format.ts';
import { troubleFrom, VaultTrouble } from './vault-trouble.ts';

export type SqlValue = string | number | null | Uint8Array<ArrayBuffer>;
type Row = Record<string, SqlValue>;

/** A compiled statement; rows come back as objects, or as single values when it was compiled with `pluck`. */
export interface Compiled {
  run(params: readonly SqlValue[]): { readonly changes: number; readonly lastInsertRowid: number };
  get<Result = Row>(params: readonly SqlValue[]): Result | undefined;
  all<Result = Row>(params: readonly SqlValue[]): Result[];
  close(): void;
}

interface KeptStatement {
  readonly statement: Compiled;
  used: number;
}

export interface VaultFileSettings {
  readonly file: string;
  /** 256-bit key as 64 hexadecimal digits. */
  readonly rawKeyHex: string;
  /** `existing` refuses to make a new file where one should be; `new` refuses to touch one that is there. */
  readonly expect?: 'existing' | 'new' | 'either';
}

/** The log is folded into the file between other work once it holds as many new pages: few while people work, so that it is soon done. */
const PAGES_TO_FOLD = 200;
const PAGES_TO_FOLD_IN_QUIET = 1000;
/** SQLite itself folds within a commit, however long that takes, when nothing had a turn for so many pages. */
const PAGES_BEFORE_FOLDING = 4000;
/** Decrypted pages kept: a search touches a few hundred all over the index, and taking one from the disk costs more than using it. */
const CACHE_KIB = 48 * 1024;
const KEPT_STATEMENTS = 250;

const openFiles = new Map<string, VaultFile>();

/** One encrypted SQLite file, opened once per process and shared by count; closed when the last holder lets go. */
export class VaultFile {
  readonly path: string;
  #db: Database;
  #rawKeyHex: string;
  readonly #rows = new Map<string, KeptStatement>();
  readonly #plucks = new Map<string, KeptStatement>();
  #uses = 0;
  readonly #afterRollback = new Set<() => void>();
  #holders = 1;
  #depth = 0;
  #rollBackDue = false;
  #reader = -1;
  #heldStill = 0;
  #foldingSoon = false;
  #beforeFolding: ((changing: ReadonlySet<number>) => void) | null = null;

  private constructor(path: string, db: Database, rawKeyHex: string) {
    this.path = path;
    this.#db = db;
    this.#rawKeyHex = rawKeyHex;
  }

  /** Opens the file or joins the one this process has open. Throws `VaultTrouble`; never deletes or rewrites what it cannot read. */
  static hold(settings: VaultFileSettings): VaultFile {
    if (!/^[0-9a-f]{64}$/i.test(settings.rawKeyHex)) throw new VaultTrouble('bad-key');
    const path = join(realpathOfFolder(settings.file), basename(settings.file));
    const open = openFiles.get(path);
    if (open !== undefined) {
      if (settings.expect === 'new') throw new VaultTrouble('in-the-way');
      if (open.#rawKeyHex !== settings.rawKeyHex.toLowerCase()) throw new VaultTrouble('wrong-key');
      open.#holders += 1;
      return open;
    }
    const rawKeyHex = settings.rawKeyHex.toLowerCase();
    const file = new VaultFile(path, openFile(path, rawKeyHex, settings.expect ?? 'either'), rawKeyHex);
    openFiles.set(path, file);
    return file;
  }

  letGo(): void {
    if (this.#holders === 0) return;
    this.#holders -= 1;
    if (this.#holders > 0) return;
    openFiles.delete(this.path);
    this.#shut();
  }

  #shut(): void {
    this.#rows.clear();
    this.#plucks.clear();
    this.#db.close();
    if (this.#reader >= 0) closeSync(this.#reader);
    this.#reader = -1;
  }

  /** The key it is open with now; it changes when the file is replaced by one with another key. */
  get rawKeyHex(): string {
    return this.#rawKeyHex;
  }

  /** The numbers of the pages that committed changes in the log will put into the file. */
  pagesInLog(): ReadonlySet<number> {
    return readLog(`${this.path}-wal`)?.holds ?? new Set();
  }

  bytesInLog(): number {
    return statSync(`${this.path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  }

  /**
   * From now until what is returned is called, the file changes only when the log is folded into it, and `pages` hears beforehand which
   * pages that will change.
   */
  watchFolding(pages: (changing: ReadonlySet<number>) => void): () => void {
    this.#beforeFolding = pages;
    this.get('PRAGMA wal_autocheckpoint = 0');
    return () => {
      this.#beforeFolding = null;
      if (this.#heldStill === 0 && this.isOpen) this.get(`PRAGMA wal_autocheckpoint = ${PAGES_BEFORE_FOLDING}`);
    };
  }

  /** True while a copy is being made of the file as it was at one moment. */
  get standsStill(): boolean {
    return this.#heldStill > 0;
  }

  /** After a commit: folds what the log holds in a turn of its own. What cannot be folded now is folded later. */
  async #foldSoon(): Promise<void> {
    if (this.#foldingSoon) return;
    this.#foldingSoon = true;
    await turn();
    this.#foldingSoon = false;
    if (!this.isOpen || this.#heldStill > 0 || this.#beforeFolding !== null) return;
    try {
      const log = this.get<{ log: number; checkpointed: number }>('PRAGMA wal_checkpoint(NOOP)');
      const pages = (log?.log ?? 0) - (log?.checkpointed ?? 0);
      if (pages >= (isSomebodyWaiting() ? PAGES_TO_FOLD : PAGES_TO_FOLD_IN_QUIET)) this.get('PRAGMA wal_checkpoint(PASSIVE)');
    } catch {
      // A disk or a page that fails here fails whoever reads or writes next, who can be told.
    }
  }

  #fold(): void {
    this.#beforeFolding?.(this.pagesInLog());
    const folded = this.get<{ busy: number }>('PRAGMA wal_checkpoint(TRUNCATE)');
    if (folded?.busy !== 0) throw new VaultTrouble('in-use');
  }

  /** Puts another file with the same content under another key in the place of this one and goes on with it. */
  replaceBy(path: string, rawKeyHex: string): void {
    if (this.standsStill) throw new VaultTrouble('in-use');
    this.#shut();
    try {
      renameSync(path, this.path);
      flushFolder(dirname(this.path));
      this.#rawKeyHex = rawKeyHex.toLowerCase();
    } catch (error) {
      throw troubleFrom(error);
    } finally {
      this.#db = openFile(this.path, this.#rawKeyHex, 'existing');
    }
  }

  get isOpen(): boolean {
    return this.#holders > 0;
  }

  /** A statement kept for reuse; when there are too many, the one not used for longest is closed. */
  statement(sql: string, shape: 'rows' | 'pluck' = 'rows'): Compiled {
    if (this.#holders === 0) throw new VaultTrouble('closed');
    const statements = shape === 'rows' ? this.#rows : this.#plucks;
    this.#uses += 1;
    const kept = statements.get(sql);
    if (kept !== undefined) {
      kept.used = this.#uses;
      return kept.statement;
    }
    const options = shape === 'pluck' ? ({ persistent: true, pluck: true } as const) : { persistent: true };
    const statement = guarded(() => this.#db.prepare(sql, options)) as unknown as Compiled;
    statements.set(sql, { statement, used: this.#uses });
    if (statements.size > KEPT_STATEMENTS) closeLongestUnused(statements);
    return statement;
  }

  run(sql: string, params: readonly SqlValue[] = []): { readonly changes: number; readonly lastInsertRowid: number } {
    const statement = this.statement(sql);
    return guarded(() => statement.run(params));
  }

  get<Result = Row>(sql: string, params: readonly SqlValue[] = []): Result | undefined {
    const statement = this.statement(sql);
    return guarded(() => statement.get<Result>(params));
  }

  all<Result = Row>(sql: string, params: readonly SqlValue[] = []): Result[] {
    const statement = this.statement(sql);
    return guarded(() => statement.all<Result>(params));
  }

  pluck<Result = SqlValue>(sql: string, params: readonly SqlValue[] = []): Result | undefined {
    const statement = this.statement(sql, 'pluck');
    return guarded(() => statement.get<Result>(params));
  }

  pluckAll<Result = SqlValue>(sql: string, params: readonly SqlValue[] = []): Result[] {
    const statement = this.statement(sql, 'pluck');
    return guarded(() => statement.all<Result>(params));
  }

  exec(sql: string): void {
    if (this.#holders === 0) throw new VaultTrouble('closed');
    guarded(() => this.#db.exec(sql));
  }

  /** Folds the write-ahead log into the file, unless a backup needs the file to stand still. */
  checkpoint(): void {
    if (this.#heldStill === 0) this.#fold();
  }

  /**
   * Folds the log into the file and then keeps the file as it is, while commits gather in the log, until what is returned is called:
   * so a copy of the file is the vault of this moment. Throws when the log could not be folded whole.
   */
  holdStill(): () => void {
    if (this.#heldStill === 0) {
      this.#fold();
      this.get('PRAGMA wal_autocheckpoint = 0');
    }
    this.#heldStill += 1;
    let released = false;
    return () => {
      if (released) return;
      released = true;
      this.#heldStill -= 1;
      if (this.#heldStill === 0 && this.isOpen && this.#beforeFolding === null)
        this.get(`PRAGMA wal_autocheckpoint = ${PAGES_BEFORE_FOLDING}`);
    };
  }

  /**
   * A handle for reading the encrypted pages as they lie on the disk. It is closed with the vault and never before: on POSIX systems
   * closing any handle of a file lets go of every lock this process has on it, SQLite's too.
   */
  reader(): number {
    if (this.#holders === 0) throw new VaultTrouble('closed');
    if (this.#reader < 0) this.#reader = openSync(this.path, 'r');
    return this.#reader;
  }

  bytesOnDisk(): number {
    return fstatSync(this.reader()).size;
  }

  /** Called after a rollback, so that what is remembered outside the file is read again. */
  onRollback(forget: () => void): void {
    this.#afterRollback.add(forget);
  }

  /** Runs `work` in one `BEGIN IMMEDIATE ... COMMIT`; whatever it throws rolls everything back. `work` must be synchronous. */
  inTransaction<Result>(work: () => Result): Result {
    if (this.#depth > 0) return work();
    if (this.#rollBackDue) this.#rollBack();
    this.run('BEGIN IMMEDIATE');
    this.#depth = 1;
    try {
      const result = work();
      this.run('COMMIT');
      void this.#foldSoon();
      return result;
    } catch (error) {
      this.#rollBack();
      throw troubleFrom(error);
    } finally {
      this.#depth = 0;
    }
  }

  /** Like `inTransaction`, but its commit does not wait for the disk: for what means nothing until a later commit, which waits for both. */
  inTransactionAhead<Result>(work: () => Result): Result {
    if (this.#depth > 0) return work();
    this.exec('PRAGMA synchronous = NORMAL');
    try {
      return this.inTransaction(work);
    } finally {
      this.exec('PRAGMA synchronous = FULL');
    }
  }

  /** Inside a transaction: whatever `work` throws undoes only what it wrote. */
  inSavepoint<Result>(work: () => Result): Result {
    if (this.#depth === 0) throw new Error('a savepoint needs a transaction');
    this.run('SAVEPOINT part');
    try {
      const result = work();
      this.run('RELEASE part');
      return result;
    } catch (error) {
      try {
        this.run('ROLLBACK TO part');
        this.run('RELEASE part');
      } catch {
        // After a full disk or an input/output error SQLite has undone the whole transaction, which the caller's trouble says.
      }
      for (const forget of this.#afterRollback) forget();
      throw troubleFrom(error);
    }
  }

  #rollBack(): void {
    try {
      this.run('ROLLBACK');
      this.#rollBackDue = false;
    } catch (error) {
      // After a full disk or an input/output error SQLite may have rolled back by itself; if it could not, it is tried again before the next transaction.
      this.#rollBackDue = !(error instanceof Error && /no transaction is active/.test(error.message));
    }
    for (const forget of this.#afterRollback) forget();
  }
}

function closeLongestUnused(statements: Map<string, KeptStatement>): void {
  let longest: [string, KeptStatement] | undefined;
  for (const one of statements) if (longest === undefined || one[1].used < longest[1].used) longest = one;
  if (longest === undefined) return;
  statements.delete(longest[0]);
  longest[1].statement.close();
}

function guarded<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    const trouble = troubleFrom(error);
    // The file did open with its key: what SQLite now takes for another key is a page without its seal.
    throw trouble instanceof VaultTrouble && trouble.kind === 'wrong-key' ? new VaultTrouble('damaged', error) : trouble;
  }
}

function realpathOfFolder(file: string): string {
  try {
    return realpathSync(dirname(file));
  } catch (error) {
    throw new VaultTrouble('missing', error);
  }
}

function openFile(path: string, rawKeyHex: string, expect: 'existing' | 'new' | 'either'): Database {
  const bytesBefore = existsSync(path) ? statSync(path).size : -1;
  if (expect === 'existing' && bytesBefore < 0) throw new VaultTrouble('missing');
  if (expect === 'existing' && bytesBefore < PAGE_BYTES) throw new VaultTrouble('cut-short');
  if (expect === 'new' && bytesBefore > 0) throw new VaultTrouble('in-the-way');
  if (bytesBefore > 0 && bytesBefore < PAGE_BYTES) throw new VaultTrouble('cut-short');
  const log = bytesBefore > 0 ? readLog(`${path}-wal`) : null;
  if (log !== null) refuseCutFile(log, bytesBefore);
  let db: Database | undefined;
  try {
    db = new Database(path);
    db.exec('PRAGMA cipher_log_level = NONE');
    db.exec(`PRAGMA key = "x'${rawKeyHex}'"`);
    // One process owns the vault: no shared-memory file is made, and a second process is refused instead of waiting.
    db.exec('PRAGMA locking_mode = EXCLUSIVE');
    const fresh = Number(db.prepare('SELECT count(*) FROM sqlite_schema', { pluck: true }).get()) === 0;
    if (fresh && bytesBefore > 0 && expect === 'existing') throw new VaultTrouble('damaged');
    if (!fresh) refuseOtherFormats(db);
    // SQLite itself notices missing pages, but takes a part of the last one for the whole.
    if (!fresh && log === null && Number(db.pragma('page_count', { simple: true })) * PAGE_BYTES > bytesBefore)
      throw new VaultTrouble('cut-short');
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA journal_size_limit = 8388608');
    db.exec(`PRAGMA wal_autocheckpoint = ${PAGES_BEFORE_FOLDING}; PRAGMA cache_size = -${CACHE_KIB}`);
    // SQLite gives the log the same permissions as the file: for its owner alone.
    if (fresh && process.platform !== 'win32') chmodSync(path, 0o600);
    if (fresh)
      db.exec(`BEGIN IMMEDIATE; ${TABLES} PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${VAULT_FORMAT}; COMMIT`);
    else upgrade(db);
    return db;
  } catch (error) {
    db?.close();
    const trouble = troubleFrom(error);
    throw trouble instanceof VaultTrouble && trouble.kind === 'damaged' && isOnlyTooShort(path, rawKeyHex)
      ? new VaultTrouble('cut-short', error)
      : trouble;
  }
}

/** SQLite calls a file with too few pages corrupt; told to overlook its size, it then reads the first page without complaint. */
function isOnlyTooShort(path: string, rawKeyHex: string): boolean {
  if (statSync(path).size % PAGE_BYTES !== 0) return true;
  const db = new Database(path);
  try {
    db.exec(`PRAGMA cipher_log_level = NONE; PRAGMA key = "x'${rawKeyHex}'"`);
    try {
      db.pragma('user_version', { simple: true });
      return false;
    } catch {
      db.exec('PRAGMA query_only = ON; PRAGMA writable_schema = ON');
      return db.pragma('user_version', { simple: true }) !== undefined;
    }
  } catch {
    return false;
  } finally {
    db.close();
  }
}
