import { deriveKey } from './key-box.ts';

/** The keys derived from the data key, each for one purpose. */
export function keysOf(dataKey: Uint8Array, vaultId: string): { readonly mac: Buffer; readonly secrets: Buffer } {
  const salt = Buffer.from(vaultId, 'hex');
  return { mac: deriveKey(dataKey, salt, 'header-mac'), secrets: deriveKey(dataKey, salt, 'secrets') };
}

/** The raw key of the database under a data key. */
export function databaseKeyHex(dataKey: Uint8Array, vaultId: string): string {
  const key = deriveKey(dataKey, Buffer.from(vaultId, 'hex'), 'sqlcipher');
  try {
    return key.toString('hex');
  } finally {
    key.fill(0);
  }
}
