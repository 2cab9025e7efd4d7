import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ed25519 } from '@noble/curves/ed25519.js';
import { hexToBytes } from '@noble/hashes/utils.js';
import { describe, expect, test } from 'vitest';
import type { Result } from '#shared/base/result.ts';
import { createHeader, FAST_COST, lookAtHeader, unlock, unlockByRecovery } from '#electron/engine/vault/header.ts';
import { HEADER_COPY_NAME, HEADER_FILE_NAME } from '#electron/engine/vault/header-format.ts';
import { openVault } from '#electron/engine/vault/open-vault.ts';
import type { HeaderSettings, UnlockedHeader } from '#electron/engine/vault/unlocked-header.ts';
import { VaultTrouble } from '#electron/engine/vault/vault-trouble.ts';
import { temporaryFolder } from './fixtures.ts';

const HOLROYD = 'wobble garden fenland';
const DUNBAR = 'cobalt harvest umbrella';
const NEWER = 'granite pillow tangerine';

function granted<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.refusals[0].code);
  return result.value;
}
const codeOf = (result: Result<unknown>): string => (result.ok ? 'granted' : result.refusals[0].code);

interface Clocked extends HeaderSettings {
  tick(milliseconds: number): void;
}
function settingsIn(folder = temporaryFolder()): Clocked {
  let at = Date.parse('2026-11-03T14:05:00Z');
  return { folder, cost: FAST_COST, now: () => at, tick: (milliseconds) => (at += milliseconds) };
}

async function made(
  settings = settingsIn(),
  sample = false,
): Promise<{ settings: Clocked; header: UnlockedHeader; words: readonly string[] }> {
  const { unlocked, recoveryWords } = granted(await createHeader(settings, { signInName: 'holroyd', passPhrase: HOLROYD, sample }));
  return { settings, header: unlocked, words: recoveryWords };
}

describe('signing in', () => {
  test('with the right pass phrase gives the key of the vault, however the name was capitalised', async () => {
    const { settings, header } = await made();
    const again = granted(await unlock(settings, '  Holroyd ', HOLROYD));
    expect(again.rawKeyHex()).toBe(header.rawKeyHex());
    expect(again.rawKeyHex()).toMatch(/^[0-9a-f]{64}$/);
    expect([again.deviceId, again.vaultId, again.slotId]).toEqual([header.deviceId, header.vaultId, header.slotId]);
    expect(again.notices).toEqual([]);
  });

  test('a wrong pass phrase and an unknown name get the very same refusal', async () => {
    const { settings } = await made();
    const wrong = await unlock(settings, 'holroyd', `${HOLROYD} `);
    const unknown = await unlock(settings, 'nobody', HOLROYD);
    expect(codeOf(wrong)).toBe('vault/name-or-pass-phrase-wrong');
    expect(unknown).toEqual(wrong);
  });

  test('wrong tries wait 0, 0, 0, 2, 4, 8 ... seconds, through a restart, and the next right one tells how many there were and clears them', async () => {
    const { settings } = await made();
    const waits: number[] = [];
    for (let misses = 0; misses < 7; misses += 1) {
      expect(codeOf(await unlock(settings, 'holroyd', 'wrong'))).toBe('vault/name-or-pass-phrase-wrong');
      const wait = lookAtHeader(settings)?.waitSeconds ?? -1;
      waits.push(wait);
      if (wait > 0) {
        const early = await unlock(settings, 'holroyd', HOLROYD);
        expect(early.ok ? 'granted' : early.refusals[0].message).toContain(`in ${wait} seconds`);
      }
      settings.tick(wait * 1000);
    }
    expect(waits).toEqual([0, 0, 0, 2, 4, 8, 16]);
    const opened = granted(await unlock(settings, 'holroyd', HOLROYD));
    expect(opened.missed.count).toBe(7);
    expect(opened.missed.times).toHaveLength(7);
    expect(granted(await unlock(settings, 'holroyd', HOLROYD)).missed.count).toBe(0);
  });

  test('a clock set back does not lengthen the wait', async () => {
    const { settings } = await made();
    for (let misses = 0; misses < 4; misses += 1) await unlock(settings, 'holroyd', 'wrong');
    settings.tick(-86_400_000);
    expect(lookAtHeader(settings)?.waitSeconds).toBe(2);
  });

  test('what can be seen without a key: how many people, and whether it is the sample force; never whose', async () => {
    const { settings, header } = await made(settingsIn(), true);
    granted(await header.addSlot('dunbar', 'short'));
    expect(lookAtHeader(settings)).toMatchObject({ sample: true, people: 2, waitSeconds: 0, vaultId: header.vaultId });
    for (const name of readdirSync(settings.folder))
      expect(readFileSync(join(settings.folder, name), 'utf8').toLowerCase()).not.toMatch(/holroyd|dunbar/);
    expect(lookAtHeader(settingsIn())).toBeNull();
  });

  test('after locking, nothing more can be done with the header', async () => {
    const { header } = await made();
    header.lock();
    expect(() => header.rawKeyHex()).toThrow(VaultTrouble);
    expect(() => header.sealHead({ seq: 1, hash: 'a' })).toThrow(VaultTrouble);
    await expect(header.addSlot('dunbar', DUNBAR)).rejects.toThrow(VaultTrouble);
    await expect(header.signWithPassPhrase('holroyd', HOLROYD, new Uint8Array())).rejects.toThrow(VaultTrouble);
  });

  test('a folder that already holds a vault is not touched by making another', async () => {
    const { settings } = await made();
    const before = readFileSync(join(settings.folder, HEADER_FILE_NAME), 'utf8');
    expect(codeOf(await createHeader(settings, { signInName: 'x', passPhrase: DUNBAR, sample: false }))).toBe('vault/already-there');
    expect(readFileSync(join(settings.folder, HEADER_FILE_NAME), 'utf8')).toBe(before);
  });
});

