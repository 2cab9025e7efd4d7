import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { ElectronApplication, Page } from '@playwright/test';
import { root } from '#build/bundles.ts';
import { expect } from './patient-expect.ts';
import { enginePid, type Folders, processesOf, type RunningApp, startApp } from './running-app.ts';

/** How the window is drawn: what the operating system would ask of it. */
export type Look = 'light' | 'dark' | 'contrast';

/**
 * The real application in a test, in the tour or in the bench, with a profile of its own. It needs a build (`npm run build`) and builds nothing itself.
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
  /** Writes `<name>.png` to the folder of the screenshots and returns its path. */
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

/** How the application is opened. */
export interface OpenOptions {
  readonly bypassContentPolicy?: boolean;
  /** Where screenshots go: `test/e2e/screens` when left out. */
  readonly screens?: string;
  /** Where the save dialogue's stand-in puts files: below the application's folder when left out. */
  readonly saves?: string;
}

/** The application on folders of its own below `folder`, not started yet. `finish` ends it and says which errors of the page nobody expected. */
export async function openCordon(
  folder: string,
  { bypassContentPolicy = false, screens: pictures = screens, saves = join(folder, 'saved') }: OpenOptions = {},
): Promise<{ readonly cordon: Cordon; readonly finish: () => Promise<readonly string[]> }> {
  const folders: Folders = { profile: join(folder, 'profile'), temp: join(folder, 'temp'), home: join(folder, 'home') };
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
      await mkdir(pictures, { recursive: true });
      const path = join(pictures, `${name}.png`);
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
