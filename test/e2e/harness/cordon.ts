import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { test as base, type ElectronApplication, expect, type Page } from '@playwright/test';
import { root } from '#build/bundles.ts';
import { enginePid, type Folders, processesOf, type RunningApp, startApp } from './running-app.ts';

/** How the window is drawn: what the operating system would ask of it. */
export type Look = 'light' | 'dark' | 'contrast';

/**
 * The real application in a test, with a profile of its own. It needs a build (`npm run build`) and builds nothing itself.
 * There is no switch for the network: the window's sessions refuse every address but the application's own, the resolver finds no name,
 * and the tests of `test/security` hold that against a server that listens. So every test runs as on a machine that was never connected.
 */
export interface Cordon {
  /** Changes with every restart. */
  readonly app: ElectronApplication;
  /** Changes with every restart; stays the same through locks and engine crashes. */
  readonly page: Page;
  readonly folders: Folders;
  /** Where the save dialogue's stand-in puts files. */
  readonly saves: string;
  /** Everything the processes wrote to the terminal, over all starts. */
  output(): string;
  /** Writes `test/e2e/screens/<name>.png` and returns its path. */
  screenshot(name: string): Promise<string>;
  /** Fails on any serious or critical breach of accessibility on the page as it stands. */
  expectAccessible(): Promise<void>;
  look(look: Look): Promise<void>;
  /** Sets the inner size of the window. */
  size(width: number, height: number): Promise<void>;
  /** What the person does in the next save dialogues: choose a folder, or cancel. */
  answerSaves(how: { readonly folder: string } | 'cancel'): Promise<void>;
  /** The operating system says: the screen was locked, or the machine goes to sleep. */
  systemSays(event: 'lock-screen' | 'suspend'): Promise<void>;
  /** The operating system says: nobody has touched keyboard or mouse for so long. */
  leaveIdle(seconds: number): Promise<void>;
  enginePid(): Promise<number>;
  /** `kill -9` for the engine. Resolves when another one has taken its place. */
  killEngine(): Promise<void>;
  /** `kill -9` for every process of the application at once. */
  killApp(): Promise<void>;
  /** Quits in good order. */
  quit(): Promise<void>;
  /** Starts again on the same profile, after `killApp` or `quit`. */
  start(): Promise<void>;
  /** Errors of the page that the test brings about on purpose; any other fails the test when it ends. */
  expectTrouble(pattern: RegExp): void;
  troubles(): readonly string[];
}

/** The folder screenshots are written to; git does not keep it. */
export const screens = join(root, 'test/e2e/screens');

const BAD = ['serious', 'critical'];

