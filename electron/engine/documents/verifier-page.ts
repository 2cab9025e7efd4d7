import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The stand-alone verifier as it was built beside the engine's own bundle; null when it is not there. */
export function verifierPageIn(dist: string): () => Promise<Uint8Array | null> {
  return async () => {
    try {
      return new Uint8Array(await readFile(join(dist, 'verifier', 'verifier.html')));
    } catch {
      // The one thing that can be said to the person is that the page is not there, whatever the system calls it.
      return null;
    }
  };
}
