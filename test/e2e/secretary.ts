import type { Locator, Page } from '@playwright/test';
import { SAMPLE_PASS_PHRASE } from '#shared/sample-force/people.ts';
import { expect } from './harness/patient-expect.ts';
import { chooseByTyping, pressByKeyboard, tabTo, typeInto } from './keyboard.ts';

/*
 * What a meeting secretary does in Cordon with the keyboard alone, from signing in to the copies handed out.
 * The end-to-end tests and the tour run a meeting with the same steps, so that the tour shows nothing that is not tested.
 */

export async function signIn(page: Page, name: string): Promise<void> {
  await typeInto(page, page.getByLabel('Sign-in name'), name);
  await typeInto(page, page.getByLabel('Pass phrase', { exact: true }), SAMPLE_PASS_PHRASE);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible();
}

/** Opens the Eastmoor tactical meeting of today from the list of meetings. */
export async function openTodaysMeeting(page: Page): Promise<void> {
  await chooseTodaysMeeting(page);
  await page.keyboard.press('Enter');
}

/** After signing in again: Cordon leads back to the meeting's console where it still knows it, and to Today where it does not. */
export async function backToTheMeeting(page: Page): Promise<void> {
  const note = page.getByRole('form', { name: 'Note' });
  const today = page.getByRole('heading', { level: 1, name: 'Today' });
  await expect(note.or(today)).toBeVisible();
  if ((await note.count()) === 0) await openTodaysMeeting(page);
}

/** Goes to the list of meetings and to the row of that meeting; Enter opens it. */
export const chooseTodaysMeeting = (page: Page): Promise<void> => chooseMeeting(page, 'TTCG-E/');

/** Goes to the list of meetings and to the row of the planned meeting, or the one in session, whose reference begins like this. */
export async function chooseMeeting(page: Page, reference: string): Promise<void> {
  await page.keyboard.press('g');
  await page.keyboard.press('m');
  await expect(page.getByRole('heading', { level: 1, name: 'Meetings' })).toBeVisible();
  const grid = page.getByRole('grid', { name: 'Meetings' });
  await tabTo(page, grid);
  const wanted = page
    .getByRole('row')
    .filter({ hasText: new RegExp(`(?<![-A-Z])${reference}`) })
    .filter({ hasText: /Planned|In session/ });
  for (let rows = 0; rows < 60 && (await grid.getAttribute('aria-activedescendant')) !== (await wanted.getAttribute('id')); rows += 1)
    await page.keyboard.press('ArrowDown');
}

/** Marks everyone present and starts the meeting, saying why it goes on in spite of what the page warns of. */
export async function startMeeting(page: Page, goOnBecause: string): Promise<void> {
  await pressByKeyboard(page, page.getByRole('button', { name: 'Mark everyone expected as present' }));
  await expect(page.getByText(/(\d+) of \1 present/)).toBeVisible();
  await page.keyboard.press('s');
  await typeInto(page, page.getByLabel(/Why the meeting goes on/), goOnBecause);
  await pressByKeyboard(page, page.getByRole('dialog').getByRole('button', { name: 'Start meeting' }));
  await expect(page.getByRole('heading', { name: 'No item is open.' })).toBeVisible();
}

export const agenda = (page: Page): Locator => page.getByRole('navigation', { name: 'Agenda' });
export const openItem = (page: Page): Locator => agenda(page).locator('[aria-current="step"]');
export const runningRecord = (page: Page): Locator => page.getByRole('list', { name: 'Running record' });

/** Whether every item of the agenda has its outcome. */
export async function allConcluded(page: Page): Promise<boolean> {
  return /(\d+) of \1 items/.test(await agenda(page).innerText());
}

/** Number and title of the item the meeting is at. */
export async function openItemNow(page: Page): Promise<{ readonly number: string; readonly title: string }> {
  const [number = '', title = ''] = (await openItem(page).innerText()).split(/\n+/);
  return { number: number.trim(), title: title.trim() };
}

