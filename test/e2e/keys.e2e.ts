import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { SAMPLE_PASS_PHRASE } from '#shared/sample-force/people.ts';
import { expect, test } from './harness/cordon.ts';

test.use({ startWith: 'sample-force' });

async function signIn(page: Page, name: string, passPhrase: string): Promise<void> {
  await page.getByLabel('Sign-in name').fill(name);
  await page.getByLabel('Pass phrase', { exact: true }).fill(passPhrase);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible();
}

async function openKeys(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Sections' })
    .getByRole('link', { name: /^Force/ })
    .click();
  await page.getByRole('link', { name: 'Workstation', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Keys of the vault' })).toBeVisible();
}

test('an administrator makes a new key, prints the recovery key in shares, recovers with two of them, and erases the vault', async ({
  cordon,
}) => {
  const { page } = cordon;
  await signIn(page, 'braithwaite', SAMPLE_PASS_PHRASE);
  await openKeys(page);
  const dataKey = page.getByRole('region', { name: 'The key of the records' });
  await expect(dataKey).toContainText('The first one');
  await cordon.screenshot('keys');
  await cordon.expectAccessible();
  await dataKey.getByRole('button', { name: 'Make a new key' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Make a new key' }).click();
  await expect(dataKey.getByRole('progressbar')).toBeVisible();
  await cordon.screenshot('keys-being-made');
  await expect(dataKey).toContainText('Number 2', { timeout: 60_000 });
  await expect(dataKey.getByRole('progressbar')).toHaveCount(0);

  // Where there is no keyring, binding to it is not offered, and the page says why.
  await expect(page.getByRole('region', { name: 'The keychain of this computer' })).toContainText(/A pass phrase is enough to sign in/);

  await page.getByRole('button', { name: 'Make a new recovery key' }).click();
  await page.getByLabel('In shares, each on its own sheet of 30 words').check();
  await page.getByLabel('Your pass phrase, once more').fill('not the right one');
  await page.getByRole('button', { name: 'Make and show it' }).click();
  await expect(page.getByRole('dialog').getByRole('alert').first()).toContainText('not right');
  await page.getByLabel('Your pass phrase, once more').fill(SAMPLE_PASS_PHRASE);
  await cordon.screenshot('keys-recovery-form');
  await cordon.expectAccessible();
  await page.getByRole('button', { name: 'Make and show it' }).click();
  const sheet = (number: number) => page.getByRole('region', { name: `Share ${number} of 3` });
  const wordsOf = async (number: number) =>
    (await sheet(number).getByRole('listitem').allInnerTexts()).map((line) => line.replace(/[^a-z]/g, '')).join(' ');
  await expect(sheet(3)).toBeVisible();
  const [first, third] = [await wordsOf(1), await wordsOf(3)];
  expect(first.split(' ')).toHaveLength(30);
  await cordon.screenshot('keys-recovery-sheets');
  await cordon.expectAccessible();
  await page.getByLabel('I have printed or written down every sheet.').check();
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('region', { name: 'The recovery key' })).toContainText('3 sheets; any 2 of them open the vault');

  await page.keyboard.press('Control+l');
  await page.getByRole('button', { name: 'I have forgotten my pass phrase' }).click();
  await page.getByLabel('Sign-in name').fill('braithwaite');
  await page.getByLabel('One share').fill(third);
  await expect(page.getByText('This is share 3 of 3.')).toBeVisible();
  await page.getByLabel('Another share (2)').fill(first.replace(/^\w+/, 'zoo'));
  await expect(page.getByText('These are not the 30 words of a share in their order')).toBeVisible();
  await page.getByLabel('Another share (2)').fill(first);
  await expect(page.getByText('This is share 1 of 3.')).toBeVisible();
  await page.getByLabel('New pass phrase').fill('velvet tractor onion');
  await page.getByLabel('The same once more').fill('velvet tractor onion');
  await cordon.screenshot('recover-by-shares');
  await cordon.expectAccessible();
  await page.getByRole('button', { name: 'Set the new pass phrase and sign in' }).click();
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible();

  await openKeys(page);
  await page.getByRole('button', { name: 'Erase this vault' }).click();
  await page.getByLabel('Type the name of this workstation: Sample workstation').fill('Sample workstation');
  await page.getByLabel('Your pass phrase, once more').fill('velvet tractor onion');
  await cordon.screenshot('keys-erase');
  await cordon.expectAccessible();
  await page.getByRole('button', { name: 'Destroy the keys and erase everything' }).click();
  await expect(page.getByRole('heading', { name: 'Set up this workstation' })).toBeVisible();
  expect(await readdir(join(cordon.folders.profile, 'vault'))).toEqual([]);
  const [receipt] = await readdir(cordon.saves);
  expect(await readFile(join(cordon.saves, receipt ?? ''), 'utf8')).toContain('RECEIPT FOR THE ERASURE OF A VAULT');
});
