import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { idFromRandom } from '#shared/base/shapes.ts';
import { ok, refused, type Result } from '#shared/base/result.ts';
import { NO_TRIES, readTries, waitSeconds, withOneMore, writeTries } from './back-off.ts';
import {
  type Header,
  HEADER_FORMAT,
  type HeadersFound,
  type HeaderContent,
  isSameHeader,
  readHeaders,
  writeHeader,
} from './header-format.ts';
import { keysOf } from './header-keys.ts';
import { type Argon2Cost, isSameMac, KEY_BYTES, macOf, openBox, sealBox, STANDARD_COST, wipe } from './key-box.ts';
import { weighPassPhrase } from './pass-phrase.ts';
import { keyOfWords, makeRecovery, newRecoveryKey, openRecovery, wordsOf } from './recovery.ts';
import { keyOfShares, type RecoveryShare, shareOfWords } from './recovery-shares.ts';
import { keyBook } from './refusals.ts';
import { makeSlot, nameDigest, openSlot, plainName } from './slots.ts';
import { type HeaderNotice, type HeaderSettings, UnlockedHeader } from './unlocked-header.ts';
import { VaultTrouble } from './vault-trouble.ts';

/** For tests only: a guess costs next to nothing. */
export const FAST_COST: Argon2Cost = { memoryKiB: 64, passes: 1, lanes: 1 };
/** The digest of a sign-in name costs less than a pass phrase, because it is worked out besides. */
const NAME_COST: Argon2Cost = { memoryKiB: 8192, passes: 1, lanes: 1 };

/** What can be said of a vault without any key. */
export interface HeaderFront {
  readonly vaultId: string;
  readonly sample: boolean;
  readonly people: number;
  /** Set when the recovery key was cut into shares: which cutting, and how many of them it takes. */
  readonly split: { readonly set: string; readonly needed: number; readonly made: number } | null;
  /** Seconds until the next try is taken. */
  readonly waitSeconds: number;
}

/** Reads what can be known before anyone signs in: null when there is no vault in the folder. Throws `VaultTrouble` when there is one that cannot be used. */
export function lookAtHeader(settings: HeaderSettings): HeaderFront | null {
  try {
    const found = readHeaders(settings.folder);
    const [best] = found.whole;
    if (best === undefined) throw new VaultTrouble('newer');
    return {
      vaultId: best.content.vaultId,
      sample: best.content.sample,
      people: best.content.slots.length,
      split: best.content.recovery.split ?? null,
      waitSeconds: waitSeconds(readTries(settings.folder), settings.now()),
    };
  } catch (error) {
    if (error instanceof VaultTrouble && error.kind === 'missing') return null;
    throw error;
  }
}

export interface MadeHeader {
  readonly unlocked: UnlockedHeader;
  /** 24 words, to be shown once and kept by the force's information security officer. */
  readonly recoveryWords: readonly string[];
}

