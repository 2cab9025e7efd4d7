import { randomBytes } from 'node:crypto';
import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import type { HeaderContent } from './header-format.ts';
import { deriveKey, KEY_BYTES, openBox, sealBox, wipe } from './key-box.ts';
import { holderOf, openSealed, sealTo } from './seal-to.ts';
import type { KeysToHold } from './slots.ts';

export const RECOVERY_WORDS = 24;

type Recovery = HeaderContent['recovery'];
export const aboutRecovery = (vaultId: string, holds: 'recovery' | 'next-recovery' | 'recovery-witness') => ({ vault: vaultId, holds });

/** 256 bits as 24 words of the BIP-39 English list; the last one carries a checksum. */
export function wordsOf(key: Uint8Array): readonly string[] {
  return entropyToMnemonic(key, wordlist).split(' ');
}

/** The words somebody typed, however they were spaced, numbered and capitalised. */
export function wordsIn(typed: string): readonly string[] {
  return (
    typed
      .normalize('NFKD')
      .toLowerCase()
      .match(/[a-z]+/g) ?? []
  );
}

/** The key the words stand for; null when they are not 24 or the checksum does not fit. */
export function keyOfWords(typed: string): Uint8Array | null {
  const words = wordsIn(typed);
  if (words.length !== RECOVERY_WORDS) return null;
  try {
    return mnemonicToEntropy(words.join(' '), wordlist);
  } catch {
    return null;
  }
}

/** The slot a recovery key opens: the data key sealed to it, so that re-keying does not need the printed words. */
export function makeRecovery(
  vaultId: string,
  keys: KeysToHold,
  recoveryKey: Uint8Array,
  about: { readonly madeAt: number; readonly split?: Recovery['split'] },
): Recovery {
  const salt = randomBytes(16);
  const holder = holderOf(recoveryKey, salt);
  try {
    return {
      salt: salt.toString('base64'),
      opens: holder.opens,
      witness: sealBox(keys.secrets, holder.witness, aboutRecovery(vaultId, 'recovery-witness')),
      dataKey: sealTo(holder, keys.dataKey, aboutRecovery(vaultId, 'recovery')),
      ...(keys.nextKey === null ? {} : { next: sealTo(holder, keys.nextKey, aboutRecovery(vaultId, 'next-recovery')) }),
      madeAt: about.madeAt,
      split: about.split ?? null,
    };
  } finally {
    wipe(holder.witness);
  }
}

export const newRecoveryKey = (): Buffer => randomBytes(KEY_BYTES);

/** The data keys behind a recovery key, or null when it is not this vault's or has been replaced. */
export function openRecovery(
  { vaultId, recovery }: HeaderContent,
  recoveryKey: Uint8Array,
): { readonly dataKey: Buffer; readonly nextKey: Buffer | null } | null {
  const salt = Buffer.from(recovery.salt, 'base64');
  const dataKey =
    recovery.opens === undefined
      ? openedAsBefore(vaultId, recovery, salt, recoveryKey)
      : openSealed(recoveryKey, salt, recovery.dataKey, aboutRecovery(vaultId, 'recovery'));
  if (dataKey === null) return null;
  const nextKey =
    recovery.next === undefined ? null : openSealed(recoveryKey, salt, recovery.next, aboutRecovery(vaultId, 'next-recovery'));
  return { dataKey, nextKey };
}

/** Header format 1 kept the data key under a key from the words. */
function openedAsBefore(vaultId: string, recovery: Recovery, salt: Buffer, recoveryKey: Uint8Array): Buffer | null {
  const wrapping = deriveKey(recoveryKey, salt, 'slot/recovery');
  try {
    return openBox(wrapping, recovery.dataKey, aboutRecovery(vaultId, 'recovery'));
  } finally {
    wipe(wrapping);
  }
}
