import type { Locator, Page } from '@playwright/test';
import { type Cordon, expect, test } from './harness/cordon.ts';

test.use({ startWith: 'sample-force' });

async function signInAs(page: Page, name: string): Promise<void> {
  await page.getByRole('region', { name: 'People of the sample force' }).getByRole('button').filter({ hasText: name }).click();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible();
}

async function goToRequirement(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Strategy' }).click();
  await page.getByRole('navigation', { name: 'Pages of Strategy' }).getByRole('link', { name: 'Intelligence requirement' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Intelligence requirement' })).toBeVisible();
}

async function look(cordon: Cordon, name: string): Promise<void> {
  await expect(cordon.page.locator('.mantine-Notification-root')).toHaveCount(0);
  await cordon.size(1366, 768);
  for (const scheme of ['dark', 'light'] as const) {
    await cordon.look(scheme);
    await cordon.screenshot(`requirement-${name}-${scheme}`);
    await cordon.expectAccessible();
  }
}

const dialog = (page: Page): Locator => page.getByRole('dialog');
const details = (page: Page): Locator => page.getByRole('complementary', { name: 'Details' });
const views = (page: Page): Locator => page.getByRole('radiogroup', { name: 'What to look at' });

async function choose(page: Page, label: string, choice: string): Promise<void> {
  await dialog(page).getByRole('combobox', { name: label }).fill(choice);
  await page.getByRole('option', { name: choice }).first().click();
}

test('the principal analyst keeps the requirement in force: a question is asked, answered and reviewed, and its progress is drawn', async ({
  cordon,
}) => {
  const { page } = cordon;
  await signInAs(page, 'Principal analyst');
  await goToRequirement(page);
  await expect(page.getByText('Who supplies the three lines that run into Harbour Ward')).toBeVisible();
  await look(cordon, 'questions');

  await page.getByRole('button', { name: 'Ask a question' }).click();
  await dialog(page).getByRole('textbox', { name: 'Question', exact: true }).fill('Who repairs the stolen quad bikes');
  await expect(dialog(page).getByText('It does not end with a question mark yet.')).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Ask this question' }).click();
  await expect(dialog(page).getByRole('alert')).toContainText('This is not a question');
  await look(cordon, 'ask-refused');
  await dialog(page).getByRole('textbox', { name: 'Question', exact: true }).fill('Who repairs the stolen quad bikes?');
  await dialog(page).getByRole('textbox', { name: 'Element 1' }).fill('Workshops that take no names');
  await choose(page, 'Priority', 'CS4');
  await dialog(page).getByRole('textbox', { name: 'New gap' }).fill('Who repairs stolen quad bikes');
  await choose(page, 'Owner', 'Fairclough');
  await dialog(page).getByRole('textbox', { name: 'Reason for the change' }).fill('Three were found repaired within a week.');
  await dialog(page).getByRole('button', { name: 'Ask this question' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(details(page).getByRole('heading', { name: 'Who repairs the stolen quad bikes?' })).toBeVisible();

  await details(page).getByRole('button', { name: 'Attach an answer' }).click();
  await dialog(page).getByRole('textbox', { name: 'Report or product' }).fill('Intelligence report NM/2026/3001');
  await dialog(page).getByLabel('Workshops that take no names').check();
  await dialog(page).getByRole('button', { name: 'Attach it' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(details(page).getByText('Intelligence report NM/2026/3001')).toBeVisible();
  await look(cordon, 'question');

  for (const [view, name] of [
    ['Progress', 'progress'],
    ['Reviews', 'reviews'],
    ['Gaps', 'gaps'],
    ['Tasks', 'tasks'],
  ] as const) {
    await views(page).getByText(view).click();
    await expect(views(page).getByRole('radio', { name: view })).toBeChecked();
    await look(cordon, name);
  }
});

test('a source unit has a page that is no page for the director, and tasking goes to it one way (duties 111, 112)', async ({ cordon }) => {
  const { page } = cordon;
  const tabs = page.getByRole('navigation', { name: 'Pages of Strategy' });
  await signInAs(page, 'Director of intelligence');
  await goToRequirement(page);
  await expect(tabs.getByRole('link', { name: 'Dedicated source' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Pass tasking on' }).click();
  await dialog(page).getByRole('textbox', { name: 'What to find out' }).fill('Whether the kingfisher line has moved to the canal');
  await look(cordon, 'pass-on');
  await dialog(page).getByRole('button', { name: 'Pass it on' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').last().fill('kingfisher');
  await expect(page.getByRole('option').filter({ hasText: 'kingfisher' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+l');

  await signInAs(page, 'Controller of the dedicated source unit');
  await goToRequirement(page);
  await tabs.getByRole('link', { name: 'Dedicated source' }).click();
  await expect(page.getByText('Whether the kingfisher line has moved to the canal')).toBeVisible();
  await look(cordon, 'dedicated-source');
});
