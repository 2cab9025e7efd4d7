import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import jpeg from 'jpeg-js';
import { SAMPLE_PASS_PHRASE } from '#shared/sample-force/people.ts';
import { rowsIn } from '#test/engine/closed-vault.ts';
import { type Cordon, expect, test } from './harness/cordon.ts';
import { vaultOf } from './harness/sample-vault.ts';

test.use({ startWith: 'sample-force' });

const MEGABYTE = 1024 * 1024;

async function signIn({ page }: Cordon): Promise<void> {
  await page.getByLabel('Sign-in name').fill('holroyd');
  await page.getByRole('textbox', { name: 'Pass phrase' }).fill(SAMPLE_PASS_PHRASE);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible();
}

async function openPlannedMeeting({ page }: Cordon): Promise<void> {
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Meetings' }).click();
  await page.getByRole('row').filter({ hasText: 'TTCG-E/' }).filter({ hasText: 'Planned' }).dblclick();
  await expect(page.getByRole('heading', { name: 'Attendance' })).toBeVisible();
}

/** Files lie where no process of Cordon writes. */
async function fileOf(cordon: Cordon, name: string, bytes: Uint8Array): Promise<string> {
  const folder = join(cordon.saves, '..', 'desk');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), bytes);
  return join(folder, name);
}

/** A large file that takes no room: zeros all through. */
async function emptyFile(cordon: Cordon, name: string, megabytes: number): Promise<string> {
  const path = await fileOf(cordon, name, new Uint8Array());
  const file = await open(path, 'r+');
  await file.truncate(megabytes * MEGABYTE);
  await file.close();
  return path;
}

async function attach({ page }: Cordon, path: string): Promise<void> {
  await page.getByRole('button', { name: 'Attach paper' }).click();
  const dialog = page.getByRole('dialog', { name: 'Attach a paper' });
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Choose a file' }).click();
  await (await chooser).setFiles(path);
  await dialog.getByRole('button', { name: 'Attach paper' }).click();
}

const papers = ({ page }: Cordon) => page.getByRole('region', { name: 'Papers' });

test('a secretary lays 60 MB before a meeting and goes on typing, cancels another half way, and saves the first out again byte for byte', async ({
  cordon,
}) => {
  const { page } = cordon;
  await cordon.size(1366, 768);
  await cordon.look('dark');
  await signIn(cordon);
  await openPlannedMeeting(cordon);
  const bytes = new Uint8Array(randomBytes(60 * MEGABYTE));
  await attach(cordon, await fileOf(cordon, 'Harbour assessment.pdf', bytes));
  await expect(papers(cordon).getByRole('progressbar', { name: 'Taking in Harbour assessment.pdf' })).toBeVisible();

  // Another one beside it, given up half way.
  await attach(cordon, await emptyFile(cordon, 'Camera footage.bak', 400));
  await expect(papers(cordon).getByText(/ of 400\.0 MB, [1-9]/)).toBeVisible();
  await cordon.screenshot('papers-progress-dark');
  await cordon.expectAccessible();
  await page.getByRole('button', { name: 'Add item' }).click();
  const title = page.getByRole('dialog').getByLabel('Title');
  await title.fill('');
  await title.pressSequentially('Typed while two files were taken in');
  await expect(title).toHaveValue('Typed while two files were taken in');
  await page.keyboard.press('Escape');
  await papers(cordon).getByRole('button', { name: 'Cancel: Camera footage.bak' }).click();
  await expect(page.getByText('Camera footage.bak was cancelled. Nothing of it is kept.').first()).toBeVisible();
  await expect(papers(cordon).getByRole('progressbar')).toHaveCount(0, { timeout: 60_000 });
  await expect(papers(cordon).getByText('Harbour assessment.pdf, 60.0 MB')).toBeVisible();
  await expect(papers(cordon).getByText(/Camera footage/)).toHaveCount(0);

  await papers(cordon).getByRole('button', { name: 'Save a copy: Harbour assessment' }).click();
  await expect(page.getByText(/^Saved as .*Harbour assessment\.pdf\. The copy on the disk is not encrypted\.$/).first()).toBeVisible({
    timeout: 60_000,
  });
  expect(await readdir(cordon.saves)).toEqual(['Harbour assessment.pdf']);
  const saved = await readFile(join(cordon.saves, 'Harbour assessment.pdf'));
  expect(createHash('sha256').update(saved).digest('hex')).toBe(createHash('sha256').update(bytes).digest('hex'));
});

