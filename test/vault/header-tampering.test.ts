import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#shared/base/canonical.ts';
import { createHeader, FAST_COST, lookAtHeader, unlock, unlockByRecovery } from '#electron/engine/vault/header.ts';
import { HEADER_COPY_NAME, HEADER_FILE_NAME, HEADER_FORMAT, type HeaderContent, sumOf } from '#electron/engine/vault/header-format.ts';
import { keysOf } from '#electron/engine/vault/header-keys.ts';
import { macOf } from '#electron/engine/vault/key-box.ts';
import { sealTo } from '#electron/engine/vault/seal-to.ts';
import type { HeaderSettings, UnlockedHeader } from '#electron/engine/vault/unlocked-header.ts';
import { sayNotice } from '#electron/engine/vault/unlocked-header.ts';
import { VaultTrouble } from '#electron/engine/vault/vault-trouble.ts';
import { temporaryFolder } from './fixtures.ts';

const HOLROYD = 'wobble garden fenland';
const DUNBAR = 'cobalt harvest umbrella';

async function made(): Promise<{ settings: HeaderSettings; header: UnlockedHeader; main: string; copy: string; words: string }> {
  const settings: HeaderSettings = { folder: temporaryFolder(), cost: FAST_COST, now: () => 1_800_000_000_000 };
  const result = await createHeader(settings, { signInName: 'holroyd', passPhrase: HOLROYD, sample: false });
  if (!result.ok) throw new Error(result.refusals[0].message);
  await result.value.unlocked.addSlot('dunbar', DUNBAR);
  result.value.unlocked.sealHead({ seq: 9, hash: 'ab'.repeat(32) });
  return {
    settings,
    header: result.value.unlocked,
    main: join(settings.folder, HEADER_FILE_NAME),
    copy: join(settings.folder, HEADER_COPY_NAME),
    words: result.value.recoveryWords.join(' '),
  };
}

/** What a sign-in of Holroyd comes to: the vault's own key with what was noticed, a refusal, or a trouble; never another key or another head. */
async function outcomeOf(settings: HeaderSettings, header: UnlockedHeader): Promise<string> {
  // Tries in the test must not wait for each other.
  rmSync(join(settings.folder, 'vault.tries.json'), { force: true });
  try {
    const result = await unlock(settings, 'holroyd', HOLROYD);
    if (!result.ok) return result.refusals[0].code;
    expect(result.value.rawKeyHex()).toBe(header.rawKeyHex());
    expect(result.value.head).toEqual(header.head);
    expect(result.value.people).toEqual(header.people);
    expect([result.value.deviceId, result.value.deviceSigningKey, result.value.sample]).toEqual([
      header.deviceId,
      header.deviceSigningKey,
      header.sample,
    ]);
    return result.value.notices.join() || 'opened';
  } catch (error) {
    if (!(error instanceof VaultTrouble)) throw error;
    return error.kind;
  }
}

describe('a damaged key header', () => {
  test('whichever byte is flipped, the header is put right from its copy and that is said; without a copy it is refused and kept', async () => {
    const { settings, header, main, copy } = await made();
    const whole = readFileSync(main);
    for (let at = 0; at < whole.length; at += 1) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] as number) ^ (1 << (at % 8));
      const isOnlyTheLineEnd = at === whole.length - 1 && /\s/.test(String.fromCharCode(damaged[at] as number));
      writeFileSync(main, damaged);
      rmSync(copy, { force: true });
      if (!isOnlyTheLineEnd) expect([at, await outcomeOf(settings, header)]).toEqual([at, 'header-damaged']);
      expect(readFileSync(main).equals(damaged)).toBe(true);
      if (at % 17 !== 0) continue;
      writeFileSync(copy, whole);
      if (!isOnlyTheLineEnd) expect([at, await outcomeOf(settings, header)]).toEqual([at, 'header-recovered']);
      expect(await outcomeOf(settings, header)).toBe('opened');
      writeFileSync(main, whole);
    }
  }, 120_000);

  test('missing, empty or cut short it is put right from its copy; a lost copy is written again without a word', async () => {
    const { settings, header, main, copy } = await made();
    const whole = readFileSync(main);
    for (const left of [0, 1, 40, whole.length - 2]) {
      writeFileSync(main, whole.subarray(0, left));
      expect(await outcomeOf(settings, header)).toBe('header-recovered');
      expect(JSON.parse(readFileSync(main, 'utf8')).content.slots).toHaveLength(2);
    }
    rmSync(main);
    expect(await outcomeOf(settings, header)).toBe('header-recovered');
    rmSync(copy);
    expect(await outcomeOf(settings, header)).toBe('opened');
    expect(readFileSync(copy).equals(readFileSync(main))).toBe(true);
    rmSync(main);
    rmSync(copy);
    expect(await outcomeOf(settings, header)).toBe('missing');
    expect(lookAtHeader(settings)).toBeNull();
    expect(sayNotice('header-recovered')).toContain('put right from its copy');
  });
});