/** Makes the header of a new vault with its first person: one random data key, the device's key, a recovery key. */
export async function createHeader(
  settings: HeaderSettings,
  first: { readonly signInName: string; readonly passPhrase: string; readonly sample: boolean },
): Promise<Result<MadeHeader>> {
  mkdirSync(settings.folder, { recursive: true });
  if (lookAtHeader(settings) !== null) return refused(keyBook.say('vault/already-there'));
  if (plainName(first.signInName) === '') return refused(keyBook.say('vault/sign-in-name-empty', { field: 'signInName' }));
  const [concern] = first.sample ? [] : weighPassPhrase(first.passPhrase, first.signInName);
  if (concern !== undefined) return refused(keyBook.say('vault/weak-pass-phrase', { field: 'passPhrase', facts: { says: concern } }));

  const cost = settings.cost ?? STANDARD_COST;
  const vaultId = randomBytes(16).toString('hex');
  const dataKey = randomBytes(KEY_BYTES);
  const keys = keysOf(dataKey, vaultId);
  const deviceSeed = randomBytes(KEY_BYTES);
  const personSeed = randomBytes(KEY_BYTES);
  const naming = { nameSalt: randomBytes(16).toString('base64'), nameCost: settings.cost ?? NAME_COST };
  const deviceId = idFromRandom(randomBytes(20)).slice(0, 12);
  const recoveryKey = newRecoveryKey();
  const toHold = { dataKey, secrets: keys.secrets, nextKey: null };
  const slot = await makeSlot(vaultId, toHold, {
    id: randomBytes(16).toString('hex'),
    nameDigest: await nameDigest(naming, first.signInName),
    passPhrase: first.passPhrase,
    cost,
    signingSeed: personSeed,
  });
  const content: HeaderContent = {
    format: HEADER_FORMAT,
    vaultId,
    serial: 1,
    sample: first.sample,
    ...naming,
    slots: [slot],
    recovery: makeRecovery(vaultId, toHold, recoveryKey, { madeAt: settings.now() }),
    device: {
      id: deviceId,
      signingKey: bytesToHex(ed25519.getPublicKey(deviceSeed)),
      signingSeed: sealBox(keys.secrets, deviceSeed, { vault: vaultId, holds: 'device-seed' }),
    },
    head: { seq: 0, hash: '' },
    generation: 1,
    generationSince: settings.now(),
  };
  writeHeader(settings.folder, { content, mac: macOf(keys.mac, content) });
  writeTries(settings.folder, NO_TRIES);
  const recoveryWords = wordsOf(recoveryKey);
  wipe(deviceSeed, personSeed, recoveryKey, keys.mac, keys.secrets);
  const held = { dataKey, nextKey: null, keychainPart: null };
  const unlocked = new UnlockedHeader(settings, content, held, slot.id, { notices: [], missed: NO_TRIES });
  return ok({ unlocked, recoveryWords });
}

/**
 * Opens the header with a person's name and pass phrase. A wrong one and an unknown name give the same refusal after the same work,
 * and count towards the wait before the next try. Throws `VaultTrouble` when the header cannot be used at all.
 */
export async function unlock(settings: HeaderSettings, signInName: string, passPhrase: string): Promise<Result<UnlockedHeader>> {
  const missed = readTries(settings.folder);
  const wait = waitSeconds(missed, settings.now());
  if (wait > 0) return refused(keyBook.say('vault/wait-before-next-try', { facts: { seconds: wait } }));
  const found = readHeaders(settings.folder);
  if (found.newer) return refused(keyBook.say('vault/header-newer'));
  // Counted before the work is done, so that ending the process in the middle gains nothing.
  writeTries(settings.folder, withOneMore(missed, settings.now()));

  for (const [position, header] of found.whole.entries()) {
    const { keychain } = header.content;
    const keychainPart = keychain === null || keychain === undefined ? null : await partOf(settings, keychain.sealed);
    if (keychainPart === 'not-given') {
      // Nothing was tried, so nothing counts.
      writeTries(settings.folder, missed);
      return refused(keyBook.say('vault/keychain-shut'));
    }
    const digest = await nameDigest(header.content, signInName);
    const slot = header.content.slots.find((one) => isSameMac(one.nameDigest, digest)) ?? null;
    const opened = await openSlot(header.content, slot, passPhrase, keychainPart);
    if (opened === null) {
      // Header and copy of one serial are the same: if they are not, this one was altered and the other may still open.
      const other = found.whole[position + 1];
      if (other !== undefined && other.content.serial === header.content.serial && !isSameHeader(other, header)) continue;
      return refused(keyBook.say('vault/name-or-pass-phrase-wrong'));
    }
    wipe(opened.signingSeed);
    if (!isGenuine(header, opened.dataKey)) {
      wipe(opened.dataKey, opened.nextKey, keychainPart);
      continue;
    }
    writeTries(settings.folder, NO_TRIES);
    const notices = noticesOf(found, position > 0);
    const held = { dataKey: opened.dataKey, nextKey: opened.nextKey, keychainPart };
    const unlocked = new UnlockedHeader(settings, header.content, held, opened.slot.id, { notices, missed });
    await unlocked.bringUpToDate(passPhrase);
    if (found.differ || notices.length > 0) unlocked.rewrite();
    return ok(unlocked);
  }
  throw new VaultTrouble('header-damaged');
}

/**
 * Opens the header with the recovery words. Nobody is signed in by it: it is for giving a person a new pass phrase (`replaceSlot`).
 * The operating system's keychain is not needed, so that losing it never loses the vault.
 */