/** Waits until the meeting has left the item of this number: another is open, or all are concluded. */
async function itemLeft(page: Page, number: string): Promise<void> {
  const left = async (): Promise<boolean> =>
    (await allConcluded(page)) || ((await openItem(page).count()) === 1 && (await openItemNow(page)).number !== number);
  await expect.poll(left, { timeout: 20_000 }).toBe(true);
}

/** Ends the open item, in which something was decided, and goes to the next. */
export async function nextItem(page: Page): Promise<void> {
  const { number } = await openItemNow(page);
  await page.keyboard.press('F9');
  await itemLeft(page, number);
}

/** From any composer back to the one for notes. */
export async function backToNotes(page: Page): Promise<void> {
  await page.keyboard.press('F2');
  await expect(page.getByRole('form', { name: 'Note' })).toBeVisible();
}

/** Writes a note under the open item. */
export async function note(page: Page, text: string): Promise<void> {
  await page.keyboard.press('F2');
  await expect(page.getByRole('form', { name: 'Note' }).getByLabel('Note', { exact: true })).toBeFocused();
  await page.keyboard.type(text);
  await page.keyboard.press('Control+Enter');
  await expect(runningRecord(page)).toContainText(text);
}

/** A decision as the chair takes it. */
export interface ToDecide {
  readonly text: string;
  readonly rationale: string;
  readonly chosen: string;
  readonly rejected: string;
  readonly rejectedBecause: string;
  /** The name of a paper of the meeting it rests on, or why there is no evidence. */
  readonly evidence: { readonly paper: string } | { readonly noneBecause: string };
  /** Reference of the control strategy priority, `CS3`. */
  readonly priority: string;
  readonly dissent?: { readonly who: string; readonly text: string };
}

/** Records one decision with the keys of the console alone, going to whatever the console says is still missing. */
export async function decide(page: Page, decision: ToDecide): Promise<void> {
  await writeDecision(page, decision);
  await recordDecision(page, decision.text);
}

/** Writes a decision into its form up to the point of recording it. */
export async function writeDecision(page: Page, decision: ToDecide): Promise<void> {
  const form = page.getByRole('form', { name: 'Decision' });
  await page.keyboard.press('F3');
  await expect(form.getByLabel('Decision', { exact: true })).toBeFocused();
  await page.keyboard.type(decision.text);
  await page.keyboard.press('F4');
  await page.keyboard.type(decision.rationale);
  await page.keyboard.press('F5');
  await page.keyboard.type(decision.chosen);
  await page.keyboard.press('F5');
  await page.keyboard.type(decision.rejected);
  await typeInto(page, form.getByLabel('Option 2 rejected because'), decision.rejectedBecause);
  if ('paper' in decision.evidence) {
    await tabTo(page, form.getByRole('checkbox', { name: decision.evidence.paper }));
    await page.keyboard.press('Space');
  }
  if (decision.dissent !== undefined) {
    await page.keyboard.press('F6');
    await chooseByTyping(page, form.getByRole('combobox', { name: 'Dissent 1 by' }), decision.dissent.who);
    await typeInto(page, form.getByLabel('Dissent 1', { exact: true }), decision.dissent.text);
  }
  if ('noneBecause' in decision.evidence) {
    await page.keyboard.press('Control+.');
    await expect(form.getByLabel('If there is none, why')).toBeFocused();
    await page.keyboard.type(decision.evidence.noneBecause);
  }
  await page.keyboard.press('Control+.');
  await expect(form.getByRole('combobox', { name: 'Control strategy priority' })).toBeFocused();
  await page.keyboard.type(decision.priority);
  await page.keyboard.press('Enter');
}

/** Records the decision being written; it stands in the running record afterwards, and the console is back at notes. */
export async function recordDecision(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await expect(runningRecord(page)).toContainText(text);
  await expect(page.getByRole('form', { name: 'Note' })).toBeVisible();
}

