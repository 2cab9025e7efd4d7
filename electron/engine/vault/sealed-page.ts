import { createCipheriv, createDecipheriv, createHmac, pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto';
import { deriveKey, wipe } from './key-box.ts';
import { PAGE_BYTES } from './page-size.ts';
import { VaultTrouble } from './vault-trouble.ts';

/*
 * A page of the database as SQLCipher 4 keeps it on the disk (https://www.zetetic.net/sqlcipher/design/): AES-256-CBC, then the IV, then
 * HMAC-SHA-512 over ciphertext, IV and page number; the first page begins with the salt of the file in the clear. Known here for one
 * purpose, re-keying a page at a time while people work: SQLCipher itself can only re-key a whole file at once.
 */
const SALT_BYTES = 16;
const IV_BYTES = 16;
const SEAL_BYTES = 64;
const CIPHERTEXT_ENDS = PAGE_BYTES - SEAL_BYTES - IV_BYTES;
const SEAL_AT = PAGE_BYTES - SEAL_BYTES;
const SALT_MASK = 0x3a;
const SEAL_KEY_ROUNDS = 2;

/** The keys of one database file under one raw key. */
export interface PageKeys {
  readonly salt: Buffer;
  readonly content: Buffer;
  readonly seal: Buffer;
}

/** `salt` is the first 16 bytes of the file; left out, one is drawn for a new file. */
export function pageKeys(rawKeyHex: string, salt: Buffer = randomBytes(SALT_BYTES)): PageKeys {
  const content = Buffer.from(rawKeyHex, 'hex');
  const seal = pbkdf2Sync(content, Buffer.from(salt.map((byte) => byte ^ SALT_MASK)), SEAL_KEY_ROUNDS, content.length, 'sha512');
  return { salt: Buffer.from(salt.subarray(0, SALT_BYTES)), content, seal };
}

export function wipePageKeys(...keys: readonly PageKeys[]): void {
  for (const { content, seal } of keys) wipe(content, seal);
}

const startOf = (pageNumber: number): number => (pageNumber === 1 ? SALT_BYTES : 0);

function sealOf(keys: PageKeys, page: Buffer, pageNumber: number): Buffer {
  const number = Buffer.alloc(4);
  number.writeUInt32LE(pageNumber);
  return createHmac('sha512', keys.seal)
    .update(page.subarray(startOf(pageNumber), SEAL_AT))
    .update(number)
    .digest();
}

/** Whether the page was written under these keys and not altered since. */
export function carriesSeal(keys: PageKeys, page: Buffer, pageNumber: number): boolean {
  return timingSafeEqual(sealOf(keys, page, pageNumber), page.subarray(SEAL_AT));
}

/** A page under new keys. Throws `VaultTrouble` when the page does not carry its seal. */
export function resealPage(from: PageKeys, to: PageKeys, ivKey: Uint8Array, page: Buffer, pageNumber: number): Buffer {
  if (!carriesSeal(from, page, pageNumber)) throw new VaultTrouble('damaged');
  const start = startOf(pageNumber);
  const opening = createDecipheriv('aes-256-cbc', from.content, page.subarray(CIPHERTEXT_ENDS, SEAL_AT)).setAutoPadding(false);
  const content = Buffer.concat([opening.update(page.subarray(start, CIPHERTEXT_ENDS)), opening.final()]);
  const resealed = Buffer.alloc(PAGE_BYTES);
  if (start > 0) to.salt.copy(resealed);
  const iv = ivFor(ivKey, page, pageNumber);
  const closing = createCipheriv('aes-256-cbc', to.content, iv).setAutoPadding(false);
  closing.update(content).copy(resealed, start);
  closing.final();
  iv.copy(resealed, CIPHERTEXT_ENDS);
  sealOf(to, resealed, pageNumber).copy(resealed, SEAL_AT);
  wipe(content);
  return resealed;
}

/** Whether a page of the new file is whole and was made from exactly this page of the old one. */
export function isResealed(to: PageKeys, ivKey: Uint8Array, old: Buffer, made: Buffer, pageNumber: number): boolean {
  return (
    ivFor(ivKey, old, pageNumber).equals(made.subarray(CIPHERTEXT_ENDS, SEAL_AT)) &&
    (pageNumber !== 1 || to.salt.equals(made.subarray(0, SALT_BYTES))) &&
    carriesSeal(to, made, pageNumber)
  );
}

/** The key that IVs follow from; a secret of the new generation. */
export const ivKeyOf = (rawKeyHex: string): Buffer => {
  const raw = Buffer.from(rawKeyHex, 'hex');
  try {
    return deriveKey(raw, Buffer.alloc(0), 'rekey-iv');
  } finally {
    wipe(raw);
  }
};

/**
 * SQLite writes a page with another seal every time, because its IV is random. An IV made from that seal by a keyed function is as hard to
 * guess, never the same for two contents, and says later which state of the page was copied: a re-keying cut short needs no other note.
 */
function ivFor(ivKey: Uint8Array, page: Buffer, pageNumber: number): Buffer {
  const number = Buffer.alloc(4);
  number.writeUInt32LE(pageNumber);
  return createHmac('sha256', ivKey).update(number).update(page.subarray(SEAL_AT)).digest().subarray(0, IV_BYTES);
}
