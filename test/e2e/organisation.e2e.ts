import type { Locator, Page } from '@playwright/test';
import { type Cordon, expect, test } from './harness/cordon.ts';

const PASS_PHRASE = 'copper lantern drifts past orchard';

/** Signs in as someone of the sample force, from its list. */
async function signInAs(page: Page, does: string): Promise<void> {
  await page.getByRole('region', { name: 'People of the sample force' }).getByRole('button').filter({ hasText: does }).click();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible();
}

async function goToForce(page: Page, tab: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Force' }).click();
  await page.getByRole('navigation', { name: 'Pages of this section' }).getByRole('link', { name: tab, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: tab })).toBeVisible();
}

/** Waits until what was acknowledged has gone from the corner, so that it hides nothing in the picture. */
async function acknowledged(page: Page): Promise<void> {
  await expect(page.locator('.mantine-Notification-root')).toHaveCount(0);
}

/** Takes the page in light and dark at the size of a small and a large office screen, and holds each against axe. */
async function look(cordon: Cordon, name: string): Promise<void> {
  for (const [width, height] of [
    [1920, 1080],
    [1366, 768],
  ] as const) {
    await cordon.size(width, height);
    for (const scheme of ['light', 'dark'] as const) {
      await cordon.look(scheme);
      await cordon.screenshot(`force-${name}-${scheme}-${width}`);
    }
  }
  await cordon.expectAccessible();
  await cordon.look('light');
  await cordon.expectAccessible();
}

/** Chooses from a list by typing part of the choice, as someone at the keyboard does. */
async function choose(page: Page, within: Locator, label: string, choice: string): Promise<void> {
  await within.getByRole('combobox', { name: label, exact: true }).fill(choice);
  await page.getByRole('option', { name: choice }).first().click();
}

const dialog = (page: Page): Locator => page.getByRole('dialog');
const details = (page: Page): Locator => page.getByRole('complementary', { name: 'Details' });

/** Sets up a force of its own with two areas, up to the administrator signed in. */
async function setUpForce(cordon: Cordon): Promise<void> {
  const { page } = cordon;
  await page.getByRole('button', { name: 'Create a workstation' }).click();
  await page.getByLabel('Name of the force').fill('Fenland Constabulary');
  await page.getByLabel('Short code').fill('fc');
  await page.getByLabel('Name of this workstation').fill('Ely intelligence office 1');
  await page.keyboard.press('Enter');
  await page.getByLabel('Yes, it has command areas').check();
  await page.getByRole('group', { name: 'Area 1' }).getByLabel('Name').fill('North');
  await page.getByRole('group', { name: 'Area 1' }).getByLabel('Code').fill('N');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('combobox', { name: 'Rank' }).fill('Insp');
  await page.getByRole('option', { name: 'Inspector', exact: true }).click();
  await page.getByLabel('Given name').fill('Amina');
  await page.getByLabel('Family name').fill('Hussain');
  await page.getByLabel('Sign-in name').fill('a.hussain');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Pass phrase', { exact: true }).fill(PASS_PHRASE);
  await expect(page.getByText('This will do.')).toBeVisible();
  await page.getByLabel('The same once more').fill(PASS_PHRASE);
  await page.getByRole('button', { name: 'Create the workstation' }).click();
  await expect(page.getByRole('heading', { name: 'The recovery key' })).toBeVisible({ timeout: 60_000 });
  const words = (await page.getByRole('list', { name: 'Recovery words' }).getByRole('listitem').allTextContents()).map((text) =>
    text.replace(/^\d+\s*/, '').trim(),
  );
  const checks = page.getByRole('textbox', { name: /^Word \d+$/ });
  for (const index of [0, 1]) {
    const label = await checks.nth(index).evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent ?? '');
    await checks.nth(index).fill(words[Number(label.replace(/\D/g, '')) - 1] ?? '');
  }
  await page.getByRole('button', { name: /I have them/ }).click();
  await signIn(page, 'a.hussain', PASS_PHRASE);
  await expect(page.getByRole('contentinfo')).toContainText('Amina Hussain');
}

