import type { Locator } from '@playwright/test';
import {
  chooseKind,
  chooseProfile,
  fillInCustomer,
  openAndStart,
  outcomeOf,
  press
} from '../../../scripts/shared/browser/enabling.ts';
import { notesOf, unfoldForm } from './checks.ts';
import { countCreations } from './creation.ts';
import { expect, test } from './harness.ts';
import { usersOf } from './records.ts';

/** The details step offers choices, checks names during typing and leads to the first invalid field. */

const NAME = 'Amélie Dubois';

function field(dialog: Locator, name: string): Locator {
  return dialog.getByRole('textbox', { name, exact: true });
}

test('a taken username is reported during typing, and one click replaces it with a free one', async ({
  page,
  localOrg
}) => {
  const dialog = await fillInCustomer(page, NAME);
  const username = field(dialog, 'Username');
  await expect(notesOf(dialog, 'username')).toContainText('Free in this org.');
  await username.fill('Zoe.Mueller@northwind-angstrom.example.acme');
  await expect(dialog.getByText(/Zoe\.Mueller@.* is taken/)).toHaveCount(1);
  await press(dialog, 'Create User');
  await expect(username).toBeFocused();
  await expect(dialog.getByText('Fields that need attention: Username.')).toBeVisible();
  expect(await countCreations(localOrg)).toBe(0);

  await press(dialog, 'Use Zoe.Mueller1@northwind-angstrom.example.acme');
  await expect(username).toHaveValue('Zoe.Mueller1@northwind-angstrom.example.acme');
  await expect(username).toBeFocused();
  await expect(notesOf(dialog, 'username')).toContainText('Salesforce makes the final check when you create.');
});

test('a username taken in another org is refused at its field, and one click replaces it with a free one', async ({
  page,
  localOrg,
  server
}) => {
  const dialog = await fillInCustomer(page, NAME);
  const username = field(dialog, 'Username');
  await username.fill('info@acme.example');
  await expect(notesOf(dialog, 'username')).toContainText('Free in this org.');
  await press(dialog, 'Create User');
  await expect(
    dialog.getByText('The username info@acme.example is taken, here or in another Salesforce org.')
  ).toHaveCount(1);
  await expect(username).toBeFocused();
  expect(await localOrg.outbox()).toEqual([]);

  await press(dialog, 'Use info1@acme.example');
  await press(dialog, 'Create User');
  await expect(outcomeOf(dialog, NAME)).toBeVisible();
  expect(await usersOf(server, NAME)).toMatchObject([{ Username: 'info1@acme.example' }]);
});

test.describe('a nickname that is taken', () => {
  test.use({ org: 'nickname-taken' });

  test('gets the next free number automatically, and says so', async ({ page, localOrg, server }) => {
    const dialog = await fillInCustomer(page, NAME);
    await press(dialog, 'Create User');
    await expect(outcomeOf(dialog, NAME)).toBeVisible();
    await expect(dialog.getByText(/^Nickname: amelie\.dubois1 instead of amelie\.dubois\. /)).toBeVisible();
    expect(await countCreations(localOrg)).toBe(2);
    expect(await usersOf(server, NAME)).toMatchObject([{ CommunityNickname: 'amelie.dubois1' }]);
  });

  test('is refused if a person typed it, with the holder’s name', async ({ page, localOrg }) => {
    const dialog = await fillInCustomer(page, NAME);
    await unfoldForm(dialog);
    await field(dialog, 'Nickname').fill('dana.whitfield');
    await expect(dialog).toContainText('dana.whitfield belongs to Dana Whitfield, an internal user.');
    await press(dialog, 'Create User');
    await expect(field(dialog, 'Nickname')).toBeFocused();
    expect(await countCreations(localOrg)).toBe(0);
  });

  test('is replaced with one click', async ({ page, localOrg, server }) => {
    const dialog = await fillInCustomer(page, NAME);
    await unfoldForm(dialog);
    await press(dialog, 'Use amelie.dubois1');
    await expect(field(dialog, 'Nickname')).toBeFocused();
    await press(dialog, 'Create User');
    await expect(outcomeOf(dialog, NAME)).toBeVisible();
    expect(await countCreations(localOrg)).toBe(1);
    expect(await usersOf(server, NAME)).toMatchObject([{ CommunityNickname: 'amelie.dubois1' }]);
  });
});

