import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type Cordon, expect, test } from './harness/cordon.ts';

async function signInAs(page: Page, does: string): Promise<void> {
  await page.getByRole('region', { name: 'People of the sample force' }).getByRole('button').filter({ hasText: does }).first().click();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible();
}

async function goToForce(page: Page, tab: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Force' }).click();
  await page.getByRole('navigation', { name: 'Pages of this section' }).getByRole('link', { name: tab, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: tab })).toBeVisible();
}

/** Light and dark at the size of a small office screen, each held against axe. */
async function look(cordon: Cordon, name: string): Promise<void> {
  await expect(cordon.page.locator('.mantine-Notification-root')).toHaveCount(0);
  for (const scheme of ['dark', 'light'] as const) {
    await cordon.look(scheme);
    await cordon.screenshot(`governance-${name}-${scheme}`);
    await cordon.expectAccessible();
  }
}

const details = (page: Page) => page.getByRole('complementary', { name: 'Details' });
const dialog = (page: Page) => page.getByRole('dialog');

test.use({ startWith: 'sample-force' });

test('the director renews a capability, puts an objective in line with a partner’s agreement, and finds it all after a restart', async ({
  cordon,
}) => {
  const { page } = cordon;
  await cordon.size(1366, 768);
  await signInAs(page, 'Director of intelligence');
  await goToForce(page, 'Capabilities');
  await page.getByRole('row').filter({ hasText: 'Financial intelligence' }).click();
  await expect(details(page)).toContainText('Expired on');
  await look(cordon, 'capabilities');
  await details(page).getByRole('button', { name: 'Record a change' }).click();
  await dialog(page).getByLabel('Provider').fill('');
  await dialog(page).getByRole('button', { name: 'Record a change' }).click();
  await expect(dialog(page).getByRole('alert')).toContainText('no provider is named');
  await look(cordon, 'capability-refused');
  await dialog(page).getByLabel('Provider').fill('National Economic Crime Centre');
  await dialog(page)
    .getByRole('textbox', { name: /Expires on/ })
    .fill('');
  await dialog(page).getByRole('button', { name: 'Record a change' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByRole('row').filter({ hasText: 'National Economic Crime Centre' })).toContainText('In place');

  await goToForce(page, 'Objectives');
  await look(cordon, 'objectives');
  await page.getByText(/^Out of line/).click();
  await expect(page.getByText('Serves no objective of the business plan.').first()).toBeVisible();
  await look(cordon, 'alignment');
  await page.getByText(/^Elements \(/).click();
  await page.getByRole('row').filter({ hasText: 'Budget cycle' }).click();
  await look(cordon, 'elements');
  await details(page)
    .getByRole('button', { name: /^Link to/ })
    .click();
  await expect(page.getByRole('row').filter({ hasText: 'Budget cycle' })).toContainText('Llewellyn');
  await page.getByText(/^With partners/).click();
  await page.getByRole('row').filter({ hasText: 'Waiting' }).click();
  await look(cordon, 'joint');
  await details(page).getByRole('button', { name: 'Record agreement' }).click();
  await dialog(page).getByLabel('Who said so for the agency').fill('Director of Place');
  await dialog(page).getByRole('button', { name: 'Record agreement' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(details(page)).toContainText('Agreed by all');

  await cordon.quit();
  await cordon.start();
  await signInAs(cordon.page, 'Director of intelligence');
  await goToForce(cordon.page, 'Capabilities');
  await expect(cordon.page.getByRole('row').filter({ hasText: 'National Economic Crime Centre' })).toContainText('In place');
});

test('the lead reads what is amiss, how the duties stand and the thread of a priority, and takes the inspection pack away', async ({
  cordon,
}) => {
  const { page } = cordon;
  await cordon.size(1366, 768);
  await signInAs(page, 'Chief-officer lead');
  await goToForce(page, 'Governance');
  await look(cordon, 'page');
  await goToForce(page, 'Duties');
  await look(cordon, 'duties');
  await page.getByRole('combobox', { name: 'Part of the doctrine' }).click();
  await page.getByRole('option', { name: 'Tasking and co-ordination', exact: true }).click();
  await expect(page.getByRole('row').filter({ hasText: 'numbered without gaps' })).toContainText('Green');
  await page.getByRole('row').filter({ hasText: 'numbered without gaps' }).click();
  await expect(details(page)).toContainText('Rules that enforce it');
  await look(cordon, 'duty');
  await page.getByRole('button', { name: 'Save the inspection pack' }).click();
  await page.getByRole('menuitem').first().click();
  await expect(
    page
      .getByText(/inspection/i)
      .filter({ hasText: cordon.saves })
      .first(),
  ).toBeVisible({ timeout: 40_000 });
  const [saved] = (await readdir(cordon.saves)).filter((name) => name.endsWith('.pdf'));
  expect((await readFile(join(cordon.saves, saved ?? ''))).subarray(0, 5).toString()).toBe('%PDF-');
  await page.getByText(/^Golden thread/).click();
  await page.getByRole('row').filter({ hasText: 'CS1' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Golden thread' })).toBeVisible();
  await look(cordon, 'thread');
  await page
    .getByRole('main')
    .getByRole('link', { name: /^STCG.*D\d/ })
    .first()
    .click();
  await expect(page.getByRole('main')).toContainText(/STCG\/\d{4}-\d\d-\d\d\/D\d/);
});
