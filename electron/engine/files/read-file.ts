import type { Vault } from '../vault/vault.ts';
import { bytesOfRow, chunkId, digestOfBytes } from './file-rows.ts';

/** A stored chunk, or null when it is not there or does not match its digest. */
function storedChunk(
  vault: Vault,
  fileId: string,
  chunk: number,
): { readonly bytes: Uint8Array<ArrayBuffer>; readonly chunks: number } | null {
  const id = chunkId(fileId, chunk);
  const [row] = vault.stored('files', [id]);
  if (row === undefined || row._deleted) return null;
  const bytes = bytesOfRow(row, vault.bytesOf('files', id));
  if (row['chunk'] !== chunk || digestOfBytes(bytes) !== row['digest']) return null;
  return { bytes, chunks: Number(row['chunks']) };
}

/**
 * The chunks of a stored file in order, each checked against its digest when it is read; the event loop turns between two, because
 * someone may be typing. Ends with null where the file is not whole.
 */
export async function* chunksInOrder(vault: Vault, fileId: string): AsyncGenerator<Uint8Array<ArrayBuffer> | null, void> {
  for (let chunk = 0, chunks = 1; chunk < chunks; chunk += 1) {
    const found = storedChunk(vault, fileId, chunk);
    if (found === null || (chunk > 0 && found.chunks !== chunks)) return yield null;
    chunks = found.chunks;
    yield found.bytes;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** All bytes of a small file, or null when it is not there whole, a chunk does not match its digest, or it is larger than `most`. */
export async function readStoredFile(
  vault: Vault,
  fileId: string,
  most = Number.POSITIVE_INFINITY,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of chunksInOrder(vault, fileId)) {
    bytes += part?.length ?? 0;
    if (part === null || bytes > most) return null;
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}
