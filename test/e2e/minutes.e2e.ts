import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { verifySealed } from '#shared/contracts/sealed/verify-sealed.ts';
import { openInBrowser } from './harness/browser.ts';
import { type Cordon, expect, screens, test } from './harness/cordon.ts';

test.use({ startWith: 'sample-force' });

const PASS_PHRASE = 'heather lantern quarry';

async function signIn({ page }: Cordon, name: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible();
}

/** Opens the minutes of the newest closed meeting of the person's groups. */
async function openMinutes({ page }: Cordon): Promise<void> {
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Meetings' }).click();
  await page.getByRole('row').filter({ hasText: 'Closed, to be signed' }).first().click();
  await page.getByRole('button', { name: 'Sign minutes' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Minutes' })).toBeVisible();
}

async function handOut({ page }: Cordon, format: RegExp, recipient: string): Promise<void> {
  await page.getByRole('button', { name: 'Hand out a copy' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Hand out a copy' });
  await dialog.getByLabel('Recipient').fill(recipient);
  await dialog.getByRole('combobox', { name: 'Format' }).click();
  await page.getByRole('option', { name: format }).click();
  await dialog.getByRole('button', { name: 'Choose where to save' }).click();
}

test('a secretary has the chair sign, hands out numbered copies, and the verifier accepts the sealed file and names an altered entry (duties 81, 122, 184)', async ({
  cordon,
}) => {
  const { page } = cordon;
  await signIn(cordon, 'Janet Holroyd');
  await openMinutes(cordon);
  await expect(page.getByRole('article', { name: 'The minutes as they read' })).toContainText(
    'Draft. The chair has not signed these minutes.',
  );
  for (const look of ['light', 'dark', 'contrast'] as const) {
    await cordon.look(look);
    await cordon.screenshot(`minutes-to-sign-${look}`);
    await cordon.expectAccessible();
  }
  await cordon.look('light');

  await page.getByRole('button', { name: /^Sign as/ }).click();
  await expect(page.getByText('Fill this in.')).toHaveCount(2);
  await page.getByLabel('Sign-in name of the chair').fill('holroyd');
  await page.getByLabel('Pass phrase of the chair').fill(PASS_PHRASE);
  await page.getByRole('button', { name: /^Sign as/ }).click();
  await expect(page.getByRole('alert')).toContainText('Minutes are signed by the chair who presided.');
  await expect(page.getByLabel('Pass phrase of the chair')).toHaveValue('');
  await cordon.screenshot('minutes-not-the-chair');
  await cordon.expectAccessible();

  await page.getByLabel('Sign-in name of the chair').fill('dunbar');
  await page.getByLabel('Pass phrase of the chair').fill(PASS_PHRASE);
  await page.keyboard.press('Enter');
  const side = page.getByRole('region', { name: 'Signed' });
  await expect(side).toBeVisible();
  await expect(page.getByRole('article')).not.toContainText('Draft.');
  const fingerprint = (await page.locator('[data-fingerprint]').textContent()) ?? '';
  const seal = (await page.locator('[data-seal]').textContent()) ?? '';

  // A cancelled dialogue hands out nothing.
  await cordon.answerSaves('cancel');
  await handOut(cordon, /PDF/, 'Chief officers');
  await expect(page.getByText('Nothing was handed out.').first()).toBeVisible();
  await cordon.screenshot('minutes-hand-out');
  await cordon.expectAccessible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('No copy has been handed out.')).toBeVisible();

  await cordon.answerSaves({ folder: cordon.saves });
  for (const format of [/PDF/, /Word/, /Sealed file/]) {
    await handOut(cordon, format, 'Chief officers');
    await expect(page.getByRole('dialog', { name: 'Hand out a copy' })).toHaveCount(0, { timeout: 60_000 });
  }
  const copies = page.getByRole('region', { name: 'Copies handed out' });
  await expect(copies.getByRole('listitem')).toHaveCount(3);
  await page.getByRole('button', { name: 'Save the verifier' }).click();
  await expect(page.getByText(/Verifier saved as/).first()).toBeVisible();
  await cordon.screenshot('minutes-signed');
  await cordon.expectAccessible();

  const files = (await readdir(cordon.saves)).sort();
  expect(files.map((name) => name.replace(/^.* (minutes copy)/, '$1'))).toEqual([
    'Cordon verifier.html',
    'minutes copy 1.pdf',
    'minutes copy 2.docx',
    'minutes copy 3.cordon-sealed',
  ]);
  const pdf = await readFile(join(cordon.saves, files[1] ?? ''));
  expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0).toBeGreaterThan(1);
  const sealed = new Uint8Array(await readFile(join(cordon.saves, files[3] ?? '')));
  const report = verifySealed(sealed);
  expect(report).toMatchObject({ outcome: 'whole', copy: { number: 3, recipient: 'Chief officers' } });
  expect(report.seal?.fingerprint).toBe(fingerprint);
  expect(report.sealHash).toBe(seal.replaceAll(' ', ''));

  const decision = report.entries.find((one) => one.entry?.kind === 'decision');
  const text = decision?.entry?.rows.find(([name]) => name === 'Decision')?.[1] ?? '';
  const altered = sealed.slice();
  const at = Buffer.from(altered).indexOf(text.slice(0, 40));
  altered[at] = (altered[at] ?? 0) ^ 1;
  await lookWithVerifier(join(cordon.saves, 'Cordon verifier.html'), sealed, altered, decision?.label ?? '', { fingerprint, seal });
});

/** Opens the verifier that was saved, from its file, in a browser window that reaches nothing, and gives it the whole and the altered file. */
async function lookWithVerifier(
  verifier: string,
  sealed: Uint8Array,
  altered: Uint8Array,
  label: string,
  printed: { readonly fingerprint: string; readonly seal: string },
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'cordon-verifier-'));
  await writeFile(join(folder, 'whole.cordon-sealed'), sealed);
  await writeFile(join(folder, 'altered.cordon-sealed'), altered);
  const browser = await openInBrowser(verifier, join(folder, 'profile'));
  try {
    const { page } = browser;
    const troubles: string[] = [];
    page.on('pageerror', (error) => troubles.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') troubles.push(message.text());
    });
    const accessible = async (): Promise<void> => {
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
      expect(
        violations
          .filter((one) => one.impact === 'serious' || one.impact === 'critical')
          .map((one) => `${one.id}: ${one.nodes[0]?.html ?? ''}`),
      ).toEqual([]);
    };
    await expect(page.getByRole('heading', { name: 'Cordon verifier' })).toBeVisible();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('file');

    await page.setInputFiles('#file', join(folder, 'whole.cordon-sealed'));
    await expect(page.locator('#verdict')).toContainText('Whole');
    await expect(page.locator('body')).toContainText(printed.fingerprint);
    await expect(page.locator('body')).toContainText(printed.seal);
    await page.screenshot({ path: join(screens, 'verifier-whole.png') });
    await accessible();

    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setInputFiles('#file', join(folder, 'altered.cordon-sealed'));
    await expect(page.locator('#verdict')).toContainText('Not whole');
    await expect(page.locator('#verdict')).toContainText(label);
    await expect(page.locator('.entries .altered')).toHaveCount(1);
    await expect(page.locator('.entries .altered h3')).toHaveText(label);
    await page.screenshot({ path: join(screens, 'verifier-altered-dark.png') });
    await accessible();
    expect(troubles).toEqual([]);
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}

test('the page shows beforehand what a partner would be given, and offers to sign only beside the full minutes (duty 119)', async ({
  cordon,
}) => {
  const { page } = cordon;
  await signIn(cordon, 'Janet Holroyd');
  await openMinutes(cordon);
  await page.getByText('As a partner would get them').click();
  await expect(page.getByRole('article')).toContainText('Partner’s copy.');
  await expect(page.getByRole('button', { name: /^Sign as/ })).toHaveCount(0);
  await cordon.screenshot('minutes-as-partner');
  await cordon.expectAccessible();
  await page.getByRole('button', { name: 'Show the full minutes' }).click();
  await expect(page.getByRole('button', { name: /^Sign as/ })).toBeVisible();
});
