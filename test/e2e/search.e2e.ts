import { expect, test } from './harness/cordon.ts';

test.use({ startWith: 'sample-force' });

test('an officer finds a record by half a word, by a phrase, and a colleague whose name they spell by ear (duty 40)', async ({
  cordon,
}) => {
  const { page } = cordon;
  await page.getByRole('button', { name: /Meeting secretary, Eastmoor/ }).click();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible();
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Go to, do, find' });
  const options = page.getByRole('option');

  await test.step('what can be typed is said while nothing is', async () => {
    await expect(page.getByRole('region', { name: 'How to search' })).toContainText('these words side by side');
    await cordon.expectAccessible();
    await cordon.screenshot('search-how-to');
  });

  await test.step('a name is found by its beginning', async () => {
    await field.fill('garsi');
    await expect(options.filter({ hasText: 'Garside' }).first()).toBeVisible();
    await expect(page.getByRole('region', { name: 'How to search' })).toBeHidden();
  });

  await test.step('a name spelt by ear is found and said to sound alike', async () => {
    await field.fill('Holroid');
    await expect(page.getByText('Records with a word that sounds alike')).toBeVisible();
    await expect(options.filter({ hasText: 'Holroyd' }).first()).toBeVisible();
    await cordon.expectAccessible();
    await cordon.screenshot('search-sounds-alike');
  });
});
