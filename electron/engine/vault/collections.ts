import type { RxJsonSchema } from 'rxdb';
import type { CollectionName } from './vault.ts';

type Open = Record<string, unknown>;
type StoredSchema = RxJsonSchema<Open & { id: string }>;

const text = (maxLength: number) => ({ type: 'string', maxLength }) as const;
const wholeNumber = (maximum: number) => ({ type: 'integer', minimum: 0, maximum, multipleOf: 1 }) as const;
const flag = { type: 'boolean' } as const;
const open = { type: 'object', additionalProperties: true } as const;

/** Bytes in one chunk of a stored file: few enough to encrypt and write in a few milliseconds. */
export const FILE_CHUNK_BYTES = 256 * 1024;
/** Chunks stored by earlier versions carry their bytes as base64 text inside the document. */
const CHUNK_TEXT = 256 * 1024;

const RECORD_FIELDS = {
  id: text(64),
  kind: text(40),
  rev: text(80),
  shape: wholeNumber(1_000_000),
  access: text(1000),
  scope: text(64),
  marking: text(40),
  handling: text(200),
  compartment: text(64),
  state: text(40),
  owner: text(64),
  parent: text(64),
  number: wholeNumber(9_999_999),
  dueAt: text(24),
  sortAt: text(200),
  createdAt: text(24),
  createdBy: text(64),
  updatedAt: text(24),
  updatedBy: text(64),
  body: open,
} as const;

/** Every noun's records in their envelope (`shared/contracts/record/record.ts`); the limits are the same. */
const records: StoredSchema = {
  title: 'records',
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: RECORD_FIELDS,
  required: Object.keys(RECORD_FIELDS),
  indexes: [
    ['kind', 'sortAt'],
    ['kind', 'state', 'sortAt'],
    ['kind', 'parent', 'number'],
    ['kind', 'parent', 'sortAt'],
    ['kind', 'owner', 'dueAt'],
    ['kind', 'scope', 'sortAt'],
    ['kind', 'dueAt'],
    ['kind', 'number'],
    ['access'],
    ['updatedAt'],
  ],
};

const JOURNAL_FIELDS = {
  id: text(100),
  device: text(64),
  seq: wholeNumber(Number.MAX_SAFE_INTEGER),
  at: text(24),
  actor: text(64),
  act: text(80),
  subject: text(64),
  subjectKind: text(40),
  records: { type: 'array', items: { type: 'object', additionalProperties: true } },
  facts: open,
  prev: text(64),
  hash: text(64),
  signature: text(200),
} as const;

/** The hash-chained journal (`shared/contracts/record/journal-entry.ts`). */
const journal: StoredSchema = {
  title: 'journal',
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: JOURNAL_FIELDS,
  required: Object.keys(JOURNAL_FIELDS),
  indexes: [['seq'], ['actor', 'seq'], ['act', 'seq'], ['subject', 'seq'], ['at']],
};

const EXTRACT_FIELDS = {
  id: text(64),
  rev: text(80),
  system: text(80),
  importId: text(64),
  extractedAt: text(24),
  access: text(1000),
  scope: text(64),
  marking: text(40),
  handling: text(200),
  compartment: text(64),
  sortAt: text(200),
  createdAt: text(24),
  body: open,
} as const;

/** Rows taken in from other systems, each with where and when it came from. */
const extracts: StoredSchema = {
  title: 'extracts',
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: EXTRACT_FIELDS,
  required: Object.keys(EXTRACT_FIELDS),
  indexes: [['system', 'sortAt'], ['importId', 'sortAt'], ['access']],
};

const FILE_FIELDS = {
  /** `<file>:<chunk>` */
  id: text(80),
  rev: text(80),
  /** Id of the file the chunk belongs to. */
  file: text(64),
  /** 0, 1, 2, ... */
  chunk: wholeNumber(9_999_999),
  /** How many chunks the file has. */
  chunks: wholeNumber(9_999_999),
  /** Id of the record the file belongs to. */
  owner: text(64),
  access: text(1000),
  /** Empty where the bytes lie beside the document; base64 of them in a chunk that an earlier version stored. */
  data: text(CHUNK_TEXT),
  /** SHA-256 of the bytes of this chunk, in hex. */
  digest: text(64),
  whole: flag,
  createdAt: text(24),
} as const;

/** Attachments and frozen packs, cut into chunks that are written one unit of work at a time; the last chunk carries `whole: true`. */
const files: StoredSchema = {
  title: 'files',
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: FILE_FIELDS,
  required: Object.keys(FILE_FIELDS),
  indexes: [['file', 'chunk'], ['owner', 'file', 'chunk'], ['access']],
};

/** The RxDB schema of each collection, handed to `database.addCollections`. */
export const COLLECTION_SCHEMAS: Readonly<Record<CollectionName, StoredSchema>> = { records, journal, extracts, files };
