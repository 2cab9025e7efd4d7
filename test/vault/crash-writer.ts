import { once } from 'node:events';
import { writeSync } from 'node:fs';
import { createRxDatabase } from 'rxdb';
import { COLLECTION_SCHEMAS } from '#electron/engine/vault/collections.ts';
import { openVault } from '#electron/engine/vault/open-vault.ts';
import { toWriteRow } from '#electron/engine/vault/write-row.ts';
import { KEY } from './keys.ts';

/** Told where to begin, writes units as fast as it can and says the number of each one the vault has acknowledged, until it is killed. */
const [, , folder = ''] = process.argv;
const [firstText] = (await once(process.stdin, 'data')) as [Buffer];
const vault = openVault({
  folder,
  rawKeyHex: KEY,
  expect: 'existing',
  textOf: (collection, document) =>
    collection === 'records'
      ? { kind: 'decision', circles: ['open'], title: 'unit', text: (document['body'] as { text: string }).text, weight: 1 }
      : null,
});
const database = await createRxDatabase({ name: 'cordon', storage: vault.storage, multiInstance: false });
await database.addCollections(Object.fromEntries(Object.entries(COLLECTION_SCHEMAS).map(([name, schema]) => [name, { schema }])) as never);
for (let unit = Number(firstText.toString()); ; unit += 1) {
  const stamp = vault.stamp(database.token);
  const record = (part: string) => ({
    id: `u${unit}-${part}`,
    kind: 'decision',
    rev: `device:${unit}`,
    shape: 1,
    access: 'open',
    scope: '',
    marking: 'OFFICIAL',
    handling: '',
    compartment: '',
    state: 'made',
    owner: '',
    parent: '',
    number: unit,
    dueAt: '',
    sortAt: '',
    createdAt: '',
    createdBy: '',
    updatedAt: '',
    updatedBy: '',
    body: { text: `unit ${unit} ${'filler '.repeat(unit % 400)}` },
  });
  const entry = {
    id: `device:${unit}`,
    device: 'device',
    seq: unit,
    at: '',
    actor: '',
    act: 'test',
    subject: '',
    subjectKind: '',
    records: [],
    facts: {},
    prev: '',
    hash: '0'.repeat(64),
    signature: '',
  };
  const { conflicts } = await vault.writeUnit(
    { records: ['a', 'b', 'c'].map((part) => toWriteRow(null, record(part), stamp)), journal: [toWriteRow(null, entry, stamp)] },
    'crash',
  );
  if (conflicts.length > 0) throw new Error('unexpected conflict');
  writeSync(1, `${unit}\n`);
  if (unit % 50 === 0) vault.checkpoint();
}
