import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Cordon, expect, test } from './harness/cordon.ts';

const bounds = ({ app }: Cordon) => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());
const zoom = ({ app }: Cordon) => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor() ?? 0);
const scheme = ({ page }: Cordon) => page.evaluate(() => document.documentElement.dataset['mantineColorScheme']);

/** Chooses an item of the application's menu by its label without the mnemonic. */
const chooseFromMenu = ({ app }: Cordon, label: string) =>
  app.evaluate(({ Menu }, wanted) => {
    const item = (Menu.getApplicationMenu()?.items ?? [])
      .flatMap((menu) => menu.submenu?.items ?? [])
      .find((one) => one.label.replace('&', '') === wanted);
    if (item === undefined) throw new Error(`There is no ${wanted} in the menu.`);
    item.click();
  }, label);

test('the window comes back where it was, with its writing as large and its look as chosen, and the file that says so holds nothing else', async ({
  cordon,
}) => {
  await cordon.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    window?.unmaximize();
    window?.setBounds({ x: 40, y: 30, width: 1200, height: 760 });
  });
  for (let times = 0; times < 3; times += 1) await chooseFromMenu(cordon, 'Larger');
  await cordon.page.getByLabel('Look').selectOption({ label: 'Dark' });
  await expect.poll(() => scheme(cordon)).toBe('dark');
  await expect.poll(() => zoom(cordon)).toBeCloseTo(1.331, 3);
  const before = await bounds(cordon);
  await cordon.quit();

  const kept = JSON.parse(await readFile(join(cordon.folders.profile, 'window-place.json'), 'utf8')) as Record<string, unknown>;
  expect(Object.keys(kept).sort()).toEqual(['appearance', 'height', 'maximised', 'width', 'x', 'y', 'zoom']);

  await cordon.start();
  expect(await bounds(cordon)).toEqual(before);
  expect(await zoom(cordon)).toBeCloseTo(1.331, 3);
  expect(await scheme(cordon)).toBe('dark');
  await chooseFromMenu(cordon, 'Usual size');
  await expect.poll(() => zoom(cordon)).toBe(1);
});

test('the window is never made smaller than its contents need', async ({ cordon }) => {
  expect(await cordon.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getMinimumSize())).toEqual([1024, 700]);
});

test.describe('with somebody signed in', () => {
  test.use({ startWith: 'sample-force' });

  test('locking keeps the chosen look, and the menu can lock too', async ({ cordon }) => {
    const { page } = cordon;
    await page.getByLabel('Look').selectOption({ label: 'Dark' });
    await page.getByRole('region', { name: 'People of the sample force' }).getByRole('button').first().click();
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page.getByRole('contentinfo').getByRole('button', { name: /^Lock/ })).toBeVisible();
    await chooseFromMenu(cordon, 'Lock');
    await page.waitForURL('app://cordon/?appearance=dark&opened=by-hand');
    await expect(page.getByText('Locked.', { exact: true })).toBeVisible();
    expect(await scheme(cordon)).toBe('dark');
  });

  test('an administrator switches the protection from screen captures off and on in the window; it takes hold at once and at every later sign-in', async ({
    cordon,
  }) => {
    let asked = await watchProtection(cordon);
    const signIn = async (name: string): Promise<void> => {
      const { page } = cordon;
      await page.getByRole('region', { name: 'People of the sample force' }).getByRole('button', { name }).click();
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await expect(page.getByRole('contentinfo').getByRole('button', { name: /^Lock/ })).toBeVisible();
    };
    const openSettings = async (): Promise<void> => {
      const sections = cordon.page.getByRole('navigation', { name: 'Sections' });
      await sections.getByRole('link', { name: 'Force' }).click();
      await cordon.page.getByRole('link', { name: 'Workstation', exact: true }).click();
    };
    const setTo = async (on: boolean): Promise<void> => {
      const box = cordon.page.getByRole('checkbox', { name: 'Keep windows out of screen captures' });
      await box.setChecked(on);
      await cordon.page.getByRole('button', { name: 'Save the settings' }).click();
      await expect(cordon.page.getByText('Settings saved').first()).toBeVisible();
    };

    await signIn('Neil Braithwaite');
    await expect.poll(() => asked.jsonValue()).toEqual([true]);
    await openSettings();
    await setTo(false);
    await expect.poll(() => asked.jsonValue()).toEqual([true, false]);
    await cordon.quit();
    await cordon.start();

    asked = await watchProtection(cordon);
    await signIn('Janet Holroyd');
    await expect.poll(() => asked.jsonValue()).toEqual([false]);
    await openSettings();
    await expect(cordon.page.getByRole('checkbox', { name: 'Keep windows out of screen captures' })).toHaveCount(0);
    await cordon.page.getByRole('contentinfo').getByRole('button', { name: /^Lock/ }).click();
    await signIn('Neil Braithwaite');
    await openSettings();
    await setTo(true);
    await expect.poll(() => asked.jsonValue()).toEqual([false, false, true]);
  });
});

/** What the window is asked to be from now on: protected from screen captures or not. */
function watchProtection({ app }: Cordon) {
  return app.evaluateHandle(({ BrowserWindow }) => {
    const seen: boolean[] = [];
    const window = BrowserWindow.getAllWindows()[0];
    const set = window?.setContentProtection.bind(window);
    if (window && set)
      window.setContentProtection = (on) => {
        seen.push(on);
        set(on);
      };
    return seen;
  });
}
