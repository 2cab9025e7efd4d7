import type { BulkWriteRow, RxDocumentData, RxStorage, RxStorageWriteError } from 'rxdb';
import type { TextReport } from './text-renewal.ts';
import type { VaultFile } from './vault-file.ts';
import type { WriteStamp } from './write-row.ts';

export const COLLECTIONS = ['records', 'journal', 'extracts', 'files'] as const;
export type CollectionName = (typeof COLLECTIONS)[number];

/** The rows of one unit of work: all collections together, or nothing. */
export type UnitOfWork = Partial<
  Record<CollectionName, readonly (BulkWriteRow<Record<string, unknown> & { id: string }> & { readonly bytes?: Uint8Array<ArrayBuffer> })[]>
>;

export interface UnitOutcome {
  /** Empty when everything was written. When not empty, nothing was. */
  readonly conflicts: readonly RxStorageWriteError<RxDocumentData<Record<string, unknown>>>[];
}

export interface TextHit {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  /** Plain text with `\u0001` before and `\u0002` after each match. */
  readonly snippet: string;
  /** Found only by the sound of a word, because little was found to the letter. */
  readonly soundsLike: boolean;
}

/** An open vault: one SQLCipher file, several RxDB collections, one text index. Made by `openVault`. */
export interface Vault {
  readonly storage: RxStorage<unknown, unknown>;
  /** For re-keying; everything else goes through this interface. */
  readonly file: VaultFile;
  /**
   * Writes every row of every collection in one SQLite transaction, or none; change events come after the commit. What is handed in
   * before the event loop turns may share a commit with it. A unit is never cut: with more than about forty rows it holds up typing,
   * so bulk work goes in many units or through a collection's `bulkWrite`.
   */
  writeUnit(unit: UnitOfWork, context: string): Promise<UnitOutcome>;
  /** Writes one row with bytes beside it that means nothing before a later unit: its commit does not wait for the disk, that unit's does for both. */
  writeAhead(
    collection: CollectionName,
    row: BulkWriteRow<Record<string, unknown> & { id: string }> & { readonly bytes: Uint8Array<ArrayBuffer> },
    context: string,
  ): UnitOutcome;
  /** One stamp for every row of a unit (`toWriteRow` in write-row.ts); its time never goes back, whatever the clock does. */
  stamp(databaseToken: string): WriteStamp;
  /** The stored documents with these ids, deleted ones too, in storage form: what `toWriteRow` takes as previous. Missing ids are left out. */
  stored(collection: CollectionName, ids: readonly string[]): readonly RxDocumentData<Record<string, unknown> & { id: string }>[];
  /** The raw bytes beside a stored document; null when it has none. */
  bytesOf(collection: CollectionName, id: string): Uint8Array<ArrayBuffer> | null;
  /** Distinct access keys among the live records. */
  accessKeys(): readonly string[];
  /** Every reading circle the text index knows: the caller picks those its reader is in. */
  textCircles(): readonly string[];
  /**
   * Full text over what may be found in the reading circles listed; nothing outside them changes the hits, their order, whether there
   * are more, or the effort. Never throws on odd input. No kinds means every kind.
   */
  findText(
    text: string,
    circles: readonly string[],
    kinds: readonly string[],
    limit: number,
  ): { readonly hits: readonly TextHit[]; readonly more: boolean };
  /**
   * Makes the text index anew where that is due (another version made it, or an earlier try was cut off), a few records at a time while
   * other work goes on. With `again` it begins from nothing whatever there is. Ends early, to go on another time, when the vault is closed.
   */
  renewText(again?: boolean): Promise<void>;
  /** False while records may still be missing from the text index. */
  textIsWhole(): boolean;
  /** Compares the text index with every record, a few at a time; changes nothing. */
  compareText(progress?: (done: number, total: number) => void): Promise<TextReport>;
  /** A small note kept inside the vault beside the collections, such as the serial of the newest key header; empty when there is none. */
  recall(name: string): string;
  remember(name: string, value: string): void;
  /** Folds the write-ahead log into the file. */
  checkpoint(): void;
  /** Reads every page and checks its seal and its structure. Says in a sentence what was found; takes about a second for each 100 MB. */
  checkIntegrity(): { readonly whole: boolean; readonly says: string };
  /** The file below the collections, for backups and for finding damage. */
  readonly pages: VaultPages;
  close(): void;
}

/** A row as it lies in its table: the document's text, and the bytes beside it where its collection keeps any. */
export interface StoredJson {
  readonly key: number;
  readonly json: string;
  readonly bytes?: Uint8Array<ArrayBuffer> | null;
}

/** The encrypted pages of an open vault as they lie on the disk. */
export interface VaultPages {
  /** Folds the log into the file and keeps the file unchanged until what is returned is called; commits go on into the log. */
  holdStill(): () => void;
  /** A handle to read the file by; it belongs to the vault and must not be closed. */
  reader(): number;
  bytesOnDisk(): number;
  /** How many rows each collection has at this moment, deleted ones too. */
  rows(): Readonly<Record<string, number>>;
  /** The rows of a collection as stored, in the order they came, straight from its table. */
  rowsAfter(collection: string, key: number, limit: number): readonly StoredJson[];
  rowsBefore(collection: string, key: number, limit: number): readonly StoredJson[];
}
