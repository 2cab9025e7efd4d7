// `npm run fuzz:faults`: a session of 320 commands, ended at each act on a file in turn and with the disk failing at each in turn.
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileFileLayer, tryCrashes, tryFailingDisk } from './crash-runs.ts';

const STEPS = Number(process.env['FAULT_STEPS'] ?? 320);
/** 1 tries every act; 10 every tenth. */
const EVERY = Number(process.env['FAULT_EVERY'] ?? 1);
const SEED = Number(process.env['FAULT_SEED'] ?? 1);
const STEPS_AT_ONCE = 8;

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
  `\n${crashes.acts} acts on files; ${crashes.images} endings opened and inspected, ${crashes.wrong.length} wrong, ${minutesSince(crashesBegan)} minutes`,
);

const failuresBegan = performance.now();
let tried = 0;
let refused = 0;
for (let first = 1; first <= STEPS; first += STEPS_AT_ONCE) {
  const report = await tryFailingDisk({ layer, firstStep: first, lastStep: Math.min(STEPS, first + STEPS_AT_ONCE - 1), every: EVERY });
  tried += report.tried;
  refused += report.refused;
  wrong.push(...report.wrong);
  process.stderr.write(`\rthe disk failed in commands up to ${first + STEPS_AT_ONCE - 1}`);
}
console.log(
  `\n${tried} failures of the disk, ${refused} commands refused by them, ${wrong.length - crashes.wrong.length} wrong, ${minutesSince(failuresBegan)} minutes`,
);

rmSync(folder, { recursive: true, force: true });
for (const one of wrong.slice(0, 50)) console.log(`WRONG: ${one}`);
console.log(wrong.length === 0 ? 'Every vault held exactly what was acknowledged.' : `${wrong.length} did not hold what was acknowledged.`);
process.exit(wrong.length === 0 ? 0 : 1);
