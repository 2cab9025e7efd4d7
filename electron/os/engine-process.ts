import { type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import { type EngineToMain, engineToMainShape, type LockReason, type MainToEngine, VAULT_ARGUMENT } from '#shared/contracts/os/messages.ts';

/** The process that owns keys and data, as the main process sees it. */
export interface EngineProcess {
  readonly pid: number | undefined;
  isReady(): boolean;
  send(message: MainToEngine, ports?: MessagePortMain[]): void;
  /** Tells the engine to store everything, close the vault and end; after the deadline it is ended all the same. Resolves when it is gone. */
  end(why: LockReason): Promise<void>;
}

export interface EngineListeners {
  onReady(): void;
  onMessage(message: Exclude<EngineToMain, { t: 'ready' }>): void;
  /** `wasAsked` is false when the engine ended by itself: the exit code of a crashed utility process is 0, so it says nothing. */
  onEnd(wasAsked: boolean): void;
}

const TIME_TO_CLOSE_MS = 5000;
const TIME_TO_EXIT_MS = 2000;
const TIME_TO_START_MS = 30_000;

/** What of our own environment the engine may see: nothing that could load code into it or name a person. */
function environment(): Record<string, string> {
  const kept = ['PATH', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot'];
  return Object.fromEntries(kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
}

function forceToEnd(child: UtilityProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(child.pid, 'SIGKILL');
  } catch {
    // It ended by itself in the meantime.
  }
}

/** Starts the engine on a vault folder. It begins locked. */
export function startEngineProcess(file: string, vaultFolder: string, listeners: EngineListeners): EngineProcess {
  const child = utilityProcess.fork(file, [`${VAULT_ARGUMENT}${vaultFolder}`], {
    serviceName: 'Cordon engine',
    stdio: 'inherit',
    env: environment(),
  });
  let ready = false;
  let askedToEnd = false;
  let ended = false;
  let patience: NodeJS.Timeout | undefined;
  const endWithin = (milliseconds: number): void => {
    clearTimeout(patience);
    patience = setTimeout(() => forceToEnd(child), milliseconds);
  };
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => {
      ended = true;
      clearTimeout(patience);
      resolve();
      listeners.onEnd(askedToEnd);
    });
  });
  endWithin(TIME_TO_START_MS);

  child.on('message', (raw: unknown) => {
    const checked = engineToMainShape.safeParse(raw);
    if (!checked.success) return;
    const message = checked.data;
    if (message.t === 'ready') {
      if (ready || askedToEnd) return;
      ready = true;
      clearTimeout(patience);
      listeners.onReady();
      return;
    }
    if (message.t === 'locked') {
      askedToEnd = true;
      endWithin(TIME_TO_EXIT_MS);
    }
    listeners.onMessage(message);
  });

  return {
    get pid() {
      return child.pid;
    },
    isReady: () => ready && !ended,
    send(message, ports = []) {
      if (!ended) child.postMessage(message, ports);
    },
    async end(why) {
      if (!ended && !askedToEnd) {
        askedToEnd = true;
        // One that is still starting has nothing open and nothing to store.
        if (!ready) forceToEnd(child);
        child.postMessage({ t: 'lock', why } satisfies MainToEngine);
        endWithin(TIME_TO_CLOSE_MS);
      }
      await gone;
    },
  };
}
