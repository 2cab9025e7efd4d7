import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

const CHUNK = 8 * 1024 * 1024;

/** True where the memory of the application's processes can be read by a test: on Linux, as root or where the kernel lets a parent look. */
export function canReadMemory(pid: number): boolean {
  try {
    closeSync(openSync(`/proc/${pid}/mem`, 'r'));
    return true;
  } catch {
    return false;
  }
}

/** Whether a text lies anywhere in the writable memory of a process, in one byte a character or in two. The text must be plain ASCII. */
export function memoryHolds(pid: number, text: string): boolean {
  return memoryHoldsBytes(pid, [Buffer.from(text, 'latin1'), Buffer.from(text, 'utf16le')]);
}

/** Whether one of these runs of bytes lies anywhere in the writable memory of a process. */
export function memoryHoldsBytes(pid: number, needles: readonly Buffer[]): boolean {
  const overlap = Math.max(...needles.map((needle) => needle.length)) - 1;
  const regions = readFileSync(`/proc/${pid}/maps`, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, from, to] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? [];
      return from === undefined || to === undefined ? [] : [{ from: Number.parseInt(from, 16), to: Number.parseInt(to, 16) }];
    });
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  try {
    const buffer = Buffer.alloc(CHUNK + overlap);
    for (const { from, to } of regions) {
      for (let at = from; at < to; at += CHUNK) {
        let read: number;
        try {
          read = readSync(memory, buffer, 0, Math.min(CHUNK + overlap, to - at), at);
        } catch {
          // Memory that is mapped but has no page behind it.
          continue;
        }
        if (needles.some((needle) => buffer.subarray(0, read).includes(needle))) return true;
      }
    }
  } finally {
    closeSync(memory);
  }
  return false;
}
