import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { canonicalJson } from '#shared/base/canonical.ts';
import { LONGEST_AGENDA } from '#shared/domain/agenda-item/agenda-item.rules.ts';
import { HEADER_FILE_NAME, HEADER_FORMAT, sumOf } from '#electron/engine/vault/header-format.ts';
import { VAULT_FILE_NAME } from '#electron/engine/vault/open-vault.ts';
import { expect, test } from './harness/cordon.ts';
import { onVault } from './harness/on-vault.ts';
import { vaultOf } from './harness/sample-vault.ts';
import { agenda, backToTheMeeting, note, openItem, openTodaysMeeting, runningRecord, signIn, startMeeting } from './secretary.ts';

test.use({ startWith: 'sample-force' });

/** Text a person pastes: the clipboard's contents arrive in one piece. */
async function paste(page: Page, field: Locator, text: string): Promise<void> {
  await field.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
}

const GO_ON = 'Nothing here is shared beyond the agreement.';
const OVERRIDE = 'Visit the suspect \u202Etsurtsim\u202C and the\u0007 neighbour\u200F';
const HIDDEN = 'This text holds hidden control or direction-changing characters. Remove them and try again.';

test('text that is too long or reads differently from what it says is refused in a sentence, stays in the field, and is recorded once it is put right', async ({
  cordon,
}) => {
  const { page } = cordon;
  await signIn(page, 'holroyd');
  await openTodaysMeeting(page);

  await test.step('an agenda item’s title', async () => {
    await page.getByRole('button', { name: 'Add item' }).click();
    const dialog = page.getByRole('dialog');
    const title = dialog.getByLabel('Title');
    const long = 'Burglary in Harbour Ward '.repeat(40).trim();
    await paste(page, title, long);
    await dialog.getByRole('button', { name: 'Add item' }).click();
    await expect(dialog.getByText('Use at most 200 characters: this has 999.').first()).toBeVisible();
    await expect(title).toHaveValue(long);
    await cordon.screenshot('bad-input-long-title');
    await paste(page, title, OVERRIDE);
    await dialog.getByRole('button', { name: 'Add item' }).click();
    await expect(dialog.getByText(HIDDEN).first()).toBeVisible();
    await expect(title).toHaveValue(OVERRIDE);
    await cordon.screenshot('bad-input-override-title');
    await dialog.getByRole('button', { name: 'Remove them', exact: true }).click();
    await expect(title).toHaveValue('Visit the suspect tsurtsim and the neighbour');
    await dialog.getByRole('button', { name: 'Add item' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole('region', { name: 'Agenda' })).toContainText('Visit the suspect tsurtsim and the neighbour');
  });

  await startMeeting(page, GO_ON);
  await test.step('keys pressed faster than the first item opens', async () => {
    await page.evaluate(() => {
      const press = (key: string, ctrlKey = false): boolean =>
        (document.activeElement ?? document.body).dispatchEvent(
          new KeyboardEvent('keydown', { key, code: key, ctrlKey, bubbles: true, cancelable: true }),
        );
      press('F9');
      for (const letter of 'Heard at once.') press(letter);
      press('Enter', true);
      press('F3');
      for (const letter of 'Visit them tonight.') press(letter);
    });
    await expect(openItem(page)).toContainText('1');
    await expect(runningRecord(page)).toContainText('Heard at once.');
    await expect(page.getByRole('form', { name: 'Decision' }).getByLabel('Decision', { exact: true })).toHaveValue('Visit them tonight.');
    await page.getByRole('button', { name: 'Throw away' }).click();
    await page.keyboard.press('F2');
  });

  await test.step('a note in the console', async () => {
    const form = page.getByRole('form', { name: 'Note' });
    const field = form.getByLabel('Note', { exact: true });
    const long = 'The chair said so. '.repeat(1_500).trim();
    await paste(page, field, long);
    await page.keyboard.press('Control+Enter');
    await expect(form.getByText('Use at most 20,000 characters: this has 28,499.').first()).toBeVisible();
    await expect(field).toHaveValue(long);
    await cordon.screenshot('bad-input-long-note');

    // Whoever types on at once, while the refusal is still on its way, finds that below what came back.
    await field.evaluate(async (area: HTMLTextAreaElement) => {
      area.focus();
      area.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }));
      while (area.value !== '') await new Promise((resolve) => setTimeout(resolve, 0));
      document.execCommand('insertText', false, 'And typed on at once.');
    });
    await expect(field).toHaveValue(/The chair said so\.\nAnd typed on at once\.$/);
    await paste(page, field, long);
    await expect(field).toHaveValue(long);

    await page.getByRole('contentinfo').getByRole('button', { name: /^Lock/ }).click();
    await signIn(page, 'holroyd');
    await backToTheMeeting(page);
    await expect(field).toHaveValue(long);

    await paste(page, field, OVERRIDE);
    await expect(form.getByText('This text holds hidden characters that would change how it reads.')).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(form.getByText(HIDDEN).first()).toBeVisible();
    await cordon.screenshot('bad-input-override-note');
    await form.getByRole('button', { name: 'Remove them', exact: true }).click();
    await field.focus();
    await page.keyboard.press('Control+Enter');
    await expect(runningRecord(page)).toContainText('Visit the suspect tsurtsim and the neighbour');
    expect(await runningRecord(page).innerText()).not.toMatch(/[\u0000-\u0008\u202A-\u202E\u200F]/);
  });

  await test.step('a due day outside the years Cordon keeps', async () => {
    await page.keyboard.press('F7');
    const form = page.getByRole('form', { name: 'Action' });
    await page.keyboard.type('Visit the twelve streets');
    const due = form.getByRole('textbox', { name: 'Due', exact: true });
    for (const day of ['31/12/9999', '1/1/0001', '31/12/1899']) {
      await paste(page, due, day);
      await page.keyboard.press('Tab');
      await expect(form.getByText('Give a date between 1900 and 2199.')).toBeVisible();
      await expect(due).toHaveValue(day);
    }
    await cordon.screenshot('bad-input-date');
    await paste(page, due, '31/02/2027');
    await page.keyboard.press('Tab');
    await expect(form.getByText(/not a date Cordon understands/)).toBeVisible();
    await expect(form.getByLabel('Action', { exact: true })).toHaveValue('Visit the twelve streets');
  });

  await test.step('an owner who could not see the action stands in the list as such and cannot be chosen (duties 30, 41, 119)', async () => {
    const form = page.getByRole('form', { name: 'Action' });
    const owner = form.getByRole('combobox', { name: 'Owner' });
    await owner.focus();
    await page.keyboard.type('Drury');
    const option = page.getByRole('option', { name: /Drury/ });
    await expect(option).toContainText('not cleared for OFFICIAL-SENSITIVE');
    await expect(option).toBeDisabled();
    await cordon.screenshot('bad-input-owner-not-cleared');
    await page.keyboard.press('Enter');
    await expect(form.getByText('Drury')).toHaveCount(0);
  });
});

