import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Result } from '#shared/base/result.ts';
import { createHeader, FAST_COST, unlock, unlockByRecovery } from '#electron/engine/vault/header.ts';
import { HEADER_COPY_NAME, HEADER_FILE_NAME, type HeaderContent } from '#electron/engine/vault/header-format.ts';
import { keysOf } from '#electron/engine/vault/header-keys.ts';
import { openBox } from '#electron/engine/vault/key-box.ts';
import { beginRekey, endRekey, giveUpRekey, nextRawKeyHex, rawKeyHexBefore, switchRekey } from '#electron/engine/vault/rekey-header.ts';
import { holderOf, openSealed, sealTo } from '#electron/engine/vault/seal-to.ts';
import type { HeaderSettings, UnlockedHeader } from '#electron/engine/vault/unlocked-header.ts';
import { temporaryFolder } from './fixtures.ts';

const HOLROYD = 'wobble garden fenland';
const DUNBAR = 'cobalt harvest umbrella';
const VANCE = 'granite pillow tangerine';

function granted<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.refusals[0].code);
  return result.value;
}
const codeOf = (result: Result<unknown>): string => (result.ok ? 'granted' : result.refusals[0].code);
const settingsIn = (folder = temporaryFolder()): HeaderSettings => ({ folder, cost: FAST_COST, now: () => 1_800_000_000_000 });
const onDisk = (settings: HeaderSettings): HeaderContent =>
  (JSON.parse(readFileSync(join(settings.folder, HEADER_FILE_NAME), 'utf8')) as { content: HeaderContent }).content;

async function madeForTwo(): Promise<{ settings: HeaderSettings; header: UnlockedHeader; words: string; dunbarsSlot: string }> {
  const settings = settingsIn();
  const { unlocked, recoveryWords } = granted(await createHeader(settings, { signInName: 'holroyd', passPhrase: HOLROYD, sample: false }));
  const { slotId } = granted(await unlocked.addSlot('dunbar', DUNBAR));
  return { settings, header: unlocked, words: recoveryWords.join(' '), dunbarsSlot: slotId };
}

/** As the application that wrote header format 1 left it, with two people and a sealed head. */
const FORMAT_1 = {
  words:
    'egg foster dilemma dilemma acquire fiction congress kit autumn betray release grape fiction replace bundle carry about fragile credit shop loan cushion capable problem',
  rawKey: '44b2e3377535860ea8041ba88300cfdaae162327722da9b3abf8afa592b5cbcc',
} as const;
function formatOne(): HeaderSettings {
  const settings = settingsIn();
  for (const name of [HEADER_FILE_NAME, HEADER_COPY_NAME])
    copyFileSync(join(import.meta.dirname, 'header-format-1.json'), join(settings.folder, name));
  return settings;
}

describe('a new data key', () => {
  test('reaches people who are not signed in, and the printed recovery words, without anyone typing anything', async () => {
    const { settings, header, words } = await madeForTwo();
    const before = header.rawKeyHex();
    const signing = header.people;
    expect(codeOf(beginRekey(header))).toBe('granted');
    const next = nextRawKeyHex(header);
    expect(next).not.toBe(before);
    expect(header.rawKeyHex()).toBe(before);
    switchRekey(header);
    expect(header.rawKeyHex()).toBe(next);
    for (const [name, passPhrase] of [
      ['holroyd', HOLROYD],
      ['dunbar', DUNBAR],
    ] as const) {
      const opened = granted(await unlock(settings, name, passPhrase));
      expect(opened.rawKeyHex()).toBe(next);
      expect(rawKeyHexBefore(opened)).toBe(before);
      expect(opened.people).toEqual(signing);
      expect(codeOf(await opened.signWithPassPhrase(name, passPhrase, new Uint8Array([1])))).toBe('granted');
    }
    expect(granted(await unlockByRecovery(settings, words)).rawKeyHex()).toBe(next);
    endRekey(header);
    const after = granted(await unlock(settings, 'dunbar', DUNBAR));
    expect([after.rawKeyHex(), rawKeyHexBefore(after), after.content.generation]).toEqual([next, null, 2]);
    expect(after.deviceSigningKey).toBe(header.deviceSigningKey);
    expect(codeOf(beginRekey(after)), 'and again').toBe('granted');
  });

  test('is the same one after a crash in the middle, whoever signs in next, and for someone who was added meanwhile', async () => {
    const { settings, header, words } = await madeForTwo();
    granted(beginRekey(header));
    const next = nextRawKeyHex(header);
    granted(await header.addSlot('vance', VANCE));
    granted(await header.changePassPhrase('holroyd', HOLROYD, 'velvet tractor onion'));
    const dunbar = granted(await unlock(settings, 'dunbar', DUNBAR));
    expect(nextRawKeyHex(dunbar)).toBe(next);
    expect(granted(beginRekey(dunbar))).toBeNull();
    expect(nextRawKeyHex(dunbar)).toBe(next);
    expect(nextRawKeyHex(granted(await unlock(settings, 'vance', VANCE)))).toBe(next);
    expect(nextRawKeyHex(granted(await unlock(settings, 'holroyd', 'velvet tractor onion')))).toBe(next);
    expect(nextRawKeyHex(granted(await unlockByRecovery(settings, words)))).toBe(next);
    switchRekey(dunbar);
    expect(granted(await unlock(settings, 'vance', VANCE)).rawKeyHex()).toBe(next);
  });

  test('given up leaves the old one and nothing of the new one', async () => {
    const { settings, header } = await madeForTwo();
    const before = header.rawKeyHex();
    granted(beginRekey(header));
    giveUpRekey(header);
    expect([header.rawKeyHex(), nextRawKeyHex(header)]).toEqual([before, null]);
    expect(JSON.stringify(onDisk(settings))).not.toContain('"next"');
    expect(granted(await unlock(settings, 'dunbar', DUNBAR)).rawKeyHex()).toBe(before);
  });

  test('opens for nobody who was taken out before, although they know the old data key and keep every old header', async () => {
    const { settings, header, dunbarsSlot } = await madeForTwo();
    const kept = onDisk(settings);
    const old = granted(await unlock(settings, 'dunbar', DUNBAR));
    const oldKey = Buffer.from(old.keys().dataKey);
    granted(header.removeSlot(dunbarsSlot));
    granted(beginRekey(header));
    const during = onDisk(settings);
    switchRekey(header);
    const after = onDisk(settings);
    expect(codeOf(await unlock(settings, 'dunbar', DUNBAR))).toBe('vault/name-or-pass-phrase-wrong');
    const { secrets, mac } = keysOf(oldKey, kept.vaultId);
    const newKeys = [header.keys().dataKey, keysOf(header.keys().dataKey, kept.vaultId).secrets].map((key) => key.toString('hex'));
    // Whatever box of any header the old data key opens, no key of the new generation lies in it.
    for (const content of [kept, during, after]) {
      const boxes = JSON.stringify(content).match(/"[A-Za-z0-9+/]{40,}={0,2}"/g) ?? [];
      expect(boxes.length).toBeGreaterThan(5);
      const places = [
        ...content.slots.flatMap((slot) =>
          ['data-key', 'next-data-key', 'own', 'witness'].map((holds) => ({ vault: content.vaultId, slot: slot.id, holds })),
        ),
        ...['recovery', 'next-recovery', 'recovery-witness', 'device-seed', 'data-key-before'].map((holds) => ({
          vault: content.vaultId,
          holds,
        })),
      ];
      for (const box of boxes)
        for (const place of places)
          for (const key of [oldKey, secrets, mac])
            expect(newKeys).not.toContain(openBox(key, box.slice(1, -1), place)?.toString('hex') ?? 'shut');
    }
  });
});

