import { randomBytes } from 'node:crypto';
import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { assertNever } from '#shared/base/assert-never.ts';
import { ok, refused, type Result } from '#shared/base/result.ts';
import { type MissedTries, NO_TRIES, readTries, waitSeconds, withOneMore, writeTries } from './back-off.ts';
import { HEADER_FORMAT, type HeaderContent, headerOf, type KeySlot, writeHeader } from './header-format.ts';
import { databaseKeyHex, keysOf } from './header-keys.ts';
import { type Argon2Cost, costsAsMuch, deriveKey, isSameMac, KEY_BYTES, macOf, openBox, sealBox, STANDARD_COST, wipe } from './key-box.ts';
import { bound } from './keychain-layer.ts';
import { weighPassPhrase } from './pass-phrase.ts';
import { makeRecovery, newRecoveryKey, wordsOf } from './recovery.ts';
import { keyBook } from './refusals.ts';
import { makeSlot, nameDigest, openSlot, plainName } from './slots.ts';
import { VaultTrouble } from './vault-trouble.ts';

/** What the engine needs of the operating system's keychain. In a test it is three functions. */
export interface Keychain {
  /** Why it cannot be relied on here, as a sentence; empty when it can. */
  trouble(): Promise<string>;
  /** Seals a secret so that only this user of this computer can have it back. Rejects when it cannot. */
  protect(secret: Uint8Array): Promise<string>;
  /** The secret, or null when this is not the keychain that sealed it or it is shut. */
  reveal(sealed: string): Promise<Uint8Array | null>;
}

export interface HeaderSettings {
  /** Folder of the vault; the header lies in it beside the database. */
  readonly folder: string;
  /** Cost of a guess for slots made from now on, when the header's policy asks for no more; tests hand in `FAST_COST`. */
  readonly cost?: Argon2Cost;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Left out where there is none: a vault bound to one then opens by its recovery key only. */
  readonly keychain?: Keychain;
}

/** What was found when the header was opened, to be told and journalled. */
export type HeaderNotice = 'header-recovered' | 'header-copy-recovered' | 'header-altered';

export function sayNotice(notice: HeaderNotice): string {
  switch (notice) {
    case 'header-recovered':
      return 'The key header of the vault was damaged or missing. It has been put right from its copy.';
    case 'header-copy-recovered':
      return 'The copy of the vault’s key header was damaged. It has been written anew; the header itself is whole.';
    case 'header-altered':
      return 'The key header of the vault had been changed by something other than Cordon. It has been put right from its copy.';
    default:
      return assertNever(notice);
  }
}

/** The high-water mark of the journal. */
export interface JournalHead {
  readonly seq: number;
  readonly hash: string;
}

export interface PersonKeys {
  readonly slotId: string;
  /** Ed25519 public key, 64 hex digits. */
  readonly signingKey: string;
}

export interface SignedByPerson extends PersonKeys {
  /** Ed25519 signature, 128 hex digits. */
  readonly signature: string;
  /** Wrong tries since the last right one, to be journalled; they have been cleared. */
  readonly missed: MissedTries;
}

/** What an opened header holds until it is locked. */
export interface HeaderKeys {
  readonly dataKey: Buffer;
  /** The data key of the next generation while the vault is being re-keyed. */
  readonly nextKey: Buffer | null;
  /** The keychain's part, where the header is bound to it. */
  readonly keychainPart: Buffer | null;
}

/** An opened key header: holds the data key until `lock`. Every change is on the disk before the call returns. */
export class UnlockedHeader {
  readonly vaultId: string;
  readonly sample: boolean;
  readonly deviceId: string;
  /** Ed25519 public key of this device, 64 hex digits. */
  readonly deviceSigningKey: string;
  /** The slot it was opened with; empty when it was opened with the recovery words. */
  readonly slotId: string;
  readonly notices: readonly HeaderNotice[];
  /** Wrong tries before this sign-in, to be journalled; they have been cleared. */
  readonly missed: MissedTries;
  readonly settings: HeaderSettings;
  /** Called after every change of the header. */
  onWritten: () => void = () => undefined;
  #keys: HeaderKeys;
  #content: HeaderContent;
  #locked = false;

  constructor(
    settings: HeaderSettings,
    content: HeaderContent,
    keys: HeaderKeys,
    slotId: string,
    found: { readonly notices: readonly HeaderNotice[]; readonly missed: MissedTries },
  ) {
    this.settings = settings;
    this.#content = content;
    this.#keys = keys;
    this.slotId = slotId;
    this.notices = found.notices;
    this.missed = found.missed;
    this.vaultId = content.vaultId;
    this.sample = content.sample;
    this.deviceId = content.device.id;
    this.deviceSigningKey = content.device.signingKey;
  }

