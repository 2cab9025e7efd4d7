import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Cordon, expect, screens } from './harness/cordon.ts';
import type { Look } from './harness/open-cordon.ts';

/** Width and height of the window, and how large the writing is. */
const SIZES = {
  '1366x768': [1366, 768, 1],
  '1920x1080': [1920, 1080, 1],
  '3840x2160': [3840, 2160, 1],
  zoom200: [1366, 768, 2],
} as const;
const LOOKS: readonly Look[] = ['light', 'dark', 'contrast'];

/**
 * Draws the page as it stands on the small, the office and the wall screen and with writing twice as large, each in three looks, and writes
 * `test/e2e/screens/<name>-<size>-<look>.png`. Fails when it is wider than the screen, or on a serious breach of accessibility in light or dark.
 */
export async function inEverySizeAndLook(cordon: Cordon, name: string): Promise<void> {
  for (const [size, [width, height, zoom]] of Object.entries(SIZES)) {
    await resize(cordon, width, height, zoom);
    for (const look of LOOKS) {
      await cordon.look(look);
      if (zoom === 1) await cordon.screenshot(`${name}-${size}-${look}`);
      else await photograph(cordon, `${name}-${size}-${look}`);
      const overflow = await cordon.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, `${name} at ${size} is wider than the screen`).toBeLessThanOrEqual(0);
    }
  }
  await resize(cordon, 1366, 768, 1);
  for (const look of ['dark', 'light'] as const) {
    await cordon.look(look);
    await cordon.expectAccessible();
  }
}

async function resize({ app, page }: Cordon, width: number, height: number, zoom: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, wanted) => {
      const window = BrowserWindow.getAllWindows()[0];
      window?.webContents.setZoomFactor(wanted.zoom);
      window?.setContentSize(wanted.width, wanted.height);
    },
    { width, height, zoom },
  );
  await expect.poll(async () => Math.abs((await page.evaluate(() => window.innerWidth)) - width / zoom)).toBeLessThanOrEqual(2);
}

/** Playwright's own screenshot mistakes the size of a zoomed page, so the window itself is asked, once it has drawn the page anew. */
async function photograph({ app, page }: Cordon, name: string): Promise<void> {
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  const picture = await app.evaluate(
    async ({ BrowserWindow }) => (await BrowserWindow.getAllWindows()[0]?.webContents.capturePage())?.toPNG().toString('base64') ?? '',
  );
  await mkdir(screens, { recursive: true });
  await writeFile(join(screens, `${name}.png`), Buffer.from(picture, 'base64'));
}
