import { randomBytes } from 'node:crypto';
import { ID_LENGTH, idFromRandom } from '#shared/base/shapes.ts';
import { findCommand, findNoun, findQuery } from '#shared/domain/registry.ts';
import { createEngine } from '#electron/engine/create-engine.ts';
import type { SampleForce } from '#electron/engine/sample/sample-force.ts';
import { FAST_COST } from '#electron/engine/vault/header.ts';
import { type BridgeClient, bridgeClient, portPair } from './bridge-client.ts';
import { testClock } from './test-clock.ts';

export interface BareEngine {
  readonly client: BridgeClient;
  /** Ends in good order. */
  lock(): Promise<void>;
  /** Ends as a crash does. */
  abandon(): void;
}

/** The engine in a process that is no test, with nothing around it: no printer, no dialogues. Faults are given to `bug`. */
export function bareEngine(folder: string, bug: (where: string, error: unknown) => void, sample: SampleForce | null = null): BareEngine {
  const engine = createEngine({
    folder,
    clock: testClock(),
    newId: () => idFromRandom(randomBytes(ID_LENGTH)),
    cost: FAST_COST,
    findCommand,
    findQuery,
    findNoun,
    os: {
      print: () => Promise.reject(new Error('no printer')),
      save: async () => ({ path: '' }),
      saveInPieces: async () => null,
      chooseFolder: async () => ({ path: '' }),
      opened() {},
      locked() {},
    },
    version: 'test',
    documents: {},
    sample,
    bug,
  });
  const ports = portPair();
  engine.serve(ports.engine);
  return { client: bridgeClient(ports.window), lock: () => engine.lock('by-hand'), abandon: () => engine.abandon() };
}
