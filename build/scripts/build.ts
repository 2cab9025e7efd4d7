/** Builds the bundles: all of them, or those named on the command line. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { build } from 'vite';
import { type BundleName, bundleConfig, bundleNames, dist, root } from '../bundles.ts';

const stamp = join(dist, 'built-from.txt');
const sources = ['shared', 'electron', 'renderer', 'resources/verifier', 'build/bundles.ts', 'package-lock.json'];

async function* filesUnder(path: string): AsyncGenerator<string> {
  if (!existsSync(path)) return;
  if (!(await stat(path)).isDirectory()) {
    yield path;
    return;
  }
  for (const entry of await readdir(path, { withFileTypes: true })) yield* filesUnder(join(path, entry.name));
}

/** A digest of the name, size and time of every file the bundles are made from. */
async function sourceState(): Promise<string> {
  const lines: string[] = [];
  for (const source of sources) {
    for await (const file of filesUnder(join(root, source))) {
      if (file.endsWith('.test.ts') || file.endsWith('.test.tsx')) continue;
      const { size, mtimeMs } = await stat(file);
      lines.push(`${relative(root, file)} ${size} ${mtimeMs}`);
    }
  }
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
}

/** Builds the named bundles together and returns how long it took in milliseconds; throws if one cannot be built. */
export async function buildBundles(names: readonly BundleName[] = bundleNames): Promise<number> {
  const began = performance.now();
  const before = await sourceState();
  await rm(stamp, { force: true });
  await Promise.all(names.map((name) => build(bundleConfig(name, 'production'))));
  if (bundleNames.every((name) => names.includes(name))) {
    await mkdir(dist, { recursive: true });
    await writeFile(stamp, before);
  }
  return Math.round(performance.now() - began);
}

/** Builds everything unless nothing has changed since the last whole build. */
export async function buildIfStale(say: (line: string) => void = console.error): Promise<void> {
  const built = await readFile(stamp, 'utf8').catch(() => '');
  if (built === (await sourceState())) return;
  say('Building...');
  const took = await buildBundles();
  say(`Built in ${(took / 1000).toFixed(1)} s.`);
}

if (import.meta.main) {
  const named = process.argv.slice(2);
  const unknown = named.filter((name) => !(bundleNames as readonly string[]).includes(name));
  if (unknown.length > 0) {
    console.error(`There is no bundle called ${unknown.join(', ')}. Bundles: ${bundleNames.join(', ')}.`);
    process.exit(1);
  }
  try {
    const took = await buildBundles(named.length > 0 ? (named as BundleName[]) : bundleNames);
    console.log(`Built in ${(took / 1000).toFixed(1)} s.`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
