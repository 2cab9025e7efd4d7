import { BrowserWindow, nativeTheme, screen, type Session } from 'electron';
import type { Appearance } from '#shared/contracts/bridge/announcements.ts';
import { closeContents } from './closed-contents.ts';
import { offerEditMenu } from './menu.ts';
import { placeToOpenAt, rememberedPlace, rememberPlace, SMALLEST } from './window-place.ts';

interface WindowSettings {
  readonly session: Session;
  readonly preload: string;
  readonly placeFile: string;
  readonly developing: boolean;
}

/** The one window and how the person has it drawn. */
export interface MainWindow {
  readonly window: BrowserWindow;
  appearance(): Appearance;
  choose(appearance: Appearance): void;
}

const BACKGROUND = { light: '#f7f6f3', dark: '#17191b' } as const;
const TITLE = 'Cordon';
const SETTLED_MS = 500;

/** The operating system's dialogues, and the ground before the page is drawn, follow what was chosen for the page. */
function drawAs(appearance: Appearance): void {
  nativeTheme.themeSource = appearance === 'light' || appearance === 'dark' ? appearance : 'system';
}

/** Opens the one window: sandboxed, isolated, without developer tools when packaged, where it stood last time. It shows nothing yet. */
export function openMainWindow(settings: WindowSettings): MainWindow {
  const place = placeToOpenAt(
    rememberedPlace(settings.placeFile),
    screen.getAllDisplays().map((display) => display.workArea),
  );
  let appearance = place.appearance;
  drawAs(appearance);
  const window = new BrowserWindow({
    x: place.x,
    y: place.y,
    width: place.width,
    height: place.height,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: TITLE,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: {
      session: settings.session,
      preload: settings.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: settings.developing,
      zoomFactor: place.zoom,
    },
  });
  closeContents(window.webContents);
  offerEditMenu(window);
  // The title is seen in task lists and by screen recorders: it never says what is on the page.
  window.on('page-title-updated', (event) => event.preventDefault());
  window.once('ready-to-show', () => {
    if (place.maximised) window.maximize();
    window.show();
  });

  let timer: NodeJS.Timeout | undefined;
  const remember = (): void => {
    clearTimeout(timer);
    if (window.isDestroyed()) return;
    rememberPlace(settings.placeFile, {
      ...window.getNormalBounds(),
      maximised: window.isMaximized(),
      zoom: window.webContents.getZoomFactor(),
      appearance,
    });
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(remember, SETTLED_MS);
  };
  for (const change of ['resize', 'move', 'maximize', 'unmaximize'] as const) window.on(change as 'resize', soon);
  window.on('close', remember);
  return {
    window,
    appearance: () => appearance,
    choose(chosen) {
      appearance = chosen;
      drawAs(chosen);
      remember();
    },
  };
}
