import { describe, expect, it } from 'vitest';
import type { Result } from '#shared/base/result.ts';
import { ADMIN, startEngine } from '#test/builders/engine.ts';
import { PASS_PHRASE, smallForce } from '#test/builders/small-force.ts';

const codes = (result: Result<unknown>): readonly string[] => (result.ok ? [] : result.refusals.map((one) => one.code));
const journal = { actor: '', act: '', subject: '', from: '', to: '', skip: 0, limit: 100 } as const;

describe('setting up and signing in', () => {
  it('sets up a workstation, hands out 24 words, and lets its administrator in', async () => {
    const engine = startEngine();
    expect((await engine.client.get('session.look', {})).vault).toBe('none');
    expect(codes(await engine.client.ask('session.sign-in', { signInName: 'anyone', passPhrase: 'x' }))).toEqual(['session/none']);
    const words = await engine.setUp({ areas: [{ name: 'East', code: 'E' }] });
    expect(words).toHaveLength(24);
    expect((await engine.client.get('session.look', {})).vault).toBe('locked');
    const state = await engine.signIn();
    expect(state).toMatchObject({ vault: 'open', deviceName: 'Test workstation', idleLockMinutes: 10, notices: [] });
    expect(state.actor?.principals).toContain('role:administrator');
    expect(codes(await engine.client.ask('session.sign-in', { signInName: ADMIN.signInName, passPhrase: ADMIN.passPhrase }))).toEqual([
      'session/someone-signed-in',
    ]);
  });

  it('leaves no vault behind when setting up is refused, and can be set up after', async () => {
    const engine = startEngine();
    const founding = {
      workstationName: 'W',
      forceName: 'F',
      forceCode: 'FF',
      hasAreas: true,
      rank: 'Police staff',
      serviceNumber: '',
      ...ADMIN,
    } as const;
    const twice = await engine.client.ask('vault.create', {
      ...founding,
      areas: [
        { name: 'A', code: 'A' },
        { name: 'B', code: 'A' },
      ],
    });
    expect(codes(twice)).toContain('area/code-taken');
    const weak = await engine.client.ask('vault.create', { ...founding, areas: [], passPhrase: 'password1234' });
    expect(weak.ok ? '' : weak.refusals[0].field).toBe('passPhrase');
    expect((await engine.client.get('session.look', {})).vault).toBe('none');
    await engine.setUp();
    await engine.signIn();
    expect(codes(await engine.client.ask('vault.create', { ...founding, areas: [] }))).toEqual(['session/exists']);
  });

  it('slows wrong pass phrases down, says the same of a wrong name, and journals them at the next sign-in (duty 32)', async () => {
    const engine = startEngine();
    await smallForce(engine);
    const tries = [];
    for (const signInName of ['holroyd', 'nobody', 'holroyd', 'holroyd', 'holroyd'])
      tries.push(await engine.client.ask('session.sign-in', { signInName, passPhrase: 'not the right one' }));
    expect(tries.map((one) => codes(one)[0])).toEqual([
      ...Array<string>(4).fill('vault/name-or-pass-phrase-wrong'),
      'vault/wait-before-next-try',
    ]);
    expect((await engine.client.get('session.look', {})).waitSeconds).toBe(2);
    engine.clock.advance({ minutes: 10 });
    const state = await engine.signIn('vance', PASS_PHRASE);
    expect(state.notices).toEqual([
      '4 attempts to sign in did not succeed on this workstation since the last sign-in, the last on Tue 24 Nov 2026, 14:05.',
    ]);
    const [entry] = (await engine.client.get('journal.page', { ...journal, act: 'session.failed-tries' })).entries;
    expect(entry?.facts).toMatchObject({ count: 4, last: '2026-11-24T14:05:00.000Z' });
    expect(JSON.stringify(await engine.client.get('journal.page', journal))).not.toContain('not the right one');
  });

  it('gives a forgetful person a new pass phrase by the recovery words, and the journal says so', async () => {
    const engine = startEngine();
    const words = await engine.setUp();
    expect(
      codes(
        await engine.client.ask('session.recover', {
          words: 'wrong words',
          signInName: ADMIN.signInName,
          newPassPhrase: 'velvet tractor onion',
        }),
      ),
    ).toEqual(['vault/recovery-words-mistyped']);
    const state = await engine.client.get('session.recover', {
      words: words.join(' '),
      signInName: ADMIN.signInName,
      newPassPhrase: 'velvet tractor onion',
    });
    expect(state.actor?.name).toBe('Ann Archer');
    await engine.lock();
    expect(codes(await engine.client.ask('session.sign-in', { signInName: ADMIN.signInName, passPhrase: ADMIN.passPhrase }))).toEqual([
      'vault/name-or-pass-phrase-wrong',
    ]);
    await engine.signIn(ADMIN.signInName, 'velvet tractor onion');
    const history = await engine.client.get('record.history', {
      kind: 'account',
      id: (await engine.client.look('accounts', {})).rows[0]?.id ?? '',
    });
    expect(history.versions.at(-1)?.body).toMatchObject({ formerSigningKeys: [{ until: '2026-11-24T14:05:00.000Z' }] });
  });
});

