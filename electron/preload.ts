import { ipcRenderer } from 'electron';
import {
  APPEARANCE_ANNOUNCEMENT,
  APPEARANCES,
  ENGINE_STOPPED_ANNOUNCEMENT,
  OPENED_PARAMETER,
  PAGE_ORIGIN,
  PORT_ANNOUNCEMENT,
} from '#shared/contracts/bridge/announcements.ts';
import { PAGE_CHANNELS } from '#electron/window/page-channels.ts';

/*
 * Hands the page its line to the engine and nothing else: no function, no object of ours is within the page's reach.
 * A port cannot cross the context bridge, so it goes by a message the window posts to itself.
 */
if (window.location.origin === PAGE_ORIGIN && window.top === window) {
  // What belongs to this one page outlives a lock, because no call of the main process reaches it; only after a crash is it wanted again.
  const opened = new URLSearchParams(window.location.search).get(OPENED_PARAMETER);
  if (opened !== null && opened !== 'window-crash') window.sessionStorage.clear();

  const pageListens = new Promise<void>((resolve) => {
    // The page's scripts are modules: all of them have run when this event comes.
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
    else resolve();
  });
  ipcRenderer.on(PAGE_CHANNELS.port, (event) => {
    const ports = [...event.ports];
    void pageListens.then(() => window.postMessage(PORT_ANNOUNCEMENT, PAGE_ORIGIN, ports));
  });
  ipcRenderer.on(PAGE_CHANNELS.engineStopped, () => {
    void pageListens.then(() => window.postMessage(ENGINE_STOPPED_ANNOUNCEMENT, PAGE_ORIGIN));
  });
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== window || typeof event.data !== 'object' || event.data === null) return;
    const told = event.data as { readonly t?: unknown; readonly appearance?: unknown };
    if (told.t === APPEARANCE_ANNOUNCEMENT)
      ipcRenderer.send(PAGE_CHANNELS.appearance, APPEARANCES.find((one) => one === told.appearance) ?? 'system');
  });
  ipcRenderer.send(PAGE_CHANNELS.wantsPort);
}
