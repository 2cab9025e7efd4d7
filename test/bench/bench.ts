/**
 * `npm run bench`: prints what the aims of the product are held against, measured in the real application on the sample force, beside
 * a baseline of the same run. Medians over rounds; never a test. BENCH_ROUNDS changes how many.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, release, tmpdir, totalmem, type as systemName } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { Database } from '@signalapp/sqlcipher';
import { findElectronRuntime } from '#build/scripts/electron-runtime.ts';
import { readHeaders } from '#electron/engine/vault/header-format.ts';
import { stretch } from '#electron/engine/vault/key-box.ts';
import { SAMPLE_PASS_PHRASE } from '#shared/sample-force/people.ts';
import { openInBrowser } from '#test/e2e/harness/browser.ts';
import { holdLine, type Line } from '#test/e2e/harness/line.ts';
import { type Cordon, openCordon } from '#test/e2e/harness/open-cordon.ts';
import { expect } from '#test/e2e/harness/patient-expect.ts';
import { sampleVaultOfToday, vaultOf } from '#test/e2e/harness/sample-vault.ts';
import { typeInto } from '#test/e2e/keyboard.ts';
import * as secretary from '#test/e2e/secretary.ts';
import { COLUMNS, type Figure, keystrokesToStored, median, rowOf, table } from './figures.ts';
import { answerTook, enterUntil, noteAnew, noteTimes, typingSeen } from './window-clock.ts';

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);
const DECISIONS = 200;
const OPENINGS = Math.max(20, ROUNDS);
const RAW_WRITES = 200;
/** Longer than a view nobody looks at is kept, so that an opened meeting is read anew. */
const UNTIL_FORGOTTEN_MS = 2500;
const TYPED = 'The analyst presented the section; confidence in the figures is moderate, because one ward was recorded a week late. ';

const say = (line: string): void => console.error(line);
const now = (): number => performance.now();

/** From starting the program to the sign-in screen, against the same program with a page that holds one heading. */
async function coldStarts(cordon: Cordon, folder: string): Promise<Figure> {
  const empty = join(folder, 'empty.html');
  await writeFile(empty, '<!doctype html><title>Empty</title><h1>Empty</h1>');
  const values: number[] = [];
  const baseline: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    let began = now();
    const browser = await openInBrowser(empty, join(folder, 'empty-profile'));
    await browser.page.getByRole('heading').waitFor();
    baseline.push(now() - began);
    await browser.close();

    began = now();
    await cordon.start();
    await cordon.page.getByRole('heading', { name: 'Sign in' }).waitFor();
    values.push(now() - began);
    await cordon.quit();
  }
  return {
    name: 'cold start to sign-in screen',
    values,
    aim: { of: 'p50', ms: 2500 },
    against: { name: 'empty window', values: baseline },
  };
}

async function argon2Alone(vaultFolder: string): Promise<readonly number[]> {
  const content = readHeaders(vaultFolder).whole[0]?.content;
  const slot = content?.slots[0];
  if (content === undefined || slot === undefined) throw new Error('The sample vault has no key slot.');
  const values: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = now();
    await stretch('holroyd', randomBytes(16), content.nameCost);
    await stretch(SAMPLE_PASS_PHRASE, randomBytes(16), slot.cost);
    values.push(now() - began);
  }
  return values;
}

/** From Enter on the pass phrase to the first page drawn, in a freshly started engine each time. */
async function unlocks(cordon: Cordon): Promise<readonly Figure[]> {
  const { page } = cordon;
  const argon2 = await argon2Alone(vaultOf(cordon.folders));
  const whole: number[] = [];
  const engine: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await typeInto(page, page.getByLabel('Sign-in name'), 'holroyd');
    await typeInto(page, page.getByLabel('Pass phrase', { exact: true }), SAMPLE_PASS_PHRASE);
    whole.push(await enterUntil(page, ['nav[aria-label="Sections"]', 'main h1 ~ *', 'main section h2']));
    engine.push(await answerTook(page, 'session.sign-in'));
    await page.keyboard.press('Control+l');
    await expect(page.getByLabel('Sign-in name')).toBeVisible({ timeout: 30_000 });
  }
  const alone = median(argon2);
  return [
    {
      name: 'unlock to first page, sample force',
      values: whole,
      aim: { of: 'p50', ms: 1500 },
      against: { name: 'Argon2id alone', values: argon2 },
    },
    { name: '  Argon2id, same cost, by itself', values: argon2 },
    { name: '  opening the vault (rest of the engine’s answer)', values: engine.map((took) => took - alone) },
    { name: '  first page (after the engine’s answer)', values: whole.map((took, round) => took - (engine[round] ?? 0)) },
  ];
}

