import { expect, test } from 'vitest';
import { IncomingFile } from '#electron/engine/files/incoming-file.ts';
import { digest } from '#test/builders/attach-paper.ts';
import { vaultForTest } from './fixtures.ts';

test('a file that arrived for other readers than its record would get is refused: its pieces were stored for the first', async () => {
  const { vault } = await vaultForTest();
  const nothing = (): never => {
    throw new Error('a file of one piece stores nothing ahead');
  };
  const coming = { id: 'f', name: 'a.pdf', size: 3, ofId: 'p', access: 'class one', at: '' };
  const file = new IncomingFile({ vault, writer: { storeChunk: nothing, betweenActs: nothing }, nextRev: () => 'd:1' }, coming);
  const bytes = new Uint8Array([1, 2, 3]);
  expect((await file.take(0, bytes, digest(bytes))).ok).toBe(true);
  const arrived = await file.arrived();
  if (!arrived.ok) throw new Error('refused');
  expect(await arrived.value.rows.rows(async () => 'class two')).toMatchObject({ ok: false, refusals: [{ code: 'file/class-changed' }] });
  expect(await arrived.value.rows.rows(async () => 'class one')).toMatchObject({ ok: true });
});
