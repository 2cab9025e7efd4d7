import type { Locator, Page } from '@playwright/test';
import { type Cordon, expect, test } from './harness/cordon.ts';
import { chooseByTyping, pressByKeyboard, tabTo, typeInto } from './keyboard.ts';
import { agenda, chooseMeeting, openItem, recordDecision, runningRecord, signIn, writeDecision } from './secretary.ts';

test.use({ startWith: 'sample-force' });

const dialog = (page: Page): Locator => page.getByRole('dialog');
const panel = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

/** Takes what is shown in light and dark at the size of a small office screen, and holds it against axe. */
async function look(cordon: Cordon, name: string): Promise<void> {
  await cordon.size(1366, 768);
  for (const scheme of ['dark', 'light'] as const) {
    await cordon.look(scheme);
    await cordon.screenshot(`stcg-${name}-${scheme}`);
  }
  await cordon.expectAccessible();
}

/** Makes the item whose title begins like this the current one, by keyboard. */
async function goToItem(page: Page, title: string): Promise<void> {
  const whole = agenda(page).getByRole('button', { name: 'Whole agenda' });
  if (await whole.isVisible()) await pressByKeyboard(page, whole);
  await pressByKeyboard(
    page,
    agenda(page)
      .getByRole('button', { name: new RegExp(`^\\d+ ?${title}`) })
      .first(),
  );
  await pressByKeyboard(page, agenda(page).getByRole('button', { name: 'Make this the current item' }));
  await expect(openItem(page)).toContainText(title);
  // Whatever was read there before, the item's own work is in view.
  await expect.poll(() => page.getByRole('region', { name: 'Evidence and actions' }).evaluate((pane) => pane.scrollTop)).toBe(0);
}

/** Writes and records the decision that is being called for; what it names stays named. */
async function decide(page: Page, text: string): Promise<void> {
  await writeDecision(page, {
    text,
    rationale: 'The group went through it line by line.',
    chosen: 'As decided',
    rejected: 'Leave it to the next assessment',
    rejectedBecause: 'Six months are too long.',
    evidence: { noneBecause: 'The assessment itself is before the group.' },
    priority: 'CS3',
  });
  await recordDecision(page, text);
}

async function startInterim(cordon: Cordon): Promise<Page> {
  const { page } = cordon;
  await signIn(page, 'holroyd');
  await chooseMeeting(page, 'STCG/');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Attendance' })).toBeVisible();
  await expect(page.getByText('Who handles what is stolen').first()).toBeVisible();
  await pressByKeyboard(page, page.getByRole('button', { name: 'Mark everyone expected as present' }));
  await expect(page.getByText(/(\d+) of \1 present/)).toBeVisible();
  await page.keyboard.press('s');
  await expect(dialog(page)).toBeVisible();
  const why = page.getByLabel(/Why the meeting goes on/);
  if ((await why.count()) > 0) await typeInto(page, why, 'Nothing here is shared beyond the agreement.');
  await pressByKeyboard(page, dialog(page).getByRole('button', { name: 'Start meeting' }));
  await expect(page.getByRole('heading', { name: 'No item is open.' })).toBeVisible();
  return page;
}

