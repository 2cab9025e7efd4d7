import { assertNever } from '#shared/base/assert-never.ts';
import { canonicalJson } from '#shared/base/canonical.ts';
import { refused, type Refusal, type Result } from '#shared/base/result.ts';
import type { AskArgs, AskName, AskOut } from '#shared/contracts/bridge/asks.ts';
import { ENGINE_STOPPED_ANNOUNCEMENT, PORT_ANNOUNCEMENT } from '#shared/contracts/bridge/announcements.ts';
import { BRIDGE_VERSION, type FromEngine, type ToEngine } from '#shared/contracts/bridge/messages.ts';
import type { CommandArgs, CommandName, CommandOut, QueryArgs, QueryName, QueryView } from '#shared/domain/registry.ts';
import { bridgeText } from '#renderer/text/app.ts';
import { applyDelta } from './apply-delta.ts';

export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly says: string;
}

/** What a query shows just now. */
export type ViewState<View> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly view: View }
  | { readonly state: 'refused'; readonly refusals: readonly Refusal[] };

/** How the window stands to the engine: no port yet, both understand each other, or they cannot (`reason` says why). */
export type Connection = { readonly state: 'waiting' | 'connected' | 'unusable'; readonly reason: string; readonly ports: number };

export interface SessionEvent {
  readonly state: 'locked' | 'open';
  readonly why: string;
}

export interface Watch<View> {
  current(): ViewState<View>;
  subscribe(listener: () => void): () => void;
}

/** The window's one line to the engine. */
export interface Bridge {
  run<Name extends CommandName>(name: Name, args: CommandArgs<Name>): Promise<Result<CommandOut<Name>>>;
  /** With a signal it can be given up: the engine stops where that is safe, and answers all the same. */
  ask<Name extends AskName>(
    name: Name,
    args: AskArgs<Name>,
    onProgress?: (progress: Progress) => void,
    signal?: AbortSignal,
  ): Promise<Result<AskOut[Name]>>;
  /** The same watch for everyone who asks the same; it is sent to the engine while someone listens. */
  view<Name extends QueryName>(name: Name, args: QueryArgs<Name>): Watch<QueryView<Name>>;
  connection(): Connection;
  onConnection(listener: () => void): () => void;
  onSession(listener: (event: SessionEvent) => void): () => void;
  /** Starts every watch anew: called when someone has signed in. */
  watchAgain(): void;
  /** Drops every view held in memory: called on lock. */
  forgetViews(): void;
  attach(port: MessagePort): void;
  /** The engine ended unasked: whatever was not answered is refused now, and a new port is awaited. */
  detach(): void;
}

