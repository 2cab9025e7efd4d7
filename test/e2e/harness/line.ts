import type { Page } from '@playwright/test';
import type { Result } from '#shared/base/result.ts';
import type { AskArgs, AskName, AskOut } from '#shared/contracts/bridge/asks.ts';

interface Held {
  line: MessagePort;
  answers: { readonly t: string; readonly n: number; readonly result?: unknown }[];
}

/** The page's own line to the engine, held by a test: for what the screen would never send, or for one ask without its screen. */
export interface Line {
  /** Sends anything at all. */
  send(messages: readonly unknown[]): Promise<void>;
  /** The answer to the request of this number. */
  answer(n: number): Promise<{
    readonly ok: boolean;
    readonly refusals?: readonly { readonly code: string; readonly message: string }[];
    readonly value?: unknown;
  }>;
  /** Everything the engine has said on this line since the page was loaded. */
  said(): Promise<readonly { readonly t: string; readonly n: number; readonly result?: unknown }[]>;
  ask<Name extends AskName>(name: Name, args: AskArgs<Name>): Promise<Result<AskOut[Name]>>;
}

/** Far above the numbers the page itself counts with. */
let lastNumber = 900_000_000;

/** Loads the page anew with the test listening in; nobody may be signed in yet, or the page goes on where it was. */
export async function holdLine(page: Page): Promise<Line> {
  await page.addInitScript(() => {
    window.addEventListener('message', (event) => {
      const [port] = event.ports;
      if (!port) return;
      const held = window as unknown as Held;
      held.line = port;
      held.answers = [];
      port.addEventListener('message', (answer: MessageEvent<Held['answers'][number]>) => held.answers.push(answer.data));
    });
  });
  await page.reload();
  await page.waitForFunction(() => 'line' in window);
  const line: Line = {
    send: (messages) =>
      page.evaluate((all) => {
        for (const message of all) (window as unknown as Held).line.postMessage(message);
      }, messages),
    async answer(n) {
      const handle = await page.waitForFunction(
        (wanted) => (window as unknown as Held).answers.find((said) => said.n === wanted && said.t === 'answer')?.result,
        n,
        { timeout: 60_000 },
      );
      return (await handle.jsonValue()) as Awaited<ReturnType<Line['answer']>>;
    },
    said: () => page.evaluate(() => (window as unknown as Held).answers),
    async ask<Name extends AskName>(name: Name, args: AskArgs<Name>) {
      const n = ++lastNumber;
      await line.send([{ t: 'ask', n, name, args }]);
      return (await line.answer(n)) as Result<AskOut[Name]>;
    },
  };
  return line;
}