async function signIn(page: Page, name: string, passPhrase: string): Promise<void> {
  await page.getByLabel('Sign-in name').fill(name);
  await page.getByLabel('Pass phrase', { exact: true }).fill(passPhrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible();
}

test('a force of one’s own: units, people and roles, an Inspector refused as lead with duty 1, as at a past day, all there after a restart', async ({
  cordon,
}) => {
  await setUpForce(cordon);
  let page = cordon.page;

  // Structure: a unit in the area; a mistake is said at the field; what was typed survives Escape (duties 6, 8).
  await goToForce(page, 'Structure');
  await expect(page.getByRole('row').filter({ hasText: 'North' })).toBeVisible();
  await page.getByRole('button', { name: 'Add unit' }).click();
  await dialog(page).getByRole('button', { name: 'Add unit' }).click();
  await expect(dialog(page).getByRole('alert')).toContainText('Name: Fill this in.');
  await cordon.expectAccessible();
  await dialog(page).getByLabel('Name', { exact: true }).fill('Fenland Intelligence Bureau');
  await expect(dialog(page).getByText('Saved on this device')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Add unit' }).click();
  await expect(dialog(page).getByText('This goes on from what you typed before.')).toBeVisible();
  await expect(dialog(page).getByLabel('Name', { exact: true })).toHaveValue('Fenland Intelligence Bureau');
  await choose(page, dialog(page), 'Kind of unit', 'Intelligence unit');
  await dialog(page).getByLabel('Decided by').fill('Chief Constable');
  await dialog(page).getByRole('button', { name: 'Add unit' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(details(page).getByRole('heading', { level: 2 })).toHaveText('Fenland Intelligence Bureau');
  await expect(page.getByRole('row').filter({ hasText: 'Fenland Intelligence Bureau' })).toContainText('No head');

  // People: an Inspector and an Assistant Chief Constable.
  await goToForce(page, 'People');
  for (const [given, family, rank] of [
    ['Tom', 'Low', 'Inspector'],
    ['Ruth', 'Hale', 'Assistant Chief Constable'],
  ] as const) {
    await page.getByRole('button', { name: 'Add person' }).click();
    await dialog(page).getByLabel('Given name').fill(given);
    await dialog(page).getByLabel('Family name').fill(family);
    await dialog(page).getByRole('combobox', { name: 'Rank or kind of staff' }).fill(rank);
    await page.getByRole('option', { name: rank, exact: true }).click();
    await dialog(page).getByRole('button', { name: 'Add person' }).click();
    await expect(dialog(page)).toHaveCount(0);
    await expect(details(page).getByRole('heading', { level: 2 })).toHaveText(`${rank} ${given} ${family}`);
  }

  // The Inspector is refused as chief-officer lead, with the reason, the duty and what would make it possible (duty 1).
  await page.getByRole('grid', { name: 'People' }).getByRole('row').filter({ hasText: 'Tom Low' }).click();
  await expect(details(page).getByRole('heading', { level: 2 })).toHaveText('Inspector Tom Low');
  await details(page).getByRole('button', { name: 'Give a role' }).click();
  await choose(page, dialog(page), 'Role', 'Chief-officer lead');
  await dialog(page).getByRole('button', { name: 'Give the role' }).click();
  const refusal = dialog(page).getByRole('alert');
  await expect(refusal).toContainText('The chief-officer lead must be of chief officer rank. Tom Low is Inspector');
  await expect(refusal).toContainText('duty 1');
  await expect(refusal).toContainText('Choose a Chief Constable');
  await acknowledged(page);
  await cordon.screenshot('force-refused-lead');
  await cordon.expectAccessible();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);

  // The Assistant Chief Constable is taken, and carries both responsibilities (duties 1-3).
  await page.getByRole('grid', { name: 'People' }).getByRole('row').filter({ hasText: 'Ruth Hale' }).click();
  await expect(details(page).getByRole('heading', { level: 2 })).toHaveText('Assistant Chief Constable Ruth Hale');
  await details(page).getByRole('button', { name: 'Give a role' }).click();
  await choose(page, dialog(page), 'Role', 'Chief-officer lead');
  await dialog(page).getByLabel('Intelligence-led policing').check();
  await dialog(page).getByRole('button', { name: 'Give the role' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(details(page).getByText('Chief-officer lead')).toBeVisible();

  // Governance: the lead is there, responsibility 3 is still a red gap that leads to the force (duty 3).
  await goToForce(page, 'Governance');
  await expect(page.getByRole('link', { name: 'Assistant Chief Constable Ruth Hale' })).toBeVisible();
  const gaps = page.getByRole('grid', { name: 'Governance' });
  await expect(gaps.getByRole('row').filter({ hasText: 'responsibility for the intelligence capability' })).toContainText('duty 3');
  await expect(gaps.getByRole('row').filter({ hasText: 'responsibility for intelligence-led policing' })).toHaveCount(0);
  await acknowledged(page);
  await cordon.screenshot('force-own-governance');
  await gaps.getByRole('row').filter({ hasText: 'responsibility for the intelligence capability' }).click();
  await expect(details(page).getByRole('heading', { level: 2 })).toHaveText('Fenland Constabulary');

  // A group with a policy: without a reason it cannot be approved, and the button says why (duty 64).
  await goToForce(page, 'Groups');
  await page.getByRole('button', { name: 'Add group' }).last().click();
  await choose(page, dialog(page), 'Stands at', 'North');
  await expect(dialog(page).getByLabel('Code')).toHaveValue('TTCG-N');
  await dialog(page).getByRole('button', { name: 'Add group' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Chair and officers' })).toBeVisible();
  await page.getByRole('button', { name: 'Write a policy' }).click();
  await dialog(page).getByRole('button', { name: 'Keep the draft' }).click();
  await expect(dialog(page)).toHaveCount(0);
  const approve = page.getByRole('button', { name: 'Approve', exact: true });
  await expect(approve).toHaveAttribute('aria-disabled', 'true');
  await expect(approve).toHaveAccessibleDescription(/not approved without its reason.*duty 64/);

  // As at the day before: neither the people nor the unit were there, and nothing can be changed from that view (duty 7).
  await goToForce(page, 'Structure');
  await page.getByRole('textbox', { name: 'As at' }).fill('yesterday');
  await page.keyboard.press('Tab');
  await expect(page.getByText(/^As it was on /)).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'Fenland Intelligence Bureau' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Add unit' })).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('link', { name: 'People', exact: true }).click();
  await expect(page.getByText(/^As it was on /)).toBeVisible();
  await expect(page.getByText('Ruth Hale')).toHaveCount(0);
  await acknowledged(page);
  await cordon.screenshot('force-as-at-yesterday');
  await cordon.expectAccessible();
  await page.getByRole('button', { name: 'Back to today' }).click();
  await expect(page.getByRole('grid', { name: 'People' })).toContainText('Ruth Hale');

  // A second person is let in and signs in with their own pass phrase.
  await page.getByRole('grid', { name: 'People' }).getByRole('row').filter({ hasText: 'Tom Low' }).click();
  await details(page).getByRole('button', { name: 'Let this person sign in' }).click();
  await expect(dialog(page).getByLabel('Sign-in name')).toHaveValue('tom.low');
  await dialog(page).getByLabel('First pass phrase').fill('marble hums beneath nine anchors');
  await expect(dialog(page).getByText('This will do.')).toBeVisible();
  await dialog(page).getByLabel('The same once more').fill('marble hums beneath nine anchors');
  await dialog(page).getByRole('button', { name: 'Open the account' }).click();
  await expect(dialog(page)).toHaveCount(0, { timeout: 60_000 });
  await expect(details(page)).toContainText('tom.low');

  await cordon.quit();
  await cordon.start();
  page = cordon.page;
  await signIn(page, 'tom.low', 'marble hums beneath nine anchors');
  await goToForce(page, 'Structure');
  await expect(page.getByRole('row').filter({ hasText: 'Fenland Intelligence Bureau' })).toBeVisible();
  // An Inspector without an office looks and changes nothing: what the role does not include is not there.
  await expect(page.getByRole('button', { name: 'Add unit' })).toHaveCount(0);
  await goToForce(page, 'People');
  await page.getByRole('grid', { name: 'People' }).getByRole('row').filter({ hasText: 'Ruth Hale' }).click();
  await expect(details(page).getByText('Chief-officer lead')).toBeVisible();
  await expect(details(page)).toContainText('then Assistant Chief Constable');
  await goToForce(page, 'Groups');
  await expect(page.getByRole('grid', { name: 'Groups' })).toContainText('TTCG-N');
});

test('the pages of the Force section are shown to the director of the sample force, readable in every look', async ({ cordon }) => {
  test.setTimeout(480_000);
  const { page } = cordon;
  await page.getByRole('button', { name: 'Load the sample force' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible({ timeout: 240_000 });
  await signInAs(page, 'Director of intelligence');

  await goToForce(page, 'Structure');
  await page.getByRole('row').filter({ hasText: 'Eastmoor Response' }).getByRole('button').click();
  await expect(details(page).getByRole('heading', { name: 'How it came to be' })).toBeVisible();
  await look(cordon, 'structure');
  await goToForce(page, 'People');
  await page.getByLabel('Find in this list').fill('director of intel');
  await page.getByRole('grid', { name: 'People' }).getByRole('row').nth(1).click();
  await expect(details(page).getByText('Director of intelligence', { exact: true })).toBeVisible();
  await look(cordon, 'people');
  await goToForce(page, 'Groups');
  await look(cordon, 'groups');
  await page.getByRole('grid', { name: 'Groups' }).getByRole('row').filter({ hasText: 'TTCG-E' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Chair and officers' })).toBeVisible();
  // Whether the group is late depends on the day the sample force is made; when it is due is always said.
  await expect(page.getByRole('heading', { level: 2, name: 'What needs attention' })).toBeVisible();
  await expect(page.getByText('Next meeting due', { exact: true })).toBeVisible();
  await look(cordon, 'group');
  await goToForce(page, 'Partners');
  await page.getByRole('grid', { name: 'Partners' }).getByRole('row').nth(1).click();
  await expect(details(page)).toContainText('One side has not consented');
  await look(cordon, 'partners');
  await goToForce(page, 'Governance');
  await look(cordon, 'governance');
  await goToForce(page, 'Workstation');
  await look(cordon, 'workstation');
  await goToForce(page, 'My account');
  await look(cordon, 'account');
});
