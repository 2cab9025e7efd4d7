import { safeStorage } from 'electron';
import { osText } from './text.ts';

/** What the engine may ask of the operating system's keychain; `data` is base64. */
export interface KeychainWish {
  readonly does: 'look' | 'protect' | 'reveal';
  readonly data: string;
}

/** `data` is empty and `trouble` a sentence when it cannot be done. */
export interface KeychainAnswer {
  readonly data: string;
  readonly trouble: string;
}

/** Where Linux has no keyring, Chromium falls back to a key that is the same everywhere: that protects nothing. */
function trouble(): string {
  if (!safeStorage.isEncryptionAvailable()) return osText.keychain.none;
  // Only on Linux, and only since Electron 27.
  const { getSelectedStorageBackend } = safeStorage as { getSelectedStorageBackend?: () => string };
  return process.platform === 'linux' && getSelectedStorageBackend?.call(safeStorage) === 'basic_text' ? osText.keychain.none : '';
}

/** Asks the operating system's keychain; never throws, and keeps nothing of what passes through. */
export function askKeychain({ does, data }: KeychainWish): KeychainAnswer {
  const not = trouble();
  if (does === 'look' || not !== '') return { data: '', trouble: not };
  try {
    const answer =
      does === 'protect' ? safeStorage.encryptString(data).toString('base64') : safeStorage.decryptString(Buffer.from(data, 'base64'));
    return { data: answer, trouble: '' };
  } catch {
    return { data: '', trouble: osText.keychain.refused };
  }
}
