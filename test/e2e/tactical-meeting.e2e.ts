import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { verifySealed } from '#shared/contracts/sealed/verify-sealed.ts';
import { findPlainText } from './find-plain-text.ts';
import { expect, test } from './harness/cordon.ts';
import { pressByKeyboard, tabTo, typeInto } from './keyboard.ts';
import * as secretary from './secretary.ts';
import {
  agenda,
  allConcluded,
  backToTheMeeting,
  concludeWithout,
  openItem,
  openTodaysMeeting,
  runningRecord,
  signIn,
  type ToDecide,
} from './secretary.ts';

/** Words that appear nowhere else: were one found on the disk, something was written in the clear. */
const CANARY = 'Zanderfisch';
const REJECTED = 'Wait until the next assessment';

/** A decision of this test; what does not matter here is the same for all. */
async function decide(
  page: Page,
  decision: Pick<ToDecide, 'text' | 'rationale' | 'priority'> & Partial<Pick<ToDecide, 'dissent'>>,
): Promise<void> {
  await secretary.decide(page, {
    chosen: 'Do as decided',
    rejected: REJECTED,
    rejectedBecause: 'The harm is happening now.',
    evidence: { noneBecause: 'Reported by members from this week’s work.' },
    ...decision,
  });
}

const raiseAction = (page: Page, text: string, owner: string, strand: string): Promise<void> =>
  secretary.raiseAction(page, { text, owner, strand, due: '+14' });

