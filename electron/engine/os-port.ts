/** What repeats on every printed page: Chromium's header and footer templates, and margins in millimetres that leave room for them. */
export interface PageDress {
  readonly headerHtml: string;
  readonly footerHtml: string;
  readonly margins: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  readonly landscape?: boolean;
  /** Drawn smaller until it fits one page, or is as small as can be read. */
  readonly onePage?: boolean;
}

/** A file being saved: what lay there before stays until `finish`, and after `abandon` nothing of it is left. */
export interface SavingInPieces {
  /** Resolves when the piece is written. */
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  finish(): Promise<{ readonly path: string }>;
  abandon(): Promise<void>;
}

/** What the engine asks of the process that owns windows and the operating system. In a test it is a few functions. */
export interface OsPort {
  /** Prints a self-contained page to PDF (A4, tagged where the runtime can). Rejects with a sentence when it cannot. */
  print(html: string, title: string, dress?: PageDress): Promise<Uint8Array>;
  /** Asks the person where to save and writes there; an empty path means they cancelled. Rejects with a sentence when writing failed. */
  save(suggestedName: string, bytes: Uint8Array): Promise<{ readonly path: string }>;
  /** Asks the person where to save a file that comes in pieces; null means they cancelled. Everything rejects with a sentence when it cannot. */
  saveInPieces(suggestedName: string, size: number): Promise<SavingInPieces | null>;
  /** Asks the person for a folder; an empty path means they cancelled. Rejects with a sentence when it may not be used. */
  chooseFolder(title: string): Promise<{ readonly path: string }>;
  /** The vault was opened, or the workstation's settings changed. */
  opened(settings: { readonly idleLockMinutes: number; readonly contentProtection: boolean }): void;
  /** Everything is stored and closed; the process may end. */
  locked(why: string): void;
}
