/**
 * Raised when the tables, or how words are taken apart and compared, change: an older index is then made anew in the background
 * after the next opening.
 */
export const TEXT_FORMAT = 3;

/** So many bytes to a leaf of the index fill one page of the file, behind its seal; FTS5's own 4050 would need a second page each. */
const LEAF_BYTES = 3940;

/** FTS5 merges level by level once so many pieces lie on one. With fewer, each word is written more often. */
export const PIECES_TO_MERGE = 8;

// Merging is done by text-tidying.ts, a little at a time.
const WORDS = `
  CREATE VIRTUAL TABLE text_words USING fts5(title, text, joined, sound, tokenize = "ascii tokenchars '_.='", columnsize = 0);
  INSERT INTO text_words(text_words, rank) VALUES('secure-delete', 1);
  INSERT INTO text_words(text_words, rank) VALUES('automerge', 0);
  INSERT INTO text_words(text_words, rank) VALUES('usermerge', ${PIECES_TO_MERGE});
  INSERT INTO text_words(text_words, rank) VALUES('crisismerge', 400);
  INSERT INTO text_words(text_words, rank) VALUES('pgsz', ${LEAF_BYTES});
`;
const ITEMS = `
  CREATE TABLE text_item(
    key INTEGER PRIMARY KEY, table_no INTEGER NOT NULL, document INTEGER NOT NULL, kind TEXT NOT NULL,
    weight REAL NOT NULL, title TEXT NOT NULL, UNIQUE(table_no, document));
`;

/**
 * A reading circle is a set of people (an access class, or a part of one) written as an opaque text. Each word in the index carries
 * the number of its circle. `text_words` keeps the words themselves, so that FTS5 can take out exactly what it put in.
 */
export const TEXT_TABLES = `
  CREATE TABLE text_circle(no INTEGER PRIMARY KEY, circle TEXT NOT NULL UNIQUE);
${ITEMS}${WORDS}`;

/** An index that was set aside to be made anew is called so, with a number after it, until text-clearing.ts has emptied it. */
export const ASIDE_ITEMS = 'text_item_aside_';
export const ASIDE_WORDS = 'text_words_aside_';

/** Puts empty tables in the place of the index, whatever state it is in; emptying the old ones takes long and is done in pieces. */
export const setAsideSql = (number: number): string => `
  ALTER TABLE text_words RENAME TO ${ASIDE_WORDS}${number};
  ALTER TABLE text_item RENAME TO ${ASIDE_ITEMS}${number};
  DELETE FROM vault_meta WHERE name = 'text-merged';
${ITEMS}${WORDS}`;

/** What the first format had. Nothing in it is not in the records too. */
export const DROP_FIRST_TEXT_TABLES = `
  DROP TABLE IF EXISTS text_index;
  DROP TABLE IF EXISTS text_entry;
  DROP TABLE IF EXISTS text_access;
`;
