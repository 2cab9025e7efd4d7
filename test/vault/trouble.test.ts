import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Database } from '@signalapp/sqlcipher';
import { describe, expect, test } from 'vitest';
import { createHeader, FAST_COST, unlock } from '#electron/engine/vault/header.ts';
import { openVault, VAULT_FILE_NAME } from '#electron/engine/vault/open-vault.ts';
import { FILE_CHUNK_BYTES } from '#electron/engine/vault/collections.ts';
import { VAULT_FORMAT } from '#electron/engine/vault/vault-format.ts';
import { VaultFile } from '#electron/engine/vault/vault-file.ts';
import { VaultTrouble, type VaultTroubleKind } from '#electron/engine/vault/vault-trouble.ts';
import { toWriteRow } from '#electron/engine/vault/write-row.ts';
import { afterwards, entry, type OpenVaultForTest, record, temporaryFolder, vaultForTest } from './fixtures.ts';
import { KEY, OTHER_KEY } from './keys.ts';

async function write(open: OpenVaultForTest, ids: readonly string[], text = 'text'): Promise<void> {
  const stamp = open.vault.stamp(open.database.token);
  const outcome = await open.vault.writeUnit({ records: ids.map((id) => toWriteRow(null, record(id, { body: { text } }), stamp)) }, 'test');
  expect(outcome.conflicts).toEqual([]);
}

async function closedVault(records = 400): Promise<string> {
  const open = await vaultForTest();
  await write(
    open,
    Array.from({ length: records }, (_unused, number) => `d${number}`),
    'x'.repeat(1000),
  );
  await open.shut();
  return open.folder;
}

function troubleOf(work: () => unknown): VaultTroubleKind {
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(VaultTrouble);
    expect((error as Error).message).toMatch(/^[A-Z].*\.$/);
    return (error as VaultTrouble).kind;
  }
  throw new Error('no trouble');
}

const open = (folder: string, rawKeyHex = KEY, expect: 'existing' | 'new' | 'either' = 'existing') =>
  openVault({ folder, rawKeyHex, expect, textOf: () => null });

/** Alters the decrypted database as another program with the key could. */
function withRawDatabase(folder: string, work: (db: Database) => void): void {
  const db = new Database(join(folder, VAULT_FILE_NAME));
  db.exec(`PRAGMA key = "x'${KEY}'"`);
  work(db);
  db.close();
}

