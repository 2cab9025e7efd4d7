import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ADMIN, afterTest, startEngine, temporaryFolder, type TestEngine } from '#test/builders/engine.ts';

const person = (familyName: string) =>
  ({
    givenName: 'Pat',
    familyName,
    rank: 'Constable',
    serviceNumber: '',
    jobTitle: '',
    partnerAgencyId: '',
    unitId: '',
    email: '',
    from: '2026-11-01',
  }) as never;

async function signedIn(): Promise<TestEngine> {
  const engine = startEngine();
  await engine.setUp();
  await engine.signIn();
  return engine;
}

async function addPeople(engine: TestEngine, count: number, stem = 'Person'): Promise<void> {
  for (let number = 1; number <= count; number += 1) await engine.client.run('person.add', person(`${stem} ${number}`));
}

const namesOf = async (engine: TestEngine): Promise<readonly string[]> =>
  (await engine.client.look('people-to-choose', {})).rows.map(({ name }) => name).sort();

describe('backups', () => {
  test('an administrator makes one while others go on working, and it is proved before it counts', async () => {
    const engine = await signedIn();
    await addPeople(engine, 60);
    const making = engine.client.get('backup.make', {});
    await addPeople(engine, 5, 'Meanwhile');
    const made = await making;
    expect(made.state).toBe('proved');
    const view = await engine.client.get('backup.look', {});
    expect(view.backups).toEqual([made]);
    const manifest = readFileSync(join(engine.folder, 'backups', made.id, 'manifest.json'), 'utf8');
    expect(Object.keys((JSON.parse(manifest) as { content: { journal: object } }).content.journal)).toEqual(['hash', 'seq']);
    expect(view.place).toEqual({ path: join(engine.folder, 'backups'), own: true, there: true });
    expect(view.nextOn).toBe('2026-11-25');
    expect(readdirSync(join(engine.folder, 'backups', made.id)).sort()).toEqual(['manifest.json', 'vault.db', 'vault.header.json']);

    const { proof } = await engine.client.get('backup.drill', { backupId: '' });
    expect(proof.whole).toBe(true);
    expect(proof.checks.map(({ name }) => name).sort()).toEqual([
      'bytes',
      'contents',
      'header',
      'journal',
      'opens',
      'papers',
      'records',
      'seals',
    ]);
    expect((await engine.client.get('backup.look', {})).lastDrill).toMatchObject({ backupId: made.id, whole: true });
  });

  test('only whoever looks after backups may see, make, prove or use them', async () => {
    const engine = await signedIn();
    const made = await engine.client.get('backup.make', {});
    const { personId } = await engine.client.run('person.add', person('Outsider'));
    await engine.client.get('account.open', { personId, signInName: 'outsider', passPhrase: 'velvet harbour quorum thistle' });
    await engine.lock();
    await engine.signIn('outsider', 'velvet harbour quorum thistle');
    for (const [name, args] of [
      ['backup.look', {}],
      ['backup.make', {}],
      ['backup.drill', { backupId: '' }],
      ['backup.look-for-damage', {}],
      ['backup.choose-place', { own: true }],
      ['backup.report', { backupId: made.id }],
      ['backup.restore', { backupId: made.id, reason: 'mischief' }],
    ] as const) {
      expect([name, await engine.client.ask(name, args as never)]).toMatchObject([
        name,
        { ok: false, refusals: [{ code: 'access/backups-not-yours' }] },
      ]);
    }
    expect(await engine.client.command('workstation.change-backups', { pace: 'never', daily: 1, weekly: 0, monthly: 0 })).toMatchObject({
      ok: false,
      refusals: [{ code: 'access/backups-not-yours' }],
    });
  });

  test('one falls due by itself each day, an hour after hour on the same day makes no second, and old ones are thinned out', async () => {
    const engine = await signedIn();
    await engine.client.run('workstation.change-backups', { pace: 'daily', daily: 2, weekly: 0, monthly: 0 });
    const days: number[] = [];
    for (const day of ['24', '25', '26', '27']) {
      await engine.workUntil(`2026-11-${day}T15:00:00.000Z`);
      await until(engine, (view) => view.backups[0]?.madeAt.startsWith(`2026-11-${day}`) === true && !view.busy);
      days.push((await engine.client.get('backup.look', {})).backups.length);
    }
    expect(days).toEqual([1, 2, 2, 2]);
    expect((await engine.client.get('backup.look', {})).backups.map(({ madeAt }) => madeAt.slice(8, 10))).toEqual(['27', '26']);
  });

  test('go to a drive the person chose; when it is not plugged in that is said calmly and nothing else happens', async () => {
    const engine = await signedIn();
    const drive = temporaryFolder();
    engine.os.choose = () => drive;
    const { path } = await engine.client.get('backup.choose-place', { own: false });
    expect(path).toBe(join(drive, 'Cordon backups'));
    await engine.client.get('backup.make', {});
    expect(readdirSync(path)).toHaveLength(1);

    renameSync(path, `${path}-unplugged`);
    const refused = await engine.client.ask('backup.make', {});
    expect(refused).toMatchObject({
      ok: false,
      refusals: [{ code: 'backup/not-made', message: expect.stringContaining('is not there at the moment') as unknown }],
    });
    expect(await engine.client.get('backup.look', {})).toMatchObject({
      place: { there: false },
      backups: [],
      trouble: expect.stringContaining('not there') as unknown,
    });
    expect(existsSync(path)).toBe(false);
    renameSync(`${path}-unplugged`, path);
    expect((await engine.client.get('backup.look', {})).backups).toHaveLength(1);
    engine.os.choose = () => '';
    expect(await engine.client.get('backup.choose-place', { own: false })).toEqual({ path: '' });
  });

  test('what an interrupted backup left never counts and is cleared away by the next', async () => {
    const engine = await signedIn();
    const first = await engine.client.get('backup.make', {});
    const place = join(engine.folder, 'backups');
    cpSync(join(place, first.id), join(place, `${first.id.replace(/T\d{6}Z/, 'T235959Z')}.unfinished`), { recursive: true });
    writeFileSync(join(place, 'holiday photograph.jpg'), 'not ours');
    expect((await engine.client.get('backup.look', {})).backups).toHaveLength(1);
    const second = await engine.client.get('backup.make', {});
    expect(readdirSync(place).sort()).toEqual([first.id, second.id, 'holiday photograph.jpg'].sort());
  });

  test('a full drive is said in plain words and keeps the earlier backups', async ({ skip }) => {
    const engine = await signedIn();
    const disk = join(temporaryFolder(), 'disk');
    mkdirSync(disk);
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', disk]).status !== 0) return skip('mounting is not permitted here');
    afterTest(() => {
      spawnSync('umount', [disk]);
    });
    engine.os.choose = () => disk;
    await engine.client.get('backup.choose-place', { own: false });
    const first = await engine.client.get('backup.make', {});
    const { bavail, bsize } = statfsSync(disk);
    writeFileSync(join(disk, 'padding'), Buffer.alloc(bavail * bsize - 100_000));
    const refused = await engine.client.ask('backup.make', {});
    expect(refused).toMatchObject({ ok: false, refusals: [{ message: expect.stringContaining('no room') as unknown }] });
    expect((await engine.client.get('backup.look', {})).backups.map(({ id }) => id)).toEqual([first.id]);
    expect(readdirSync(join(disk, 'Cordon backups'))).toEqual([first.id]);
  });

  test('locking in the middle of one leaves nothing half made', async () => {
    const engine = await signedIn();
    await addPeople(engine, 30);
    const making = engine.client.ask('backup.make', {});
    await engine.client.get('session.touch', {});
    await engine.lock();
    await making;
    const left = existsSync(join(engine.folder, 'backups')) ? readdirSync(join(engine.folder, 'backups')) : [];
    expect(left.filter((name) => name.endsWith('.unfinished'))).toEqual([]);
    await engine.signIn();
    expect((await engine.client.get('backup.make', {})).state).toBe('proved');
  });

  test('a byte flipped in any file of a backup is found by the drill and named', async () => {
    const engine = await signedIn();
    await addPeople(engine, 20);
    const made = await engine.client.get('backup.make', {});
    const folder = join(engine.folder, 'backups', made.id);
    for (const name of ['vault.db', 'vault.header.json', 'manifest.json']) {
      const path = join(folder, name);
      const whole = readFileSync(path);
      for (const share of [0, 0.31, 0.77, 0.999]) {
        const damaged = Buffer.from(whole);
        const at = Math.floor(share * damaged.length);
        damaged[at] = (damaged[at] as number) ^ 0x10;
        writeFileSync(path, damaged);
        const drill = await engine.client.ask('backup.drill', { backupId: made.id });
        const found = drill.ok ? !drill.value.proof.whole && drill.value.proof.checks.some(({ fault }) => fault !== '') : true;
        expect([name, at, found]).toEqual([name, at, true]);
      }
      writeFileSync(path, whole);
    }
    expect((await engine.client.get('backup.drill', { backupId: made.id })).proof.whole).toBe(true);
  });
});

