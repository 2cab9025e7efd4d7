import { Database } from '@signalapp/sqlcipher';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { VAULT_FORMAT } from '#electron/engine/vault/vault-format.ts';
import type { TextOf } from '#electron/engine/vault/text-index.ts';
import { VaultFile } from '#electron/engine/vault/vault-file.ts';
import { type OpenVaultForTest, temporaryFolder, vaultForTest } from './fixtures.ts';
import { KEY } from './keys.ts';
import { put } from './notes.ts';

const found = (open: OpenVaultForTest, typed: string) => open.vault.findText(typed, ['open'], [], 500).hits.map((hit) => hit.id);
const notes = (count: number) => Array.from({ length: count }, (_unused, number) => ({ id: `d${number}`, text: `heron n${number}` }));

/** What a newer application finds the same records by. */
const newerTextOf: TextOf = (collection, document) =>
  collection === 'records'
    ? { kind: 'decision', circles: ['open'], title: '', text: `kestrel ${String(document['id'])}`, weight: 1 }
    : null;

function withRaw<Result>(folder: string, work: (db: Database) => Result): Result {
  const db = new Database(join(folder, 'vault.db'));
  try {
    db.exec(`PRAGMA key = "x'${KEY}'"`);
    return work(db);
  } finally {
    db.close();
  }
}

describe('the text index after an update of Cordon', () => {
  test('is made anew by itself, goes on where it was cut off, and meanwhile finds what is being written', async () => {
    const open = await vaultForTest();
    await put(open, notes(700));
    await open.vault.renewText();
    expect(open.vault.textIsWhole()).toBe(true);
    await open.shut();

    const first = await vaultForTest(open.folder, 'existing', newerTextOf, 'newer');
    expect(first.vault.textIsWhole()).toBe(false);
    const cutOff = first.vault.renewText();
    await put(first, [{ id: 'late', text: '' }]);
    expect(found(first, 'late')).toEqual(['late']);
    await first.shut();
    await cutOff;

    const second = await vaultForTest(open.folder, 'existing', newerTextOf, 'newer');
    const halfWay = found(second, 'kestrel').length;
    expect(halfWay).toBeGreaterThan(1);
    expect(second.vault.textIsWhole()).toBe(false);
    await second.vault.renewText();
    expect(found(second, 'kestrel')).toHaveLength(500);
    expect(found(second, 'heron')).toEqual([]);
    expect(found(second, 'd699')).toEqual(['d699']);
    expect(second.vault.textIsWhole()).toBe(true);
    expect(await second.vault.compareText()).toEqual({ whole: true, documents: 701, wrong: 0 });
    expect(second.vault.checkIntegrity().whole).toBe(true);
  });

  test('a vault of the first format loses its old index and finds everything again', async () => {
    const open = await vaultForTest();
    await put(open, notes(30));
    await open.shut();
    withRaw(open.folder, (db) =>
      db.exec(`DROP TABLE text_words; DROP TABLE text_item; DROP TABLE text_circle; DELETE FROM vault_meta WHERE name = 'text-index';
        CREATE TABLE text_access(no INTEGER PRIMARY KEY, access TEXT NOT NULL UNIQUE);
        CREATE TABLE text_entry(key INTEGER PRIMARY KEY, table_no INTEGER NOT NULL, document INTEGER NOT NULL, id TEXT NOT NULL,
          kind TEXT NOT NULL, access_no INTEGER NOT NULL, UNIQUE(table_no, document));
        CREATE VIRTUAL TABLE text_index USING fts5(title, text, tokenize = 'porter unicode61 remove_diacritics 2', prefix = '3');
        INSERT INTO text_index(rowid, title, text) VALUES (1, 'old', 'heron');
        PRAGMA user_version = 1;`),
    );
    const again = await vaultForTest(open.folder, 'existing');
    expect(found(again, 'heron')).toEqual([]);
    await again.vault.renewText();
    expect(found(again, 'heron')).toHaveLength(30);
    await again.shut();
    expect(
      withRaw(open.folder, (db) => [
        db.pragma('user_version', { simple: true }),
        db.prepare("SELECT count(*) FROM sqlite_schema WHERE name LIKE 'text_index%' OR name LIKE 'text_entry%'", { pluck: true }).get(),
      ]),
    ).toEqual([VAULT_FORMAT, 0]);
  });

  test('a vault closed before it was begun is left for another time', async () => {
    const folder = temporaryFolder();
    const open = await vaultForTest(folder);
    await put(open, notes(300));
    const renewing = open.vault.renewText(true);
    open.vault.close();
    await open.shut();
    await renewing;
    const again = await vaultForTest(folder, 'existing');
    expect(again.vault.textIsWhole()).toBe(false);
    await again.vault.renewText();
    expect(found(again, 'heron')).toHaveLength(300);
  });
});

