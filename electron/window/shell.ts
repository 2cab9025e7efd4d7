import { app, BrowserWindow, dialog, ipcMain, MessageChannelMain, session as sessions } from 'electron';
import { assertNever } from '#shared/base/assert-never.ts';
import {
  APPEARANCE_PARAMETER,
  APPEARANCES,
  OPENED_PARAMETER,
  type OpenedBecause,
  PAGE_ORIGIN,
} from '#shared/contracts/bridge/announcements.ts';
import { type EngineToMain, LOCK_REASONS, type LockReason } from '#shared/contracts/os/messages.ts';
import { type EngineProcess, startEngineProcess } from '#electron/os/engine-process.ts';
import { askKeychain } from '#electron/os/keychain.ts';
import { printToPdf } from '#electron/os/printing.ts';
import type { Places } from '#electron/os/profile.ts';
import { restartAllowance } from '#electron/os/restart-allowance.ts';
import { chooseFolder, saveWherePersonChooses } from '#electron/os/saving.ts';
import { type Savings, savingsOf } from '#electron/os/savings.ts';
import { osText } from '#electron/os/text.ts';
import { watchForLeaving } from '#electron/os/watch-for-leaving.ts';
import { EMPTY_PAGE, type PageSource, serveApp, socketOf } from './app-scheme.ts';
import { closeSession } from './closed-session.ts';
import { openMainWindow } from './main-window.ts';
import { setMenu } from './menu.ts';
import { PAGE_CHANNELS } from './page-channels.ts';
import { isOurPage } from './sender.ts';

export interface ShellSettings {
  readonly places: Places;
  readonly developing: boolean;
  readonly page: PageSource;
  readonly preloadFile: string;
  readonly engineFile: string;
}

const RESTARTS = 5;
const RESTARTS_WITHIN_MS = 60_000;

/** How long a locked page may still be shown while the engine stores what was typed last. */
const LONGEST_SHOWN_MS = 1000;

const passed = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

const reasonOf = (why: string): LockReason => LOCK_REASONS.find((reason) => reason === why) ?? 'by-hand';

