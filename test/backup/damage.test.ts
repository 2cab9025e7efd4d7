import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, test } from 'vitest';
import { faultOfLog } from '#electron/engine/backup/log-check.ts';
import { PAGE_BYTES } from '#electron/engine/vault/page-size.ts';
import { ADMIN, startEngine, temporaryFolder, type TestEngine } from '#test/builders/engine.ts';

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

const NAMED = ['vault.db', 'vault.db-wal', 'vault.header.json', 'manifest.json'];

/** A vault with a backup, and work since that still lies in its log: the files as a computer that lost its power leaves them. */
async function vaultAsLeft(): Promise<{ folder: string; backupId: string; people: number }> {
  const engine = startEngine();
  await engine.setUp();
  await engine.signIn();
  for (let number = 1; number <= 12; number += 1) await engine.client.run('person.add', person(`Before ${number}`));
  const made = await engine.client.get('backup.make', {});
  for (let number = 1; number <= 4; number += 1) await engine.client.run('person.add', person(`After ${number}`));
  const folder = temporaryFolder();
  cpSync(engine.folder, folder, { recursive: true });
  expect(existsSync(join(folder, 'vault.db-wal'))).toBe(true);
  await engine.lock();
  return { folder, backupId: made.id, people: 17 };
}

/** Copies every page of a log into the database, as a checkpoint does. */
function foldByHand(log: Buffer, database: string): void {
  const file = readFileSync(database);
  const pages = new Map<number, Buffer>();
  for (let at = 32; at + 24 + PAGE_BYTES <= log.length && log.subarray(at + 8, at + 16).equals(log.subarray(16, 24)); at += 24 + PAGE_BYTES)
    pages.set(log.readUInt32BE(at), log.subarray(at + 24, at + 24 + PAGE_BYTES));
  const folded = Buffer.alloc(Math.max(file.length, ...[...pages.keys()].map((page) => page * PAGE_BYTES)));
  file.copy(folded);
  for (const [page, bytes] of pages) bytes.copy(folded, (page - 1) * PAGE_BYTES);
  writeFileSync(database, folded);
}

const filesBelow = (folder: string, under = ''): readonly string[] =>
  readdirSync(join(folder, under), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(folder, join(under, entry.name)) : [join(under, entry.name)],
  );

interface Finding {
  /** What Cordon said of it, in words; empty when it said nothing. */
  readonly said: string;
  readonly people: number;
}

/** What somebody who signs in and looks for damage is told. */
async function signInAndLook(folder: string, backupId: string): Promise<Finding> {
  const engine: TestEngine = startEngine({ folder, expectsBugs: true });
  const signedIn = await engine.client.ask('session.sign-in', { signInName: ADMIN.signInName, passPhrase: ADMIN.passPhrase });
  if (!signedIn.ok) return { said: signedIn.refusals.map(({ message }) => message).join(' '), people: -1 };
  // Every round is on another folder, which is no damage.
  const told = signedIn.value.notices.filter((notice) => !notice.startsWith('The note outside the vault'));
  const looked = await engine.client.ask('backup.look-for-damage', {});
  if (!looked.ok) told.push(...looked.refusals.map(({ message }) => message));
  else if (looked.value.damage !== null) told.push(looked.value.damage.file, ...looked.value.damage.says);
  const drilled = await engine.client.ask('backup.drill', { backupId });
  if (!drilled.ok) told.push(...drilled.refusals.map(({ message }) => message));
  else told.push(...drilled.value.proof.checks.map(({ fault }) => fault).filter((fault) => fault !== ''));
  const people = await engine.client.ask('backup.look', {}).then(async () => {
    if (told.some((sentence) => sentence.includes('seal'))) return -1;
    return (await engine.client.look('people-to-choose', {})).rows.length;
  });
  await engine.lock('next');
  return { said: told.join(' '), people };
}