describe('key slots', () => {
  test('each person opens the same vault with a pass phrase of their own; one taken out opens nothing, even from the copy', async () => {
    const { settings, header } = await made();
    const dunbar = granted(await header.addSlot('dunbar', DUNBAR));
    expect(granted(await unlock(settings, 'dunbar', DUNBAR)).rawKeyHex()).toBe(header.rawKeyHex());
    expect(codeOf(await unlock(settings, 'dunbar', HOLROYD))).toBe('vault/name-or-pass-phrase-wrong');
    expect(codeOf(await header.addSlot('Dunbar', NEWER))).toBe('vault/sign-in-name-taken');
    expect(codeOf(header.removeSlot(dunbar.slotId))).toBe('granted');
    expect(codeOf(await unlock(settings, 'dunbar', DUNBAR))).toBe('vault/name-or-pass-phrase-wrong');
    expect(readFileSync(join(settings.folder, HEADER_COPY_NAME), 'utf8')).not.toContain(dunbar.slotId);
    expect(codeOf(header.removeSlot(dunbar.slotId))).toBe('vault/no-such-slot');
    expect(codeOf(header.removeSlot(header.slotId))).toBe('vault/last-slot');
  });

  test('changing a pass phrase keeps the signing key and the data; the old one opens nothing', async () => {
    const { settings, header } = await made();
    const before = header.people[0];
    expect(codeOf(await header.changePassPhrase('holroyd', 'not it at all', NEWER))).toBe('vault/name-or-pass-phrase-wrong');
    expect(granted(await header.changePassPhrase('holroyd', HOLROYD, NEWER))).toEqual(before);
    expect(codeOf(await unlock(settings, 'holroyd', HOLROYD))).toBe('vault/name-or-pass-phrase-wrong');
    expect(granted(await unlock(settings, 'holroyd', NEWER)).rawKeyHex()).toBe(header.rawKeyHex());
  });

  test('only the pass phrase signs as a person; the device signs by itself', async () => {
    const { header } = await made();
    const dunbar = granted(await header.addSlot('dunbar', DUNBAR));
    const message = new TextEncoder().encode('the minutes');
    const signed = granted(await header.signWithPassPhrase('dunbar', DUNBAR, message));
    expect(signed.signingKey).toBe(dunbar.signingKey);
    expect(ed25519.verify(hexToBytes(signed.signature), message, hexToBytes(dunbar.signingKey))).toBe(true);
    expect(ed25519.verify(hexToBytes(signed.signature), new TextEncoder().encode('the minute'), hexToBytes(dunbar.signingKey))).toBe(false);
    expect(codeOf(await header.signWithPassPhrase('dunbar', HOLROYD, message))).toBe('vault/name-or-pass-phrase-wrong');
    const missed = granted(await header.signWithPassPhrase('dunbar', DUNBAR, message)).missed;
    expect(missed.count).toBe(1);
    expect(ed25519.verify(hexToBytes(header.signAsDevice(message)), message, hexToBytes(header.deviceSigningKey))).toBe(true);
    expect(header.deviceSigningKey).not.toBe(signed.signingKey);
  });

  test('a slot made when a guess was cheaper is raised at the next sign-in, with the same signing key', async () => {
    const { settings, header } = await made();
    const dearer: HeaderSettings = { ...settings, cost: { memoryKiB: 128, passes: 2, lanes: 1 } };
    const before = readFileSync(join(settings.folder, HEADER_FILE_NAME), 'utf8');
    expect(before).toContain('"memoryKiB":64');
    const opened = granted(await unlock(dearer, 'holroyd', HOLROYD));
    expect(JSON.parse(readFileSync(join(settings.folder, HEADER_FILE_NAME), 'utf8')).content.slots[0].cost).toEqual({
      memoryKiB: 128,
      passes: 2,
      lanes: 1,
    });
    expect(opened.people).toEqual(header.people);
    expect(granted(await unlock(dearer, 'holroyd', HOLROYD)).rawKeyHex()).toBe(header.rawKeyHex());
  });

  test('the cost that the policy of the vault asks for is reached slot by slot as people sign in, and never lowered', async () => {
    const { settings, header } = await made();
    granted(await header.addSlot('dunbar', DUNBAR));
    const costs = () =>
      (
        JSON.parse(readFileSync(join(settings.folder, HEADER_FILE_NAME), 'utf8')) as {
          content: { slots: { cost: { memoryKiB: number } }[] };
        }
      ).content.slots.map((slot) => slot.cost.memoryKiB);
    header.write({ costPolicy: { memoryKiB: 256, passes: 2, lanes: 1 } });
    expect(costs()).toEqual([64, 64]);
    granted(await unlock(settings, 'dunbar', DUNBAR));
    expect(costs()).toEqual([64, 256]);
    const holroyd = granted(await unlock(settings, 'holroyd', HOLROYD));
    expect(costs()).toEqual([256, 256]);
    const serial = holroyd.serial;
    expect(granted(await unlock(settings, 'holroyd', HOLROYD)).serial, 'nothing is written when nothing is to be done').toBe(serial);
    holroyd.write({ costPolicy: { memoryKiB: 64, passes: 1, lanes: 1 } });
    granted(await unlock(settings, 'dunbar', DUNBAR));
    expect(costs()).toEqual([256, 256]);
  });

  test('a disk that refuses to write does not keep anyone out while their slot waits to be made anew', async () => {
    const { settings, header } = await made();
    header.write({ costPolicy: { memoryKiB: 128, passes: 1, lanes: 1 } });
    mkdirSync(join(settings.folder, `.${HEADER_FILE_NAME}.writing`));
    expect(codeOf(await unlock(settings, 'holroyd', HOLROYD))).toBe('granted');
  });

  test('a pass phrase that would be guessed is refused with what to do; the sample force may use its printed one', async () => {
    const { header } = await made();
    const weak = await header.addSlot('dunbar', 'Password123456!');
    expect(weak.ok ? '' : weak.refusals[0].message).toContain('guessed first');
    expect(codeOf(await header.changePassPhrase('holroyd', HOLROYD, 'short one'))).toBe('vault/weak-pass-phrase');
    expect(codeOf(await createHeader(settingsIn(), { signInName: 'holroyd', passPhrase: 'heather lantern quarry', sample: false }))).toBe(
      'vault/weak-pass-phrase',
    );
    expect(codeOf(await createHeader(settingsIn(), { signInName: 'holroyd', passPhrase: 'heather lantern quarry', sample: true }))).toBe(
      'granted',
    );
    expect(codeOf(await createHeader(settingsIn(), { signInName: '  ', passPhrase: HOLROYD, sample: false }))).toBe(
      'vault/sign-in-name-empty',
    );
  });

  test('a header at full cost opens too', async () => {
    const settings: HeaderSettings = { folder: temporaryFolder(), now: Date.now };
    granted(await createHeader(settings, { signInName: 'holroyd', passPhrase: HOLROYD, sample: false }));
    granted(await unlock(settings, 'holroyd', HOLROYD));
    expect(JSON.parse(readFileSync(join(settings.folder, HEADER_FILE_NAME), 'utf8')).content.slots[0].cost).toEqual({
      memoryKiB: 65_536,
      passes: 3,
      lanes: 1,
    });
  });
});

