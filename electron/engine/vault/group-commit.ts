import type { VaultFile } from './vault-file.ts';
import { VaultTrouble } from './vault-trouble.ts';

/** Milliseconds of work after which a group is committed; what waits still goes into the next one. */
const GROUP_MS = 8;

interface Waiting {
  /** Writes, synchronously; throws to leave nothing of it. */
  readonly work: () => unknown;
  readonly settle: (outcome: { readonly value: unknown } | { readonly error: unknown }) => void;
}

const groups = new WeakMap<VaultFile, Waiting[]>();

/**
 * Runs `work` in a transaction together with whatever else is handed in before the event loop turns: one commit, and one wait for the
 * disk, for a burst of independent writes. Each is whole or not at all by itself. Resolves only after the commit, in the order handed
 * in; when the commit fails, none of the group was written and each is told so.
 */
export function inGroup<Result>(file: VaultFile, work: () => Result): Promise<Result> {
  return new Promise((resolve, reject) => {
    const waiting = groups.get(file) ?? [];
    groups.set(file, waiting);
    waiting.push({
      work,
      settle: (outcome) => ('error' in outcome ? reject(outcome.error as Error) : resolve(outcome.value as Result)),
    });
    if (waiting.length === 1) setImmediate(() => commitGroup(file, waiting));
  });
}

function commitGroup(file: VaultFile, waiting: Waiting[]): void {
  const until = performance.now() + GROUP_MS;
  const done: { readonly one: Waiting; readonly outcome: Parameters<Waiting['settle']>[0] }[] = [];
  const taken: Waiting[] = [];
  try {
    file.inTransaction(() => {
      for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
        taken.push(one);
        done.push({ one, outcome: attempt(file, one) });
        if (performance.now() > until) break;
      }
    });
  } catch (error) {
    for (const one of taken) one.settle({ error });
    done.length = 0;
  }
  if (waiting.length > 0) setImmediate(() => commitGroup(file, waiting));
  for (const { one, outcome } of done) one.settle(outcome);
}

function attempt(file: VaultFile, one: Waiting): Parameters<Waiting['settle']>[0] {
  try {
    return { value: file.inSavepoint(one.work) };
  } catch (error) {
    // The disk or the file, not this write: SQLite may have undone the whole group, and nothing of it may be acknowledged.
    if (error instanceof VaultTrouble) throw error;
    return { error };
  }
}