test('the secretary of the strategic group takes recommendations, bids, commissions and accounts by keyboard (duties 52, 73, 77, 78, 79, 89, 92, 102)', async ({
  cordon,
}) => {
  test.setTimeout(240_000);
  const page = await startInterim(cordon);

  await test.step('what was commissioned and not delivered leads the agenda', async () => {
    await page.keyboard.press('F9');
    await expect(openItem(page)).toContainText('1');
    await expect(agenda(page).getByRole('listitem').nth(1)).toContainText('Who handles what is stolen');
  });

  await test.step('a recommendation left open keeps the item open; a decision names it and gives its outcome', async () => {
    await goToItem(page, 'Strategic assessment');
    const recommendations = panel(page, 'Recommendations');
    await expect(recommendations).toContainText('wait for an outcome');
    await look(cordon, 'recommendations');
    await page.keyboard.press('F9');
    await typeInto(page, dialog(page).getByLabel('Why'), 'Noted.');
    await page.keyboard.press('Control+Enter');
    await expect(dialog(page)).toContainText('wait');
    await expect(dialog(page)).toContainText('for an outcome');
    await page.keyboard.press('Escape');
    await pressByKeyboard(page, recommendations.getByRole('button', { name: 'Decide' }).first());
    await expect(page.getByRole('group', { name: 'This decision sets' }).first().getByRole('checkbox').first()).toBeChecked();
    await look(cordon, 'decision-names');
    await decide(page, 'Vehicle crime is not kept as a priority.');
    const entry = runningRecord(page).getByRole('article').filter({ hasText: 'Vehicle crime is not kept' });
    await expect(entry).toContainText('This decision sets');
    await pressByKeyboard(page, entry.getByRole('button', { name: 'Give the outcome' }));
    await pressByKeyboard(page, dialog(page).getByRole('button', { name: 'Record outcome' }));
    await expect(dialog(page).getByRole('alert')).toContainText('with a reason');
    await typeInto(page, dialog(page).getByLabel('Because'), 'The figures of the insurers are complete.');
    await pressByKeyboard(page, dialog(page).getByRole('button', { name: 'Record outcome' }));
    await expect(dialog(page)).toHaveCount(0);
    await expect(entry).toContainText('Carried out');
    await expect(recommendations).toContainText('Adopted');
  });

  await test.step('a bid outside the strategy is ranked above it only with a reason, and bids are decided by a decision that names them', async () => {
    await goToItem(page, 'Resources');
    const bids = panel(page, 'Resource bids');
    await expect(bids).toContainText('Stewards for the winter market');
    await expect(panel(page, 'Allocation by priority')).toContainText('CS1');
    await pressByKeyboard(page, bids.getByRole('button', { name: 'Rank bids' }));
    await pressByKeyboard(page, dialog(page).getByRole('button', { name: /Move “Stewards.*up/ }));
    await pressByKeyboard(page, dialog(page).getByRole('button', { name: 'Rank bids' }));
    await expect(dialog(page).getByRole('alert')).toContainText('lies outside the strategy');
    await look(cordon, 'rank-bids');
    await typeInto(page, dialog(page).getByLabel(/Why “Stewards/), 'The market opens in a week.');
    await pressByKeyboard(page, dialog(page).getByRole('button', { name: 'Rank bids' }));
    await expect(dialog(page)).toHaveCount(0);
    await pressByKeyboard(page, bids.getByRole('button', { name: 'Decide' }).first());
    await decide(page, 'Stewards are granted in part.');
    await pressByKeyboard(page, bids.getByRole('button', { name: 'Give the outcome' }).first());
    await tabTo(page, dialog(page).getByRole('combobox', { name: 'Outcome' }));
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Granted in part');
    await page.keyboard.press('Enter');
    await typeInto(page, dialog(page).getByLabel('Hours granted'), '120');
    await typeInto(page, dialog(page).getByLabel('Because'), 'The council bears the rest.');
    await pressByKeyboard(page, dialog(page).getByRole('button', { name: 'Record outcome' }));
    await expect(dialog(page)).toHaveCount(0);
    await expect(bids).toContainText('Granted in part');
    await look(cordon, 'bids');
  });

  await test.step('something is commissioned with its terms, owner and day', async () => {
    await goToItem(page, 'Further development and analysis');
    await pressByKeyboard(page, panel(page, 'Commissions').getByRole('button', { name: 'Commission…' }));
    await typeInto(page, dialog(page).getByLabel('Question'), 'Which routes do the stolen machines take?');
    await typeInto(page, dialog(page).getByLabel('Terms of reference'), 'The coast road, twelve months.');
    await chooseByTyping(page, dialog(page).getByRole('combobox', { name: 'Who delivers' }), 'Raghunathan');
    await typeInto(page, dialog(page).getByRole('textbox', { name: 'Due' }), '1 Jan 2026');
    await pressByKeyboard(page, dialog(page).getByRole('button', { name: 'Commission', exact: true }));
    await expect(dialog(page).getByRole('alert')).toContainText('due before it was made');
    await tabTo(page, dialog(page).getByRole('textbox', { name: 'Due' }));
    await page.keyboard.press('Control+a');
    await page.keyboard.type('+30');
    await look(cordon, 'commission-form');
    await pressByKeyboard(page, dialog(page).getByRole('button', { name: 'Commission', exact: true }));
    await expect(dialog(page)).toHaveCount(0);
    await expect(panel(page, 'Commissions')).toContainText('Which routes do the stolen machines take?');
  });

  await test.step('where planning and priorities do not meet is listed under its item', async () => {
    await goToItem(page, 'Alignment of business planning');
    await expect(panel(page, 'Without a resource or an owner')).toBeVisible();
    await look(cordon, 'alignment');
  });

  await test.step('an owner accounts for a priority; no rating is taken without a measure', async () => {
    await goToItem(page, 'Accountability');
    const account = panel(page, 'Account of the owner');
    await pressByKeyboard(page, account.getByRole('button', { name: 'Give account' }).first());
    await typeInto(page, dialog(page).getByLabel('What changed?'), 'Two units moved to nights.');
    await typeInto(page, dialog(page).getByLabel('What did it achieve?'), 'A tenth fewer injuries.');
    await typeInto(page, dialog(page).getByLabel('What comes next?'), 'The schools.');
    await chooseByTyping(page, dialog(page).getByRole('combobox', { name: 'Rating' }), 'Green');
    await pressByKeyboard(page, dialog(page).getByRole('button', { name: 'Record account' }));
    await expect(dialog(page).getByRole('alert')).toContainText('no rating without');
    await look(cordon, 'account-form');
    const measure = dialog(page).getByLabel('Measure', { exact: false }).first();
    if ((await measure.inputValue()) === '') await typeInto(page, measure, 'Injuries');
    await typeInto(page, dialog(page).getByLabel('What was measured'), '41 against 46');
    await pressByKeyboard(page, dialog(page).getByRole('button', { name: 'Record account' }));
    await expect(dialog(page)).toHaveCount(0);
    await expect(account).toContainText('Green');
    await look(cordon, 'account');
  });
});

test('the analyst delivers what was commissioned from the queue of commissions', async ({ cordon }) => {
  const { page } = cordon;
  await signIn(page, 'raghunathan');
  await expect(page.getByRole('region', { name: /Commissions to deliver/ })).toBeVisible();
  await look(cordon, 'today');
  await page.getByRole('link', { name: /How many children travel/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Bids and commissions' })).toBeVisible();
  await look(cordon, 'commissions');
  const details = page.getByRole('complementary', { name: 'Details' });
  await details.getByRole('button', { name: 'Deliver' }).click();
  await dialog(page).getByLabel('Result').fill('Seventeen children, eleven of them from two places along the railway.');
  await dialog(page).getByRole('button', { name: 'Deliver result' }).click();
  await expect(details).toContainText('Delivered, to be heard');
  await page.getByText('Resource bids', { exact: true }).first().click();
  await expect(page.getByRole('grid', { name: 'Resource bids' })).toBeVisible();
  await page.getByRole('row').filter({ hasText: 'Tracking of plant' }).dblclick();
  await look(cordon, 'bids-page');
});