describe('a key header changed on purpose, with its checksum made to fit', () => {
  const CHANGES: readonly (readonly [string, (content: HeaderContent) => void])[] = [
    ['calling itself the sample force', (content) => void (content.sample = true)],
    ['an older head of the journal', (content) => void (content.head = { seq: 1, hash: '' })],
    ['a slot taken out', (content) => void content.slots.pop()],
    ['the slots exchanged', (content) => void content.slots.reverse()],
    ['another signing key for a person', (content) => void ((content.slots[1] as { signingKey: string }).signingKey = '00'.repeat(32))],
    ['another device key', (content) => void (content.device.signingKey = '00'.repeat(32))],
    ['another device', (content) => void (content.device.id = 'someone-else')],
    ['a greater serial', (content) => void (content.serial += 5)],
    [
      'a cheaper guess for another person',
      (content) => void ((content.slots[1] as { cost: unknown }).cost = { memoryKiB: 8, passes: 1, lanes: 1 }),
    ],
    ['another recovery box', (content) => void (content.recovery.dataKey = content.device.signingSeed)],
  ];

  test.each(CHANGES)('%s: noticed at sign-in and put right from the copy, refused when the copy was changed too', async (_name, change) => {
    const { settings, header, main, copy } = await made();
    const file = JSON.parse(readFileSync(main, 'utf8')) as { mac: string; content: HeaderContent };
    change(file.content);
    const forged = canonicalJson({ sum: sumOf(file.mac, file.content), mac: file.mac, content: file.content });
    writeFileSync(main, forged);
    expect(await outcomeOf(settings, header)).toBe('header-altered');
    writeFileSync(main, forged);
    writeFileSync(copy, forged);
    expect(await outcomeOf(settings, header)).toBe('header-damaged');
  });

  test('a slot whose box was exchanged for another person’s opens for neither', async () => {
    const { settings, header, main, copy } = await made();
    const file = JSON.parse(readFileSync(main, 'utf8')) as { mac: string; content: HeaderContent };
    const [first, second] = file.content.slots as [HeaderContent['slots'][0], HeaderContent['slots'][0]];
    Object.assign(first, { ...second, id: first.id, nameDigest: first.nameDigest });
    const forged = canonicalJson({ sum: sumOf(file.mac, file.content), mac: file.mac, content: file.content });
    writeFileSync(main, forged);
    writeFileSync(copy, forged);
    expect(await outcomeOf(settings, header)).toBe('vault/name-or-pass-phrase-wrong');
    const asDunbar = await unlock(settings, 'holroyd', DUNBAR);
    expect(asDunbar.ok).toBe(false);
  });

  test('a data key that a stranger sealed for a person is not taken for the vault’s', async () => {
    const { settings, header, main, copy } = await made();
    const file = JSON.parse(readFileSync(main, 'utf8')) as { mac: string; content: HeaderContent };
    const theirs = Buffer.alloc(32, 5);
    for (const slot of file.content.slots) {
      const place = { vault: file.content.vaultId, slot: slot.id, holds: 'data-key' };
      slot.dataKey = sealTo({ opens: slot.opens ?? '', witness: Buffer.alloc(32) }, theirs, place);
    }
    const mac = macOf(keysOf(theirs, file.content.vaultId).mac, file.content);
    const forged = canonicalJson({ sum: sumOf(mac, file.content), mac, content: file.content });
    writeFileSync(main, forged);
    writeFileSync(copy, forged);
    expect(await outcomeOf(settings, header)).toBe('vault/name-or-pass-phrase-wrong');
  });

  test('the recovery words notice it too', async () => {
    const { settings, main, copy, words } = await made();
    const file = JSON.parse(readFileSync(main, 'utf8')) as { mac: string; content: HeaderContent };
    file.content.head = { seq: 1, hash: '' };
    const forged = canonicalJson({ sum: sumOf(file.mac, file.content), mac: file.mac, content: file.content });
    writeFileSync(main, forged);
    const result = await unlockByRecovery(settings, words);
    expect(result.ok && result.value.notices).toEqual(['header-altered']);
    writeFileSync(main, forged);
    writeFileSync(copy, forged);
    await expect(unlockByRecovery(settings, words)).rejects.toThrow(VaultTrouble);
  });

  test('one from a newer Cordon is refused with a sentence, kept as it is, and never replaced by an older copy', async () => {
    const { settings, main } = await made();
    const file = JSON.parse(readFileSync(main, 'utf8')) as { mac: string; content: Record<string, unknown> };
    const content = { ...file.content, format: HEADER_FORMAT + 1, slots: 'kept elsewhere' };
    const newer = canonicalJson({ sum: sumOf(file.mac, content), mac: file.mac, content });
    writeFileSync(main, newer);
    const result = await unlock(settings, 'holroyd', HOLROYD);
    expect(result.ok ? '' : result.refusals[0].code).toBe('vault/header-newer');
    expect(result.ok ? '' : result.refusals[0].message).toContain('newer version of Cordon');
    expect(() => lookAtHeader(settings)).toThrow('newer version of Cordon');
    expect(readFileSync(main, 'utf8')).toBe(newer);
  });
});
