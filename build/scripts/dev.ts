/**
 * `npm run dev`: the window's code is replaced while it runs; a change to main, preload or engine restarts the application.
 * Run it where there is a display, or on a virtual one with another program looking at it.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { build, createServer, type Rolldown } from 'vite';
import { bundleConfig, root } from '../bundles.ts';
import { buildBundles } from './build.ts';
import { hasDisplay, readyForWindows } from './doctor.ts';
import { electronRuntimeOrExit, oldRuntimeNotice } from './electron-runtime.ts';
import { isLinuxRoot } from './run-on-display.ts';

const say = (line: string) => console.error(line);

process.chdir(root);
if (!readyForWindows(say)) process.exit(1);
const runtime = await electronRuntimeOrExit(say);
if (!runtime.official) say(oldRuntimeNotice);

const server = await createServer({
  ...bundleConfig('renderer', 'development'),
  // The page's own address is app://cordon, so the way to the server's socket is named.
  server: { host: '127.0.0.1', port: 5173, strictPort: true, hmr: { protocol: 'ws', host: '127.0.0.1', clientPort: 5173 } },
});
await server.listen();
const address = server.resolvedUrls?.local[0];
if (address === undefined) throw new Error('The development server has no address.');

await buildBundles(['verifier']);

const switches = ['--log-level=3', ...(isLinuxRoot ? ['--no-sandbox'] : []), '.', ...process.argv.slice(2)];
let application: ChildProcess | undefined;
let restarting = false;

async function finish(code: number): Promise<never> {
  await server.close();
  process.exit(code);
}

function open(): void {
  const env = { ...process.env, CORDON_DEV_SERVER: address };
  application = hasDisplay()
    ? spawn(runtime.executable, switches, { stdio: 'inherit', env, detached: true })
    : spawn('xvfb-run', ['-a', runtime.executable, ...switches], { stdio: 'inherit', env, detached: true });
  application.once('exit', (code) => {
    if (!restarting) {
      void finish(code ?? 0);
      return;
    }
    restarting = false;
    open();
  });
}

function close(): void {
  if (application?.pid === undefined) return;
  try {
    process.kill(-application.pid, 'SIGTERM');
  } catch {
    // It has ended already.
  }
}

const waiting = new Set(['main', 'preload', 'engine', 'pictures']);
for (const name of ['main', 'preload', 'engine', 'pictures'] as const) {
  const config = bundleConfig(name, 'development');
  const watcher = (await build({ ...config, build: { ...config.build, watch: {} } })) as Rolldown.RolldownWatcher;
  watcher.on('event', (event) => {
    if (event.code === 'ERROR') say(event.error.message);
    if (event.code !== 'END') return;
    if (waiting.delete(name)) {
      if (waiting.size === 0) open();
      return;
    }
    if (waiting.size > 0) return;
    say(`${name} changed: restarting.`);
    restarting = true;
    close();
  });
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    restarting = false;
    close();
    void finish(0);
  });
}
