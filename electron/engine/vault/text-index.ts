import { circlePrefix, SOUND_MARK, TITLE_MARK, WORD_MARK } from './text-query.ts';
import { soundsOf } from './text-sound.ts';
import { type TextWords, wordsOf } from './text-words.ts';
import type { VaultFile } from './vault-file.ts';

/** What full text finds a document by; null keeps it out. */
export interface IndexedText {
  readonly kind: string;
  /** The reading circles that may find the document: only a reader who is in one of them can find it, or count it. */
  readonly circles: readonly string[];
  readonly title: string;
  readonly text: string;
  /** How much it counts against other documents; 1 is usual. */
  readonly weight: number;
}

export type TextOf = (collectionName: string, document: Readonly<Record<string, unknown>>) => IndexedText | null;

/** What is stored of one document: its row in `text_item` and its words in `text_words`. */
interface Entry {
  readonly kind: string;
  readonly weight: number;
  /** Stems of the title with a space around each, for ranking. */
  readonly titleStems: string;
  readonly columns: readonly [title: string, text: string, joined: string, sound: string];
}

interface StoredItem {
  readonly key: number;
  readonly kind: string;
  readonly weight: number;
  readonly title: string;
}

// The driver binds every number as a real, and FTS5 takes a condition on rowid that is not an integer for none at all: hence the casts.
const ITEM = 'SELECT key, kind, weight, title FROM text_item WHERE table_no = ? AND document = ?';
const INSERT_ITEM = 'INSERT INTO text_item(table_no, document, kind, weight, title) VALUES (?, ?, ?, ?, ?)';
const INSERT_WORDS = 'INSERT INTO text_words(rowid, title, text, joined, sound) VALUES (CAST(? AS INTEGER), ?, ?, ?, ?)';
const UPDATE_ITEM = 'UPDATE text_item SET kind = ?, weight = ?, title = ? WHERE key = ?';
const UPDATE_WORDS = 'UPDATE text_words SET title = ?, text = ?, joined = ?, sound = ? WHERE rowid = CAST(? AS INTEGER)';
const WORDS = 'SELECT title, text, joined, sound FROM text_words WHERE rowid = CAST(? AS INTEGER)';

/**
 * Puts, changes or takes out the text of one document. Must run inside the transaction that writes the document.
 * `isNew` says that the document was not stored before, so that nothing is looked up.
 */
export function writeText(file: VaultFile, table: number, document: number, text: IndexedText | null, isNew = false): void {
  const item = isNew ? undefined : file.get<StoredItem>(ITEM, [table, document]);
  if (text === null || text.circles.length === 0) {
    if (item !== undefined) eraseItem(file, item.key);
    return;
  }
  const entry = entryOf(file, text);
  if (item === undefined) {
    const { lastInsertRowid } = file.run(INSERT_ITEM, [table, document, entry.kind, entry.weight, entry.titleStems]);
    file.run(INSERT_WORDS, [lastInsertRowid, ...entry.columns]);
    return;
  }
  if (item.kind !== entry.kind || item.weight !== entry.weight || item.title !== entry.titleStems)
    file.run(UPDATE_ITEM, [entry.kind, entry.weight, entry.titleStems, item.key]);
  if (!holdsWords(file, item.key, entry)) file.run(UPDATE_WORDS, [...entry.columns, item.key]);
}

/** Whether the index holds exactly what the document is to be found by; changes nothing. */
export function holdsText(file: VaultFile, table: number, document: number, text: IndexedText | null): boolean {
  const item = file.get<StoredItem>(ITEM, [table, document]);
  if (text === null || text.circles.length === 0) return item === undefined;
  if (item === undefined) return false;
  const entry = entryOf(file, text);
  return (
    item.kind === entry.kind &&
    item.weight === entry.weight &&
    item.title === entry.titleStems &&
    holdsWords(file, item.key, entry) &&
    isFoundBy(file, item.key, entry.columns)
  );
}