/** A row of about a draft's size written and committed by itself, on the same disk, with the same durability. */
function rawWrites(folder: string): readonly number[] {
  const database = new Database(join(folder, 'raw.db'));
  try {
    database.pragma(`key = "x'${'c3'.repeat(32)}'"`);
    for (const setting of ['journal_mode = WAL', 'synchronous = FULL']) database.pragma(setting);
    database.exec('DROP TABLE IF EXISTS t');
    database.exec('CREATE TABLE t (id TEXT PRIMARY KEY, json TEXT) WITHOUT ROWID');
    const write = database.prepare('INSERT INTO t VALUES (?, ?)');
    const values: number[] = [];
    for (let n = 0; n < RAW_WRITES; n += 1) {
      const json = JSON.stringify({ text: TYPED.repeat(4), n });
      const began = now();
      write.run([`d${n}`, json]);
      values.push(now() - began);
    }
    return values;
  } finally {
    database.close();
  }
}

/** Types into a note as fast as a practised secretary does and asks when each character was stored. */
async function typing(page: Page, folder: string, name: string): Promise<Figure> {
  const values: number[] = [];
  let never = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    await secretary.backToNotes(page);
    await noteAnew(page);
    for (const [index, character] of Array.from(TYPED).entries()) {
      await page.keyboard.type(character);
      // Between 60 and 140 ms, never in step with anything.
      await page.waitForTimeout(60 + ((index * 37) % 81));
    }
    const found = keystrokesToStored(await typingSeen(page));
    values.push(...found.values);
    never += found.never;
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('form', { name: 'Note' }).getByLabel('Note', { exact: true })).toHaveValue('');
  }
  if (never > 0) say(`${never} keystrokes were never acknowledged.`);
  return { name, values, aim: { of: 'p95', ms: 50 }, against: { name: 'raw SQLCipher write', values: rawWrites(folder) } };
}

interface ConsoleSeen {
  readonly openItemId: string;
  readonly defaults: { readonly decidedById: string };
  readonly priorities: readonly { readonly id: string }[];
}

let lastRequest = 800_000_000;

/** What a query shows just now. */
async function viewOf(line: Line, name: string, args: object): Promise<unknown> {
  const n = ++lastRequest;
  await line.send([{ t: 'watch', n, name, args }]);
  const shown = async () => (await line.said()).find((one) => one.t === 'view' && one.n === n);
  await expect.poll(async () => (await shown()) !== undefined, { timeout: 30_000 }).toBe(true);
  await line.send([{ t: 'unwatch', n }]);
  return ((await shown()) as unknown as { readonly view: unknown }).view;
}

/** Records decisions under the open item with the command the console uses. */
async function recordDecisions(line: Line): Promise<readonly number[]> {
  const { rows } = (await viewOf(line, 'meetings', {})) as { readonly rows: readonly { readonly id: string; readonly state: string }[] };
  const meetingId = rows.find((one) => one.state === 'live')?.id ?? '';
  const view = (await viewOf(line, 'meeting-console', { meetingId })) as ConsoleSeen;
  const values: number[] = [];
  for (let number = 1; number <= DECISIONS; number += 1) {
    const n = ++lastRequest;
    const began = now();
    await line.send([
      {
        t: 'command',
        n,
        name: 'decision.record',
        args: {
          meetingId,
          itemId: view.openItemId,
          text: `Decision ${number} of a long day: carry on with the plan for street ${number} for two more weeks.`,
          rationale: 'The measure of the last period was met in three of four weeks, and nothing has come up that would change the plan.',
          options: [
            { text: 'Carry on for two weeks', chosen: true, rejectedBecause: '' },
            { text: 'Close the plan now', chosen: false, rejectedBecause: 'One week in four was missed.' },
          ],
          noEvidenceReason: 'Reported by its owner in the meeting.',
          priorityId: view.priorities[number % view.priorities.length]?.id ?? '',
          decidedById: view.defaults.decidedById,
        },
      },
    ]);
    const answer = await line.answer(n);
    if (!answer.ok) throw new Error(`Decision ${number}: ${answer.refusals?.[0]?.message ?? ''}`);
    values.push(now() - began);
  }
  return values;
}