  /** The key of the database, as `openVault` takes it. */
  rawKeyHex(): string {
    return databaseKeyHex(this.#key(), this.vaultId);
  }

  /** What is on the disk: sealed boxes and what may be known without a key. */
  get content(): HeaderContent {
    return this.#content;
  }

  /** For the other files of this folder that change the header; what they are given is wiped on locking. */
  keys(): HeaderKeys {
    this.#key();
    return this.#keys;
  }

  /** The mark sealed last; `seq` 0 when none was. */
  get head(): JournalHead {
    return this.#content.head;
  }

  /** How often the header was written: kept in the vault too, so that an older header put back is noticed. */
  get serial(): number {
    return this.#content.serial;
  }

  get people(): readonly PersonKeys[] {
    return this.#content.slots.map((slot) => ({ slotId: slot.id, signingKey: slot.signingKey }));
  }

  /** Keeps the journal's high-water mark in the header, so that commits lost from the database, or an older database put back, are noticed. */
  sealHead(head: JournalHead): void {
    this.write({ head: { seq: head.seq, hash: head.hash } });
  }

  /** Ed25519 signature of this device, 128 hex digits. */
  signAsDevice(message: Uint8Array): string {
    const seed = this.#deviceSeed();
    try {
      return bytesToHex(ed25519.sign(message, seed));
    } finally {
      wipe(seed);
    }
  }

  /** Signs with the key that only the person's pass phrase opens; whoever is signed in. Wrong tries count as at sign-in. */
  async signWithPassPhrase(signInName: string, passPhrase: string, message: Uint8Array): Promise<Result<SignedByPerson>> {
    const opened = await this.#tryPassPhrase(signInName, passPhrase);
    if (!opened.ok) return opened;
    const { slot, signingSeed, missed } = opened.value;
    try {
      return ok({ slotId: slot.id, signingKey: slot.signingKey, signature: bytesToHex(ed25519.sign(message, signingSeed)), missed });
    } finally {
      wipe(signingSeed);
    }
  }

  /** Lets another person open the vault, with a signing key of their own. */
  async addSlot(signInName: string, passPhrase: string): Promise<Result<PersonKeys>> {
    const refusal = this.#weigh(signInName, passPhrase);
    if (refusal !== null) return refusal;
    const digest = await nameDigest(this.#content, signInName);
    if (this.#content.slots.some((slot) => slot.nameDigest === digest))
      return refused(keyBook.say('vault/sign-in-name-taken', { field: 'signInName' }));
    const slot = await this.#newSlot(randomBytes(16).toString('hex'), digest, passPhrase, randomBytes(KEY_BYTES));
    this.write({ slots: [...this.#content.slots, slot] });
    return ok({ slotId: slot.id, signingKey: slot.signingKey });
  }

  /** From now on the person's pass phrase opens nothing. The data is not rewritten. */
  removeSlot(slotId: string): Result<null> {
    if (!this.#content.slots.some((slot) => slot.id === slotId)) return refused(keyBook.say('vault/no-such-slot'));
    if (this.#content.slots.length === 1) return refused(keyBook.say('vault/last-slot'));
    this.write({ slots: this.#content.slots.filter((slot) => slot.id !== slotId) });
    return ok(null);
  }

  /** Changes a pass phrase; the signing key stays the same. */
  async changePassPhrase(signInName: string, passPhrase: string, newPassPhrase: string): Promise<Result<PersonKeys>> {
    const refusal = this.#weigh(signInName, newPassPhrase);
    if (refusal !== null) return refusal;
    const opened = await this.#tryPassPhrase(signInName, passPhrase);
    if (!opened.ok) return opened;
    const slot = await this.#newSlot(opened.value.slot.id, opened.value.slot.nameDigest, newPassPhrase, opened.value.signingSeed);
    this.#replaceSlot(slot);
    return ok({ slotId: slot.id, signingKey: slot.signingKey });
  }

  /** Gives a person who forgot it a new pass phrase. Their old signing key cannot be opened any more, so they get a new one. */
  async replaceSlot(signInName: string, newPassPhrase: string): Promise<Result<PersonKeys>> {
    const refusal = this.#weigh(signInName, newPassPhrase);
    if (refusal !== null) return refusal;
    const digest = await nameDigest(this.#content, signInName);
    const before = this.#content.slots.find((slot) => slot.nameDigest === digest);
    if (before === undefined) return refused(keyBook.say('vault/no-such-slot', { field: 'signInName' }));
    const slot = await this.#newSlot(before.id, digest, newPassPhrase, randomBytes(KEY_BYTES));
    this.#replaceSlot(slot);
    return ok({ slotId: slot.id, signingKey: slot.signingKey });
  }

  /** New recovery words; the old ones open nothing from now on. */
  renewRecovery(): readonly string[] {
    const recoveryKey = newRecoveryKey();
    try {
      this.keepRecovery(recoveryKey);
      return wordsOf(recoveryKey);
    } finally {
      wipe(recoveryKey);
    }
  }

  /** Lets this recovery key open the vault, and no other. */
  keepRecovery(recoveryKey: Uint8Array, split: HeaderContent['recovery']['split'] = null): void {
    const held = this.#toHold();
    try {
      this.write({ recovery: makeRecovery(this.vaultId, held, recoveryKey, { madeAt: this.settings.now(), split }) });
    } finally {
      wipe(held.secrets);
    }
  }

  /** A key for the mark that is kept outside the vault's folder: the same through every re-keying, because the device's seed is. */
  markKey(): Buffer {
    return this.#keyOfDevice('mark');
  }

  /** A key for what the journal's seals hold of the chain of compartments; the same through every re-keying too. */
  closedChainKey(): Buffer {
    return this.#keyOfDevice('closed-chain');
  }

  #keyOfDevice(purpose: string): Buffer {
    const seed = this.#deviceSeed();
    try {
      return deriveKey(seed, Buffer.from(this.vaultId, 'hex'), purpose);
    } finally {
      wipe(seed);
    }
  }

  /** Wraps a small secret (a bundle key, a token) under a key that only the data key gives. */
  sealSecret(name: string, content: Uint8Array): string {
    const keys = keysOf(this.#key(), this.vaultId);
    try {
      return sealBox(keys.secrets, content, { vault: this.vaultId, holds: 'secret', name });
    } finally {
      wipe(keys.mac, keys.secrets);
    }
  }

  /** What `sealSecret` wrapped under this name, or null when it is another's or altered. */
  openSecret(name: string, box: string): Buffer | null {
    const keys = keysOf(this.#key(), this.vaultId);
    try {
      return openBox(keys.secrets, box, { vault: this.vaultId, holds: 'secret', name });
    } finally {
      wipe(keys.mac, keys.secrets);
    }
  }

  /** A key for the manifests of backups, derived from the data key. The caller wipes it. */
  backupKey(): Buffer {
    return deriveKey(this.#key(), Buffer.from(this.vaultId, 'hex'), 'backup-manifest');
  }

  /** Whether this text is a header of this vault, made with its data key and not altered since: for the copy in a backup. */
  isOwnHeader(text: string): boolean {
    const header = headerOf(text);
    if (typeof header === 'string') return false;
    const keys = keysOf(this.#key(), this.vaultId);
    try {
      return header.content.vaultId === this.vaultId && isSameMac(header.mac, macOf(keys.mac, header.content));
    } finally {
      wipe(keys.mac, keys.secrets);
    }
  }

  /**
   * Makes the slot anew when the policy asks for dearer guesses than it was made with, or when it is of an older format. Never in the way
   * of signing in: where the disk refuses, it is tried again next time.
   */
  async bringUpToDate(passPhrase: string): Promise<void> {
    const slot = this.#content.slots.find((one) => one.id === this.slotId);
    if (slot === undefined || (slot.own !== undefined && costsAsMuch(slot.cost, this.#cost()))) return;
    const opened = await openSlot(this.#content, slot, passPhrase, this.#keys.keychainPart);
    if (opened === null) return;
    wipe(opened.dataKey, opened.nextKey);
    try {
      this.#replaceSlot(await this.#newSlot(slot.id, slot.nameDigest, passPhrase, opened.signingSeed));
    } catch (error) {
      if (!(error instanceof VaultTrouble)) throw error;
    }
  }

  /** Checks a person's pass phrase before a step that cannot be undone. Wrong tries count as at sign-in. */
  async confirm(signInName: string, passPhrase: string): Promise<Result<null>> {
    const opened = await this.#tryPassPhrase(signInName, passPhrase);
    if (!opened.ok) return opened;
    wipe(opened.value.signingSeed);
    return ok(null);
  }

  /** Writes header and copy as they should be. */
  rewrite(): void {
    this.write({});
  }

  /** Overwrites the keys; nothing else can be done with it afterwards. */
  lock(): void {
    wipe(this.#keys.dataKey, this.#keys.nextKey, this.#keys.keychainPart);
    this.#locked = true;
  }

  /** Puts a changed header on the disk, and from then on works with these keys; those it had and has no longer are wiped. */
  write(changes: Partial<HeaderContent>, keys: HeaderKeys = this.#keys): void {
    this.#key();
    const content: HeaderContent = { ...this.#content, ...changes, format: HEADER_FORMAT, serial: this.#content.serial + 1 };
    const derived = keysOf(keys.dataKey, this.vaultId);
    try {
      writeHeader(this.settings.folder, { content, mac: macOf(derived.mac, content) });
    } finally {
      wipe(derived.mac, derived.secrets);
    }
    this.#content = content;
    const before = this.#keys;
    this.#keys = keys;
    for (const key of [before.dataKey, before.nextKey, before.keychainPart])
      if (![keys.dataKey, keys.nextKey, keys.keychainPart].includes(key)) wipe(key);
    this.onWritten();
  }

  #key(): Buffer {
    if (this.#locked) throw new VaultTrouble('closed');
    return this.#keys.dataKey;
  }

  /** The caller wipes `secrets`. */
  #toHold(): { readonly dataKey: Buffer; readonly nextKey: Buffer | null; readonly secrets: Buffer } {
    const { mac, secrets } = keysOf(this.#key(), this.vaultId);
    wipe(mac);
    return { dataKey: this.#keys.dataKey, nextKey: this.#keys.nextKey, secrets };
  }

  #deviceSeed(): Buffer {
    const { secrets } = this.#toHold();
    try {
      const seed = openBox(secrets, this.#content.device.signingSeed, { vault: this.vaultId, holds: 'device-seed' });
      if (seed === null) throw new VaultTrouble('header-damaged');
      return seed;
    } finally {
      wipe(secrets);
    }
  }

  #cost(): Argon2Cost {
    const usual = this.settings.cost ?? STANDARD_COST;
    const policy = this.#content.costPolicy;
    return policy === undefined || costsAsMuch(usual, policy) ? usual : policy;
  }

  #weigh(signInName: string, passPhrase: string): ReturnType<typeof refused> | null {
    if (plainName(signInName) === '') return refused(keyBook.say('vault/sign-in-name-empty', { field: 'signInName' }));
    const [concern] = this.sample ? [] : weighPassPhrase(passPhrase, signInName);
    return concern === undefined ? null : refused(keyBook.say('vault/weak-pass-phrase', { field: 'passPhrase', facts: { says: concern } }));
  }

  async #tryPassPhrase(
    signInName: string,
    passPhrase: string,
  ): Promise<Result<{ slot: KeySlot; signingSeed: Buffer; missed: MissedTries }>> {
    this.#key();
    const { folder, now } = this.settings;
    const missed = readTries(folder);
    const wait = waitSeconds(missed, now());
    if (wait > 0) return refused(keyBook.say('vault/wait-before-next-try', { facts: { seconds: wait } }));
    writeTries(folder, withOneMore(missed, now()));
    const digest = await nameDigest(this.#content, signInName);
    const slot = this.#content.slots.find((one) => one.nameDigest === digest) ?? null;
    const opened = await openSlot(this.#content, slot, passPhrase, this.#keys.keychainPart);
    if (opened === null) return refused(keyBook.say('vault/name-or-pass-phrase-wrong', { field: 'passPhrase' }));
    wipe(opened.dataKey, opened.nextKey);
    writeTries(folder, NO_TRIES);
    return ok({ slot: opened.slot, signingSeed: opened.signingSeed, missed });
  }

  /** Makes the slot, below the keychain's layer where there is one, and wipes the seed it was given. */
  async #newSlot(id: string, digest: string, passPhrase: string, signingSeed: Buffer): Promise<KeySlot> {
    const held = this.#toHold();
    try {
      const slot = await makeSlot(this.vaultId, held, { id, nameDigest: digest, passPhrase, cost: this.#cost(), signingSeed });
      const { keychainPart } = this.#keys;
      return keychainPart === null ? slot : bound(this.vaultId, slot, keychainPart);
    } finally {
      wipe(signingSeed, held.secrets);
    }
  }

  #replaceSlot(slot: KeySlot): void {
    this.write({ slots: this.#content.slots.map((one) => (one.id === slot.id ? slot : one)) });
  }
}
