/**
 * The sealed file, format `cordon-sealed/1`: text in UTF-8, one entry a line, every line ended by a single line feed.
 *
 *   <number> <hash> <content hash> <salt> <content>
 *   <number> <hash> <content hash> withheld
 *
 * - content: canonical JSON of a `SealedContent`.
 * - content hash: SHA-256 over the salt and the exact bytes of the content. The salt keeps a withheld text from being guessed by hashing.
 * - hash: SHA-256 over the previous line's hash, the number and the content hash, so a line whose content is withheld still carries the chain.
 *
 * Order: header, attendance, papers, agenda items, the running record (notes, decisions, actions) and the closing;
 * then the seal (the chair's signature), the countersignature (the device's) and, in a copy handed out, the copy statement.
 * The seal lists the beginning of every content hash, signed, so that whatever is changed, removed, added or moved can be located.
 * The layout of line 1 stays the same in every later version of the format.
 */
export const SEALED_FORMAT = 'cordon-sealed/1';
export const SEALED_FILE_ENDING = '.cordon-sealed';
/** Larger than any meeting: a decision in view of 5,000 records takes about 1 MB. */
export const LARGEST_SEALED_FILE = 128 * 1024 * 1024;
/** Digits of each content hash that the seal lists. */
export const LEAF_LENGTH = 32;

export const ENTRY_KINDS = ['header', 'attendance', 'paper', 'item', 'note', 'decision', 'evidence', 'action', 'closing'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** A name and what it says; a text may have several lines. */
export type SealedRow = readonly [name: string, text: string];

/** One entry as people read it. A verifier older than the application can still show a kind it does not know. */
export interface SealedEntry {
  readonly kind: EntryKind;
  /** Id of the record it was made from (for evidence: of its decision), or empty. Ids are random and tell nothing. */
  readonly id: string;
  /** For example `decision D3, entry 14 of the record`. */
  readonly label: string;
  readonly rows: readonly SealedRow[];
  /** Superseded by a later entry: shown struck through, still readable. */
  readonly struck: boolean;
  /** Left out of partners' copies. */
  readonly policeOnly: boolean;
  /** Versions in view at the moment of decision: kind, id, version, digest, title (empty when it may not be named). */
  readonly known: readonly (readonly [kind: string, id: string, rev: string, digest: string, title: string])[];
}

export interface SealedHeader extends SealedEntry {
  readonly kind: 'header';
  readonly format: string;
  readonly title: string;
  readonly force: string;
  readonly group: string;
  readonly reference: string;
  readonly marking: string;
  readonly handling: string;
  readonly sample: boolean;
  readonly createdAt: string;
}

/** What the chair signs. */
export interface SealStatement {
  readonly reference: string;
  /** How many lines stand before the seal. */
  readonly lines: number;
  /** Hash of the last of them. */
  readonly last: string;
  /** The first 32 digits of the content hash of each of them, one after the other. */
  readonly leaves: string;
  readonly signer: { readonly personId: string; readonly name: string; readonly role: string };
  /** Ed25519 public key, 64 hex digits. */
  readonly key: string;
  readonly signedAt: string;
}

/** What the device signs in witness: which seal it saw made, and when. */
export interface CountersignStatement {
  readonly sealed: string;
  readonly device: string;
  readonly key: string;
  readonly at: string;
}

/** What the device signs when a copy is handed out: to whom, under which number, and which lines were left out. */
export interface CopyStatement {
  readonly sealed: string;
  readonly number: number;
  readonly recipient: string;
  readonly edition: 'full' | 'partner';
  readonly withheld: readonly number[];
  readonly madeAt: string;
  readonly device: string;
  readonly key: string;
}

export type Signed<Kind extends string, Statement> = {
  readonly kind: Kind;
  readonly label: string;
  readonly statement: Statement;
  /** Ed25519, 128 hex digits. */
  readonly signature: string;
};
export type SealContent = Signed<'seal', SealStatement>;
export type CountersignContent = Signed<'countersignature', CountersignStatement>;
export type CopyContent = Signed<'copy', CopyStatement>;
export type SealedContent = SealedEntry | SealedHeader | SealContent | CountersignContent | CopyContent;