const FIND = 'SELECT 1 FROM text_words WHERE text_words MATCH ? AND rowid = CAST(? AS INTEGER)';

/** Whether a search for one of its words, another one for each entry, finds it: the words kept and the index over them can disagree. */
function isFoundBy(file: VaultFile, key: number, columns: Entry['columns']): boolean {
  const words = columns.join('').trim().split(' ');
  const word = words[key % words.length] ?? '';
  return file.pluck(FIND, [`"${word}"`, key]) !== undefined;
}

function holdsWords(file: VaultFile, key: number, entry: Entry): boolean {
  const words = file.get<{ title: string; text: string; joined: string; sound: string }>(WORDS, [key]);
  const [title, text, joined, sound] = entry.columns;
  return words !== undefined && words.title === title && words.text === text && words.joined === joined && words.sound === sound;
}

/** Takes out the text of every document of a table. */
export function eraseTexts(file: VaultFile, table: number): void {
  for (const key of file.pluckAll<number>('SELECT key FROM text_item WHERE table_no = ?', [table])) eraseItem(file, key);
}

export function eraseItem(file: VaultFile, key: number): void {
  file.run('DELETE FROM text_words WHERE rowid = CAST(? AS INTEGER)', [key]);
  file.run('DELETE FROM text_item WHERE key = ?', [key]);
}

function entryOf(file: VaultFile, text: IndexedText): Entry {
  const title = wordsOf(text.title);
  const body = wordsOf(text.text);
  const joined = [...title.joined, ...body.joined].map((one) => one.stem);
  const sounds = soundsIn(title, body);
  const columns = ['', '', '', ''] as [string, string, string, string];
  for (const circle of text.circles) {
    const prefix = circlePrefix(circleNumber(file, circle));
    columns[0] += marked(title.parts, prefix, WORD_MARK);
    columns[1] += marked(body.parts, prefix, WORD_MARK);
    for (const stem of joined) columns[2] += ` ${prefix}${WORD_MARK}${stem}`;
    columns[3] += ` ${prefix}${TITLE_MARK}${marked(title.parts, prefix, TITLE_MARK)}${marked(title.joined, prefix, TITLE_MARK)}`;
    for (const sound of sounds) columns[3] += ` ${prefix}${SOUND_MARK}${sound}`;
  }
  const titleStems = ` ${[...title.parts, ...title.joined].map((part) => part.stem).join(' ')} `;
  return { kind: text.kind, weight: text.weight, titleStems, columns };
}

function marked(parts: TextWords['parts'], prefix: string, mark: string): string {
  const before = ` ${prefix}${mark}`;
  let words = '';
  for (const part of parts) words += before + part.stem;
  return words;
}

/** Names are written with a capital letter; of a title every word counts. */
function soundsIn(title: TextWords, body: TextWords): ReadonlySet<string> {
  const sounds = new Set<string>();
  const names = new Set<string>();
  for (const part of [...title.parts, ...title.joined]) names.add(part.folded);
  for (const part of [...body.parts, ...body.joined]) if (part.capital) names.add(part.folded);
  for (const name of names) for (const sound of soundsOf(name)) sounds.add(sound);
  return sounds;
}

const knownCircles = new WeakMap<VaultFile, Map<string, number>>();

function circlesOf(file: VaultFile): Map<string, number> {
  const known = knownCircles.get(file);
  if (known !== undefined) return known;
  const fresh = new Map<string, number>();
  knownCircles.set(file, fresh);
  file.onRollback(() => fresh.clear());
  return fresh;
}

function circleNumber(file: VaultFile, circle: string): number {
  const circles = circlesOf(file);
  let no = circles.get(circle);
  if (no !== undefined) return no;
  no =
    file.pluck<number>('SELECT no FROM text_circle WHERE circle = ?', [circle]) ??
    file.run('INSERT INTO text_circle(circle) VALUES (?)', [circle]).lastInsertRowid;
  circles.set(circle, no);
  return no;
}
