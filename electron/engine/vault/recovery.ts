import { randomBytes } from 'node:crypto';
import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import type { HeaderContent } from './header-format.ts';
import { deriveKey, KEY_BYTES, sealBox, wipe } from './key-box.ts';

export const RECOVERY_WORDS = 24;

/** 256 bits as 24 words of the BIP-39 English list; the last one carries a checksum. */
export function wordsOf(key: Uint8Array): readonly string[] {
  return entropyToMnemonic(key, wordlist).split(' ');
}

/** The key the words stand for, however they were spaced and capitalised; null when the checksum does not fit. */
export function keyOfWords(typed: string): Uint8Array | null {
  const words =
    typed
      .normalize('NFKD')
      .toLowerCase()
      .match(/[a-z]+/g) ?? [];
  if (words.length !== RECOVERY_WORDS) return null;
  try {
    return mnemonicToEntropy(words.join(' '), wordlist);
  } catch {
    return null;
  }
}

/** A recovery key and the slot it opens. */
export function makeRecovery(
  vaultId: string,
  dataKey: Uint8Array,
): { readonly slot: HeaderContent['recovery']; readonly words: readonly string[] } {
  const key = randomBytes(KEY_BYTES);
  const salt = randomBytes(16);
  const wrapping = deriveKey(key, salt, 'slot/recovery');
  try {
    return {
      slot: { salt: salt.toString('base64'), dataKey: sealBox(wrapping, dataKey, { vault: vaultId, holds: 'recovery' }) },
      words: wordsOf(key),
    };
  } finally {
    wipe(key, wrapping);
  }
}