interface Pending {
  readonly message: ToEngine;
  readonly settle: (result: Result<unknown>) => void;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

interface LiveWatch extends Watch<unknown> {
  readonly name: string;
  readonly args: unknown;
  readonly listeners: Set<() => void>;
  number: number;
  now: ViewState<unknown>;
}

const LOADING: ViewState<never> = { state: 'loading' };
/** How long a view nobody looks at is kept, so that going back and forth between two pages does not flicker. */
const LINGER_MS = 1500;

export function createBridge(): Bridge {
  let port: MessagePort | null = null;
  let connection: Connection = { state: 'waiting', reason: '', ports: 0 };
  let lastNumber = 0;
  const pending = new Map<number, Pending>();
  const waitingForPort: Pending[] = [];
  const watches = new Map<string, LiveWatch>();
  const connectionListeners = new Set<() => void>();
  const sessionListeners = new Set<(event: SessionEvent) => void>();

  const setConnection = (next: Connection): void => {
    connection = next;
    for (const listener of connectionListeners) listener();
  };

  const post = (message: ToEngine): void => port?.postMessage(message);

  const request = (message: ToEngine, onProgress?: (progress: Progress) => void): Promise<Result<unknown>> =>
    new Promise((settle) => {
      const one: Pending = { message, settle, onProgress };
      if (connection.state !== 'connected') waitingForPort.push(one);
      else send(one);
    });

  function send(one: Pending): void {
    pending.set(one.message.n, one);
    try {
      post(one.message);
    } catch {
      // Only something that cannot be cloned ends here: a fault of the calling screen, told as one.
      pending.delete(one.message.n);
      one.settle(refused(bridgeText.refusals.unsendable));
    }
  }

  function setView(watch: LiveWatch, next: ViewState<unknown>): void {
    watch.now = next;
    for (const listener of watch.listeners) listener();
  }

  function start(watch: LiveWatch): void {
    // While no engine listens the watch only waits: it is sent as soon as one does.
    if (connection.state !== 'connected') return;
    watch.number = ++lastNumber;
    post({ t: 'watch', n: watch.number, name: watch.name, args: watch.args });
  }

  function stop(watch: LiveWatch): void {
    if (connection.state === 'connected' && watch.number !== 0) post({ t: 'unwatch', n: watch.number });
    watch.number = 0;
  }

  const watchNumbered = (number: number): LiveWatch | undefined => [...watches.values()].find((watch) => watch.number === number);

  function receive(message: FromEngine): void {
    switch (message.t) {
      case 'answer': {
        const one = pending.get(message.n);
        pending.delete(message.n);
        one?.settle(message.result);
        return;
      }
      case 'progress':
        pending.get(message.n)?.onProgress?.({ done: message.done, total: message.total, says: message.says });
        return;
      case 'view': {
        const watch = watchNumbered(message.n);
        if (watch) setView(watch, { state: 'ready', view: message.view });
        return;
      }
      case 'delta': {
        const watch = watchNumbered(message.n);
        if (!watch) return;
        if (watch.now.state !== 'ready') {
          stop(watch);
          start(watch);
          return;
        }
        setView(watch, { state: 'ready', view: applyDelta(watch.now.view, message.delta) });
        return;
      }
      case 'view-refused': {
        const watch = watchNumbered(message.n);
        if (watch && !message.result.ok) setView(watch, { state: 'refused', refusals: message.result.refusals });
        return;
      }
      case 'session':
        for (const listener of sessionListeners) listener({ state: message.state, why: message.why });
        return;
      default:
        assertNever(message);
    }
  }

  function loseEngine(): void {
    const lost = [...pending.values()];
    pending.clear();
    for (const one of lost) one.settle(refused(bridgeText.refusals.engineStopped));
  }

  return {
    run: (name, args) => request({ t: 'command', n: ++lastNumber, name, args }) as Promise<Result<never>>,
    ask(name, args, onProgress, signal) {
      const n = ++lastNumber;
      const giveUp = (): void => {
        if (pending.has(n)) post({ t: 'cancel', n });
      };
      signal?.addEventListener('abort', giveUp, { once: true });
      return request({ t: 'ask', n, name, args }, onProgress).finally(() => signal?.removeEventListener('abort', giveUp)) as Promise<
        Result<never>
      >;
    },
    view(name, args) {
      const key = `${name} ${canonicalJson(args ?? {})}`;
      const known = watches.get(key);
      if (known) return known as Watch<never>;
      const watch: LiveWatch = {
        name,
        args,
        listeners: new Set(),
        number: 0,
        now: LOADING,
        current: () => watch.now,
        subscribe(listener) {
          watches.set(key, watch);
          watch.listeners.add(listener);
          if (watch.number === 0) start(watch);
          return () => {
            watch.listeners.delete(listener);
            setTimeout(() => {
              if (watch.listeners.size > 0 || watches.get(key) !== watch) return;
              stop(watch);
              watches.delete(key);
              watch.now = LOADING;
            }, LINGER_MS);
          };
        },
      };
      watches.set(key, watch);
      return watch as Watch<never>;
    },
    connection: () => connection,
    onConnection(listener) {
      connectionListeners.add(listener);
      return () => connectionListeners.delete(listener);
    },
    onSession(listener) {
      sessionListeners.add(listener);
      return () => sessionListeners.delete(listener);
    },
    watchAgain() {
      for (const watch of watches.values()) {
        stop(watch);
        if (watch.listeners.size > 0) start(watch);
      }
    },
    forgetViews() {
      for (const watch of watches.values()) {
        stop(watch);
        setView(watch, LOADING);
      }
    },
    detach() {
      port?.close();
      port = null;
      setConnection({ state: 'waiting', reason: '', ports: connection.ports });
      loseEngine();
    },
    attach(nextPort) {
      port?.close();
      loseEngine();
      port = nextPort;
      const ports = connection.ports + 1;
      setConnection({ state: 'waiting', reason: '', ports });
      nextPort.onmessage = (event: MessageEvent<FromEngine>) => {
        if (port === nextPort) receive(event.data);
      };
      for (const watch of watches.values()) {
        watch.number = 0;
        setView(watch, LOADING);
      }
      const number = ++lastNumber;
      pending.set(number, {
        message: { t: 'hello', n: number, version: BRIDGE_VERSION },
        onProgress: undefined,
        settle(result) {
          if (port !== nextPort) return;
          if (!result.ok) {
            setConnection({ state: 'unusable', reason: result.refusals[0].message, ports });
            return;
          }
          setConnection({ state: 'connected', reason: '', ports });
          for (const one of waitingForPort.splice(0)) send(one);
          for (const watch of watches.values()) if (watch.listeners.size > 0 && watch.number === 0) start(watch);
        },
      });
      post({ t: 'hello', n: number, version: BRIDGE_VERSION });
    },
  };
}

/** Tells the bridge what the preload announces: a port at start, the end of an engine, and another port when it was started anew. */
export function listenForPorts(target: Window, bridge: Bridge): void {
  target.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== target) return;
    const [port] = event.ports;
    if (event.data === PORT_ANNOUNCEMENT && port) bridge.attach(port);
    if (event.data === ENGINE_STOPPED_ANNOUNCEMENT) bridge.detach();
  });
}
