// A process of its own: opens the vaults it is asked about, one after the other, and says of each what `inspect` found.
import { createInterface } from 'node:readline';
import { inspect } from './scripted-session.ts';

for await (const line of createInterface({ input: process.stdin })) {
  const { folder, allowed } = JSON.parse(line) as { readonly folder: string; readonly allowed: readonly number[] };
  process.stdout.write(`${JSON.stringify(await inspect(folder, allowed))}\n`);
}
