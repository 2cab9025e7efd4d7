import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { root } from '#build/bundles.ts';
import { findElectronRuntime } from '#build/scripts/electron-runtime.ts';
import { isLinuxRoot } from '#build/scripts/run-on-display.ts';

/** The folders one start of the application may write to: all of them fresh, so that a test can search every byte that was written. */
export interface Folders {
  readonly profile: string;
  readonly temp: string;
  readonly home: string;
}

/** One start of the real application. */
export interface RunningApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** What its processes wrote to the terminal so far. */
  output(): string;
}

export interface StartOptions {
  readonly folders: Folders;
  /** Called for every error the page reports: uncaught errors and console errors, breaches of the content policy among them. */
  readonly onTrouble: (trouble: string) => void;
  /** Lets the page ignore its content policy, to see that the walls behind the policy hold by themselves. */
  readonly bypassContentPolicy?: boolean;
  /** Another program than the development runtime, with its arguments: a packaged application. */
  readonly program?: {
    readonly executable: string;
    readonly args: readonly string[];
    readonly environment?: Readonly<Record<string, string>>;
  };
}

/** The environment a start gets: ours, but every folder a program might write to by itself lies in the test's own. */
export function environmentOf(folders: Folders): Record<string, string> {
  const ours = Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
  delete ours['ELECTRON_RUN_AS_NODE'];
  delete ours['NODE_OPTIONS'];
  return {
    ...ours,
    HOME: folders.home,
    TMPDIR: folders.temp,
    XDG_CONFIG_HOME: join(folders.home, '.config'),
    XDG_CACHE_HOME: join(folders.home, '.cache'),
  };
}

export async function commandLine(folders: Folders): Promise<{ readonly executable: string; readonly args: readonly string[] }> {
  const runtime = await findElectronRuntime();
  return {
    executable: runtime.executable,
    args: [root, '--log-level=3', ...(isLinuxRoot ? ['--no-sandbox'] : []), `--user-data-dir=${folders.profile}`],
  };
}

/** Starts the built application on these folders and waits until its page has a line to the engine. */
export async function startApp(options: StartOptions): Promise<RunningApp> {
  const built = join(root, 'dist/main/main.cjs');
  if (!existsSync(built)) throw new Error('The application is not built. Run: npm run build');
  for (const folder of Object.values(options.folders)) await mkdir(folder, { recursive: true });
  const { executable, args } = options.program ?? (await commandLine(options.folders));
  const app = await _electron.launch({
    executablePath: executable,
    args: [...args],
    cwd: root,
    env: { ...environmentOf(options.folders), ...options.program?.environment },
    // Without this Playwright itself would switch the sandbox off.
    chromiumSandbox: !isLinuxRoot,
    bypassCSP: options.bypassContentPolicy ?? false,
    locale: 'en-GB',
    timeout: 60_000,
  });
  let written = '';
  app.process().stdout?.on('data', (chunk: Buffer) => (written += chunk.toString()));
  app.process().stderr?.on('data', (chunk: Buffer) => (written += chunk.toString()));
  const page = await app.firstWindow();
  page.on('pageerror', (error) => options.onTrouble(`uncaught: ${error.message}\n${error.stack ?? ''}`));
  page.on('console', (message) => {
    if (message.type() === 'error') options.onTrouble(`console: ${message.text()}`);
  });
  // The first heading comes with the engine's first answer.
  await page.getByRole('main').getByRole('heading').first().waitFor({ timeout: 60_000 });
  return { app, page, output: () => written };
}

export interface AppProcess {
  readonly pid: number;
  readonly kind: string;
  readonly name: string;
}

/** Every process of the application, as the application itself counts them. */
export function processesOf(app: ElectronApplication): Promise<readonly AppProcess[]> {
  return app.evaluate(({ app: running }) =>
    running.getAppMetrics().map((metric) => ({ pid: metric.pid, kind: metric.type, name: metric.name ?? metric.serviceName ?? '' })),
  );
}

export async function enginePid(app: ElectronApplication): Promise<number> {
  const engine = (await processesOf(app)).find((one) => one.name === 'Cordon engine');
  if (engine === undefined) throw new Error('There is no engine process.');
  return engine.pid;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  if (process.platform !== 'linux') return true;
  try {
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** Every network socket a process holds (Linux): protocol and remote address, one a line. */
export function socketsOf(pid: number): readonly string[] {
  let open: string[];
  try {
    open = readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      try {
        return [readlinkSync(`/proc/${pid}/fd/${fd}`)];
      } catch {
        return [];
      }
    });
  } catch {
    return [];
  }
  const inodes = new Set(open.flatMap((target) => /^socket:\[(\d+)\]$/.exec(target)?.[1] ?? []));
  return ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((protocol) =>
    readFileSync(`/proc/${pid}/net/${protocol}`, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter((columns) => inodes.has(columns[9] ?? ''))
      .map((columns) => `${protocol} ${columns[1]} -> ${columns[2]} ${columns[3]}`),
  );
}
