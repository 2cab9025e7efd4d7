import type { HeaderContent, KeySlot } from './header-format.ts';
import { openBox, sealBox, wipe } from './key-box.ts';
import { bound, unbound } from './keychain-layer.ts';
import { keysOf } from './header-keys.ts';
import { aboutRecovery } from './recovery.ts';
import { sealTo } from './seal-to.ts';
import { aboutSlot } from './slots.ts';

/**
 * A new data key for everyone. It is sealed to each slot's public half beforehand (`next`), never under the old data key: whoever kept
 * that one, or an old copy of this header, learns nothing of the new one. Once the database has it, `next` takes the place of `dataKey`.
 */
export interface Generation {
  readonly dataKey: Uint8Array;
  /** The keychain's part of the key where the header is bound to it. */
  readonly keychainPart: Uint8Array | null;
}

/** The slots that cannot be sealed to because their person has not signed in since header format 1, and whether the recovery key is such a one. */
export function notYetSealable(content: HeaderContent): { readonly slotIds: readonly string[]; readonly recovery: boolean } {
  return {
    slotIds: content.slots.filter((slot) => slot.opens === undefined).map((slot) => slot.id),
    recovery: content.recovery.opens === undefined,
  };
}

/** The header with the next data key sealed for every slot. Throws when a slot cannot be sealed to; ask `notYetSealable` first. */
export function withNextKey(content: HeaderContent, now: Generation, nextKey: Uint8Array, startedAt: number): HeaderContent {
  const { vaultId } = content;
  const keys = keysOf(now.dataKey, vaultId);
  try {
    return {
      ...content,
      slots: content.slots.map((slot) =>
        inside(vaultId, slot, now.keychainPart, (bare) => ({
          ...bare,
          next: sealed(keys.secrets, bare, aboutSlot(vaultId, slot.id, 'witness'), nextKey, aboutSlot(vaultId, slot.id, 'next-data-key')),
        })),
      ),
      recovery: {
        ...content.recovery,
        next: sealed(
          keys.secrets,
          content.recovery,
          aboutRecovery(vaultId, 'recovery-witness'),
          nextKey,
          aboutRecovery(vaultId, 'next-recovery'),
        ),
      },
      rekey: { stage: 'copying', startedAt },
    };
  } finally {
    wipe(keys.mac, keys.secrets);
  }
}

/** The header after a re-keying was given up: nothing is left of the key that was to come. */
export function withoutNextKey(content: HeaderContent): HeaderContent {
  return { ...content, slots: content.slots.map(dropNext), recovery: dropNext(content.recovery), rekey: null };
}

/** The header of the next generation: every slot holds the new data key, and the old one is kept under it until the database has been seen with the new one. */
export function withNewGeneration(content: HeaderContent, before: Generation, dataKey: Uint8Array, at: number): HeaderContent {
  const { vaultId, device } = content;
  const old = keysOf(before.dataKey, vaultId);
  const fresh = keysOf(dataKey, vaultId);
  const moved = (box: string, about: unknown): string => {
    const content = openBox(old.secrets, box, about);
    if (content === null) throw new Error('a box of the header does not open under its own data key');
    try {
      return sealBox(fresh.secrets, content, about);
    } finally {
      wipe(content);
    }
  };
  /** Sealed anew rather than renamed: each box is bound to its place. */
  const renewed = <Part extends Sealable>(part: Part, witnessAbout: unknown, keyAbout: unknown): Part => ({
    ...dropNext(part),
    dataKey: sealed(old.secrets, part, witnessAbout, dataKey, keyAbout),
    witness: moved(part.witness ?? '', witnessAbout),
  });
  try {
    return {
      ...content,
      generation: (content.generation ?? 1) + 1,
      generationSince: at,
      slots: content.slots.map((slot) =>
        inside(vaultId, slot, before.keychainPart, (bare) =>
          renewed(bare, aboutSlot(vaultId, slot.id, 'witness'), aboutSlot(vaultId, slot.id, 'data-key')),
        ),
      ),
      recovery: renewed(content.recovery, aboutRecovery(vaultId, 'recovery-witness'), aboutRecovery(vaultId, 'recovery')),
      device: { ...device, signingSeed: moved(device.signingSeed, { vault: vaultId, holds: 'device-seed' }) },
      ...(content.keychain === null || content.keychain === undefined
        ? {}
        : { keychain: { ...content.keychain, kept: moved(content.keychain.kept, { vault: vaultId, holds: 'keychain-part' }) } }),
      rekey: {
        stage: 'switching',
        startedAt: content.rekey?.startedAt ?? at,
        before: sealBox(fresh.secrets, before.dataKey, { vault: vaultId, holds: 'data-key-before' }),
      },
    };
  } finally {
    wipe(old.mac, old.secrets, fresh.mac, fresh.secrets);
  }
}

/** The data key of the generation before, while the header is `switching`. */
export function keyBefore(content: HeaderContent, dataKey: Uint8Array): Buffer | null {
  if (content.rekey?.stage !== 'switching') return null;
  const keys = keysOf(dataKey, content.vaultId);
  try {
    return openBox(keys.secrets, content.rekey.before, { vault: content.vaultId, holds: 'data-key-before' });
  } finally {
    wipe(keys.mac, keys.secrets);
  }
}

interface Sealable {
  readonly dataKey: string;
  readonly opens?: string | undefined;
  readonly witness?: string | undefined;
  readonly next?: string | undefined;
}

function sealed(secrets: Uint8Array, part: Sealable, witnessAbout: unknown, dataKey: Uint8Array, keyAbout: unknown): string {
  const witness = part.witness === undefined ? null : openBox(secrets, part.witness, witnessAbout);
  if (part.opens === undefined || witness === null) throw new Error('a slot that nothing can be sealed to');
  try {
    return sealTo({ opens: part.opens, witness }, dataKey, keyAbout);
  } finally {
    wipe(witness);
  }
}

function dropNext<Part extends Sealable>(part: Part): Part {
  const { next: _next, ...rest } = part;
  return rest as Part;
}

/** Works on the slot below its keychain layer. */
function inside(vaultId: string, slot: KeySlot, keychainPart: Uint8Array | null, work: (bare: KeySlot) => KeySlot): KeySlot {
  if (keychainPart === null) return work(slot);
  const bare = unbound(vaultId, slot, keychainPart);
  if (bare === null) throw new Error('a slot that the keychain’s part does not open');
  return bound(vaultId, work(bare), keychainPart);
}
