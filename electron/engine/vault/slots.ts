import { randomBytes } from 'node:crypto';
import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { HeaderContent, KeySlot } from './header-format.ts';
import { type Argon2Cost, deriveKey, KEY_BYTES, openBox, sealBox, stretch, wipe } from './key-box.ts';

const SALT_BYTES = 16;
const about = (vaultId: string, slotId: string, holds: 'data-key' | 'signing-seed') => ({ vault: vaultId, slot: slotId, holds });

interface SlotToMake {
  readonly id: string;
  readonly nameDigest: string;
  readonly passPhrase: string;
  readonly cost: Argon2Cost;
  /** 32 bytes; the caller wipes them. */
  readonly signingSeed: Uint8Array;
}

/** A key slot for a person: the data key and the person's signing seed, each under its own key from the pass phrase. */
export async function makeSlot(vaultId: string, dataKey: Uint8Array, slot: SlotToMake): Promise<KeySlot> {
  const salt = randomBytes(SALT_BYTES);
  const stretched = await stretch(slot.passPhrase, salt, slot.cost);
  const wrapping = deriveKey(stretched, salt, 'slot/data-key');
  const signing = deriveKey(stretched, salt, 'slot/signing-seed');
  try {
    return {
      id: slot.id,
      nameDigest: slot.nameDigest,
      salt: salt.toString('base64'),
      cost: { ...slot.cost },
      dataKey: sealBox(wrapping, dataKey, about(vaultId, slot.id, 'data-key')),
      signingSeed: sealBox(signing, slot.signingSeed, about(vaultId, slot.id, 'signing-seed')),
      signingKey: bytesToHex(ed25519.getPublicKey(slot.signingSeed)),
    };
  } finally {
    wipe(stretched, wrapping, signing);
  }
}

export interface OpenedSlot {
  readonly slot: KeySlot;
  readonly dataKey: Buffer;
  readonly signingSeed: Buffer;
}

/** Opens the slot with a pass phrase. Null for a wrong one, and, after the same work, when there is no slot. */
export async function openSlot(content: HeaderContent, slot: KeySlot | null, passPhrase: string): Promise<OpenedSlot | null> {
  const tried = slot ?? standIn(content);
  const salt = Buffer.from(tried.salt, 'base64');
  const stretched = await stretch(passPhrase, salt, tried.cost);
  const wrapping = deriveKey(stretched, salt, 'slot/data-key');
  const signing = deriveKey(stretched, salt, 'slot/signing-seed');
  try {
    const dataKey = openBox(wrapping, tried.dataKey, about(content.vaultId, tried.id, 'data-key'));
    const signingSeed = openBox(signing, tried.signingSeed, about(content.vaultId, tried.id, 'signing-seed'));
    if (slot !== null && dataKey?.length === KEY_BYTES && signingSeed?.length === KEY_BYTES) return { slot, dataKey, signingSeed };
    wipe(dataKey, signingSeed);
    return null;
  } finally {
    wipe(stretched, wrapping, signing);
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
