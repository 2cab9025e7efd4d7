/** `npm start`: makes sure the machine, the build and the runtime are there, and opens Cordon. */
import { root } from '../bundles.ts';
import { buildIfStale } from './build.ts';
import { hasDisplay, readyForWindows } from './doctor.ts';
import { electronRuntimeOrExit, oldRuntimeNotice } from './electron-runtime.ts';
import { isLinuxRoot, runOnDisplay, virtualDisplayNotice } from './run-on-display.ts';

const say = (line: string) => console.error(line);

process.chdir(root);
if (!readyForWindows(say)) process.exit(1);
await buildIfStale(say);
const runtime = await electronRuntimeOrExit(say);
if (!runtime.official) say(oldRuntimeNotice);
if (!hasDisplay()) say(`${virtualDisplayNotice} Stop it with Ctrl+C. "npm run tour" shows in pictures and words what it does.`);

const switches = ['--log-level=3', ...(isLinuxRoot ? ['--no-sandbox'] : [])];
say('Cordon is starting.');
process.exit(await runOnDisplay(runtime.executable, [...switches, '.', ...process.argv.slice(2)]));
