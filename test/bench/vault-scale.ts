import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createRxDatabase, type RxCollection } from 'rxdb';
import { COLLECTION_SCHEMAS } from '#electron/engine/vault/collections.ts';
import { openVault, VAULT_FILE_NAME } from '#electron/engine/vault/open-vault.ts';
import type { TextOf } from '#electron/engine/vault/text-index.ts';
import { piecesOf } from '#electron/engine/vault/text-tidying.ts';
import type { Vault } from '#electron/engine/vault/vault.ts';
import { VaultFile } from '#electron/engine/vault/vault-file.ts';
import { toWriteRow } from '#electron/engine/vault/write-row.ts';

/**
 * Prints how the vault behaves when it is large: an import with someone typing, search with policy and snippet, what a search for hidden
 * words costs, opening, indexing anew, and memory. By the clock and by the processor, because other work on the machine shows in the first.
 */
const RECORDS = Number(process.env['BENCH_SCALE'] ?? 250_000);
const IMPORTED_WHILE_TYPING = Math.min(RECORDS, Number(process.env['BENCH_IMPORT'] ?? 100_000));
const KEY = 'd4'.repeat(32);
const CIRCLES = 60;
const READER_IN = 40;
const ROWS = 100;
const SEARCHES = 100;

/** The same numbers every time. */
let seed = 20261103;
const dice = (): number => {
  seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
  return seed / 0x7fffffff;
};
const SYLLABLES =
  'ba be bi bo bu ca ce co da de di do fa fe fi ga go ha he hi ho ja ka ki la le li lo ma me mi mo na ne ni no pa pe po'.split(' ');
/** Thirty thousand made-up words, used as often as words of a language are: the first a thousand times as often as the thousandth. */
const VOCABULARY = Array.from({ length: 30_000 }, (_unused, number) => {
  let word = '';
  for (let rest = number + 1; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) word += SYLLABLES[rest % SYLLABLES.length];
  return word + (['', 'r', 'n', 'st', 'ing', 'ed', 'ion'][number % 7] as string);
});
const word = (): string =>
  VOCABULARY[Math.min(VOCABULARY.length, Math.floor(Math.exp(dice() * Math.log(VOCABULARY.length)))) - 1] as string;
const words = (count: number): string => Array.from({ length: count }, word).join(' ');

/** Only the last circle, which the reader is not in, knows this word. */
const HIDDEN_WORD = 'zzyzx';
const textOf: TextOf = (collection, document) => {
  if (collection !== 'records' || document['kind'] === 'draft') return null;
  const body = document['body'] as { title: string; text: string };
  return { kind: String(document['kind']), circles: [String(document['access'])], title: body.title, text: body.text, weight: 1 };
};

function record(
  number: number,
  kind = ['decision', 'action', 'minute-entry', 'paper'][number % 4] as string,
): Record<string, unknown> & { id: string } {
  const circle = number % CIRCLES;
  return {
    id: `${kind === 'draft' ? 'draft' : 'r'}${(number * 7919) % 1_000_003}`,
    kind,
    rev: 'd:1',
    shape: 1,
    access: `circle${circle}`,
    scope: '',
    marking: 'OFFICIAL',
    handling: '',
    compartment: '',
    state: 'open',
    owner: `p${number % 300}`,
    parent: `m${number % 2000}`,
    number: number % 1000,
    dueAt: '',
    sortAt: `2026-${String(number).padStart(9, '0')}`,
    createdAt: '',
    createdBy: '',
    updatedAt: '',
    updatedBy: '',
    body: { title: words(3), text: `${words(110)}${circle === CIRCLES - 1 ? ` ${HIDDEN_WORD}` : ''}` },
  };
}

/** Of the engine's own thread: what collects garbage or compiles beside it holds nobody up. */
const threadMs = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};
const processorMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
const inOrder = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);
const line = (what: string, ...figures: readonly string[]): void => console.log(what.padEnd(58), ...figures);
const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

interface Open {
  readonly vault: Vault;
  readonly records: RxCollection;
  readonly token: string;
  readonly file: VaultFile;
  shut(): Promise<void>;
}

