import { createHash } from 'node:crypto';
import { FILE_CHUNK_BYTES } from '../vault/collections.ts';
import type { Row, Rows } from '../records/rows.ts';

/** SHA-256 of bytes as hex: Node's own, because files are large and someone may be typing. */
export function digestOfBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The rows a file is stored in, in order; the last one says that the file is whole. Each is made when it is asked for. */
export function chunkRows(
  file: { readonly id: string; readonly bytes: Uint8Array; readonly ofId: string },
  access: string,
  rev: string,
  createdAt: string,
): readonly (() => Row)[] {
  const chunks = Math.max(1, Math.ceil(file.bytes.length / FILE_CHUNK_BYTES));
  return Array.from({ length: chunks }, (_unused, chunk) => () => {
    const part = file.bytes.subarray(chunk * FILE_CHUNK_BYTES, (chunk + 1) * FILE_CHUNK_BYTES);
    return {
      id: `${file.id}:${chunk}`,
      rev,
      file: file.id,
      chunk,
      chunks,
      owner: file.ofId,
      access,
      data: Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('base64'),
      digest: digestOfBytes(part),
      whole: chunk === chunks - 1,
      createdAt,
    };
  });
}

/** The bytes of a file, or null when it is not there whole or a chunk does not match its digest. Chunk by chunk, because someone may be typing meanwhile. */
export async function readStoredFile(files: Rows, fileId: string): Promise<Uint8Array | null> {
  const parts: Buffer[] = [];
  for (;;) {
    const [row] = await files.byIds([`${fileId}:${parts.length}`]);
    if (row === undefined) return null;
    const bytes = Buffer.from(String(row['data']), 'base64');
    if (row['chunk'] !== parts.length || digestOfBytes(bytes) !== row['digest']) return null;
    parts.push(bytes);
    if (row['whole'] === true) {
      if (parts.length !== row['chunks']) return null;
      break;
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  const whole = Buffer.concat(parts);
  return new Uint8Array(whole.buffer, whole.byteOffset, whole.byteLength).slice();
}
