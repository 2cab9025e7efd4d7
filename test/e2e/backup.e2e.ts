import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { SAMPLE_PASS_PHRASE as samplePassPhrase } from '#shared/sample-force/people.ts';
import { vaultOf } from './harness/sample-vault.ts';
import { expect, test } from './harness/cordon.ts';

test.use({ startWith: 'sample-force' });

async function signIn(page: Page, signInName: string): Promise<void> {
  await page.getByLabel('Sign-in name').fill(signInName);
  await page.getByRole('textbox', { name: 'Pass phrase' }).fill(samplePassPhrase);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('contentinfo').getByRole('button', { name: /^Lock/ })).toBeVisible();
}

async function openBackups(page: Page): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Record/ })
    .click();
  await page.getByRole('link', { name: 'Open backups' }).click();
  await expect(page.getByRole('heading', { name: 'Backups', level: 1 })).toBeVisible();
}

/** One byte of a file is another one from now on. */
async function flip(path: string, at: number): Promise<void> {
  const bytes = await readFile(path);
  const where = at < 0 ? bytes.length + at : at;
  bytes[where] = (bytes[where] as number) ^ 0x01;
  await writeFile(path, bytes);
}

test('an administrator backs up, proves it, finds the vault damaged, and puts it back, with nothing deleted on the way', async ({
  cordon,
}) => {
  const { page } = cordon;
  await signIn(page, 'braithwaite');
  await openBackups(page);
  await expect(page.getByText('No backup here yet')).toBeVisible();
  await page.getByRole('button', { name: 'Back up now' }).click();
  const table = page.getByRole('table', { name: 'Backups in this place' });
  await expect(table.getByRole('row')).toHaveCount(2);
  await expect(table.getByText('Proved', { exact: true })).toBeVisible();
  await cordon.expectAccessible();
  await cordon.screenshot('backups-light');

  await page.getByRole('button', { name: 'Prove the newest backup' }).click();
  const proof = page.getByRole('dialog', { name: /^Backup of/ });
  await expect(proof.getByText('This backup is whole.')).toBeVisible();
  await expect(proof.getByText(/records is the one its journal speaks of/)).toBeVisible();
  await cordon.expectAccessible();
  await cordon.screenshot('backup-drill');
  await proof.getByRole('button', { name: 'Close' }).last().click();

  await page.getByRole('button', { name: /^Put back:/ }).click();
  const putBack = page.getByRole('dialog', { name: 'Put the vault back' });
  await expect(putBack.getByText('This backup is whole.')).toBeVisible();
  await cordon.expectAccessible();
  await cordon.screenshot('backup-put-back');
  await putBack.getByLabel('Why it is put back').fill('To see that it can be done');
  await putBack.getByRole('button', { name: 'Put the vault back' }).click();
  await expect(page.getByText('The vault was put back from its backup.')).toBeVisible();
  await signIn(page, 'braithwaite');
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Record/ })
    .click();
  await expect(page.getByText('it is no roll-back behind your back')).toBeVisible();
  expect(await readdir(join(vaultOf(cordon.folders), 'set-aside'))).toHaveLength(1);

  // A byte in the middle of the file goes bad while Cordon is closed.
  await cordon.quit();
  const database = join(vaultOf(cordon.folders), 'vault.db');
  const whole = await readFile(database);
  await flip(database, Math.floor(whole.length / 2));
  await cordon.start();
  await signIn(cordon.page, 'braithwaite');
  await openBackups(cordon.page);
  await cordon.page.getByRole('button', { name: 'Look for damage' }).click();
  await expect(cordon.page.getByRole('heading', { name: 'The vault is damaged' })).toBeVisible();
  await expect(cordon.page.getByText(/does not carry its seal/)).toBeVisible();
  await cordon.look('dark');
  await cordon.expectAccessible();
  await cordon.screenshot('backups-damage-dark');

  // Whoever looks after backups meets it on the page they begin with; nobody else does.
  await cordon.page.keyboard.press('g');
  await cordon.page.keyboard.press('t');
  await expect(cordon.page.getByRole('alert').getByText('The vault on this workstation is damaged.')).toBeVisible();
  await cordon.expectAccessible();
  await cordon.screenshot('today-vault-damaged');
  await cordon.page.getByRole('link', { name: 'Open Backups' }).click();
  await expect(cordon.page.getByRole('heading', { name: 'The vault is damaged' })).toBeVisible();
});

test('whoever can sign in puts back a vault that cannot be opened, from the sign-in screen', async ({ cordon }) => {
  await signIn(cordon.page, 'braithwaite');
  await openBackups(cordon.page);
  await cordon.page.getByRole('button', { name: 'Back up now' }).click();
  await expect(cordon.page.getByRole('table', { name: 'Backups in this place' })).toBeVisible();
  await cordon.quit();
  await flip(join(vaultOf(cordon.folders), 'vault.db'), 100);
  await cordon.start();

  const { page } = cordon;
  await page.getByLabel('Sign-in name').fill('holroyd');
  await page.getByRole('textbox', { name: 'Pass phrase' }).fill(samplePassPhrase);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('button', { name: 'Put the vault back from a backup' }).click();
  await page.getByLabel('Sign-in name').fill('holroyd');
  await page.getByRole('textbox', { name: 'Pass phrase' }).fill(samplePassPhrase);
  await page.getByRole('button', { name: 'See what it holds' }).click();
  await expect(page.getByText('This backup is whole.')).toBeVisible();
  await cordon.expectAccessible();
  await cordon.screenshot('backup-at-the-door');
  await page.getByLabel('Why it is put back').fill('The disk failed');
  await page.getByRole('button', { name: 'Put the vault back' }).click();
  await signIn(page, 'holroyd');
});