/** From Enter in the list of meetings to the console drawn with its record and its composer. */
async function openings(page: Page): Promise<readonly number[]> {
  const values: number[] = [];
  for (let round = 0; round < OPENINGS; round += 1) {
    await page.keyboard.press('Escape');
    await page.locator('nav[aria-label="Sections"] a').first().focus();
    await secretary.chooseTodaysMeeting(page);
    await page.waitForTimeout(UNTIL_FORGOTTEN_MS);
    values.push(await enterUntil(page, ['ol[aria-label] article', 'form textarea']));
    await expect(page.getByRole('form', { name: 'Note' })).toBeVisible();
  }
  return values;
}

/** Resident memory of every process by what it is: its own share where Linux tells, else what is in memory with all it shares. */
async function memory(cordon: Cordon): Promise<readonly (readonly string[])[]> {
  const metrics = await cordon.app.evaluate(({ app }) =>
    app.getAppMetrics().map(({ pid, type, name, serviceName, memory: held }) => ({
      pid,
      kind: name ?? serviceName ?? type,
      type,
      resident: held.workingSetSize,
    })),
  );
  const rows = metrics.map(({ pid, kind, type, resident }) => {
    const share = shareOf(pid);
    return { name: type === 'Tab' ? 'window' : type === 'Browser' ? 'main' : kind, share, resident };
  });
  const megabytes = (kilobytes: number): string => `${(kilobytes / 1024).toFixed(0)} MB`;
  const total = (of: (row: (typeof rows)[number]) => number): string => megabytes(rows.reduce((sum, row) => sum + of(row), 0));
  return [
    ['', 'own share', 'resident'],
    ...rows.map((row) => [row.name, row.share === null ? '' : megabytes(row.share), megabytes(row.resident)]),
    ['together', rows.some((row) => row.share === null) ? '' : total((row) => row.share ?? 0), total((row) => row.resident)],
  ];
}

function shareOf(pid: number): number | null {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? Number.NaN);
  } catch {
    return null;
  }
}

const folder = await mkdtemp(join(tmpdir(), 'cordon-bench-'));
const { cordon, finish } = await openCordon(folder);
try {
  const runtime = await findElectronRuntime();
  say('Making the sample force, if this build has none yet...');
  await cp(await sampleVaultOfToday(), vaultOf(cordon.folders), { recursive: true });
  await mkdir(cordon.folders.home, { recursive: true });
  const figures: Figure[] = [];
  say(`Starting cold, ${ROUNDS} times...`);
  figures.push(await coldStarts(cordon, folder));

  await cordon.start();
  const { page } = cordon;
  await noteTimes(page);
  const line = await holdLine(page);
  say(`Unlocking, ${ROUNDS} times...`);
  figures.push(...(await unlocks(cordon)));
  await secretary.signIn(page, 'holroyd');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const afterUnlock = await memory(cordon);

  await secretary.openTodaysMeeting(page);
  await secretary.startMeeting(page, 'Nothing here is shared beyond the agreement.');
  await page.keyboard.press('F9');
  await expect(secretary.openItem(page)).toBeVisible();
  say(`Typing ${TYPED.length} characters, ${ROUNDS} times...`);
  figures.push(await typing(page, folder, 'keystroke to stored'));
  say(`Recording ${DECISIONS} decisions...`);
  const recording = await recordDecisions(line);
  figures.push({ name: 'record a decision (command, answer)', values: recording });
  say(`Opening the meeting, ${OPENINGS} times...`);
  figures.push({
    name: `open a meeting with ${DECISIONS} decisions`,
    values: await openings(page),
    aim: { of: 'p95', ms: 150 },
  });
  figures.push({ ...(await typing(page, folder, `keystroke to stored, beside ${DECISIONS} decisions`)) });
  const withMeeting = await memory(cordon);

  const versions = await cordon.app.evaluate(() => ({ chrome: process.versions['chrome'] ?? '', node: process.versions.node }));
  const [cpu] = cpus();
  console.log(`
${systemName()} ${release()}, ${cpus().length} x ${cpu?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB
Electron ${runtime.version}${runtime.official ? '' : ' (the old one, for trying and testing only)'}, Chromium ${versions.chrome}, Node ${versions.node} in it
Sample force, ${ROUNDS} rounds. Times of the window are those of its own clock; starts are seen through the driver of the tests, the empty window as well.
`);
  for (const row of table([COLUMNS, ...figures.map(rowOf)])) console.log(row);
  console.log('\nMemory after unlock');
  for (const row of table(afterUnlock)) console.log(row);
  console.log(`\nMemory with the meeting of ${DECISIONS} decisions open`);
  for (const row of table(withMeeting)) console.log(row);
} finally {
  await finish().catch(() => undefined);
  await rm(folder, { recursive: true, force: true });
}
process.exit(0);
