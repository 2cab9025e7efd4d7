/*
 * Electron's security checklist (electronjs.org/docs/latest/tutorial/security), item by item, held against the running application.
 *
 *  1 Only load secure content ................... no content is loaded from anywhere: here, and no-network.e2e.ts
 *  2 No Node.js integration ..................... here
 *  3 Context isolation .......................... here
 *  4 Process sandboxing ......................... here (the kernel's filter is looked at when the tests do not run as root)
 *  5 Permission requests ........................ here: all denied
 *  6 webSecurity not disabled ................... here
 *  7 Content-Security-Policy .................... here: no remote origin, a fresh nonce, no breach on the page as it is
 *  8 allowRunningInsecureContent off ............ here
 *  9 Experimental features off .................. here
 * 10 enableBlinkFeatures not used ............... here
 * 11 <webview> allowpopups ...................... does not apply: there is no <webview>, which 12 shows
 * 12 <webview> options verified ................. here: the element is dead, and attaching is refused besides
 * 13 Navigation limited ......................... here: none at all
 * 14 New windows limited ........................ here: none at all
 * 15 shell.openExternal with untrusted content .. does not apply: the word does not occur in the built application, which is tested here
 * 16 Current version of Electron ................ shipping.e2e.ts: the version that ships is pinned in package.json; the runtime these tests
 *                                                 may run on (25.1.1) is for closed networks and is never packaged
 * 17 Sender of IPC messages validated ........... here, and electron/window/sender.test.ts
 * 18 No file:// ................................. here: app:// only, and no way out of its folder
 * 19 Fuses ...................................... shipping.e2e.ts
 * 20 No Electron API exposed to the page ........ here: the preload leaves nothing behind in the page
 */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WebContents } from 'electron';
import { root } from '#build/bundles.ts';
import { isLinuxRoot } from '#build/scripts/run-on-display.ts';
import { PAGE_ORIGIN, PORT_ANNOUNCEMENT } from '#shared/contracts/bridge/announcements.ts';
import { expect, test } from '#test/e2e/harness/cordon.ts';
import { holdLine } from '#test/e2e/harness/line.ts';
import { commandLine, enginePid, environmentOf, processesOf } from '#test/e2e/harness/running-app.ts';

type Preferences = Readonly<Record<string, unknown>>;

test('1 and 18: the page comes from app://cordon and from nowhere else', async ({ cordon }) => {
  const used: string[] = [];
  cordon.page.on('request', (request) => used.push(request.url()));
  await cordon.page.reload();
  await cordon.page.getByRole('heading').first().waitFor();
  expect(used.length, 'the page consists of more than one file').toBeGreaterThan(2);
  for (const address of used) expect(address.startsWith(`${PAGE_ORIGIN}/`) || /^(data|blob):/.test(address), address).toBe(true);
});

test('2, 3, 4, 6, 8, 9, 10 and 12: the window is made with every protection on', async ({ cordon }) => {
  const preferences = await cordon.app.evaluate(({ BrowserWindow }) =>
    (BrowserWindow.getAllWindows()[0]?.webContents as unknown as { getLastWebPreferences(): Preferences }).getLastWebPreferences(),
  );
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
  });
  // Told only where they differ from Electron's own setting, which for these is off.
  for (const name of ['nodeIntegrationInWorker', 'spellcheck']) expect(preferences[name] ?? false, name).toBe(false);
  expect(preferences['enableBlinkFeatures'] ?? '').toBe('');
  expect(preferences['disableBlinkFeatures'] ?? '').toBe('');
});

test('2, 3 and 20: the page finds nothing of Node, Electron or the preload', async ({ cordon }) => {
  cordon.expectTrouble(/Refused to load the script 'node:fs'/);
  const found = await cordon.page.evaluate(async () => {
    const names = ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'ipcRenderer', 'electron', 'setImmediate'];
    const imported = await import(/* @vite-ignore */ 'node:fs'.slice(0)).then(
      () => 'imported',
      () => 'refused',
    );
    return { named: names.filter((name) => name in window), imported };
  });
  expect(found.named).toEqual([]);
  expect(found.imported).toBe('refused');
  // No bridge object at all: what the page gets is one message with one port.
  expect(readFileSync(join(root, 'dist/preload/preload.cjs'), 'utf8')).not.toContain('exposeInMainWorld');
});

