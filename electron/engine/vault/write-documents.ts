import { type BulkWriteRow, categorizeBulkWriteRows, type CategorizeBulkWriteRowsOutput, type RxStorageWriteError } from 'rxdb';
import { hasLoneSurrogate, orderedText } from './text-order.ts';
import { inGroup } from './group-commit.ts';
import { columnValues, type StoredDocument } from './table-layout.ts';
import { writeText } from './text-index.ts';
import { tidySoon } from './text-tidying.ts';
import type { SqlValue, VaultFile } from './vault-file.ts';
import type { VaultTable } from './vault-table.ts';

/** One row to write; `bytes` are kept beside the document where its collection keeps bytes, and stay there until it is erased. */
export type WriteRow = BulkWriteRow<Record<string, unknown>> & { readonly bytes?: Uint8Array<ArrayBuffer> };
export type WriteError = RxStorageWriteError<Record<string, unknown>>;
type Sorted = CategorizeBulkWriteRowsOutput<Record<string, unknown>>;
export type EventBulk = Sorted['eventBulk'];
/** The bytes of the attachments to write, read before the transaction begins because a Blob can only be read asynchronously. */
export type AttachmentBytes = ReadonlyMap<Blob, Uint8Array<ArrayBuffer>>;

export interface TableWrite {
  readonly table: VaultTable;
  readonly rows: readonly WriteRow[];
}

export interface TableOutcome {
  readonly errors: readonly WriteError[];
  /** What to tell subscribers once the transaction is committed; null when nothing changed that they would see. */
  readonly bulk: EventBulk | null;
}

class RefusedUnit extends Error {}

/** Writes what can be written of one table's rows in one transaction; the others come back as errors. */
export function writeEach(file: VaultFile, write: TableWrite, bytes: AttachmentBytes, context: string): TableOutcome {
  const outcome = file.inTransaction(() => writeRows(file, write, bytes, context, false));
  if (write.table.textOf !== null) tidySoon(file);
  return outcome;
}

/** Writes every row of every table in one transaction, or none when any of them is refused; resolves after the commit. */
export async function writeAllOrNothing(
  file: VaultFile,
  writes: readonly TableWrite[],
  bytes: AttachmentBytes,
  context: string,
): Promise<TableOutcome[]> {
  let refused: TableOutcome[] = [];
  try {
    const written = await inGroup(file, () => {
      const outcomes = writes.map((write) => writeRows(file, write, bytes, context, true));
      if (outcomes.some((one) => one.errors.length > 0)) {
        refused = outcomes.map((one) => ({ errors: one.errors, bulk: null }));
        throw new RefusedUnit();
      }
      return outcomes;
    });
    if (writes.some((write) => write.table.textOf !== null)) tidySoon(file);
    return written;
  } catch (error) {
    if (error instanceof RefusedUnit) return refused;
    throw error;
  }
}

/** Bytes of every attachment the rows carry. */
export async function readAttachments(writes: readonly TableWrite[]): Promise<AttachmentBytes> {
  const bytes = new Map<Blob, Uint8Array<ArrayBuffer>>();
  for (const write of writes) {
    if (!write.table.keepsAttachments) continue;
    for (const row of write.rows) {
      for (const attachment of Object.values(row.document._attachments)) {
        if ('data' in attachment && attachment.data instanceof Blob)
          bytes.set(attachment.data, new Uint8Array(await attachment.data.arrayBuffer()));
      }
    }
  }
  return bytes;
}

function writeRows(file: VaultFile, write: TableWrite, bytes: AttachmentBytes, context: string, onlyWhole: boolean): TableOutcome {
  const errors: WriteError[] = [];
  let bulk: EventBulk | null = null;
  let newest: StoredDocument | null = null;
  for (const rows of roundsOf(write.table, write.rows)) {
    const known = knownDocuments(write.table, rows);
    const keys = new Map([...known].map(([id, one]) => [id, one.key]));
    const sorted = sortRows(write.table, rows, known, context);
    errors.push(...sorted.errors);
    if (onlyWhole && errors.length > 0) continue;
    const besides = write.table.keepsBytes ? bytesBeside(write.table, rows) : NO_BYTES;
    for (const row of sorted.bulkInsertDocs)
      newest = later(write.table, newest, insert(file, write.table, row.document as StoredDocument, besides));
    for (const row of sorted.bulkUpdateDocs)
      newest = later(write.table, newest, update(file, write.table, keys, row.document as StoredDocument, besides));
    writeAttachments(file, write.table, sorted, bytes);
    // RxDB's sorting makes an event for an update it refuses for a missing attachment.
    const refused = new Set(sorted.errors.map((error) => error.documentId));
    sorted.eventBulk.events = sorted.eventBulk.events.filter((event) => !refused.has(event.documentId));
    if (bulk === null) bulk = sorted.eventBulk;
    else bulk.events.push(...sorted.eventBulk.events);
  }
  if (bulk === null || bulk.events.length === 0 || newest === null) return { errors, bulk: null };
  bulk.checkpoint = checkpointAt(write.table, newest);
  return { errors, bulk };
}

