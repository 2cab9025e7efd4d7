/**
 * The six bundles the product is made of, as Vite configurations.
 *
 * The four that run in Node are CommonJS, because the oldest Electron that is supported cannot load an ES-module
 * main file, and they carry everything they need except the two packages with native code.
 */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { InlineConfig, Plugin } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';

/** The project's folder. */
export const root = join(import.meta.dirname, '..');

/** Where every bundle is written. */
export const dist = join(root, 'dist');

const oldestBrowser = 'chrome114';
const oldestNode = 'node18.15';

/** Packages that are not bundled: the runtime itself, and those that load a native binary beside their own files (the database: below). */
const external = ['electron', /^electron\//, /^node:/, ...builtinModules, '@node-rs/argon2'];

export const bundleNames = ['renderer', 'main', 'preload', 'engine', 'pictures', 'verifier'] as const;
export type BundleName = (typeof bundleNames)[number];

const entries: Record<BundleName, string> = {
  renderer: 'renderer/index.html',
  main: 'electron/main.ts',
  preload: 'electron/preload.ts',
  engine: 'electron/engine/engine.ts',
  pictures: 'electron/engine/pictures/picture-worker.ts',
  verifier: 'resources/verifier/index.html',
};

function entryOf(name: BundleName): string {
  return join(root, entries[name]);
}

/**
 * The database's package says it is an ES module in its CommonJS file too, so its default export would arrive one
 * level too deep in a CommonJS bundle: this hands out the same names as `import` does in plain Node.
 */
const databaseAsImported: Plugin = {
  name: 'cordon-database-as-imported',
  enforce: 'pre',
  resolveId(id, importer) {
    if (id !== '@signalapp/sqlcipher') return null;
    return importer === '\0as-imported-sqlcipher' ? { id, external: true } : '\0as-imported-sqlcipher';
  },
  load(id) {
    if (id !== '\0as-imported-sqlcipher') return null;
    return `const database = require('@signalapp/sqlcipher');
      export default database.default;
      export const Database = database.Database;
      export const setLogger = database.setLogger;`;
  },
};

const shared = (mode: string): InlineConfig => ({
  configFile: false,
  envDir: false,
  mode,
  logLevel: 'warn',
  clearScreen: false,
});

function nodeBundle(name: 'main' | 'preload' | 'engine' | 'pictures', mode: string): InlineConfig {
  return {
    ...shared(mode),
    root,
    publicDir: false,
    plugins: [databaseAsImported],
    define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: entryOf(name),
      target: oldestNode,
      outDir: join(dist, name),
      emptyOutDir: true,
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        external,
        output: { format: 'cjs', entryFileNames: `${name}.cjs`, codeSplitting: false },
      },
    },
  };
}

function renderer(mode: string): InlineConfig {
  return {
    ...shared(mode),
    root: join(root, 'renderer'),
    plugins: [react()],
    // The application puts each document's own nonce where this stands.
    html: mode === 'development' ? { cspNonce: '__CSP_NONCE__' } : {},
    build: {
      target: oldestBrowser,
      cssTarget: oldestBrowser,
      outDir: join(dist, 'renderer'),
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      // Reads of the icon package's six thousand files only the few that are used.
      rolldownOptions: { experimental: { lazyBarrel: true } },
      // Fonts and images come as files of their own: the window's content policy allows no more than it must.
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 4000,
    },
  };
}

/** Lets the verifier page run its own script and no other: the policy names the script by its hash. */
function withScriptHash(html: string): string {
  const scripts = [...html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((found) => found[1] ?? '');
  const hashes = scripts.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  const policy = "script-src 'unsafe-inline'";
  if (scripts.every((script) => script === '') || !html.includes(policy))
    throw new Error('the verifier page has no script or no content policy');
  return html.replace(policy, () => `script-src ${hashes.join(' ')}`);
}

const namedVerifier: Plugin = {
  name: 'cordon-verifier-name',
  enforce: 'post',
  generateBundle(_options, bundle) {
    const page = bundle['index.html'];
    if (page !== undefined) page.fileName = 'verifier.html';
  },
  // Only when written is the script inside the page, and only then has it its hash.
  async writeBundle({ dir }) {
    const file = join(dir ?? dist, 'verifier.html');
    await writeFile(file, withScriptHash(await readFile(file, 'utf8')));
  },
};

function verifier(mode: string): InlineConfig {
  return {
    ...shared(mode),
    root: join(root, 'resources/verifier'),
    publicDir: false,
    plugins: [viteSingleFile({ removeViteModuleLoader: true }), namedVerifier],
    build: {
      target: oldestBrowser,
      outDir: join(dist, 'verifier'),
      emptyOutDir: true,
      reportCompressedSize: false,
      modulePreload: { polyfill: false },
    },
  };
}

/** The configuration one bundle is built with; the mode is `production` or `development`. */
export function bundleConfig(name: BundleName, mode: string): InlineConfig {
  if (name === 'renderer') return renderer(mode);
  if (name === 'verifier') return verifier(mode);
  return nodeBundle(name, mode);
}
