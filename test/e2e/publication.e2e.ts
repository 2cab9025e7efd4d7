import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { parseStrictIcal, textOf } from '#test/documents/strict-ical.ts';
import { type Cordon, expect, test } from './harness/cordon.ts';

test.use({ startWith: 'sample-force' });

async function signInAs(page: Page, does: string): Promise<void> {
  await page.getByRole('region', { name: 'People of the sample force' }).getByRole('button').filter({ hasText: does }).first().click();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible();
}

async function goToStrategy(page: Page, tab: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Strategy' }).click();
  await page.getByRole('navigation', { name: 'Pages of Strategy' }).getByRole('link', { name: tab, exact: true }).click();
}

/** Takes the page in light and dark at the size of a small office screen, and holds both against axe. */
async function look(cordon: Cordon, name: string): Promise<void> {
  await expect(cordon.page.locator('.mantine-Notification-root')).toHaveCount(0);
  await cordon.size(1366, 768);
  for (const scheme of ['dark', 'light'] as const) {
    await cordon.look(scheme);
    await cordon.screenshot(`publication-${name}-${scheme}`);
    await cordon.expectAccessible();
  }
}

test('the director sees the year to come, adds a date and saves the calendar; the strategic chair schedules what is due in one step (duties 57, 63, 65)', async ({
  cordon,
}) => {
  const { page } = cordon;
  await signInAs(page, 'Director of intelligence');
  await goToStrategy(page, 'Calendar');
  await expect(page.getByRole('heading', { level: 1, name: 'Planning calendar' })).toBeVisible();
  await expect(page.getByText('Police and crime panel considers the precept')).toBeVisible();
  await look(cordon, 'calendar-list');
  await page.keyboard.press('y');
  await expect(page.getByRole('button', { name: /20\d\d$/ }).first()).toBeVisible();
  await look(cordon, 'calendar-year');
  await page.keyboard.press('p');
  await expect(page.getByRole('grid', { name: 'Policies of all groups' })).toBeVisible();
  await look(cordon, 'calendar-policies');

  await page.keyboard.press('l');
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What it is').fill('Peer review of the strategic process');
  await dialog.getByLabel('Day', { exact: true }).fill('+30');
  await expect(dialog.getByText('Saved on this device')).toBeVisible();
  await look(cordon, 'calendar-add');
  await dialog.getByRole('button', { name: 'Add date' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('Peer review of the strategic process')).toBeVisible();

  await page.getByRole('button', { name: 'Save as iCalendar' }).click();
  await expect(page.getByText(/dates saved as/).last()).toBeVisible();
  const [file = ''] = await readdir(cordon.saves);
  expect(file).toMatch(/^Planning calendar from .*\.ics$/);
  const text = await readFile(join(cordon.saves, file), 'utf8');
  const summaries = parseStrictIcal(text)
    .components.filter((one) => one.name === 'VEVENT')
    .map((event) => textOf(event, 'SUMMARY'));
  expect(summaries).toContain('Budget cycle');
  expect(text).not.toContain('Peer review');

  await cordon.quit();
  await cordon.start();
  await scheduleWhatIsDue(cordon.page);
});

async function scheduleWhatIsDue(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await signInAs(page, 'Chair, strategic group');
  await goToStrategy(page, 'Calendar');
  await expect(page.getByText('Peer review of the strategic process')).toBeVisible();
  await page
    .getByRole('button', { name: /^Schedule: Strategic meeting/ })
    .first()
    .click();
  await expect(dialog.getByRole('combobox', { name: 'Group' })).not.toHaveValue('');
  await dialog.getByRole('button', { name: 'Schedule', exact: false }).last().click();
  await expect(page).not.toHaveTitle(/Planning calendar/);
}

test('an officer reads what was published and confirms it; the director sees who has not, reminds them and publishes what is new (duties 10, 99, 107, 108)', async ({
  cordon,
}) => {
  const { page } = cordon;
  await signInAs(page, 'Intelligence officer, owns actions');
  const waiting = page.getByRole('region', { name: /^Published, for you to read/ });
  await expect(waiting).toBeVisible();
  await goToStrategy(page, 'Publications');
  await look(cordon, 'list-officer');
  await page.getByRole('grid', { name: 'Publications' }).getByRole('row').nth(1).click();
  await expect(page.getByRole('article', { name: 'Publication' })).toBeVisible();
  await look(cordon, 'reading');
  await page.getByRole('button', { name: 'I have read this' }).click();
  await expect(page.getByText('You confirmed reading this on')).toBeVisible();
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Today' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await expect(waiting).toHaveCount(0);
  await cordon.quit();
  await cordon.start();

  await signInAs(cordon.page, 'Director of intelligence');
  await directorFollowsAndPublishes(cordon);
});

async function directorFollowsAndPublishes(cordon: Cordon): Promise<void> {
  const { page } = cordon;
  const dialog = page.getByRole('dialog');
  await goToStrategy(page, 'Publications');
  await look(cordon, 'list-director');
  await page.getByRole('grid', { name: 'Publications' }).getByRole('row').filter({ hasText: 'Staff' }).first().click();
  await page.getByText(/^Who has read it/).click();
  await expect(page.getByRole('grid', { name: 'People it is for' })).toBeVisible();
  await look(cordon, 'tracking');
  await page.getByRole('button', { name: 'Remind all who have not read it' }).click();
  await expect(page.getByText(/^Reminded \d+ people/).last()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Remind all who have not read it' })).toHaveAttribute('aria-disabled', 'true');

  await page.getByRole('link', { name: 'Open the partner version' }).click();
  await page.getByText(/^Who has read it/).click();
  await expect(page.getByText('People of partner agencies do not sign in to this workstation.')).toBeVisible();
  await page.getByRole('button', { name: 'Save a copy' }).click();
  await page.getByRole('menuitem', { name: /PDF/ }).click();
  await expect.poll(() => readdir(cordon.saves)).toEqual([expect.stringMatching(/\.pdf$/)]);

  await expect(page.getByText(/saved as .*\.pdf/).last()).toBeVisible();
  await page.getByRole('link', { name: 'Publications', exact: true }).click();
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(dialog.getByRole('combobox', { name: 'Control strategy' })).toHaveValue(/Eastmoor/);
  await expect(dialog.getByRole('combobox', { name: 'Intelligence requirement' })).toHaveValue('');
  await dialog.getByRole('button', { name: 'Publish now' }).click();
  await expect(dialog.getByRole('alert')).toContainText('duty 107');
  await look(cordon, 'publish-alone');
  await dialog.getByLabel('Why one is published without the other').fill('Eastmoor asks under the requirement of the force.');
  await dialog.getByRole('button', { name: 'Publish now' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('Published without the other half, because: Eastmoor asks')).toBeVisible();
}