test('an agenda someone fills without end stops at two hundred items, says so, and the meeting is still run by keyboard', async ({
  cordon,
}) => {
  test.setTimeout(300_000);
  await cordon.quit();
  let refusal = '';
  let added = 0;
  await onVault(vaultOf(cordon.folders), 'holroyd', async (client) => {
    const { rows } = await client.look('meetings', {});
    const meetingId = rows.find((row) => row.reference.startsWith('TTCG-E/') && row.state === 'planned')?.id ?? '';
    for (; added < 10_000 && refusal === ''; added += 1) {
      const result = await client.command('agenda-item.add', { meetingId, title: `Matter ${added + 1} of ten thousand` });
      if (!result.ok) refusal = `${result.refusals[0].code}: ${result.refusals[0].message} ${result.refusals[0].remedy}`;
    }
  });
  expect(refusal).toBe('agenda-item/agenda-full: An agenda holds at most 200 items. Put several matters under one item.');
  expect(added).toBeGreaterThan(150);

  await cordon.start();
  const { page } = cordon;
  await signIn(page, 'holroyd');
  await openTodaysMeeting(page);
  const list = page.getByRole('region', { name: 'Agenda' });
  await expect(list.getByRole('listitem')).toHaveCount(LONGEST_AGENDA);
  const add = page.getByRole('button', { name: 'Add item' });
  await expect(add).toHaveAttribute('aria-disabled', 'true');
  await add.hover();
  await expect(page.getByText('An agenda holds at most 200 items.').first()).toBeVisible();
  await cordon.screenshot('bad-input-long-agenda-planned');
  await startMeeting(page, GO_ON);
  await page.keyboard.press('F9');
  await expect(openItem(page)).toContainText('1');
  await note(page, 'Heard under the first of two hundred items.');
  await cordon.screenshot('bad-input-long-agenda-console');
  const last = agenda(page)
    .getByRole('button', { name: /ten thousand/ })
    .last();
  await last.scrollIntoViewIfNeeded();
  await last.click();
  await page.getByRole('button', { name: 'Make this the current item' }).click();
  await expect(openItem(page)).toContainText('ten thousand');
  await note(page, 'Heard under the last of two hundred items.');
  await cordon.expectAccessible();
});

