// A process of its own under the file layer: runs the script while the disk fails at each act in turn, and says what went wrong.
import { cpSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { bareEngine } from '#test/builders/bare-engine.ts';
import { inspect, prepareVault, runStep, signIn } from './scripted-session.ts';

/** In what way the disk fails, and how many acts on end. */
const WAYS = [
  ['error', 1],
  ['full', 1],
  ['short', 1],
  ['flush', 1],
  ['error', 1_000_000],
  ['full', 1_000_000],
] as const;
const MOST_ACTS = 400;

const [vault = '', firstStep = '', lastStep = '', every = ''] = process.argv.slice(2);

function arm(what: string): void {
  try {
    openSync(`/cordon-faults/${what}`, 'r');
  } catch {
    // The layer takes the order and answers that there is no such file.
  }
}
const failed = (): number => Number(readFileSync('/cordon-faults/failed', 'utf8'));

let tried = 0;
let refused = 0;
const wrong: string[] = [];
/** The vault as it stands before the step, to begin each trial from. */
mkdirSync(`${vault}-before`);
await prepareVault(`${vault}-before`);
const people = new Map<number, string>();
for (let step = 1; step <= Number(lastStep); step += 1) {
  const before = new Map(people);
  process.stderr.write(`step ${step}\n`);
  for (const [way, many] of step < Number(firstStep) ? [] : WAYS) {
    for (let act = 1 + ((step + tried) % Number(every)); act < MOST_ACTS; act += Number(every)) {
      rmSync(vault, { recursive: true, force: true });
      cpSync(`${vault}-before`, vault, { recursive: true });
      const engine = bareEngine(vault, () => undefined);
      await signIn(engine.client);
      arm(`${way}/${act}/${many}`);
      const result = await runStep(engine.client, step, new Map(before));
      const failures = failed();
      arm('off');
      if (!result.ok) refused += 1;
      await engine.lock().catch(() => undefined);
      engine.abandon();
      tried += 1;
      const found = await inspect(vault, result.ok ? [step] : [step - 1]);
      if ('wrong' in found) {
        const outcome = result.ok ? 'acknowledged' : `refused (${result.refusals[0].code})`;
        const what = `step ${step}, ${way} from act ${act} on for ${many}, ${outcome}: ${found.wrong}`;
        process.stderr.write(`wrong ${what.replaceAll('\n', ' ')}\n`);
        wrong.push(what);
      }
      // The step has no further act that can fail in this way.
      if (failures === 0) break;
    }
  }
  rmSync(vault, { recursive: true, force: true });
  cpSync(`${vault}-before`, vault, { recursive: true });
  const engine = bareEngine(vault, () => undefined);
  await signIn(engine.client);
  const result = await runStep(engine.client, step, people);
  if (!result.ok) throw new Error(`step ${step} was refused with nothing failing: ${result.refusals[0].code}`);
  await engine.lock();
  engine.abandon();
  rmSync(`${vault}-before`, { recursive: true });
  cpSync(vault, `${vault}-before`, { recursive: true });
}
if (!existsSync(vault)) throw new Error('the vault is gone');
process.stdout.write(JSON.stringify({ tried, refused, wrong }));
process.exit(0);
