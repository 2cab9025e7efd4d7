import { createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto';
import { readSync } from 'node:fs';
import { wipe } from '../vault/key-box.ts';
import { PAGE_BYTES } from '../vault/page-size.ts';

/** SQLCipher 4 keeps a seal at the end of each page: HMAC-SHA-512 over the rest of it and its number. */
const SEAL_BYTES = 64;
const SALT_BYTES = 16;
const SALT_MASK = 0x3a;
const SEALED_UP_TO = PAGE_BYTES - SEAL_BYTES;
/** SQLite locks bytes of this page and never stores anything in it. */
export const LOCK_PAGE = 0x4000_0000 / PAGE_BYTES + 1;

/** Judges the seals of one SQLCipher file, page by page, without SQLite: so that it can be done a little at a time, also over a copy. */
export interface PageSeals {
  /** Whether the page of this number (from 1) carries its seal. One that was never written, all zero, is not damaged. */
  holds(page: Uint8Array, number: number): boolean;
  wipe(): void;
}

/** `salt` is the first 16 bytes of the file; the key of the seals is derived from the raw key as SQLCipher 4 does it. */
export function pageSeals(rawKeyHex: string, salt: Uint8Array): PageSeals {
  const rawKey = Buffer.from(rawKeyHex, 'hex');
  const key = pbkdf2Sync(rawKey, Buffer.from(salt.subarray(0, SALT_BYTES).map((byte) => byte ^ SALT_MASK)), 2, 32, 'sha512');
  wipe(rawKey);
  const place = Buffer.alloc(4);
  return {
    holds(page, number) {
      if (page.length !== PAGE_BYTES) return false;
      if (number === LOCK_PAGE) return true;
      place.writeUInt32LE(number);
      const seal = createHmac('sha512', key)
        .update(page.subarray(number === 1 ? SALT_BYTES : 0, SEALED_UP_TO))
        .update(place)
        .digest();
      return timingSafeEqual(seal, page.subarray(SEALED_UP_TO)) || isEmpty(page);
    },
    wipe: () => wipe(key),
  };
}

/** The same for an open file: its salt is its first 16 bytes. */
export function sealsOf(rawKeyHex: string, handle: number): PageSeals {
  const salt = Buffer.alloc(SALT_BYTES);
  readSync(handle, salt, 0, SALT_BYTES, 0);
  return pageSeals(rawKeyHex, salt);
}

function isEmpty(page: Uint8Array): boolean {
  return page.every((byte) => byte === 0);
}