test('under an item of many lines the newest is in view when the console is opened again, and all of them are there', async ({
  cordon,
}) => {
  const { page } = cordon;
  const lines = 34;
  await signIn(page, 'holroyd');
  await openTodaysMeeting(page);
  await startMeeting(page, GO_ON);
  await page.keyboard.press('F9');
  await expect(openItem(page)).toContainText('1');
  const field = page.getByRole('form', { name: 'Note' }).getByLabel('Note', { exact: true });
  for (let line = 1; line <= lines; line += 1) {
    await paste(page, field, `Said in line ${line}.`);
    await page.keyboard.press('Control+Enter');
    await expect(runningRecord(page).getByRole('article')).toHaveCount(line);
  }
  await page.getByRole('contentinfo').getByRole('button', { name: /^Lock/ }).click();
  await signIn(page, 'holroyd');
  await backToTheMeeting(page);
  const articles = runningRecord(page).getByRole('article');
  await expect(articles).toHaveCount(lines);
  await expect(articles.first()).toContainText('line 1.');
  await expect(articles.last()).toContainText(`line ${lines}.`);
  await expect(articles.last()).toBeInViewport();
  await expect(articles.first()).not.toBeInViewport();
});

test('a vault file cut short is never opened half: the window says so, and the file is left as it was', async ({ cordon }) => {
  const { page } = cordon;
  const file = join(vaultOf(cordon.folders), VAULT_FILE_NAME);
  const length = statSync(file).size;
  truncateSync(file, Math.floor(length * 0.6));
  await page.getByRole('region', { name: 'People of the sample force' }).getByRole('button').first().click();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(
    page.getByRole('alert').getByText(/shorter than it should be: part of it is missing\. Nothing has been changed/),
  ).toBeVisible();
  await cordon.screenshot('bad-input-vault-cut-short');
  await cordon.expectAccessible();
  expect(statSync(file).size).toBe(Math.floor(length * 0.6));
});

