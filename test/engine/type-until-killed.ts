// Started by kill.test.ts as a process of its own: types into a vault and says on standard output what it was told is stored, until it is killed.
import { bareEngine } from '#test/builders/bare-engine.ts';

const [folder = '', signInName = '', passPhrase = ''] = process.argv.slice(2);
const { client } = bareEngine(folder, (where, error) => process.stderr.write(`${where} ${String(error)}\n`));
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