/** Corrects the decision whose row holds `of` by a new one that supersedes it. */
export async function correctDecision(
  page: Page,
  correction: { readonly of: string; readonly because: string; readonly text: string },
): Promise<void> {
  const row = runningRecord(page).getByRole('article').filter({ hasText: correction.of });
  for (let presses = 0; presses < 20 && !(await row.evaluate((one) => one === document.activeElement)); presses += 1)
    await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('c');
  const form = page.getByRole('form', { name: 'Decision' });
  await typeInto(page, form.getByLabel('What is corrected, and why'), correction.because);
  await tabTo(page, form.getByLabel('Decision', { exact: true }));
  await page.keyboard.press('Control+a');
  await page.keyboard.type(correction.text);
  await page.keyboard.press('Control+Enter');
  await expect(runningRecord(page)).toContainText(correction.text);
  await expect(row).toContainText('Superseded by');
}

export interface ToDo {
  readonly text: string;
  readonly owner: string;
  readonly strand: string;
  /** As typed: `+14`, or a date. */
  readonly due: string;
}

/** Raises one action with one named owner. */
export async function raiseAction(page: Page, { text, owner, strand, due }: ToDo): Promise<void> {
  const form = page.getByRole('form', { name: 'Action' });
  await page.keyboard.press('F7');
  await expect(form.getByLabel('Action', { exact: true })).toBeFocused();
  await page.keyboard.type(text);
  await chooseByTyping(page, form.getByRole('combobox', { name: 'Owner' }), owner);
  await typeInto(page, form.getByRole('textbox', { name: 'Due', exact: true }), due);
  await chooseByTyping(page, form.getByRole('combobox', { name: 'Strand' }), strand);
  await page.keyboard.press('Control+Enter');
  await expect(runningRecord(page)).toContainText(text);
}

/** Ends the open item without a decision; the meeting goes to the next one by itself. */
export async function concludeWithout(page: Page, outcome: 'No decision' | 'Deferred', reason: string): Promise<void> {
  const { number } = await openItemNow(page);
  await page.keyboard.press('F9');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole('radio', { name: 'No decision' })).toBeFocused();
  if (outcome === 'Deferred') await page.keyboard.press('ArrowDown');
  await typeInto(page, dialog.getByLabel('Why'), reason);
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await itemLeft(page, number);
}

/** Closes the meeting in session; its minutes are shown. */
export async function closeMeeting(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+E');
  await pressByKeyboard(page, page.getByRole('dialog').getByRole('button', { name: 'Close meeting' }));
  await expect(page.getByRole('heading', { level: 1, name: 'Minutes' })).toBeVisible();
}

/** The chair steps to the secretary's machine and signs. */
export async function chairSigns(page: Page, signInName: string): Promise<void> {
  await typeInto(page, page.getByLabel('Sign-in name of the chair'), signInName);
  await typeInto(page, page.getByLabel('Pass phrase of the chair'), SAMPLE_PASS_PHRASE);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Signed' })).toBeVisible({ timeout: 60_000 });
}

/** Hands out one numbered copy; the save dialogue puts it where the harness was told to. A partner's copy names the agency. */
export async function handOut(page: Page, format: 'PDF' | 'Word' | 'Sealed', recipient: string, partner = ''): Promise<void> {
  await pressByKeyboard(page, page.getByRole('button', { name: 'Hand out a copy' }).first());
  const dialog = page.getByRole('dialog', { name: 'Hand out a copy' });
  await typeInto(page, dialog.getByLabel('Recipient'), recipient);
  const choice = dialog.getByRole('combobox', { name: 'Format' });
  await tabTo(page, choice);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(format);
  await page.keyboard.press('Enter');
  if (partner !== '') await chooseByTyping(page, dialog.getByRole('combobox', { name: 'For a partner agency' }), partner);
  await pressByKeyboard(page, dialog.getByRole('button', { name: 'Choose where to save' }));
  await expect(dialog).toHaveCount(0, { timeout: 120_000 });
}
