import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Result } from '#shared/base/result.ts';
import type { KeysView } from '#shared/contracts/bridge/asks.ts';
import { HEADER_FILE_NAME } from '#electron/engine/vault/header-format.ts';
import { REKEY_FILE_NAME } from '#electron/engine/vault/rekey.ts';
import { ADMIN, startEngine, temporaryFolder, type TestEngine } from '#test/builders/engine.ts';
import { PASS_PHRASE, smallForce } from '#test/builders/small-force.ts';

const codes = (result: Result<unknown>): readonly string[] => (result.ok ? [] : result.refusals.map((one) => one.code));
const journal = { actor: '', act: '', subject: '', from: '', to: '', skip: 0, limit: 200 } as const;
const acts = async (engine: TestEngine, act: string) => (await engine.client.get('journal.page', { ...journal, act })).entries;

/** Looks until it holds: re-keying goes on by itself. */
async function keysOnce(engine: TestEngine, holds: (view: KeysView) => boolean): Promise<KeysView> {
  for (;;) {
    const view = await engine.client.get('keys.look', {});
    if (holds(view)) return view;
  }
}

describe('a new key for the whole vault', () => {
  it('is brought in while people work, opens for everyone with their own pass phrase, and is journalled', async () => {
    const engine = startEngine();
    const force = await smallForce(engine);
    const header = () => readFileSync(join(engine.folder, HEADER_FILE_NAME), 'utf8');
    const before = header();
    await engine.signIn();
    expect(await engine.client.get('keys.look', {})).toMatchObject({
      generation: 1,
      rekey: { state: 'none' },
      notYet: { people: [], recovery: false },
    });
    await engine.client.get('keys.begin-rekey', {});
    const typed = [];
    for (let word = 0; word < 30; word += 1)
      typed.push(
        engine.client.command('draft.keep', { id: 'draft', parent: '', forKind: 'decision', itemId: '', fields: { text: `word ${word}` } }),
      );
    expect((await Promise.all(typed)).every((one) => one.ok)).toBe(true);
    const done = await keysOnce(engine, ({ rekey }) => rekey.state === 'none');
    expect(done).toMatchObject({ generation: 2, since: engine.clock.now(), rekey: { trouble: '' } });
    expect((await engine.client.look('drafts', { parent: '' })).rows[0]?.fields).toEqual({ text: 'word 29' });
    await engine.lock();
    expect(existsSync(join(engine.folder, REKEY_FILE_NAME))).toBe(false);
    for (const slot of (JSON.parse(before) as { content: { slots: { dataKey: string }[] } }).content.slots)
      expect(header()).not.toContain(slot.dataKey);
    await force.signInAs('auditor');
    expect((await acts(engine, 'keys')).map(({ act, facts }) => [act, facts])).toEqual([
      ['keys.rekeyed', { generation: 2 }],
      ['keys.rekey-begun', { generation: 2 }],
    ]);
    expect(await engine.client.get('journal.verify', {})).toMatchObject({ whole: true, headMatches: true });
  });

  it('goes on by itself after a crash, whoever signs in next', async () => {
    let engine = startEngine();
    const force = await smallForce(engine);
    await engine.signIn();
    await engine.client.get('keys.begin-rekey', {});
    engine = await engine.crash();
    await engine.signIn('holroyd', PASS_PHRASE);
    await engine.lock();
    await engine.signIn();
    await keysOnce(engine, ({ generation, rekey }) => generation === 2 && rekey.state === 'none');
    await engine.lock();
    await engine.signIn('vance', PASS_PHRASE);
    expect(await acts(engine, 'keys.rekeyed')).toHaveLength(1);
    expect(force.people.auditor).not.toBe('');
  });

  it('can be given up, and only an administrator begins it', async () => {
    const engine = startEngine();
    const force = await smallForce(engine);
    await force.signInAs('secretary');
    expect(codes(await engine.client.ask('keys.look', {}))).toEqual(['access/administrator-only']);
    expect(codes(await engine.client.ask('keys.begin-rekey', {}))).toEqual(['access/administrator-only']);
    await engine.lock();
    await engine.signIn();
    const [begun, given] = await Promise.all([engine.client.ask('keys.begin-rekey', {}), engine.client.ask('keys.give-up-rekey', {})]);
    expect([begun.ok, given.ok]).toEqual([true, true]);
    expect(await engine.client.get('keys.look', {})).toMatchObject({ generation: 1, rekey: { state: 'none' } });
    expect(codes(await engine.client.ask('keys.give-up-rekey', {}))).toEqual(['vault/rekey-too-late']);
    await engine.lock();
    await engine.signIn();
  });
});

