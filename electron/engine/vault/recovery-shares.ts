import { randomBytes } from 'node:crypto';
import { utils } from '@scure/base';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { combine, split } from 'shamir-secret-sharing';
import { KEY_BYTES, wipe } from './key-box.ts';
import { wordsIn } from './recovery.ts';

/** Words on one sheet. */
export const SHARE_WORDS = 30;
const SET_BYTES = 3;
const CHECKSUM_BYTES = 3;
/** Set, how many are needed of how many, number of the sheet, then the share itself with its place on the curve. */
const SHARE_BYTES = SET_BYTES + 2 + KEY_BYTES + 1;

const WORDS = utils.chain(
  utils.checksum(CHECKSUM_BYTES, (bytes: Uint8Array) => sha256(bytes)),
  utils.radix2(11),
  utils.alphabet([...wordlist]),
);

/** One sheet of a recovery key that was cut into shares. */
export interface RecoveryShare {
  /** Six hexadecimal digits that all sheets of one cutting have in common. */
  readonly set: string;
  readonly needed: number;
  readonly made: number;
  /** 1 for the first sheet. */
  readonly number: number;
  readonly share: Uint8Array;
}

/** Cuts a recovery key into sheets of words, any `needed` of which give it back; fewer tell nothing of it (Shamir). */
export async function cutIntoShares(
  recoveryKey: Uint8Array,
  needed: number,
  made: number,
): Promise<{ readonly set: string; readonly sheets: readonly (readonly string[])[] }> {
  const set = randomBytes(SET_BYTES);
  // The library takes plain arrays of bytes only, no buffers.
  const secret = Uint8Array.from(recoveryKey);
  const shares = await split(secret, made, needed);
  try {
    const sheets = shares.map((share, index) => WORDS.encode(Uint8Array.from([...set, (needed << 4) | made, index + 1, ...share])));
    return { set: set.toString('hex'), sheets };
  } finally {
    wipe(secret, ...shares);
  }
}

/** Reads one sheet as somebody typed it; null when a word is missing, misspelt or out of place. */
export function shareOfWords(typed: string): RecoveryShare | null {
  const words = wordsIn(typed);
  if (words.length !== SHARE_WORDS) return null;
  try {
    const bytes = WORDS.decode([...words]);
    const [many = 0, number = 0] = bytes.subarray(SET_BYTES, SET_BYTES + 2);
    if (bytes.length !== SHARE_BYTES) return null;
    return {
      set: Buffer.from(bytes.subarray(0, SET_BYTES)).toString('hex'),
      needed: many >> 4,
      made: many & 15,
      number,
      share: Uint8Array.from(bytes.subarray(SET_BYTES + 2)),
    };
  } catch {
    return null;
  }
}

/** The recovery key behind enough sheets of one set; null when there are too few, or they are of different sets. */
export async function keyOfShares(shares: readonly RecoveryShare[]): Promise<Uint8Array | null> {
  const [first] = shares;
  const different = [...new Map(shares.map((share) => [share.number, share])).values()];
  if (first === undefined || different.some((share) => share.set !== first.set) || different.length < first.needed) return null;
  try {
    return await combine(different.slice(0, first.needed).map((one) => one.share));
  } catch {
    return null;
  }
}
