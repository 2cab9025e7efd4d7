import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

/** Longer than any honest picture of the size that is taken needs. */
const LONGEST_MS = 20_000;
const MOST_HEAP_MEGABYTES = 256;

/** Makes a small JPEG of a PNG or JPEG, away from the engine's own thread; null when it cannot. */
export type MakePicture = (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer> | null>;

/** One at a time, each in a thread of its own that ends with it. `program` is a script file, or the address of a module. */
export function pictureMaker(program: string | URL): MakePicture {
  let before: Promise<unknown> = Promise.resolve();
  return (bytes) => {
    const made = before.then(() => inThread(program, bytes));
    before = made;
    return made;
  };
}

function inThread(program: string | URL, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | null> {
  return new Promise((resolve) => {
    // Read here, because a packed application's files are known to this thread only.
    const source = typeof program === 'string' ? readFileSync(program, 'utf8') : program;
    const worker = new Worker(source, {
      eval: typeof source === 'string',
      workerData: bytes,
      transferList: [bytes.buffer],
      resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MEGABYTES },
      env: {},
      stdout: true,
      stderr: true,
    });
    const patience = setTimeout(() => end(null), LONGEST_MS);
    let ended = false;
    const end = (picture: Uint8Array<ArrayBuffer> | null): void => {
      if (ended) return;
      ended = true;
      clearTimeout(patience);
      void worker.terminate();
      resolve(picture);
    };
    worker.once('message', (picture: Uint8Array<ArrayBuffer> | null) => end(picture));
    worker.once('error', () => end(null));
    worker.once('exit', () => end(null));
  });
}
