import type { Page } from '@playwright/test';
import { type Cordon, expect, test } from './harness/cordon.ts';

test.use({ startWith: 'sample-force' });

async function signInAs(page: Page, does: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(does) }).click();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible();
}

async function goTo(page: Page, section: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: section }).click();
  await expect(page.getByRole('heading', { level: 1, name: section })).toBeVisible();
}

const details = (page: Page) => page.getByRole('complementary', { name: 'Details' });
const dialogue = (page: Page) => page.getByRole('dialog');

/** Chooses from a list by the keyboard: types what only one choice holds, goes to it and takes it. */
async function choose(page: Page, field: string, part: string): Promise<void> {
  const list = page.getByRole('combobox', { name: field });
  const option = page.getByRole('option', { name: new RegExp(part) }).first();
  await list.fill(part);
  await expect(page.getByRole('option')).toHaveCount(1);
  const label = (await option.textContent()) ?? '';
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(list).toHaveValue(label);
}

test('an owner claims an action complete; only someone else verifies it, even when the owner has the authority to verify (duties 123-125)', async ({
  cordon,
}) => {
  const { page } = cordon;
  const task = 'Bring the CCTV survey of Marsh Lane to the next meeting';
  await signInAs(page, 'Action manager, Eastmoor');
  await goTo(page, 'Actions');

  await test.step('an action without its fields is refused, each with its duty', async () => {
    await expect(page.getByRole('button', { name: 'Raise an action' })).toBeVisible();
    await page.keyboard.press('n');
    await dialogue(page).getByRole('button', { name: 'Raise an action' }).click();
    await expect(dialogue(page).getByRole('alert')).toContainText('An action has one named owner.');
  });

  await test.step('the action manager raises an action of their own', async () => {
    await dialogue(page).getByLabel('What is to be done').fill(task);
    await choose(page, 'Owner', 'Garside');
    await dialogue(page).getByRole('textbox', { name: 'Due' }).fill('+14');
    await page.keyboard.press('Tab');
    await choose(page, 'Strand', 'Prev');
    await dialogue(page).getByRole('button', { name: 'Raise an action' }).click();
    await expect(dialogue(page)).toBeHidden();
    await expect(details(page)).toContainText(task);
  });

  await test.step('and claims it complete', async () => {
    await page.keyboard.press('c');
    await expect(dialogue(page).getByLabel('What was done, and where the proof is')).toBeFocused();
    await page.keyboard.insertText('Survey done on 4 December; report in the case folder');
    await dialogue(page).getByRole('button', { name: 'Claim complete' }).click();
    await expect(dialogue(page)).toBeHidden();
    await expect(details(page)).toContainText('claimed complete');
  });

  await test.step('but cannot verify it: the button says why', async () => {
    const verify = details(page).getByRole('button', { name: 'Verify' });
    await expect(verify).toHaveAttribute('aria-disabled', 'true');
    await expect(verify).toHaveAccessibleDescription(/Nobody verifies their own action/);
    await page.keyboard.press('v');
    await expect(dialogue(page)).toBeHidden();
  });

  await test.step('the chair finds it among those to verify, and verifies it', async () => {
    await page.getByRole('button', { name: 'Switch person' }).click();
    await signInAs(page, 'Chair, Eastmoor TT&CG');
    await goTo(page, 'Actions');
    await page.getByText(/^To verify \(\d+\)$/).click();
    await page.getByRole('gridcell', { name: task }).click();
    await expect(details(page)).toContainText('claims this is complete');
    await page.keyboard.press('v');
    await expect(dialogue(page).getByLabel('What you looked at')).toBeFocused();
    await page.keyboard.insertText('Read the report');
    await dialogue(page).getByRole('button', { name: 'Verify', exact: true }).click();
    await expect(dialogue(page)).toBeHidden();
    await expect(details(page)).toContainText('verified');
    await expect(details(page).getByRole('listitem').first()).toContainText('Read the report');
    await expect(details(page).getByRole('button', { name: 'Verify' })).toHaveCount(0);
  });
});

/** Takes the page in light and dark at the size of a small and a large office screen, and holds it against axe. */
async function look(cordon: Cordon, name: string): Promise<void> {
  for (const [width, height] of [
    [1920, 1080],
    [1366, 768],
  ] as const) {
    await cordon.size(width, height);
    for (const scheme of ['light', 'dark'] as const) {
      await cordon.look(scheme);
      await cordon.screenshot(`${name}-${scheme}-${width}`);
    }
  }
  await cordon.expectAccessible();
  await cordon.look('light');
  await cordon.expectAccessible();
}

