import { fork } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Database } from '@signalapp/sqlcipher';
import { FILE_CHUNK_BYTES } from '#electron/engine/vault/collections.ts';
import { sendPiece } from '#test/builders/attach-paper.ts';
import { bridgeClient } from '#test/builders/bridge-client.ts';
import { smallForce } from '#test/builders/small-force.ts';

/**
 * Prints how fast a file of 500 MB comes into the vault and goes out again through the whole engine in a process of its own, while someone
 * types, beside raw SQLCipher writing and reading the same pieces in the same run. Run it as `npm run bench:files`.
 */
const MEGABYTES = Number(process.env['BENCH_MEGABYTES'] ?? 500);
const MEGABYTE = 1024 * 1024;
const SIZE = MEGABYTES * MEGABYTE;
const PIECES = Math.ceil(SIZE / FILE_CHUNK_BYTES);
const AHEAD = 3;
/** A quick typist. */
const BETWEEN_KEYS_MS = 80;

const folder = mkdtempSync(join(tmpdir(), 'cordon-bench-files-'));
const seeds = Array.from({ length: 16 }, () => new Uint8Array(randomBytes(FILE_CHUNK_BYTES)));
/** Every piece is another one, so that nothing is spared by being the same. */
const piece = (number: number): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(seeds[number % seeds.length] ?? []).subarray(
    0,
    Math.min(FILE_CHUNK_BYTES, SIZE - number * FILE_CHUNK_BYTES),
  );
  new DataView(bytes.buffer).setUint32(0, number);
  return bytes;
};
const line = (name: string, value: string): void => console.log(`${name.padEnd(64)} ${value}`);
const rate = (milliseconds: number): number => MEGABYTES / (milliseconds / 1000);

function raw(): { readonly into: number; readonly out: number } {
  const db = new Database(join(folder, 'raw.db'));
  db.exec(`PRAGMA key = "x'${'ab'.repeat(32)}'"`);
  db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  db.exec('CREATE TABLE piece(key INTEGER PRIMARY KEY, data BLOB)');
  const insert = db.prepare('INSERT INTO piece(data) VALUES (?)');
  let began = performance.now();
  for (let number = 0; number < PIECES; number += 1) {
    db.exec('BEGIN IMMEDIATE');
    insert.run([piece(number)]);
    db.exec('COMMIT');
  }
  const into = rate(performance.now() - began);
  const select = db.prepare('SELECT data FROM piece WHERE key = ?', { pluck: true });
  const hash = createHash('sha256');
  began = performance.now();
  for (let number = 1; number <= PIECES; number += 1) hash.update(select.get<Uint8Array<ArrayBuffer>>([number]) ?? new Uint8Array());
  const out = rate(performance.now() - began);
  db.close();
  rmSync(join(folder, 'raw.db'));
  return { into, out };
}

interface Measured {
  readonly memory: number;
  readonly longest: number;
  readonly longestWork: number;
  readonly p99: number;
  readonly over16: number;
  readonly before: number;
}