test('a key header of a newer Cordon is refused with the sentence that says what to install, and kept as it is', async ({ cordon }) => {
  await cordon.quit();
  const main = join(vaultOf(cordon.folders), HEADER_FILE_NAME);
  const file = JSON.parse(readFileSync(main, 'utf8')) as { mac: string; content: Record<string, unknown> };
  const content = { ...file.content, format: HEADER_FORMAT + 1, slots: 'kept elsewhere' };
  const newer = canonicalJson({ sum: sumOf(file.mac, content), mac: file.mac, content });
  writeFileSync(main, newer);
  await cordon.start();
  await expect(cordon.page.getByText(/written by a newer version of Cordon.*Install that version/)).toBeVisible();
  await expect(cordon.page.getByRole('button', { name: 'Load the sample force' })).toHaveCount(0);
  await cordon.screenshot('bad-input-header-newer');
  await cordon.expectAccessible();
  expect(readFileSync(main, 'utf8')).toBe(newer);
});

test('on a full disk the console says so, keeps what is typed, and stores it once there is room', async ({ cordon }) => {
  await cordon.quit();
  const vault = vaultOf(cordon.folders);
  const whole = `${vault}-whole`;
  cpSync(vault, whole, { recursive: true });
  rmSync(vault, { recursive: true });
  mkdirSync(vault);
  const room = Math.ceil(statSync(join(whole, VAULT_FILE_NAME)).size / 1024 / 1024) + 24;
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${room}m`, 'tmpfs', vault]).status === 0;
  test.skip(!mounted, 'mounting a small file system is not permitted here');
  try {
    cpSync(whole, vault, { recursive: true });
    await cordon.start();
    const { page } = cordon;
    await signIn(page, 'holroyd');
    await openTodaysMeeting(page);
    await startMeeting(page, GO_ON);
    await page.keyboard.press('F9');
    await expect(openItem(page)).toContainText('1');
    await note(page, 'Before the disk was full.');

    const padding = join(vault, 'padding');
    fill(padding);
    const form = page.getByRole('form', { name: 'Note' });
    const field = form.getByLabel('Note', { exact: true });
    const refused = form.getByText(
      /The disk of this computer is full, so this could not be stored\. What you typed is still on the screen\./,
    );
    const typedAt = (count: number): string => `Said while the disk was full, part ${count}. `.repeat(400).trim();
    // What lies ready in the write-ahead log is used up first.
    let count = 0;
    while ((await refused.count()) === 0 && count < 150) {
      count += 1;
      await paste(page, field, typedAt(count));
      await page.keyboard.press('Control+Enter');
      const recorded = runningRecord(page).getByText(`part ${count}.`).first();
      await expect(recorded.or(refused.first()).first()).toBeVisible();
    }
    await expect(refused.first()).toBeVisible();
    // A note that no longer fits may still fit as a draft, which is smaller: typing goes on until that has no room either.
    const foot = page.getByRole('contentinfo');
    await field.focus();
    await page.keyboard.press('Control+End');
    await expect
      .poll(async () => {
        await page.keyboard.type('And more. ');
        return foot.textContent();
      })
      .toContain('Not stored yet');
    const typed = await field.inputValue();
    expect(typed).toContain(`part ${count}.`);
    await expect(runningRecord(page)).not.toContainText(`part ${count}.`);
    await cordon.screenshot('bad-input-disk-full');
    await cordon.expectAccessible();

    rmSync(padding);
    await field.focus();
    await page.keyboard.press('Control+Enter');
    await expect(runningRecord(page)).toContainText(`part ${count}.`);
    await expect(foot).toContainText('Saved on this device');
    await expect(runningRecord(page)).toContainText('Before the disk was full.');
    await cordon.screenshot('bad-input-disk-has-room');
    await cordon.quit();
  } finally {
    spawnSync('umount', ['--lazy', vault]);
    if (!existsSync(join(vault, VAULT_FILE_NAME))) cpSync(whole, vault, { recursive: true });
  }
});

/** Fills the file system a file lies on to the last kilobyte. */
function fill(padding: string): void {
  for (let kilobytes = 64 * 1024; kilobytes >= 1; kilobytes /= 2) {
    for (;;) {
      try {
        writeFileSync(padding, Buffer.alloc(kilobytes * 1024), { flag: 'a' });
      } catch {
        break;
      }
    }
  }
}