describe('a vault that cannot be opened says why and is left as it was', () => {
  test('with the wrong key, or a key that is not 64 hexadecimal digits', async () => {
    const folder = await closedVault(10);
    const before = readFileSync(join(folder, VAULT_FILE_NAME));
    expect(troubleOf(() => open(folder, OTHER_KEY))).toBe('wrong-key');
    expect(troubleOf(() => open(folder, 'a pass phrase'))).toBe('bad-key');
    expect(troubleOf(() => open(folder, KEY.slice(1)))).toBe('bad-key');
    expect(readFileSync(join(folder, VAULT_FILE_NAME)).equals(before)).toBe(true);
  });

  test('cut short anywhere, by a byte, by half, to one page, to nothing', async () => {
    const folder = await closedVault();
    const path = join(folder, VAULT_FILE_NAME);
    const whole = readFileSync(path);
    for (const left of [whole.length - 1, whole.length - 4096, Math.floor(whole.length / 2), 4096 * 3 + 17, 4096, 100, 0]) {
      writeFileSync(path, whole.subarray(0, left));
      expect([left, troubleOf(() => open(folder))]).toEqual([left, 'cut-short']);
      expect(statSync(path).size).toBe(left);
    }
    writeFileSync(path, whole);
    open(folder).close();
  });

  test('cut short while part of it is still in the write-ahead log', async () => {
    const busy = await vaultForTest();
    await write(
      busy,
      Array.from({ length: 300 }, (_unused, number) => `a${number}`),
      'x'.repeat(1000),
    );
    busy.vault.checkpoint();
    await write(busy, ['in-the-log']);
    const copy = temporaryFolder();
    for (const name of readdirSync(busy.folder)) copyFileSync(join(busy.folder, name), join(copy, name));
    expect(statSync(join(copy, `${VAULT_FILE_NAME}-wal`)).size).toBeGreaterThan(0);
    truncateSync(join(copy, VAULT_FILE_NAME), 4096 * 20);
    const contentOf = () =>
      readdirSync(copy)
        .sort()
        .map((name) => [name, readFileSync(join(copy, name)).toString('base64')]);
    const before = contentOf();
    expect(troubleOf(() => open(copy))).toBe('cut-short');
    expect(contentOf()).toEqual(before);
  });

  test('a byte flipped in the write-ahead log silently loses the commits after it: only the head kept in the header tells', async () => {
    const folder = temporaryFolder();
    const made = await createHeader(
      { folder, cost: FAST_COST, now: Date.now },
      { signInName: 'holroyd', passPhrase: 'wobble garden fenland', sample: false },
    );
    if (!made.ok) throw new Error(made.refusals[0].message);
    const busy = await vaultForTest(folder, 'new');
    busy.vault.checkpoint();
    for (let seq = 1; seq <= 10; seq += 1) {
      await busy.vault.writeUnit({ journal: [toWriteRow(null, entry(seq), busy.vault.stamp(busy.database.token))] }, 'test');
      made.value.unlocked.sealHead({ seq, hash: String(seq).padStart(64, '0') });
    }
    const copy = temporaryFolder();
    for (const name of readdirSync(folder)) copyFileSync(join(folder, name), join(copy, name));
    const log = readFileSync(join(copy, `${VAULT_FILE_NAME}-wal`));
    const middle = Math.floor(log.length / 2);
    log[middle] = (log[middle] as number) ^ 1;
    writeFileSync(join(copy, `${VAULT_FILE_NAME}-wal`), log);
    await busy.shut();

    const damaged = await vaultForTest(copy, 'existing');
    expect(damaged.vault.checkIntegrity().whole).toBe(true);
    const entries = await damaged.collections.journal.count().exec();
    expect(entries).toBeGreaterThan(0);
    expect(entries).toBeLessThan(10);
    const again = await unlock({ folder: copy, cost: FAST_COST, now: Date.now }, 'holroyd', 'wobble garden fenland');
    expect(again.ok && again.value.head.seq).toBe(10);
  });

  test('missing, in the way, or open in another process', async () => {
    const folder = await closedVault(10);
    expect(troubleOf(() => open(temporaryFolder()))).toBe('missing');
    expect(troubleOf(() => open(join(folder, 'no-such-folder')))).toBe('missing');
    expect(troubleOf(() => open(folder, KEY, 'new'))).toBe('in-the-way');
    const held = open(folder);
    afterwards(() => held.close());
    expect(troubleOf(() => open(folder, OTHER_KEY))).toBe('wrong-key');
    const program = `import { openVault } from '#electron/engine/vault/open-vault.ts';
      try { openVault({ folder: process.argv[1], rawKeyHex: '${KEY}', expect: 'existing', textOf: () => null }); console.log('opened'); } catch (error) { console.log(error.kind); }`;
    const other = spawnSync(process.execPath, ['--input-type=module', '-e', program, folder], { encoding: 'utf8' });
    expect(other.stdout.trim()).toBe('in-use');
  });

  test('written by a newer Cordon, said by the database itself or by a note in it', async () => {
    const folder = await closedVault(10);
    withRawDatabase(folder, (db) => db.exec(`PRAGMA user_version = ${VAULT_FORMAT + 1}`));
    expect(troubleOf(() => open(folder))).toBe('newer');
    withRawDatabase(folder, (db) =>
      db.exec(`PRAGMA user_version = ${VAULT_FORMAT}; INSERT INTO vault_meta VALUES ('needs-format', '${VAULT_FORMAT + 1}')`),
    );
    expect(troubleOf(() => open(folder))).toBe('newer');
    withRawDatabase(folder, (db) => db.exec(`UPDATE vault_meta SET value = '${VAULT_FORMAT}'`));
    open(folder).close();
  });

  test('every flipped byte of a page is found by the integrity check or stops the opening', async () => {
    const folder = await closedVault(40);
    const path = join(folder, VAULT_FILE_NAME);
    const whole = readFileSync(path);
    for (let at = 7; at < whole.length; at += 4096 + 611) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] as number) ^ 0x20;
      writeFileSync(path, damaged);
      let found: boolean;
      try {
        const vault = open(folder);
        const report = vault.checkIntegrity();
        found = !report.whole && /damaged|do not fit/.test(report.says);
        vault.close();
      } catch (error) {
        found = error instanceof VaultTrouble && ['damaged', 'wrong-key'].includes(error.kind);
      }
      expect([at, found]).toEqual([at, true]);
      for (const name of readdirSync(folder)) if (name !== VAULT_FILE_NAME) rmSync(join(folder, name));
    }
    writeFileSync(path, whole);
    const vault = open(folder);
    expect(vault.checkIntegrity().whole).toBe(true);
    vault.close();
  });
});

