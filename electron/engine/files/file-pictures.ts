import type { ActWriter } from '../commands/write-acts.ts';
import { dimensionsOf, MOST_PIXELS } from '../pictures/small-picture.ts';
import type { MakePicture } from '../pictures/make-picture.ts';
import type { Vault } from '../vault/vault.ts';
import { chunkId, pictureId, pictureRow } from './file-rows.ts';
import { readStoredFile } from './read-file.ts';

/** A larger picture file than this is not read for a small one of it. */
const MOST_BYTES = 24 * 1024 * 1024;

export interface FilePictures {
  /** A small picture of a stored file, made at the first asking and kept beside it; null when there is none to be had. */
  of(fileId: string): Promise<Uint8Array<ArrayBuffer> | null>;
}

export function filePictures(parts: {
  readonly vault: Vault;
  readonly writer: Pick<ActWriter, 'storeChunk'>;
  readonly make: MakePicture | undefined;
}): FilePictures {
  const { vault, writer, make } = parts;
  const underWay = new Map<string, Promise<Uint8Array<ArrayBuffer> | null>>();
  const without = new Set<string>();

  const made = async (fileId: string): Promise<Uint8Array<ArrayBuffer> | null> => {
    const [first] = vault.stored('files', [chunkId(fileId, 0)]);
    const head = vault.bytesOf('files', chunkId(fileId, 0));
    if (make === undefined || first === undefined || head === null) return null;
    const claimed = dimensionsOf(head);
    if (claimed === null || claimed.width * claimed.height > MOST_PIXELS) return null;
    const bytes = await readStoredFile(vault, fileId, MOST_BYTES);
    const picture = bytes === null ? null : await make(bytes);
    if (picture === null) return null;
    const stamp = {
      id: fileId,
      ofId: String(first['owner']),
      access: String(first['access']),
      rev: String(first['rev']),
      createdAt: String(first['createdAt']),
      chunks: Number(first['chunks']),
    };
    // Where it cannot be kept, on a full disk, it is made again another time.
    await writer.storeChunk(pictureRow(stamp, picture));
    return picture;
  };

  return {
    async of(fileId) {
      const kept = vault.bytesOf('files', pictureId(fileId));
      if (kept !== null) return kept;
      if (without.has(fileId)) return null;
      const waiting = underWay.get(fileId) ?? made(fileId).finally(() => underWay.delete(fileId));
      underWay.set(fileId, waiting);
      const picture = await waiting;
      if (picture === null) without.add(fileId);
      return picture;
    },
  };
}
