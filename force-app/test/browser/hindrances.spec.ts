import {
  chooseKind,
  chooseProfile,
  fillInCustomer,
  openAndStart,
  press
} from '../../../scripts/shared/browser/enabling.ts';
import { expect, expectAccessible, test } from './harness.ts';
import { choosePerson } from './people.ts';

/** What stands in the way in each starting org: the record by name, and what to do about it. */
const blocked = [
  {
    org: 'owner-without-role',
    cause: /owns Northwind Ångström AB but has no role in the role hierarchy/,
    fix: 'Open User'
  },
  { org: 'contact-without-account', cause: /Amélie Dubois has no account/, fix: 'Edit Contact' },
  {
    org: 'user-exists',
    cause:
      /Amélie Dubois is an external user already, with the username amelie\.dubois@northwind-angstrom\.example\.acme/,
    fix: 'Open User'
  }
];

for (const { org, cause, fix } of blocked) {
  test.describe(`in the org ${org}`, () => {
    test.use({ org });

    test('the cause is named and stops the user at the first step', async ({ page }) => {
      const dialog = await openAndStart(page, 'Amélie Dubois');
      await expect(dialog.getByText(cause)).toBeVisible();
      await expect(dialog.getByRole('button', { name: 'Next', exact: true })).toBeDisabled();
      await expect(dialog.getByRole('button', { name: fix, exact: true })).toBeVisible();
      await expectAccessible(page);
    });
  });
}

test.describe('in the org no-seats', () => {
  test.use({ org: 'no-seats' });

  test('the full licenses are named, with what frees a seat', async ({ page }) => {
    const dialog = await openAndStart(page, 'Amélie Dubois');
    await expect(dialog.getByText(/No seat is free: .*Customer Community.* Deactivate a user/)).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Next', exact: true })).toBeDisabled();
    await expectAccessible(page);
  });
});

test.describe('in the org no-live-site', () => {
  test.use({ org: 'no-live-site' });

  test('the user is created, and one is told that nobody can log in yet', async ({ page, localOrg }) => {
    const dialog = await openAndStart(page, 'Amélie Dubois');
    await expect(dialog.getByText(/No site is live: /)).toBeVisible();
    await expectAccessible(page);
    await press(dialog, 'Next');
    await chooseKind(dialog, 'Customer');
    await chooseProfile(dialog, 'Acme Customer ·');
    await press(dialog, 'Create User');
    await expect(dialog.getByText(/None: the user can log in once a site/)).toBeVisible();
    expect(await localOrg.outbox()).toEqual([]);
  });
});

test.describe('in the org not-a-partner-account', () => {
  test.use({ org: 'not-a-partner-account' });

  test('a partner user waits for the partner account, a customer user does not', async ({ page }) => {
    const dialog = await openAndStart(page, 'Jamal Okafor');
    await expect(dialog.getByText('Kisumu Traders Ltd is not a partner account.')).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Next', exact: true })).toBeEnabled();
    await expectAccessible(page);
  });
});

test.describe('in the org hidden-setup', () => {
  test.use({ org: 'hidden-setup' });

  test('what cannot be read is said so, and the profile is asked for by its ID', async ({ page }) => {
    await choosePerson(page, 'Sales Ops');
    const dialog = await openAndStart(page, 'Amélie Dubois');
    await expect(dialog.getByText(/You can’t read profiles/)).toBeVisible();
    await expect(dialog.getByText(/Whether the owner of Northwind Ångström AB has a role can’t be read/)).toBeVisible();
    await press(dialog, 'Next');
    await expect(dialog.getByRole('textbox', { name: 'Profile ID' })).toBeVisible();
    await expectAccessible(page);
  });
});

test('somebody without the permission is told which permission set to ask for', async ({ page }) => {
  await choosePerson(page, 'Without permission');
  const dialog = await openAndStart(page, 'Amélie Dubois');
  await expect(dialog.getByText(/You may not create external users/)).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Next', exact: true })).toBeDisabled();
});

test('a username that is taken in another org is refused at its field', async ({ page, localOrg }) => {
  const dialog = await fillInCustomer(page, 'Amélie Dubois');
  await dialog.getByRole('textbox', { name: 'Username' }).fill('info@acme.example');
  await press(dialog, 'Create User');
  await expect(dialog.getByRole('alert')).toContainText('This username is taken, here or in another Salesforce org');
  await expect(dialog.getByRole('textbox', { name: 'Username' })).toBeFocused();
  await expectAccessible(page);
  expect(await localOrg.outbox()).toEqual([]);
});
