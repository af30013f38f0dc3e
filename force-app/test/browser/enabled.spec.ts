import {
  chooseKind,
  chooseProfile,
  fillInCustomer,
  openAndStart,
  outcomeOf,
  press
} from '../../../scripts/shared/browser/enabling.ts';
import { expect, expectAccessible, test } from './harness.ts';
import { logIn, setPassword } from './site.ts';

const password = 'Nordlys-2026';

test('a customer is enabled, sets the password by the mailed link, and logs in at the site', async ({
  page,
  localOrg
}) => {
  const dialog = await fillInCustomer(page, 'Amélie Dubois');
  const username = await dialog.getByRole('textbox', { name: 'Username' }).inputValue();
  await press(dialog, 'Create User');

  await expect(outcomeOf(dialog, 'Amélie Dubois')).toBeVisible();
  await expect(dialog).toContainText(username);
  await expect(dialog).toContainText('Customer Community · 16 of 20 seats free');
  await press(dialog, 'Done');
  await expect(dialog).toBeHidden();

  const [mail, ...others] = await localOrg.outbox();
  expect(others).toEqual([]);
  expect(mail?.to).toContain('amelie.dubois@northwind-angstrom.example');

  await setPassword(page, mail?.link ?? '', password);
  await page.getByRole('button', { name: 'Log Out' }).click();
  await logIn(page, 'acmehelp', username, password);
  await expect(page.getByRole('heading', { name: 'Welcome, Amélie Dubois!' })).toBeVisible();
});

test('a partner is enabled together with the account, and logs in at the partner site', async ({ page, localOrg }) => {
  const dialog = await openAndStart(page, 'Jamal Okafor');
  await chooseKind(dialog, 'Partner');
  await press(dialog, 'Enable as Partner Account');
  const question = dialog.getByRole('group', { name: 'Enable Kisumu Traders Ltd as a partner account?' });
  await expect(question).toContainText('Salesforce makes roles for them below the account owner’s role.');
  await press(dialog, 'Enable Partner Account');
  await expect(question).toBeHidden();
  await chooseProfile(dialog, 'Acme Partner');
  const username = await dialog.getByRole('textbox', { name: 'Username' }).inputValue();
  await press(dialog, 'Create User');
  await expect(outcomeOf(dialog, 'Jamal Okafor')).toBeVisible();

  const [mail] = await localOrg.outbox();
  await setPassword(page, mail?.link ?? '', password);
  await page.getByRole('button', { name: 'Log Out' }).click();
  await logIn(page, 'acmepartners', username, password);
  await expect(page.getByRole('heading', { name: 'Welcome, Jamal Okafor!' })).toBeVisible();
});

test.describe('where no seat is left', () => {
  test.use({ org: 'no-seats' });

  test('a person frees one, the form opens, and the freed seat is taken', async ({ page, localOrg }) => {
    const dialog = await openAndStart(page, 'Amélie Dubois');
    await expect(dialog.getByRole('button', { name: 'Create User' })).toHaveCount(0);
    await dialog
      .getByRole('button', { name: /^Deactivate (?!User$)/u })
      .first()
      .click();
    await press(dialog.getByRole('group', { name: /^Deactivate .+\?$/u }), 'Deactivate User');
    await chooseKind(dialog, 'Customer');
    await chooseProfile(dialog, 'Acme Customer');
    await press(dialog, 'Create User');
    await expect(outcomeOf(dialog, 'Amélie Dubois')).toBeVisible();
    expect(await localOrg.outbox()).toHaveLength(1);
  });
});

test('username and log-in page can be copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const dialog = await fillInCustomer(page, 'Amélie Dubois');
  await press(dialog, 'Create User');
  await expect(outcomeOf(dialog, 'Amélie Dubois')).toBeFocused();
  await expectAccessible(page);
  for (const [name, copied] of [
    ['Copy: Username', /^amelie\.dubois@northwind-angstrom\.example$/u],
    ['Copy: Log-in page', /\/acmehelp\/login$/u]
  ] as const) {
    const button = dialog.getByRole('button', { name });
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('status').filter({ hasText: 'Copied' }).first()).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(copied);
  }
});
