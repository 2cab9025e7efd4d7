import { type Result, refused } from '#shared/base/result.ts';
import { bridgeText } from '#renderer/text/app.ts';
import type { Bridge } from './bridge.ts';

/** Pieces on their way at once: one is read while the others are stored. */
const AHEAD = 3;

export interface FileToSend {
  readonly file: Blob;
  readonly uploadId: string;
  readonly pieceBytes: number;
  /** How many bytes are stored. */
  readonly onStored: (bytes: number) => void;
  readonly signal: AbortSignal;
}

/** Cancelled by the person: nothing went wrong. */
export const CANCELLED = 'cancelled';

/**
 * Hands a file to the engine piece by piece, never more than a few at once in memory; what is under way when it is cancelled, refused or
 * cannot be read any more is given up on the other side too.
 */
export async function sendFile(
  bridge: Pick<Bridge, 'ask'>,
  { file, uploadId, pieceBytes, onStored, signal }: FileToSend,
): Promise<Result<null> | typeof CANCELLED> {
  const giveUp = async <T>(because: T): Promise<T> => {
    await bridge.ask('file.abandon', { uploadId });
    return because;
  };
  const pieces = Math.max(1, Math.ceil(file.size / pieceBytes));
  const underWay: Promise<Result<null>>[] = [];
  let stored = 0;
  for (let number = 0; number < pieces + AHEAD; number += 1) {
    const earlier = await underWay[number - AHEAD];
    if (signal.aborted) return giveUp(CANCELLED);
    if (earlier !== undefined) {
      if (!earlier.ok) return giveUp(earlier);
      stored += 1;
      onStored(Math.min(file.size, stored * pieceBytes));
    }
    if (number >= pieces) continue;
    let bytes: Uint8Array<ArrayBuffer>;
    try {
      bytes = new Uint8Array(await file.slice(number * pieceBytes, (number + 1) * pieceBytes).arrayBuffer());
    } catch {
      // Changed, moved or taken out with its drive since it was chosen.
      return giveUp(refused(bridgeText.refusals.unreadable));
    }
    const digest = hexOf(await crypto.subtle.digest('SHA-256', bytes));
    underWay.push(bridge.ask('file.piece', { uploadId, number, digest, bytes }));
  }
  return { ok: true, value: null };
}

const hexOf = (bytes: ArrayBuffer): string => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