test('the board of actions is readable in every look', async ({ cordon }) => {
  test.slow();
  const { page } = cordon;
  await signInAs(page, 'Chair, Eastmoor TT&CG');
  await goTo(page, 'Actions');
  await page.getByText(/^Finished \(\d+\)$/).click();
  await look(cordon, 'actions');
  await page.getByRole('grid', { name: 'Actions' }).getByRole('row').nth(2).click();
  await expect(details(page).getByText('Progress log')).toBeVisible();
  await look(cordon, 'action');
  await page.getByText(/^Open \(\d+\)$/).click();
  await page.getByText('By owner', { exact: true }).click();
  await expect(page.getByRole('grid', { name: 'By owner' })).toBeVisible();
  await look(cordon, 'actions-by-owner');
});

test('the register finds a decision by its words and shows its whole chain, readable in every look', async ({ cordon }) => {
  test.slow();
  const { page } = cordon;
  await signInAs(page, 'Chair, Eastmoor TT&CG');
  await goTo(page, 'Decisions');
  await look(cordon, 'decisions');
  await page.getByRole('textbox', { name: 'Find in decisions' }).fill('patrol');
  await expect(page.getByRole('button', { name: 'Remove the filter: Contains “patrol”' })).toBeVisible();
  await page.getByRole('grid', { name: 'Decisions' }).getByRole('row').nth(1).click();
  await expect(page.getByRole('heading', { name: 'What was known then' })).toBeVisible();
  await look(cordon, 'decision');
});

test('a delivery plan is made from a decision, approved by the chair, reviewed, and closed only with its result (duties 55, 56, 128, 137, 142)', async ({
  cordon,
}) => {
  test.slow();
  const { page } = cordon;
  await signInAs(page, 'Chair, Eastmoor TT&CG');
  await goTo(page, 'Plans');
  await look(cordon, 'plans');
  await goTo(page, 'Decisions');
  await page.getByRole('grid', { name: 'Decisions' }).getByRole('row').filter({ hasText: 'TTCG-E' }).first().click();
  await page.getByRole('button', { name: 'Make a delivery plan' }).click();
  await page.getByRole('textbox', { name: 'Name of the plan' }).fill('Harbour Ward evenings');
  await page.getByRole('textbox', { name: 'Objective', exact: true }).fill('Halve the offences within six weeks');
  await page.getByRole('textbox', { name: 'Starts' }).fill('+1');
  await page.getByRole('textbox', { name: 'Ends' }).fill('+43');
  await page.getByRole('textbox', { name: 'Tactic 1', exact: true }).fill('Visits of fifteen minutes');
  await page.getByRole('textbox', { name: 'Measure 1', exact: true }).fill('Offences a week');
  await look(cordon, 'new-plan');
  await page.getByRole('button', { name: 'Make the plan' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Harbour Ward evenings' })).toBeVisible();

  await test.step('without resources it is not approved, and the button says why', async () => {
    const approve = page.getByRole('button', { name: 'Approve' });
    await expect(approve).toHaveAccessibleDescription(/one owner|resources/);
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await choose(page, 'Plan owner', 'Garside');
    await page.getByRole('button', { name: 'Add a resource' }).click();
    await page.getByRole('textbox', { name: 'Resource 1', exact: true }).fill('Two constables');
    await page.getByRole('button', { name: 'Save the changes' }).click();
    await expect(approve).toBeEnabled();
    await approve.click();
    await page.getByRole('dialog').getByRole('button', { name: 'Approve', exact: true }).click();
    await expect(dialogue(page)).toBeHidden();
    await expect(page.getByText('approved', { exact: true })).toBeVisible();
  });

  await test.step('it is reviewed and then closed, which needs the result', async () => {
    await page.getByRole('button', { name: 'Review', exact: true }).click();
    await page.getByRole('dialog').getByLabel('What was found').fill('Half the visits are made');
    await page.getByRole('dialog').getByRole('button', { name: 'Review', exact: true }).click();
    await expect(dialogue(page)).toBeHidden();
    await expect(page.getByText('Half the visits are made')).toBeVisible();
    await page.getByRole('button', { name: 'Close the plan' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Close the plan' }).click();
    await expect(page.getByRole('dialog').getByRole('alert')).toContainText('A plan is closed with its result');
    await page.getByRole('dialog').getByLabel('After: Offences a week').fill('6');
    await page.getByRole('dialog').getByLabel('Result against the objective').fill('Halved');
    await page.getByRole('dialog').getByRole('button', { name: 'Close the plan' }).click();
    await expect(dialogue(page)).toBeHidden();
    await expect(page.getByText('Halved', { exact: true })).toBeVisible();
    await look(cordon, 'plan');
  });
});
