// What the official runtime's own default application does, for the development runtime that arrives without one:
// find the application folder among the switches, honour `-r` (Playwright's loader comes in that way), and load its main file.
const { app } = require('electron');
const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');

const wanted = { file: undefined, modules: [] };
let expectsModule = false;
for (const argument of process.argv.slice(1)) {
  if (expectsModule) {
    wanted.modules.push(argument);
    expectsModule = false;
  } else if (argument === '-r' || argument === '--require') {
    expectsModule = true;
  } else if (argument === '-v' || argument === '--version') {
    console.log(`v${process.versions.electron}`);
    process.exit(0);
  } else if (!argument.startsWith('-')) {
    wanted.file = argument;
    break;
  }
}

if (wanted.modules.length > 0) Module._preloadModules(wanted.modules);

if (wanted.file === undefined) {
  console.error('No application folder was named.');
  process.exit(1);
}

Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });

const folder = path.resolve(wanted.file);
const manifest = path.join(folder, 'package.json');
let appPath;
if (fs.existsSync(manifest)) {
  const described = JSON.parse(fs.readFileSync(manifest, 'utf8'));
  if (described.version) app.setVersion(described.version);
  app.setName(described.productName || described.name);
  app.setDesktopName(described.desktopName || `${app.getName()}.desktop`);
  appPath = folder;
}
const file = Module._resolveFilename(folder, null, true);
app.setAppPath(appPath || path.dirname(file));
Module._load(file, module, true);
