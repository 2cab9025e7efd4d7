import { SAMPLE_PASS_PHRASE } from '#shared/sample-force/people.ts';
import { expect, test } from './harness/cordon.ts';

/*
 * Needs a real keychain. On a Linux machine without a desktop:
 * XDG_CURRENT_DESKTOP=GNOME dbus-run-session -- sh -c 'echo | gnome-keyring-daemon --unlock --components=secrets && xvfb-run -a npx playwright test keychain'
 */
test.use({ startWith: 'sample-force' });

test('bound to the keychain of the computer, the vault opens with it and says so without it, and the recovery key still lets a person in', async ({
  cordon,
}) => {
  const available = await cordon.app.evaluate(({ safeStorage }) => safeStorage.isEncryptionAvailable());
  test.skip(!available, 'there is no keychain here that Electron can use');
  const signIn = async (passPhrase: string): Promise<void> => {
    await cordon.page.getByLabel('Sign-in name').fill('braithwaite');
    await cordon.page.getByLabel('Pass phrase', { exact: true }).fill(passPhrase);
    await cordon.page.getByRole('button', { name: 'Sign in', exact: true }).click();
  };
  const sections = () => cordon.page.getByRole('navigation', { name: 'Sections' });
  await signIn(SAMPLE_PASS_PHRASE);
  await sections()
    .getByRole('link', { name: /^Force/ })
    .click();
  await cordon.page.getByRole('link', { name: 'Workstation', exact: true }).click();
  await cordon.page.getByRole('button', { name: 'Make a new recovery key' }).click();
  await cordon.page.getByLabel('Your pass phrase, once more').fill(SAMPLE_PASS_PHRASE);
  await cordon.page.getByRole('button', { name: 'Make and show it' }).click();
  const sheet = cordon.page.getByRole('region', { name: 'Recovery words' });
  await expect(sheet).toBeVisible();
  const words = (await sheet.getByRole('listitem').allInnerTexts()).map((line) => line.replace(/[^a-z]/g, '')).join(' ');
  await cordon.page.getByLabel('I have printed or written down every sheet.').check();
  await cordon.page.getByRole('button', { name: 'Done' }).click();
  await cordon.page.getByRole('button', { name: 'Bind to the keychain' }).click();
  await cordon.page.getByLabel('Your pass phrase, once more').fill(SAMPLE_PASS_PHRASE);
  await cordon.page.getByRole('dialog').getByRole('button', { name: 'Bind to the keychain' }).click();
  const part = cordon.page.getByRole('region', { name: 'The keychain of this computer' });
  await expect(part).toContainText('Every sign-in needs the keychain of this computer');
  await cordon.screenshot('keychain-bound');

  await cordon.quit();
  await cordon.start();
  await signIn(SAMPLE_PASS_PHRASE);
  await expect(sections()).toBeVisible();

  // The same files where the keychain cannot be reached.
  await cordon.quit();
  const bus = process.env['DBUS_SESSION_BUS_ADDRESS'];
  try {
    process.env['DBUS_SESSION_BUS_ADDRESS'] = 'unix:path=/nonexistent';
    await cordon.start();
    await signIn(SAMPLE_PASS_PHRASE);
    await expect(cordon.page.getByRole('alert').first()).toContainText('needs a key that the keychain of this computer keeps');
    await cordon.screenshot('keychain-shut');
    await cordon.page.getByRole('button', { name: 'I have forgotten my pass phrase' }).click();
    await cordon.page.getByLabel('Sign-in name').fill('braithwaite');
    await cordon.page.getByLabel('Recovery words').fill(words);
    await cordon.page.getByLabel('New pass phrase').fill('velvet tractor onion');
    await cordon.page.getByLabel('The same once more').fill('velvet tractor onion');
    await cordon.page.getByRole('button', { name: 'Set the new pass phrase and sign in' }).click();
    await expect(sections()).toBeVisible();
  } finally {
    if (bus === undefined) delete process.env['DBUS_SESSION_BUS_ADDRESS'];
    else process.env['DBUS_SESSION_BUS_ADDRESS'] = bus;
  }
});
