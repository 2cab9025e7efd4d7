import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const project = join(import.meta.dirname, '../..');
const documents = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'];
const scripts = (JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { scripts: Record<string, string> }).scripts;

/** The paths a document names between backticks; `<noun>` stands for any noun, here for `meeting`. */
function pathsIn(text: string): string[] {
  return [...text.matchAll(/`((?:shared|electron|renderer|build|resources|test)\/[^`*\s]*)`/g)].map(([, path]) =>
    (path ?? '').replaceAll('<noun>', 'meeting'),
  );
}

function scriptsIn(text: string): string[] {
  return [...text.matchAll(/npm run ([a-z:-]+)/g)].map(([, name]) => name ?? '');
}

describe.each(documents)('%s', (name) => {
  const text = readFileSync(join(project, name), 'utf8');

  it('names only files and folders that exist', () => {
    // Written by a run of the end-to-end tests.
    const paths = pathsIn(text).filter((path) => path !== 'test/e2e/screens/');
    expect(paths.length).toBeGreaterThan(0);
    expect(paths.filter((path) => !existsSync(join(project, path)))).toEqual([]);
  });

  it('names only commands that exist', () => {
    expect(scriptsIn(text).filter((script) => !(script in scripts))).toEqual([]);
  });
});

it('a path or a command that does not exist would be found', () => {
  expect(pathsIn('see `shared/domain/<noun>/<noun>.gone.ts`').map((path) => existsSync(join(project, path)))).toEqual([false]);
  expect(scriptsIn('npm run nothing').map((script) => script in scripts)).toEqual([false]);
});