test('4: the kernel filters what the window and the engine may ask of it', async ({ cordon }) => {
  test.skip(
    process.platform !== 'linux' || isLinuxRoot,
    'Chromium cannot use its sandbox as root; run the tests as another user to see this one',
  );
  const windowProcess = (await processesOf(cordon.app)).find((one) => one.kind === 'Tab');
  expect(readFileSync(`/proc/${windowProcess?.pid}/status`, 'utf8')).toMatch(/^Seccomp:\s+2$/m);
});

test('5: every permission is denied', async ({ cordon }) => {
  const outcome = await cordon.page.evaluate(async () => {
    const told: Record<string, string> = {};
    for (const name of [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'midi',
      'clipboard-read',
      'persistent-storage',
      'background-sync',
      'screen-wake-lock',
      'storage-access',
    ]) {
      told[name] = await navigator.permissions.query({ name: name as PermissionName }).then(
        (status) => status.state,
        () => 'unknown',
      );
    }
    const ask = async (way: () => Promise<unknown>): Promise<string> =>
      await way().then(
        (given) => (given === 'denied' || given === false ? 'denied' : 'given'),
        () => 'denied',
      );
    told['asking for the camera'] = await ask(() => navigator.mediaDevices.getUserMedia({ video: true, audio: true }));
    told['asking for the screen'] = await ask(() => navigator.mediaDevices.getDisplayMedia());
    told['asking to notify'] = await ask(() => Notification.requestPermission());
    told['asking where we are'] = await ask(
      () => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
    );
    told['reading the clipboard'] = await ask(() => navigator.clipboard.readText());
    told['asking for a key'] = await ask(() =>
      (navigator as unknown as { hid: { requestDevice(o: unknown): Promise<unknown[]> } }).hid
        .requestDevice({ filters: [] })
        .then((given) => given.length > 0),
    );
    return told;
  });
  expect(Object.keys(outcome).length).toBeGreaterThan(10);
  for (const [name, state] of Object.entries(outcome)) expect(`${name}: ${state}`).toMatch(/: (denied|unknown)$/);
});

test('7: the content policy names no remote origin, and each document has a nonce of its own', async ({ cordon }) => {
  const policies: string[] = [];
  const nonces: string[] = [];
  for (let load = 0; load < 2; load += 1) {
    const answer = await cordon.page.evaluate(() =>
      fetch('/').then(async (response) => ({
        policy: response.headers.get('content-security-policy') ?? '',
        html: await response.text(),
        sniff: response.headers.get('x-content-type-options'),
      })),
    );
    expect(answer.sniff).toBe('nosniff');
    const nonce = /'nonce-([A-Za-z0-9+/=]{20,})'/.exec(answer.policy)?.[1] ?? '';
    expect(answer.html).toContain(nonce);
    expect(answer.html).not.toContain('__CSP_NONCE__');
    nonces.push(nonce);
    policies.push(answer.policy.replaceAll(nonce, 'N'));
  }
  expect(new Set(nonces).size).toBe(2);
  const policy = new Map(
    (policies[0] ?? '')
      .split('; ')
      .map((directive): [string, string] => [directive.slice(0, directive.indexOf(' ')), directive.slice(directive.indexOf(' ') + 1)]),
  );
  expect(policy.get('default-src')).toBe("'none'");
  expect(policy.get('script-src')).toBe("'self'");
  expect(policy.get('style-src')).toBe("'self' 'nonce-N'");
  expect(policy.get('connect-src')).toBe("'self'");
  for (const forbidden of ['frame-src', 'object-src', 'base-uri', 'form-action', 'frame-ancestors'])
    expect(policy.get(forbidden), forbidden).toBe("'none'");
  expect([...policy.values()].join(' ')).not.toMatch(/https?:|wss?:|\*|unsafe/);
});

