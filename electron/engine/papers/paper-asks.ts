import { type Result, ok, refused } from '#shared/base/result.ts';
import type { AskArgs } from '#shared/contracts/bridge/asks.ts';
import { FILE_LIMIT_MEGABYTES } from '#shared/contracts/bridge/file-limits.ts';
import { fileBook } from '#shared/contracts/bridge/file-refusals.ts';
import { engineBook } from '#shared/contracts/bridge/refusals.ts';
import type { AskContext, AskHandlers } from '../bridge/ask-handler.ts';
import type { FilesOfAct } from '../commands/write-acts.ts';
import { dangerousName } from '../files/dangerous-file.ts';
import type { FilePictures } from '../files/file-pictures.ts';
import { roomFor } from '../files/free-room.ts';
import type { FileComing, IncomingFile } from '../files/incoming-file.ts';
import { saveOut } from '../files/save-out.ts';
import { FILE_CHUNK_BYTES } from '../vault/collections.ts';

const MEGABYTE = 1024 * 1024;
/** So many files may be on their way in at once. */
const MOST_UNDER_WAY = 4;

type Laid = Readonly<Record<string, unknown>>;

export interface PaperAskParts {
  /** Runs the command that records a paper together with its file; `id` is what the command is given when it asks for a new id. */
  readonly record: (args: Laid, id: string, files: FilesOfAct) => Promise<Result<unknown>>;
  /** Whether that command would be taken, and which access class the paper would get. */
  readonly tryOut: (args: Laid, id: string) => Promise<Result<{ readonly access: string }>>;
  readonly incoming: (coming: FileComing) => IncomingFile;
  /** Takes out what is stored of a file that is not wanted any more, in the background. */
  readonly forget: (fileId: string) => void;
  readonly freeBytes: () => Promise<number>;
  readonly pictures: FilePictures;
}

interface UnderWay {
  readonly paperId: string;
  readonly laid: Laid;
  readonly file: IncomingFile;
}

type PaperAsk = 'paper.begin' | 'paper.attach' | 'paper.save' | 'paper.picture' | 'file.piece' | 'file.abandon';

/** Takes a file into the vault as a paper of a meeting, piece by piece, and gives it out again unchanged (duties 31, 127, 130). */
export function paperAsks(parts: PaperAskParts): { readonly asks: AskHandlers<PaperAsk>; abandonAll(): void } {
  const underWay = new Map<string, UnderWay>();
  let begun = 0;
  /** One paper after the other is made whole, so that the second of two equal files finds the first one stored. */
  let attaching: Promise<unknown> = Promise.resolve();

  const abandon = (uploadId: string): void => {
    const one = underWay.get(uploadId);
    underWay.delete(uploadId);
    if (one !== undefined) parts.forget(one.file.id);
  };

  const begin = async (
    { size, ...args }: AskArgs<'paper.begin'>,
    context: AskContext,
  ): Promise<Result<{ readonly uploadId: string; readonly pieceBytes: number }>> => {
    if (size === 0) return refused(fileBook.say('paper/empty', { field: 'fileName' }));
    if (size > FILE_LIMIT_MEGABYTES * MEGABYTE) {
      const megabytes = Math.ceil((size / MEGABYTE) * 10) / 10;
      return refused(fileBook.say('paper/too-big', { field: 'fileName', facts: { megabytes, limit: FILE_LIMIT_MEGABYTES } }));
    }
    const type = dangerousName(args.fileName);
    if (type !== '') return refused(fileBook.say('paper/file-type', { field: 'fileName', facts: { type } }));
    const [paperId, fileId, uploadId] = [context.newId(), context.newId(), context.newId()];
    // Asked before anything is sent or said about the disk: a stranger learns nothing.
    const tried = await parts.tryOut({ ...args, fileId, size, digest: '0'.repeat(64) }, paperId);
    if (!tried.ok) return tried;
    const [needed, free] = [roomFor(size), await parts.freeBytes()];
    if (free < needed)
      return refused(
        fileBook.say('file/no-room', {
          field: 'fileName',
          facts: { needed: Math.ceil(needed / MEGABYTE), free: Math.floor(free / MEGABYTE) },
        }),
      );
    const { access } = tried.value;
    const file = parts.incoming({ id: fileId, name: args.fileName, size, ofId: paperId, access, at: context.now() });
    underWay.set(uploadId, { paperId, laid: { ...args, size }, file });
    return ok({ uploadId, pieceBytes: FILE_CHUNK_BYTES });
  };

  const attach = async (uploadId: string): Promise<Result<{ readonly paperId: string }>> => {
    const one = underWay.get(uploadId);
    if (one === undefined) return refused(fileBook.say('file/cut-off'));
    const arrived = await one.file.arrived();
    const recorded = arrived.ok
      ? await parts.record({ ...one.laid, fileId: arrived.value.fileId, digest: arrived.value.digest }, one.paperId, arrived.value.rows)
      : arrived;
    const isStored = recorded.ok && arrived.ok && arrived.value.fileId === one.file.id;
    underWay.delete(uploadId);
    if (!isStored) parts.forget(one.file.id);
    return recorded.ok ? ok({ paperId: one.paperId }) : recorded;
  };

  const asks: AskHandlers<PaperAsk> = {
    async 'paper.begin'(args, context) {
      if (underWay.size + begun >= MOST_UNDER_WAY) return refused(fileBook.say('file/too-many', { field: 'fileName' }));
      begun += 1;
      try {
        return await begin(args, context);
      } finally {
        begun -= 1;
      }
    },
    async 'file.piece'({ uploadId, number, digest, bytes }) {
      const one = underWay.get(uploadId);
      if (one === undefined) return refused(fileBook.say('file/cut-off'));
      const taken = await one.file.take(number, bytes as Uint8Array<ArrayBuffer>, digest);
      if (!taken.ok) abandon(uploadId);
      return taken;
    },
    async 'paper.attach'({ uploadId }) {
      const attached = attaching.then(() => attach(uploadId));
      attaching = attached.catch(() => undefined);
      return attached;
    },
    async 'file.abandon'({ uploadId }) {
      abandon(uploadId);
      return ok(null);
    },
    async 'paper.save'({ paperId }, context) {
      const paper = await context.reading.one('paper', paperId);
      if (paper === null) return refused(engineBook.say('engine/gone'));
      const { fileId, fileName, size, digest } = paper.body;
      return saveOut(context, { fileId, fileName, size, digest }, { kind: 'paper', id: paperId });
    },
    async 'paper.picture'({ paperId }, context) {
      const paper = await context.reading.one('paper', paperId);
      if (paper === null) return refused(engineBook.say('engine/gone'));
      return ok({ bytes: await parts.pictures.of(paper.body.fileId) });
    },
  };
  return {
    asks,
    abandonAll() {
      for (const uploadId of underWay.keys()) abandon(uploadId);
    },
  };
}
