// Started by kill.test.ts as a process of its own: types into a vault and says on standard output what it was told is stored, until it is killed.
import { randomBytes } from 'node:crypto';
import { ID_LENGTH, idFromRandom } from '#shared/base/shapes.ts';
import { findCommand, findNoun, findQuery } from '#shared/domain/registry.ts';
import { createEngine } from '#electron/engine/create-engine.ts';
import { FAST_COST } from '#electron/engine/vault/header.ts';
import { bridgeClient, portPair } from '#test/builders/bridge-client.ts';
import { testClock } from '#test/builders/test-clock.ts';

const [folder = '', signInName = '', passPhrase = ''] = process.argv.slice(2);
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
    chooseFolder: async () => ({ path: '' }),
    opened() {},
    locked() {},
  },
  version: 'test',
  documents: {},
  sample: null,
  bug: (where, error) => process.stderr.write(`${where} ${String(error)}\n`),
});
const ports = portPair();
engine.serve(ports.engine);
const client = bridgeClient(ports.window);
await client.get('session.sign-in', { signInName, passPhrase });
for (let count = 1; ; count += 1) {
  const { personId } = await client.run('person.add', {
    givenName: 'Number',
    familyName: `Person ${count}`,
    rank: 'Constable',
    from: '2026-01-01',
  });
  await client.run('draft.keep', { id: 'typing', parent: '', forKind: 'decision', itemId: '', fields: { count } });
  process.stdout.write(`${count} ${personId}\n`);
}
