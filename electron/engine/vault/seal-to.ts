import { randomBytes } from 'node:crypto';
import { x25519 } from '@noble/curves/ed25519.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { type Box, deriveKey, KEY_BYTES, openBox, sealBox, wipe } from './key-box.ts';

/**
 * Sealing for someone who is not here: the X25519 half in the header is enough to seal, only the holder's own secret opens. Shaped like
 * HPKE's mode with a pre-shared key (RFC 9180): without the `witness` nobody can make a box its holder would take for the vault's.
 */
export interface Holder {
  /** X25519 public key, 64 hex digits. */
  readonly opens: string;
  /** 32 bytes that the holder and the open vault know; whoever seals proves with it that they had the vault open. */
  readonly witness: Buffer;
}

/** The two halves that follow from a holder's secret; the caller wipes `witness`. */
export function holderOf(secret: Uint8Array, salt: Uint8Array): Holder {
  const own = deriveKey(secret, salt, 'holder/x25519');
  try {
    return { opens: bytesToHex(x25519.getPublicKey(own)), witness: deriveKey(secret, salt, 'holder/witness') };
  } finally {
    wipe(own);
  }
}

/** Encrypts for the holder; `about` binds the box to its place. */
export function sealTo(holder: Holder, content: Uint8Array, about: unknown): Box {
  const passing = randomBytes(KEY_BYTES);
  const passingKey = x25519.getPublicKey(passing);
  const shared = x25519.getSharedSecret(passing, hexToBytes(holder.opens));
  const key = agreed(shared, holder.witness, passingKey, holder.opens);
  try {
    return Buffer.concat([passingKey, Buffer.from(sealBox(key, content, about), 'base64')]).toString('base64');
  } finally {
    wipe(passing, shared, key);
  }
}

/** What was sealed for the holder of this secret, or null when it was sealed for another, by a stranger, or altered. */
export function openSealed(secret: Uint8Array, salt: Uint8Array, box: Box, about: unknown): Buffer | null {
  const bytes = Buffer.from(box, 'base64');
  if (bytes.length <= KEY_BYTES) return null;
  const passingKey = bytes.subarray(0, KEY_BYTES);
  const own = deriveKey(secret, salt, 'holder/x25519');
  const holder = holderOf(secret, salt);
  let shared: Uint8Array | null = null;
  let key: Buffer | null = null;
  try {
    shared = x25519.getSharedSecret(own, passingKey);
    key = agreed(shared, holder.witness, passingKey, holder.opens);
    return openBox(key, bytes.subarray(KEY_BYTES).toString('base64'), about);
  } catch {
    // A public half of low order, which no honest sealing makes.
    return null;
  } finally {
    wipe(own, holder.witness, shared, key);
  }
}

function agreed(shared: Uint8Array, witness: Uint8Array, passingKey: Uint8Array, opens: string): Buffer {
  const both = Buffer.concat([shared, witness]);
  try {
    return deriveKey(both, Buffer.concat([passingKey, hexToBytes(opens)]), 'holder/sealed');
  } finally {
    wipe(both);
  }
}
