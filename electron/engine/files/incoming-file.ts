import { createHash, randomBytes } from 'node:crypto';
import { type Result, ok, refused } from '#shared/base/result.ts';
import { fileBook } from '#shared/contracts/bridge/file-refusals.ts';
import type { ActWriter, FilesOfAct } from '../commands/write-acts.ts';
import { FILE_CHUNK_BYTES } from '../vault/collections.ts';
import type { Vault } from '../vault/vault.ts';
import { fileBegun, fileDone } from './cut-off-files.ts';
import { type DangerLooker, dangerLooker } from './dangerous-file.ts';
import { chunkRow, chunksOf, digestOfBytes, type FileRow, type FileStamp, summaryId, summaryRow } from './file-rows.ts';

/** The vault's own note of the secret by which equal files of one access class are found. */
const SAME_SECRET = 'same-files-secret';

export interface IncomingParts {
  readonly vault: Vault;
  readonly writer: Pick<ActWriter, 'storeChunk' | 'betweenActs'>;
  readonly nextRev: () => string;
}

export interface FileComing {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly ofId: string;
  readonly access: string;
  readonly at: string;
}

/** What the file turned out to be when its last chunk was there. */
export interface FileArrived {
  /** The file that holds the bytes: another one of the same access class when they were stored before. */
  readonly fileId: string;
  readonly digest: string;
  /** The rows that make it whole, for the act that speaks of it. */
  readonly rows: FilesOfAct;
}

/**
 * A file on its way into the vault, chunk by chunk: each is checked, hashed, looked into for what may not come in, and stored in a unit of
 * its own between other people's acts. The last chunk is kept back: it is written with the record that speaks of the file, or never.
 */
export class IncomingFile {
  readonly id: string;
  readonly size: number;
  readonly #parts: IncomingParts;
  readonly #stamp: FileStamp;
  readonly #hash = createHash('sha256');
  readonly #danger: DangerLooker;
  #next = 0;
  #last: FileRow | null = null;
  #queue: Promise<unknown> = Promise.resolve();
  #failed: Result<null> | null = null;

  constructor(parts: IncomingParts, coming: FileComing) {
    this.#parts = parts;
    this.id = coming.id;
    this.size = coming.size;
    this.#danger = dangerLooker(coming.name);
    this.#stamp = {
      id: coming.id,
      ofId: coming.ofId,
      access: coming.access,
      rev: parts.nextRev(),
      createdAt: coming.at,
      chunks: chunksOf(coming.size),
    };
  }

  /** Takes the next chunk; resolves when it is stored. After a refusal nothing more is taken. */
  take(number: number, bytes: Uint8Array<ArrayBuffer>, digest: string): Promise<Result<null>> {
    const taken = this.#queue.then(() => this.#failed ?? this.#take(number, bytes, digest));
    this.#queue = taken.then(
      (result) => {
        if (!result.ok) this.#failed = result;
      },
      () => {
        this.#failed = refused(fileBook.say('file/cut-off'));
      },
    );
    return taken;
  }

  async #take(number: number, bytes: Uint8Array<ArrayBuffer>, digest: string): Promise<Result<null>> {
    const { vault, writer } = this.#parts;
    const { chunks } = this.#stamp;
    const expected = Math.min(FILE_CHUNK_BYTES, this.size - number * FILE_CHUNK_BYTES);
    if (number !== this.#next || number >= chunks || bytes.length !== expected || digestOfBytes(bytes) !== digest)
      return refused(fileBook.say('file/out-of-order'));
    const type = this.#danger.take(bytes);
    if (type !== '') return refused(fileBook.say('paper/file-type', { field: 'fileName', facts: { type } }));
    this.#hash.update(bytes);
    this.#next += 1;
    const row = chunkRow(this.#stamp, number, bytes, digest);
    if (number === chunks - 1) {
      this.#last = row;
      return ok(null);
    }
    if (number === 0) {
      const noted = await writer.storeChunk(() => fileBegun(vault, this.id));
      if (!noted.ok) return noted;
    }
    return writer.storeChunk(row);
  }

  /** The file as it arrived; refused while a chunk is missing. */
  async arrived(): Promise<Result<FileArrived>> {
    await this.#queue;
    if (this.#failed !== null && !this.#failed.ok) return this.#failed;
    const last = this.#last;
    if (last === null) return refused(fileBook.say('file/cut-off'));
    const { vault } = this.#parts;
    const digest = this.#hash.copy().digest('hex');
    const same = summaryId(secretOf(vault), this.#stamp.access, digest);
    const [stored] = vault.stored('files', [same]);
    const before = stored === undefined || stored._deleted ? null : String(stored['file']);
    const rows = before === null ? [last, summaryRow(this.#stamp, same, digest)] : [];
    return ok({
      fileId: before ?? this.id,
      digest,
      rows: {
        rows: async (accessOf) =>
          (await accessOf(this.#stamp.ofId)) === this.#stamp.access ? ok(rows) : refused(fileBook.say('file/class-changed')),
        written: () => {
          if (before === null) fileDone(vault, this.id);
        },
      },
    });
  }
}

function secretOf(vault: Vault): string {
  const kept = vault.recall(SAME_SECRET);
  if (kept !== '') return kept;
  const made = randomBytes(32).toString('hex');
  vault.remember(SAME_SECRET, made);
  return made;
}
