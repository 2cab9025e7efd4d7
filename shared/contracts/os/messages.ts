/** Between the engine (a utility process) and the main process, which owns windows, dialogues and the operating system. */

export type MainToEngine =
  /** Carries one end of the window's MessagePort. */
  | { readonly t: 'window-port' }
  | { readonly t: 'lock'; readonly why: 'by-hand' | 'idle' | 'screen-lock' | 'suspend' | 'quit' }
  | { readonly t: 'printed'; readonly id: number; readonly bytes: Uint8Array | null; readonly trouble: string }
  | { readonly t: 'saved'; readonly id: number; readonly path: string; readonly trouble: string };

export type EngineToMain =
  | { readonly t: 'ready' }
  | { readonly t: 'opened'; readonly idleLockMinutes: number; readonly contentProtection: boolean }
  /** All typing is stored and every handle closed; the process ends now and asks for the window to be reloaded. */
  | { readonly t: 'locked'; readonly why: string }
  /** Print this self-contained page to PDF, A4, with tags where the runtime can. */
  | { readonly t: 'print'; readonly id: number; readonly html: string; readonly title: string }
  /** Ask the person where to save and write the bytes there; an empty path means they cancelled. */
  | { readonly t: 'save'; readonly id: number; readonly suggestedName: string; readonly bytes: Uint8Array };
