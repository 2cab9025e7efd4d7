import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { root } from '#build/bundles.ts';
import { packageConfig, setFuses } from '#build/package-config.ts';
import { findElectronRuntime } from '#build/scripts/electron-runtime.ts';
import { isLinuxRoot } from '#build/scripts/run-on-display.ts';
import { osText } from '#electron/os/text.ts';
import { expect, test } from '#test/e2e/harness/cordon.ts';
import { environmentOf, type Folders, startApp } from '#test/e2e/harness/running-app.ts';
import { listen } from './fixtures/listening-server.ts';
import { layOutPacked } from './fixtures/packed-app.ts';

let folder = '';
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cordon-shipping-'));
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

/** The labels and roles of every item of the application's menu. */
const menuOf = (app: Awaited<ReturnType<typeof startApp>>['app']): Promise<readonly string[]> =>
  app.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).flatMap((menu) => menu.submenu?.items ?? []).map((item) => (item.role ?? '').toLowerCase()),
  );

test('16: one exact version of Electron is packed, and it is not the old one for closed networks', async () => {
  const { devDependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { devDependencies: Record<string, string> };
  expect(devDependencies['electron']).toMatch(/^\d+\.\d+\.\d+$/);
  expect(Number(devDependencies['electron']?.split('.')[0])).toBeGreaterThanOrEqual(45);
});

test('19: a packed runtime cannot be used as Node, take code from the environment, or be inspected', async () => {
  const runtime = await findElectronRuntime();
  const executable = join(folder, basename(runtime.executable));
  await copyFile(runtime.executable, executable);
  for (const library of ['libffmpeg.so', 'icudtl.dat', 'snapshot_blob.bin', 'v8_context_snapshot.bin'])
    await symlink(join(dirname(runtime.executable), library), join(folder, library));
  const asNode = () =>
    spawnSync(executable, ['-e', 'console.log("this is Node")'], {
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      encoding: 'utf8',
      timeout: 60_000,
    }).stdout;
  expect(asNode(), 'before its fuses are set it can').toContain('this is Node');

  await setFuses(executable);
  const wire = await getCurrentFuseWire(executable);
  const off = [FuseV1Options.RunAsNode, FuseV1Options.EnableNodeOptionsEnvironmentVariable, FuseV1Options.EnableNodeCliInspectArguments];
  const on = [FuseV1Options.EnableCookieEncryption, FuseV1Options.OnlyLoadAppFromAsar, FuseV1Options.EnableEmbeddedAsarIntegrityValidation];
  for (const fuse of off) expect(wire[fuse], FuseV1Options[fuse]).toBe(FuseState.DISABLE);
  for (const fuse of on) expect(wire[fuse], FuseV1Options[fuse]).toBe(FuseState.ENABLE);
  expect(asNode()).not.toContain('this is Node');
});

test('19: packing sets these fuses and leaves the runtime’s own start page out', () => {
  const config = packageConfig('/electron', '45.0.0');
  expect(config.asar).toBe(true);
  expect(typeof config.afterPack).toBe('function');
});

test('a packed application does not start with a switch that would let another program look into it: it says so and touches nothing', async () => {
  test.skip(process.platform !== 'linux', 'laid out with links');
  const packed = await layOutPacked(await findElectronRuntime());
  try {
    for (const given of ['--remote-debugging-port=0', '--remote-debugging-pipe', '--inspect=0', '--proxy-server=localhost:1']) {
      const profile = join(folder, 'profile');
      const ended = spawnSync(packed.executable, [...(isLinuxRoot ? ['--no-sandbox'] : []), `--user-data-dir=${profile}`, given], {
        encoding: 'utf8',
        timeout: 60_000,
        env: environmentOf({ profile, temp: folder, home: folder }),
      });
      const name = given.slice(2).replace(/=.*/, '');
      expect(ended.status, given).toBe(1);
      expect(ended.stderr, given).toContain(osText.switches.refused(name));
      expect(existsSync(join(profile, 'vault')), given).toBe(false);
    }
  } finally {
    await packed.remove();
  }
});

test('a packed application opens no developer tools, listens to no development server, and offers no way to reload', async () => {
  test.skip(process.platform !== 'linux', 'laid out with links');
  const packed = await layOutPacked(await findElectronRuntime(), { driven: true });
  const server = await listen();
  const folders: Folders = { profile: join(folder, 'profile'), temp: join(folder, 'temp'), home: join(folder, 'home') };
  const troubles: string[] = [];
  const { app } = await startApp({
    folders,
    onTrouble: (trouble) => troubles.push(trouble),
    program: {
      executable: packed.executable,
      args: ['--log-level=3', ...(isLinuxRoot ? ['--no-sandbox'] : []), `--user-data-dir=${folders.profile}`],
      environment: { CORDON_DEV_SERVER: `http://${server.http}/` },
    },
  });
  try {
    expect(await app.evaluate(({ app: running }) => running.isPackaged)).toBe(true);
    const opened = await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      contents?.openDevTools();
      return contents?.isDevToolsOpened();
    });
    expect(opened).toBe(false);
    const menu = await menuOf(app);
    expect(menu).toContain('copy');
    expect(menu.filter((role) => /reload|devtools/.test(role))).toEqual([]);
    expect(server.arrived()).toEqual([]);
    expect(troubles).toEqual([]);
  } finally {
    await app.close();
    await server.close();
    await packed.remove();
  }
});

test('while developing, the developer tools are in the menu, so the test above would see them', async ({ cordon }) => {
  expect((await menuOf(cordon.app)).filter((role) => /reload|devtools/.test(role))).toEqual(['reload', 'toggledevtools']);
});
