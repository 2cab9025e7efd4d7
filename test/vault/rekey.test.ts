import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Result } from '#shared/base/result.ts';
import { createHeader, FAST_COST, unlock } from '#electron/engine/vault/header.ts';
import { HEADER_COPY_NAME } from '#electron/engine/vault/header-format.ts';
import { openVault, VAULT_FILE_NAME } from '#electron/engine/vault/open-vault.ts';
import { forgetRekey, REKEY_FILE_NAME, type RekeyControl, rekeyDatabase, rekeyOf } from '#electron/engine/vault/rekey.ts';
import { beginRekey, endRekey, giveUpRekey, switchRekey } from '#electron/engine/vault/rekey-header.ts';
import type { HeaderSettings, UnlockedHeader } from '#electron/engine/vault/unlocked-header.ts';
import type { Vault } from '#electron/engine/vault/vault.ts';
import { afterwards, temporaryFolder } from './fixtures.ts';

const HOLROYD = 'wobble garden fenland';
const settingsIn = (folder: string): HeaderSettings => ({ folder, cost: FAST_COST, now: () => 1_800_000_000_000 });

function granted<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.refusals[0].code);
  return result.value;
}

interface Opened {
  readonly folder: string;
  readonly header: UnlockedHeader;
  readonly vault: Vault;
  close(): void;
}

/** A vault with a table of its own, so that what was written is known exactly. */
async function made(rows = 400): Promise<Opened> {
  const folder = temporaryFolder();
  const { unlocked } = granted(await createHeader(settingsIn(folder), { signInName: 'holroyd', passPhrase: HOLROYD, sample: false }));
  const opened = open(folder, unlocked, 'new');
  opened.vault.file.exec('CREATE TABLE thing(no INTEGER PRIMARY KEY, text TEXT)');
  write(opened, 1, rows);
  return opened;
}

function open(folder: string, header: UnlockedHeader, expecting: 'new' | 'existing'): Opened {
  const { from } = rekeyOf(header, folder, VAULT_FILE_NAME);
  const vault = openVault({ folder, rawKeyHex: from, expect: expecting, textOf: () => null });
  let isClosed = false;
  const close = (): void => {
    if (!isClosed) vault.close();
    isClosed = true;
  };
  afterwards(close);
  return { folder, header, vault, close };
}

/** The vault as another process would find it after the folder was copied at some moment. */
const reopened = async (folder: string): Promise<Opened> =>
  open(folder, granted(await unlock(settingsIn(folder), 'holroyd', HOLROYD)), 'existing');

function write({ vault }: Opened, from: number, to: number): void {
  vault.file.inTransaction(() => {
    for (let no = from; no <= to; no += 1)
      vault.file.run('INSERT INTO thing(no, text) VALUES (?, ?)', [no, `thing ${no} ${'of some length '.repeat(40)}`]);
  });
}
const numbers = ({ vault }: Opened): readonly number[] => vault.file.pluckAll<number>('SELECT no FROM thing ORDER BY no');
const upTo = (last: number): readonly number[] => Array.from({ length: last }, (_, index) => index + 1);
const allThere = (opened: Opened, last: number): void => {
  expect(numbers(opened)).toEqual(upTo(last));
  expect(opened.vault.checkIntegrity()).toMatchObject({ whole: true });
};

async function rekey(opened: Opened, control: Partial<RekeyControl> = {}): Promise<boolean> {
  const { folder, header, vault } = opened;
  const { from, to } = rekeyOf(header, folder, VAULT_FILE_NAME);
  if (to === null) throw new Error('there is no key to change to');
  const switched = header.content.rekey?.stage === 'switching';
  return rekeyDatabase(
    vault.file,
    folder,
    { from, to },
    {
      mustStop: () => false,
      progress: () => undefined,
      whileQuiet: (work) => work(),
      switchHeader: () => (switched ? undefined : switchRekey(header)),
      ...control,
    },
  );
}

