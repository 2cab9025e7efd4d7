import type { JournalReport } from '#shared/contracts/bridge/asks.ts';
import type { Vault } from '../vault/vault.ts';

export interface VerifySearchParts {
  readonly vault: Pick<Vault, 'textIsWhole' | 'compareText' | 'renewText'>;
  readonly bug: (where: string, error: unknown) => void;
  readonly progress: (done: number, total: number, says: string) => void;
}

/** Compares what search finds with every record; where they disagree the index is made anew in the background, from the records. */
export async function verifySearch(parts: VerifySearchParts): Promise<JournalReport['search']> {
  const { vault } = parts;
  if (!vault.textIsWhole()) return { state: 'being-made-anew', wrong: 0 };
  const { wrong } = await vault.compareText((done, total) => parts.progress(done, total, 'Checking what search finds'));
  if (wrong === 0) return { state: 'fits', wrong };
  vault.renewText(true).catch((error: unknown) => parts.bug('text index', error));
  return { state: 'did-not-fit', wrong };
}
