import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { afterEach } from 'vitest';
import { ID_LENGTH, idFromRandom } from '#shared/base/shapes.ts';
import type { SessionState } from '#shared/contracts/bridge/asks.ts';
import { findDocument } from '#shared/domain/documents.ts';
import { findCommand, findNoun, findQuery } from '#shared/domain/registry.ts';
import { contentFreeLine } from '#electron/engine/content-free-log.ts';
import { createEngine, type Engine } from '#electron/engine/create-engine.ts';
import { documentAsks } from '#electron/engine/documents/document-asks.ts';
import type { OsPort } from '#electron/engine/os-port.ts';
import { pictureMaker } from '#electron/engine/pictures/make-picture.ts';
import type { SampleForce } from '#electron/engine/sample/sample-force.ts';
import type { EngineParts } from '#electron/engine/session/engine-parts.ts';
import { FAST_COST } from '#electron/engine/vault/header.ts';
import type { Keychain } from '#electron/engine/vault/unlocked-header.ts';
import { type BridgeClient, bridgeClient, portPair } from './bridge-client.ts';
import { type TestClock, testClock } from './test-clock.ts';

/** The first person of a test's vault: the administrator. */
export const ADMIN = { signInName: 'admin', passPhrase: 'copper wagon lullaby', givenName: 'Ann', familyName: 'Archer' } as const;

export interface TestOs extends OsPort {
  /** What was printed and saved, in order. */
  readonly printed: { readonly html: string; readonly title: string }[];
  readonly saved: { readonly name: string; readonly bytes: Uint8Array }[];
  readonly locks: string[];
  /** How many pages the next printing comes to. */
  pages: number;
  /** Files begun to be saved in pieces, and neither finished nor abandoned. */
  leftBehind: number;
  /** Called with how many pieces of a file were written. */
  onPiece: (pieces: number) => void;
  /** What the person answers to the next save dialogues; empty paths cancel. */
  saveAs: (name: string) => string;
  /** The folder the person chooses next; empty cancels. */
  choose: () => string;
}

export interface TestEngine {
  readonly client: BridgeClient;
  readonly clock: TestClock;
  readonly folder: string;
  readonly markFile: string;
  readonly os: TestOs;
  /** Faults of ours that were logged. A test that ends with any fails. */
  readonly bugs: string[];
  readonly newId: () => string;
  /** Sets up the workstation with `ADMIN`; returns the recovery words. Nobody is signed in. */
  setUp(choices?: { readonly areas?: readonly { readonly name: string; readonly code: string }[] }): Promise<readonly string[]>;
  signIn(signInName?: string, passPhrase?: string): Promise<SessionState>;
  lock(why?: string): Promise<void>;
  /** Time passes while the person signed in keeps working, so that the workstation does not lock itself. */
  workUntil(at: string): Promise<void>;
  /** A paper's bytes as a person gets them: saved as a file of their own. */
  savedPaper(paperId: string): Promise<Uint8Array>;
  /** The same engine and another window. */
  newWindow(): BridgeClient;
  /** The process ends without warning and starts again on the same folder. */
  crash(): Promise<TestEngine>;
}

const cleanUps: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

export interface TestEngineOptions {
  readonly now?: string;
  readonly folder?: string;
  /** The note outside the vault's folder; a file of the test's own when left out. */
  readonly markFile?: string;
  readonly keychain?: Keychain;
  readonly sample?: SampleForce | null;
  readonly documents?: EngineParts['documents'];
  readonly freeBytes?: () => Promise<number>;
  /** Faults the test provokes on purpose. */
  readonly expectsBugs?: boolean;
}

/** Done when the test is over, the last first. */
export function afterTest(cleanUp: () => void | Promise<void>): void {
  cleanUps.push(cleanUp);
}

/** A temporary folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cordon-test-'));
  cleanUps.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An engine in this process, on a folder of its own, with time and ids in the test's hand; ends with the test. */
export function startEngine(options: TestEngineOptions = {}): TestEngine {
  const folder = options.folder ?? temporaryFolder();
  const clock = testClock(options.now);
  return run(folder, clock, { ...options, markFile: options.markFile ?? join(temporaryFolder(), 'vault.mark') }, 1);
}