test('a photograph shows its small picture, a program is refused in words, and a file can be dropped on the page', async ({ cordon }) => {
  const { page } = cordon;
  await cordon.size(1366, 768);
  await signIn(cordon);
  await openPlannedMeeting(cordon);
  const [width, height] = [1200, 900];
  const data = new Uint8Array(width * height * 4);
  for (let at = 0; at < data.length; at += 4) data.set([((at / 4) % width) >> 3, (at / 4 / width) >> 2, 120, 255], at);
  await attach(cordon, await fileOf(cordon, 'Interchange from the north.jpg', jpeg.encode({ width, height, data }, 80).data));
  const picture = papers(cordon).getByRole('img', { name: 'Small picture of Interchange from the north' });
  await expect(picture).toBeVisible({ timeout: 30_000 });
  expect(await picture.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight])).toEqual([192, 144]);

  await picture.scrollIntoViewIfNeeded();
  await cordon.look('dark');
  await cordon.screenshot('papers-picture-dark');
  await cordon.look('light');

  await attach(cordon, await fileOf(cordon, 'Photo viewer.jpg', new Uint8Array(Buffer.from('MZ this is a program'))));
  await expect(papers(cordon).getByRole('alert')).toContainText('Photo viewer.jpg was not taken in.');
  await expect(papers(cordon).getByRole('alert')).toContainText('can carry programs and are not taken into the vault');
  await cordon.expectAccessible();
  await cordon.screenshot('papers-refused');
  await cordon.look('dark');
  await cordon.screenshot('papers-refused-dark');
  await papers(cordon).getByRole('button', { name: 'Dismiss' }).click();

  const dropped = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['dropped words'], 'Dropped notes.txt', { type: 'text/plain' }));
    return transfer;
  });
  await papers(cordon).dispatchEvent('dragover', { dataTransfer: dropped });
  await expect(papers(cordon).getByText('Drop the file to attach it as a paper.')).toBeVisible();
  await papers(cordon).dispatchEvent('drop', { dataTransfer: dropped });
  const dialog = page.getByRole('dialog', { name: 'Attach a paper' });
  await expect(dialog.getByLabel('Title')).toHaveValue('Dropped notes');
  await cordon.screenshot('papers-attach-dark');
  await dialog.getByRole('button', { name: 'Attach paper' }).click();
  await expect(papers(cordon).getByText('Dropped notes.txt, 1 KB')).toBeVisible();
});

test('an engine that is killed half way leaves no half file: nothing is listed, and what was stored is taken out', async ({ cordon }) => {
  await signIn(cordon);
  await openPlannedMeeting(cordon);
  await attach(cordon, await emptyFile(cordon, 'Camera footage.bak', 400));
  await expect(papers(cordon).getByText(/ of 400\.0 MB, [1-9]/)).toBeVisible();
  await cordon.killEngine();
  await expect(cordon.page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await signIn(cordon);
  if ((await cordon.page.getByRole('heading', { name: 'Attendance' }).count()) === 0) await openPlannedMeeting(cordon);
  await expect(
    papers(cordon)
      .getByRole('button', { name: /^Save a copy/ })
      .first(),
  ).toBeVisible();
  await expect(papers(cordon).getByText(/Camera footage\.bak, /)).toHaveCount(0);
  // Looking at other pages gives the tidying its turns.
  const person = { signInName: 'holroyd', passPhrase: SAMPLE_PASS_PHRASE };
  await cordon.quit();
  for (let tries = 0; tries < 5; tries += 1) {
    if (unfinished(await rowsIn(vaultOf(cordon.folders), 'files', person)) === '') break;
    await cordon.start();
    await signIn(cordon);
    await expect.poll(() => cordon.page.getByRole('navigation', { name: 'Sections' }).count()).toBe(1);
    await openPlannedMeeting(cordon);
    await cordon.quit();
  }
  const rows = await rowsIn(vaultOf(cordon.folders), 'files', person);
  expect(rows.filter((row) => row._deleted).length).toBeGreaterThan(10);
  expect(unfinished(rows)).toBe('');
});

test('an engine that is killed while a copy is being saved leaves nothing where it was to be saved', async ({ cordon }) => {
  await signIn(cordon);
  await openPlannedMeeting(cordon);
  await attach(cordon, await emptyFile(cordon, 'Camera footage.bak', 200));
  const save = papers(cordon).getByRole('button', { name: 'Save a copy: Camera footage' });
  await save.click({ timeout: 120_000 });
  await expect(papers(cordon).getByText(/ of 200\.0 MB, [1-9]/)).toBeVisible();
  expect(await readdir(cordon.saves)).toHaveLength(1);
  await cordon.killEngine();
  await expect(cordon.page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect.poll(() => readdir(cordon.saves)).toEqual([]);
});

/** The file that has chunks and no last one; empty when there is none. */
function unfinished(rows: Awaited<ReturnType<typeof rowsIn>>): string {
  const live = rows.filter((row) => !row._deleted);
  const whole = new Set(live.filter((row) => row.whole).map((row) => row.file));
  return live.find((row) => !whole.has(row.file))?.file ?? '';
}