describe('an open vault', () => {
  test('flushes every commit to the disk, belongs to one process, keeps temporary data in memory, and its files to their owner', async () => {
    const busy = await vaultForTest();
    await write(busy, ['a']);
    const file = VaultFile.hold({ file: join(busy.folder, VAULT_FILE_NAME), rawKeyHex: KEY });
    afterwards(() => file.letGo());
    // 2 is FULL: in WAL mode NORMAL would lose the last commits when the power goes.
    expect(file.pluck('PRAGMA synchronous')).toBe(2);
    expect(file.pluck('PRAGMA journal_mode')).toBe('wal');
    expect(file.pluck('PRAGMA locking_mode')).toBe('exclusive');
    expect(file.pluckAll<string>('PRAGMA compile_options')).toContain('TEMP_STORE=2');
    const names = readdirSync(busy.folder);
    expect(names.sort()).toEqual([VAULT_FILE_NAME, `${VAULT_FILE_NAME}-wal`]);
    if (process.platform !== 'win32') for (const name of names) expect(statSync(join(busy.folder, name)).mode & 0o077).toBe(0);
  });

  test('stores a 25 MB paper in chunks and gives back every byte', async () => {
    const busy = await vaultForTest();
    const bytes = Buffer.alloc(25 * 1024 * 1024);
    for (let at = 0; at < bytes.length; at += 4) bytes.writeUInt32LE((at * 2654435761) >>> 0, at);
    const chunks = Math.ceil(bytes.length / FILE_CHUNK_BYTES);
    for (let chunk = 0; chunk < chunks; chunk += 1) {
      const part = new Uint8Array(bytes.subarray(chunk * FILE_CHUNK_BYTES, (chunk + 1) * FILE_CHUNK_BYTES));
      const row = {
        id: `f:${chunk}`,
        rev: 'd:1',
        file: 'f',
        chunk,
        chunks,
        owner: 'r',
        access: 'open',
        data: '',
        digest: '',
        whole: chunk === chunks - 1,
        createdAt: '',
      };
      const written = { ...toWriteRow(null, row, busy.vault.stamp(busy.database.token)), bytes: part };
      const outcome = await busy.vault.writeUnit({ files: [written] }, 'test');
      expect(outcome.conflicts).toEqual([]);
    }
    const parts = await busy.collections.files.find({ selector: { file: 'f' }, sort: [{ chunk: 'asc' }] }).exec();
    expect(Buffer.concat(parts.map((part) => busy.vault.bytesOf('files', part.primary) ?? new Uint8Array())).equals(bytes)).toBe(true);
  });
});

/** A small file system of its own, so that it can be filled. Null where mounting is not permitted. */
function smallDisk(megabytes: number): string | null {
  const folder = temporaryFolder();
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', disk]);
  if (mounted.status !== 0) return null;
  afterwards(() => spawnSync('umount', [disk]));
  return disk;
}

describe('a full disk', () => {
  test('says so, leaves nothing half written, and the vault goes on when there is room again', async ({ skip }) => {
    const disk = smallDisk(3);
    if (disk === null) return skip('mounting a small file system is not permitted here');
    const busy = await vaultForTest(disk);
    await write(busy, ['first']);
    const padding = join(disk, 'padding');
    let troubles = 0;
    let accepted = 0;
    writeFileSync(padding, Buffer.alloc(1_200_000));
    for (let number = 0; number < 60; number += 1) {
      const ids = [`d${number}a`, `d${number}b`];
      try {
        await write(busy, ids, `wordmark ${'y'.repeat(20_000)}`);
        accepted += 1;
      } catch (error) {
        expect(error).toBeInstanceOf(VaultTrouble);
        expect((error as VaultTrouble).kind).toBe('disk-full');
        expect((error as Error).message).toContain('The disk is full');
        troubles += 1;
        expect(busy.vault.stored('records', ids)).toEqual([]);
      }
    }
    expect(troubles).toBeGreaterThan(0);
    expect(accepted).toBeGreaterThan(0);
    rmSync(padding);
    await write(busy, ['after']);
    expect(busy.vault.stored('records', ['first', 'after'])).toHaveLength(2);
    expect(await busy.collections.records.count().exec()).toBe(accepted * 2 + 2);
    expect(busy.vault.findText('wordmark', ['open'], [], 200).hits).toHaveLength(accepted * 2);
    expect(busy.vault.checkIntegrity().whole).toBe(true);
    await busy.shut();
    const again = await vaultForTest(disk, 'existing');
    expect(await again.collections.records.count().exec()).toBe(accepted * 2 + 2);
  });
});
