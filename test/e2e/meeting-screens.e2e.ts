import { type Cordon, expect, test } from './harness/cordon.ts';
import { inEverySizeAndLook } from './sizes-and-looks.ts';

test.use({ startWith: 'sample-force' });

async function signInAs({ page }: Cordon, name: string): Promise<void> {
  await page.getByRole('region', { name: 'People of the sample force' }).getByRole('button').filter({ hasText: name }).click();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible();
}

async function openMeetings({ page }: Cordon): Promise<void> {
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Meetings' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Meetings' })).toBeVisible();
}

const LONG_DECISION =
  'Concentrate the neighbourhood and roads policing patrols of both areas on the interchange, the multi-storey car park and the three streets between them, every day from 16:00 to 23:00 for six weeks, and review after three whether the offenders have moved elsewhere.';

test('every screen of the meeting job fits the small screen, the wall screen and 200 % zoom, in three looks', async ({ cordon }) => {
  test.setTimeout(900_000);
  const { page } = cordon;
  await signInAs(cordon, 'Holroyd');
  await openMeetings(cordon);
  await expect(page.getByRole('grid', { name: 'Meetings' }).getByRole('row').nth(2)).toBeVisible();
  await inEverySizeAndLook(cordon, 'meetings');

  await page.getByRole('row').filter({ hasText: 'TTCG-E/' }).filter({ hasText: 'Planned' }).dblclick();
  await expect(page.getByRole('heading', { name: 'Attendance' })).toBeVisible();
  await inEverySizeAndLook(cordon, 'meeting-planned');

  await page.getByRole('button', { name: 'Mark everyone expected as present' }).click();
  await page.keyboard.press('s');
  await page.getByLabel(/Why the meeting goes on/).fill('Nothing here is shared beyond the agreement.');
  await inEverySizeAndLook(cordon, 'meeting-start');
  await page.getByRole('dialog').getByRole('button', { name: 'Start meeting' }).click();
  await expect(page.getByRole('heading', { name: 'No item is open.' })).toBeVisible();
  await inEverySizeAndLook(cordon, 'console-begun');

  await page.keyboard.press('F9');
  await page.keyboard.type('The chair confirmed the marking of the meeting and that the partners’ consent stands.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('list', { name: 'Running record' })).toContainText('the chair', { ignoreCase: true });
  const form = page.getByRole('form', { name: 'Decision' });
  await page.keyboard.press('F3');
  await page.keyboard.type(LONG_DECISION);
  await page.keyboard.press('F4');
  await page.keyboard.type('Seven of the eleven offences of the last fortnight fall there, between those hours.');
  await page.keyboard.press('F5');
  await page.keyboard.type('Patrol as decided');
  await page.keyboard.press('F5');
  await page.keyboard.type('Wait for the next assessment');
  await form.getByLabel('Option 2 rejected because').fill('The harm is happening now.');
  await page.keyboard.press('F6');
  await inEverySizeAndLook(cordon, 'console-decision');
  await form.getByRole('combobox', { name: 'Dissent 1 by' }).fill('Baptiste');
  await page.keyboard.press('Enter');
  await expect(form.getByRole('combobox', { name: 'Dissent 1 by' })).toHaveValue(/Yvonne Baptiste/);
  await form.getByLabel('Dissent 1', { exact: true }).fill('Would begin after the festival.');
  await form.getByLabel('If there is none, why').fill('Reported by members from this week’s work.');
  await form.getByRole('combobox', { name: 'Control strategy priority' }).fill('CS3');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('list', { name: 'Running record' })).toContainText('neighbourhood and roads policing');
  await page.keyboard.press('F7');
  await expect(page.getByRole('form', { name: 'Action' })).toBeVisible();
  await inEverySizeAndLook(cordon, 'console-action');
  await page.keyboard.press('F2');
  await page.keyboard.press('F9');
  await expect(page.getByRole('list', { name: 'Running record' }).getByRole('article')).toHaveCount(0);
});