test('a secretary runs a whole tactical meeting by keyboard, through kills of the engine and of the application, and walks out with signed minutes anyone can verify', async ({
  cordon,
}) => {
  test.setTimeout(900_000);
  let { page } = cordon;
  await pressByKeyboard(page, page.getByRole('button', { name: 'Load the sample force' }));
  await expect(page.getByLabel('Sign-in name')).toBeVisible({ timeout: 300_000 });
  await signIn(page, 'holroyd');
  await openTodaysMeeting(page);
  await expect(page.getByRole('heading', { name: 'Attendance' })).toBeVisible();
  await cordon.screenshot('meeting-planned');
  await cordon.expectAccessible();

  await secretary.startMeeting(page, 'Nothing here is shared beyond the agreement.');
  await expect(page.getByText('13 of 13 present')).toBeVisible();

  await page.keyboard.press('F9');
  await expect(openItem(page)).toContainText('1');
  await page.keyboard.type(`${CANARY} one: the chair confirmed the marking and partners’ consent.`);
  await page.keyboard.press('Control+Enter');
  await expect(runningRecord(page)).toContainText(`${CANARY} one`);
  await decide(page, {
    text: `${CANARY} decision one: patrol the interchange for six weeks.`,
    rationale: 'Seven of eleven offences fall there.',
    priority: 'CS3',
  });
  await raiseAction(page, `${CANARY} action one`, 'Baptiste', 'Enforcement');
  await raiseAction(page, `${CANARY} action two`, 'Pryce', 'Intelligence');
  await page.keyboard.press('F9');
  await expect(openItem(page)).toContainText('2');

  await decide(page, {
    text: `${CANARY} decision two: joint visits within five days.`,
    rationale: 'Adults at risk live there.',
    priority: 'CS2',
    dissent: { who: 'Baptiste', text: 'Would begin after the festival.' },
  });
  await raiseAction(page, `${CANARY} action three`, 'Doyle', 'Prevention');
  await cordon.screenshot('console-decision-recorded');
  await cordon.expectAccessible();

  await test.step('the engine is killed in mid-sentence', async () => {
    await page.keyboard.press('F2');
    await page.keyboard.type(`${CANARY} unfinished when the engine died`);
    await page.waitForTimeout(300);
    await cordon.killEngine();
    await expect(page.getByText(/nothing you typed is lost/i).first()).toBeVisible();
    await cordon.screenshot('engine-stopped');
    await signIn(page, 'holroyd');
    await backToTheMeeting(page);
    await expect(page.getByRole('form', { name: 'Note' }).getByLabel('Note', { exact: true })).toHaveValue(
      `${CANARY} unfinished when the engine died`,
    );
    await expect(runningRecord(page)).toContainText('decision two');
    await tabTo(page, page.getByRole('form', { name: 'Note' }).getByLabel('Note', { exact: true }));
    await page.keyboard.press('Control+Enter');
  });

  await page.keyboard.press('F9');
  await expect(openItem(page)).toContainText('3');
  await test.step('the whole application is killed while a decision is being written', async () => {
    await page.keyboard.press('F3');
    await page.keyboard.type(`${CANARY} decision three: a problem profile on handlers.`);
    await page.keyboard.press('F4');
    await page.keyboard.type('What is not known is who buys.');
    await page.waitForTimeout(300);
    await cordon.killApp();
    await cordon.start();
    page = cordon.page;
    await signIn(page, 'holroyd');
    await backToTheMeeting(page);
    await expect(page.getByRole('form', { name: 'Note' })).toBeVisible();
    await page.keyboard.press('F3');
    const form = page.getByRole('form', { name: 'Decision' });
    await expect(form.getByLabel('Decision', { exact: true })).toHaveValue(`${CANARY} decision three: a problem profile on handlers.`);
    await expect(form.getByLabel('Rationale', { exact: true })).toHaveValue('What is not known is who buys.');
    await page.keyboard.press('Control+Enter');
    await expect(form.getByText(/Still needed/)).toBeVisible();
    await cordon.screenshot('console-still-needed');
    await page.keyboard.press('F5');
    await page.keyboard.type('A profile by the area analyst');
    await typeInto(page, form.getByLabel('Why only one option was considered'), 'The regional profile is five months away.');
    await page.keyboard.press('Control+.');
    await page.keyboard.type('The gap itself is the reason.');
    await page.keyboard.press('Control+.');
    await page.keyboard.type('CS4');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Enter');
    await expect(runningRecord(page)).toContainText('decision three');
  });
  await raiseAction(page, `${CANARY} action four`, 'Fairclough', 'Intelligence');
  await page.keyboard.press('F9');

  for (const [index, name] of ['four', 'five', 'six'].entries()) {
    await expect(openItem(page)).toContainText(String(index + 4));
    await decide(page, {
      text: `${CANARY} decision ${name}: carry on with the plan.`,
      rationale: `The measure of week ${index + 1} was met.`,
      priority: 'CS1',
    });
    await raiseAction(page, `${CANARY} action for ${name}`, 'Garside', 'Reassurance');
    if (name === 'six') await raiseAction(page, `${CANARY} action eight`, 'Pemberton', 'Enforcement');
    else await page.keyboard.press('F9');
  }

  await test.step('a decision is corrected by a new one, and both stay readable', async () => {
    await secretary.correctDecision(page, {
      of: 'decision six',
      because: 'The plan was named wrongly.',
      text: `${CANARY} decision seven: carry on with the corrected plan.`,
    });
    await expect(runningRecord(page).getByRole('article').filter({ hasText: 'decision six' })).toContainText('Superseded by D7');
    await cordon.screenshot('console-corrected');
  });
  await page.keyboard.press('F9');
  await expect(openItem(page)).toContainText('7');

  await concludeWithout(page, 'Deferred', 'The paper came too late to be read.');
  const items = agenda(page).getByRole('listitem');
  for (let left = await items.count(); left > 0 && (await openItem(page).count()) > 0; left -= 1)
    await concludeWithout(page, 'No decision', 'Nothing needed a decision.');
  expect(await allConcluded(page)).toBe(true);

  await secretary.closeMeeting(page);
  await secretary.chairSigns(page, 'dunbar');
  await cordon.screenshot('minutes-of-the-meeting');

  for (const format of ['PDF', 'Word', 'Sealed'] as const) await secretary.handOut(page, format, 'Chief officers');

  const files = await readdir(cordon.saves);
  const endings = files.map((name) => name.split('.').at(-1)).sort();
  expect(endings).toEqual(['cordon-sealed', 'docx', 'pdf']);
  const sealed = new Uint8Array(await readFile(join(cordon.saves, files.find((name) => name.endsWith('.cordon-sealed')) ?? '')));
  const report = verifySealed(sealed);
  expect(report.outcome).toBe('whole');
  const decisions = report.entries.filter((one) => one.entry?.kind === 'decision');
  expect(decisions.length).toBe(7);
  expect(report.entries.filter((one) => one.entry?.kind === 'action').length).toBe(8);

  const altered = sealed.slice();
  const at = Buffer.from(altered).indexOf('joint visits within five days');
  altered[at] = (altered[at] ?? 0) ^ 1;
  const found = verifySealed(altered);
  expect(found.outcome).not.toBe('whole');
  expect(JSON.stringify(found)).toContain('D2');

  await cordon.quit();
  const folders = [cordon.folders.profile, cordon.folders.temp, cordon.folders.home];
  expect(await findPlainText(folders, [CANARY, 'problem profile on handlers'])).toEqual([]);
  await writeFile(join(cordon.folders.temp, 'planted'), `something ${CANARY} something`);
  expect(await findPlainText(folders, [CANARY])).toHaveLength(1);
  expect(cordon.output()).not.toContain(CANARY);
});
