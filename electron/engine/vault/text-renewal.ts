import { Pace, turn } from './pace.ts';
import type { StoredDocument } from './table-layout.ts';
import { eraseItem, holdsText, writeText } from './text-index.ts';
import { clearAside, setAside } from './text-clearing.ts';
import { TEXT_FORMAT } from './text-tables.ts';
import { tidySoon, untilTidyEnough } from './text-tidying.ts';
import type { VaultFile } from './vault-file.ts';
import type { VaultTable } from './vault-table.ts';

/** Milliseconds a piece of comparing may take before what people do gets its turn. */
const PIECE_MS = 6;
const DOCUMENTS_AT_ONCE = 100;

interface Renewal {
  /** What the index was made by: format of the tables, then what documents are found by. */
  readonly version: string;
  /** Key of the last document made anew, or null when the index is whole. */
  readonly after: number | null;
}

export interface TextUpkeep {
  readonly table: () => VaultTable;
  /** Raised by the application when documents are to be found by something else. */
  readonly version: string;
  readonly isClosed: () => boolean;
}

/** Whether the index is that of this application and holds every document. */
export function textIsWhole(file: VaultFile, version: string): boolean {
  const stored = readRenewal(file);
  return stored?.version === wholeVersion(version) && stored.after === null;
}

/**
 * Makes the text index anew when it was made by another version, or goes on where an earlier try was cut off; `again` begins from
 * the start whatever there is. A piece at a time, each whole in its transaction: what is written meanwhile is indexed by the write
 * itself. In the end the entries that belong to no document are taken out.
 */
export async function renewText(upkeep: TextUpkeep, again: boolean): Promise<void> {
  const { file } = upkeep.table();
  const version = wholeVersion(upkeep.version);
  const stored = readRenewal(file);
  let after = stored?.version === version ? stored.after : 0;
  if (again || stored?.version !== version) {
    after = 0;
    file.inTransaction(() => {
      // What another version of the application finds documents by is changed entry by entry; another format has other tables.
      if (again || !isOfThisFormat(stored)) setAside(file);
      writeRenewal(file, { version, after: 0 });
    });
  }
  await clearAside(file, upkeep.isClosed);
  if (!upkeep.isClosed()) tidySoon(file);
  const begun = after !== null;
  const pace = new Pace(10, 8, 400);
  while (after !== null) {
    await untilTidyEnough(file);
    if (upkeep.isClosed()) return;
    const from: number = after;
    const count = pace.atOnce;
    after = pace.timed(count, () =>
      file.inTransaction(() => {
        const last = indexPiece(upkeep.table(), from, count);
        writeRenewal(file, { version, after: last ?? from });
        return last;
      }),
    );
    tidySoon(file);
    await turn();
  }
  for (let item: number | null = begun ? 0 : null; item !== null; ) {
    if (upkeep.isClosed()) return;
    const from: number = item;
    item = file.inTransaction(() => {
      const { last, orphans } = orphansAfter(upkeep.table(), from);
      for (const key of orphans) eraseItem(file, key);
      if (last === null) writeRenewal(file, { version, after: null });
      return last;
    });
    await turn();
  }
}

/** Indexes the next documents of the table; gives the key of the last one, or null when there are no more. */
function indexPiece(table: VaultTable, after: number, count: number): number | null {
  const keys = keysAfter(table, after, count);
  for (const key of keys) {
    const document = documentAt(table, key);
    if (document !== null) writeText(table.file, table.no, key, foundBy(table, document));
  }
  return keys.at(-1) ?? null;
}

function keysAfter(table: VaultTable, after: number, count: number): number[] {
  return table.file.pluckAll<number>(`SELECT key FROM ${table.layout.name} WHERE key > ? ORDER BY key LIMIT ?`, [after, count]);
}

function documentAt(table: VaultTable, key: number): StoredDocument | null {
  const json = table.file.pluck<string>(`SELECT json FROM ${table.layout.name} WHERE key = ?`, [key]);
  return json === undefined ? null : (JSON.parse(json) as StoredDocument);
}

function foundBy(table: VaultTable, document: StoredDocument): ReturnType<NonNullable<VaultTable['textOf']>> {
  return document._deleted || table.textOf === null ? null : table.textOf(table.collectionName, document);
}

const ITEMS_AT_ONCE = 500;

/** Entries whose document is gone or deleted, among the next ones; none is left in an index that was kept well. */
function orphansAfter(table: VaultTable, after: number): { last: number | null; orphans: readonly number[] } {
  const items = table.file.all<{ key: number; lives: number }>(
    `SELECT key, EXISTS (SELECT 1 FROM ${table.layout.name} d WHERE d.key = i.document AND d.deleted = 0) AS lives
     FROM text_item i WHERE i.key > ? AND i.table_no = ? ORDER BY i.key LIMIT ${ITEMS_AT_ONCE}`,
    [after, table.no],
  );
  return { last: items.at(-1)?.key ?? null, orphans: items.filter((item) => item.lives === 0).map((item) => item.key) };
}

export interface TextReport {
  readonly whole: boolean;
  readonly documents: number;
  /** Documents that are found by something other than what they hold, or not at all, and entries that belong to no document. */
  readonly wrong: number;
}

/** Compares the index with every document, a piece at a time; changes nothing. What is written meanwhile is compared as it stands then. */
export async function compareText(upkeep: TextUpkeep, progress: (done: number, total: number) => void): Promise<TextReport> {
  const { file, no, layout } = upkeep.table();
  const total = Number(file.pluck(`SELECT count(*) FROM ${layout.name}`));
  let documents = 0;
  let wrong = 0;
  for (let after: number | null = 0; after !== null && !upkeep.isClosed(); ) {
    const until = performance.now() + PIECE_MS;
    const from: number = after;
    after = null;
    for (const key of keysAfter(upkeep.table(), from, DOCUMENTS_AT_ONCE)) {
      const document = documentAt(upkeep.table(), key);
      const text = document === null ? null : foundBy(upkeep.table(), document);
      documents += 1;
      if (!holdsText(file, no, key, text)) wrong += 1;
      after = key;
      if (performance.now() > until) break;
    }
    progress(Math.min(documents, total), total);
    await turn();
  }
  for (let item: number | null = 0; item !== null && !upkeep.isClosed(); ) {
    const { last, orphans } = orphansAfter(upkeep.table(), item);
    wrong += orphans.length;
    item = last;
    await turn();
  }
  return { whole: wrong === 0, documents, wrong };
}

function isOfThisFormat(stored: Renewal | null): boolean {
  return stored?.version.startsWith(`${TEXT_FORMAT}.`) === true;
}

function wholeVersion(version: string): string {
  return `${TEXT_FORMAT}.${version}`;
}

function readRenewal(file: VaultFile): Renewal | null {
  const value = file.pluck<string>("SELECT value FROM vault_meta WHERE name = 'text-index'");
  return value === undefined ? null : (JSON.parse(value) as Renewal);
}

function writeRenewal(file: VaultFile, renewal: Renewal): void {
  file.run("INSERT INTO vault_meta(name, value) VALUES ('text-index', ?) ON CONFLICT(name) DO UPDATE SET value = excluded.value", [
    JSON.stringify(renewal),
  ]);
}
