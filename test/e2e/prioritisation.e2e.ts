import type { Locator, Page } from '@playwright/test';
import { type Cordon, expect, test } from './harness/cordon.ts';

test.use({ startWith: 'sample-force' });

const details = (page: Page): Locator => page.getByRole('complementary', { name: 'Details' });
const dialog = (page: Page): Locator => page.getByRole('dialog');

async function signInAs(page: Page, does: string): Promise<void> {
  await page.getByRole('region', { name: 'People of the sample force' }).getByRole('button').filter({ hasText: does }).click();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible();
}

async function goToPrioritisation(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Strategy' }).click();
  await page.getByRole('navigation', { name: 'Pages of Strategy' }).getByRole('link', { name: 'Prioritisation' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Prioritisation' })).toBeVisible();
}

async function look(cordon: Cordon, name: string): Promise<void> {
  await cordon.size(1366, 768);
  for (const scheme of ['dark', 'light'] as const) {
    await cordon.look(scheme);
    await cordon.screenshot(`prioritisation-${name}-${scheme}`);
    await cordon.expectAccessible();
  }
}

test('the principal analyst scores issues from the keyboard, sees what would change the order, gives outcomes, and finds all of it after a restart', async ({
  cordon,
}) => {
  test.setTimeout(120_000);
  let { page } = cordon;
  await signInAs(page, 'Principal analyst');
  await goToPrioritisation(page);
  await look(cordon, 'list');
  await page.getByRole('grid', { name: 'Prioritisation' }).getByRole('row').nth(1).click();
  const grid = page.getByRole('grid', { name: 'Scores: issues by factors' });
  await expect(grid.getByRole('row')).toHaveCount(16);
  await look(cordon, 'scores');

  // Digits score, arrows walk, what does not fit is said and not stored (duty 94).
  const cell = grid.locator('[data-at="8/1"]');
  await cell.click();
  await page.keyboard.type('9');
  await expect(page.getByRole('alert')).toContainText('Physical harm goes from 0 to 4; 9 is outside');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.keyboard.type('234');
  await page.keyboard.press('ArrowRight');
  await expect(grid.locator('[data-at="8/2"]')).toBeFocused();
  await expect(cell).toHaveText('3 2–4');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(cell).toHaveText('1 0–2');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('24');
  await expect(page.getByText('Saved on this device').last()).toBeVisible();

  // Enter opens the reason; saving goes on to the next factor.
  await page.keyboard.press('Enter');
  await expect(details(page).getByRole('heading', { level: 3, name: 'Physical harm' })).toBeVisible();
  await details(page).getByLabel('Reason', { exact: true }).fill('Two farmers were injured in September.');
  await look(cordon, 'reason');
  await page.keyboard.press('Enter');
  await expect(details(page).getByRole('heading', { level: 3, name: 'Psychological harm' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(details(page)).toHaveCount(0);

  // The ranking with its simulation, in plain words.
  await page.getByText('Ranking and simulation').click();
  await expect(page.getByText('5,000 runs, seed')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('grid', { name: 'Ranking' }).getByRole('row').nth(1)).toContainText('1st');
  await expect(page.getByText(/^If “/).first()).toBeVisible();
  await look(cordon, 'ranking');

  // An outcome without its reason is refused with its duty (duty 96).
  await page.getByText('Outcomes', { exact: true }).click();
  await look(cordon, 'outcomes');
  await page.getByRole('button', { name: 'Change the outcome' }).first().click();
  await dialog(page).getByLabel('Not included because').check();
  await dialog(page).getByLabel('Because', { exact: true }).fill('');
  await dialog(page).getByRole('button', { name: 'Give the outcome' }).click();
  await expect(dialog(page).getByRole('alert')).toContainText('not included because of something');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);

  // Freezing waits for the decision and says so.
  await page.getByRole('button', { name: 'Freeze' }).click();
  await expect(dialog(page)).toContainText('No decision names this prioritisation yet');
  await page.keyboard.press('Escape');

  await cordon.quit();
  await cordon.start();
  page = cordon.page;
  await signInAs(page, 'Principal analyst');
  await goToPrioritisation(page);
  await page.getByRole('grid', { name: 'Prioritisation' }).getByRole('row').nth(1).click();
  await expect(page.locator('[data-at="8/1"]')).toHaveText('3 2–4');
  await expect(page.locator('[data-at="8/1"]')).toHaveAttribute('title', 'Two farmers were injured in September.');
});

test('weights of a crime harm index are imported from a table with the lines that cannot be taken, and the register waits for its first decision', async ({
  cordon,
}) => {
  const { page } = cordon;
  await signInAs(page, 'Principal analyst');
  await goToPrioritisation(page);
  await page.getByText('Issues considered').click();
  await expect(page.getByText('No issue has been decided on yet')).toBeVisible();
  await look(cordon, 'register');
  await page.getByText('Matrices', { exact: true }).click();
  await page.getByRole('grid', { name: 'Matrices' }).getByRole('row').filter({ hasText: 'Crime harm index' }).click();
  await expect(details(page)).toContainText('No weights yet');
  await look(cordon, 'matrices');
  await details(page).getByRole('button', { name: 'Import weights' }).click();
  await dialog(page)
    .getByLabel('Or paste the table here')
    .fill('Code\tOffence\tDays\n28A\tBurglary in a dwelling\t90\n8N\tAssault with injury\t20\n8N\tAssault again\t20\n34\tRobbery\tunknown');
  await expect(dialog(page).getByRole('status')).toContainText('2 offences can be imported; 2 lines cannot:');
  await dialog(page).getByRole('textbox', { name: 'Published on' }).fill('1 May 2023');
  await cordon.look('light');
  await cordon.screenshot('prioritisation-import');
  await cordon.expectAccessible();
  await dialog(page).getByRole('button', { name: 'Import as a new version' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(details(page)).toContainText('2 offences, published');
  await expect(details(page)).toContainText('version 2');
});
