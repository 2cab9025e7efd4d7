/**
 * `npm run tour`: Cordon does its main job by itself, in the real application, on the sample force. A meeting secretary takes a
 * tactical meeting from its prepared agenda to signed minutes that anyone can verify, by keyboard, and every step is told in the terminal.
 */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { Page } from '@playwright/test';
import { root } from '#build/bundles.ts';
import { NOBODY_WATCHES } from '#build/scripts/run-on-display.ts';
import { SEALED_FILE_ENDING } from '#shared/contracts/sealed/sealed-format.ts';
import { verifySealed } from '#shared/contracts/sealed/verify-sealed.ts';
import { openInBrowser } from '#test/e2e/harness/browser.ts';
import { type Cordon, openCordon } from '#test/e2e/harness/open-cordon.ts';
import { expect } from '#test/e2e/harness/patient-expect.ts';
import { pressByKeyboard } from '#test/e2e/keyboard.ts';
import * as secretary from '#test/e2e/secretary.ts';
import { narratorOn } from './narrator.ts';
import { type Pace, readOptions, USAGE } from './options.ts';
import { GO_ON_BECAUSE, type Happening, playedUnder } from './tactical-meeting.ts';
import { verdictLines, withOneLetterChanged } from './verdict.ts';

const read = readOptions(process.argv.slice(2), { folder: root, watched: process.env[NOBODY_WATCHES] === undefined });
if (!read.ok) {
  console.error(`${read.says}.\n${USAGE}`);
  process.exit(2);
}
const { pace, into } = read.options;
const pictures = join(into, 'screenshots');
const handedOut = join(into, 'handed-out');
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const tell = narratorOn(console.log, () => wait(pace.perStepMs));

/** Makes every key of this page take as long as the pace says. */
function paced(page: Page, { perKeyMs }: Pace): void {
  if (perKeyMs === 0) return;
  const { keyboard } = page;
  const [type, press] = [keyboard.type.bind(keyboard), keyboard.press.bind(keyboard)];
  keyboard.type = (text) => type(text, { delay: perKeyMs });
  keyboard.press = async (key) => {
    await press(key);
    await wait(perKeyMs * 4);
  };
}

/** A picture of the window as it stands, once what was just recorded is drawn and the messages that pass are gone. */
async function picture(cordon: Cordon, name: string): Promise<void> {
  await expect(cordon.page.locator('button[data-loading]')).toHaveCount(0);
  await cordon.screenshot(name);
}

async function setUp(cordon: Cordon): Promise<void> {
  await tell.step('Cordon opens for the first time on this workstation. Nothing is on it: the sample force Northmoor is loaded.');
  await cordon.start();
  const { page } = cordon;
  paced(page, pace);
  await cordon.size(1366, 768).catch(() => tell.detail('The screen is smaller than 1366 by 768; the window stays as it is.'));
  await picture(cordon, '01-first-start');
  await pressByKeyboard(page, page.getByRole('button', { name: 'Load the sample force' }));
  await expect(page.getByLabel('Sign-in name')).toBeVisible({ timeout: 300_000 });
  tell.detail('Two command areas, about forty people, six months of meetings. All of it is made up; every screen says so.');
}

async function prepare(cordon: Cordon): Promise<void> {
  const { page } = cordon;
  await tell.step('Janet Holroyd, secretary of the Eastmoor tactical group, signs in. Her pass phrase opens the encrypted vault.');
  await secretary.signIn(page, 'holroyd');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await picture(cordon, '02-today');

  await tell.step(
    'She opens the meeting of today: the agenda stands ready, with what is open from earlier meetings, and papers are attached.',
  );
  await secretary.openTodaysMeeting(page);
  await expect(page.getByRole('heading', { name: 'Attendance' })).toBeVisible();
  await picture(cordon, '03-prepared-agenda');

  await tell.step('Everyone is here. One partner’s agreement has run out; Cordon warns, and asks why the meeting goes on all the same.');
  await secretary.startMeeting(page, GO_ON_BECAUSE);
}

