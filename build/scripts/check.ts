/** `npm run check`: types, layers, lint, dead code, the lock file, and then every test. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../bundles.ts';

const script = (name: string) => join(root, 'build/scripts', `${name}.ts`);

// The tests check the types first, so types are not checked twice.
const checks: readonly (readonly [name: string, ...command: string[]])[] = [
  ['layers', script('layers')],
  ['lint', script('lint')],
  ['dead code', join(root, 'node_modules/knip/bin/knip.js'), '--no-progress'],
  ['lock file', script('lock')],
  ['tests', script('test')],
];

const failed: string[] = [];
for (const [name, ...command] of checks) {
  const { status } = spawnSync(process.execPath, command, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) failed.push(name);
}

console.log(failed.length === 0 ? 'All checks passed.' : `Failed: ${failed.join(', ')}.`);
process.exit(failed.length === 0 ? 0 : 1);
