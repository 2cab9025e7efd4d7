import { app, dialog } from 'electron';
import { join } from 'node:path';
import { settleProfile } from '#electron/os/profile.ts';
import { refusedSwitch } from '#electron/os/refused-switches.ts';
import { osText } from '#electron/os/text.ts';
import { claimAppScheme } from '#electron/window/app-scheme.ts';
import { openShell } from '#electron/window/shell.ts';

/** The development server's address, in a build made for developing only; a packaged application never listens to it. */
const devServer = app.isPackaged ? null : (process.env['CORDON_DEV_SERVER'] ?? null);
const dist = join(__dirname, '..');

const refused = refusedSwitch(app.isPackaged, (name) => app.commandLine.hasSwitch(name));

if (refused === '') start();
else {
  // Nothing of the profile has been touched, and nobody has been asked for a pass phrase.
  process.stderr.write(`${osText.switches.refused(refused)}\n`);
  if (process.platform !== 'linux') dialog.showErrorBox(osText.switches.title, osText.switches.refused(refused));
  app.exit(1);
}

function start(): void {
  const places = settleProfile(app, devServer === null ? null : new URL(devServer).hostname);
  if (!app.requestSingleInstanceLock()) {
    process.stderr.write(`${osText.alreadyOpen}\n`);
    app.exit(0);
    return;
  }
  claimAppScheme();
  void app.whenReady().then(() =>
    openShell({
      places,
      developing: !app.isPackaged,
      page: devServer === null ? { from: 'folder', folder: join(dist, 'renderer') } : { from: 'server', address: devServer },
      preloadFile: join(dist, 'preload', 'preload.cjs'),
      engineFile: join(dist, 'engine', 'engine.cjs'),
    }),
  );
}
