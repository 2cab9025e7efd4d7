import { createContext, use, useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import type { Refusal, Result } from '#shared/base/result.ts';
import type { CommandArgs, CommandName, CommandOut, QueryArgs, QueryName, QueryView } from '#shared/domain/registry.ts';
import type { Bridge, Connection, ViewState } from './bridge.ts';

export const BridgeContext = createContext<Bridge | null>(null);

/** The line to the engine: `run` for commands, `ask` for everything else that is not a view. */
export function useBridge(): Bridge {
  const bridge = use(BridgeContext);
  if (!bridge) throw new Error('useBridge outside the application');
  return bridge;
}

export function useConnection(): Connection {
  const bridge = useBridge();
  return useSyncExternalStore(bridge.onConnection, bridge.connection);
}

const LOADING: ViewState<never> = { state: 'loading' };
const listenToNothing = (): (() => void) => () => undefined;
const readLoading = (): ViewState<never> => LOADING;

/** A query kept up to date by the engine; asked once however many components ask the same. Null arguments ask nothing yet. */
export function useView<Name extends QueryName>(name: Name, args: QueryArgs<Name> | null): ViewState<QueryView<Name>> {
  const bridge = useBridge();
  const key = args === null ? '' : JSON.stringify(args);
  const watch = useMemo(() => (key === '' ? null : bridge.view(name, JSON.parse(key) as QueryArgs<Name>)), [bridge, name, key]);
  return useSyncExternalStore<ViewState<QueryView<Name>>>(watch?.subscribe ?? listenToNothing, watch?.current ?? readLoading);
}

export interface CommandState<Name extends CommandName> {
  /** Runs the command; resolves with its result. While it runs `busy` is true; a refusal is kept in `refusals` until the next run. */
  run(args: CommandArgs<Name>): Promise<Result<CommandOut<Name>>>;
  readonly busy: boolean;
  readonly refusals: readonly Refusal[];
  clear(): void;
}

/** One command with what a form needs around it: whether it runs, and why it was refused. */
export function useCommand<Name extends CommandName>(name: Name): CommandState<Name> {
  const bridge = useBridge();
  const [busy, setBusy] = useState(false);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const run = useCallback(
    async (args: CommandArgs<Name>) => {
      setBusy(true);
      setRefusals([]);
      const result = await bridge.run(name, args);
      setBusy(false);
      if (!result.ok) setRefusals(result.refusals);
      return result;
    },
    [bridge, name],
  );
  const clear = useCallback(() => setRefusals([]), []);
  return { run, busy, refusals, clear };
}
