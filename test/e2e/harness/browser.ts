import { join } from 'node:path';
import { _electron, type Page } from '@playwright/test';
import { root } from '#build/bundles.ts';
import { findElectronRuntime } from '#build/scripts/electron-runtime.ts';
import { isLinuxRoot } from '#build/scripts/run-on-display.ts';

/** A browser window that knows nothing of Cordon and reaches no network, with one page opened from its file. */
export interface Browser {
  readonly page: Page;
  close(): Promise<void>;
}

/** Opens a saved HTML page as whoever was given it would. `profile` is a folder for the browser's own files. */
export async function openInBrowser(file: string, profile: string): Promise<Browser> {
  const { executable } = await findElectronRuntime();
  const app = await _electron.launch({
    executablePath: executable,
    args: [
      join(root, 'test/e2e/fixtures/open-page.cjs'),
      file,
      '--log-level=3',
      ...(isLinuxRoot ? ['--no-sandbox'] : []),
      `--user-data-dir=${profile}`,
    ],
  });
  return { page: await app.firstWindow(), close: () => app.close() };
}
