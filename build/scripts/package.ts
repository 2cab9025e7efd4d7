/** `npm run package`: packs the application for this platform into out/. With --dir: only the folder, not an installer. */
import { build, Platform } from 'electron-builder';
import { root } from '../bundles.ts';
import { packageConfig } from '../package-config.ts';
import { buildIfStale } from './build.ts';
import { electronRuntimeOrExit, oldRuntimeNotice } from './electron-runtime.ts';

const say = (line: string) => console.error(line);
const folderOnly = process.argv.includes('--dir');

process.chdir(root);
const runtime = await electronRuntimeOrExit(say);
if (!runtime.official) {
  say(oldRuntimeNotice);
  if (!folderOnly) {
    say('An installer is made with the official runtime only. To try the packed application here: npm run package:dir');
    process.exit(1);
  }
}
await buildIfStale(say);

const config = packageConfig(runtime.distPath, runtime.version);
const written = await build({
  projectDir: root,
  publish: 'never',
  config: folderOnly ? { ...config, compression: 'store' } : config,
  ...(folderOnly ? { targets: Platform.current().createTarget('dir') } : {}),
});
for (const file of written) console.log(file);
console.log('Packed into out/.');
