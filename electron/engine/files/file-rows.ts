import { createHash, createHmac } from 'node:crypto';
import { FILE_CHUNK_BYTES } from '../vault/collections.ts';
import type { Row } from '../records/rows.ts';

/** A row of `files` and the bytes beside it. */
export interface FileRow {
  readonly row: Row;
  readonly bytes: Uint8Array<ArrayBuffer> | null;
}

/** A row that carries bytes. */
export type FileChunk = FileRow & { readonly bytes: Uint8Array<ArrayBuffer> };

/** What every row of one file says alike. */
export interface FileStamp {
  readonly id: string;
  /** Id of the record the file was first laid with. */
  readonly ofId: string;
  /** Key of its access class. */
  readonly access: string;
  readonly rev: string;
  readonly createdAt: string;
  readonly chunks: number;
}

const SUMMARY = 'same:';

/** SHA-256 of bytes as hex: Node's own, because files are large and someone may be typing. */
export function digestOfBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export function chunksOf(size: number): number {
  return Math.max(1, Math.ceil(size / FILE_CHUNK_BYTES));
}

export const chunkId = (fileId: string, chunk: number): string => `${fileId}:${chunk}`;

/** One chunk of a file; the last one says that the file is whole. */
export function chunkRow(stamp: FileStamp, chunk: number, bytes: Uint8Array<ArrayBuffer>, digest = digestOfBytes(bytes)): FileChunk {
  return { row: { ...besides(stamp, chunkId(stamp.id, chunk), chunk, digest), whole: chunk === stamp.chunks - 1 }, bytes };
}

/** The rows a file is stored in, in order. Each is made when it is asked for. */
export function chunkRows(
  file: { readonly id: string; readonly bytes: Uint8Array; readonly ofId: string },
  access: string,
  rev: string,
  createdAt: string,
): readonly (() => FileChunk)[] {
  const stamp = { id: file.id, ofId: file.ofId, access, rev, createdAt, chunks: chunksOf(file.bytes.length) };
  return Array.from(
    { length: stamp.chunks },
    (_unused, chunk) => () => chunkRow(stamp, chunk, file.bytes.slice(chunk * FILE_CHUNK_BYTES, (chunk + 1) * FILE_CHUNK_BYTES)),
  );
}

/**
 * The name under which the same bytes are found again: keyed by a secret of this vault and by the access class, so that nothing can be
 * told from it about files of another class.
 */
export function summaryId(secretHex: string, access: string, digest: string): string {
  const name = createHmac('sha256', Buffer.from(secretHex, 'hex'))
    .update(JSON.stringify([access, digest]))
    .digest('hex');
  return `${SUMMARY}${name.slice(0, 48)}`;
}

/** Says which file holds these bytes for an access class; written together with the chunk that makes the file whole. */
export function summaryRow(stamp: FileStamp, id: string, digest: string): FileRow {
  return { row: { ...besides(stamp, id, stamp.chunks, digest), whole: true }, bytes: null };
}

/** A small picture of a file, kept beside its chunks. */
export function pictureRow(stamp: FileStamp, bytes: Uint8Array<ArrayBuffer>): FileChunk {
  return { row: { ...besides(stamp, pictureId(stamp.id), stamp.chunks + 1, digestOfBytes(bytes)), whole: false }, bytes };
}

export const pictureId = (fileId: string): string => `${fileId}:picture`;

function besides({ id: file, ofId, access, rev, createdAt, chunks }: FileStamp, id: string, chunk: number, digest: string): Row {
  return { id, rev, file, chunk, chunks, owner: ofId, access, data: '', digest, createdAt };
}

/** Whether the row is one that carries bytes, and not only speaks of a file. */
export function holdsBytes(row: { readonly id: string }): boolean {
  return !row.id.startsWith(SUMMARY);
}

/** The bytes of a row: those beside it, or the text in it where an earlier version stored it. */
export function bytesOfRow(row: Readonly<Record<string, unknown>>, beside: Uint8Array | null): Uint8Array<ArrayBuffer> {
  return (beside as Uint8Array<ArrayBuffer> | null) ?? new Uint8Array(Buffer.from(String(row['data']), 'base64'));
}
