import { randomBytes } from 'node:crypto';
import { ok, refused, type Result } from '#shared/base/result.ts';
import type { HeaderContent } from './header-format.ts';
import { keysOf } from './header-keys.ts';
import { KEY_BYTES, sealBox, wipe } from './key-box.ts';
import { bound, unbound } from './keychain-layer.ts';
import { keyBook } from './refusals.ts';
import type { HeaderSettings, UnlockedHeader } from './unlocked-header.ts';
import { VaultTrouble } from './vault-trouble.ts';

const NO_KEYCHAIN = 'Cordon cannot reach the keychain of this computer, so it cannot keep a key there.';

/** Why the keychain of this computer cannot be relied on, as a sentence; empty when it can. */
export async function keychainTrouble(settings: HeaderSettings): Promise<string> {
  return settings.keychain === undefined ? NO_KEYCHAIN : settings.keychain.trouble();
}

/**
 * From now on every slot needs the keychain's part besides the pass phrase, those of people who are away too. The recovery key does not,
 * and the vault keeps the part under its data key, so that losing the keychain never loses the vault.
 */
export async function bindToKeychain(header: UnlockedHeader): Promise<Result<null>> {
  const keys = header.keys();
  if (keys.keychainPart !== null) return ok(null);
  const trouble = await keychainTrouble(header.settings);
  if (trouble !== '') return refused(keyBook.say('vault/keychain-cannot', { facts: { says: trouble } }));
  const keychainPart = randomBytes(KEY_BYTES);
  const keychain = await kept(header, keychainPart);
  if (keychain === null) return refused(keyBook.say('vault/keychain-cannot', { facts: { says: NO_KEYCHAIN } }));
  header.write(
    { keychain, slots: header.content.slots.map((slot) => bound(header.vaultId, slot, keychainPart)) },
    { ...keys, keychainPart },
  );
  return ok(null);
}

/** From now on the pass phrase is enough again. */
export function releaseFromKeychain(header: UnlockedHeader): Result<null> {
  const keys = header.keys();
  const { keychainPart } = keys;
  if (keychainPart === null) return ok(null);
  const slots = header.content.slots.map((slot) => {
    const bare = unbound(header.vaultId, slot, keychainPart);
    if (bare === null) throw new VaultTrouble('header-damaged');
    return bare;
  });
  header.write({ keychain: null, slots }, { ...keys, keychainPart: null });
  return ok(null);
}

/**
 * After the recovery key was used: gives the part to the keychain of this computer again, or, where there is none to give it to, releases
 * the vault from it. Says which.
 */
export async function mendBinding(header: UnlockedHeader): Promise<'none' | 'as-it-was' | 'bound-again' | 'released'> {
  const { keychainPart } = header.keys();
  const { keychain } = header.content;
  if (keychainPart === null || keychain === null || keychain === undefined) return 'none';
  const given = (await header.settings.keychain?.reveal(keychain.sealed)) ?? null;
  if (given !== null && keychainPart.equals(given)) return 'as-it-was';
  const again = (await keychainTrouble(header.settings)) === '' ? await kept(header, keychainPart) : null;
  if (again === null) {
    releaseFromKeychain(header);
    return 'released';
  }
  header.write({ keychain: again });
  return 'bound-again';
}

/** The part sealed by the keychain, seen to come back, and under the data key; null when the keychain does not keep its word. */
async function kept(header: UnlockedHeader, keychainPart: Buffer): Promise<NonNullable<HeaderContent['keychain']> | null> {
  const { keychain, now } = header.settings;
  if (keychain === undefined) return null;
  const { mac, secrets } = keysOf(header.keys().dataKey, header.vaultId);
  try {
    const sealed = await keychain.protect(keychainPart);
    const back = await keychain.reveal(sealed);
    if (back === null || !keychainPart.equals(back)) return null;
    return { sealed, kept: sealBox(secrets, keychainPart, { vault: header.vaultId, holds: 'keychain-part' }), since: now() };
  } catch {
    return null;
  } finally {
    wipe(mac, secrets);
  }
}
