/** What the page's preload posts to the page together with the port: this string is the message's whole `data`. */
export const PORT_ANNOUNCEMENT = 'cordon:port';

/** Posted to the page, without a port, when the engine ended unasked; a new port follows when the next engine is ready. */
export const ENGINE_STOPPED_ANNOUNCEMENT = 'cordon:engine-stopped';

/** The address parameter that says why the page was opened: `app://cordon/?opened=idle`. Absent at the first start. */
export const OPENED_PARAMETER = 'opened';
/** Values of the address parameter: a lock and its reason, or the page itself having crashed. */
export const OPENED_BECAUSE = ['by-hand', 'idle', 'screen-lock', 'suspend', 'erased', 'restored', 'window-crash'] as const;
export type OpenedBecause = (typeof OPENED_BECAUSE)[number];

/** Where the page lives. */
export const PAGE_ORIGIN = 'app://cordon';

/** How a person may have the window drawn; `system` follows the operating system. It belongs to the workstation and says nothing of its content. */
export const APPEARANCES = ['system', 'light', 'dark', 'contrast'] as const;
export type Appearance = (typeof APPEARANCES)[number];

/** The page posts `{ t: APPEARANCE_ANNOUNCEMENT, appearance }` to itself when one was chosen; the preload hands it on to be remembered. */
export const APPEARANCE_ANNOUNCEMENT = 'cordon:appearance';

/** The address parameter that tells the page what was chosen before: `app://cordon/?appearance=dark`. Absent for `system`. */
export const APPEARANCE_PARAMETER = 'appearance';
