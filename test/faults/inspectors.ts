import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Inspected } from './scripted-session.ts';

interface Inspector {
  look(folder: string, allowed: readonly number[]): Promise<Inspected>;
  end(): void;
}

/** Processes that open vaults and say what is wrong with them, so that every processor of the machine has work. */
export interface Inspectors {
  /** Waits for one that is free, has `lay` put a vault into its folder, and lets it look; resolves as soon as it has begun. */
  give(lay: (folder: string) => void, allowed: readonly number[], found: (what: Inspected) => void): Promise<void>;
  /** Resolves when every vault was looked at, and ends the processes; throws when one of them ended by itself. */
  done(): Promise<void>;
}

/** `folderOf` names the folder each of them works in. */
export function inspectors(count: number, folderOf: (number: number) => string): Inspectors {
  const all = Array.from({ length: count }, (_unused, number) => ({ folder: folderOf(number), ...inspector() }));
  const free = [...all];
  const working = new Set<Promise<void>>();
  return {
    async give(lay, allowed, found) {
      while (free.length === 0) await Promise.race(working);
      const one = free.pop();
      if (one === undefined) throw new Error('no inspector is free');
      lay(one.folder);
      const work = one.look(one.folder, allowed).then((what) => {
        found(what);
        free.push(one);
        working.delete(work);
      });
      working.add(work);
    },
    async done() {
      try {
        await Promise.all(working);
      } finally {
        for (const one of all) one.end();
      }
    },
  };
}

function inspector(): Inspector {
  const child = spawn(process.execPath, [fileURLToPath(new URL('./image-inspector.ts', import.meta.url))], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async look(folder, allowed) {
      child.stdin.write(`${JSON.stringify({ folder, allowed })}\n`);
      const answer = await answers.next();
      if (answer.done === true) throw new Error('an inspector ended in the middle of its work');
      return JSON.parse(answer.value) as Inspected;
    },
    end: () => child.kill(),
  };
}
