// `npm run fuzz:faults`: a session of 320 commands, ended at each act on a file in turn and with the disk failing at each in turn.
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileFileLayer, tryCrashes, tryFailingDisk } from './crash-runs.ts';

const STEPS = Number(process.env['FAULT_STEPS'] ?? 320);
/** 1 tries every act; 10 every tenth. */
const EVERY = Number(process.env['FAULT_EVERY'] ?? 1);
/** What is done: ended at each act, the disk failing at each act, or both. */
const PARTS = process.env['FAULT_PARTS'] ?? 'crash,disk';
const SEED = Number(process.env['FAULT_SEED'] ?? 1);

const folder = mkdtempSync(join(tmpdir(), 'cordon-layer-'));
const layer = compileFileLayer(folder);
if (layer === null) {
  console.error('This needs Linux and a C compiler: apt-get install gcc libc6-dev');
  process.exit(2);
}
const wrong: string[] = [];
const minutesSince = (began: number): string => ((performance.now() - began) / 60_000).toFixed(1);

console.log(
  `${STEPS} commands, every ${EVERY === 1 ? 'act' : `${EVERY}th act`}, seed ${SEED}, ${cpus().length} processors, Node ${process.version}`,
);
if (PARTS.includes('crash')) {
  const crashesBegan = performance.now();
  const crashes = await tryCrashes({
    layer,
    steps: STEPS,
    every: EVERY,
    seed: SEED,
    progress: (done, total) => process.stderr.write(`\rended at act ${done} of ${total}`),
  });
  wrong.push(...crashes.wrong);
  console.log(
    `\n${crashes.acts} acts on files, ${crashes.endings} endings; the ${crashes.images} different ones opened and inspected, ${crashes.wrong.length} wrong, ${minutesSince(crashesBegan)} minutes`,
  );
}

if (PARTS.includes('disk')) {
  const failuresBegan = performance.now();
  const processes = Math.min(cpus().length, STEPS);
  const reached = new Map<number, number>();
  /** Each process has a part of the steps; it takes those before its part without failing any. */
  const failures = await Promise.all(
    Array.from({ length: processes }, (_unused, part) => {
      const firstStep = 1 + Math.floor((part * STEPS) / processes);
      const lastStep = Math.floor(((part + 1) * STEPS) / processes);
      return tryFailingDisk({
        layer,
        firstStep,
        lastStep,
        every: EVERY,
        wrong: (what) => console.log(`\nWRONG: ${what}`),
        progress: (step) => {
          reached.set(lastStep, step);
          process.stderr.write(`\r${[...reached].map(([last, at]) => `the disk fails in command ${at} of ${last}`).join(', ')}`);
        },
      });
    }),
  );
  const tried = failures.reduce((sum, report) => sum + report.tried, 0);
  const refused = failures.reduce((sum, report) => sum + report.refused, 0);
  for (const report of failures) wrong.push(...report.wrong);
  console.log(
    `\n${tried} failures of the disk, ${refused} commands refused by them, ${failures.flatMap((report) => report.wrong).length} wrong, ${minutesSince(failuresBegan)} minutes`,
  );
}

rmSync(folder, { recursive: true, force: true });
for (const one of wrong.slice(0, 50)) console.log(`WRONG: ${one}`);
console.log(wrong.length === 0 ? 'Every vault held exactly what was acknowledged.' : `${wrong.length} did not hold what was acknowledged.`);
process.exit(wrong.length === 0 ? 0 : 1);
