import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { type Algorithm, hashRaw } from '@node-rs/argon2';
import { canonicalJson } from '#shared/base/canonical.ts';

/** What one guess at a pass phrase costs. Stored with each slot, so that it can grow with the machines. */
export interface Argon2Cost {
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
}

export const STANDARD_COST: Argon2Cost = { memoryKiB: 65_536, passes: 3, lanes: 1 };
/** About a second a sign-in on an office machine: four times the memory to build for whoever wants to guess. */
export const STRONG_COST: Argon2Cost = { memoryKiB: 262_144, passes: 4, lanes: 1 };

/** Whether a guess at the first costs at least what one at the second does, in memory and in passes. */
export function costsAsMuch(one: Argon2Cost, other: Argon2Cost): boolean {
  return one.memoryKiB >= other.memoryKiB && one.passes >= other.passes;
}
export const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM: nonce, ciphertext and tag as base64. */
export type Box = string;

/** Encrypts under a key; `about` binds the box to its place, so that it opens nowhere else. */
export function sealBox(key: Uint8Array, content: Uint8Array, about: unknown): Box {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(canonicalJson(about), 'utf8'));
  return Buffer.concat([nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]).toString('base64');
}

/** The content of a box, or null when the key is wrong, the box was altered, or it is not in its place. */
export function openBox(key: Uint8Array, box: Box, about: unknown): Buffer | null {
  const bytes = Buffer.from(box, 'base64');
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES));
  decipher.setAAD(Buffer.from(canonicalJson(about), 'utf8'));
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, bytes.length - TAG_BYTES)), decipher.final()]);
  } catch {
    return null;
  }
}

/** A key for one purpose, derived from another (HKDF-SHA-256). */
export function deriveKey(from: Uint8Array, salt: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', from, salt, `cordon/${purpose}`, KEY_BYTES));
}

/** Argon2id of a pass phrase; the text is put into Unicode NFKC first, so that the same phrase from another keyboard is the same. */
export async function stretch(text: string, salt: Uint8Array, cost: Argon2Cost): Promise<Buffer> {
  const typed = Buffer.from(text.normalize('NFKC'), 'utf8');
  try {
    return await hashRaw(typed, {
      algorithm: ARGON2ID,
      salt,
      memoryCost: cost.memoryKiB,
      timeCost: cost.passes,
      parallelism: cost.lanes,
      outputLen: KEY_BYTES,
    });
  } finally {
    typed.fill(0);
  }
}
// The package declares a const enum, which cannot be read under isolated modules.
const ARGON2ID = 2 as Algorithm.Argon2id;

/** HMAC-SHA-256 over the canonical JSON of a value, as hex. */
export function macOf(key: Uint8Array, value: unknown): string {
  return createHmac('sha256', key).update(canonicalJson(value), 'utf8').digest('hex');
}

export function isSameMac(a: string, b: string): boolean {
  const left = Buffer.from(a, 'utf8');
  const right = Buffer.from(b, 'utf8');
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Overwrites key material; the copies a garbage collector may have made are beyond reach. */
export function wipe(...secrets: readonly (Uint8Array | null | undefined)[]): void {
  for (const secret of secrets) secret?.fill(0);
}
