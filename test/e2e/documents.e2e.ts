import { execFile } from 'node:child_process';
import { copyFile, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Instant, addDays, dayOf } from '#shared/base/time.ts';
import { pagesOfPdf } from '#shared/contracts/os/pdf-pages.ts';
import { wordText } from '#test/documents/word-text.ts';
import { onVault } from './harness/on-vault.ts';
import { vaultOf } from './harness/sample-vault.ts';
import { type Cordon, expect, screens, test } from './harness/cordon.ts';

test.use({ startWith: 'sample-force' });

async function openStrategicGroup({ page }: Cordon): Promise<void> {
  await page.getByRole('button', { name: /Janet Holroyd/ }).click();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Force' }).click();
  await page.getByRole('navigation', { name: 'Pages of this section' }).getByRole('link', { name: 'Groups', exact: true }).click();
  await page.getByRole('row').filter({ hasText: 'STCG' }).first().click();
  await expect(page.getByRole('button', { name: 'Save a copy' })).toBeVisible();
}

/** What was acknowledged last. */
const said = ({ page }: Cordon) => page.locator('.mantine-Notification-root').last();

async function save({ page }: Cordon, format: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Save a copy' }).click();
  await page.getByRole('menuitem', { name: format }).click();
}

/** The text of every page, where the machine has the tool for it. */
async function textOfPages(file: string): Promise<readonly string[] | null> {
  try {
    const { stdout } = await promisify(execFile)('pdftotext', ['-layout', file, '-']);
    return stdout.split('\f').slice(0, -1);
  } catch {
    return null;
  }
}

test('an officer saves the priorities in force as one marked page and for Word, and a cancelled dialogue saves nothing (duties 83, 184)', async ({
  cordon,
}) => {
  await openStrategicGroup(cordon);
  await cordon.answerSaves('cancel');
  await save(cordon, /PDF/);
  await expect(said(cordon)).toContainText('Nothing was saved.');

  await cordon.answerSaves({ folder: cordon.saves });
  await save(cordon, /PDF/);
  await expect(said(cordon)).toContainText('Copy 1, 1 page, saved as');
  for (const look of ['light', 'dark'] as const) {
    await cordon.look(look);
    await cordon.screenshot(`document-saved-${look}`);
    await cordon.expectAccessible();
  }
  await save(cordon, /Word/);
  await expect(said(cordon)).toContainText('Copy 2 saved as');

  const files = (await readdir(cordon.saves)).sort();
  expect(files).toEqual(['Priorities in force copy 1.pdf', 'Priorities in force copy 2.docx']);
  const pdf = join(cordon.saves, files[0] ?? '');
  await copyFile(pdf, join(screens, 'document.pdf'));
  expect(pagesOfPdf(await readFile(pdf))).toBe(1);
  const pages = await textOfPages(pdf);
  if (pages !== null) {
    expect(pages).toHaveLength(1);
    const lines = (pages[0] ?? '').split('\n').filter((line) => line.trim() !== '');
    for (const line of [lines[0], lines.at(-1)]) expect(line).toMatch(/OFFICIAL/);
    expect(pages[0]).toContain('Copy 1');
    expect(pages[0]).toContain('Page 1 of 1');
    expect(pages[0]).toMatch(/Made .* by Janet Holroyd/);
  }
  const word = wordText(await readFile(join(cordon.saves, files[1] ?? '')));
  expect(word).toContain('Priorities in force');
  expect(word).toContain('Copy 2');
});

/** Drafts a control strategy of the force with so many priorities, each with so many sentences under every strand, or changes the draft there is. */
async function draftStrategy(cordon: Cordon, count: number, sentences: number): Promise<void> {
  await cordon.quit();
  await onVault(vaultOf(cordon.folders), 'holroyd', async (client) => {
    const { rows } = await client.look('strategy-places', {});
    const nodeId = rows.find((row) => row.nodeType === 'force')?.id ?? '';
    const known = (await client.look('strategy-page', { nodeId })).draft;
    const strategyId =
      known?.id ?? (await client.run('control-strategy.draft', { nodeType: 'force', nodeId, from: tomorrow() })).strategyId;
    const strategy = (await client.look('control-strategy', { strategyId }))?.strategy;
    const text = 'Harm, threat and risk are weighed against what the force and its partners can do about them. '.repeat(sentences).trim();
    await client.run('control-strategy.change', {
      strategyId,
      rev: strategy?.rev ?? '',
      from: tomorrow(),
      title: 'Control strategy of many words',
      priorities: Array.from({ length: count }, (_unused, index) => ({
        key: `row${index + 1}`,
        reference: `CS${index + 1}`,
        title: `Priority ${index + 1} of ${count}`,
        prevention: text,
        intelligence: text,
        enforcement: text,
      })),
    });
  });
  await cordon.start();
}

const tomorrow = () => addDays(dayOf(new Date().toISOString() as Instant), 1);

async function saveDraft(cordon: Cordon): Promise<void> {
  const { page } = cordon;
  await page.getByRole('button', { name: /Janet Holroyd/ }).click();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('navigation', { name: 'Sections', exact: true }).getByRole('link', { name: 'Strategy' }).click();
  await page.getByRole('button', { name: 'Open the draft' }).click();
  await page.getByRole('button', { name: 'Save on one page' }).click();
  await page.getByRole('menuitem', { name: /PDF/ }).click();
}

test('what must fit one page is drawn smaller until it does, and far too much is refused with what to do about it (duty 83)', async ({
  cordon,
}) => {
  await draftStrategy(cordon, 5, 3);
  await saveDraft(cordon);
  await expect(said(cordon)).toContainText('1 page, saved as', { timeout: 60_000 });
  const [file = ''] = await readdir(cordon.saves);
  expect(pagesOfPdf(await readFile(join(cordon.saves, file)))).toBe(1);
  await copyFile(join(cordon.saves, file), join(screens, 'document-one-page.pdf'));
  const pages = await textOfPages(join(cordon.saves, file));
  if (pages !== null) expect(pages[0]?.replace(/\s+/g, ' ')).toMatch(/Priority 5 of/);

  await draftStrategy(cordon, 25, 6);
  await saveDraft(cordon);
  const { page } = cordon;
  const dialog = page.getByRole('dialog', { name: 'The document was not saved' });
  await expect(dialog).toContainText('This must fit on one page', { timeout: 60_000 });
  await cordon.screenshot('document-too-long');
  await cordon.expectAccessible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  expect(await readdir(cordon.saves)).toHaveLength(1);
});