async function through(): Promise<void> {
  const [vault, saves] = [join(folder, 'vault'), join(folder, 'saved')];
  mkdirSync(vault);
  mkdirSync(saves);
  const child = fork(fileURLToPath(new URL('./files-engine.ts', import.meta.url)), [vault, saves], { serialization: 'advanced' });
  const measures: ((measured: Measured) => void)[] = [];
  const client = bridgeClient({
    post: (message) => child.send(message as object),
    onMessage(listener) {
      child.on('message', (message: { readonly measured?: Measured }) => {
        if (message.measured === undefined) listener(message);
        else measures.shift()?.(message.measured);
      });
    },
    close: () => undefined,
  });
  const measure = (what: 'begin' | 'end') =>
    new Promise<Measured>((resolve) => {
      measures.push(resolve);
      child.send({ measure: what });
    });
  const admin = { signInName: 'admin', passPhrase: 'copper wagon lullaby', givenName: 'Ann', familyName: 'Archer' };
  const force = await smallForce({
    client,
    clock: { now: () => new Date().toISOString() },
    setUp: ({ areas = [] } = {}) =>
      client
        .get('vault.create', {
          workstationName: 'Bench',
          forceName: 'Bench Force',
          forceCode: 'BF',
          hasAreas: true,
          areas: [...areas],
          rank: 'Police staff',
          serviceNumber: '',
          ...admin,
        })
        .then(({ recoveryWords }) => recoveryWords),
    signIn: (signInName = admin.signInName, passPhrase = admin.passPhrase) => client.get('session.sign-in', { signInName, passPhrase }),
    lock: () => client.get('session.lock', {}),
  } as never);
  await force.signInAs('secretary');
  const { meetingId } = await force.scheduleMeeting();

  // Someone types all the while.
  const typed: number[] = [];
  let typing = true;
  const typist = async (): Promise<void> => {
    for (let count = 0; typing; count += 1) {
      const began = performance.now();
      await client.run('draft.keep', { id: 'typing', parent: '', forKind: 'decision', itemId: '', fields: { count } });
      typed.push(performance.now() - began);
      await wait(Math.max(0, BETWEEN_KEYS_MS - (performance.now() - began)));
    }
  };
  const told = (way: string, took: number, { memory, longest, longestWork, p99, over16, before }: Measured): void => {
    const sorted = typed.splice(0).sort((a, b) => a - b);
    line(`through the engine, ${way}`, `${rate(took).toFixed(0)} MB/s`);
    line('  memory of the engine, before and at most', `${before.toFixed(0)} MB, ${memory.toFixed(0)} MB`);
    line('  its longest work in one piece, by the processor', `${longestWork.toFixed(1)} ms`);
    line(
      '  its longest pause by the clock, p99, and how many over 16 ms',
      `${longest.toFixed(1)} ms, ${p99.toFixed(1)} ms, ${over16.toFixed(2)} %`,
    );
    line(
      `  a keystroke stored, p50, p99, longest of ${sorted.length}`,
      [0.5, 0.99, 1].map((part) => `${(sorted[Math.ceil(part * sorted.length) - 1] ?? Number.NaN).toFixed(1)} ms`).join(', '),
    );
  };

  const hash = createHash('sha256');
  let atTheKeys = typist();
  let { before } = await measure('begin');
  let began = performance.now();
  const laid = {
    title: 'Large',
    paperType: 'other',
    fileName: 'Large.bak',
    mediaType: '',
    asOf: '',
    confidence: '',
    policeOnly: false,
  } as const;
  const { uploadId } = await client.get('paper.begin', { ...laid, meetingId, size: SIZE });
  const underWay: Promise<unknown>[] = [];
  for (let number = 0; number < PIECES; number += 1) {
    const bytes = piece(number);
    hash.update(bytes);
    await underWay[number - AHEAD];
    underWay.push(
      sendPiece(client, uploadId, number, bytes).then((sent) => {
        if (!sent.ok) throw new Error(sent.refusals[0].message);
      }),
    );
  }
  await Promise.all(underWay);
  const { paperId } = await client.get('paper.attach', { uploadId });
  let took = performance.now() - began;
  typing = false;
  await atTheKeys;
  told('in', took, { ...(await measure('end')), before });

  typing = true;
  atTheKeys = typist();
  ({ before } = await measure('begin'));
  began = performance.now();
  await client.get('paper.save', { paperId });
  took = performance.now() - began;
  typing = false;
  await atTheKeys;
  told('out into a file, every digest compared', took, { ...(await measure('end')), before });

  const saved = createHash('sha256');
  for await (const part of createReadStream(join(saves, 'Large.bak'))) saved.update(part as Buffer);
  if (saved.digest('hex') !== hash.digest('hex')) throw new Error('what came out is not what went in');
  line('vault on the disk for it', `${(statSync(join(vault, 'vault.db')).size / MEGABYTE).toFixed(0)} MB`);
  await client.get('session.lock', {});
  child.disconnect();
}

const { into, out } = raw();
line(`raw SQLCipher, ${MEGABYTES} MB in pieces of ${FILE_CHUNK_BYTES / 1024} KB, in`, `${into.toFixed(0)} MB/s`);
line('raw SQLCipher, out, with SHA-256', `${out.toFixed(0)} MB/s`);
try {
  await through();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
