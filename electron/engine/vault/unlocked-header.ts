import { randomBytes } from 'node:crypto';
import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { assertNever } from '#shared/base/assert-never.ts';
import { ok, refused, type Result } from '#shared/base/result.ts';
import { type MissedTries, NO_TRIES, readTries, waitSeconds, withOneMore, writeTries } from './back-off.ts';
import { type HeaderContent, type KeySlot, writeHeader } from './header-format.ts';
import { type Argon2Cost, deriveKey, KEY_BYTES, macOf, openBox, sealBox, STANDARD_COST, wipe } from './key-box.ts';
import { weighPassPhrase } from './pass-phrase.ts';
import { makeRecovery } from './recovery.ts';
import { keyBook } from './refusals.ts';
import { makeSlot, nameDigest, openSlot, plainName } from './slots.ts';
import { VaultTrouble } from './vault-trouble.ts';

export interface HeaderSettings {
  /** Folder of the vault; the header lies in it beside the database. */
  readonly folder: string;
  /** Cost of a guess for slots made from now on; tests hand in `FAST_COST`. */
  readonly cost?: Argon2Cost;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** What was found when the header was opened, to be told and journalled. */
export type HeaderNotice = 'header-recovered' | 'header-altered';

export function sayNotice(notice: HeaderNotice): string {
  switch (notice) {
    case 'header-recovered':
      return 'The key header of the vault was damaged or missing. It has been put right from its copy.';
    case 'header-altered':
      return 'The key header of the vault had been changed by something other than Cordon. It has been put right from its copy.';
    default:
      return assertNever(notice);
  }
}

/** The keys derived from the data key, each for one purpose. */
export function keysOf(dataKey: Uint8Array, vaultId: string): { readonly mac: Buffer; readonly secrets: Buffer } {
  const salt = Buffer.from(vaultId, 'hex');
  return { mac: deriveKey(dataKey, salt, 'header-mac'), secrets: deriveKey(dataKey, salt, 'secrets') };
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
  readonly #settings: HeaderSettings;
  readonly #dataKey: Buffer;
  #content: HeaderContent;
  #locked = false;

  constructor(
    settings: HeaderSettings,
    content: HeaderContent,
    dataKey: Buffer,
    slotId: string,
    found: { readonly notices: readonly HeaderNotice[]; readonly missed: MissedTries },
  ) {
    this.#settings = settings;
    this.#content = content;
    this.#dataKey = dataKey;
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
    const key = deriveKey(this.#key(), Buffer.from(this.vaultId, 'hex'), 'sqlcipher');
    try {
      return key.toString('hex');
    } finally {
      wipe(key);
    }
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
    this.#write({ head: { seq: head.seq, hash: head.hash } });
  }

  /** Ed25519 signature of this device, 128 hex digits. */
  signAsDevice(message: Uint8Array): string {
    const keys = keysOf(this.#key(), this.vaultId);
    const seed = openBox(keys.secrets, this.#content.device.signingSeed, { vault: this.vaultId, holds: 'device-seed' });
    try {
      if (seed === null) throw new VaultTrouble('header-damaged');
      return bytesToHex(ed25519.sign(message, seed));
    } finally {
      wipe(seed, keys.mac, keys.secrets);
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
    this.#write({ slots: [...this.#content.slots, slot] });
    return ok({ slotId: slot.id, signingKey: slot.signingKey });
  }

  /** From now on the person's pass phrase opens nothing. The data is not rewritten. */
  removeSlot(slotId: string): Result<null> {
    if (!this.#content.slots.some((slot) => slot.id === slotId)) return refused(keyBook.say('vault/no-such-slot'));
    if (this.#content.slots.length === 1) return refused(keyBook.say('vault/last-slot'));
    this.#write({ slots: this.#content.slots.filter((slot) => slot.id !== slotId) });
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
    const recovery = makeRecovery(this.vaultId, this.#key());
    this.#write({ recovery: recovery.slot });
    return recovery.words;
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

  /** Wraps the slot again when the cost of a guess has been raised since it was made. */
  async raiseCost(passPhrase: string): Promise<void> {
    const slot = this.#content.slots.find((one) => one.id === this.slotId);
    const wanted = this.#cost();
    if (slot === undefined || (slot.cost.memoryKiB >= wanted.memoryKiB && slot.cost.passes >= wanted.passes)) return;
    const opened = await openSlot(this.#content, slot, passPhrase);
    if (opened === null) return;
    wipe(opened.dataKey);
    this.#replaceSlot(await this.#newSlot(slot.id, slot.nameDigest, passPhrase, opened.signingSeed));
  }

  /** Writes header and copy as they should be. */
  rewrite(): void {
    this.#write({});
  }

  /** Overwrites the data key; nothing else can be done with it afterwards. */
  lock(): void {
    wipe(this.#dataKey);
    this.#locked = true;
  }

  #key(): Buffer {
    if (this.#locked) throw new VaultTrouble('closed');
    return this.#dataKey;
  }

  #cost(): Argon2Cost {
    return this.#settings.cost ?? STANDARD_COST;
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
    const { folder, now } = this.#settings;
    const missed = readTries(folder);
    const wait = waitSeconds(missed, now());
    if (wait > 0) return refused(keyBook.say('vault/wait-before-next-try', { facts: { seconds: wait } }));
    writeTries(folder, withOneMore(missed, now()));
    const digest = await nameDigest(this.#content, signInName);
    const opened = await openSlot(this.#content, this.#content.slots.find((slot) => slot.nameDigest === digest) ?? null, passPhrase);
    if (opened === null) return refused(keyBook.say('vault/name-or-pass-phrase-wrong'));
    wipe(opened.dataKey);
    writeTries(folder, NO_TRIES);
    return ok({ slot: opened.slot, signingSeed: opened.signingSeed, missed });
  }

  /** Makes the slot and wipes the seed it was given. */
  async #newSlot(id: string, digest: string, passPhrase: string, signingSeed: Buffer): Promise<KeySlot> {
    try {
      return await makeSlot(this.vaultId, this.#key(), { id, nameDigest: digest, passPhrase, cost: this.#cost(), signingSeed });
    } finally {
      wipe(signingSeed);
    }
  }

  #replaceSlot(slot: KeySlot): void {
    this.#write({ slots: this.#content.slots.map((one) => (one.id === slot.id ? slot : one)) });
  }

  #write(changes: Partial<HeaderContent>): void {
    const content: HeaderContent = { ...this.#content, ...changes, serial: this.#content.serial + 1 };
    const keys = keysOf(this.#key(), this.vaultId);
    try {
      writeHeader(this.#settings.folder, { content, mac: macOf(keys.mac, content) });
    } finally {
      wipe(keys.mac, keys.secrets);
    }
    this.#content = content;
  }
}
