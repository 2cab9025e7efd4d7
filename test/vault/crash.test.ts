import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { afterwards, temporaryFolder, vaultForTest } from './fixtures.ts';

const KILLS = Number(process.env['VAULT_KILLS'] ?? 20);
const WRITER = fileURLToPath(new URL('./crash-writer.ts', import.meta.url));

interface Writer {
  /** Lets it write from unit `first`, kills it with SIGKILL once it has acknowledged `units`, and gives the last unit it acknowledged. */
  untilKilled(first: number, units: number): Promise<number>;
}

/** A process that has loaded everything and waits to be told where to begin. */
function waitingWriter(folder: string): Writer {
  const child = spawn(process.execPath, [WRITER, folder], { stdio: ['pipe', 'pipe', 'pipe'] });
  const gone = once(child, 'exit');
  afterwards(() => child.kill('SIGKILL'));
  return {
    async untilKilled(first, units) {
      let said = '';
      let complaint = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (said.split('\n').length > units) child.kill('SIGKILL');
      });
      child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
      child.stdin.write(`${first}\n`);
      const [, signal] = (await gone) as [number | null, string | null];
      expect(complaint).toBe('');
      expect(signal).toBe('SIGKILL');
      return said.slice(0, said.lastIndexOf('\n')).split('\n').map(Number).at(-1) ?? first - 1;
    },
  };
}

describe('a writer killed at any moment', () => {
  test(
    `loses no acknowledged unit and leaves none half written, ${KILLS} times over on the same vault (duties 32, 136)`,
    async () => {
      const folder = temporaryFolder();
      await (await vaultForTest(folder, 'new')).shut();
      let last = 0;
      let writer = waitingWriter(folder);
      for (let kill = 0; kill < KILLS; kill += 1) {
        const acknowledged = await writer.untilKilled(last + 1, 1 + ((kill * 7) % 31));
        writer = waitingWriter(folder);
        const open = await vaultForTest(folder, 'existing');
        expect(open.vault.checkIntegrity()).toMatchObject({ whole: true });
        const newest = await open.collections.journal.findOne({ sort: [{ seq: 'desc' }] }).exec();
        const units = Number(newest?.get('seq') ?? 0);
        expect(units).toBeGreaterThanOrEqual(acknowledged);
        // One unit may have been committed just before it could be acknowledged.
        expect(units).toBeLessThanOrEqual(acknowledged + 1);
        expect(await open.collections.journal.count().exec()).toBe(units);
        expect(await open.collections.records.count().exec()).toBe(units * 3);
        const found = open.vault.findText(`"unit ${units}"`, ['open'], [], 500).hits.map((hit) => hit.id);
        if (units > 0) expect(found).toEqual(expect.arrayContaining([`u${units}-a`, `u${units}-b`, `u${units}-c`]));
        expect(open.vault.findText('unit', ['open'], [], 500).more || units * 3 <= 500).toBe(true);
        await open.shut();
        last = units;
        if ((kill + 1) % 100 === 0)
          process.stderr.write(`${kill + 1} kills, ${units} units, ${(performance.now() / 60_000).toFixed(1)} minutes\n`);
      }
      expect(last).toBeGreaterThan(KILLS);
    },
    Math.max(600_000, KILLS * 15_000),
  );
});