describe('giving an open vault a new key', () => {
  test('leaves the very same content under another key, which SQLCipher itself finds whole, and the old key opens nothing', async () => {
    const opened = await made();
    const before = opened.header.rawKeyHex();
    granted(beginRekey(opened.header));
    expect(await rekey(opened)).toBe(true);
    endRekey(opened.header);
    expect(opened.header.rawKeyHex()).not.toBe(before);
    write(opened, 401, 450);
    allThere(opened, 450);
    opened.close();
    expect(existsSync(join(opened.folder, REKEY_FILE_NAME))).toBe(false);
    expect(() => openVault({ folder: opened.folder, rawKeyHex: before, expect: 'existing', textOf: () => null })).toThrow(
      'does not open with this key',
    );
    allThere(await reopened(opened.folder), 450);
  });

  test('takes along everything that is written while it goes on, new pages and changed ones', async () => {
    const opened = await made(2000);
    granted(beginRekey(opened.header));
    let last = 2000;
    let turns = 0;
    const totals: number[] = [];
    await rekey(opened, {
      progress: (_done, total) => {
        turns += 1;
        totals.push(total);
        if (turns > 40) return;
        write(opened, last + 1, last + 25);
        last += 25;
        // More than the log may hold, so that it is folded into pages already copied.
        if (turns === 3) for (let times = 0; times < 6; times += 1) opened.vault.file.run("UPDATE thing SET text = text || 'more'");
        opened.vault.file.run('UPDATE thing SET text = ? WHERE no = ?', [`changed in turn ${turns}`, turns * 7]);
      },
      whileQuiet: async (work) => {
        write(opened, last + 1, last + 3);
        last += 3;
        return work();
      },
    });
    expect(turns).toBeGreaterThan(3);
    expect(totals.at(-1)).toBeGreaterThan(totals[0] ?? 0);
    allThere(opened, last);
    expect(opened.vault.file.pluck('SELECT text FROM thing WHERE no = 14')).toBe('changed in turn 2moremoremoremoremoremore');
    const stale = "SELECT count(*) FROM thing WHERE no <= 2000 AND no % 7 <> 0 AND text NOT LIKE '%moremoremoremoremoremore'";
    expect(opened.vault.file.pluck(stale)).toBe(0);
    opened.close();
    allThere(await reopened(opened.folder), last);
  });

  test('whatever moment the process ends at, the vault opens whole with one of the two keys and the work can be finished', async () => {
    const opened = await made(1500);
    granted(beginRekey(opened.header));
    const moments: { readonly at: string; readonly folder: string; readonly last: number }[] = [];
    let last = 1500;
    const keep = (at: string): void => {
      const folder = temporaryFolder();
      cpSync(opened.folder, folder, { recursive: true });
      moments.push({ at, folder, last });
    };
    keep('before the first page');
    let turns = 0;
    await rekey(opened, {
      progress: () => {
        turns += 1;
        if (turns % 3 !== 1) return;
        write(opened, last + 1, last + 5);
        last += 5;
        keep(`in turn ${turns}`);
      },
      switchHeader: () => {
        keep('before the header is switched');
        switchRekey(opened.header);
        keep('after the header is switched');
      },
    });
    keep('after the file is switched');
    endRekey(opened.header);
    keep('at the end');
    const [before, after] = ['before', 'after'].map((when) => moments.find((moment) => moment.at === `${when} the header is switched`));
    if (before === undefined || after === undefined) throw new Error('the header was not switched');
    const between = temporaryFolder();
    cpSync(after.folder, between, { recursive: true });
    cpSync(join(before.folder, HEADER_COPY_NAME), join(between, HEADER_COPY_NAME));
    moments.push({ at: 'between the header and its copy', folder: between, last });
    expect(moments.length).toBeGreaterThan(7);
    for (const moment of moments) {
      const found = await reopened(moment.folder);
      expect([moment.at, numbers(found)]).toEqual([moment.at, upTo(moment.last)]);
      allThere(found, moment.last);
      write(found, moment.last + 1, moment.last + 10);
      if (rekeyOf(found.header, found.folder, VAULT_FILE_NAME).to !== null) await rekey(found);
      endRekey(found.header);
      allThere(found, moment.last + 10);
      found.close();
      const finished = await reopened(moment.folder);
      expect(rekeyOf(finished.header, finished.folder, VAULT_FILE_NAME).to).toBeNull();
      expect([finished.header.content.generation, finished.header.content.rekey ?? null]).toEqual([2, null]);
      allThere(finished, moment.last + 10);
      finished.close();
    }
  }, 60_000);

  test('goes on where it stood: pages that are copied and unchanged are not copied again, torn and changed ones are', async () => {
    const opened = await made(1500);
    granted(beginRekey(opened.header));
    let turns = 0;
    expect(await rekey(opened, { mustStop: () => (turns += 1) > 4 })).toBe(false);
    opened.close();
    const path = join(opened.folder, REKEY_FILE_NAME);
    const half = readFileSync(path);
    expect(half.length).toBeGreaterThan(10 * 4096);
    half.fill(0, 2 * 4096 + 100, 2 * 4096 + 200);
    writeFileSync(path, half);
    const again = await reopened(opened.folder);
    again.vault.file.run('UPDATE thing SET text = ? WHERE no = 1', ['changed since']);
    let copied: Buffer | null = null;
    await rekey(again, {
      switchHeader: () => {
        copied = readFileSync(path);
        switchRekey(again.header);
      },
    });
    const whole = copied as Buffer | null;
    const same = upTo(Math.floor(half.length / 4096)).filter((page) =>
      whole?.subarray((page - 1) * 4096, page * 4096).equals(half.subarray((page - 1) * 4096, page * 4096)),
    );
    expect(same.length).toBeGreaterThan(half.length / 4096 / 2);
    expect(same).not.toContain(3);
    allThere(again, 1500);
    expect(again.vault.file.pluck('SELECT text FROM thing WHERE no = 1')).toBe('changed since');
  });

  test('waits for a backup that is copying the file as it stood, and loses nothing written meanwhile', async () => {
    const opened = await made(1500);
    granted(beginRekey(opened.header));
    let release = (): void => undefined;
    let turns = 0;
    let quiet = 0;
    await rekey(opened, {
      progress: () => {
        turns += 1;
        if (turns === 3) {
          release = opened.vault.pages.holdStill();
          write(opened, 1501, 1600);
        }
      },
      whileQuiet: async (work) => {
        quiet += 1;
        const before = readFileSync(join(opened.folder, VAULT_FILE_NAME));
        const done = await work();
        if (quiet === 1) {
          expect(readFileSync(join(opened.folder, VAULT_FILE_NAME)).equals(before)).toBe(true);
          release();
        }
        return done;
      },
    });
    expect(quiet).toBe(2);
    allThere(opened, 1600);
    opened.close();
    allThere(await reopened(opened.folder), 1600);
  });

  test('given up leaves the vault with its old key and no second file', async () => {
    const opened = await made();
    const before = opened.header.rawKeyHex();
    granted(beginRekey(opened.header));
    let turns = 0;
    expect(await rekey(opened, { mustStop: () => (turns += 1) > 0 })).toBe(false);
    giveUpRekey(opened.header);
    forgetRekey(opened.folder);
    write(opened, 401, 2400);
    opened.close();
    expect(existsSync(join(opened.folder, REKEY_FILE_NAME))).toBe(false);
    const again = await reopened(opened.folder);
    expect(again.header.rawKeyHex()).toBe(before);
    allThere(again, 2400);
  });

  test('a damaged page is named instead of being carried over, and the vault stays as it was', async () => {
    const opened = await made(1500);
    opened.close();
    const path = join(opened.folder, VAULT_FILE_NAME);
    const bytes = readFileSync(path);
    bytes[20 * 4096 + 7] = (bytes[20 * 4096 + 7] as number) ^ 1;
    writeFileSync(path, bytes);
    const again = await reopened(opened.folder);
    granted(beginRekey(again.header));
    await expect(rekey(again)).rejects.toThrow('does not carry its seal');
    again.close();
    expect(readFileSync(path).subarray(4096).equals(bytes.subarray(4096))).toBe(true);
  });
});
