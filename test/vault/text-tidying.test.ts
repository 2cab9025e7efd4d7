import { join } from 'node:path';
import { expect, test } from 'vitest';
import { piecesOf } from '#electron/engine/vault/text-tidying.ts';
import { VaultFile } from '#electron/engine/vault/vault-file.ts';
import { afterwards, vaultForTest } from './fixtures.ts';
import { KEY } from './keys.ts';
import { put } from './notes.ts';

test('after many writes the text index lies in one piece again, by itself and between other work, and finds the same', async () => {
  const open = await vaultForTest();
  const file = VaultFile.hold({ file: join(open.folder, 'vault.db'), rawKeyHex: KEY });
  afterwards(() => file.letGo());
  for (let from = 0; from < 1200; from += 300)
    await put(
      open,
      Array.from({ length: 300 }, (_unused, number) => ({
        id: `d${from + number}`,
        title: `heron ${from + number}`,
        text: `quarry ${number}`,
      })),
    );
  while (piecesOf(file) > 1) await new Promise((resolve) => setImmediate(resolve));
  expect(open.vault.findText('heron 1145', ['open'], [], 5).hits[0]?.id).toBe('d1145');
  expect(open.vault.checkIntegrity().whole).toBe(true);
  expect(await open.vault.compareText()).toMatchObject({ whole: true, documents: 1200 });
  // A few more writes do not make all of it be written once more.
  await put(open, [{ id: 'one', text: 'kestrel' }]);
  await put(open, [{ id: 'two', text: 'kestrel' }]);
  await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setImmediate(resolve));
  expect(piecesOf(file)).toBeGreaterThan(1);
  expect(open.vault.findText('kestrel', ['open'], [], 5).hits).toHaveLength(2);
});
