import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { findElectronRuntime } from '#build/scripts/electron-runtime.ts';
import { isLinuxRoot } from '#build/scripts/run-on-display.ts';
import { expect, test } from '#test/e2e/harness/cordon.ts';
import { processesOf, socketsOf } from '#test/e2e/harness/running-app.ts';
import { type ListeningServer, listen } from './fixtures/listening-server.ts';
import { reachOut } from './fixtures/reach-out.ts';

let server: ListeningServer;
test.beforeEach(async () => {
  server = await listen();
});
test.afterEach(() => server.close());

// Electron makes no connection for rel=preconnect or dns-prefetch by itself, so there is nothing to try there.
const targets = () => ({ http: server.http, stun: server.stun });

test('what is tried from a window that nobody shut does arrive, so these tests would notice', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'cordon-open-window-'));
  const { executable } = await findElectronRuntime();
  const app = await _electron.launch({
    executablePath: executable,
    args: [
      join(import.meta.dirname, 'fixtures/open-window'),
      `--page=http://${server.http}/page`,
      '--log-level=3',
      ...(isLinuxRoot ? ['--no-sandbox'] : []),
      `--user-data-dir=${profile}`,
    ],
  });
  try {
    // Not waited for: WebRTC goes on asking a server that never answers.
    void (await app.firstWindow()).evaluate(reachOut, targets()).catch(() => undefined);
    const kinds = [
      'background',
      'beacon',
      'eventsource',
      'fetch',
      'form',
      'frame',
      'image',
      'prefetch',
      'preload',
      'script',
      'stylesheet',
      'video',
      'websocket',
      'window',
      'xhr',
    ];
    await expect.poll(() => server.arrived()).toEqual(expect.arrayContaining(server.stun.startsWith('127.') ? kinds : [...kinds, 'stun']));
  } finally {
    await app.close();
    await rm(profile, { recursive: true, force: true });
  }
});

test('nothing the page tries reaches a server that listens', async ({ cordon }) => {
  cordon.expectTrouble(/violates the (following|document's) Content Security Policy/);
  cordon.expectTrouble(/Failed to load resource|net::ERR_/);
  await cordon.page.evaluate(reachOut, targets());
  await cordon.quit();
  expect(server.arrived()).toEqual([]);
});

test.describe('without its content policy', () => {
  test.use({ bypassContentPolicy: true });

  test('the page still reaches nobody, because the session itself has no network', async ({ cordon }) => {
    cordon.expectTrouble(
      /Failed to load resource|net::ERR_|violates the following Content Security Policy|Failed to load because no supported source|MIME type|WebSocket connection to/,
    );
    await cordon.page.evaluate(reachOut, targets());
    await cordon.quit();
    expect(server.arrived()).toEqual([]);
  });
});

test('no process of the application holds a connection to anything but the test itself', async ({ cordon }) => {
  test.skip(process.platform !== 'linux', 'reads /proc');
  const held = (await processesOf(cordon.app)).flatMap((one) => socketsOf(one.pid).map((socket) => `${one.kind} ${one.name}: ${socket}`));
  // The test drives the application over two loopback sockets of the browser process.
  const loopback = /^Browser .*: tcp 0100007F:\w+ -> (0100007F:\w+|00000000:0000) /;
  expect(held.filter((socket) => !loopback.test(socket))).toEqual([]);
  expect(held.filter((socket) => loopback.test(socket)).length, 'the sockets of the test itself are seen').toBeGreaterThan(0);
});
