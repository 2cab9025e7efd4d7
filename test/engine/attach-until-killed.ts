// Started by tidy.test.ts as a process of its own: lays a large paper before a meeting while typing, and says each time typing is stored, until it is killed.
import { randomBytes } from 'node:crypto';
import { ID_LENGTH, idFromRandom } from '#shared/base/shapes.ts';
import { findCommand, findNoun, findQuery } from '#shared/domain/registry.ts';
import { createEngine } from '#electron/engine/create-engine.ts';
import { FAST_COST } from '#electron/engine/vault/header.ts';
import { attachPaper } from '#test/builders/attach-paper.ts';
import { bridgeClient, portPair } from '#test/builders/bridge-client.ts';
import { testClock } from '#test/builders/test-clock.ts';

const [folder = '', signInName = '', passPhrase = '', meetingId = ''] = process.argv.slice(2);
const nobody = (): Promise<never> => Promise.reject(new Error('no window'));
const engine = createEngine({
  folder,
  clock: testClock(),
  newId: () => idFromRandom(randomBytes(ID_LENGTH)),
  cost: FAST_COST,
  findCommand,
  findQuery,
  findNoun,
  os: { print: nobody, save: nobody, saveInPieces: nobody, chooseFolder: nobody, opened() {}, locked() {} },
  documents: {},
  sample: null,
  version: 'test',
  bug: (where, error) => process.stderr.write(`${where} ${String(error)}\n`),
});
const ports = portPair();
engine.serve(ports.engine);
const client = bridgeClient(ports.window);
await client.get('session.sign-in', { signInName, passPhrase });
const paper = {
  meetingId,
  title: 'Large',
  paperType: 'other',
  fileName: 'large.pdf',
  mediaType: '',
  asOf: '',
  confidence: '',
  policeOnly: false,
} as const;
const large = attachPaper(client, { ...paper, bytes: new Uint8Array(randomBytes(24 * 1024 * 1024)) }).then(() => process.exit(3));
for (let count = 1; ; count += 1) {
  await client.run('draft.keep', { id: 'typing', parent: '', forKind: 'decision', itemId: '', fields: { count } });
  process.stdout.write(`${count}\n`);
  if (count > 100_000) await large;
}