describe('comparing the text index with the records', () => {
  test.each([
    ['an entry that is missing', 'DELETE FROM text_words WHERE rowid = 3; DELETE FROM text_item WHERE key = 3'],
    ['an entry with other words', "UPDATE text_words SET text = ' 1_kestrel' WHERE rowid = 3"],
    ['an entry of another kind', "UPDATE text_item SET kind = 'paper' WHERE key = 3"],
    ['an entry that belongs to no record', 'UPDATE text_item SET document = 9999 WHERE key = 3'],
    [
      'an entry whose words are kept but not in the index',
      'CREATE TEMP TABLE kept AS SELECT * FROM text_words_content WHERE id = 3; DELETE FROM text_words WHERE rowid = 3; INSERT INTO text_words_content SELECT * FROM kept; DROP TABLE kept',
    ],
    ['an entry in a circle of other readers', "UPDATE text_words SET text = replace(text, '1_', '2_') WHERE rowid = 3"],
  ])('names %s, and making it anew mends it', async (_what, damage) => {
    const open = await vaultForTest();
    await put(open, notes(20));
    expect(await open.vault.compareText()).toEqual({ whole: true, documents: 20, wrong: 0 });
    const file = VaultFile.hold({ file: join(open.folder, 'vault.db'), rawKeyHex: KEY });
    file.exec(damage);
    file.letGo();
    const report = await open.vault.compareText();
    expect(report.whole).toBe(false);
    expect(report.wrong).toBeGreaterThan(0);
    await open.vault.renewText(true);
    expect(await open.vault.compareText()).toMatchObject({ whole: true });
    expect(found(open, 'heron')).toHaveLength(20);
  });
});

test('an index set aside is taken away in pieces, and what a closing cut off goes on at the next opening', async () => {
  const open = await vaultForTest();
  await put(open, notes(700));
  const aside = (one: OpenVaultForTest) => {
    const file = VaultFile.hold({ file: join(one.folder, 'vault.db'), rawKeyHex: KEY });
    try {
      return file.pluckAll<string>("SELECT name FROM sqlite_schema WHERE name LIKE '%aside%'");
    } finally {
      file.letGo();
    }
  };
  const renewing = open.vault.renewText(true);
  expect(aside(open)).not.toEqual([]);
  // Written while the old index is still there: found at once, in the new one.
  await put(open, [{ id: 'late', text: 'kestrel' }]);
  expect(found(open, 'kestrel')).toEqual(['late']);
  await open.shut();
  await renewing;
  const again = await vaultForTest(open.folder, 'existing');
  expect(aside(again)).not.toEqual([]);
  const meanwhile = again.vault.renewText(true);
  await meanwhile;
  expect(aside(again)).toEqual([]);
  expect(found(again, 'heron')).toHaveLength(500);
  expect(await again.vault.compareText()).toEqual({ whole: true, documents: 701, wrong: 0 });
  expect(again.vault.checkIntegrity().whole).toBe(true);
});
