import { type Result, ok, refused } from '#shared/base/result.ts';
import { assertNever } from '#shared/base/assert-never.ts';
import { BRIDGE_VERSION, type FromEngine, type ToEngine, toEngineShape } from '#shared/contracts/bridge/messages.ts';
import { engineBook } from '#shared/contracts/bridge/refusals.ts';
import type { Watches } from '../queries/watch-query.ts';
import { measure } from './message-size.ts';

/** One end of a message channel, as the engine and the tests know it. */
export interface Port {
  post(message: unknown): void;
  /** Calls back for every message from the other side. */
  onMessage(listener: (message: unknown) => void): void;
  close(): void;
}

/** What goes with an ask: how far it has got, and whether it is still wanted. */
export interface AskAbout {
  readonly progress: (done: number, total: number, says: string) => void;
  readonly signal: AbortSignal;
}

/** What stands behind the bridge. */
export interface BehindBridge {
  runCommand(name: string, args: unknown): Promise<Result<unknown>>;
  ask(name: string, args: unknown, about: AskAbout): Promise<Result<unknown>>;
  /** The live views of this window, or null while nobody is signed in. */
  watches(send: (message: FromEngine) => void): Watches | null;
  bug(where: string, error: unknown): void;
}

export interface ServedPort {
  send(message: FromEngine): void;
  close(): void;
}

/**
 * Serves one window over its port: every message is checked, and every message gets an answer — a refusal when nothing else,
 * with the number of the request when one can be read. Nothing that arrives here throws further.
 */
export function servePort(port: Port, behind: BehindBridge): ServedPort {
  let closed = false;
  let refusedVersion = false;
  const asked = new Map<number, AbortController>();

  const send = (message: FromEngine): void => {
    if (closed) return;
    try {
      port.post(message);
    } catch (error) {
      behind.bug('send', error);
      if (message.t === 'answer')
        port.post({ t: 'answer', n: message.n, result: refused(engineBook.say('engine/bug')) } satisfies FromEngine);
    }
  };
  const answer = (n: number, result: Result<unknown>): void => send({ t: 'answer', n, result });
  const answerLater = (n: number, where: string, work: () => Promise<Result<unknown>>): void => {
    work().then(
      (result) => answer(n, result),
      (error: unknown) => {
        behind.bug(where, error);
        answer(n, refused(engineBook.say('engine/bug')));
      },
    );
  };

  const take = (message: ToEngine): void => {
    if (refusedVersion && message.t !== 'hello') return answer(message.n, refused(engineBook.say('bridge/other-version')));
    switch (message.t) {
      case 'hello':
        refusedVersion = message.version !== BRIDGE_VERSION;
        return answer(message.n, refusedVersion ? refused(engineBook.say('bridge/other-version')) : ok({ version: BRIDGE_VERSION }));
      case 'command':
        return answerLater(message.n, `command ${message.name}`, () => behind.runCommand(message.name, message.args));
      case 'ask': {
        const { n, name, args } = message;
        const wanted = new AbortController();
        asked.set(n, wanted);
        return answerLater(n, `ask ${name}`, async () => {
          try {
            const progress: AskAbout['progress'] = (done, total, says) => send({ t: 'progress', n, done, total, says });
            return await behind.ask(name, args, { progress, signal: wanted.signal });
          } finally {
            if (asked.get(n) === wanted) asked.delete(n);
          }
        });
      }
      case 'cancel':
        asked.get(message.n)?.abort();
        return;
      case 'watch': {
        const watches = behind.watches(send);
        if (watches === null) return send({ t: 'view-refused', n: message.n, result: refused(engineBook.say('session/not-signed-in')) });
        if (watches.has(message.n)) return answer(message.n, refused(engineBook.say('bridge/number-in-use')));
        return watches.watch(message.n, message.name, message.args);
      }
      case 'unwatch':
        behind.watches(send)?.unwatch(message.n);
        return answer(message.n, ok(null));
      default:
        return assertNever(message);
    }
  };

  port.onMessage((raw) => {
    if (closed) return;
    try {
      const size = measure(raw);
      if (!size.fits) {
        return answer(
          numberOf(raw),
          refused(
            size.why === 'too-large'
              ? engineBook.say('bridge/too-large', { facts: { says: size.says } })
              : engineBook.say('bridge/malformed'),
          ),
        );
      }
      const message = toEngineShape.safeParse(raw);
      if (!message.success) return answer(numberOf(raw), refused(engineBook.say('bridge/malformed')));
      take(message.data);
    } catch (error) {
      behind.bug('message', error);
      answer(numberOf(raw), refused(engineBook.say('engine/bug')));
    }
  });

  return {
    send,
    close() {
      if (closed) return;
      closed = true;
      for (const wanted of asked.values()) wanted.abort();
      port.close();
    },
  };
}

/** The number of the request, or 0 when it cannot be read. */
function numberOf(raw: unknown): number {
  if (typeof raw !== 'object' || raw === null || !Object.hasOwn(raw, 'n')) return 0;
  const n = (raw as { readonly n?: unknown }).n;
  return typeof n === 'number' && Number.isSafeInteger(n) && n >= 1 ? n : 0;
}
