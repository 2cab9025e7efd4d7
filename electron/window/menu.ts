import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import { osText } from '#electron/os/text.ts';
import { ZOOM } from './window-place.ts';

interface MenuActs {
  readonly window: () => BrowserWindow | null;
  readonly lock: () => void;
  /** Reloading and the developer tools exist while developing only. */
  readonly developing: boolean;
}

const text = osText.menu;

function zoomTo(window: BrowserWindow | null, factor: number): void {
  window?.webContents.setZoomFactor(Math.min(ZOOM.most, Math.max(ZOOM.least, factor)));
  window?.emit('resize');
}

/** The application's menu: what a person may do with text and with the window, and nothing that opens the works. */
export function setMenu(acts: MenuActs): void {
  const zoom = (change: (factor: number) => number) => () => {
    const window = acts.window();
    if (window) zoomTo(window, change(window.webContents.getZoomFactor()));
  };
  const larger = zoom((factor) => factor * ZOOM.step);
  const smaller = zoom((factor) => factor / ZOOM.step);
  // A second key for the same act, not shown twice.
  const alsoBy = (accelerator: string, click: () => void): MenuItemConstructorOptions => ({
    label: '',
    accelerator,
    click,
    visible: false,
    acceleratorWorksWhenHidden: true,
  });

  const menu: MenuItemConstructorOptions[] = [
    { label: text.file, submenu: [{ label: text.lock, click: acts.lock }, { type: 'separator' }, { label: text.quit, role: 'quit' }] },
    {
      label: text.edit,
      submenu: [
        { label: text.undo, role: 'undo' },
        { label: text.redo, role: 'redo' },
        { type: 'separator' },
        { label: text.cut, role: 'cut' },
        { label: text.copy, role: 'copy' },
        { label: text.paste, role: 'paste' },
        { label: text.pastePlain, role: 'pasteAndMatchStyle' },
        { label: text.selectAll, role: 'selectAll' },
      ],
    },
    {
      label: text.view,
      submenu: [
        { label: text.larger, accelerator: 'CommandOrControl+Plus', click: larger },
        alsoBy('CommandOrControl+=', larger),
        alsoBy('CommandOrControl+numadd', larger),
        { label: text.smaller, accelerator: 'CommandOrControl+-', click: smaller },
        alsoBy('CommandOrControl+numsub', smaller),
        { label: text.usualSize, accelerator: 'CommandOrControl+0', click: zoom(() => 1) },
        alsoBy(
          'CommandOrControl+num0',
          zoom(() => 1),
        ),
        { type: 'separator' },
        { label: text.fullScreen, role: 'togglefullscreen' },
      ],
    },
    { label: text.window, submenu: [{ label: text.minimise, role: 'minimize' }] },
  ];
  if (acts.developing) {
    menu.push({
      label: text.developer,
      submenu: [
        { label: text.reload, role: 'reload' },
        { label: text.tools, role: 'toggleDevTools' },
      ],
    });
  }
  Menu.setApplicationMenu(Menu.buildFromTemplate(menu));
}

/** Cut, copy and paste under the right mouse button, where there is something to cut, copy or paste into. */
export function offerEditMenu(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, at) => {
    const items: MenuItemConstructorOptions[] = [];
    if (at.isEditable) items.push({ label: text.cut, role: 'cut', enabled: at.editFlags.canCut });
    if (at.isEditable || at.selectionText !== '') items.push({ label: text.copy, role: 'copy', enabled: at.editFlags.canCopy });
    if (at.isEditable)
      items.push({ label: text.paste, role: 'paste', enabled: at.editFlags.canPaste }, { label: text.selectAll, role: 'selectAll' });
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window });
  });
}
