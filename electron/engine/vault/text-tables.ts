/**
 * Raised when the tables, or how words are taken apart and compared, change: an older index is then made anew in the background
 * after the next opening.
 */
export const TEXT_FORMAT = 2;

// Merging is done by text-tidying.ts, a little at a time.
const WORDS = `
  CREATE VIRTUAL TABLE text_words USING fts5(title, text, joined, sound, tokenize = "ascii tokenchars '_.'", columnsize = 0);
  INSERT INTO text_words(text_words, rank) VALUES('secure-delete', 1);
  INSERT INTO text_words(text_words, rank) VALUES('automerge', 0);
  INSERT INTO text_words(text_words, rank) VALUES('crisismerge', 400);
`;

/**
 * A reading circle is a set of people (an access class, or a part of one) written as an opaque text. Each word in the index carries
 * the number of its circle. `text_words` keeps the words themselves, so that FTS5 can take out exactly what it put in.
 */
export const TEXT_TABLES = `
  CREATE TABLE text_circle(no INTEGER PRIMARY KEY, circle TEXT NOT NULL UNIQUE);
  CREATE TABLE text_item(
    key INTEGER PRIMARY KEY, table_no INTEGER NOT NULL, document INTEGER NOT NULL, kind TEXT NOT NULL,
    weight REAL NOT NULL, title TEXT NOT NULL, UNIQUE(table_no, document));
${WORDS}`;

/** Takes every entry out, whatever state the index is in. */
export const EMPTY_TEXT_TABLES = `DROP TABLE text_words; DELETE FROM text_item; DELETE FROM vault_meta WHERE name = 'text-merged'; ${WORDS}`;

/** What the first format had. Nothing in it is not in the records too. */
export const DROP_FIRST_TEXT_TABLES = `
  DROP TABLE IF EXISTS text_index;
  DROP TABLE IF EXISTS text_entry;
  DROP TABLE IF EXISTS text_access;
`;