describe('the recovery key', () => {
  const renew = { passPhrase: ADMIN.passPhrase, needed: 2, shares: 3 } as const;

  it('is printed in shares, any two of three let a person in, one does not, and the old words do not', async () => {
    const engine = startEngine();
    const words = await engine.setUp();
    await engine.signIn();
    const { sheets, needed } = await engine.client.get('keys.renew-recovery', renew);
    expect([sheets.length, needed, ...sheets.map((sheet) => sheet.length)]).toEqual([3, 2, 30, 30, 30]);
    expect(await engine.client.get('keys.look', {})).toMatchObject({ recovery: { split: { needed: 2, made: 3 } } });
    await engine.lock();
    expect((await engine.client.get('session.look', {})).recoveryShares).toEqual({ needed: 2, made: 3 });
    const typed = sheets.map((sheet) => sheet.join(' '));
    const recover = (shares: readonly string[], more: object = {}) =>
      engine.client.ask('session.recover', {
        words: '',
        shares: [...shares],
        signInName: ADMIN.signInName,
        newPassPhrase: 'velvet tractor onion',
        ...more,
      });
    expect(codes(await recover([], { words: words.join(' ') }))).toEqual(['vault/recovery-words-of-another-vault']);
    expect(codes(await recover([typed[1] ?? '']))).toEqual(['vault/shares-too-few']);
    expect(codes(await recover([typed[1] ?? '', typed[1] ?? '']))).toEqual(['vault/shares-too-few']);
    expect(codes(await recover([typed[0] ?? '', 'not a share']))).toEqual(['vault/share-mistyped']);
    expect(await engine.client.get('recovery.look-at-share', { words: typed[2]?.toUpperCase() ?? '' })).toEqual({
      number: 3,
      made: 3,
      needed: 2,
      newest: true,
    });
    expect((await recover([typed[2] ?? '', typed[0] ?? ''])).ok).toBe(true);
    const { sheets: newer } = await engine.client.get('keys.renew-recovery', { ...renew, passPhrase: 'velvet tractor onion' });
    await engine.lock();
    expect(await engine.client.get('recovery.look-at-share', { words: typed[0] ?? '' })).toMatchObject({ newest: false });
    expect(codes(await recover([typed[0] ?? '', newer[1]?.join(' ') ?? '']))).toEqual(['vault/shares-of-different-sets']);
    expect(codes(await recover([typed[0] ?? '', typed[1] ?? '']))).toEqual(['vault/recovery-words-of-another-vault']);
  });

  it('is renewed only with the administrator’s own pass phrase, and as one sheet when that is wanted', async () => {
    const engine = startEngine();
    const words = await engine.setUp();
    await engine.signIn();
    const wrong = await engine.client.ask('keys.renew-recovery', { ...renew, passPhrase: 'not the right one' });
    expect(wrong.ok ? '' : [wrong.refusals[0].code, wrong.refusals[0].field]).toEqual(['vault/name-or-pass-phrase-wrong', 'passPhrase']);
    expect(codes(await engine.client.ask('keys.renew-recovery', { ...renew, needed: 1 }))).toEqual(['vault/shares-make-no-sense']);
    expect(codes(await engine.client.ask('keys.renew-recovery', { ...renew, needed: 4 }))).toEqual(['vault/shares-make-no-sense']);
    const { sheets } = await engine.client.get('keys.renew-recovery', { ...renew, needed: 1, shares: 1 });
    expect(sheets).toHaveLength(1);
    expect(sheets[0]).toHaveLength(24);
    expect(sheets[0]).not.toEqual(words);
  });
});

