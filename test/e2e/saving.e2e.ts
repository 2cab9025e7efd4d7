import { spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '#build/bundles.ts';
import { osText } from '#electron/os/text.ts';
import { isLinuxRoot } from '#build/scripts/run-on-display.ts';
import { type Cordon, expect, test } from './harness/cordon.ts';
import { holdLine, type Line } from './harness/line.ts';

test.use({ startWith: 'sample-force' });

async function signedIn(cordon: Cordon): Promise<Line> {
  const line = await holdLine(cordon.page);
  await cordon.page.getByRole('region', { name: 'People of the sample force' }).getByRole('button').first().click();
  await cordon.page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(cordon.page.getByRole('contentinfo').getByRole('button', { name: /^Lock/ })).toBeVisible();
  return line;
}

const saidNo = (sentence: string) => ({
  ok: false,
  refusals: [{ message: expect.stringContaining(sentence.replace(/\.$/, '')) as unknown }],
});

test('a file is saved whole where the person chose, for their eyes only, and nothing is saved when they cancel', async ({ cordon }) => {
  const line = await signedIn(cordon);
  const saved = await line.ask('verifier.save', {});
  expect(saved).toEqual({ ok: true, value: { path: join(cordon.saves, 'Cordon verifier.html') } });
  expect(await readdir(cordon.saves)).toEqual(['Cordon verifier.html']);
  const path = join(cordon.saves, 'Cordon verifier.html');
  expect(await readFile(path, 'utf8')).toBe(await readFile(join(root, 'dist/verifier/verifier.html'), 'utf8'));
  expect((await stat(path)).mode & 0o777).toBe(0o600);

  await rm(path);
  await cordon.answerSaves('cancel');
  expect(await line.ask('verifier.save', {})).toEqual({ ok: true, value: { path: '' } });
  expect(await readdir(cordon.saves)).toEqual([]);
});

test('a folder that is gone, a name that is taken by a folder, and the vault’s own folder are each refused in a sentence', async ({
  cordon,
}) => {
  const line = await signedIn(cordon);
  await cordon.answerSaves({ folder: join(cordon.saves, 'taken-out') });
  expect(await line.ask('verifier.save', {})).toMatchObject(saidNo(osText.save.folderGone));

  await mkdir(join(cordon.saves, 'Cordon verifier.html', 'inside'), { recursive: true });
  await cordon.answerSaves({ folder: cordon.saves });
  expect(await line.ask('verifier.save', {})).toMatchObject(saidNo(osText.save.isFolder));

  const vault = join(cordon.folders.profile, 'vault');
  const before = await readdir(vault);
  await cordon.answerSaves({ folder: vault });
  expect(await line.ask('verifier.save', {})).toMatchObject(saidNo(osText.save.insideProfile));
  expect(await readdir(vault)).toEqual(before);
});

test('a full memory stick is named, keeps what was on it, and holds no unfinished piece', async ({ cordon }) => {
  test.skip(!isLinuxRoot, 'only root may mount a small disk');
  const stick = join(cordon.saves, 'stick');
  await mkdir(stick);
  test.skip(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', stick]).status !== 0, 'a small disk cannot be mounted here');
  try {
    await writeFile(join(stick, 'Cordon verifier.html'), 'an earlier copy');
    const line = await signedIn(cordon);
    await cordon.answerSaves({ folder: stick });
    expect(await line.ask('verifier.save', {})).toMatchObject(saidNo(osText.save.diskFull));
    expect(await readdir(stick)).toEqual(['Cordon verifier.html']);
    expect(await readFile(join(stick, 'Cordon verifier.html'), 'utf8')).toBe('an earlier copy');
  } finally {
    spawnSync('umount', [stick]);
  }
});

test('nothing is written when Cordon was locked while the save dialogue stood open', async ({ cordon }) => {
  const line = await signedIn(cordon);
  await cordon.app.evaluate(({ dialog }, folder) => {
    const open = globalThis as unknown as { choose: () => void; dialogueOpen: boolean };
    dialog.showSaveDialog = (() =>
      new Promise((resolve) => {
        open.dialogueOpen = true;
        open.choose = () => resolve({ canceled: false, filePath: `${folder}/late.html` });
      })) as typeof dialog.showSaveDialog;
  }, cordon.saves);
  await line.send([{ t: 'ask', n: 987_700, name: 'verifier.save', args: {} }]);
  await expect
    .poll(() => cordon.app.evaluate(() => (globalThis as unknown as { dialogueOpen?: boolean }).dialogueOpen ?? false))
    .toBe(true);
  await cordon.systemSays('lock-screen');
  await cordon.page.waitForURL('app://cordon/?opened=screen-lock');
  await cordon.app.evaluate(() => (globalThis as unknown as { choose: () => void }).choose());
  await cordon.quit();
  expect(await readdir(cordon.saves)).toEqual([]);
});
