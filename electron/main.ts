import { app } from 'electron';
import { join } from 'node:path';
import { settleProfile } from '#electron/os/profile.ts';
import { osText } from '#electron/os/text.ts';
import { claimAppScheme } from '#electron/window/app-scheme.ts';
import { openShell } from '#electron/window/shell.ts';

/** The development server's address, in a build made for developing only; a packaged application never listens to it. */
const devServer = app.isPackaged ? null : (process.env['CORDON_DEV_SERVER'] ?? null);
const dist = join(__dirname, '..');

const places = settleProfile(app, devServer === null ? null : new URL(devServer).hostname);

if (app.requestSingleInstanceLock()) {
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
} else {
  process.stderr.write(`${osText.alreadyOpen}\n`);
  app.exit(0);
}
