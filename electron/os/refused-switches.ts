/**
 * Switches of Chromium and Node that open a door into the running application: what is on the screen and in memory could be read through
 * it, its walls taken down, or its traffic sent elsewhere. Nobody needs one in an application that ships.
 */
export const REFUSED_SWITCHES = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'inspect',
  'inspect-brk',
  'inspect-wait',
  'inspect-port',
  'inspect-publish-uid',
  'debug',
  'debug-brk',
  'js-flags',
  'load-extension',
  'disable-web-security',
  'disable-site-isolation-trials',
  'unsafely-treat-insecure-origin-as-secure',
  'ignore-certificate-errors',
  'host-rules',
  'host-resolver-rules',
  'proxy-server',
  'proxy-pac-url',
  'log-net-log',
  'ssl-key-log-file',
  'enable-logging',
  'trace-startup',
  'single-process',
  'in-process-gpu',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
  'browser-subprocess-path',
] as const;

/** The first switch a packaged application refuses to start with; empty when there is none, and always while developing. */
export function refusedSwitch(isPackaged: boolean, has: (name: string) => boolean): string {
  return isPackaged ? (REFUSED_SWITCHES.find(has) ?? '') : '';
}
