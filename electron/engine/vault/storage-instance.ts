import type {
  BulkWriteRow,
  EventBulk,
  PreparedQuery,
  RxDocumentData,
  RxJsonSchema,
  RxStorageBulkWriteResponse,
  RxStorageChangeEvent,
  RxStorageInstance,
} from 'rxdb';
import { now } from 'rxdb/plugins/utils';
import { type Observable, Subject } from 'rxjs';
import { Pace, somebodyWaits, spendTurn, turn, turnWhenSpent } from './pace.ts';
import { changedDocuments, countDocuments, queryDocuments } from './read-documents.ts';
import { untilTidyEnough } from './text-tidying.ts';
import type { VaultFile } from './vault-file.ts';
import { VaultTrouble } from './vault-trouble.ts';
import type { Listener, VaultTable } from './vault-table.ts';
import { readAttachments, writeEach, type WriteError, type WriteRow } from './write-documents.ts';

type Checkpoint = { id: string; lwt: number };
type Doc = Record<string, unknown>;

/**
 * A large `bulkWrite` is written in several transactions of about as many rows as fit into a few milliseconds, and between two of them
 * everything else has its turn. RxDB asks for atomicity of single documents only. What must be whole goes through `writeUnit`.
 */
const FIRST_ROWS = 10;
const LEAST_ROWS = 8;
const MOST_ROWS = 400;
const TOMBSTONES_AT_ONCE = 500;

export interface VaultInternals {
  readonly table: VaultTable;
}

/** RxDB's view of one collection in the vault. */
export class StorageInstance implements RxStorageInstance<Doc, VaultInternals, unknown, Checkpoint> {
  readonly databaseName: string;
  readonly collectionName: string;
  readonly schema: Readonly<RxJsonSchema<RxDocumentData<Doc>>>;
  readonly internals: VaultInternals;
  readonly options: Readonly<unknown>;
  readonly #table: VaultTable;
  readonly #file: VaultFile;
  readonly #changes: Listener = new Subject();
  readonly #whenClosed: () => void;
  readonly #pace = new Pace(FIRST_ROWS, LEAST_ROWS, MOST_ROWS);
  #running: Promise<unknown> = Promise.resolve();
  #closing: Promise<void> | null = null;

  constructor(table: VaultTable, options: unknown, whenClosed: () => void) {
    this.#table = table;
    this.#file = table.file;
    this.#whenClosed = whenClosed;
    this.databaseName = table.databaseName;
    this.collectionName = table.collectionName;
    this.schema = table.schema;
    this.internals = { table };
    this.options = options as Readonly<unknown>;
    table.listeners.add(this.#changes);
  }

  async bulkWrite(documentWrites: BulkWriteRow<Doc>[], context: string): Promise<RxStorageBulkWriteResponse<Doc>> {
    this.#refuseWhenClosed();
    const work = this.#write(documentWrites, context);
    this.#running = Promise.all([this.#running, work.catch(() => undefined)]);
    return { error: await work };
  }

  async #write(rows: WriteRow[], context: string): Promise<WriteError[]> {
    const errors: WriteError[] = [];
    for (let from = 0; from < rows.length; ) {
      if (from > 0) await turn();
      else if (rows.length > LEAST_ROWS) await turnWhenSpent();
      if (this.#table.textOf !== null) await untilTidyEnough(this.#file);
      const count = this.#pace.atOnce;
      const some = from === 0 && rows.length <= count ? rows : rows.slice(from, from + count);
      from += some.length;
      const write = { table: this.#table, rows: some };
      const bytes = this.#table.keepsAttachments ? await readAttachments([write]) : new Map();
      if (some.length > LEAST_ROWS) spendTurn();
      const outcome = this.#pace.timed(some.length, () => writeEach(this.#file, write, bytes, context));
      for (const error of outcome.errors) errors.push(error);
      this.#table.tell(outcome.bulk);
    }
    return errors;
  }

  async findDocumentsById(ids: string[], withDeleted: boolean): Promise<RxDocumentData<Doc>[]> {
    this.#refuseWhenClosed();
    return this.#table.documentsById(ids, withDeleted);
  }

  async query(preparedQuery: PreparedQuery<Doc>): Promise<{ documents: RxDocumentData<Doc>[] }> {
    this.#refuseWhenClosed();
    somebodyWaits();
    return { documents: queryDocuments(this.#table, preparedQuery) };
  }

  async count(preparedQuery: PreparedQuery<Doc>): Promise<{ count: number; mode: 'fast' | 'slow' }> {
    this.#refuseWhenClosed();
    return countDocuments(this.#table, preparedQuery);
  }

  async getAttachmentData(documentId: string, attachmentId: string, digest: string): Promise<Blob> {
    this.#refuseWhenClosed();
    const found = this.#file.get<{ type: string; data: Uint8Array<ArrayBuffer> }>(
      'SELECT type, data FROM vault_attachment WHERE table_no = ? AND document = ? AND name = ? AND digest = ?',
      [this.#table.no, documentId, attachmentId, digest],
    );
    if (found === undefined) throw new Error(`attachment does not exist: ${documentId} ${attachmentId}`);
    return new Blob([found.data], { type: found.type });
  }

  async getChangedDocumentsSince(
    limit: number,
    checkpoint?: Checkpoint,
  ): Promise<{ documents: RxDocumentData<Doc>[]; checkpoint: Checkpoint }> {
    this.#refuseWhenClosed();
    return changedDocuments(this.#table, limit, checkpoint);
  }

  changeStream(): Observable<EventBulk<RxStorageChangeEvent<Doc>, Checkpoint>> {
    return this.#changes.asObservable() as unknown as Observable<EventBulk<RxStorageChangeEvent<Doc>, Checkpoint>>;
  }

  async cleanup(minimumDeletedTime: number): Promise<boolean> {
    this.#refuseWhenClosed();
    const { changes } = this.#file.run(
      `DELETE FROM ${this.#table.layout.name} WHERE key IN (SELECT key FROM ${this.#table.layout.name} WHERE deleted = 1 AND lwt <= ? ORDER BY lwt LIMIT ${TOMBSTONES_AT_ONCE})`,
      [now() - minimumDeletedTime],
    );
    return changes < TOMBSTONES_AT_ONCE;
  }

  async remove(): Promise<void> {
    this.#refuseWhenClosed();
    await this.#running;
    this.#table.drop();
    await this.close();
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    await this.#running;
    this.#table.listeners.delete(this.#changes);
    this.#changes.complete();
    this.#whenClosed();
  }

  #refuseWhenClosed(): void {
    if (this.#closing !== null) throw new VaultTrouble('closed');
  }
}
