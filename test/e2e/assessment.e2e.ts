import type { Locator } from '@playwright/test';
import { type Cordon, expect, test } from './harness/cordon.ts';

test.use({ startWith: 'sample-force' });

async function signIn({ page }: Cordon, name: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible();
}

async function openAssessments({ page }: Cordon): Promise<void> {
  await page.getByRole('navigation', { name: 'Sections', exact: true }).getByRole('link', { name: 'Strategy' }).click();
  await page.getByRole('navigation', { name: 'Pages of Strategy' }).getByRole('link', { name: 'Assessments' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Strategic assessments' })).toBeVisible();
}

async function openRefresh(cordon: Cordon): Promise<void> {
  await openAssessments(cordon);
  await cordon.page.getByRole('row').filter({ hasText: 'joint six-month refresh' }).click();
  await expect(cordon.page.getByRole('heading', { level: 1 })).toContainText('joint six-month refresh');
}

const tab = ({ page }: Cordon, name: string | RegExp): Locator =>
  page.getByRole('radiogroup', { name: 'Parts of the assessment' }).getByText(name);
const section = ({ page }: Cordon, heading: string): Locator =>
  page.getByRole('navigation', { name: 'Sections of the assessment' }).getByRole('button', { name: new RegExp(`^${heading}`) });

/** Takes the page in light and dark at the size of a small office screen, and holds it against axe. */
async function look(cordon: Cordon, name: string): Promise<void> {
  await expect(cordon.page.locator('.mantine-Notification-root')).toHaveCount(0);
  await cordon.size(1366, 768);
  for (const scheme of ['dark', 'light'] as const) {
    await cordon.look(scheme);
    await cordon.screenshot(`assessment-${name}-${scheme}`);
    await cordon.expectAccessible();
  }
}

test('an analyst writes a section as typed, it survives a crash, and the partner’s own section stays theirs (duties 29, 69)', async ({
  cordon,
}) => {
  await signIn(cordon, 'Agnieszka Wójcik');
  await openAssessments(cordon);
  await look(cordon, 'list');
  await openRefresh(cordon);
  await section(cordon, 'Places').click();
  const text = cordon.page.getByRole('textbox', { name: 'Text of the section' });
  await expect(text).toHaveValue(/Seven of the twelve streets/);
  await look(cordon, 'section');
  await text.press('Control+End');
  await text.pressSequentially(' A third street is watched.');
  await expect(cordon.page.getByText(/Saved on this device/).first()).toBeVisible();
  await cordon.killApp();
  await cordon.start();
  await signIn(cordon, 'Agnieszka Wójcik');
  await openRefresh(cordon);
  await section(cordon, 'Places').click();
  await expect(cordon.page.getByRole('textbox', { name: 'Text of the section' })).toHaveValue(/A third street is watched\.$/);
  await cordon.page.getByRole('button', { name: 'Save section' }).click();
  await expect(cordon.page.getByText(/In the assessment since/)).toBeVisible();

  await cordon.page.getByRole('button', { name: 'Add forecast' }).click();
  const dialog = cordon.page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'What is expected' }).fill('Harm there could rise before Christmas');
  await expect(dialog.getByRole('status').filter({ hasText: '“could”' })).toBeVisible();
  await look(cordon, 'forecast');
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  await section(cordon, 'View of').click();
  await expect(cordon.page.getByText(/survey of eleven hundred residents/)).toBeVisible();
  await expect(cordon.page.getByRole('textbox', { name: 'Text of the section' })).toHaveCount(0);
  await look(cordon, 'partner-section');
  for (const [name, shown] of [
    ['Terms of reference', 'Questions to answer'],
    ['Recommendations', 'safe routes for night workers'],
    ['Review', 'Sign-off by section'],
    ['Versions', 'side by side'],
  ] as const) {
    await tab(cordon, new RegExp(`^${name}`)).click();
    if (name === 'Versions') await expect(cordon.page.locator('ins').first()).toBeVisible();
    else await expect(cordon.page.getByText(shown).first()).toBeVisible();
    await look(cordon, name.toLowerCase().replaceAll(' ', '-'));
  }
});

test('a principal analyst finds the final assessment with its review and its use, and lays out the refresh with its partner (duties 13, 23, 69)', async ({
  cordon,
}) => {
  const { page } = cordon;
  await signIn(cordon, 'Priya Raghunathan');
  await openAssessments(cordon);
  await page
    .getByRole('radiogroup', { name: 'Which assessments' })
    .getByText(/^Final/)
    .click();
  await look(cordon, 'final-list');
  await page.getByRole('row').filter({ hasText: 'Strategic assessment of Northmoor' }).click();
  await expect(section(cordon, 'Covert coverage')).toBeVisible();
  await section(cordon, 'Offending').click();
  await expect(page.getByText(/holds a permanent address|hold a permanent address/)).toBeVisible();
  await look(cordon, 'final-section');
  await tab(cordon, /^Review/).click();
  await expect(page.getByText('every forecast can be tested')).toBeVisible();
  await look(cordon, 'final-review');
  await tab(cordon, /^Used by/).click();
  await look(cordon, 'used-by');

  await openRefresh(cordon);
  await page.getByRole('button', { name: 'Add section' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Heading' }).fill('View of probation on release from prison');
  await look(cordon, 'add-section');
  await dialog.getByRole('button', { name: 'Add section' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'View of probation on release from prison' })).toBeVisible();
  await section(cordon, 'View of Northmoor').click();
  await page.getByRole('button', { name: 'Take in what they sent' }).click();
  await expect(dialog.getByRole('textbox', { name: 'What they sent' })).toHaveValue(/survey of eleven hundred/);
  await dialog.getByRole('textbox', { name: 'Sent on' }).fill('today');
  await dialog.getByRole('textbox', { name: 'Where the original is kept' }).fill('Second letter, file CSP/15');
  await dialog.getByRole('button', { name: 'Take in what they sent' }).click();
  await expect(page.getByText('Second letter, file CSP/15')).toBeVisible();
});
