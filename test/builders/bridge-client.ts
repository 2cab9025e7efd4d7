import { clone, patch } from 'jsondiffpatch';
import type { Result } from '#shared/base/result.ts';
import type { AskArgs, AskName, AskOut } from '#shared/contracts/bridge/asks.ts';
import type { FromEngine } from '#shared/contracts/bridge/messages.ts';
import type { CommandArgs, CommandName, CommandOut, QueryArgs, QueryName, QueryView } from '#shared/domain/registry.ts';
import type { Port } from '#electron/engine/bridge/serve-port.ts';

/** A live view as a window sees it. */
export interface Watched<View> {
  /** The newest view; throws while there is none. */
  readonly view: View;
  /** How it was told of each change: `view`, `delta`, ... */
  readonly heard: readonly string[];
  readonly refused: Result<never> | null;
  /** Resolves with the first view, now or later, for which this holds. */
  until(holds: (view: View) => boolean): Promise<View>;
  /** Resolves when the watch is refused, now or later. */
  untilRefused(): Promise<Result<never>>;
  stop(): void;
}

export interface BridgeClient {
  /** The command's whole answer. */
  command<Name extends CommandName>(name: Name, args: CommandArgs<Name>): Promise<Result<CommandOut<Name>>>;
  /** The command's outcome; throws with the refusals when it is refused. */
  run<Name extends CommandName>(name: Name, args: CommandArgs<Name>): Promise<CommandOut<Name>>;
  ask<Name extends AskName>(name: Name, args: AskArgs<Name>): Promise<Result<AskOut[Name]>>;
  /** An ask that can be given up. */
  begin<Name extends AskName>(name: Name, args: AskArgs<Name>): { readonly result: Promise<Result<AskOut[Name]>>; cancel(): void };
  /** The outcome of an ask; throws when it is refused. */
  get<Name extends AskName>(name: Name, args: AskArgs<Name>): Promise<AskOut[Name]>;
  watch<Name extends QueryName>(name: Name, args: QueryArgs<Name>): Watched<QueryView<Name>>;
  /** The first view of a query. */
  look<Name extends QueryName>(name: Name, args: QueryArgs<Name>): Promise<QueryView<Name>>;
  /** Sends anything at all and resolves with the next answer that carries this number. */
  raw(message: unknown, n: number): Promise<FromEngine>;
  /** Everything the engine said, in order. */
  readonly heard: readonly FromEngine[];
}

/** The two ends of a channel; what passes is cloned as between processes. */
export function portPair(): { readonly engine: Port; readonly window: Port } {
  const end = (): { listener: ((message: unknown) => void) | null; waiting: unknown[]; open: boolean } => ({
    listener: null,
    waiting: [],
    open: true,
  });
  const [a, b] = [end(), end()];
  const portOf = (mine: typeof a, theirs: typeof a): Port => ({
    post(message) {
      const copy: unknown = structuredClone(message);
      setImmediate(() => {
        if (!theirs.open) return;
        if (theirs.listener === null) theirs.waiting.push(copy);
        else theirs.listener(copy);
      });
    },
    onMessage(listener) {
      mine.listener = listener;
      for (const message of mine.waiting.splice(0)) listener(message);
    },
    close() {
      mine.open = false;
      theirs.open = false;
    },
  });
  return { engine: portOf(a, b), window: portOf(b, a) };
}

/** A window without a screen: speaks the bridge's protocol over its end of the port. */
export function bridgeClient(port: Port): BridgeClient {
  let last = 0;
  const heard: FromEngine[] = [];
  const answers = new Map<number, (message: FromEngine) => void>();
  const views = new Map<number, (message: FromEngine) => void>();
  port.onMessage((raw) => {
    const message = raw as FromEngine;
    heard.push(message);
    if (message.t === 'session' || message.t === 'progress') return;
    if (message.t === 'answer') {
      answers.get(message.n)?.(message);
      answers.delete(message.n);
      return;
    }
    views.get(message.n)?.(message);
  });
  const request = (message: Readonly<Record<string, unknown>>): Promise<Result<unknown>> => {
    last += 1;
    const n = last;
    return new Promise((resolve) => {
      answers.set(n, (answer) => {
        if (answer.t === 'answer') resolve(answer.result);
      });
      port.post({ ...message, n });
    });
  };
  const value = <T>(what: string, result: Result<unknown>): T => {
    if (result.ok) return result.value as T;
    throw new Error(
      `${what} was refused: ${result.refusals.map((one) => `${one.code}${one.field === '' ? '' : ` (${one.field})`} ${one.message}`).join('; ')}`,
    );
  };

  const client: BridgeClient = {
    heard,
    command: (name, args) => request({ t: 'command', name, args }) as never,
    run: async (name, args) => value(name, await request({ t: 'command', name, args })),
    ask: (name, args) => request({ t: 'ask', name, args }) as never,
    begin(name, args) {
      const result = request({ t: 'ask', name, args }) as never;
      const n = last;
      return { result, cancel: () => port.post({ t: 'cancel', n }) };
    },
    get: async (name, args) => value(name, await request({ t: 'ask', name, args })),
    watch<Name extends QueryName>(name: Name, args: QueryArgs<Name>): Watched<QueryView<Name>> {
      type View = QueryView<Name>;
      last += 1;
      const n = last;
      let view: { readonly is: unknown } | null = null;
      let refusal: Result<never> | null = null;
      const kinds: string[] = [];
      const waiting = new Set<() => void>();
      views.set(n, (message) => {
        kinds.push(message.t);
        if (message.t === 'view') view = { is: message.view };
        if (message.t === 'delta') view = { is: patch(clone(view?.is), message.delta) };
        if (message.t === 'view-refused') refusal = message.result;
        for (const look of waiting) look();
      });
      port.post({ t: 'watch', n, name, args });
      const wait = <T>(look: () => T | undefined): Promise<T> =>
        new Promise((resolve, reject) => {
          const tryNow = (): void => {
            try {
              const found = look();
              if (found === undefined) return;
              resolve(found);
            } catch (error) {
              reject(error as Error);
            }
            waiting.delete(tryNow);
          };
          waiting.add(tryNow);
          tryNow();
        });
      return {
        get view() {
          if (view === null) throw new Error(`no view of ${name} yet`);
          return view.is as View;
        },
        get heard() {
          return kinds;
        },
        get refused() {
          return refusal;
        },
        until: async (holds) =>
          (
            await wait(() => {
              if (refusal !== null) throw new Error(`the view ${name} was refused: ${JSON.stringify(refusal)}`);
              return view !== null && holds(view.is as View) ? { found: view.is as View } : undefined;
            })
          ).found,
        untilRefused: () => wait(() => refusal ?? undefined),
        stop() {
          views.delete(n);
          port.post({ t: 'unwatch', n });
        },
      };
    },
    async look<Name extends QueryName>(name: Name, args: QueryArgs<Name>): Promise<QueryView<Name>> {
      const watched = client.watch(name, args);
      const first: QueryView<Name> = await watched.until(() => true);
      watched.stop();
      return first;
    },
    raw(message, n) {
      return new Promise((resolve) => {
        const done = (answer: FromEngine): void => {
          answers.delete(n);
          views.delete(n);
          resolve(answer);
        };
        answers.set(n, done);
        views.set(n, done);
        port.post(message);
      });
    },
  };
  return client;
}
