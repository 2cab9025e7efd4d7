import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createRxDatabase,
  fillWithDefaultSettings,
  type RxCollection,
  type RxDatabase,
  type RxDocumentData,
  type RxJsonSchema,
  type RxStorageInstance,
} from 'rxdb';
import { afterEach } from 'vitest';
import { COLLECTION_SCHEMAS } from '#electron/engine/vault/collections.ts';
import { openVault } from '#electron/engine/vault/open-vault.ts';
import { getRxStorageVault } from '#electron/engine/vault/rx-storage.ts';
import type { TextOf } from '#electron/engine/vault/text-index.ts';
import type { CollectionName, Vault } from '#electron/engine/vault/vault.ts';
import { KEY } from './keys.ts';

const cleanUps: (() => unknown)[] = [];

/** Runs after the test, newest first, whatever became of it. */
export function afterwards(cleanUp: () => unknown): void {
  cleanUps.push(cleanUp);
}

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cordon-vault-'));
  afterwards(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export type Doc = Record<string, unknown>;
export type Stored = RxDocumentData<Doc>;
export type Instance = RxStorageInstance<Doc, unknown, unknown, { id: string; lwt: number }>;

const instancesOpen = { count: 0 };

/** A storage instance as RxDB would open it for a collection with this schema. */
export async function openInstance(
  schema: RxJsonSchema<Doc>,
  place: { file?: string; collection?: string; textOf?: TextOf; database?: string } = {},
): Promise<Instance> {
  const file = place.file ?? join(temporaryFolder(), 'store.db');
  const storage = getRxStorageVault({ file, rawKeyHex: KEY, ...(place.textOf === undefined ? {} : { textOf: place.textOf }) });
  const instance = await storage.createStorageInstance<Doc>({
    databaseInstanceToken: `token-${(instancesOpen.count += 1)}`,
    databaseName: place.database ?? 'db',
    collectionName: place.collection ?? 'things',
    schema: fillWithDefaultSettings(schema) as never,
    options: {},
    multiInstance: false,
    devMode: false,
  });
  afterwards(() => instance.close());
  return instance as unknown as Instance;
}

/** A document in storage form. */
export function stored(document: Doc, more: { rev?: string; lwt?: number; deleted?: boolean } = {}): Stored {
  return {
    ...document,
    _deleted: more.deleted ?? false,
    _attachments: {},
    _meta: { lwt: more.lwt ?? 1000 },
    _rev: more.rev ?? '1-test',
  } as Stored;
}

export interface OpenVaultForTest {
  readonly vault: Vault;
  readonly database: RxDatabase;
  readonly collections: Readonly<Record<CollectionName, RxCollection>>;
  readonly folder: string;
  shut(): Promise<void>;
}

export const recordTextOf: TextOf = (collection, document) => {
  if (collection !== 'records') return null;
  const body = document['body'] as { title?: string; text?: string };
  return {
    kind: String(document['kind']),
    circles: [String(document['access'])],
    title: body.title ?? '',
    text: body.text ?? '',
    weight: 1,
  };
};

/** A vault with its four collections, closed after the test. */
export async function vaultForTest(
  folder = temporaryFolder(),
  expect: 'existing' | 'new' | 'either' = 'either',
  textOf: TextOf = recordTextOf,
  textVersion = '',
): Promise<OpenVaultForTest> {
  const vault = openVault({ folder, rawKeyHex: KEY, expect, textOf, textVersion });
  const database = await createRxDatabase({ name: 'cordon', storage: vault.storage, multiInstance: false, eventReduce: true });
  const collections = (await database.addCollections(
    Object.fromEntries(Object.entries(COLLECTION_SCHEMAS).map(([name, schema]) => [name, { schema }])) as never,
  )) as unknown as Record<CollectionName, RxCollection>;
  let isShut = false;
  const shut = async () => {
    if (isShut) return;
    isShut = true;
    await database.close();
    vault.close();
  };
  afterwards(shut);
  return { vault, database, collections, folder, shut };
}

/** A record in its envelope. */
export function record(id: string, more: Partial<Doc> = {}): Doc & { id: string } {
  return {
    id,
    kind: 'decision',
    rev: 'device:1',
    shape: 1,
    access: 'open',
    scope: 'scope',
    marking: 'OFFICIAL',
    handling: '',
    compartment: '',
    state: 'made',
    owner: '',
    parent: '',
    number: 0,
    dueAt: '',
    sortAt: id,
    createdAt: '2026-11-03T14:05:00.000Z',
    createdBy: '',
    updatedAt: '2026-11-03T14:05:00.000Z',
    updatedBy: '',
    body: {},
    ...more,
  };
}

/** A journal entry. */
export function entry(seq: number, more: Partial<Doc> = {}): Doc & { id: string } {
  return {
    id: `device:${seq}`,
    device: 'device',
    seq,
    at: '2026-11-03T14:05:00.000Z',
    actor: 'p',
    act: 'test.done',
    subject: '',
    subjectKind: '',
    records: [],
    facts: {},
    prev: '',
    hash: '0'.repeat(64),
    signature: '',
    ...more,
  };
}
