import type { FromEngine } from '#shared/contracts/bridge/messages.ts';
import { type BehindBridge, type Port, servePort, type ServedPort } from './bridge/serve-port.ts';
import type { EngineParts } from './session/engine-parts.ts';
import { createSession } from './session/session.ts';

/** The whole engine, wherever it runs: Electron's utility process or a test. */
export interface Engine {
  /** Serves a window over its port; a window that was served before is let go. */
  serve(port: Port): void;
  lock(why: string): Promise<void>;
  /** Ends at once and stores nothing more: what a crash does. */
  abandon(): void;
}

export function createEngine(parts: EngineParts): Engine {
  const session = createSession(parts);
  let served: ServedPort | null = null;
  const behind: BehindBridge = {
    runCommand: (name, args) => session.runCommand(name, args),
    ask: (name, args, about) => session.ask(name, args, about),
    watches: (send) => session.watches(send),
    bug: parts.bug,
  };
  session.onChange((state, why) => served?.send({ t: 'session', state, why } satisfies FromEngine));
  return {
    serve(port) {
      served?.close();
      served = servePort(port, behind);
    },
    lock: (why) => session.lock(why),
    abandon() {
      session.abandon();
      served?.close();
      served = null;
    },
  };
}
