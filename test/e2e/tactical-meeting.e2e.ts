import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { verifySealed } from '#shared/contracts/sealed/verify-sealed.ts';
import { SAMPLE_PASS_PHRASE } from '#shared/sample-force/people.ts';
import { findPlainText } from './find-plain-text.ts';
import { type Cordon, expect, test } from './harness/cordon.ts';
import { chooseByTyping, pressByKeyboard, tabTo, typeInto } from './keyboard.ts';

/** Words that appear nowhere else: were one found on the disk, something was written in the clear. */
const CANARY = 'Zanderfisch';
const REJECTED = 'Wait until the next assessment';

async function signIn({ page }: Cordon, name: string): Promise<void> {
  await typeInto(page, page.getByLabel('Sign-in name'), name);
  await typeInto(page, page.getByLabel('Pass phrase', { exact: true }), SAMPLE_PASS_PHRASE);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible();
}

async function openTodaysMeeting({ page }: Cordon): Promise<void> {
  await page.keyboard.press('g');
  await page.keyboard.press('m');
  await expect(page.getByRole('heading', { level: 1, name: 'Meetings' })).toBeVisible();
  const grid = page.getByRole('grid', { name: 'Meetings' });
  await tabTo(page, grid);
  const wanted = page
    .getByRole('row')
    .filter({ hasText: 'TTCG-E/' })
    .filter({ hasText: /Planned|In session/ });
  for (let rows = 0; rows < 60 && (await grid.getAttribute('aria-activedescendant')) !== (await wanted.getAttribute('id')); rows += 1)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

interface ToDecide {
  readonly text: string;
  readonly rationale: string;
  readonly priority: string;
  readonly dissent?: { readonly who: string; readonly text: string };
}

/** Records one decision with the keys of the console alone, going to whatever the console says is still missing. */
async function decide({ page }: Cordon, decision: ToDecide): Promise<void> {
  const form = page.getByRole('form', { name: 'Decision' });
  await page.keyboard.press('F3');
  await expect(form.getByLabel('Decision', { exact: true })).toBeFocused();
  await page.keyboard.type(decision.text);
  await page.keyboard.press('F4');
  await page.keyboard.type(decision.rationale);
  await page.keyboard.press('F5');
  await page.keyboard.type('Do as decided');
  await page.keyboard.press('F5');
  await page.keyboard.type(REJECTED);
  await typeInto(page, form.getByLabel('Option 2 rejected because'), 'The harm is happening now.');
  if (decision.dissent !== undefined) {
    await page.keyboard.press('F6');
    await chooseByTyping(page, form.getByRole('combobox', { name: 'Dissent 1 by' }), decision.dissent.who);
    await typeInto(page, form.getByLabel('Dissent 1', { exact: true }), decision.dissent.text);
  }
  await page.keyboard.press('Control+.');
  await expect(form.getByLabel('If there is none, why')).toBeFocused();
  await page.keyboard.type('Reported by members from this week’s work.');
  await page.keyboard.press('Control+.');
  await expect(form.getByRole('combobox', { name: 'Control strategy priority' })).toBeFocused();
  await page.keyboard.type(decision.priority);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('list', { name: 'Running record' })).toContainText(decision.text);
  await expect(page.getByRole('form', { name: 'Note' })).toBeVisible();
}

async function raiseAction({ page }: Cordon, text: string, owner: string, strand: string): Promise<void> {
  const form = page.getByRole('form', { name: 'Action' });
  await page.keyboard.press('F7');
  await expect(form.getByLabel('Action', { exact: true })).toBeFocused();
  await page.keyboard.type(text);
  await chooseByTyping(page, form.getByRole('combobox', { name: 'Owner' }), owner);
  await typeInto(page, form.getByRole('textbox', { name: 'Due', exact: true }), '+14');
  await chooseByTyping(page, form.getByRole('combobox', { name: 'Strand' }), strand);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('list', { name: 'Running record' })).toContainText(text);
}