test('7: script and style that were slipped into the page do not run', async ({ cordon }) => {
  cordon.expectTrouble(/violates the following Content Security Policy/);
  const ran = await cordon.page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.slippedIn = true';
    document.body.append(script);
    const image = document.createElement('img');
    image.setAttribute('onerror', 'window.slippedIn = true');
    image.src = 'data:,';
    document.body.append(image);
    const style = document.createElement('style');
    style.textContent = 'body { outline: 7px solid rgb(1, 2, 3) }';
    document.head.append(style);
    let evaluated = true;
    try {
      new Function('return 1')();
    } catch {
      evaluated = false;
    }
    return { script: 'slippedIn' in window, style: getComputedStyle(document.body).outlineColor === 'rgb(1, 2, 3)', evaluated };
  });
  // Playwright evaluates in the page by means that the policy does not reach, so `new Function` is only tried, not judged.
  expect({ script: ran.script, style: ran.style }).toEqual({ script: false, style: false });
  expect(cordon.troubles().length).toBeGreaterThan(0);
});

test('12: a webview is an empty element, and attaching one is refused', async ({ cordon }) => {
  const contentsBefore = await cordon.app.evaluate(({ webContents }) => webContents.getAllWebContents().length);
  const alive = await cordon.page.evaluate(() => {
    const webview = document.createElement('webview') as HTMLElement & { getWebContentsId?: () => number };
    webview.setAttribute('src', 'app://cordon/');
    webview.setAttribute('allowpopups', '');
    document.body.append(webview);
    return typeof webview.getWebContentsId;
  });
  expect(alive).toBe('undefined');
  expect(await cordon.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(contentsBefore);
  const refused = await cordon.app.evaluate(({ BrowserWindow }) => {
    let prevented = false;
    BrowserWindow.getAllWindows()[0]?.webContents.emit('will-attach-webview', { preventDefault: () => (prevented = true) }, {}, {});
    return prevented;
  });
  expect(refused).toBe(true);
});

test('13: the page cannot be led anywhere else, by link, script, form or refresh', async ({ cordon }) => {
  cordon.expectTrouble(/Content Security Policy|Not allowed to (load|navigate)|Refused to refresh/);
  const before = cordon.page.url();
  const seen = await cordon.app.evaluateHandle(({ BrowserWindow }) => {
    const events: { readonly url: string; readonly went: boolean }[] = [];
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    // Asked after the application's own listener, so it sees what that one decided.
    contents?.on('will-frame-navigate', (event) => void events.push({ url: event.url, went: !event.defaultPrevented }));
    contents?.on('did-navigate', (_event, url) => void events.push({ url, went: true }));
    return events;
  });
  const ways: Readonly<Record<string, (url: string) => void>> = {
    link: (url) => {
      const link = document.createElement('a');
      link.href = url;
      document.body.append(link);
      link.click();
      link.remove();
    },
    script: (url) => window.location.assign(url),
    refresh: (url) => {
      const refresh = document.createElement('meta');
      refresh.httpEquiv = 'refresh';
      refresh.content = `0;url=${url}`;
      document.head.append(refresh);
      refresh.remove();
    },
  };
  for (const [way, go] of Object.entries(ways)) {
    // Chromium itself refuses these in the page; nothing is asked of the application.
    for (const target of ['file:///etc/hostname', 'data:text/html,x']) await cordon.page.evaluate(go, target);
    for (const target of ['https://example.org/', 'http://127.0.0.1:9/', 'app://empty/', 'app://cordon/again']) {
      const url = `${target}?${way}`;
      await cordon.page.evaluate(go, url);
      await expect.poll(() => seen.jsonValue()).toContainEqual({ url, went: false });
    }
  }
  await cordon.page.evaluate(() => {
    const form = document.createElement('form');
    form.action = 'app://cordon/form';
    document.body.append(form);
    form.submit();
  });
  expect((await seen.jsonValue()).filter((event) => event.went)).toEqual([]);
  expect(cordon.page.url()).toBe(before);

  // An empty address is the one that asks nobody first: the page comes back by itself.
  await cordon.page.evaluate(() => window.location.assign('about:blank')).catch(() => undefined);
  await cordon.page.waitForURL('app://cordon/?opened=window-crash');
});

test('14: no second window opens', async ({ cordon }) => {
  cordon.expectTrouble(/Content Security Policy/);
  const opened = await cordon.page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'app://cordon/';
    link.target = '_blank';
    document.body.append(link);
    link.click();
    link.remove();
    return ['https://example.org/', 'app://cordon/', 'about:blank', ''].map((url) => window.open(url, '_blank', 'popup') === null);
  });
  expect(opened).toEqual([true, true, true, true]);
  expect(await cordon.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('15: the built application never hands an address to the operating system', () => {
  const built = ['main/main.cjs', 'preload/preload.cjs', 'engine/engine.cjs']
    .map((file) => readFileSync(join(root, 'dist', file), 'utf8'))
    .join('\n');
  expect(built.length).toBeGreaterThan(100_000);
  expect(built).not.toMatch(/openExternal|openPath/);
});

test('17: a line to the engine is given to our page only, whoever asks', async ({ cordon }) => {
  await cordon.page.evaluate((announcement) => {
    const counted = window as unknown as { ports: number };
    counted.ports = 0;
    window.addEventListener('message', (event) => {
      if (event.data === announcement) counted.ports += 1;
    });
  }, PORT_ANNOUNCEMENT);
  const ports = () => cordon.page.evaluate(() => (window as unknown as { ports: number }).ports);

  await cordon.app.evaluate(async ({ BrowserWindow, ipcMain }) => {
    const stranger = new BrowserWindow({ show: false, webPreferences: { nodeIntegration: true, contextIsolation: false, sandbox: false } });
    const asked = new Promise<void>((resolve) => ipcMain.once('stranger:asked', () => resolve()));
    await stranger.loadURL('data:text/html,<title>stranger</title>');
    await stranger.webContents.executeJavaScript(
      `const { ipcRenderer } = require('electron'); ipcRenderer.send('cordon:wants-port'); ipcRenderer.send('stranger:asked')`,
    );
    await asked;
    stranger.destroy();
  });
  expect(await ports()).toBe(0);

  // The same request in our page's name is answered, so the count above means something.
  await cordon.app.evaluate(({ BrowserWindow, ipcMain }) => {
    const page = BrowserWindow.getAllWindows()[0]?.webContents as WebContents;
    ipcMain.emit('cordon:wants-port', { sender: page, senderFrame: page.mainFrame });
  });
  await expect.poll(ports).toBe(1);
});

test('17: the engine answers nonsense with a refusal and goes on', async ({ cordon }) => {
  const line = await holdLine(cordon.page);
  const before = await enginePid(cordon.app);
  const nonsense = [
    null,
    0,
    'x',
    [],
    {},
    { t: 'command' },
    { t: 'command', n: -1, name: 'x', args: {} },
    { t: 'ask', n: 1e300, name: 'session.look', args: {} },
    { t: '__proto__', n: 1 },
    { t: 'hello', n: 1.5, version: 'x' },
    'x'.repeat(1_000_000),
  ];
  await line.send([
    ...nonsense,
    { t: 'ask', n: 987_654, name: 'no.such-ask', args: {} },
    { t: 'command', n: 987_655, name: 'constructor', args: {} },
    { t: 'ask', n: 987_656, name: 'session.look', args: {} },
  ]);
  expect(await line.answer(987_654)).toMatchObject({ ok: false });
  expect(await line.answer(987_655)).toMatchObject({ ok: false });
  expect(await line.answer(987_656)).toMatchObject({ ok: true });
  const malformed = (await line.said()).filter(
    (said) => (said.result as { refusals?: { code: string }[] } | undefined)?.refusals?.[0]?.code === 'bridge/malformed',
  );
  expect(malformed).toHaveLength(nonsense.length);
  expect(await enginePid(cordon.app)).toBe(before);
});

test('18: no address leads out of the folder the page is made of', async ({ cordon }) => {
  cordon.expectTrouble(/Failed to load resource|Content Security Policy/);
  const statuses = await cordon.page.evaluate(async () => {
    const ways = [
      '/..%2fmain%2fmain.js',
      '/..%2f..%2fpackage.json',
      '/assets/..%2f..%2f..%2fpackage.json',
      '/%2e%2e%2f%2e%2e%2fpackage.json',
      '/..%5c..%5cpackage.json',
      '/%00.js',
      '/%zz.js',
      '/engine.cjs',
      '/vault.db',
      'app://other/index.html',
    ];
    return await Promise.all(
      ways.map(
        async (way): Promise<[string, number]> => [
          way,
          await fetch(way).then(
            (response) => response.status,
            () => 0,
          ),
        ],
      ),
    );
  });
  for (const [way, status] of statuses) expect([0, 404], `${way} gave ${status}`).toContain(status);
  const post = await cordon.page.evaluate(() => fetch('/', { method: 'POST', body: 'x' }).then((response) => response.status));
  expect(post).toBe(405);
  const whole = await cordon.page.evaluate(() => fetch('/index.html').then((response) => response.status));
  expect(whole).toBe(200);
});

test('a second start on the same profile is refused, and the first window stays alone', async ({ cordon }) => {
  const { executable, args } = await commandLine(cordon.folders);
  const second = spawn(executable, args, { cwd: root, env: environmentOf(cordon.folders) });
  let said = '';
  second.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => second.once('exit', resolve));
  expect(code).toBe(0);
  expect(said).toContain('Cordon is already open on this workstation.');
  expect(await cordon.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  expect(await cordon.page.evaluate(() => document.readyState)).toBe('complete');
});

test('the title of the window never says what is on the page', async ({ cordon }) => {
  const told = await cordon.app.evaluateHandle(({ BrowserWindow }) => {
    const titles: string[] = [];
    BrowserWindow.getAllWindows()[0]?.on('page-title-updated', (_event, title) => void titles.push(title));
    return titles;
  });
  await cordon.page.evaluate(() => {
    document.title = 'Operation Larkspur: surveillance at 14 Quay Street';
  });
  await expect.poll(() => told.jsonValue()).toContain('Operation Larkspur: surveillance at 14 Quay Street');
  expect(await cordon.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())).toBe('Cordon');
});

test('nothing the page keeps in its own storage is on the disk', async ({ cordon }) => {
  const canary = 'larkspur-canary-57201';
  await cordon.page.evaluate(async (word) => {
    localStorage.setItem('word', word);
    sessionStorage.setItem('word', word);
    document.cookie = `word=${word}`;
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open('canary', 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('words');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const writing = opening.result.transaction('words', 'readwrite');
        writing.objectStore('words').put(word, 1);
        writing.oncomplete = () => resolve();
      };
    });
    const cache = await caches.open('canary').catch(() => null);
    await cache?.put('/word', new Response(word)).catch(() => undefined);
  }, canary);
  const everyFile = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? everyFile(join(folder, entry.name)) : entry.isFile() ? [join(folder, entry.name)] : [],
    );
  const holding = (): string[] =>
    Object.values(cordon.folders)
      .flatMap(everyFile)
      .filter((file) => {
        const bytes = readFileSync(file);
        return bytes.includes(canary) || bytes.includes(Buffer.from(canary, 'utf16le'));
      });
  expect(holding()).toEqual([]);
  await cordon.quit();
  expect(holding()).toEqual([]);
});
