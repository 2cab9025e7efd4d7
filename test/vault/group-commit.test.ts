import { describe, expect, test, vi } from 'vitest';
import { toWriteRow } from '#electron/engine/vault/write-row.ts';
import { VaultFile } from '#electron/engine/vault/vault-file.ts';
import { entry, type OpenVaultForTest, record, vaultForTest } from './fixtures.ts';

const unit = (open: OpenVaultForTest, number: number) => {
  const stamp = open.vault.stamp(open.database.token);
  return open.vault.writeUnit(
    { records: [toWriteRow(null, record(`r${number}`), stamp)], journal: [toWriteRow(null, entry(number), stamp)] },
    'test',
  );
};
const storedIds = (open: OpenVaultForTest, count: number) =>
  open.vault.stored(
    'records',
    Array.from({ length: count }, (_unused, number) => `r${number}`),
  ).length;

async function commitsDuring(work: () => Promise<unknown>): Promise<number> {
  const listener = vi.spyOn(VaultFile.prototype, 'run');
  try {
    await work();
    return listener.mock.calls.filter(([sql]) => sql === 'COMMIT').length;
  } finally {
    listener.mockRestore();
  }
}

describe('a burst of independent units', () => {
  test('is committed a few times instead of once each, and each is acknowledged after its commit', async () => {
    const open = await vaultForTest();
    let acknowledged = 0;
    const commits = await commitsDuring(() =>
      Promise.all(
        Array.from({ length: 60 }, async (_unused, number) => {
          await unit(open, number);
          acknowledged += 1;
        }),
      ),
    );
    expect(acknowledged).toBe(60);
    expect(storedIds(open, 60)).toBe(60);
    expect(commits).toBeLessThan(45);
    expect(await commitsDuring(() => unit(open, 100))).toBeGreaterThan(0);
  });

  test('one that conflicts leaves nothing of itself and everything of its neighbours', async () => {
    const open = await vaultForTest();
    await unit(open, 2);
    const told: string[] = [];
    open.collections.records.$.subscribe((event) => told.push(event.documentId));
    const outcomes = await Promise.all([0, 1, 2, 3].map((number) => unit(open, number)));
    expect(outcomes.map((outcome) => outcome.conflicts.length)).toEqual([0, 0, 2, 0]);
    expect(storedIds(open, 4)).toBe(4);
    expect(told).toEqual(['r0', 'r1', 'r3']);
    expect(await open.vault.compareText()).toMatchObject({ whole: true, documents: 4 });
  });

  test('of which one is a mistake of ours fails alone', async () => {
    const open = await vaultForTest();
    const stamp = open.vault.stamp(open.database.token);
    const mistaken = open.vault.writeUnit(
      { journal: [toWriteRow(null, entry(9), stamp)], records: [toWriteRow(null, record('half \ud83d'), stamp)] },
      'test',
    );
    const [bad, good] = await Promise.allSettled([mistaken, unit(open, 1)]);
    expect([bad?.status, good?.status]).toEqual(['rejected', 'fulfilled']);
    expect(open.vault.stored('journal', ['device:9', 'device:1']).map((one) => one['id'])).toEqual(['device:1']);
  });

  test('is refused as a whole when the file is closed before the commit', async () => {
    const open = await vaultForTest();
    await unit(open, 0);
    const burst = Promise.allSettled([1, 2, 3].map((number) => unit(open, number)));
    await open.shut();
    const statuses = new Set((await burst).map((one) => one.status));
    const again = await vaultForTest(open.folder, 'existing');
    expect(storedIds(again, 4)).toBe(statuses.has('rejected') ? 1 : 4);
    expect(statuses.size).toBe(1);
  });
});
