import { z } from 'zod';

/**
 * Between the engine (a utility process) and the main process, which owns windows, dialogues and the operating system.
 * The engine is started with the vault's folder as an argument: `--vault=<absolute folder>`.
 */
export const VAULT_ARGUMENT = '--vault=';

/** Why a vault is locked. */
export const LOCK_REASONS = ['by-hand', 'idle', 'screen-lock', 'suspend', 'quit', 'erased', 'restored'] as const;
export type LockReason = (typeof LOCK_REASONS)[number];

export type MainToEngine =
  /** Carries one end of the window's MessagePort. */
  | { readonly t: 'window-port' }
  | { readonly t: 'lock'; readonly why: LockReason }
  | { readonly t: 'printed'; readonly id: number; readonly bytes: Uint8Array | null; readonly trouble: string }
  | { readonly t: 'folder-chosen'; readonly id: number; readonly path: string; readonly trouble: string }
  /** `data` is base64; empty with a sentence in `trouble` when the keychain could not or would not. */
  | { readonly t: 'keychain-answered'; readonly id: number; readonly data: string; readonly trouble: string }
  | { readonly t: 'saved'; readonly id: number; readonly path: string; readonly trouble: string }
  /** `saving` is 0 when the person cancelled or there is trouble. */
  | { readonly t: 'saving-begun'; readonly id: number; readonly saving: number; readonly trouble: string }
  | { readonly t: 'piece-saved'; readonly id: number; readonly trouble: string };

const requestId = z.int().min(0).max(Number.MAX_SAFE_INTEGER);
const millimetres = z.number().min(0).max(100);

/** What the main process takes from the engine; anything else is dropped. */
export const engineToMainShape = z.discriminatedUnion('t', [
  z.strictObject({ t: z.literal('ready') }),
  z.strictObject({
    t: z.literal('opened'),
    idleLockMinutes: z
      .number()
      .min(0)
      .max(24 * 60),
    contentProtection: z.boolean(),
  }),
  /** All typing is stored and every handle closed; the process ends now and asks for the window to be reloaded. */
  z.strictObject({ t: z.literal('locked'), why: z.string().max(400) }),
  /**
   * Print this self-contained page to PDF, A4, with tags where the runtime can. `headerHtml` and `footerHtml` repeat on every page
   * (Chromium's templates: elements of class pageNumber and totalPages are filled, every text needs its own font size);
   * `margins` are in millimetres and leave room for them.
   */
  z.strictObject({
    t: z.literal('print'),
    id: requestId,
    html: z.string().max(200_000_000),
    title: z.string().max(400),
    headerHtml: z.string().max(100_000).optional(),
    footerHtml: z.string().max(100_000).optional(),
    margins: z.strictObject({ top: millimetres, right: millimetres, bottom: millimetres, left: millimetres }).optional(),
    landscape: z.boolean().optional(),
    /** Drawn smaller until it fits one page, or is as small as can be read; whether it did is counted in the pages that come back. */
    onePage: z.boolean().optional(),
  }),
  /** Ask the person for a folder; an empty path means they cancelled. */
  z.strictObject({ t: z.literal('choose-folder'), id: requestId, title: z.string().max(200) }),
  /** Ask the operating system's keychain whether it can be relied on, to seal a small secret, or to give one back; `data` is base64. */
  z.strictObject({ t: z.literal('keychain'), id: requestId, does: z.enum(['look', 'protect', 'reveal']), data: z.string().max(8192) }),
  /** Ask the person where to save and write the bytes there; an empty path means they cancelled. */
  z.strictObject({ t: z.literal('save'), id: requestId, suggestedName: z.string().max(400), bytes: z.instanceof(Uint8Array) }),
  /** The same for a file that comes in pieces: where to, then each piece, then its end. What lay there before stays until it ends whole. */
  z.strictObject({
    t: z.literal('begin-saving'),
    id: requestId,
    suggestedName: z.string().max(400),
    size: z.int().min(0).max(Number.MAX_SAFE_INTEGER),
  }),
  z.strictObject({ t: z.literal('save-piece'), id: requestId, saving: requestId, bytes: z.instanceof(Uint8Array) }),
  z.strictObject({ t: z.literal('end-saving'), id: requestId, saving: requestId, whole: z.boolean() }),
]);
export type EngineToMain = z.output<typeof engineToMainShape>;
