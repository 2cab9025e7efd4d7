import { readFileSync, readdirSync, writeFileSync } from 'node:fs';

const NOTHING = '0';

function childrenOf(pid: number): readonly number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
  } catch {
    return [];
  }
}

function leaveOutMemory(pid: number): void {
  try {
    writeFileSync(`/proc/${pid}/coredump_filter`, NOTHING);
  } catch {
    // A process that has just ended, or one the kernel already keeps from being dumped.
  }
  for (const child of childrenOf(pid)) leaveOutMemory(child);
}

/**
 * On Linux, tells the kernel to leave all memory out of core dumps of this process and of every process it has or will start.
 * It holds even where dumps are piped to a collector, which a size limit does not. Elsewhere there is nothing to do here.
 */
export function leaveMemoryOutOfCoreDumps(): void {
  if (process.platform === 'linux') leaveOutMemory(process.pid);
}