/** RxDB judges each row against what is stored, so one id may come only once in a round. */
function roundsOf(table: VaultTable, rows: readonly WriteRow[]): WriteRow[][] {
  const rounds: WriteRow[][] = [];
  const timesSeen = new Map<string, number>();
  for (const row of rows) {
    const id = idOf(table, row.document);
    const round = timesSeen.get(id) ?? 0;
    timesSeen.set(id, round + 1);
    const into = rounds[round];
    if (into === undefined) rounds.push([row]);
    else into.push(row);
  }
  return rounds;
}

function idOf(table: VaultTable, document: Readonly<Record<string, unknown>>): string {
  const id = document[table.layout.primary];
  if (typeof id !== 'string' || id === '') throw new TypeError(`a document of ${table.collectionName} has no id`);
  if (hasLoneSurrogate(id)) throw new TypeError(`an id of ${table.collectionName} holds half a character`);
  return id;
}

interface Known {
  readonly key: number;
  readonly _rev: string;
}

function knownDocuments(table: VaultTable, rows: readonly WriteRow[]): Map<string, Known> {
  const known = new Map<string, Known>();
  for (const row of rows) {
    const id = idOf(table, row.document);
    const found = table.revisionOf(id);
    if (found !== undefined) known.set(id, { key: found.key, _rev: found.rev });
  }
  return known;
}

function sortRows(table: VaultTable, rows: WriteRow[], known: ReadonlyMap<string, Known>, context: string): Sorted {
  // Only the revision is needed to judge a write; the whole stored document is read for those that conflict.
  const sorted = categorizeBulkWriteRows<Record<string, unknown>>(
    table.asInstance,
    table.layout.primary as never,
    known as never,
    rows,
    context,
  );
  for (const error of sorted.errors) {
    if ('documentInDb' in error && error.documentInDb !== undefined)
      error.documentInDb = table.documentsById([error.documentId], true)[0] as StoredDocument;
  }
  return sorted;
}

function storedValues(table: VaultTable, document: StoredDocument): SqlValue[] {
  return [
    orderedText(idOf(table, document)),
    document._rev,
    document._deleted ? 1 : 0,
    document._meta.lwt,
    ...columnValues(table.layout, document, (field) => table.markOdd(field)),
    JSON.stringify(document),
  ];
}

type BytesBeside = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
const NO_BYTES: BytesBeside = new Map();

function bytesBeside(table: VaultTable, rows: readonly WriteRow[]): BytesBeside {
  return new Map(rows.flatMap((row) => (row.bytes === undefined ? [] : [[idOf(table, row.document), row.bytes]])));
}

function insert(file: VaultFile, table: VaultTable, document: StoredDocument, bytes: BytesBeside): StoredDocument {
  const values = storedValues(table, document);
  if (table.keepsBytes) values.push(bytes.get(idOf(table, document)) ?? null);
  const { lastInsertRowid } = file.run(table.sql.insert, values);
  const text = textOf(table, document);
  if (text !== null) writeText(file, table.no, lastInsertRowid, text, true);
  return document;
}

function update(
  file: VaultFile,
  table: VaultTable,
  keys: ReadonlyMap<string, number>,
  document: StoredDocument,
  bytes: BytesBeside,
): StoredDocument {
  const id = idOf(table, document);
  const key = keys.get(id);
  if (key === undefined) throw new Error('an update of a document that is not stored');
  file.run(table.sql.update, [...storedValues(table, document), key]);
  const beside = bytes.get(id);
  if (table.keepsBytes && (document._deleted || beside !== undefined)) file.run(table.sql.setBytes, [beside ?? null, key]);
  if (table.textOf !== null) writeText(file, table.no, key, textOf(table, document));
  return document;
}

function textOf(table: VaultTable, document: StoredDocument): ReturnType<NonNullable<VaultTable['textOf']>> {
  return table.textOf === null || document._deleted ? null : table.textOf(table.collectionName, document);
}

function writeAttachments(file: VaultFile, table: VaultTable, sorted: Sorted, bytes: AttachmentBytes): void {
  for (const one of sorted.attachmentsRemove) {
    file.run('DELETE FROM vault_attachment WHERE table_no = ? AND document = ? AND name = ?', [table.no, one.documentId, one.attachmentId]);
  }
  for (const one of [...sorted.attachmentsAdd, ...sorted.attachmentsUpdate]) {
    const data = bytes.get(one.attachmentData.data);
    if (data === undefined) throw new Error('an attachment was not read before the transaction');
    file.run(
      `INSERT INTO vault_attachment(table_no, document, name, digest, type, data) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT(table_no, document, name) DO UPDATE SET digest = excluded.digest, type = excluded.type, data = excluded.data`,
      [table.no, one.documentId, one.attachmentId, one.digest, one.attachmentData.type, data],
    );
  }
}

function later(table: VaultTable, a: StoredDocument | null, b: StoredDocument): StoredDocument {
  if (a === null || b._meta.lwt > a._meta.lwt) return b;
  return b._meta.lwt === a._meta.lwt && idOf(table, b) > idOf(table, a) ? b : a;
}

function checkpointAt(table: VaultTable, document: StoredDocument): { id: string; lwt: number } {
  return { id: idOf(table, document), lwt: document._meta.lwt };
}
