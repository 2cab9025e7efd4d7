/** `npm run check:lint`: formatting and lint of the whole project, or of the paths named. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../bundles.ts';

const paths = process.argv.slice(2);
const tool = (...path: string[]) => join(root, 'node_modules', ...path);

function run(script: string, args: readonly string[]): boolean {
  return spawnSync(process.execPath, [script, ...args, ...paths], { cwd: root, stdio: 'inherit' }).status === 0;
}

const biome = run(tool('@biomejs/biome/bin/biome'), ['ci', '--colors=off', '--no-errors-on-unmatched']);
const oxlint = run(tool('oxlint/bin/oxlint'), ['--type-aware', '--deny-warnings']);
process.exit(biome && oxlint ? 0 : 1);
