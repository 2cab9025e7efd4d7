import type { Page } from '@playwright/test';
import { type Cordon, expect, test } from './harness/cordon.ts';

test.use({ startWith: 'sample-force' });

async function signInAs(page: Page, does: string): Promise<void> {
  await page.getByRole('region', { name: 'People of the sample force' }).getByRole('button').filter({ hasText: does }).click();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible();
}

/** Takes the page in light and dark and holds it against axe. */
async function look(cordon: Cordon, name: string): Promise<void> {
  await cordon.size(1366, 768);
  for (const scheme of ['dark', 'light'] as const) {
    await cordon.look(scheme);
    await cordon.screenshot(`control-strategy-${name}-${scheme}`);
    await cordon.expectAccessible();
  }
}

async function openStrategy(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Strategy' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Control strategy of Northmoor Police' })).toBeVisible();
}

const tab = (page: Page, name: string) =>
  page.getByRole('radiogroup', { name: 'Ways of looking at the strategy' }).getByText(name, { exact: true }).click();

test('the strategy in force is read on one sheet with its resources, delivery, demands and versions, and the amendment is read as a difference', async ({
  cordon,
}) => {
  const { page } = cordon;
  await signInAs(page, 'Janet Holroyd');
  await openStrategy(page);
  await expect(page.getByText('Amended only by the strategic tasking')).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'CS1' })).toContainText('Perpetrator programme');
  await look(cordon, 'sheet');
  await tab(page, 'Resources');
  await expect(page.getByRole('row').filter({ hasText: 'Pool' })).toContainText('96,000');
  await look(cordon, 'resources');
  await tab(page, 'Delivery');
  await expect(page.getByRole('columnheader', { name: 'Current delivery plan' })).toBeVisible();
  await look(cordon, 'delivery');
  await tab(page, 'Demands');
  await expect(page.getByText('outside the strategy (')).toBeVisible();
  await look(cordon, 'demands');
  await tab(page, 'Versions');
  await page.getByRole('link', { name: 'Compare with the one before' }).click();
  await expect(page.getByText('(+1,600)')).toBeVisible();
  await expect(page.getByText('(−1,600)')).toBeVisible();
  await look(cordon, 'difference');
});

test('a draft is written row by row, kept as typed and saved, says what is missing, and cannot be set before the group decided', async ({
  cordon,
}) => {
  let { page } = cordon;
  await signInAs(page, 'Janet Holroyd');
  await openStrategy(page);
  await page
    .getByRole('textbox', { name: 'Force or area' })
    .or(page.getByRole('combobox', { name: 'Force or area' }))
    .click();
  await page.getByRole('option', { name: /Eastmoor/ }).click();
  await page.getByRole('button', { name: 'Open the draft' }).click();
  await expect(page.getByText('E3 has no owner')).toBeVisible();
  await look(cordon, 'draft');
  const cell = page.getByRole('textbox', { name: 'Enforcement of E3' });
  await cell.fill('Checkpoints on the coast road with the port police on market days.');
  await expect(page.getByText('Saved on this device').first()).toBeVisible();
  await cordon.quit();
  await cordon.start();
  page = cordon.page;
  await signInAs(page, 'Janet Holroyd');
  await openStrategy(page);
  await page
    .getByRole('textbox', { name: 'Force or area' })
    .or(page.getByRole('combobox', { name: 'Force or area' }))
    .click();
  await page.getByRole('option', { name: /Eastmoor/ }).click();
  await page.getByRole('button', { name: 'Open the draft' }).click();
  await expect(page.getByRole('textbox', { name: 'Enforcement of E3' })).toHaveValue(/Checkpoints on the coast road/);
  await page.getByRole('group', { name: /^E3/ }).getByRole('combobox', { name: 'Owner' }).fill('Doyle');
  await page.getByRole('option', { name: /Doyle/ }).first().click();
  await page.getByRole('button', { name: 'Save the draft' }).click();
  await expect(page.getByText('Everything the strategy must say is there.')).toBeVisible();
  const set = page.getByRole('button', { name: 'Set the control strategy' });
  await expect(set).toHaveAttribute('aria-disabled', 'true');
  await expect(set).toHaveAccessibleDescription(/No decision of the strategic group names this draft yet/);
  await page.getByText('As it will read', { exact: true }).click();
  await expect(page.getByRole('row').filter({ hasText: 'E3' }).first()).toContainText('Checkpoints on the coast road');
  await look(cordon, 'draft-read');
});
