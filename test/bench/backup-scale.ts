import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { northmoor } from '#electron/engine/sample/load-northmoor.ts';
import type { SampleForce, SampleStep } from '#electron/engine/sample/sample-force.ts';
import { VAULT_FILE_NAME } from '#electron/engine/vault/open-vault.ts';
import { bareEngine, type BareEngine } from '#test/builders/bare-engine.ts';
import { percentile } from './figures.ts';

/**
 * Prints how long it takes to back up, prove and put back a vault of 100,000 records, how long the engine pauses meanwhile, and how soon
 * what somebody types during a backup is stored. The baseline is copying the file.
 */
const RECORDS = Number(process.env['BENCH_RECORDS'] ?? 100_000);
const folder = mkdtempSync(join(tmpdir(), 'cordon-backup-'));
const line = (what: string, ...figures: readonly string[]): void => console.log(what.padEnd(62), ...figures);
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** The sample force, with as many people more as it takes, each with a journal entry of their own. */
const large: SampleForce = {
  ...northmoor,
  async load(options) {
    let model: SampleStep | null = null;
    const loaded = await northmoor.load({
      ...options,
      run: async (step) => {
        if (step.act === 'person.add') model = step;
        await options.run(step);
      },
    });
    for (let number = 1; number <= RECORDS; number += 1) await options.run(anotherPerson(model, options.newId(), number));
    return { ...loaded, toSign: [] };
  },
};

function anotherPerson(model: SampleStep | null, id: string, number: number): SampleStep {
  const [change] = model?.changes ?? [];
  if (model === null || change === undefined || !('put' in change) || change.put.kind !== 'person') throw new Error('no person to go by');
  const body = { ...change.put.body, familyName: `Number${number}`, serviceNumber: '', email: '' };
  return { ...model, changes: [{ put: { ...change.put, id, body } }], subject: { kind: 'person', id } };
}

const start = (): BareEngine =>
  bareEngine(
    folder,
    (where, error) => {
      throw new Error(where, { cause: error });
    },
    large,
  );
const administrator = northmoor.people.find(({ does }) => /administrator/i.test(does));
async function signIn(engine: BareEngine): Promise<readonly string[]> {
  const { notices } = await engine.client.get('session.sign-in', {
    signInName: administrator?.signInName ?? '',
    passPhrase: northmoor.passPhrase,
  });
  return notices;
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly ms: number; readonly longestPauseMs: number; readonly value: T }> {
  const pauses = monitorEventLoopDelay({ resolution: 1 });
  pauses.enable();
  const began = performance.now();
  const value = await work();
  const ms = performance.now() - began;
  pauses.disable();
  return { ms, longestPauseMs: pauses.max / 1e6, value };
}

try {
  let engine = start();
  const made = await timed(() => engine.client.get('vault.create-sample', {}));
  await signIn(engine);
  const database = join(folder, VAULT_FILE_NAME);
  line('machine', `${cpus().length} x ${cpus()[0]?.model ?? ''}, load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}`);
  line(`vault with ${RECORDS.toLocaleString('en-GB')} records and as many journal entries`, `written in ${seconds(made.ms)}`);

  // The backup is made while somebody types.
  const keys: number[] = [];
  let typing = true;
  const typist = (async () => {
    for (let step = 1; typing; step += 1) {
      const pressed = performance.now();
      const result = await engine.client.command('draft.keep', {
        id: 'typing',
        parent: '',
        forKind: 'note',
        itemId: '',
        fields: { text: 'x'.repeat(step % 200) },
      });
      if (!result.ok) throw new Error('what was typed was refused');
      keys.push(performance.now() - pressed);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  })();
  const backup = await timed(() => engine.client.get('backup.make', {}));
  typing = false;
  await typist;
  const bytes = statSync(database).size;
  const copied = performance.now();
  writeFileSync(join(folder, 'copy'), readFileSync(database));
  const copyMs = performance.now() - copied;
  rmSync(join(folder, 'copy'));
  line('size of the vault', `${Math.round(bytes / 1024 / 1024)} MB`, `copying it alone ${seconds(copyMs)}`);
  line(
    'a backup, made and proved',
    seconds(backup.ms),
    `${(backup.ms / copyMs).toFixed(1)}x a copy`,
    `longest pause ${Math.round(backup.longestPauseMs)} ms`,
  );
  line(
    '  keystroke to stored meanwhile',
    `p50 ${Math.round(percentile(keys, 0.5))} ms`,
    `p99 ${Math.round(percentile(keys, 0.99))} ms`,
    `n ${keys.length}`,
  );

  const drill = await timed(() => engine.client.get('backup.drill', { backupId: '' }));
  line(
    'the drill: every record compared',
    seconds(drill.ms),
    `longest pause ${Math.round(drill.longestPauseMs)} ms`,
    drill.value.proof.whole ? 'whole' : 'NOT WHOLE',
  );

  // Some work after the backup, then one byte goes bad while Cordon is closed.
  for (let step = 1; step <= 20; step += 1)
    await engine.client.run('person.add', { givenName: 'After', familyName: `Backup ${step}`, rank: 'Constable', from: '2026-11-01' });
  await engine.lock();
  engine.abandon();
  const file = readFileSync(database);
  file[Math.floor(file.length / 2)] = (file[Math.floor(file.length / 2)] as number) ^ 1;
  writeFileSync(database, file);

  engine = start();
  await signIn(engine);
  const found = await timed(() => engine.client.get('backup.look-for-damage', {}));
  line('reading the whole vault for damage', seconds(found.ms), found.value.damage === null ? 'FOUND NOTHING' : 'found');
  const report = await timed(() => engine.client.get('backup.report', { backupId: backup.value.id }));
  line('the report beforehand', seconds(report.ms), `${report.value.leftOutCount} entries since the backup in question`);
  const restored = await timed(async () => {
    await engine.client.get('backup.restore', { backupId: backup.value.id, reason: 'One byte of the vault is another one' });
    // It locks by itself, which puts the vault back; this waits for that.
    await engine.lock();
    engine.abandon();
    engine = start();
    return signIn(engine);
  });
  line(
    'put back, to the first page after signing in',
    seconds(restored.ms),
    `aim 60 s with the report: ${restored.ms + report.ms <= 60_000 ? 'yes' : 'NO'}`,
  );
  const after = await timed(() => engine.client.get('backup.look-for-damage', {}));
  line(
    'read for damage afterwards',
    seconds(after.ms),
    after.value.damage === null ? 'whole' : 'DAMAGED',
    `set aside: ${readdirSync(join(folder, 'set-aside')).length}`,
  );
  await engine.lock();
  engine.abandon();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