function run(folder: string, clock: TestClock, options: TestEngineOptions, start: number): TestEngine {
  const bugs: string[] = [];
  const random = xoroshiro128plus(start * 7919);
  const newId = (): string => idFromRandom(Array.from({ length: ID_LENGTH }, () => (random.next() >>> 0) % 32));
  const os: TestOs = {
    printed: [],
    saved: [],
    locks: [],
    pages: 1,
    saveAs: (name) => `/chosen/${name}`,
    async print(html, title) {
      os.printed.push({ html, title });
      return new Uint8Array(Buffer.from(`%PDF-1.7 ${title}\n${'<</Type /Page\n>>\n'.repeat(os.pages)}`));
    },
    async save(name, bytes) {
      const path = os.saveAs(name);
      if (path !== '') os.saved.push({ name, bytes });
      return { path };
    },
    leftBehind: 0,
    onPiece: () => undefined,
    async saveInPieces(name) {
      const path = os.saveAs(name);
      if (path === '') return null;
      const pieces: Uint8Array[] = [];
      os.leftBehind += 1;
      return {
        async write(bytes) {
          pieces.push(structuredClone(bytes));
          os.onPiece(pieces.length);
        },
        async finish() {
          os.leftBehind -= 1;
          os.saved.push({ name, bytes: Buffer.concat(pieces) });
          return { path };
        },
        async abandon() {
          os.leftBehind -= 1;
        },
      };
    },
    choose: () => '',
    async chooseFolder() {
      return { path: os.choose() };
    },
    opened() {},
    locked(why) {
      os.locks.push(why);
    },
  };
  const engine: Engine = createEngine({
    folder,
    ...(options.markFile === undefined ? {} : { markFile: options.markFile }),
    ...(options.keychain === undefined ? {} : { keychain: options.keychain }),
    clock,
    newId,
    cost: FAST_COST,
    findCommand,
    findQuery,
    findNoun,
    os,
    version: 'test',
    documents:
      options.documents ??
      documentAsks({
        verifierPage: async () => new Uint8Array(Buffer.from('<!doctype html><title>Verifier</title>')),
        findDocument,
      }),
    sample: options.sample ?? null,
    makePicture: pictureMaker(new URL('../../electron/engine/pictures/picture-worker.ts', import.meta.url)),
    ...(options.freeBytes === undefined ? {} : { freeBytes: options.freeBytes }),
    bug: (where, error) => {
      bugs.push(contentFreeLine(where, error));
      if (options.expectsBugs !== true) process.stderr.write(`${where}: ${error instanceof Error ? String(error.stack) : String(error)}\n`);
    },
  });
  const window = (): BridgeClient => {
    const ports = portPair();
    engine.serve(ports.engine);
    return bridgeClient(ports.window);
  };
  let client = window();
  let crashed = false;
  cleanUps.push(async () => {
    if (!crashed) await engine.lock('test over');
    engine.abandon();
    if (options.expectsBugs !== true && bugs.length > 0) throw new Error(`the engine logged faults:\n${bugs.join('\n')}`);
  });

  return {
    get client() {
      return client;
    },
    clock,
    folder,
    markFile: options.markFile ?? '',
    os,
    bugs,
    newId,
    async setUp({ areas = [] } = {}) {
      const { recoveryWords } = await client.get('vault.create', {
        workstationName: 'Test workstation',
        forceName: 'Test Force',
        forceCode: 'TF',
        hasAreas: areas.length > 0,
        areas: [...areas],
        rank: 'Police staff',
        serviceNumber: '',
        ...ADMIN,
      });
      return recoveryWords;
    },
    signIn: (signInName = ADMIN.signInName, passPhrase = ADMIN.passPhrase) => client.get('session.sign-in', { signInName, passPhrase }),
    lock: (why = 'by-hand') => engine.lock(why),
    async workUntil(at) {
      while (clock.now() < at) {
        const next = Math.min(Date.parse(at), Date.parse(clock.now()) + 5 * 60_000);
        clock.set(new Date(next).toISOString());
        await client.get('session.touch', {});
      }
    },
    async savedPaper(paperId) {
      await client.get('paper.save', { paperId });
      const last = os.saved.at(-1);
      if (last === undefined) throw new Error('nothing was saved');
      return last.bytes;
    },
    newWindow() {
      client = window();
      return client;
    },
    async crash() {
      crashed = true;
      engine.abandon();
      return run(folder, clock, options, start + 1);
    },
  };
}
