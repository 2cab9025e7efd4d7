import type { Page } from '@playwright/test';
import type { TypingSeen } from './figures.ts';

/** What the page notes of itself, on its own clock. */
interface Noted {
  readonly keys: number[];
  readonly sent: { readonly n: number; readonly t: string; readonly name: string; readonly at: number; readonly length: number }[];
  readonly answered: Record<number, number>;
  arrived: Promise<number> | null;
}
type NotingWindow = { noted: Noted };

/** Makes every document the page loads from now on note its keys, what it sends to the engine and when that was answered. */
export async function noteTimes(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const noted: Noted = { keys: [], sent: [], answered: {}, arrived: null };
    (window as unknown as NotingWindow).noted = noted;
    const post = MessagePort.prototype.postMessage;
    MessagePort.prototype.postMessage = function (this: MessagePort, message: unknown, ...rest: never[]) {
      // React's scheduler uses ports of its own and sends nothing over them.
      const asked = message as { n: number; t: string; name?: string; args?: { fields?: { text?: string } } } | null;
      if (asked !== null && typeof asked === 'object') {
        const { n, t, name, args } = asked;
        noted.sent.push({ n, t, name: name ?? '', at: performance.now(), length: args?.fields?.text?.length ?? 0 });
      }
      post.call(this, message, ...rest);
    };
    window.addEventListener('message', (event) =>
      event.ports[0]?.addEventListener('message', (answer: MessageEvent<{ t: string; n: number }>) => {
        if (answer.data.t === 'answer') noted.answered[answer.data.n] = performance.now();
      }),
    );
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key.length === 1) noted.keys.push(event.timeStamp);
      },
      true,
    );
  });
}

/** Forgets what was noted so far. */
export async function noteAnew(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { noted } = window as unknown as NotingWindow;
    noted.keys.length = 0;
    noted.sent.length = 0;
  });
}

/** What was typed since, and when the engine said it was stored; resolves once everything sent was answered. */
export async function typingSeen(page: Page): Promise<TypingSeen> {
  await page.waitForFunction(() => {
    const { sent, answered } = (window as unknown as NotingWindow).noted;
    return sent.filter((one) => one.t === 'command').every((one) => one.n in answered);
  });
  return page.evaluate(() => {
    const { keys, sent, answered } = (window as unknown as NotingWindow).noted;
    return {
      keys: [...keys],
      sendings: sent
        .filter((one) => one.name === 'draft.keep')
        .map((one) => ({ length: one.length, storedAt: answered[one.n] ?? Number.NaN })),
    };
  });
}

/** How long the engine took to answer the last ask of this name, as the window saw it. */
export function answerTook(page: Page, name: string): Promise<number> {
  return page.evaluate((asked) => {
    const { sent, answered } = (window as unknown as NotingWindow).noted;
    const last = sent.filter((one) => one.name === asked).at(-1);
    return last === undefined ? Number.NaN : (answered[last.n] ?? Number.NaN) - last.at;
  }, name);
}

/** Presses Enter and says how long it took from the key until an element of each selector was there and the next frame drawn. */
export async function enterUntil(page: Page, selectors: readonly string[]): Promise<number> {
  await page.evaluate((wanted) => {
    (window as unknown as NotingWindow).noted.arrived = new Promise((resolve) => {
      let pressedAt = 0;
      window.addEventListener('keydown', (event) => (pressedAt = event.timeStamp), { capture: true, once: true });
      const look = (): void => {
        if (pressedAt === 0 || !wanted.every((selector) => document.querySelector(selector) !== null)) return;
        watching.disconnect();
        // The frame after the next one is begun once this one is on the screen.
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - pressedAt)));
      };
      const watching = new MutationObserver(look);
      watching.observe(document, { childList: true, subtree: true, attributes: true });
    });
  }, selectors);
  await page.keyboard.press('Enter');
  return page.evaluate(() => (window as unknown as NotingWindow).noted.arrived as Promise<number>);
}
