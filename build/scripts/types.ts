/** Checks the types of each side with what that side may know: no DOM in the engine, no Node in the window, neither in `shared/`. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../bundles.ts';

const projects = ['shared/tsconfig.json', 'electron/tsconfig.json', 'renderer/tsconfig.json', 'tsconfig.json'];
const compiler = join(root, 'node_modules/typescript/bin/tsc');

function check(project: string): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [compiler, '-p', project, '--pretty', 'false'], { cwd: root });
    let output = '';
    child.stdout.on('data', (text) => (output += text));
    child.stderr.on('data', (text) => (output += text));
    child.once('close', (code) => {
      if (code !== 0) console.error(`${project}:\n${output.trimEnd()}`);
      resolve(code === 0);
    });
  });
}

const outcomes: boolean[] = [];
for (const project of projects) outcomes.push(await check(project));
process.exit(outcomes.every(Boolean) ? 0 : 1);
