import { readdirSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserWindow as OneWindow } from 'electron';
import type { ElectronApplication, Page } from '@playwright/test';
import { SAMPLE_PASS_PHRASE } from '#shared/sample-force/people.ts';
import { unlock } from '#electron/engine/vault/header.ts';
import { HEADER_FILE_NAME } from '#electron/engine/vault/header-format.ts';
import { type Cordon, expect, test } from './harness/cordon.ts';
import { canReadMemory, memoryHolds, memoryHoldsBytes } from './harness/memory.ts';
import { isAlive, processesOf } from './harness/running-app.ts';

const TYPED = 'Larkspur meets the source at Quay Street';

test.use({ startWith: 'sample-force' });

async function signIn(page: Page): Promise<void> {
  await page.getByRole('region', { name: 'People of the sample force' }).getByRole('button').first().click();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(lockButton(page)).toBeVisible();
}

const lockButton = (page: Page) => page.getByRole('contentinfo').getByRole('button', { name: /^Lock/ });

/** Types into the palette: text that is nowhere but in the window. */
async function typeSomething(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type(TYPED);
  await expect(page.getByText(/Nothing fits/)).toBeVisible();
}

/** Everything a person can see on the page or find in its fields. */
function onScreen(page: Page): Promise<string> {
  return page.evaluate(() =>
    [document.body.innerText, ...[...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value)].join(
      '\n',
    ),
  );
}

async function windowPid(cordon: Cordon): Promise<number> {
  return (await processesOf(cordon.app)).find((one) => one.kind === 'Tab')?.pid ?? 0;
}

/** Runs in the page by way of the main process: Playwright itself cannot talk to a page that crashed once. */
function pageSays(app: ElectronApplication, script: string): Promise<unknown> {
  return app.evaluate(
    ({ BrowserWindow }, code) => (BrowserWindow.getAllWindows()[0] as OneWindow).webContents.executeJavaScript(code) as Promise<unknown>,
    script,
  );
}

test('whatever locks the workstation, nothing of what was on the screen is left, and both processes that held it are gone', async ({
  cordon,
}) => {
  const { page } = cordon;
  const ways: readonly { readonly why: string; readonly says: string; lock(): Promise<void> }[] = [
    { why: 'by-hand', says: 'Locked.', lock: () => lockButton(page).click() },
    { why: 'idle', says: 'Locked because nobody used the keyboard or mouse.', lock: () => cordon.leaveIdle(24 * 3600) },
    { why: 'screen-lock', says: 'Locked together with the screen.', lock: () => cordon.systemSays('lock-screen') },
    { why: 'suspend', says: 'Locked because the workstation went to sleep.', lock: () => cordon.systemSays('suspend') },
  ];
  for (const way of ways) {
    await test.step(way.why, async () => {
      await cordon.leaveIdle(0);
      await signIn(page);
      const held = [await windowPid(cordon), await cordon.enginePid()];
      if (way.why !== 'by-hand') {
        await typeSomething(page);
        expect(await onScreen(page)).toContain(TYPED);
        await cordon.screenshot(`lock-before-${way.why}`);
      }
      await way.lock();
      await page.waitForURL(`app://cordon/?opened=${way.why}`);
      await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
      await expect(page.getByText(way.says, { exact: true })).toBeVisible();
      await cordon.screenshot(`lock-after-${way.why}`);
      expect(await onScreen(page)).not.toContain('Larkspur');
      await expect.poll(() => held.filter(isAlive)).toEqual([]);
      expect(await page.evaluate(() => window.history.length), 'there is no way back').toBe(1);
    });
  }
});

test('after a lock, no process of the application has the typed text in its memory', async ({ cordon }) => {
  const { page } = cordon;
  const everyProcess = async () => await processesOf(cordon.app);
  test.skip(
    !canReadMemory((await everyProcess()).find((one) => one.kind === 'Tab')?.pid ?? 0),
    'the memory of another process cannot be read here',
  );
  await signIn(page);
  await typeSomething(page);
  const holding = async () => (await everyProcess()).filter((one) => memoryHolds(one.pid, TYPED)).map((one) => `${one.kind} ${one.name}`);
  expect(await holding(), 'while it is on the screen it is found, so the search works').toContain('Tab ');
  await cordon.systemSays('suspend');
  await page.waitForURL('app://cordon/?opened=suspend');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  expect(await holding()).toEqual([]);
});

test('after a lock, no process of the application has a key of the vault in its memory', async ({ cordon }) => {
  const { page } = cordon;
  const everyProcess = async () => await processesOf(cordon.app);
  test.skip(
    !canReadMemory((await everyProcess()).find((one) => one.kind === 'Tab')?.pid ?? 0),
    'the memory of another process cannot be read here',
  );
  // The header is all it takes to know the keys; a copy, so that the one in use is not counted up.
  const copy = await mkdtemp(join(tmpdir(), 'cordon-e2e-header-'));
  await cp(join(cordon.folders.profile, 'vault', HEADER_FILE_NAME), join(copy, HEADER_FILE_NAME));
  const unlocked = await unlock({ folder: copy, now: Date.now }, 'braithwaite', SAMPLE_PASS_PHRASE);
  if (!unlocked.ok) throw new Error('the sample force has another pass phrase');
  const keys = unlocked.value.keys();
  const rawKeyHex = unlocked.value.rawKeyHex();
  const needles = [Buffer.from(keys.dataKey), Buffer.from(rawKeyHex, 'hex'), Buffer.from(rawKeyHex), Buffer.from(rawKeyHex, 'utf16le')];
  await rm(copy, { recursive: true, force: true });
  const holding = async () =>
    (await everyProcess()).filter((one) => memoryHoldsBytes(one.pid, needles)).map((one) => `${one.kind} ${one.name}`);
  expect(await holding(), 'before anyone signs in').toEqual([]);
  await signIn(page);
  expect(await holding(), 'signed in, the engine has it, so the search works, and nobody else does').toEqual([
    expect.stringContaining('Cordon engine'),
  ]);
  await cordon.systemSays('suspend');
  await page.waitForURL('app://cordon/?opened=suspend');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  expect(await holding(), 'after the lock').toEqual([]);
});