describe('putting the vault back', () => {
  test('says beforehand what is not in the backup, sets the vault as it was aside, and tells it was meant', async () => {
    const engine = await signedIn();
    await addPeople(engine, 3, 'Before');
    const made = await engine.client.get('backup.make', {});
    const before = await namesOf(engine);
    await addPeople(engine, 4, 'After');

    const report = await engine.client.get('backup.report', { backupId: made.id });
    expect(report.proof.whole).toBe(true);
    expect(report.leftOut.map(({ act }) => act)).toEqual(['person.add', 'person.add', 'person.add', 'person.add']);
    expect(report.leftOut[0]).toMatchObject({ actorName: 'Ann Archer' });
    expect(report).toMatchObject({ leftOutCount: 4, unreadable: 0, people: 'as-today' });
    expect(await namesOf(engine)).toHaveLength(before.length + 4);

    await engine.client.get('backup.restore', { backupId: made.id, reason: 'The wrong people were entered' });
    expect(await untilLocked(engine)).toBe('restored');
    const again = await engine.crash();
    const state = await again.signIn();
    expect(state.notices.join(' ')).toContain('it is no roll-back behind your back');
    expect(state.notices.join(' ')).not.toContain('older than it should be');
    expect(await namesOf(again)).toEqual(before);
    const aside = readdirSync(join(again.folder, 'set-aside'));
    expect(aside).toHaveLength(1);
    expect(readdirSync(join(again.folder, 'set-aside', aside[0] as string)).sort()).toEqual([
      'vault.db',
      'vault.header.copy.json',
      'vault.header.json',
    ]);
    expect(existsSync(join(again.folder, 'restore.json'))).toBe(false);
    // Work goes on, and the next sign-in has nothing more to say of it.
    await addPeople(again, 1, 'Later');
    await again.lock();
    expect((await again.signIn()).notices).toEqual([]);
    expect((await again.client.get('backup.make', {})).state).toBe('proved');
  });

  test('a restore that stops after any of its steps is finished at the next start', async () => {
    const engine = await signedIn();
    await addPeople(engine, 3, 'Before');
    const made = await engine.client.get('backup.make', {});
    const before = await namesOf(engine);
    await addPeople(engine, 2, 'After');
    await engine.client.get('backup.restore', { backupId: made.id, reason: 'Trial' });
    await untilLocked(engine);
    const aside = join(engine.folder, 'set-aside', readdirSync(join(engine.folder, 'set-aside'))[0] as string);
    const staged = join(engine.folder, 'restoring');
    // As if it had stopped before the staged file was moved in, with the old one already aside.
    mkdirSync(staged);
    renameSync(join(engine.folder, 'vault.db'), join(staged, 'vault.db'));
    let again = await engine.crash();
    again = await startedOn(again);
    expect(await namesOf(again)).toEqual(before);
    expect(existsSync(staged)).toBe(false);
    expect(existsSync(join(aside, 'vault.db'))).toBe(true);
  });

  test('a vault quietly replaced by an older copy is still told apart from one that was put back', async () => {
    const engine = await signedIn();
    const made = await engine.client.get('backup.make', {});
    await addPeople(engine, 2, 'After');
    await engine.lock();
    cpSync(join(engine.folder, 'backups', made.id, 'vault.db'), join(engine.folder, 'vault.db'));
    const forged = { format: 1, vaultId: '0'.repeat(32), backup: made.id };
    writeFileSync(join(engine.folder, 'restore.json'), JSON.stringify({ sum: '', mac: '', content: forged }));
    const state = await engine.signIn();
    expect(state.notices.join(' ')).toContain('older than it should be');
  });

  test('without a whole backup nothing is put back', async () => {
    const engine = await signedIn();
    await addPeople(engine, 20);
    const made = await engine.client.get('backup.make', {});
    const path = join(engine.folder, 'backups', made.id, 'vault.db');
    const damaged = readFileSync(path);
    damaged[statSync(path).size / 2] = (damaged[statSync(path).size / 2] as number) ^ 1;
    writeFileSync(path, damaged);
    expect(await engine.client.ask('backup.restore', { backupId: made.id, reason: 'Trial' })).toMatchObject({
      ok: false,
      refusals: [{ code: 'backup/not-whole' }],
    });
    expect(existsSync(join(engine.folder, 'restoring'))).toBe(false);
    expect(await namesOf(engine)).toHaveLength(21);
  });
});

