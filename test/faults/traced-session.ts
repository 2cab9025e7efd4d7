// A process of its own under the file layer: runs the script on the vault and notes in a watched file which steps were acknowledged.
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { bareEngine } from '#test/builders/bare-engine.ts';
import { ACKNOWLEDGED } from './crash-images.ts';
import { runStep, signIn } from './scripted-session.ts';

const [folder = '', steps = ''] = process.argv.slice(2);
const engine = bareEngine(folder, (where, error) => {
  throw new Error(where, { cause: error });
});
await signIn(engine.client);
const people = new Map<number, string>();
const acknowledged = openSync(join(folder, ACKNOWLEDGED), 'w');
for (let step = 1; step <= Number(steps); step += 1) {
  const result = await runStep(engine.client, step, people);
  if (!result.ok) throw new Error(`step ${step} was refused: ${result.refusals[0].code}`);
  writeSync(acknowledged, `${step}\n`);
}
await engine.lock();
closeSync(acknowledged);
process.exit(0);