describe('a vault put back to an older state', () => {
  /** Everything of the vault, header and database, as it was at this moment. */
  const copyOf = (engine: TestEngine): string => {
    const kept = temporaryFolder();
    cpSync(engine.folder, kept, { recursive: true });
    return kept;
  };
  const putBack = (engine: TestEngine, kept: string, only: (name: string) => boolean = () => true): void =>
    cpSync(kept, engine.folder, { recursive: true, filter: (source) => source === kept || only(source) });
  const work = async (engine: TestEngine): Promise<void> => {
    for (let times = 0; times < 3; times += 1) await engine.client.get('search.find', { text: 'harbour', kinds: [], limit: 1 });
  };
  const whatWasFound = async (engine: TestEngine) => (await acts(engine, 'session.vault-does-not-fit')).map((one) => one.facts['what']);

  it('header and database together: said in plain words at the next sign-in, journalled, and said once', async () => {
    const engine = startEngine();
    await smallForce(engine);
    const kept = copyOf(engine);
    await engine.signIn('vance', PASS_PHRASE);
    await work(engine);
    await engine.lock();
    putBack(engine, kept);
    const { notices } = await engine.signIn('vance', PASS_PHRASE);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatch(/The last changes are missing: the journal ends at entry \d+, but this workstation had got to entry \d+\./);
    expect(await whatWasFound(engine)).toEqual(['vault-older']);
    await engine.lock();
    expect((await engine.signIn('vance', PASS_PHRASE)).notices).toEqual([]);
  });

  it('commits after the last seal that a damaged write-ahead log lost, which SQLite drops without a word', async () => {
    const engine = startEngine();
    await smallForce(engine);
    await engine.signIn('vance', PASS_PHRASE);
    await work(engine);
    await engine.crash();
    // The handle this process still has on the file stays out of it: what is looked at is a copy.
    const folder = copyOf(engine);
    const log = join(folder, 'vault.db-wal');
    const bytes = readFileSync(log);
    const middle = Math.floor(bytes.length / 2);
    bytes[middle] = (bytes[middle] as number) ^ 1;
    writeFileSync(log, bytes);
    const mark = readFileSync(engine.markFile);
    const again = startEngine({ folder, markFile: engine.markFile });
    const { notices } = await again.signIn('vance', PASS_PHRASE);
    expect(notices.join()).toContain('The last changes are missing');
    expect(await whatWasFound(again)).toEqual(['vault-older']);
    await again.lock();
    const whole = copyOf(engine);
    writeFileSync(engine.markFile, mark);
    const undamaged = startEngine({ folder: whole, markFile: engine.markFile });
    expect((await undamaged.signIn('vance', PASS_PHRASE)).notices).toEqual([]);
    await undamaged.lock();
  });

  it('the header alone, so that a changed pass phrase would open again, although nobody locked in between', async () => {
    let engine = startEngine();
    await smallForce(engine);
    await engine.signIn();
    await engine.client.get('account.change-pass-phrase', { passPhrase: ADMIN.passPhrase, newPassPhrase: 'velvet tractor onion' });
    await engine.lock();
    const kept = copyOf(engine);
    await engine.signIn(ADMIN.signInName, 'velvet tractor onion');
    await engine.client.get('account.change-pass-phrase', { passPhrase: 'velvet tractor onion', newPassPhrase: 'kettle marble orchid' });
    engine = await engine.crash();
    putBack(engine, kept, (name) => name.includes('header'));
    const { notices } = await engine.signIn(ADMIN.signInName, 'velvet tractor onion');
    expect(notices.join()).toContain('The key header of this workstation is older than it should be');
  });

  it('an older header cannot bring back a person whose account was closed', async () => {
    const engine = startEngine();
    const force = await smallForce(engine);
    const kept = copyOf(engine);
    await engine.signIn();
    const accountId = (await engine.client.look('accounts', {})).rows.find((row) => row.signInName === 'holroyd')?.id ?? '';
    await engine.client.get('account.close', { accountId, reason: 'Left the unit' });
    await engine.lock();
    const slotsThen = readFileSync(join(engine.folder, HEADER_FILE_NAME), 'utf8').match(/"opens"/g)?.length;
    putBack(engine, kept, (name) => name.includes('header'));
    expect(codes(await engine.client.ask('session.sign-in', { signInName: 'holroyd', passPhrase: PASS_PHRASE }))).toEqual([
      'session/account-closed',
    ]);
    const { notices } = await engine.signIn('vance', PASS_PHRASE);
    expect(notices.join(), 'found while Holroyd tried, told to the next who may know').toContain(
      'The key header of this workstation is older',
    );
    expect(await whatWasFound(engine)).toEqual(['header-older']);
    expect(await acts(engine, 'account.stray-slots-removed')).toMatchObject([{ facts: { count: 1 } }]);
    await engine.lock();
    expect(readFileSync(join(engine.folder, HEADER_FILE_NAME), 'utf8').match(/"opens"/g)?.length).toBe(slotsThen);
    expect(codes(await engine.client.ask('session.sign-in', { signInName: 'holroyd', passPhrase: PASS_PHRASE }))).toEqual([
      'vault/name-or-pass-phrase-wrong',
    ]);
    expect(force.people.auditor).not.toBe('');
  });

  it('the recovery key does not hide it', async () => {
    const engine = startEngine();
    const words = await engine.setUp();
    const kept = copyOf(engine);
    await engine.signIn();
    await work(engine);
    await engine.lock();
    putBack(engine, kept);
    const state = await engine.client.get('session.recover', {
      words: words.join(' '),
      signInName: ADMIN.signInName,
      newPassPhrase: 'velvet tractor onion',
    });
    expect(state.notices.join()).toContain('The last changes are missing');
  });

  it('a note that was taken away or changed is told apart from a vault that is older', async () => {
    const engine = startEngine();
    await smallForce(engine);
    const whole = readFileSync(engine.markFile, 'utf8');
    writeFileSync(
      engine.markFile,
      whole.replace(/"seq":(\d+)/, (_all, seq: string) => `"seq":${Number(seq) - 1}`),
    );
    expect((await engine.signIn('vance', PASS_PHRASE)).notices.join()).toContain('was changed by something other than Cordon');
    await engine.lock();
    rmSync(engine.markFile);
    expect((await engine.signIn('vance', PASS_PHRASE)).notices.join()).toContain('is not there');
    expect(await whatWasFound(engine)).toEqual(['note-missing', 'note-altered']);
    await engine.lock();
    expect((await engine.signIn('vance', PASS_PHRASE)).notices).toEqual([]);
  });
});