describe('sealing for someone who is not here', () => {
  const salt = Buffer.alloc(16, 7);
  const secret = Buffer.alloc(32, 1);
  const content = Buffer.from('the data key of the vault, 32 by');

  test('opens for the holder alone, in its place alone', () => {
    const holder = holderOf(secret, salt);
    const box = sealTo(holder, content, { holds: 'here' });
    expect(openSealed(secret, salt, box, { holds: 'here' })).toEqual(content);
    expect(openSealed(secret, salt, box, { holds: 'there' })).toBeNull();
    expect(openSealed(Buffer.alloc(32, 2), salt, box, { holds: 'here' })).toBeNull();
    expect(openSealed(secret, Buffer.alloc(16, 8), box, { holds: 'here' })).toBeNull();
    expect(sealTo(holder, content, { holds: 'here' })).not.toBe(box);
  });

  test('a stranger who knows only the public half cannot make a box its holder would take', () => {
    const stranger = { opens: holderOf(secret, salt).opens, witness: Buffer.alloc(32, 9) };
    expect(openSealed(secret, salt, sealTo(stranger, content, { holds: 'here' }), { holds: 'here' })).toBeNull();
  });

  test('an altered or hostile box opens as nothing and throws nothing', () => {
    const bytes = Buffer.from(sealTo(holderOf(secret, salt), content, 1), 'base64');
    for (let at = 0; at < bytes.length; at += 1) {
      const altered = Buffer.from(bytes);
      altered[at] = (altered[at] as number) ^ 0x40;
      expect(openSealed(secret, salt, altered.toString('base64'), 1)).toBeNull();
    }
    for (const box of ['', 'AAAA', Buffer.alloc(100).toString('base64'), Buffer.alloc(32, 255).toString('base64')])
      expect(openSealed(secret, salt, box, 1)).toBeNull();
  });
});

describe('a header of format 1', () => {
  test('opens with the pass phrases and the words it was made with, and each slot is made anew at its person’s sign-in', async () => {
    const settings = formatOne();
    const holroyd = granted(await unlock(settings, 'holroyd', HOLROYD));
    expect(holroyd.rawKeyHex()).toBe(FORMAT_1.rawKey);
    expect(holroyd.head).toEqual({ seq: 41, hash: 'f'.repeat(64) });
    expect(onDisk(settings)).toMatchObject({ format: 2, slots: [{ opens: expect.any(String) }, {}] });
    expect(onDisk(settings).slots[1]?.opens).toBeUndefined();
    expect(codeOf(beginRekey(holroyd)), 'not everyone can be sealed to').toBe('vault/rekey-not-yet');
    const dunbar = granted(await unlock(settings, 'dunbar', DUNBAR));
    expect(dunbar.people).toEqual(holroyd.people);
    expect(codeOf(beginRekey(dunbar)), 'the words are still of the first format').toBe('vault/rekey-not-yet');
    const recovered = granted(await unlockByRecovery(settings, FORMAT_1.words));
    expect(recovered.rawKeyHex()).toBe(FORMAT_1.rawKey);
    granted(beginRekey(recovered));
    switchRekey(recovered);
    for (const key of [
      granted(await unlock(settings, 'dunbar', DUNBAR)),
      granted(await unlock(settings, 'holroyd', HOLROYD)),
      granted(await unlockByRecovery(settings, FORMAT_1.words)),
    ])
      expect(key.rawKeyHex()).toBe(recovered.rawKeyHex());
  });
});