test('a role level is offered only for profiles with roles, and is set on the user', async ({ page, server }) => {
  const dialog = await fillInCustomer(page, NAME);
  const level = dialog.getByRole('combobox', { name: 'Portal Role Level' });
  await expect(level).toHaveCount(0);
  await chooseProfile(dialog, 'Acme Customer Plus');
  await expect(level).toContainText('As the org decides');
  await level.click();
  await dialog.getByRole('option', { name: 'Manager' }).click();
  await press(dialog, 'Create User');
  await expect(outcomeOf(dialog, NAME)).toBeVisible();
  expect(await usersOf(server, NAME)).toMatchObject([
    { PortalRole: 'Manager', Profile: { Name: 'Acme Customer Plus' } }
  ]);
});

test('each kind of user has its own profiles, and the action enables the partner account that a partner needs', async ({
  page
}) => {
  const dialog = await openAndStart(page, 'Jamal Okafor');
  await chooseKind(dialog, 'Partner');
  await dialog.getByRole('combobox', { name: 'Profile' }).click();
  await expect(dialog.getByRole('option', { name: /^Acme Partner/ })).toBeVisible();
  await expect(dialog.getByRole('option', { name: /Customer/ })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await chooseProfile(dialog, 'Acme Partner');
  await unfoldForm(dialog);
  await field(dialog, 'Nickname').fill('jamal.partner');
  await expect(notesOf(dialog, 'kind')).toContainText('Kisumu Traders Ltd is not a partner account.');
  await press(dialog, 'Create User');
  await expect(notesOf(dialog, 'kind').locator('.notes')).toBeFocused();

  await press(dialog, 'Enable as Partner Account');
  await press(dialog, 'Enable Partner Account');
  await expect(notesOf(dialog, 'kind').locator('p')).toHaveCount(0);
  await expect(field(dialog, 'Nickname')).toHaveValue('jamal.partner');
  await press(dialog, 'Create User');
  await expect(outcomeOf(dialog, 'Jamal Okafor')).toBeVisible();
});

/** The message for each invalid text, by field; the lengths are those of the User object. */
const PROBLEMS: readonly (readonly [field: string, text: string, says: string])[] = [
  ['Username', 'amelie', 'Enter the username in the form of an email address, such as name@example.com.'],
  ['Username', `${'a'.repeat(70)}@acme.example`, 'Use at most 80 characters.'],
  ['Email', 'amelie', 'Enter an email address, such as name@example.com.'],
  ['Email', '', 'Complete this field.'],
  ['Alias', 'ameliedub', 'Use at most 8 characters.'],
  ['Nickname', 'a'.repeat(41), 'Use at most 40 characters.'],
  ['First Name', 'a'.repeat(41), 'Use at most 40 characters.'],
  ['Last Name', 'a'.repeat(81), 'Use at most 80 characters.']
];

test('a field shows its problem when it loses the focus, and hides it when it is corrected', async ({ page }) => {
  const dialog = await fillInCustomer(page, NAME);
  await unfoldForm(dialog);
  for (const [name, text, says] of PROBLEMS) {
    await test.step(`${name}: ${says}`, async () => {
      const input = field(dialog, name);
      const before = await input.inputValue();
      await input.fill(text);
      await input.blur();
      await expect(dialog.getByText(says)).toBeVisible();
      await expect(dialog.getByText(`Fields that need attention: ${name}.`)).toBeVisible();
      await input.fill(before);
      await expect(dialog.getByText(says)).toHaveCount(0);
    });
  }
});

test('Create User leads to the first field that needs attention and sends nothing', async ({ page, localOrg }) => {
  const dialog = await fillInCustomer(page, NAME);
  await unfoldForm(dialog);
  const username = field(dialog, 'Username');
  const suggested = await username.inputValue();
  await username.fill('');
  await field(dialog, 'Email').fill('amelie');
  await field(dialog, 'Alias').fill('');
  await press(dialog, 'Create User');
  await expect(dialog.getByText('Fields that need attention: Username, Email, Alias.')).toBeVisible();
  await expect(username).toBeFocused();
  await username.fill(suggested);
  await press(dialog, 'Create User');
  await expect(field(dialog, 'Email')).toBeFocused();
  expect(await countCreations(localOrg)).toBe(0);
});

test('typed values are kept when the user goes back and forth', async ({ page }) => {
  const dialog = await fillInCustomer(page, NAME);
  await unfoldForm(dialog);
  await field(dialog, 'Nickname').fill('amelie.at.northwind');
  await press(dialog, 'Check');
  await press(dialog, 'Next');
  await unfoldForm(dialog);
  await expect(field(dialog, 'Nickname')).toHaveValue('amelie.at.northwind');
  await expect(dialog.getByRole('combobox', { name: 'Profile' })).toHaveText('Acme Customer');
});
