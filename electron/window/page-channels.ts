/** The messages between the main process and the page's preload. None carries content. */
export const PAGE_CHANNELS = {
  /** Preload to main: the page is there and wants a line to the engine. */
  wantsPort: 'cordon:wants-port',
  /** Preload to main: the person chose how the window is drawn. */
  appearance: 'cordon:appearance',
  /** Main to preload, with one end of a MessageChannel. */
  port: 'cordon:port',
  /** Main to preload: the engine ended unasked; another one is being started. */
  engineStopped: 'cordon:engine-stopped',
} as const;
