import { randomBytes } from 'node:crypto';
import { ok, refused, type Result } from '#shared/base/result.ts';
import { keyBefore, notYetSealable, withNewGeneration, withNextKey, withoutNextKey } from './generations.ts';
import { databaseKeyHex } from './header-keys.ts';
import { KEY_BYTES } from './key-box.ts';
import { keyBook } from './refusals.ts';
import type { UnlockedHeader } from './unlocked-header.ts';

/** Makes the next data key and seals it for everyone. When one is being brought in already, that one stays. */
export function beginRekey(header: UnlockedHeader): Result<null> {
  const { content } = header;
  const keys = header.keys();
  if (keys.nextKey !== null) return ok(null);
  const waiting = notYetSealable(content);
  if (waiting.slotIds.length > 0 || waiting.recovery) return refused(keyBook.say('vault/rekey-not-yet'));
  const nextKey = randomBytes(KEY_BYTES);
  header.write(withNextKey(content, keys, nextKey, header.settings.now()), { ...keys, nextKey });
  return ok(null);
}

/** Leaves the data key as it is. */
export function giveUpRekey(header: UnlockedHeader): void {
  const keys = header.keys();
  if (keys.nextKey === null && header.content.rekey?.stage !== 'copying') return;
  header.write(withoutNextKey(header.content), { ...keys, nextKey: null });
}

/** From here on everyone opens the new data key; the old one is kept under it until `endRekey`. */
export function switchRekey(header: UnlockedHeader): void {
  const keys = header.keys();
  if (keys.nextKey === null) throw new Error('there is no next data key to switch to');
  const { nextKey } = keys;
  header.write(withNewGeneration(header.content, keys, nextKey, header.settings.now()), { ...keys, dataKey: nextKey, nextKey: null });
}

/** The database has been opened with the new data key: nothing of the old one stays. */
export function endRekey(header: UnlockedHeader): void {
  if (header.content.rekey?.stage === 'switching') header.write({ rekey: null });
}

/** The raw key of the next generation's database, or null when none is being made. */
export function nextRawKeyHex(header: UnlockedHeader): string | null {
  const { nextKey } = header.keys();
  return nextKey === null ? null : databaseKeyHex(nextKey, header.vaultId);
}

/** The raw key the database had before the switch, while it may still have it. */
export function rawKeyHexBefore(header: UnlockedHeader): string | null {
  const before = keyBefore(header.content, header.keys().dataKey);
  try {
    return before === null ? null : databaseKeyHex(before, header.vaultId);
  } finally {
    before?.fill(0);
  }
}