async function openCordon(
  folder: string,
  bypassContentPolicy: boolean,
): Promise<{ readonly cordon: Cordon; readonly finish: () => Promise<readonly string[]> }> {
  const folders: Folders = { profile: join(folder, 'profile'), temp: join(folder, 'temp'), home: join(folder, 'home') };
  const saves = join(folder, 'saved');
  await mkdir(saves, { recursive: true });
  const troubles: string[] = [];
  const expected: RegExp[] = [];
  let earlierOutput = '';
  let running: RunningApp | null = null;

  const now = (): RunningApp => {
    if (running === null) throw new Error('The application is not running; call start().');
    return running;
  };
  const ended = (): void => {
    earlierOutput += running?.output() ?? '';
    running = null;
  };
  const answerSaves: Cordon['answerSaves'] = (how) =>
    now().app.evaluate(({ dialog }, answer) => {
      dialog.showSaveDialog = ((...args: readonly unknown[]) => {
        const { defaultPath } = args.at(-1) as { defaultPath: string };
        const name = defaultPath.slice(Math.max(defaultPath.lastIndexOf('/'), defaultPath.lastIndexOf('\\')) + 1);
        return Promise.resolve(
          answer === 'cancel' ? { canceled: true, filePath: '' } : { canceled: false, filePath: `${answer.folder}/${name}` },
        );
      }) as typeof dialog.showSaveDialog;
    }, how);

  const cordon: Cordon = {
    get app() {
      return now().app;
    },
    get page() {
      return now().page;
    },
    folders,
    saves,
    output: () => earlierOutput + (running?.output() ?? ''),
    async screenshot(name) {
      await mkdir(screens, { recursive: true });
      const path = join(screens, `${name}.png`);
      // Not `animations: 'disabled'`: taking its style sheet away again crashes the older runtime on the minute console.
      await now().page.screenshot({ path });
      return path;
    },
    async expectAccessible() {
      const { violations } = await new AxeBuilder({ page: now().page }).setLegacyMode(true).analyze();
      const told = violations
        .filter((violation) => BAD.includes(violation.impact ?? ''))
        .flatMap((violation) =>
          violation.nodes.map((node) => `${violation.id}: ${node.html.slice(0, 300)} (${node.failureSummary ?? ''})`),
        );
      expect(told, 'serious or critical breaches of accessibility').toEqual([]);
    },
    async look(look) {
      await now().page.emulateMedia({
        colorScheme: look === 'dark' ? 'dark' : 'light',
        contrast: look === 'contrast' ? 'more' : 'no-preference',
      });
    },
    async size(width, height) {
      await now().app.evaluate(
        ({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.setContentSize(wanted.width, wanted.height),
        { width, height },
      );
      await expect.poll(() => now().page.evaluate(() => [window.innerWidth, window.innerHeight])).toEqual([width, height]);
    },
    answerSaves,
    systemSays: (event) => now().app.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event),
    leaveIdle: (seconds) =>
      now().app.evaluate(({ powerMonitor }, idle) => {
        powerMonitor.getSystemIdleTime = () => idle;
      }, seconds),
    enginePid: () => enginePid(now().app),
    async killEngine() {
      const before = await enginePid(now().app);
      process.kill(before, 'SIGKILL');
      await expect.poll(() => enginePid(now().app).catch(() => before), { intervals: [20] }).not.toBe(before);
    },
    async killApp() {
      const { app } = now();
      const pids = (await processesOf(app)).map((one) => one.pid);
      const main = app.process();
      const gone = new Promise<void>((resolve) => {
        if (main.exitCode !== null || main.signalCode !== null) resolve();
        else main.once('exit', () => resolve());
      });
      for (const pid of pids) {
        try {
          process.kill(pid, 'SIGKILL');
        } catch {
          // It fell with another one.
        }
      }
      await gone;
      ended();
    },
    async quit() {
      await now().app.close();
      ended();
    },
    async start() {
      if (running !== null) throw new Error('The application is running already.');
      running = await startApp({ folders, bypassContentPolicy, onTrouble: (trouble) => troubles.push(trouble) });
      await answerSaves({ folder: saves });
    },
    expectTrouble: (pattern) => void expected.push(pattern),
    troubles: () => troubles,
  };
  return {
    cordon,
    async finish() {
      if (running !== null) await cordon.quit();
      return troubles.filter((trouble) => !expected.some((pattern) => pattern.test(trouble)));
    },
  };
}

/** What lies on the workstation when the test begins: nothing, or the sample force with nobody signed in. */
export type StartWith = 'nothing' | 'sample-force';

interface Fixtures {
  readonly cordon: Cordon;
  /** `test.use({ startWith: 'sample-force' })` spares the test loading the sample force; it is loaded once and copied. */
  readonly startWith: StartWith;
  /** `test.use({ bypassContentPolicy: true })` starts the page without its content policy. */
  readonly bypassContentPolicy: boolean;
}

interface WorkerFixtures {
  /** A vault folder holding the sample force; made when it is first asked for. */
  readonly sampleVault: () => Promise<string>;
}

/** The sample force of this build and day, made once for all runs on this machine: everything in it is synthetic and its pass phrase is printed on the screen. */
async function sampleVaultOfToday(): Promise<string> {
  const built = createHash('sha256')
    .update(await readFile(join(root, 'dist/engine/engine.cjs')))
    .digest('hex');
  const kept = join(tmpdir(), `cordon-sample-${built.slice(0, 16)}-${new Date().toISOString().slice(0, 10)}`);
  if (existsSync(kept)) return kept;
  const folder = await mkdtemp(join(tmpdir(), 'cordon-e2e-sample-'));
  await cp(await makeSampleVault(folder), `${folder}-whole`, { recursive: true });
  await rename(`${folder}-whole`, kept).catch(() => rm(`${folder}-whole`, { recursive: true, force: true }));
  await rm(folder, { recursive: true, force: true });
  return kept;
}

async function makeSampleVault(folder: string): Promise<string> {
  const { cordon, finish } = await openCordon(folder, false);
  await cordon.start();
  await cordon.page.getByRole('button', { name: 'Load the sample force' }).click();
  await expect(cordon.page.getByRole('heading', { name: 'Sign in' })).toBeVisible({ timeout: 200_000 });
  await finish();
  return vaultOf(cordon.folders);
}

const vaultOf = (folders: Folders): string => join(folders.profile, 'vault');

/** Playwright's `test` with the running application as the fixture `cordon`. The test fails when the page reported an error nobody expected. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  bypassContentPolicy: [false, { option: true }],
  startWith: ['nothing', { option: true }],
  sampleVault: [
    // Playwright reads the names of the fixtures needed from this pattern; none are.
    // biome-ignore lint/correctness/noEmptyPattern: see above
    async ({}, use) => {
      let made: Promise<string> | null = null;
      await use(() => (made ??= sampleVaultOfToday()));
    },
    { scope: 'worker' },
  ],
  cordon: async ({ bypassContentPolicy, startWith, sampleVault }, use, testInfo) => {
    const folder = await mkdtemp(join(tmpdir(), 'cordon-e2e-'));
    const { cordon, finish } = await openCordon(folder, bypassContentPolicy);
    try {
      if (startWith === 'sample-force') await cp(await sampleVault(), vaultOf(cordon.folders), { recursive: true });
      await cordon.start();
      await use(cordon);
      if (testInfo.status !== testInfo.expectedStatus)
        await cordon.screenshot(`failed-${testInfo.title.replace(/\W+/g, '-').slice(0, 80)}`).catch(() => undefined);
    } finally {
      const unexpected = await finish();
      await rm(folder, { recursive: true, force: true });
      expect(unexpected, 'errors the page reported').toEqual([]);
    }
  },
});

export { expect } from '@playwright/test';
