import { randomBytes } from 'node:crypto';
import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { HeaderContent, KeySlot } from './header-format.ts';
import { type Argon2Cost, deriveKey, KEY_BYTES, openBox, sealBox, stretch, wipe } from './key-box.ts';
import { unbound } from './keychain-layer.ts';
import { holderOf, openSealed, sealTo } from './seal-to.ts';

const SALT_BYTES = 16;
type Holds = 'data-key' | 'next-data-key' | 'signing-seed' | 'own' | 'witness';
export const aboutSlot = (vaultId: string, slotId: string, holds: Holds) => ({ vault: vaultId, slot: slotId, holds });
const saltOf = (vaultId: string): Buffer => Buffer.from(vaultId, 'hex');

/** The data keys a slot is to hold, and what the witness is kept under. */
export interface KeysToHold {
  readonly dataKey: Uint8Array;
  /** Keeps secrets that only the data key gives (`keysOf`). */
  readonly secrets: Uint8Array;
  /** The data key of the next generation while the vault is being re-keyed. */
  readonly nextKey: Uint8Array | null;
}

interface SlotToMake {
  readonly id: string;
  readonly nameDigest: string;
  readonly passPhrase: string;
  readonly cost: Argon2Cost;
  /** 32 bytes; the caller wipes them. */
  readonly signingSeed: Uint8Array;
}

/**
 * A key slot for a person. The pass phrase opens a secret of their own, and the data key is sealed to the public half of that secret,
 * so that a new data key can be sealed for people who are not signed in. Their signing seed is under a second key from the pass phrase.
 */
export async function makeSlot(vaultId: string, keys: KeysToHold, slot: SlotToMake): Promise<KeySlot> {
  const salt = randomBytes(SALT_BYTES);
  const stretched = await stretch(slot.passPhrase, salt, slot.cost);
  const owning = deriveKey(stretched, salt, 'slot/own');
  const signing = deriveKey(stretched, salt, 'slot/signing-seed');
  const own = randomBytes(KEY_BYTES);
  const holder = holderOf(own, saltOf(vaultId));
  try {
    return {
      id: slot.id,
      nameDigest: slot.nameDigest,
      salt: salt.toString('base64'),
      cost: { ...slot.cost },
      own: sealBox(owning, own, aboutSlot(vaultId, slot.id, 'own')),
      opens: holder.opens,
      witness: sealBox(keys.secrets, holder.witness, aboutSlot(vaultId, slot.id, 'witness')),
      dataKey: sealTo(holder, keys.dataKey, aboutSlot(vaultId, slot.id, 'data-key')),
      ...(keys.nextKey === null ? {} : { next: sealTo(holder, keys.nextKey, aboutSlot(vaultId, slot.id, 'next-data-key')) }),
      signingSeed: sealBox(signing, slot.signingSeed, aboutSlot(vaultId, slot.id, 'signing-seed')),
      signingKey: bytesToHex(ed25519.getPublicKey(slot.signingSeed)),
    };
  } finally {
    wipe(stretched, owning, signing, own, holder.witness);
  }
}

export interface OpenedSlot {
  /** As it stands in the header. */
  readonly slot: KeySlot;
  readonly dataKey: Buffer;
  readonly nextKey: Buffer | null;
  readonly signingSeed: Buffer;
}

/**
 * Opens the slot with a pass phrase, and with the keychain's part where the header is bound to it. Null for a wrong one, and, after the
 * same work, when there is no slot.
 */
export async function openSlot(
  content: HeaderContent,
  slot: KeySlot | null,
  passPhrase: string,
  keychainPart: Uint8Array | null,
): Promise<OpenedSlot | null> {
  const stored = slot ?? standIn(content);
  const tried = keychainPart === null ? stored : unbound(content.vaultId, stored, keychainPart);
  const salt = Buffer.from(stored.salt, 'base64');
  const stretched = await stretch(passPhrase, salt, stored.cost);
  const signing = deriveKey(stretched, salt, 'slot/signing-seed');
  let keys: { readonly dataKey: Buffer | null; readonly nextKey: Buffer | null } = { dataKey: null, nextKey: null };
  let signingSeed: Buffer | null = null;
  let whole = false;
  try {
    if (tried === null) return null;
    keys =
      tried.own === undefined ? openedAsBefore(content, tried, stretched, salt) : openedByOwn(content, tried, tried.own, stretched, salt);
    signingSeed = openBox(signing, tried.signingSeed, aboutSlot(content.vaultId, tried.id, 'signing-seed'));
    const { dataKey, nextKey } = keys;
    whole = slot !== null && dataKey?.length === KEY_BYTES && signingSeed?.length === KEY_BYTES;
    return slot !== null && dataKey !== null && signingSeed !== null && whole ? { slot, dataKey, nextKey, signingSeed } : null;
  } finally {
    wipe(stretched, signing);
    if (!whole) wipe(keys.dataKey, keys.nextKey, signingSeed);
  }
}

function openedByOwn(
  { vaultId }: HeaderContent,
  slot: KeySlot,
  box: string,
  stretched: Buffer,
  salt: Buffer,
): { readonly dataKey: Buffer | null; readonly nextKey: Buffer | null } {
  const owning = deriveKey(stretched, salt, 'slot/own');
  const own = openBox(owning, box, aboutSlot(vaultId, slot.id, 'own'));
  try {
    if (own === null) return { dataKey: null, nextKey: null };
    return {
      dataKey: openSealed(own, saltOf(vaultId), slot.dataKey, aboutSlot(vaultId, slot.id, 'data-key')),
      nextKey: slot.next === undefined ? null : openSealed(own, saltOf(vaultId), slot.next, aboutSlot(vaultId, slot.id, 'next-data-key')),
    };
  } finally {
    wipe(owning, own);
  }
}

/** Header format 1 kept the data key straight under the pass phrase; such a slot is made anew at its person's next sign-in. */
function openedAsBefore(
  { vaultId }: HeaderContent,
  slot: KeySlot,
  stretched: Buffer,
  salt: Buffer,
): { dataKey: Buffer | null; nextKey: null } {
  const wrapping = deriveKey(stretched, salt, 'slot/data-key');
  try {
    return { dataKey: openBox(wrapping, slot.dataKey, aboutSlot(vaultId, slot.id, 'data-key')), nextKey: null };
  } finally {
    wipe(wrapping);
  }
}

/** What an unknown name is tried against, so that it takes as long as a known one. */
function standIn(content: HeaderContent): KeySlot {
  const [first] = content.slots;
  if (first === undefined) throw new Error('a header without a slot');
  return { ...first, id: '0'.repeat(32), salt: content.nameSalt };
}

/** The digest a slot is found by: slow and salted, so that the names of a force cannot be read off the header. */
export async function nameDigest(content: Pick<HeaderContent, 'nameSalt' | 'nameCost'>, signInName: string): Promise<string> {
  const digest = await stretch(plainName(signInName), Buffer.from(content.nameSalt, 'base64'), content.nameCost);
  return digest.toString('hex');
}

export function plainName(signInName: string): string {
  return signInName.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}