export async function unlockByRecovery(settings: HeaderSettings, typedWords: string): Promise<Result<UnlockedHeader>> {
  const key = keyOfWords(typedWords);
  if (key === null) return refused(keyBook.say('vault/recovery-words-mistyped', { field: 'words' }));
  return unlockByRecoveryKey(settings, key, 'words');
}

/** Opens the header with as many shares of the recovery key as it takes, in any order. */
export async function unlockByShares(settings: HeaderSettings, typed: readonly string[]): Promise<Result<UnlockedHeader>> {
  const shares: RecoveryShare[] = [];
  for (const [index, words] of typed.entries()) {
    const share = shareOfWords(words);
    if (share === null) return refused(keyBook.say('vault/share-mistyped', { field: `shares.${index}`, facts: { number: index + 1 } }));
    shares.push(share);
  }
  const needed = shares[0]?.needed ?? 2;
  const different = new Set(shares.map((share) => share.number)).size;
  if (shares.some((share) => share.set !== shares[0]?.set))
    return refused(keyBook.say('vault/shares-of-different-sets', { field: 'shares' }));
  if (different < needed) return refused(keyBook.say('vault/shares-too-few', { field: 'shares', facts: { needed, given: different } }));
  const key = await keyOfShares(shares);
  if (key?.length !== KEY_BYTES) return refused(keyBook.say('vault/recovery-words-of-another-vault', { field: 'shares' }));
  return unlockByRecoveryKey(settings, key, 'shares');
}

/** Wipes the key it is given. */
async function unlockByRecoveryKey(settings: HeaderSettings, key: Uint8Array, field: 'words' | 'shares'): Promise<Result<UnlockedHeader>> {
  try {
    const found = readHeaders(settings.folder);
    if (found.newer) return refused(keyBook.say('vault/header-newer'));
    for (const [position, header] of found.whole.entries()) {
      const opened = openRecovery(header.content, key);
      if (opened === null) return refused(keyBook.say('vault/recovery-words-of-another-vault', { field }));
      if (!isGenuine(header, opened.dataKey)) {
        wipe(opened.dataKey, opened.nextKey);
        continue;
      }
      const missed = readTries(settings.folder);
      writeTries(settings.folder, NO_TRIES);
      const notices = noticesOf(found, position > 0);
      const held = { ...opened, keychainPart: keptPart(header.content, opened.dataKey) };
      const unlocked = new UnlockedHeader(settings, header.content, held, '', { notices, missed });
      // A recovery key of the first format becomes one that can be sealed to, with the same words.
      if (header.content.recovery.opens === undefined) unlocked.keepRecovery(key);
      else if (found.differ || notices.length > 0) unlocked.rewrite();
      return ok(unlocked);
    }
    throw new VaultTrouble('header-damaged');
  } finally {
    wipe(key);
  }
}

async function partOf(settings: HeaderSettings, sealed: string): Promise<Buffer | 'not-given'> {
  const part = (await settings.keychain?.reveal(sealed)) ?? null;
  return part?.length === KEY_BYTES ? Buffer.from(part) : 'not-given';
}

/** The keychain's part as the vault itself keeps it, for whoever has the data key. */
function keptPart({ vaultId, keychain }: HeaderContent, dataKey: Uint8Array): Buffer | null {
  if (keychain === null || keychain === undefined) return null;
  const keys = keysOf(dataKey, vaultId);
  try {
    return openBox(keys.secrets, keychain.kept, { vault: vaultId, holds: 'keychain-part' });
  } finally {
    wipe(keys.mac, keys.secrets);
  }
}

function isGenuine(header: Header, dataKey: Uint8Array): boolean {
  const keys = keysOf(dataKey, header.content.vaultId);
  try {
    return isSameMac(header.mac, macOf(keys.mac, header.content));
  } finally {
    wipe(keys.mac, keys.secrets);
  }
}

function noticesOf({ fromCopy, copyDamaged }: HeadersFound, altered: boolean): readonly HeaderNotice[] {
  if (altered) return ['header-altered'];
  if (copyDamaged) return ['header-copy-recovered'];
  return fromCopy ? ['header-recovered'] : [];
}