async function open(folder: string, expect: 'new' | 'existing', textVersion = ''): Promise<Open> {
  const vault = openVault({ folder, rawKeyHex: KEY, expect, textOf, textVersion });
  const database = await createRxDatabase({ name: 'scale', storage: vault.storage, multiInstance: false });
  const { records } = (await database.addCollections({ records: { schema: COLLECTION_SCHEMAS.records } })) as unknown as {
    records: RxCollection;
  };
  const file = VaultFile.hold({ file: join(folder, VAULT_FILE_NAME), rawKeyHex: KEY });
  return {
    vault,
    records,
    token: database.token,
    file,
    async shut() {
      await database.close();
      file.letGo();
      vault.close();
    },
  };
}

/** Writes records in bulk, as an import does. */
async function importRecords(opened: Open, from: number, count: number): Promise<void> {
  const stamp = opened.vault.stamp(opened.token);
  for (let start = from; start < from + count; start += ROWS) {
    const rows = Array.from({ length: Math.min(ROWS, from + count - start) }, (_unused, number) =>
      toWriteRow(null, record(start + number), stamp),
    );
    // Making up rows takes as long as writing them: it gets a turn of its own.
    await new Promise((done) => setImmediate(done));
    await opened.records.storageInstance.bulkWrite(rows as never, 'import');
  }
}

interface Pauses {
  readonly wall: readonly number[];
  readonly processor: readonly number[];
}

/** How long the engine was deaf between two turns of its event loop, until told to stop. */
function watchPauses(): () => Pauses {
  const wall: number[] = [];
  const processor: number[] = [];
  let going = true;
  let [lastWall, lastProcessor] = [performance.now(), threadMs()];
  const look = (): void => {
    const [nowWall, nowProcessor] = [performance.now(), threadMs()];
    wall.push(nowWall - lastWall);
    processor.push(nowProcessor - lastProcessor);
    [lastWall, lastProcessor] = [nowWall, nowProcessor];
    if (going) setImmediate(look);
  };
  setImmediate(look);
  return () => {
    going = false;
    return { wall: inOrder(wall), processor: inOrder(processor) };
  };
}

/** Someone types: every tenth of a second a draft is stored, and the time until it is stored is noted. */
function type(opened: Open): () => Promise<readonly number[]> {
  const times: number[] = [];
  let going = true;
  const typing = (async () => {
    for (let keystroke = 0; going; keystroke += 1) {
      await wait(100);
      const start = performance.now();
      const draft = record(0, 'draft');
      const before = opened.vault.stored('records', [draft.id])[0] ?? null;
      await opened.vault.writeUnit(
        { records: [toWriteRow(before, { ...draft, number: keystroke }, opened.vault.stamp(opened.token))] },
        'draft',
      );
      times.push(performance.now() - start);
    }
  })();
  return async () => {
    going = false;
    await typing;
    return inOrder(times);
  };
}

async function untilTidy(opened: Open): Promise<void> {
  for (const until = Date.now() + 300_000; piecesOf(opened.file) > 1 && Date.now() < until; ) await wait(200);
}

function searches(opened: Open, typed: () => string): { wall: number[]; processor: number[]; hits: number } {
  const circles = Array.from({ length: READER_IN }, (_unused, number) => `circle${number}`);
  const wall: number[] = [];
  const processor: number[] = [];
  let hits = 0;
  for (let search = 0; search < SEARCHES; search += 1) {
    const text = typed();
    const [startWall, startProcessor] = [performance.now(), processorMs()];
    hits += opened.vault.findText(text, circles, [], 20).hits.length;
    processor.push(processorMs() - startProcessor);
    wall.push(performance.now() - startWall);
  }
  return { wall: inOrder(wall), processor: inOrder(processor), hits: hits / SEARCHES };
}

function printSearch(what: string, found: ReturnType<typeof searches>): void {
  line(
    what,
    `p50 ${ms(at(found.wall, 0.5))}, p95 ${ms(at(found.wall, 0.95))} (processor ${ms(at(found.processor, 0.5))}, ${ms(at(found.processor, 0.95))}), ${found.hits.toFixed(1)} hits each`,
  );
}