/** Ends the open item without a decision; Enter on the dialogue's button takes the meeting to the next one. */
async function concludeWithout(cordon: Cordon, outcome: 'No decision' | 'Deferred', reason: string): Promise<void> {
  const { page } = cordon;
  const before = await openItem(cordon).innerText();
  await page.keyboard.press('F9');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole('radio', { name: 'No decision' })).toBeFocused();
  if (outcome === 'Deferred') await page.keyboard.press('ArrowDown');
  await typeInto(page, dialog.getByLabel('Why'), reason);
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await expect(openItem(cordon).filter({ hasText: before })).toHaveCount(0);
  await expect
    .poll(
      async () =>
        (await openItem(cordon).count()) > 0 ||
        /(\d+) of \1 items/.test(await page.getByRole('navigation', { name: 'Agenda' }).innerText()),
    )
    .toBe(true);
}

const openItem = ({ page }: Cordon) => page.getByRole('navigation', { name: 'Agenda' }).locator('[aria-current="step"]');

test('a secretary runs a whole tactical meeting by keyboard, through kills of the engine and of the application, and walks out with signed minutes anyone can verify', async ({
  cordon,
}) => {
  test.setTimeout(900_000);
  let { page } = cordon;
  await pressByKeyboard(page, page.getByRole('button', { name: 'Load the sample force' }));
  await expect(page.getByLabel('Sign-in name')).toBeVisible({ timeout: 300_000 });
  await signIn(cordon, 'holroyd');
  await openTodaysMeeting(cordon);
  await expect(page.getByRole('heading', { name: 'Attendance' })).toBeVisible();
  await cordon.screenshot('meeting-planned');
  await cordon.expectAccessible();

  await pressByKeyboard(page, page.getByRole('button', { name: 'Mark everyone expected as present' }));
  await expect(page.getByText('13 of 13 present')).toBeVisible();
  await page.keyboard.press('s');
  await typeInto(page, page.getByLabel(/Why the meeting goes on/), 'Nothing here is shared beyond the agreement.');
  await pressByKeyboard(page, page.getByRole('dialog').getByRole('button', { name: 'Start meeting' }));
  await expect(page.getByRole('heading', { name: 'No item is open.' })).toBeVisible();

  await page.keyboard.press('F9');
  await expect(openItem(cordon)).toContainText('1');
  await page.keyboard.type(`${CANARY} one: the chair confirmed the marking and partners’ consent.`);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('list', { name: 'Running record' })).toContainText(`${CANARY} one`);
  await decide(cordon, {
    text: `${CANARY} decision one: patrol the interchange for six weeks.`,
    rationale: 'Seven of eleven offences fall there.',
    priority: 'CS3',
  });
  await raiseAction(cordon, `${CANARY} action one`, 'Baptiste', 'Enforcement');
  await raiseAction(cordon, `${CANARY} action two`, 'Pryce', 'Intelligence');
  await page.keyboard.press('F9');
  await expect(openItem(cordon)).toContainText('2');

  await decide(cordon, {
    text: `${CANARY} decision two: joint visits within five days.`,
    rationale: 'Adults at risk live there.',
    priority: 'CS2',
    dissent: { who: 'Baptiste', text: 'Would begin after the festival.' },
  });
  await raiseAction(cordon, `${CANARY} action three`, 'Doyle', 'Prevention');
  await cordon.screenshot('console-decision-recorded');
  await cordon.expectAccessible();

  await test.step('the engine is killed in mid-sentence', async () => {
    await page.keyboard.press('F2');
    await page.keyboard.type(`${CANARY} unfinished when the engine died`);
    await page.waitForTimeout(300);
    await cordon.killEngine();
    await expect(page.getByText(/nothing you typed is lost/i).first()).toBeVisible();
    await cordon.screenshot('engine-stopped');
    await signIn(cordon, 'holroyd');
    if ((await page.getByRole('form', { name: 'Note' }).count()) === 0) await openTodaysMeeting(cordon);
    await expect(page.getByRole('form', { name: 'Note' }).getByLabel('Note', { exact: true })).toHaveValue(
      `${CANARY} unfinished when the engine died`,
    );
    await expect(page.getByRole('list', { name: 'Running record' })).toContainText('decision two');
    await tabTo(page, page.getByRole('form', { name: 'Note' }).getByLabel('Note', { exact: true }));
    await page.keyboard.press('Control+Enter');
  });

  await page.keyboard.press('F9');
  await expect(openItem(cordon)).toContainText('3');
  await test.step('the whole application is killed while a decision is being written', async () => {
    await page.keyboard.press('F3');
    await page.keyboard.type(`${CANARY} decision three: a problem profile on handlers.`);
    await page.keyboard.press('F4');
    await page.keyboard.type('What is not known is who buys.');
    await page.waitForTimeout(300);
    await cordon.killApp();
    await cordon.start();
    page = cordon.page;
    await signIn(cordon, 'holroyd');
    await openTodaysMeeting(cordon);
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
    await expect(page.getByRole('list', { name: 'Running record' })).toContainText('decision three');
  });
  await raiseAction(cordon, `${CANARY} action four`, 'Fairclough', 'Intelligence');
  await page.keyboard.press('F9');

  for (const [index, name] of ['four', 'five', 'six'].entries()) {
    await expect(openItem(cordon)).toContainText(String(index + 4));
    await decide(cordon, {
      text: `${CANARY} decision ${name}: carry on with the plan.`,
      rationale: `The measure of week ${index + 1} was met.`,
      priority: 'CS1',
    });
    await raiseAction(cordon, `${CANARY} action for ${name}`, 'Garside', 'Reassurance');
    if (name === 'six') await raiseAction(cordon, `${CANARY} action eight`, 'Pemberton', 'Enforcement');
    else await page.keyboard.press('F9');
  }

  await test.step('a decision is corrected by a new one, and both stay readable', async () => {
    const rows = page.getByRole('list', { name: 'Running record' }).getByRole('article');
    const six = rows.filter({ hasText: 'decision six' });
    for (let presses = 0; presses < 20 && !(await six.evaluate((row) => row === document.activeElement)); presses += 1)
      await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('c');
    const form = page.getByRole('form', { name: 'Decision' });
    await typeInto(page, form.getByLabel('What is corrected, and why'), 'The plan was named wrongly.');
    await tabTo(page, form.getByLabel('Decision', { exact: true }));
    await page.keyboard.press('Control+a');
    await page.keyboard.type(`${CANARY} decision seven: carry on with the corrected plan.`);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('list', { name: 'Running record' })).toContainText('decision seven');
    await expect(rows.filter({ hasText: 'decision six' })).toContainText('Superseded by D7');
    await cordon.screenshot('console-corrected');
  });
  await page.keyboard.press('F9');
  await expect(openItem(cordon)).toContainText('7');

  await concludeWithout(cordon, 'Deferred', 'The paper came too late to be read.');
  const items = page.getByRole('navigation', { name: 'Agenda' }).getByRole('listitem');
  for (let left = await items.count(); left > 0 && (await openItem(cordon).count()) > 0; left -= 1)
    await concludeWithout(cordon, 'No decision', 'Nothing needed a decision.');
  await expect(page.getByRole('navigation', { name: 'Agenda' })).toContainText(/(\d+) of \1 items concluded/);

  await page.keyboard.press('Control+Shift+E');
  await pressByKeyboard(page, page.getByRole('dialog').getByRole('button', { name: 'Close meeting' }));
  await expect(page.getByRole('heading', { level: 1, name: 'Minutes' })).toBeVisible();
  await typeInto(page, page.getByLabel('Sign-in name of the chair'), 'dunbar');
  await typeInto(page, page.getByLabel('Pass phrase of the chair'), SAMPLE_PASS_PHRASE);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Signed' })).toBeVisible({ timeout: 60_000 });
  await cordon.screenshot('minutes-of-the-meeting');

  for (const format of ['PDF', 'Word', 'Sealed']) {
    await pressByKeyboard(page, page.getByRole('button', { name: 'Hand out a copy' }).first());
    const dialog = page.getByRole('dialog', { name: 'Hand out a copy' });
    await typeInto(page, dialog.getByLabel('Recipient'), 'Chief officers');
    const choice = dialog.getByRole('combobox', { name: 'Format' });
    await tabTo(page, choice);
    await page.keyboard.press('Control+a');
    await page.keyboard.type(format);
    await page.keyboard.press('Enter');
    await pressByKeyboard(page, dialog.getByRole('button', { name: 'Choose where to save' }));
    await expect(dialog).toHaveCount(0, { timeout: 120_000 });
  }

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