describe('recovery', () => {
  test('24 words open the vault however they are typed, and give a person who forgot a new pass phrase and a new signing key', async () => {
    const { settings, header, words } = await made();
    expect(words).toHaveLength(24);
    const typed = `1. ${words.join('  \n ').toUpperCase()}.`.replace('1. ', '');
    const recovered = granted(await unlockByRecovery(settings, typed));
    expect(recovered.slotId).toBe('');
    const holroyd = granted(await recovered.replaceSlot('holroyd', NEWER));
    expect(holroyd.slotId).toBe(header.slotId);
    expect(holroyd.signingKey).not.toBe(header.people[0]?.signingKey);
    expect(granted(await unlock(settings, 'holroyd', NEWER)).rawKeyHex()).toBe(header.rawKeyHex());
    expect(codeOf(await unlock(settings, 'holroyd', HOLROYD))).toBe('vault/name-or-pass-phrase-wrong');
    expect(codeOf(await recovered.replaceSlot('nobody', NEWER))).toBe('vault/no-such-slot');
  });

  test('a swapped or misspelt word is told from words of another vault, and replaced words open nothing', async () => {
    const { settings, header, words } = await made();
    const swapped = [words[1], words[0], ...words.slice(2)].join(' ');
    if (words[0] !== words[1])
      expect(['vault/recovery-words-mistyped', 'vault/recovery-words-of-another-vault']).toContain(
        codeOf(await unlockByRecovery(settings, swapped)),
      );
    expect(codeOf(await unlockByRecovery(settings, words.slice(1).join(' ')))).toBe('vault/recovery-words-mistyped');
    expect(codeOf(await unlockByRecovery(settings, [...words.slice(1), 'abandonn'].join(' ')))).toBe('vault/recovery-words-mistyped');
    const other = await made();
    expect(codeOf(await unlockByRecovery(settings, other.words.join(' ')))).toBe('vault/recovery-words-of-another-vault');
    const newer = header.renewRecovery();
    expect(codeOf(await unlockByRecovery(settings, words.join(' ')))).toBe('vault/recovery-words-of-another-vault');
    expect(codeOf(await unlockByRecovery(settings, newer.join(' ')))).toBe('granted');
  });
});

