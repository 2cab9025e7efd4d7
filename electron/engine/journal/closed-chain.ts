import { createHmac } from 'node:crypto';
import { type ChainHead, EMPTY_CHAIN } from '#shared/contracts/record/journal-chain.ts';
import type { Rows } from '../records/rows.ts';
import type { Selector } from '../records/where.ts';

/** Before every letter and digit, so that one range of ids tells the two apart. */
const CLOSED = '!';

/**
 * What is done in compartments is chained apart from the journal that auditors read, so that it leaves no entry, no number and no count there
 * (duties 111, 112). Each seal of the journal holds what only this device can compare with where the closed chain then stood.
 */
export function closedChainOf(device: string): string {
  return `${CLOSED}${device}`;
}

export function isClosedChain(device: string): boolean {
  return device.startsWith(CLOSED);
}

/** Entries of the journal and none of a closed chain; answered from the primary key. */
export const OPEN_ENTRIES = { id: { $gte: '0' } } as const;

/** Entries of this device's closed chain. */
export function closedEntries(device: string): { readonly id: { readonly $gte: string; readonly $lt: string } } {
  const chain = closedChainOf(device);
  return { id: { $gte: `${chain}:`, $lt: `${chain};` } };
}

/** Where this device's closed chain stands. */
export async function closedHead(journal: Rows, device: string): Promise<ChainHead> {
  const last = (await journal.find(closedEntries(device) as Selector, [{ seq: 'desc' }, { id: 'desc' }], 0, 1))[0];
  return last === undefined ? EMPTY_CHAIN : { seq: Number(last['seq']), hash: String(last['hash']) };
}

/** What a seal holds of the closed chain: another text in every seal, whether anything was added to the chain or not, and to everybody without the key as good as random. */
export function closedCommitment(key: Uint8Array, sealSeq: number, head: ChainHead): string {
  return createHmac('sha256', key)
    .update(JSON.stringify([sealSeq, head.seq, head.hash]))
    .digest('hex');
}
