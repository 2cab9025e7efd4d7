/** Runs one of the project's own programs that drives the built application: `run-with-app.ts <file> [arguments]`. */
import { resolve } from 'node:path';
import { root } from '../bundles.ts';
import { buildIfStale } from './build.ts';
import { hasDisplay, readyForWindows } from './doctor.ts';
import { oldRuntimeNotice, provideElectronRuntime } from './electron-runtime.ts';
import { NOBODY_WATCHES, runOnDisplay, virtualDisplayNotice } from './run-on-display.ts';

const say = (line: string) => console.error(line);
const [file, ...rest] = process.argv.slice(2);
if (file === undefined) {
  say('Name the file to run.');
  process.exit(1);
}

process.chdir(root);
if (!readyForWindows(say)) process.exit(1);
await buildIfStale(say);
const runtime = await provideElectronRuntime(say);
if (!runtime.official) say(oldRuntimeNotice);
if (!hasDisplay()) {
  say(virtualDisplayNotice);
  process.env[NOBODY_WATCHES] = 'yes';
}
process.exit(await runOnDisplay(process.execPath, [resolve(root, file), ...rest]));
