import { createHash } from 'node:crypto';
import { type Result, ok, refused } from '#shared/base/result.ts';
import { fileBook } from '#shared/contracts/bridge/file-refusals.ts';
import type { Kind } from '#shared/domain/bodies.ts';
import type { AskContext } from '../bridge/ask-handler.ts';

/** Pieces between two words about how far it has got. */
const PIECES_PER_WORD = 4;

/**
 * Saves a stored file where the person chooses, piece by piece: what lay there before stays until every chunk and the whole of it have been
 * compared with their digests; a damaged or cancelled one leaves nothing. That it goes out is journalled before the first byte does.
 */
export async function saveOut(
  context: Pick<AskContext, 'os' | 'chunks' | 'journalAct' | 'progress' | 'signal'>,
  file: { readonly fileId: string; readonly fileName: string; readonly size: number; readonly digest: string },
  subject: { readonly kind: Kind; readonly id: string },
): Promise<Result<{ readonly path: string }>> {
  const begun = await sentenceOf(context.os.saveInPieces(file.fileName, file.size));
  if (!begun.ok) return begun;
  const out = begun.value;
  if (out === null) return ok({ path: '' });
  let finished = false;
  try {
    const prepared = await context.journalAct({ act: 'file.copy-prepared', subject, facts: { size: file.size } });
    if (!prepared.ok) return prepared;
    const hash = createHash('sha256');
    let done = 0;
    let pieces = 0;
    let writing: Promise<Result<void>> = Promise.resolve(ok(undefined));
    for await (const piece of context.chunks(file.fileId)) {
      // One is written while the next is read.
      const written = await writing;
      if (!written.ok) return written;
      if (context.signal.aborted) return refused(fileBook.say('file/cancelled'));
      if (piece === null || done + piece.length > file.size) return refused(fileBook.say('paper/not-whole'));
      hash.update(piece);
      done += piece.length;
      pieces += 1;
      if (pieces % PIECES_PER_WORD === 0) context.progress(done, file.size, '');
      writing = sentenceOf(out.write(piece));
    }
    const written = await writing;
    if (!written.ok) return written;
    if (context.signal.aborted) return refused(fileBook.say('file/cancelled'));
    if (done !== file.size || hash.digest('hex') !== file.digest) return refused(fileBook.say('paper/not-whole'));
    const saved = await sentenceOf(out.finish());
    if (!saved.ok) return saved;
    finished = true;
    const journalled = await context.journalAct({ act: 'file.copy-saved', subject, facts: { size: file.size } });
    return journalled.ok ? ok({ path: saved.value.path }) : journalled;
  } finally {
    if (!finished) await out.abandon();
  }
}

/** The operating system's side says in a sentence why it could not. */
async function sentenceOf<T>(work: Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work);
  } catch (error) {
    return refused(fileBook.say('file/not-saved', { facts: { says: error instanceof Error ? error.message : String(error) } }));
  }
}
