import type { Page } from '@playwright/test';
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

test('the director sees the year to come, adds a date, has a proposed meeting scheduled in one step and saves the calendar (duties 57, 63, 65)', async ({
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
});