describe('what the header keeps for the engine', () => {
  test('the head of the journal, through a new sign-in', async () => {
    const { settings, header } = await made();
    expect(header.head).toEqual({ seq: 0, hash: '' });
    header.sealHead({ seq: 41, hash: 'f'.repeat(64) });
    expect(granted(await unlock(settings, 'holroyd', HOLROYD)).head).toEqual({ seq: 41, hash: 'f'.repeat(64) });
  });

  test('a serial that grows with every change, so that an older header put back is noticed', async () => {
    const { settings, header } = await made();
    const older = header.serial;
    header.sealHead({ seq: 1, hash: 'a' });
    expect(header.serial).toBeGreaterThan(older);
    expect(granted(await unlock(settings, 'holroyd', HOLROYD)).serial).toBe(header.serial);
  });

  test('small secrets, each under its own name', async () => {
    const { header } = await made();
    const box = header.sealSecret('bundle', new Uint8Array([1, 2, 3]));
    expect(header.openSecret('bundle', box)).toEqual(Buffer.from([1, 2, 3]));
    expect(header.openSecret('token', box)).toBeNull();
  });

  test('its key opens the database it made, and no other vault does', async () => {
    const { settings, header } = await made();
    openVault({ folder: settings.folder, rawKeyHex: header.rawKeyHex(), expect: 'new', textOf: () => null }).close();
    const again = granted(await unlock(settings, 'holroyd', HOLROYD));
    openVault({ folder: settings.folder, rawKeyHex: again.rawKeyHex(), expect: 'existing', textOf: () => null }).close();
    const other = await made();
    expect(() =>
      openVault({ folder: settings.folder, rawKeyHex: other.header.rawKeyHex(), expect: 'existing', textOf: () => null }),
    ).toThrow('does not open with this key');
  });
});