async function seconds(work: () => Promise<unknown>): Promise<string> {
  const [startWall, startProcessor] = [performance.now(), processorMs()];
  await work();
  return `${((performance.now() - startWall) / 1000).toFixed(1)} s (processor ${((processorMs() - startProcessor) / 1000).toFixed(1)} s)`;
}

const folder = mkdtempSync(join(tmpdir(), 'cordon-scale-'));
try {
  console.log(`${RECORDS} records of about a kilobyte in ${CIRCLES} reading circles, the reader in ${READER_IN} of them`);
  let opened = await open(folder, 'new');
  const [stopTyping, stopWatching] = [type(opened), watchPauses()];
  const importing = await seconds(() => importRecords(opened, 0, IMPORTED_WHILE_TYPING));
  const [typing, pauses] = [await stopTyping(), stopWatching()];
  line(`import of ${IMPORTED_WHILE_TYPING} records while someone types`, importing);
  line('  keystroke to stored', `p50 ${ms(at(typing, 0.5))}, p99 ${ms(at(typing, 0.99))}, longest ${ms(typing.at(-1) ?? 0)}`);
  line('  engine pause, by the clock', `p99 ${ms(at(pauses.wall, 0.99))}, longest ${ms(pauses.wall.at(-1) ?? 0)}`);
  line('  engine pause, by the processor', `p99 ${ms(at(pauses.processor, 0.99))}, longest ${ms(pauses.processor.at(-1) ?? 0)}`);
  if (RECORDS > IMPORTED_WHILE_TYPING)
    line(
      `  ${RECORDS - IMPORTED_WHILE_TYPING} more`,
      await seconds(() => importRecords(opened, IMPORTED_WHILE_TYPING, RECORDS - IMPORTED_WHILE_TYPING)),
    );
  line('tidying the text index afterwards', await seconds(() => untilTidy(opened)));
  printSearch(
    'search, three words',
    searches(opened, () => words(3)),
  );
  printSearch(
    'search, three of the twenty commonest words',
    searches(opened, () => [0, 0, 0].map(() => VOCABULARY[Math.floor(dice() * 20)]).join(' ')),
  );
  printSearch(
    'search, a word half typed',
    searches(opened, () => word().slice(0, 4)),
  );
  printSearch(
    'search, a word nobody wrote',
    searches(opened, () => 'qqyqx'),
  );
  printSearch(
    `search, a word ${Math.floor(RECORDS / CIRCLES)} hidden records hold`,
    searches(opened, () => HIDDEN_WORD),
  );
  line('memory of the process', `${Math.round(process.memoryUsage().rss / 2 ** 20)} MB, this bench's own words and rows included`);
  await opened.shut();
  line('size on disk', `${Math.round(statSync(join(folder, VAULT_FILE_NAME)).size / 2 ** 20)} MB`);
  let reopened: Open | undefined;
  line('open after the key', await seconds(async () => (reopened = await open(folder, 'existing', 'newer'))));
  opened = reopened as Open;
  const [stopTypingAgain, stopWatchingAgain] = [type(opened), watchPauses()];
  line('indexing anew while someone types', await seconds(() => opened.vault.renewText(true)));
  const [typingAgain, pausesAgain] = [await stopTypingAgain(), stopWatchingAgain()];
  line(
    '  keystroke to stored',
    `p50 ${ms(at(typingAgain, 0.5))}, p99 ${ms(at(typingAgain, 0.99))}, longest ${ms(typingAgain.at(-1) ?? 0)}`,
  );
  line('  engine pause, by the clock', `p99 ${ms(at(pausesAgain.wall, 0.99))}, longest ${ms(pausesAgain.wall.at(-1) ?? 0)}`);
  line('  engine pause, by the processor', `p99 ${ms(at(pausesAgain.processor, 0.99))}, longest ${ms(pausesAgain.processor.at(-1) ?? 0)}`);
  await opened.shut();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