async function happen(cordon: Cordon, one: Happening): Promise<void> {
  const { page } = cordon;
  switch (one.do) {
    case 'note':
      await secretary.note(page, one.text);
      return;
    case 'decide': {
      const { decision, actions } = one;
      await secretary.writeDecision(page, decision);
      await picture(cordon, '04-decision-being-written');
      await secretary.recordDecision(page, decision.text);
      tell.detail(`Decided: ${decision.text}`);
      if (decision.dissent !== undefined) tell.detail(`Dissent is recorded with the decision: ${decision.dissent.text}`);
      for (const action of actions) {
        await secretary.raiseAction(page, action);
        tell.detail(`Action for ${action.owner}, due in ${action.due.slice(1)} days: ${action.text}`);
      }
      if (decision.dissent !== undefined) {
        await secretary.backToNotes(page);
        await picture(cordon, '05-live-console');
      }
      return;
    }
    case 'correct':
      tell.detail(`A decision is never edited. It is corrected by a new one, and both stay readable: ${one.because}`);
      await secretary.correctDecision(page, one);
      await picture(cordon, '06-corrected');
      return;
    case 'lose-the-engine':
      await loseTheEngine(cordon, one);
      return;
  }
}

async function loseTheEngine(cordon: Cordon, { half, rest }: { readonly half: string; readonly rest: string }): Promise<void> {
  const { page } = cordon;
  tell.detail('In the middle of a sentence the engine, the process that holds the vault, is killed.');
  await page.keyboard.press('F2');
  await page.keyboard.type(half);
  await cordon.killEngine();
  await expect(page.getByText(/nothing you typed is lost/i).first()).toBeVisible({ timeout: 30_000 });
  await picture(cordon, '07-engine-killed');
  await secretary.signIn(page, 'holroyd');
  const field = page.getByRole('form', { name: 'Note' }).getByLabel('Note', { exact: true });
  await secretary.backToTheMeeting(page);
  await expect(field).toHaveValue(half, { timeout: 30_000 });
  tell.detail('She signs in again: the half sentence is there, to the last letter, and she finishes it.');
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+End');
  await page.keyboard.type(rest);
  await page.keyboard.press('Control+Enter');
  await expect(secretary.runningRecord(page)).toContainText(half + rest);
}

async function meet(cordon: Cordon): Promise<void> {
  const { page } = cordon;
  await page.keyboard.press('F9');
  await expect(secretary.openItem(page)).toBeVisible();
  while (!(await secretary.allConcluded(page))) {
    const { number, title } = await secretary.openItemNow(page);
    await tell.step(`Agenda item ${number}: ${title}`);
    const { happens, otherwise } = playedUnder(title);
    for (const one of happens) await happen(cordon, one);
    if (happens.some((one) => one.do === 'decide')) await secretary.nextItem(page);
    else {
      await secretary.concludeWithout(page, otherwise.outcome, otherwise.because);
      tell.detail(`${otherwise.outcome}: ${otherwise.because}`);
    }
  }
}

async function closeAndSign(cordon: Cordon): Promise<void> {
  const { page } = cordon;
  await tell.step('Every item has its outcome, so the meeting can be closed. The minutes write themselves from the record.');
  await secretary.closeMeeting(page);
  await picture(cordon, '08-minutes-to-sign');

  await tell.step(
    'Superintendent Moira Dunbar, who chaired, reads the minutes and signs them on the same machine with her own pass phrase.',
  );
  await secretary.chairSigns(page, 'dunbar');
  await picture(cordon, '09-minutes-signed');

  await tell.step(
    'Numbered copies are handed out: PDF, Word, a sealed file that carries its own proof, and a partner’s copy with police-only parts left out.',
  );
  for (const format of ['PDF', 'Word', 'Sealed'] as const) await secretary.handOut(page, format, 'Chief officers');
  await secretary.handOut(page, 'Sealed', 'Alison Metcalfe', 'Northmoor Community Safety Partnership');
  await pressByKeyboard(page, page.getByRole('button', { name: 'Save the verifier' }));
  await expect(page.getByText(/Verifier saved as/).first()).toBeVisible();
  await picture(cordon, '10-copies-handed-out');
}

interface HandedOut {
  readonly pdf: string;
  readonly word: string;
  readonly sealed: string;
  readonly partner: string;
  readonly verifier: string;
}

async function findHandedOut(): Promise<HandedOut> {
  const names = (await readdir(handedOut)).sort();
  const ending = (wanted: string, index = 0): string => {
    const name = names.filter((one) => one.endsWith(wanted))[index];
    if (name === undefined) throw new Error(`No file ${wanted} was handed out.`);
    return join(handedOut, name);
  };
  return {
    pdf: ending('.pdf'),
    word: ending('.docx'),
    sealed: ending(SEALED_FILE_ENDING),
    partner: ending(SEALED_FILE_ENDING, 1),
    verifier: ending('.html'),
  };
}

