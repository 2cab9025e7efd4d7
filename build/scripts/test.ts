/**
 * `npm test`: types, the build, unit and two-sided tests, and the end-to-end tests in the real application.
 * Name one or more parts to run only those: types, build, unit, e2e. Ends with one line, "N passed, N failed".
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../bundles.ts';
import { hasDisplay, readyForWindows } from './doctor.ts';
import { findElectronRuntime, oldRuntimeNotice } from './electron-runtime.ts';
import { runOnDisplay, virtualDisplayNotice } from './run-on-display.ts';
import { addUp, countPlaywright, countVitest, type Count } from './test-counts.ts';

const say = (line: string) => console.error(line);
const results = join(root, 'test-results');
const unitReport = join(results, 'unit.json');
const endToEndReport = join(results, 'e2e.json');
const tool = (...path: string[]) => join(root, 'node_modules', ...path);

interface Part {
  readonly name: string;
  /** Returns whether it went well. */
  readonly run: () => boolean | Promise<boolean>;
  readonly count?: () => Count;
}

function runNode(script: string, args: readonly string[] = []): boolean {
  return spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}

const parts: readonly Part[] = [
  { name: 'types', run: () => runNode(join(root, 'build/scripts/types.ts')) },
  { name: 'build', run: () => runNode(join(root, 'build/scripts/build.ts')) },
  {
    name: 'unit',
    run: () => runNode(tool('vitest/vitest.mjs'), ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`]),
    count: () => countVitest(JSON.parse(readFileSync(unitReport, 'utf8'))),
  },
  {
    name: 'e2e',
    run: async () => {
      if (!readyForWindows(say)) return false;
      if (!hasDisplay()) say(virtualDisplayNotice);
      const runtime = await findElectronRuntime(say);
      if (!runtime.official) say(oldRuntimeNotice);
      return (await runOnDisplay(process.execPath, [tool('@playwright/test/cli.js'), 'test'])) === 0;
    },
    count: () => countPlaywright(JSON.parse(readFileSync(endToEndReport, 'utf8'))),
  },
];

const named = process.argv.slice(2);
const unknown = named.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length > 0) {
  say(`There is no part called ${unknown.join(', ')}. Parts: ${parts.map((part) => part.name).join(', ')}.`);
  process.exit(1);
}
const chosen = named.length === 0 ? parts : parts.filter((part) => named.includes(part.name));

process.chdir(root);
rmSync(unitReport, { force: true });
rmSync(endToEndReport, { force: true });
mkdirSync(results, { recursive: true });

let total: Count = { passed: 0, failed: 0, skipped: 0 };
for (const part of chosen) {
  const began = performance.now();
  const went = await part.run();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${part.name}: ${went ? 'done' : 'FAILED'} in ${seconds} s`);
  let counted: Count | undefined;
  try {
    counted = part.count?.();
  } catch {
    console.log(`${part.name}: there is no report to count.`);
  }
  total = addUp(total, counted ?? { passed: 0, failed: 0, skipped: 0 });
  // A part that failed without a failed test of its own (types, a build, a crash) still counts as one failure.
  if (!went && (counted?.failed ?? 0) === 0) total = addUp(total, { passed: 0, failed: 1, skipped: 0 });
}

if (total.skipped > 0) console.log(`${total.skipped} skipped`);
console.log(`${total.passed} passed, ${total.failed} failed`);
const testsRan = total.passed > 0 || !chosen.some((part) => part.count !== undefined);
process.exit(total.failed === 0 && testsRan ? 0 : 1);
