import { randomBytes } from 'node:crypto';
import { ID_LENGTH, idFromRandom } from '#shared/base/shapes.ts';
import { findCommand, findNoun, findQuery } from '#shared/domain/registry.ts';
import { SAMPLE_PASS_PHRASE } from '#shared/sample-force/people.ts';
import { createEngine } from '#electron/engine/create-engine.ts';
import { systemClock } from '#electron/engine/session/clock.ts';
import { type BridgeClient, bridgeClient, portPair } from '#test/builders/bridge-client.ts';

/**
 * Works on a vault of the sample force with an engine of its own while the application is not running: for what would take a person days to type.
 * Everything still goes through the same commands, rules and journal.
 */
export async function onVault(folder: string, signInName: string, work: (client: BridgeClient) => Promise<void>): Promise<void> {
  const faults: unknown[] = [];
  const refuse = (): Promise<never> => Promise.reject(new Error('no window'));
  const engine = createEngine({
    folder,
    clock: systemClock,
    newId: () => idFromRandom(randomBytes(ID_LENGTH)),
    findCommand,
    findQuery,
    findNoun,
    os: { print: refuse, save: refuse, saveInPieces: refuse, chooseFolder: refuse, opened() {}, locked() {} },
    documents: {},
    sample: null,
    version: 'test',
    bug: (_where, error) => void faults.push(error),
  });
  const ports = portPair();
  engine.serve(ports.engine);
  const client = bridgeClient(ports.window);
  await client.get('session.sign-in', { signInName, passPhrase: SAMPLE_PASS_PHRASE });
  await work(client);
  await engine.lock('by-hand');
  engine.abandon();
  if (faults.length > 0) throw faults[0];
}
