import { findNoun } from '#shared/domain/registry.ts';
import { openCollections } from '#electron/engine/records/open-collections.ts';
import { TEXT_VERSION, textOf } from '#electron/engine/search/text-of.ts';
import { FAST_COST, unlock } from '#electron/engine/vault/header.ts';
import { openVault } from '#electron/engine/vault/open-vault.ts';
import type { StoredJson, Vault } from '#electron/engine/vault/vault.ts';
import type { UnlockedHeader } from '#electron/engine/vault/unlocked-header.ts';

const ADMIN = { signInName: 'admin', passPhrase: 'copper wagon lullaby' } as const;

/** The keys of a closed vault. */
export async function keyTo(
  folder: string,
  { signInName, passPhrase }: { readonly signInName: string; readonly passPhrase: string } = ADMIN,
): Promise<UnlockedHeader> {
  const result = await unlock({ folder, cost: FAST_COST, now: () => Date.now() }, signInName, passPhrase);
  if (!result.ok) throw new Error(result.refusals[0].message);
  return result.value;
}

/** Works on a closed vault past everything that would tidy it. */
export async function inClosedVault<T>(
  folder: string,
  work: (vault: Vault) => T | Promise<T>,
  person: { readonly signInName: string; readonly passPhrase: string } = ADMIN,
): Promise<T> {
  const unlocked = await keyTo(folder, person);
  const vault = openVault({
    folder,
    rawKeyHex: unlocked.rawKeyHex(),
    expect: 'existing',
    textOf: textOf(findNoun),
    textVersion: TEXT_VERSION,
  });
  const { close } = await openCollections(vault);
  try {
    return await work(vault);
  } finally {
    await close();
    vault.close();
    unlocked.lock();
  }
}

export interface RowFound {
  readonly id: string;
  readonly file: string;
  readonly access: string;
  readonly whole: boolean;
  readonly data?: string;
  readonly _deleted: boolean;
  readonly bytes: number;
}

/** What lies in a collection of a closed vault. */
export function rowsIn(
  folder: string,
  collection: 'records' | 'files',
  person?: { readonly signInName: string; readonly passPhrase: string },
): Promise<readonly RowFound[]> {
  return inClosedVault(
    folder,
    (vault) =>
      vault.pages
        .rowsAfter(collection, 0, 100_000)
        .map(({ json, bytes }: StoredJson) => ({ ...(JSON.parse(json) as RowFound), bytes: bytes?.length ?? 0 })),
    person,
  );
}