test('memory is left out of the core dumps of every process, and nothing collects or sends crashes', async ({ cordon }) => {
  test.skip(process.platform !== 'linux', 'the kernel of Linux is asked');
  await signIn(cordon.page);
  const processes = await processesOf(cordon.app);
  expect(processes.length).toBeGreaterThan(2);
  for (const { pid, kind } of processes) {
    const left = Number.parseInt(readFileSync(`/proc/${pid}/coredump_filter`, 'utf8'), 16);
    expect(`${kind} ${left}`).toBe(`${kind} 0`);
  }
  const handlers = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      } catch {
        // It ended meanwhile.
        return '';
      }
    })
    .filter((line) => line.includes('crashpad') && line.includes(cordon.folders.profile));
  expect(handlers).toEqual([]);
  const uploads = await cordon.app.evaluate(({ crashReporter }) => {
    try {
      return crashReporter.getUploadToServer();
    } catch {
      // It was never started.
      return false;
    }
  });
  expect(uploads).toBe(false);
  const before = await windowPid(cordon);
  process.kill(before, 'SIGSEGV');
  await expect.poll(() => windowPid(cordon)).not.toBe(before);
  const kept = readdirSync(cordon.folders.profile, { recursive: true, encoding: 'utf8' });
  expect(kept.filter((name) => /\.dmp$|^core|\/core(\.\d+)?$/.test(name))).toEqual([]);
});

test('a person who only reads is not locked out before the idle limit', async ({ cordon }) => {
  const { page } = cordon;
  await signIn(page);
  // Idle for less than the limit, seen by the watch several times: it asks once a second.
  const asked = await cordon.app.evaluateHandle(({ powerMonitor }) => {
    const seen = { times: 0 };
    powerMonitor.getSystemIdleTime = () => {
      seen.times += 1;
      return 59;
    };
    return seen;
  });
  await expect.poll(async () => (await asked.jsonValue()).times).toBeGreaterThan(2);
  await expect(lockButton(page)).toBeVisible();
});

test('an engine that hangs cannot keep a locked screen readable, and is ended', async ({ cordon }) => {
  const { page } = cordon;
  await signIn(page);
  await typeSomething(page);
  const hanging = await cordon.enginePid();
  process.kill(hanging, 'SIGSTOP');
  await cordon.systemSays('lock-screen');
  await page.waitForURL('app://empty/');
  expect(isAlive(hanging), 'the page was emptied before the engine ended').toBe(true);
  await page.waitForURL('app://cordon/?opened=screen-lock');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  expect(isAlive(hanging)).toBe(false);
});

test('when the engine is killed the window says so, keeps the page, and one signs in again', async ({ cordon }) => {
  const { page } = cordon;
  await signIn(page);
  await page.evaluate(() => {
    (window as unknown as { mark: string }).mark = 'the same page';
  });
  const before = await windowPid(cordon);
  await cordon.killEngine();
  await expect(
    page.getByText('The record keeper stopped and was started again. Sign in to go on where you were; nothing you typed is lost.'),
  ).toBeVisible();
  await cordon.screenshot('engine-stopped');
  await cordon.expectAccessible();
  expect(await page.evaluate(() => (window as unknown as { mark?: string }).mark)).toBe('the same page');
  expect(await windowPid(cordon)).toBe(before);
  await signIn(page);
});

test('an engine that stops again and again is not started for ever: the person is asked', async ({ cordon }) => {
  await cordon.app.evaluate(({ dialog }) => {
    const asked: string[] = [];
    (globalThis as unknown as { asked: string[] }).asked = asked;
    dialog.showMessageBox = ((...args: readonly unknown[]) => {
      asked.push((args.at(-1) as { detail: string }).detail);
      return Promise.resolve({ response: 0, checkboxChecked: false });
    }) as typeof dialog.showMessageBox;
  });
  const asked = () => cordon.app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
  for (let times = 0; times < 5; times += 1) await cordon.killEngine();
  expect(await asked()).toEqual([]);
  await cordon.killEngine();
  expect(await asked()).toHaveLength(1);
  expect((await asked())[0]).toContain('kept in the vault');
  // The person said "Try again".
  await expect(cordon.page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

test('when the window crashes it opens again where it was, and nobody has to sign in', async ({ cordon }) => {
  const { page, app } = cordon;
  await signIn(page);
  const engine = await cordon.enginePid();
  const before = await windowPid(cordon);
  process.kill(before, 'SIGKILL');
  await expect.poll(() => windowPid(cordon)).not.toBe(before);
  await expect.poll(() => pageSays(app, 'document.body.innerText')).toContain('Janet Holroyd');
  expect(await pageSays(app, 'window.location.href')).toBe('app://cordon/?opened=window-crash');
  expect(await cordon.enginePid()).toBe(engine);
});

test('after kill -9 of the whole application it starts again on the same workstation', async ({ cordon }) => {
  await signIn(cordon.page);
  await cordon.killApp();
  await cordon.start();
  await expect(cordon.page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  expect(await onScreen(cordon.page)).not.toContain('The record keeper stopped');
  await signIn(cordon.page);
});
