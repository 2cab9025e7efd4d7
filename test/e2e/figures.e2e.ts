import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pagesOfPdf } from '#shared/contracts/os/pdf-pages.ts';
import { makeWorkbook } from '#test/builders/make-workbook.ts';
import { wordText } from '#test/documents/word-text.ts';
import { type Cordon, expect, screens, test } from './harness/cordon.ts';

test.use({ startWith: 'sample-force' });

async function openSection(cordon: Cordon, assessment: string, heading: string): Promise<void> {
  const { page } = cordon;
  await page.getByRole('button', { name: /Agnieszka Wójcik/ }).click();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('navigation', { name: 'Sections', exact: true }).getByRole('link', { name: 'Strategy' }).click();
  await page.getByRole('navigation', { name: 'Pages of Strategy' }).getByRole('link', { name: 'Assessments' }).click();
  if (assessment === 'final')
    await page
      .getByRole('radiogroup', { name: 'Which assessments' })
      .getByText(/^(?:Final|All)/)
      .first()
      .click();
  await page
    .getByRole('row')
    .filter({ hasText: assessment === 'final' ? /Final/ : assessment })
    .first()
    .click();
  await choose(cordon, heading);
}
const choose = ({ page }: Cordon, heading: string) =>
  page
    .getByRole('navigation', { name: 'Sections of the assessment' })
    .getByRole('button', { name: new RegExp(`^${heading}`) })
    .click();

async function look(cordon: Cordon, name: string): Promise<void> {
  await expect(cordon.page.locator('.mantine-Notification-root')).toHaveCount(0);
  await cordon.size(1366, 768);
  for (const scheme of ['dark', 'light', 'contrast'] as const) {
    await cordon.look(scheme);
    await cordon.screenshot(`figures-${name}-${scheme}`);
    await cordon.expectAccessible();
  }
  await cordon.look('light');
}

const KNIVES = [
  ['Month', 'Eastmoor', 'Westdale'],
  ...Array.from({ length: 14 }, (_unused, index) => [
    `Month ${index + 1}`,
    14 + ((index * 5) % 7) + (index === 11 ? 30 : 0),
    8 + (index % 4),
  ]),
];

test('an analyst brings in a workbook, mends it by keyboard, draws it with control limits, and it survives a restart and stands in the PDF and for Word', async ({
  cordon,
}) => {
  const { page } = cordon;
  const desk = join(cordon.saves, '..', 'desk');
  await mkdir(desk, { recursive: true });
  await writeFile(join(desk, 'knives.xlsx'), makeWorkbook({ Notes: [['Nothing here', 1]], 'By month': KNIVES }));
  await writeFile(join(desk, 'broken.xlsx'), makeWorkbook({ One: [['a']] }).slice(0, 200));

  await openSection(cordon, 'joint six-month refresh', 'Places');
  await page.getByRole('button', { name: 'Add a figure' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a figure' });
  const file = async (name: string): Promise<void> => {
    const chooser = page.waitForEvent('filechooser');
    await dialog.getByRole('button', { name: 'Choose a CSV or Excel file' }).click();
    await (await chooser).setFiles(join(desk, name));
  };
  await file('broken.xlsx');
  await expect(dialog.getByRole('alert')).toContainText('This workbook is damaged');
  await file('knives.xlsx');
  const seen = dialog.getByRole('region', { name: 'What was understood' });
  await seen.getByRole('combobox', { name: 'Sheet' }).click();
  await page.getByRole('option', { name: 'By month' }).click();
  await expect(seen).toContainText('14 rows and 3 columns. Numbers in Eastmoor, Westdale.');
  await look(cordon, 'bring');
  await seen.getByRole('button', { name: 'Use this table' }).click();

  const grid = dialog.getByRole('grid', { name: 'Table' });
  await expect(grid.getByRole('gridcell', { name: '14', exact: true }).first()).toBeVisible();
  await grid.focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('1,016');
  await page.keyboard.press('Enter');
  await page.keyboard.type('17');
  await page.keyboard.press('Tab');
  await expect(grid.getByRole('gridcell', { name: '1,016' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(grid.getByRole('gridcell', { name: '1,016' })).toHaveCount(0);
  // Escape leaves the cell and neither the table nor the dialogue.
  await page.keyboard.press('F2');
  await page.keyboard.type('9');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeVisible();
  await expect(grid.getByRole('gridcell', { name: '99', exact: true })).toHaveCount(0);

  await dialog.getByRole('button', { name: 'Save figure' }).click();
  await expect(dialog.getByRole('alert').first()).toContainText('Source');
  await dialog.getByLabel('Title').fill('Knife crime by month');
  await dialog.getByLabel('Source').fill('Crime recording system');
  await dialog.getByRole('textbox', { name: 'As of' }).fill('1 Nov 2026');
  await dialog.getByRole('combobox', { name: 'Shown as' }).click();
  await page.getByRole('option', { name: 'Line chart' }).click();
  await dialog.getByLabel('Mean and control limits of each line').check();
  await expect(dialog.getByRole('img', { name: 'Knife crime by month' })).toBeVisible();
  await look(cordon, 'dialog');
  await dialog.getByRole('button', { name: 'Save figure' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('img', { name: 'Knife crime by month' })).toBeVisible();
  await expect(page.getByText('Source: Crime recording system, as of Sun 1 Nov 2026.')).toBeVisible();

  await cordon.quit();
  await cordon.start();
  await openSection(cordon, 'joint six-month refresh', 'Places');
  const again = cordon.page.getByRole('img', { name: 'Knife crime by month' });
  await again.scrollIntoViewIfNeeded();
  await expect(again).toHaveAccessibleDescription(/Outside the limits: Month 12\./);
  await look(cordon, 'section');

  const menu = cordon.page.getByRole('button', { name: 'Save whole copy' });
  await menu.click();
  await cordon.page.getByRole('menuitem', { name: /PDF/ }).click();
  await expect(cordon.page.locator('.mantine-Notification-root').last()).toContainText('saved as', { timeout: 60_000 });
  const [saved = ''] = (await readdir(cordon.saves)).filter((name) => name.endsWith('.pdf'));
  await copyFile(join(cordon.saves, saved), join(screens, 'figures.pdf'));
  expect(pagesOfPdf(await readFile(join(cordon.saves, saved)))).toBeGreaterThan(1);
  await menu.click();
  await cordon.page.getByRole('menuitem', { name: /Word/ }).click();
  await expect.poll(async () => (await readdir(cordon.saves)).filter((name) => name.endsWith('.docx')).length, { timeout: 60_000 }).toBe(1);
  const [word = ''] = (await readdir(cordon.saves)).filter((name) => name.endsWith('.docx'));
  const xml = wordText(await readFile(join(cordon.saves, word)));
  expect(xml).toContain('Knife crime by month');
  expect(xml).toContain('svgBlip');
});
