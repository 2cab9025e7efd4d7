import { indexedText, MATCH_CLOSES, MATCH_OPENS, matchExpression } from './text-query.ts';
import type { TextHit } from './vault.ts';
import type { VaultFile } from './vault-file.ts';
import { VaultTrouble } from './vault-trouble.ts';

/** What full text finds a document by; null keeps it out. */
export interface IndexedText {
  readonly kind: string;
  /** Access key: only readers whose list holds it can find the document, or count it. */
  readonly access: string;
  readonly title: string;
  readonly text: string;
}

export type TextOf = (collectionName: string, document: Readonly<Record<string, unknown>>) => IndexedText | null;

const TITLE_WEIGHT = 8;
const SNIPPET_WORDS = 24;

interface Entry {
  readonly key: number;
  readonly kind: string;
  readonly access_no: number;
}

// The driver binds every number as a real, and FTS5 takes a condition on rowid that is not an integer for none at all: hence the casts.

/** Puts, changes or takes out the text of one document. Must run inside the transaction that writes the document. */
export function writeText(file: VaultFile, table: number, document: number, id: string, text: IndexedText | null): void {
  const entry = file.get<Entry>('SELECT key, kind, access_no FROM text_entry WHERE table_no = ? AND document = ?', [table, document]);
  if (text === null) {
    if (entry !== undefined) eraseEntry(file, entry.key);
    return;
  }
  const accessNo = accessNumber(file, text.access);
  const title = indexedText(text.title);
  const body = indexedText(text.text);
  if (entry === undefined) {
    const { lastInsertRowid } = file.run('INSERT INTO text_entry(table_no, document, id, kind, access_no) VALUES (?, ?, ?, ?, ?)', [
      table,
      document,
      id,
      text.kind,
      accessNo,
    ]);
    file.run('INSERT INTO text_index(rowid, title, text) VALUES (CAST(? AS INTEGER), ?, ?)', [lastInsertRowid, title, body]);
    return;
  }
  if (entry.kind !== text.kind || entry.access_no !== accessNo)
    file.run('UPDATE text_entry SET kind = ?, access_no = ? WHERE key = ?', [text.kind, accessNo, entry.key]);
  const before = file.get<{ title: string; text: string }>('SELECT title, text FROM text_index WHERE rowid = CAST(? AS INTEGER)', [
    entry.key,
  ]);
  if (before?.title !== title || before.text !== body)
    file.run('UPDATE text_index SET title = ?, text = ? WHERE rowid = CAST(? AS INTEGER)', [title, body, entry.key]);
}

/** Takes out the text of every document of a table. */
export function eraseTexts(file: VaultFile, table: number): void {
  for (const key of file.pluckAll<number>('SELECT key FROM text_entry WHERE table_no = ?', [table])) eraseEntry(file, key);
}

function eraseEntry(file: VaultFile, key: number): void {
  file.run('DELETE FROM text_index WHERE rowid = CAST(? AS INTEGER)', [key]);
  file.run('DELETE FROM text_entry WHERE key = ?', [key]);
}

function accessNumber(file: VaultFile, access: string): number {
  const known = file.pluck<number>('SELECT no FROM text_access WHERE access = ?', [access]);
  return known ?? file.run('INSERT INTO text_access(access) VALUES (?)', [access]).lastInsertRowid;
}

/**
 * The best matches among what may be read: access and kind are judged before ranking and counting, so that neither the
 * number nor the order of hits tells of a document the reader may not see. No kinds means every kind.
 */
export function findText(
  file: VaultFile,
  typed: string,
  allowedAccess: readonly string[],
  kinds: readonly string[],
  limit: number,
): { hits: TextHit[]; more: boolean } {
  const expression = matchExpression(typed);
  const wanted = Math.max(0, Math.min(500, Math.floor(limit)));
  if (expression === null || allowedAccess.length === 0 || wanted === 0) return { hits: [], more: false };
  try {
    const best = file.all<{ key: number; id: string; kind: string }>(
      `SELECT e.key AS key, e.id AS id, e.kind AS kind FROM text_index
       JOIN text_entry e ON e.key = text_index.rowid
       WHERE text_index MATCH ?
         AND e.access_no IN (SELECT no FROM text_access WHERE access IN (SELECT value FROM json_each(?)))
         ${kinds.length === 0 ? '' : 'AND e.kind IN (SELECT value FROM json_each(?))'}
       ORDER BY bm25(text_index, ${TITLE_WEIGHT}.0, 1.0), e.id LIMIT ?`,
      [expression, JSON.stringify(allowedAccess), ...(kinds.length === 0 ? [] : [JSON.stringify(kinds)]), wanted + 1],
    );
    const hits = best.slice(0, wanted).map((one) => ({ id: one.id, kind: one.kind, ...shown(file, expression, one.key) }));
    return { hits, more: best.length > wanted };
  } catch (error) {
    // A term made only of characters the tokenizer does not know is a syntax error to FTS5, and finds nothing.
    if (error instanceof VaultTrouble || !(error instanceof Error) || !/fts5|syntax/i.test(error.message)) throw error;
    return { hits: [], more: false };
  }
}

function shown(file: VaultFile, expression: string, key: number): { title: string; snippet: string } {
  const row = file.get<{ title: string; text: string; line: string }>(
    `SELECT title,
       snippet(text_index, 1, char(1), char(2), '…', ${SNIPPET_WORDS}) AS text,
       highlight(text_index, 0, char(1), char(2)) AS line
     FROM text_index WHERE text_index MATCH ? AND rowid = CAST(? AS INTEGER)`,
    [expression, key],
  );
  if (row === undefined) return { title: '', snippet: '' };
  const inText = row.text.includes(MATCH_OPENS) && row.text.includes(MATCH_CLOSES);
  return { title: row.title, snippet: inText || row.text !== '' ? row.text : row.line };
}
