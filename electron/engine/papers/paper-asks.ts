import { type Result, ok, refused } from '#shared/base/result.ts';
import { engineBook } from '#shared/contracts/bridge/refusals.ts';
import type { AskHandlers } from '../bridge/ask-handler.ts';
import type { FileToStore } from '../commands/run-changes.ts';
import { digestOfBytes } from '../files/stored-files.ts';
import { dangerousType } from './dangerous-file.ts';

const MEGABYTE = 1024 * 1024;
export const PAPER_LIMIT_MEGABYTES = 25;

export interface PaperAskParts {
  /** Runs the command that records a paper together with its file; `id` is what the command is given when it asks for a new id. */
  readonly recordWithFile: (args: Readonly<Record<string, unknown>>, file: FileToStore, id: string) => Promise<Result<unknown>>;
}

/** Takes a file into the vault as a paper of a meeting, and gives it back unchanged (duties 31, 127, 130). */
export function paperAsks(parts: PaperAskParts): AskHandlers<'paper.attach' | 'paper.read'> {
  return {
    async 'paper.attach'({ bytes, ...args }, context) {
      if (bytes.length === 0) return refused(engineBook.say('paper/empty', { field: 'bytes' }));
      if (bytes.length > PAPER_LIMIT_MEGABYTES * MEGABYTE) {
        const megabytes = Math.ceil((bytes.length / MEGABYTE) * 10) / 10;
        return refused(engineBook.say('paper/too-big', { field: 'bytes', facts: { megabytes, limit: PAPER_LIMIT_MEGABYTES } }));
      }
      const type = dangerousType(args.fileName, bytes);
      if (type !== '') return refused(engineBook.say('paper/file-type', { field: 'fileName', facts: { type } }));
      const [paperId, fileId] = [context.newId(), context.newId()];
      const recorded = await parts.recordWithFile(
        { ...args, fileId, size: bytes.length, digest: digestOfBytes(bytes) },
        { id: fileId, bytes, ofId: paperId },
        paperId,
      );
      return recorded.ok ? ok({ paperId }) : recorded;
    },
    async 'paper.read'({ paperId }, context) {
      const paper = await context.reading.one('paper', paperId);
      if (paper === null) return refused(engineBook.say('engine/gone'));
      const bytes = await context.readFile(paper.body.fileId);
      if (bytes === null || digestOfBytes(bytes) !== paper.body.digest) return refused(engineBook.say('paper/not-whole'));
      const journalled = await context.journalAct({
        act: 'paper.opened',
        subject: { kind: 'paper', id: paperId },
        facts: { size: bytes.length },
      });
      if (!journalled.ok) return journalled;
      return ok({ fileName: paper.body.fileName, mediaType: paper.body.mediaType, bytes });
    },
  };
}
