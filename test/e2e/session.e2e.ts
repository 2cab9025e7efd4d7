import { type Cordon, expect, test } from './harness/cordon.ts';
import { pressByKeyboard, tabTo } from './keyboard.ts';
import { inEverySizeAndLook } from './sizes-and-looks.ts';

const PASS_PHRASE = 'copper lantern drifts past orchard';

async function signInAs({ page }: Cordon, name: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible();
}

test('first start: one click loads the sample force, and its people sign in, lock and switch', async ({ cordon }) => {
  const { page } = cordon;
  await expect(page.getByRole('heading', { name: 'Set up this workstation' })).toBeVisible();
  await cordon.screenshot('session-first-start');
  await cordon.expectAccessible();
  await page.getByRole('button', { name: 'Load the sample force' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible({ timeout: 180_000 });
  for (const look of ['light', 'dark', 'contrast'] as const) {
    await cordon.look(look);
    await cordon.screenshot(`session-sign-in-${look}`);
    await cordon.expectAccessible();
  }
  await cordon.look('light');

  // A wrong pass phrase is refused with a sentence that does not tell whether the name exists, and the name stays.
  await page.getByLabel('Sign-in name').fill('nobody.here');
  await page.getByLabel('Pass phrase', { exact: true }).fill('not the pass phrase');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('There is a problem');
  const forNobody = await page.getByRole('alert').textContent();
  await page.getByRole('button', { name: /Eleanor Vance/ }).click();
  await page.getByLabel('Pass phrase', { exact: true }).fill('not the pass phrase');
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeEnabled({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert')).toHaveText(forNobody ?? '');
  await expect(page.getByLabel('Pass phrase', { exact: true })).toHaveValue('');
  await cordon.screenshot('session-wrong-pass-phrase');
  await cordon.expectAccessible();
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeEnabled({ timeout: 60_000 });

  await signInAs(cordon, 'Eleanor Vance');
  await expect(page.getByRole('contentinfo')).toContainText('Eleanor Vance');
  await expect(page.getByRole('contentinfo')).toContainText('This workstation only');

  // After the lock no content is on the screen, and the next person sees their own Today.
  await page.keyboard.press('Control+l');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(page.getByText('Eleanor Vance (auditor)')).toHaveCount(0);
  await expect(page.getByText('Locked.')).toBeVisible();
  await signInAs(cordon, 'Janet Holroyd');
  await expect(page.getByRole('contentinfo')).toContainText('Janet Holroyd');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Today');
});

test('first start: a workstation for a force is set up, its recovery key is checked, and opens it when the pass phrase is forgotten', async ({
  cordon,
}) => {
  const { page } = cordon;
  await page.getByRole('button', { name: 'Create a workstation' }).click();

  // Nothing filled in: each field says so, and the summary leads there.
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('There are 3 problems')).toBeVisible();
  await cordon.screenshot('session-wizard-problems');
  await cordon.expectAccessible();
  await page.getByLabel('Name of the force').fill('Fenland Constabulary');
  await page.getByLabel('Short code').fill('fc');
  await page.getByLabel('Name of this workstation').fill('Ely intelligence office 1');
  await page.keyboard.press('Enter');

  await page.getByLabel('Yes, it has command areas').check();
  await page.getByRole('group', { name: 'Area 1' }).getByLabel('Name').fill('North');
  await page.getByRole('group', { name: 'Area 1' }).getByLabel('Code').fill('n');
  await cordon.screenshot('session-wizard-areas');
  await cordon.expectAccessible();
  await page.getByRole('button', { name: 'Continue' }).click();

  await page.getByRole('combobox', { name: 'Rank' }).fill('Insp');
  await page.getByRole('option', { name: 'Inspector', exact: true }).click();
  await page.getByLabel('Given name').fill('Amina');
  await page.getByLabel('Family name').fill('Hussain');
  await page.getByLabel('Sign-in name').fill('a.hussain');
  await cordon.screenshot('session-wizard-person');
  await page.getByRole('button', { name: 'Continue' }).click();

  // A weak pass phrase is named as such while it is typed, and two that differ are not taken.
  await page.getByLabel('Pass phrase', { exact: true }).fill('password');
  await expect(page.getByText('Better not this one:')).toBeVisible();
  await cordon.screenshot('session-wizard-weak');
  await page.getByLabel('Pass phrase', { exact: true }).fill(PASS_PHRASE);
  await expect(page.getByText('This will do.')).toBeVisible();
  await page.getByLabel('The same once more').fill(`${PASS_PHRASE}!`);
  await page.getByRole('button', { name: 'Create the workstation' }).click();
  await expect(page.getByText('The two are not the same.')).toBeVisible();
  await page.getByLabel('The same once more').fill(PASS_PHRASE);
  await page.getByRole('button', { name: 'Create the workstation' }).click();

  await expect(page.getByRole('heading', { name: 'The recovery key' })).toBeVisible({ timeout: 60_000 });
  const words = (await page.getByRole('list', { name: 'Recovery words' }).getByRole('listitem').allTextContents()).map((text) =>
    text.replace(/^\d+\s*/, '').trim(),
  );
  expect(words).toHaveLength(24);
  await cordon.screenshot('session-recovery-key');
  await cordon.expectAccessible();
  const checks = page.getByRole('textbox', { name: /^Word \d+$/ });
  await expect(checks).toHaveCount(2);
  await checks.first().fill('wrong');
  await page.getByRole('button', { name: /I have them/ }).click();
  await expect(page.getByText(/This is not word/).first()).toBeVisible();
  for (const index of [0, 1]) {
    const label = await checks.nth(index).evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent ?? '');
    await checks.nth(index).fill(words[Number(label.replace(/\D/g, '')) - 1] ?? '');
  }
  await page.getByRole('button', { name: /I have them/ }).click();

  await page.getByLabel('Sign-in name').fill('a.hussain');
  await page.getByLabel('Pass phrase', { exact: true }).fill(PASS_PHRASE);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('contentinfo')).toContainText('Amina Hussain');
  await expect(page.getByText('SAMPLE FORCE')).toHaveCount(0);
  await cordon.screenshot('session-new-force-today');
  await cordon.expectAccessible();
  await expect(page.getByRole('list', { name: 'Recovery words' })).toHaveCount(0);

  // Started anew, the pass phrase forgotten: the recovery key sets another, and the old one no longer opens.
  await cordon.quit();
  await cordon.start();
  const again = cordon.page;
  await again.getByRole('button', { name: 'I have forgotten my pass phrase' }).click();
  await again.getByLabel('Sign-in name').fill('a.hussain');
  await again.getByLabel('Recovery words').fill(words.map((word) => word.toUpperCase()).join('  '));
  await again.getByLabel('New pass phrase').fill('violet anchors hum beneath marble');
  await expect(again.getByText('This will do.')).toBeVisible();
  await again.getByLabel('The same once more').fill('violet anchors hum beneath marble');
  await cordon.screenshot('session-recover');
  await cordon.expectAccessible();
  await again.getByRole('button', { name: 'Set the new pass phrase and sign in' }).click();
  await expect(again.getByRole('contentinfo')).toContainText('Amina Hussain');
  await again.keyboard.press('Control+l');
  await expect(again.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await again.getByLabel('Sign-in name').fill('a.hussain');
  await again.getByLabel('Pass phrase', { exact: true }).fill(PASS_PHRASE);
  await again.keyboard.press('Enter');
  await expect(again.getByRole('alert')).toContainText('There is a problem');
});

test.describe('with the sample force', () => {
  test.use({ startWith: 'sample-force' });

  test('with the keyboard alone: sign in, find a record, read the journal, verify it, lock (duties 122, 183)', async ({ cordon }) => {
    const { page } = cordon;
    await pressByKeyboard(page, page.getByRole('button', { name: /Eleanor Vance/ }));
    await pressByKeyboard(page, page.getByRole('button', { name: 'Sign in', exact: true }));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Today');

    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('Lock now');
    await cordon.expectAccessible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);

    await page.keyboard.press('Control+k');
    await page.keyboard.type('burglary');
    await expect(
      page
        .getByRole('option')
        .filter({ hasText: /burglary/i })
        .first(),
    ).toBeVisible();
    await cordon.screenshot('shell-palette');
    await cordon.expectAccessible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('record');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Record');

    await pressByKeyboard(page, page.getByRole('link', { name: 'Open the journal' }));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Journal');
    await page.keyboard.press('v');
    await expect(page.getByRole('main').getByText(/The journal is whole: [\d,]+ entries/)).toBeVisible({ timeout: 60_000 });
    await tabTo(page, page.getByRole('grid', { name: 'Journal' }));
    await page.keyboard.press('End');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('complementary', { name: 'Details' })).toContainText('Hash');
    await cordon.screenshot('record-journal');
    await cordon.expectAccessible();
    await cordon.look('dark');
    await cordon.expectAccessible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('complementary', { name: 'Details' })).toHaveCount(0);
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Record');
    await page.keyboard.press('g');
    await page.keyboard.press('t');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Today');
    await page.keyboard.press('Control+l');
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  });

  test('what a role cannot use is absent: an officer is offered no journal', async ({ cordon }) => {
    const { page } = cordon;
    await signInAs(cordon, 'Gareth Pryce');
    await page.getByRole('link', { name: 'Record' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Record');
    await expect(page.getByText('Open the journal')).toHaveCount(0);
  });

  test('the engine is killed: a clear sentence, sign in again, and the same page as before', async ({ cordon }) => {
    const { page } = cordon;
    await signInAs(cordon, 'Eleanor Vance');
    await page.getByRole('link', { name: 'Record' }).click();
    await page.getByRole('link', { name: 'Open the journal' }).click();
    await expect(page.getByRole('grid', { name: 'Journal' })).toBeVisible();
    await cordon.killEngine();
    await expect(page.getByText('The record keeper stopped and was started again.')).toBeVisible();
    await expect(page.getByRole('grid', { name: 'Journal' })).toHaveCount(0);
    await cordon.screenshot('session-engine-stopped');
    await cordon.expectAccessible();
    await signInAs(cordon, 'Eleanor Vance');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Journal');
  });

  test('every screen of the session and of the record fits the small screen, the wall screen and 200 % zoom, in three looks', async ({
    cordon,
  }) => {
    // Twenty-four pictures, half a dozen of them very large.
    test.slow();
    const { page } = cordon;
    await signInAs(cordon, 'Moira Dunbar');
    for (const [where, title] of [
      ['t', 'Today'],
      ['r', 'Record'],
    ] as const) {
      await page.keyboard.press('g');
      await page.keyboard.press(where);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
      await expect(page.getByText('Loading')).toHaveCount(0);
      await inEverySizeAndLook(cordon, title.toLowerCase());
    }
  });
});