describe('binding to the keychain of the computer', () => {
  /** A keychain of one user of one computer; shut, it gives nothing. */
  const keychain = (user: string) => {
    const state = { shut: false, trouble: '' };
    return {
      state,
      trouble: async () => state.trouble,
      protect: async (secret: Uint8Array) => JSON.stringify([user, Buffer.from(secret).toString('hex')]),
      async reveal(sealed: string) {
        const [whose, secret] = JSON.parse(sealed) as [string, string];
        return state.shut || whose !== user ? null : Buffer.from(secret, 'hex');
      },
    };
  };
  const bind = (engine: TestEngine, bound: boolean) => engine.client.ask('keys.bind-keychain', { passPhrase: ADMIN.passPhrase, bound });

  it('makes the pass phrase alone open nothing, for people who are away too, and can be undone', async () => {
    const desk = keychain('desk');
    const engine = startEngine({ keychain: desk });
    await smallForce(engine);
    await engine.signIn();
    expect((await bind(engine, true)).ok).toBe(true);
    expect(await engine.client.get('keys.look', {})).toMatchObject({ keychain: { bound: true, trouble: '' } });
    await engine.lock();
    await engine.signIn('holroyd', PASS_PHRASE);
    await engine.lock();
    desk.state.shut = true;
    const shut = await engine.client.ask('session.sign-in', { signInName: 'holroyd', passPhrase: PASS_PHRASE });
    expect(codes(shut)).toEqual(['vault/keychain-shut']);
    expect((await engine.client.get('session.look', {})).waitSeconds, 'it does not count as a wrong try').toBe(0);
    desk.state.shut = false;
    await engine.signIn();
    await engine.client.get('account.change-pass-phrase', { passPhrase: ADMIN.passPhrase, newPassPhrase: 'velvet tractor onion' });
    await engine.client.get('keys.begin-rekey', {});
    await keysOnce(engine, ({ generation, rekey }) => generation === 2 && rekey.state === 'none');
    await engine.lock();
    await engine.signIn('holroyd', PASS_PHRASE);
    await engine.lock();
    await engine.signIn(ADMIN.signInName, 'velvet tractor onion');
    expect((await engine.client.ask('keys.bind-keychain', { passPhrase: 'velvet tractor onion', bound: false })).ok).toBe(true);
    await engine.lock();
    desk.state.shut = true;
    await engine.signIn('holroyd', PASS_PHRASE);
  });

  it('is refused with a sentence where there is no keychain to rely on', async () => {
    const desk = keychain('desk');
    const engine = startEngine({ keychain: desk });
    await engine.setUp();
    await engine.signIn();
    desk.state.trouble = 'This computer has no keychain that Cordon could rely on for the user who is logged on.';
    const no = await bind(engine, true);
    expect(no.ok ? '' : no.refusals[0].message).toBe(desk.state.trouble);
    desk.state.trouble = '';
    desk.state.shut = true;
    expect(codes(await bind(engine, true)), 'a keychain that does not give back what it was given').toEqual(['vault/keychain-cannot']);
    expect(await engine.client.get('keys.look', {})).toMatchObject({ keychain: { bound: false } });
    await engine.lock();
    await engine.signIn();
  });

  it('losing the keychain leaves the recovery key as a way in, and the vault is bound to the keychain that is there now, or to none', async () => {
    const engine = startEngine({ keychain: keychain('desk') });
    const words = (await engine.setUp()).join(' ');
    await engine.signIn();
    await bind(engine, true);
    await engine.lock();
    const elsewhere = temporaryFolder();
    cpSync(engine.folder, elsewhere, { recursive: true });
    const other = startEngine({ folder: elsewhere, markFile: engine.markFile, keychain: keychain('another user') });
    expect(codes(await other.client.ask('session.sign-in', ADMIN))).toEqual(['vault/keychain-shut']);
    const state = await other.client.get('session.recover', { words, signInName: ADMIN.signInName, newPassPhrase: 'velvet tractor onion' });
    expect(state.notices).toEqual([]);
    expect(await other.client.get('keys.look', {})).toMatchObject({ keychain: { bound: true } });
    await other.lock();
    await other.signIn(ADMIN.signInName, 'velvet tractor onion');
    await other.lock();
    const without = startEngine({ folder: elsewhere, markFile: engine.markFile });
    const released = await without.client.get('session.recover', {
      words,
      signInName: ADMIN.signInName,
      newPassPhrase: 'kettle marble orchid',
    });
    expect(released.notices.join()).toContain('the vault no longer needs it');
    await without.lock();
    await without.signIn(ADMIN.signInName, 'kettle marble orchid');
  });
});