/** Brings up the window and the engine and keeps both going until the person quits. The application must be ready. */
export function openShell(settings: ShellSettings): void {
  const session = sessions.fromPartition('cordon', { cache: false });
  const allowed = [`${PAGE_ORIGIN}/`, EMPTY_PAGE];
  if (settings.developing) allowed.push('devtools://');
  if (settings.page.from === 'server') allowed.push(socketOf(settings.page.address));
  closeSession(session, allowed);
  if (settings.page.from === 'folder') closeSession(sessions.defaultSession, []);
  serveApp(session, settings.page);

  const { window, appearance, choose } = openMainWindow({
    session,
    preload: settings.preloadFile,
    placeFile: settings.places.windowPlace,
    developing: settings.developing,
  });
  const contents = window.webContents;
  const engineRestarts = restartAllowance(RESTARTS, RESTARTS_WITHIN_MS);
  const pageRestarts = restartAllowance(RESTARTS, RESTARTS_WITHIN_MS);
  let engine: EngineProcess = startEngine();
  let open = false;
  let pageWaits = false;
  let locking: Promise<void> | null = null;
  let quitting: 'no' | 'closing' | 'now' = 'no';

  function pageAddress(because: OpenedBecause | null): string {
    const address = new URL(`${PAGE_ORIGIN}/`);
    if (appearance() !== 'system') address.searchParams.set(APPEARANCE_PARAMETER, appearance());
    if (because !== null) address.searchParams.set(OPENED_PARAMETER, because);
    return address.href;
  }

  function startEngine(): EngineProcess {
    const savings = savingsOf(window, {
      folder: app.getPath('documents'),
      profile: settings.places.profile,
      stillWanted: () => started === engine && open,
    });
    const started: EngineProcess = startEngineProcess(settings.engineFile, settings.places.vault, {
      onReady: () => {
        if (started === engine && pageWaits) connectPage();
      },
      onMessage: (message) => {
        if (started === engine) hear(started, savings, message);
      },
      onEnd: (wasAsked) => {
        savings.abandonAll();
        if (started === engine && !wasAsked && quitting === 'no') recoverEngine();
      },
    });
    return started;
  }

  function connectPage(): void {
    pageWaits = false;
    const { port1, port2 } = new MessageChannelMain();
    engine.send({ t: 'window-port' }, [port1]);
    contents.postMessage(PAGE_CHANNELS.port, null, [port2]);
  }

  function hear(from: EngineProcess, savings: Savings, message: Exclude<EngineToMain, { t: 'ready' }>): void {
    switch (message.t) {
      case 'opened':
        open = true;
        window.setContentProtection(message.contentProtection);
        leaving.setIdleLimit(message.idleLockMinutes);
        return;
      case 'locked':
        if (quitting === 'no') void leave(reasonOf(message.why));
        return;
      case 'print':
        void printToPdf(message).then((printed) => from.send({ t: 'printed', id: message.id, ...printed }));
        return;
      case 'keychain':
        from.send({ t: 'keychain-answered', id: message.id, ...askKeychain(message) });
        return;
      case 'save':
        void saveWherePersonChooses(window, {
          suggestedName: message.suggestedName,
          bytes: message.bytes,
          folder: app.getPath('documents'),
          profile: settings.places.profile,
          stillWanted: () => from === engine && open,
        }).then((saved) => from.send({ t: 'saved', id: message.id, ...saved }));
        return;
      case 'begin-saving':
      case 'save-piece':
      case 'end-saving':
        void savings.answer(message).then((answer) => from.send(answer));
        return;
      case 'choose-folder':
        void chooseFolder(window, {
          title: message.title,
          profile: settings.places.profile,
          stillWanted: () => from === engine,
        }).then((chosen) => from.send({ t: 'folder-chosen', id: message.id, ...chosen }));
        return;
      default:
        assertNever(message);
    }
  }

  /** Locks, whatever the reason: the engine ends, the page and its process are emptied, and both begin anew. */
  function leave(why: LockReason): Promise<void> {
    locking ??= emptyEverything(why).finally(() => {
      locking = null;
    });
    return locking;
  }

  async function emptyEverything(why: LockReason): Promise<void> {
    open = false;
    pageWaits = false;
    leaving.setIdleLimit(null);
    const ended = engine.end(why);
    const begunAnew = ended.then(() => {
      if (quitting === 'no') engine = startEngine();
    });
    // The page stays while the engine takes what was typed last, but an engine that hangs must not keep content on the screen.
    await Promise.race([ended, passed(LONGEST_SHOWN_MS)]);
    for (const other of BrowserWindow.getAllWindows()) if (other !== window) other.destroy();
    await show(EMPTY_PAGE);
    await forgetPage();
    await begunAnew;
    if (quitting !== 'no') return;
    await show(pageAddress(why === 'quit' ? null : why));
    forgetWay();
  }

  async function forgetPage(): Promise<void> {
    await session.clearStorageData();
    await session.clearCache();
    await session.clearAuthCache();
  }

  function forgetWay(): void {
    // Renamed after Electron 25; the old one is gone from the types first.
    const old = contents as unknown as { clearHistory?: () => void; navigationHistory?: { clear(): void } };
    if (old.navigationHistory) old.navigationHistory.clear();
    else old.clearHistory?.();
  }

  async function show(address: string): Promise<void> {
    if (window.isDestroyed()) return;
    try {
      await contents.loadURL(address);
    } catch {
      // Overtaken by a newer address, or the page crashed while loading, which has its own answer below.
    }
  }

  function recoverEngine(): void {
    open = false;
    leaving.setIdleLimit(null);
    if (!window.isDestroyed()) contents.send(PAGE_CHANNELS.engineStopped);
    pageWaits = true;
    if (engineRestarts.take(Date.now())) engine = startEngine();
    else
      askWhetherToTryAgain(osText.engine.keepsStoppingDetail, () => {
        engineRestarts.renew();
        engine = startEngine();
      });
  }

  function askWhetherToTryAgain(detail: string, tryAgain: () => void): void {
    const { keepsStopping, tryAgain: again, quit } = osText.engine;
    void dialog
      .showMessageBox(window, {
        type: 'error',
        message: keepsStopping,
        detail,
        buttons: [again, quit],
        defaultId: 0,
        cancelId: 1,
        noLink: true,
      })
      .then(({ response }) => {
        if (response === 0) tryAgain();
        else app.quit();
      });
  }

  const leaving = watchForLeaving((why) => {
    if (open) void leave(why);
  });

  ipcMain.on(PAGE_CHANNELS.wantsPort, (event) => {
    if (!isOurPage({ id: event.sender.id, frame: event.senderFrame }, contents)) return;
    pageWaits = true;
    if (engine.isReady()) connectPage();
  });

  ipcMain.on(PAGE_CHANNELS.appearance, (event, wanted: unknown) => {
    const chosen = APPEARANCES.find((one) => one === wanted);
    if (chosen !== undefined && isOurPage({ id: event.sender.id, frame: event.senderFrame }, contents)) choose(chosen);
  });

  contents.on('render-process-gone', () => {
    if (quitting !== 'no' || locking) return;
    const reload = (): void => void show(pageAddress('window-crash'));
    if (pageRestarts.take(Date.now())) reload();
    else
      askWhetherToTryAgain(osText.page.keepsStoppingDetail, () => {
        pageRestarts.renew();
        reload();
      });
  });

  // An empty address asks nobody before it is shown, so it is undone afterwards; every other way out is closed beforehand.
  contents.on('did-navigate', (_event, url) => {
    if (!url.startsWith(`${PAGE_ORIGIN}/`) && url !== EMPTY_PAGE) void show(pageAddress('window-crash'));
  });

  window.on('unresponsive', () => {
    const { hangs, hangsDetail, wait, showAgain } = osText.page;
    void dialog
      .showMessageBox(window, {
        type: 'warning',
        message: hangs,
        detail: hangsDetail,
        buttons: [wait, showAgain],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      })
      .then(({ response }) => {
        // Ends the process that hangs; the rest is the answer to a crash.
        if (response === 1) contents.forcefullyCrashRenderer();
      });
  });

  window.on('close', (event) => {
    if (quitting === 'now') return;
    event.preventDefault();
    app.quit();
  });

  app.on('before-quit', (event) => {
    if (quitting === 'now') return;
    event.preventDefault();
    if (quitting === 'closing') return;
    quitting = 'closing';
    void (locking ?? Promise.resolve())
      .then(() => engine.end('quit'))
      .then(forgetPage)
      .finally(() => {
        quitting = 'now';
        app.quit();
      });
  });

  app.on('window-all-closed', () => app.quit());
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });

  setMenu({
    window: () => (window.isDestroyed() ? null : window),
    lock: () => {
      if (open) void leave('by-hand');
    },
    developing: settings.developing,
  });
  void show(pageAddress(null));
}
