import { createHash } from 'node:crypto';
import type { AskArgs } from '#shared/contracts/bridge/asks.ts';
import { ok, type Result } from '#shared/base/result.ts';
import type { BridgeClient } from './bridge-client.ts';

export type PaperToAttach = Omit<AskArgs<'paper.begin'>, 'size'> & { readonly bytes: Uint8Array };

export const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Sends one piece of a file as a window does. */
export function sendPiece(client: BridgeClient, uploadId: string, number: number, bytes: Uint8Array): Promise<Result<null>> {
  return client.ask('file.piece', { uploadId, number, bytes: new Uint8Array(bytes), digest: digest(bytes) });
}

/** Sends a whole file as a window does, two pieces ahead; stops at the first refusal. */
export async function sendAll(client: BridgeClient, uploadId: string, bytes: Uint8Array, pieceBytes: number): Promise<Result<null>> {
  const sent: Promise<Result<null>>[] = [];
  for (let number = 0; number * pieceBytes < bytes.length; number += 1) {
    const earlier = await (sent[number - 2] ?? ok(null));
    if (!earlier.ok) return earlier;
    sent.push(sendPiece(client, uploadId, number, bytes.slice(number * pieceBytes, (number + 1) * pieceBytes)));
  }
  for (const one of await Promise.all(sent)) if (!one.ok) return one;
  return ok(null);
}

/** Lays a file before a meeting as a window does. */
export async function attachPaper(client: BridgeClient, { bytes, ...paper }: PaperToAttach): Promise<Result<{ readonly paperId: string }>> {
  const begun = await client.ask('paper.begin', { ...paper, size: bytes.length });
  if (!begun.ok) return begun;
  const { uploadId, pieceBytes } = begun.value;
  const sent = await sendAll(client, uploadId, bytes, pieceBytes);
  return sent.ok ? client.ask('paper.attach', { uploadId }) : sent;
}

/** The same where a refusal is a fault of the test. */
export async function attachedPaper(client: BridgeClient, paper: PaperToAttach): Promise<{ readonly paperId: string }> {
  const attached = await attachPaper(client, paper);
  if (!attached.ok) throw new Error(`the paper was refused: ${attached.refusals[0].code} ${attached.refusals[0].message}`);
  return attached.value;
}