describe('erasing the vault', () => {
  const erase = (engine: TestEngine, more: object = {}) =>
    engine.client.ask('vault.erase', { passPhrase: ADMIN.passPhrase, typed: 'Test workstation', ...more });

  it('destroys every key and file after a receipt was saved, and nothing opens a copy of what was left', async () => {
    const engine = startEngine();
    const words = await engine.setUp();
    await engine.signIn();
    expect(codes(await erase(engine, { typed: 'test workstation' }))).toEqual(['vault/erase-name-differs']);
    expect(codes(await erase(engine, { passPhrase: 'not the right one' }))).toEqual(['vault/name-or-pass-phrase-wrong']);
    engine.os.saveAs = () => '';
    expect(codes(await erase(engine)), 'the dialogue was cancelled').toEqual(['vault/erase-without-receipt']);
    expect((await engine.client.get('session.look', {})).vault).toBe('open');
    engine.os.saveAs = (name) => `/chosen/${name}`;
    const done = await erase(engine);
    expect(done).toEqual({ ok: true, value: { receiptPath: '/chosen/Cordon erasure receipt 2026-11-24.txt' } });
    const receipt = new TextDecoder().decode(engine.os.saved[0]?.bytes);
    expect(receipt).toMatch(/Workstation: Test workstation\n.*\nErased by: Ann Archer/);
    expect(receipt).toMatch(/Last entry of its journal: \d+, hash [0-9a-f]{64}/);
    expect(receipt).toMatch(/Signature of the workstation over the lines above: [0-9a-f]{128}\n$/);
    expect(engine.os.locks).toEqual(['erased']);
    expect(readdirSync(engine.folder)).toEqual([]);
    expect(existsSync(engine.markFile)).toBe(false);
    expect((await engine.client.get('session.look', {})).vault).toBe('none');
    expect(codes(await engine.client.ask('session.sign-in', ADMIN))).toEqual(['session/none']);
    const recovered = await engine.client.ask('session.recover', {
      words: words.join(' '),
      signInName: ADMIN.signInName,
      newPassPhrase: 'velvet tractor onion',
    });
    expect(recovered.ok).toBe(false);
    await engine.setUp();
    await engine.signIn();
  });

  it('is the administrator’s step alone', async () => {
    const engine = startEngine();
    const force = await smallForce(engine);
    await force.signInAs('secretary');
    expect(codes(await erase(engine, { passPhrase: PASS_PHRASE }))).toEqual(['access/administrator-only']);
  });
});