describe('a vault that cannot be opened', () => {
  const atTheDoor = (made: { id: string }, engine: TestEngine, more = {}) => ({
    place: join(engine.folder, 'backups'),
    backupId: made.id,
    signInName: ADMIN.signInName,
    passPhrase: ADMIN.passPhrase,
    ...more,
  });

  test.each(['vault.db gone', 'first page damaged', 'header and its copy damaged', 'everything gone but the backups'])(
    'is put back from the sign-in screen: %s',
    async (what) => {
      const engine = await signedIn();
      await addPeople(engine, 3, 'Before');
      const made = await engine.client.get('backup.make', {});
      const before = await namesOf(engine);
      await addPeople(engine, 2, 'After');
      await engine.lock();
      const gone = (name: string) => rmSync(join(engine.folder, name), { force: true });
      const spoil = (name: string) => {
        const bytes = readFileSync(join(engine.folder, name));
        bytes[100] = (bytes[100] as number) ^ 0x40;
        writeFileSync(join(engine.folder, name), bytes);
      };
      if (what === 'vault.db gone') gone('vault.db');
      if (what === 'first page damaged') spoil('vault.db');
      if (what === 'header and its copy damaged' || what === 'everything gone but the backups')
        for (const name of ['vault.header.json', 'vault.header.copy.json']) (what.startsWith('everything') ? gone : spoil)(name);
      if (what === 'everything gone but the backups') gone('vault.db');

      const offers = await engine.client.get('restore.look', {});
      expect(offers.offers).toEqual([{ place: join(engine.folder, 'backups'), id: made.id, madeAt: made.madeAt, bytes: made.bytes }]);
      expect(await engine.client.ask('restore.report', atTheDoor(made, engine, { passPhrase: 'not the right one' }))).toMatchObject({
        ok: false,
        refusals: [{ code: 'vault/name-or-pass-phrase-wrong' }],
      });
      const report = await engine.client.get('restore.report', atTheDoor(made, engine));
      expect(report.proof.whole).toBe(true);
      await engine.client.get('restore.run', { ...atTheDoor(made, engine), reason: 'The disk failed' });
      const state = await engine.signIn();
      expect(state.notices.join(' ')).toContain('put back from the backup');
      expect(await namesOf(engine)).toEqual(before);
    },
  );

  test('is put back from a backup made before it was given a new key, whose pass phrases are those of that day', async () => {
    const engine = await signedIn();
    await addPeople(engine, 3, 'Before');
    const made = await engine.client.get('backup.make', {});
    const before = await namesOf(engine);
    await engine.client.get('keys.begin-rekey', {});
    await expect.poll(async () => (await engine.client.get('keys.look', {})).generation, { timeout: 30_000 }).toBe(2);
    expect((await engine.client.get('backup.look', {})).backups).toMatchObject([{ id: made.id, state: 'earlier-key' }]);
    expect(await engine.client.ask('backup.restore', { backupId: made.id, reason: 'Trial' })).toMatchObject({
      ok: false,
      refusals: [{ code: 'backup/earlier-key' }],
    });
    await engine.lock();
    const vault = join(engine.folder, 'vault.db');
    const bytes = readFileSync(vault);
    bytes[100] = (bytes[100] as number) ^ 0x40;
    writeFileSync(vault, bytes);
    const report = await engine.client.get('restore.report', atTheDoor(made, engine));
    expect(report.proof.whole).toBe(true);
    await engine.client.get('restore.run', { ...atTheDoor(made, engine), reason: 'The disk failed' });
    const state = await engine.signIn();
    expect(state.notices.join(' ')).toContain('put back from the backup');
    expect(await namesOf(engine)).toEqual(before);
    expect((await engine.client.get('keys.look', {})).generation).toBe(1);
  });

  test('one that is whole is not put back from there', async () => {
    const engine = await signedIn();
    const made = await engine.client.get('backup.make', {});
    await engine.lock();
    expect(await engine.client.ask('restore.run', { ...atTheDoor(made, engine), reason: 'mischief' })).toMatchObject({
      ok: false,
      refusals: [{ code: 'restore/not-needed' }],
    });
    expect(existsSync(join(engine.folder, 'set-aside'))).toBe(false);
  });
});

async function startedOn(engine: TestEngine): Promise<TestEngine> {
  await engine.signIn();
  return engine;
}

type View = Awaited<ReturnType<typeof viewOf>>;
const viewOf = (engine: TestEngine) => engine.client.get('backup.look', {});

async function until(engine: TestEngine, holds: (view: View) => boolean): Promise<View> {
  for (;;) {
    const view = await viewOf(engine);
    if (holds(view)) return view;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function untilLocked(engine: TestEngine): Promise<string> {
  for (;;) {
    const last = engine.os.locks.at(-1);
    if (last !== undefined) return last;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
