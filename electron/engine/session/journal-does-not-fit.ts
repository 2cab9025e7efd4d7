import { ok } from '#shared/base/result.ts';
import type { Instant } from '#shared/base/time.ts';
import type { Actor } from '#shared/domain/access/access.ts';
import type { ActWriter } from '../commands/write-acts.ts';
import type { Vault } from '../vault/vault.ts';
import type { DoesNotFit } from './roll-back.ts';

/** Writes what was found not to fit when the vault was opened into its journal, one entry each (duty 122). */
export async function journalDoesNotFit(writer: ActWriter, faults: readonly DoesNotFit[], actor: Actor, at: Instant): Promise<void> {
  for (const { what, facts } of faults) {
    await writer.run(async () =>
      ok({
        act: { act: 'session.vault-does-not-fit', actor, at, changes: [], subject: null, facts: { what, ...facts }, journalled: true },
        out: null,
      }),
    );
  }
}

const UNTOLD = 'untold';

/** What was found at a sign-in that was then refused, and so was told to nobody yet. */
export function untold({ vault }: { readonly vault: Vault }): readonly string[] {
  const kept = vault.recall(UNTOLD);
  return kept === '' ? [] : (JSON.parse(kept) as string[]);
}

export function keepUntold({ vault }: { readonly vault: Vault }, says: readonly string[]): void {
  const kept = says.length === 0 ? '' : JSON.stringify(says);
  if (vault.recall(UNTOLD) !== kept) vault.remember(UNTOLD, kept);
}