describe('one byte that changed', () => {
  test('anywhere in any file of the vault or its backup is found and said in words, or has changed nothing', async () => {
    const left = await vaultAsLeft();
    const names = filesBelow(left.folder).filter(
      (name) => NAMED.some((named) => name.endsWith(named)) || name.endsWith('vault.header.copy.json'),
    );
    expect(names.length).toBeGreaterThanOrEqual(7);
    const random = xoroshiro128plus(20_261_123);
    const next = (below: number): number => (random.next() >>> 0) % below;
    let silent = 0;
    const outcomes = new Map<string, number>();
    for (let round = 0; round < 210; round += 1) {
      const name = names[round % names.length] as string;
      const folder = temporaryFolder();
      cpSync(left.folder, folder, { recursive: true });
      const path = join(folder, name);
      const bytes = readFileSync(path);
      const at = next(bytes.length);
      bytes[at] = (bytes[at] as number) ^ (1 << next(8));
      writeFileSync(path, bytes);
      const { said, people } = await signInAndLook(folder, left.backupId);
      const found = said !== '';
      // Nothing said is only right where nothing was lost: everyone is still there.
      if (!found) {
        silent += 1;
        expect([name, at, people]).toEqual([name, at, left.people]);
      } else {
        expect([name, at, /damage|seal|key header|backup|missing|opens? with this key|write|altered|put right/i.test(said), said]).toEqual([
          name,
          at,
          true,
          said,
        ]);
      }
      outcomes.set(
        `${name.split('/').at(-1)} ${found ? 'said' : 'nothing lost'}`,
        (outcomes.get(`${name.split('/').at(-1)} ${found ? 'said' : 'nothing lost'}`) ?? 0) + 1,
      );
      rmSync(folder, { recursive: true, force: true });
    }
    // What may pass in silence: a page of the file that the log holds anew, and frames of the log that are not counted.
    expect([...outcomes.keys()].filter((key) => key.endsWith('nothing lost')).every((key) => key.startsWith('vault.db'))).toBe(true);
    expect(silent).toBeLessThan(60);
  }, 600_000);

  test('in the middle of the log names how many of the last changes are missing, and keeps the log', async () => {
    const left = await vaultAsLeft();
    const log = join(left.folder, 'vault.db-wal');
    expect(faultOfLog(log)).toBeNull();
    const bytes = readFileSync(log);
    bytes[32 + 24 + 100] = (bytes[32 + 24 + 100] as number) ^ 4;
    writeFileSync(log, bytes);
    const fault = faultOfLog(log);
    expect(fault).toMatchObject({ kind: 'damaged', standing: 0 });
    expect(fault?.lost).toBeGreaterThan(3);
    const { said } = await signInAndLook(left.folder, left.backupId);
    expect(said).toContain(`${fault?.lost} of the last changes could not be read`);
    const [aside] = readdirSync(join(left.folder, 'set-aside'));
    expect(readFileSync(join(left.folder, 'set-aside', aside as string, 'vault.db-wal')).equals(bytes)).toBe(true);
  });

  test('at the beginning of the log is told from a log that is begun anew at the moment the power goes', async () => {
    const left = await vaultAsLeft();
    const log = join(left.folder, 'vault.db-wal');
    // The header SQLite writes when it begins the log anew: one more checkpoint, another salt, another sum; cut off at each byte of it.
    const bytes = readFileSync(log);
    const anew = Buffer.from(bytes.subarray(0, 32));
    anew.writeUInt32BE((anew.readUInt32BE(12) + 1) >>> 0, 12);
    anew.writeUInt32BE((anew.readUInt32BE(16) + 1) >>> 0, 16);
    for (let at = 20; at < 32; at += 1) anew[at] = (anew[at] as number) ^ 0x5a;
    const cutOffAt = (cut: number): void => writeFileSync(log, Buffer.concat([anew.subarray(0, cut), bytes.subarray(cut)]));
    for (let cut = 16; cut < 32; cut += 1) {
      cutOffAt(cut);
      expect([cut, faultOfLog(log)?.kind]).toEqual([cut, 'damaged']);
    }
    // The same over a log whose every page lies in the file: nothing is lost, and nobody is alarmed.
    foldByHand(bytes, join(left.folder, 'vault.db'));
    for (let cut = 16; cut < 32; cut += 1) {
      cutOffAt(cut);
      expect([cut, faultOfLog(log)]).toEqual([cut, null]);
    }
    const { said, people } = await signInAndLook(left.folder, left.backupId);
    expect([said.includes('last changes could not be read'), people]).toEqual([false, left.people]);
  });

  test('in the database is named with what it touches, no backup is taken of it, none is removed, and everything since is listed', async () => {
    const engine = startEngine();
    await engine.setUp();
    await engine.signIn();
    for (let number = 1; number <= 60; number += 1) await engine.client.run('person.add', person(`Before ${number}`));
    const made = await engine.client.get('backup.make', {});
    for (let number = 1; number <= 5; number += 1) await engine.client.run('person.add', person(`After ${number}`));
    await engine.lock();
    const path = join(engine.folder, 'vault.db');
    const whole = readFileSync(path);
    let listed = 0;
    for (let share = 0.3; share < 1; share += 0.13) {
      const bytes = Buffer.from(whole);
      const at = Math.floor(share * bytes.length);
      bytes[at] = (bytes[at] as number) ^ 1;
      const folder = temporaryFolder();
      cpSync(engine.folder, folder, { recursive: true });
      writeFileSync(join(folder, 'vault.db'), bytes);
      const damaged = startEngine({ folder, expectsBugs: true });
      const signedIn = await damaged.client.ask('session.sign-in', { signInName: ADMIN.signInName, passPhrase: ADMIN.passPhrase });
      if (!signedIn.ok) {
        expect(signedIn.refusals[0].message).toContain('damaged');
        continue;
      }
      const { damage } = await damaged.client.get('backup.look-for-damage', {});
      expect(damage?.says.join(' ')).toContain(`Page ${Math.floor(at / 4096) + 1} does not carry its seal`);
      expect(await damaged.client.ask('backup.make', {})).toMatchObject({
        ok: false,
        refusals: [{ message: expect.stringContaining('damaged') as unknown }],
      });
      const view = await damaged.client.ask('backup.look', {});
      if (!view.ok) {
        // The page that went bad is one this session needs: it is said, and the way on is the sign-in screen. Such an engine may have to be ended by force.
        expect(view.refusals[0].message).toContain('damaged');
        await damaged.crash();
        continue;
      }
      expect(view.value.backups.map(({ id }) => id)).toEqual([made.id]);
      const report = await damaged.client.get('backup.report', { backupId: made.id });
      expect(report.leftOut.filter(({ act }) => act === 'person.add').length + report.unreadable).toBeGreaterThanOrEqual(5);
      listed += 1;
      await damaged.client.get('backup.restore', { backupId: made.id, reason: 'A page went bad' });
      while (damaged.os.locks.length === 0) await new Promise((resolve) => setImmediate(resolve));
      const again = await damaged.crash();
      await again.signIn();
      expect((await again.client.get('backup.look-for-damage', {})).damage).toBeNull();
      expect((await again.client.look('people-to-choose', {})).rows).toHaveLength(61);
    }
    expect(listed).toBeGreaterThan(0);
  }, 120_000);
});