describe('locking', () => {
  it('locks by itself when nobody has touched it for as long as it is set to, and not before', async () => {
    const engine = startEngine();
    await engine.setUp();
    await engine.signIn();
    await engine.client.run('workstation.change', { name: 'Custody desk', idleLockMinutes: 3, contentProtection: false });
    engine.clock.advance({ minutes: 2 });
    await engine.client.get('session.touch', {});
    engine.clock.advance({ minutes: 2 });
    expect((await engine.client.get('session.look', {})).vault).toBe('open');
    engine.clock.advance({ minutes: 1, seconds: 10 });
    await engine.lock('made sure of');
    expect((await engine.client.get('session.look', {})).vault).toBe('locked');
    expect(engine.os.locks[0]).toBe('idle');
    expect(engine.client.heard.filter((message) => message.t === 'session').map((message) => message.why)).toContain('idle');
  });

  it('stores what was sent before it, and takes nothing after', async () => {
    const engine = startEngine();
    await engine.setUp();
    await engine.signIn();
    const typed = Array.from({ length: 20 }, (_unused, index) =>
      engine.client.command('draft.keep', { id: 'draft', parent: '', forKind: 'decision', itemId: '', fields: { text: `word ${index}` } }),
    );
    const locked = engine.client.ask('session.lock', {});
    expect((await Promise.all(typed)).every((one) => one.ok)).toBe(true);
    expect((await locked).ok).toBe(true);
    expect(
      codes(
        await engine.client.command('draft.keep', {
          id: 'draft',
          parent: '',
          forKind: 'decision',
          itemId: '',
          fields: { text: 'too late' },
        }),
      ),
    ).toEqual(['session/not-signed-in']);
    expect(codes(await engine.client.ask('search.find', { text: 'x', kinds: [], limit: 1 }))).toEqual(['session/not-signed-in']);
    await engine.signIn();
    expect((await engine.client.look('drafts', { parent: '' })).rows[0]?.fields).toEqual({ text: 'word 19' });
  });
});

describe('accounts', () => {
  it('are opened and closed by an administrator only, one a person, one a name', async () => {
    const engine = startEngine();
    const force = await smallForce(engine);
    await force.signInAs('secretary');
    expect(
      codes(await engine.client.ask('account.open', { personId: force.people.chair, signInName: 'second', passPhrase: PASS_PHRASE })),
    ).toEqual(['access/administrator-only']);
    await engine.lock();
    await engine.signIn();
    expect(
      codes(await engine.client.ask('account.open', { personId: force.people.chair, signInName: 'second', passPhrase: PASS_PHRASE })),
    ).toEqual(['account/already-open']);
    const { personId } = await engine.client.run('person.add', {
      givenName: 'New',
      familyName: 'Comer',
      rank: 'Constable',
      from: '2026-11-24',
    });
    expect(codes(await engine.client.ask('account.open', { personId, signInName: 'holroyd', passPhrase: PASS_PHRASE }))).toEqual([
      'vault/sign-in-name-taken',
    ]);
    const rows = (await engine.client.look('accounts', {})).rows;
    const accountId = rows.find((row) => row.signInName === 'holroyd')?.id ?? '';
    await engine.client.get('account.close', { accountId, reason: 'Left the unit' });
    expect(codes(await engine.client.ask('account.close', { accountId, reason: 'Again' }))).toEqual(['account/closed-for-good']);
    expect(
      codes(
        await engine.client.ask('account.close', { accountId: rows.find((row) => row.signInName === 'admin')?.id ?? '', reason: 'Mine' }),
      ),
    ).toEqual(['account/own']);
    await engine.lock();
    expect(codes(await engine.client.ask('session.sign-in', { signInName: 'holroyd', passPhrase: PASS_PHRASE }))).toEqual([
      'vault/name-or-pass-phrase-wrong',
    ]);
  });

  it('let their person change the pass phrase, with the old one', async () => {
    const engine = startEngine();
    await engine.setUp();
    await engine.signIn();
    expect(
      codes(await engine.client.ask('account.change-pass-phrase', { passPhrase: 'wrong', newPassPhrase: 'velvet tractor onion' })),
    ).toEqual(['vault/name-or-pass-phrase-wrong']);
    await engine.client.get('account.change-pass-phrase', { passPhrase: ADMIN.passPhrase, newPassPhrase: 'velvet tractor onion' });
    await engine.lock();
    await engine.signIn(ADMIN.signInName, 'velvet tractor onion');
  });
});
