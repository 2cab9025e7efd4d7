import type { App } from 'electron';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { leaveMemoryOutOfCoreDumps } from './core-dumps.ts';

/** Where the application keeps what it keeps: all of it below one folder, which `--user-data-dir` moves. */
export interface Places {
  readonly profile: string;
  readonly vault: string;
  readonly windowPlace: string;
}

const OWNER_ONLY = 0o700;

/** Chromium's own habits that would reach the disk or the network behind our back. Valueless ones map to the empty string. */
function switches(devServerHost: string | null): Readonly<Record<string, string>> {
  return {
    'disable-http-cache': '',
    'disable-gpu-shader-disk-cache': '',
    'disable-breakpad': '',
    'disable-crash-reporter': '',
    'disable-background-networking': '',
    'disable-component-update': '',
    'disable-domain-reliability': '',
    'disable-sync': '',
    'no-pings': '',
    'force-webrtc-ip-handling-policy': 'disable_non_proxied_udp',
    'host-resolver-rules': `MAP * ~NOTFOUND${devServerHost === null ? '' : ` , EXCLUDE ${devServerHost}`}`,
    lang: 'en-GB',
  };
}

/** Must run before the application is ready: settles every folder, the sandbox, and what Chromium may do by itself. */
export function settleProfile(app: App, devServerHost: string | null): Places {
  process.umask(0o077);
  leaveMemoryOutOfCoreDumps();
  // Together with --no-sandbox (root, containers) this would kill every child process; the window is told to be sandboxed either way.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  for (const [name, value] of Object.entries(switches(devServerHost))) app.commandLine.appendSwitch(name, value);

  const profile = app.getPath('userData');
  mkdirSync(profile, { recursive: true, mode: OWNER_ONLY });
  chmodSync(profile, OWNER_ONLY);
  app.setPath('sessionData', join(profile, 'window'));
  app.setPath('crashDumps', join(profile, 'window', 'crashes'));
  app.setAppLogsPath(join(profile, 'window', 'logs'));
  return { profile, vault: join(profile, 'vault'), windowPlace: join(profile, 'window-place.json') };
}