/** Verifies the sealed file here and with the page anyone can open; false when either does not say what it must. */
async function verify(files: HandedOut, temp: string): Promise<boolean> {
  await tell.step('The sealed file is verified, as anyone who was given it could.');
  const sealed = new Uint8Array(await readFile(files.sealed));
  const report = verifySealed(sealed);
  for (const line of verdictLines(report)) tell.detail(line);
  const partner = verifySealed(new Uint8Array(await readFile(files.partner)));
  tell.detail(`The partner’s copy: ${partner.says}`);

  await tell.step('One letter of one decision is changed, and the file is verified again.');
  const forged = withOneLetterChanged(sealed, 'three addresses in Marsh Lane');
  if (forged === null) throw new Error('The decision about Marsh Lane is not in the sealed file.');
  const found = verifySealed(forged);
  tell.detail(found.says);

  await tell.step('The verifier’s page, which needs no Cordon and no network, says the same of both files.');
  const [whole, altered] = [join(temp, `whole${SEALED_FILE_ENDING}`), join(temp, `altered${SEALED_FILE_ENDING}`)];
  await writeFile(whole, sealed);
  await writeFile(altered, forged);
  const browser = await openInBrowser(files.verifier, join(temp, 'browser'));
  try {
    const { page } = browser;
    const verdict = page.locator('#verdict');
    await page.setInputFiles('#file', whole);
    await expect(verdict).toContainText('Whole');
    await wait(pace.perStepMs);
    await page.screenshot({ path: join(pictures, '12-verifier-whole.png') });
    await page.setInputFiles('#file', altered);
    await expect(verdict).toContainText('Not whole');
    await wait(pace.perStepMs);
    await page.screenshot({ path: join(pictures, '13-verifier-altered.png') });
  } finally {
    await browser.close();
  }
  return report.outcome === 'whole' && partner.outcome === 'whole' && partner.withheld.length > 0 && found.outcome === 'altered';
}

async function audit(cordon: Cordon): Promise<void> {
  const { page } = cordon;
  await tell.step('Eleanor Vance, the auditor, takes over the machine and has the journal checked: who did, saw and handed out what.');
  await page.keyboard.press('Control+Shift+L');
  await expect(page.getByLabel('Sign-in name')).toBeVisible({ timeout: 30_000 });
  await secretary.signIn(page, 'vance');
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  await pressByKeyboard(page, page.getByRole('link', { name: 'Open the journal' }));
  await expect(page.getByRole('heading', { level: 1, name: 'Journal' })).toBeVisible();
  await page.keyboard.press('v');
  const verdict = page
    .getByRole('main')
    .getByRole('status')
    .filter({ hasText: /journal/ });
  await expect(verdict).toContainText('The journal is whole', { timeout: 120_000 });
  tell.detail(await verdict.innerText());
  await picture(cordon, '11-journal-whole');
}

async function tour(): Promise<number> {
  for (const folder of [pictures, handedOut]) {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
  }
  const temp = await mkdtemp(join(tmpdir(), 'cordon-tour-'));
  const { cordon, finish } = await openCordon(temp, { screens: pictures, saves: handedOut });
  try {
    await setUp(cordon);
    await prepare(cordon);
    await meet(cordon);
    await closeAndSign(cordon);
    await audit(cordon);
    await finish();
    const files = await findHandedOut();
    const verified = await verify(files, temp);
    const place = (path: string): string => relative(process.cwd(), path) || path;
    console.log(`
${verified ? 'Done: the minutes are signed, handed out and verified.' : 'NOT VERIFIED: see what the verifier said above.'}

  minutes, PDF     ${place(files.pdf)}
  minutes, Word    ${place(files.word)}
  sealed file      ${place(files.sealed)}
  partner’s copy   ${place(files.partner)}
  verifier’s page  ${place(files.verifier)}   (open it in any browser and give it a sealed file)
  screenshots      ${place(pictures)}`);
    return verified ? 0 : 1;
  } catch (error) {
    await cordon.screenshot('stopped-here').catch(() => undefined);
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
    console.error(`\nThe tour stopped. ${tell.current()}\n${why}\nScreenshots so far: ${pictures}`);
    return 1;
  } finally {
    await finish().catch(() => undefined);
    await rm(temp, { recursive: true, force: true });
  }
}

process.exit(await tour());
