import type { Locator, Page } from '@playwright/test';
import {
  fillInCustomer,
  openAndStart,
  openContact,
  outcomeOf,
  press
} from '../../../scripts/shared/browser/enabling.ts';
import { askTo, countChanges, onChange } from './activation.ts';
import { cardOf, rowOf } from './card.ts';
import { ALL, onLookUp } from './creation.ts';
import { expect, expectAccessible, test } from './harness.ts';
import { givePassword, idOf, update, usersOf } from './records.ts';
import { logIn, setPassword } from './site.ts';

/** After its creation, a user has links and can be deactivated and reactivated. */

const NAME = 'Amélie Dubois';
const PASSWORD = 'Nordlys-2026';

/** Returns the tab that a link opens. */
async function follow(page: Page, place: Locator, link: string): Promise<Page> {
  const opened = page.waitForEvent('popup');
  await place.getByRole('link', { name: link, exact: true }).click();
  return opened;
}

test('the card on the contact’s page shows the user as soon as the action has created one', async ({ page }) => {
  let loads = 0;
  page.on('load', () => {
    loads += 1;
  });
  const dialog = await fillInCustomer(page, NAME);
  const card = cardOf(page);
  const loadsBefore = loads;
  await expect(card).toContainText(`${NAME} has no external user yet.`);
  await press(dialog, 'Create User');
  await expect(outcomeOf(dialog, NAME)).toBeVisible();
  await expect(rowOf(dialog, 'License')).toHaveText('Customer Community: 3 → 4 of 20 seats used');
  await press(dialog, 'Done');

  await expect(rowOf(card, 'Status')).toHaveText('Active');
  await expect(rowOf(card, 'Username')).toHaveText('amelie.dubois@northwind-angstrom.example');
  await expect(rowOf(card, 'License')).toHaveText('Customer Community: 16 of 20 seats free');
  expect(loads).toBe(loadsBefore);
  await expectAccessible(page);
});

test.describe('the links of the outcome', () => {
  test('lead to the log-in page, into the site as the user, and to a new password', async ({ page, localOrg }) => {
    const dialog = await fillInCustomer(page, NAME);
    await press(dialog, 'Create User');
    await expect(outcomeOf(dialog, NAME)).toBeVisible();

    const login = await follow(page, dialog, 'Log-in page of Acme Partners');
    await expect(login.getByRole('heading', { name: 'Acme Partners' })).toBeVisible();
    await expect(login.getByRole('button', { name: 'Log In' })).toBeVisible();

    const site = await follow(page, dialog, `Log in to Acme Help as ${NAME}`);
    await site.getByRole('button', { name: 'Log In' }).click();
    await expect(site.getByRole('heading', { name: `Welcome, ${NAME}!` })).toBeVisible();
    expect(new URL(site.url()).pathname).toMatch(/^\/acmehelp\b/);

    const setup = await follow(page, dialog, 'Reset it on the user page in Setup');
    await expect(setup.getByRole('heading', { name: NAME })).toBeVisible();
    await setup.getByRole('button', { name: 'Reset Password' }).click();
    await expect(setup.getByRole('status')).toContainText('The password was reset');
    const mails = await localOrg.outbox();
    expect(mails).toHaveLength(2);
    await setPassword(setup, mails[1]?.link ?? '', PASSWORD);
    await expect(setup.getByRole('heading', { name: `Welcome, ${NAME}!` })).toBeVisible();
  });
});

test.describe('where the contact has an active user', () => {
  test.use({ org: 'user-exists' });

  test('Deactivate on the card asks first, frees the seat and closes the site', async ({ page, localOrg, server }) => {
    const [user] = await usersOf(server, NAME);
    await givePassword(server, user?.Id ?? '', PASSWORD);
    await openContact(page, NAME);
    const card = cardOf(page);
    await expect(rowOf(card, 'License')).toHaveText('Customer Community: 16 of 20 seats free');

    const question = await askTo(card, 'Deactivate', NAME);
    await expect(question).toContainText(`From that moment on, ${NAME} can’t log in to any site.`);
    await expectAccessible(page);
    await press(question, 'Cancel');
    await expect(card.getByRole('button', { name: 'Deactivate User' })).toBeFocused();
    expect(await countChanges(localOrg)).toBe(0);

    await press(await askTo(card, 'Deactivate', NAME), 'Deactivate User');
    await expect(page.getByText(`${NAME} can’t log in any more`)).toBeVisible();
    await expect(rowOf(card, 'Status')).toHaveText('Inactive');
    await expect(rowOf(card, 'License')).toHaveText('Customer Community: 17 of 20 seats free');
    await expect(card.getByRole('link')).toHaveCount(0);
    await logIn(page, 'acmehelp', user?.Username ?? '', PASSWORD);
    await expect(page.getByText('Your login attempt has failed.')).toBeVisible();
  });

  test('the panel is accessible, and logging in as a user who is no site member is refused', async ({ page }) => {
    const dialog = await openAndStart(page, NAME);
    await expect(dialog.getByRole('heading', { name: `${NAME} has a user already` })).toBeVisible();
    await expect(rowOf(dialog, 'Status')).toHaveText('Active');
    await expectAccessible(page);
    const site = await follow(page, dialog, `Log in to Acme Partners as ${NAME}`);
    await expect(site.getByRole('alert')).toContainText('is not a member of an experience');
  });

  test('a double click on Deactivate User changes the user once', async ({ page, localOrg }) => {
    await localOrg.addFault(onChange({ kind: 'delay', milliseconds: 500 }));
    const dialog = await openAndStart(page, NAME);
    const question = await askTo(dialog, 'Deactivate', NAME);
    await question.getByRole('button', { name: 'Deactivate User' }).dblclick();
    await expect(rowOf(dialog, 'Status')).toHaveText('Inactive');
    expect(await countChanges(localOrg)).toBe(1);
  });

  for (const [title, effect, says, status] of [
    [
      'that is lost after the change',
      { kind: 'dropAfterCommit' },
      `No clear answer came, so ${NAME} was read again. The status is now: Inactive.`,
      'Inactive'
    ],
    ['that is lost before the change', { kind: 'dropBeforeCommit' }, `${NAME} was not changed.`, 'Active']
  ] as const) {
    test(`the panel shows the state of the org after an answer ${title}`, async ({ page, localOrg }) => {
      await localOrg.addFault(onChange(effect, ALL));
      const dialog = await openAndStart(page, NAME);
      await press(await askTo(dialog, 'Deactivate', NAME), 'Deactivate User');
      await expect(dialog.getByText(says)).toBeVisible();
      await expect(rowOf(dialog, 'Status')).toHaveText(status);
      await expectAccessible(page);
    });
  }

  test('a state that can’t be read again is not shown', async ({ page, localOrg }) => {
    await localOrg.addFault(onChange({ kind: 'dropAfterCommit' }, ALL));
    const dialog = await openAndStart(page, NAME);
    const question = await askTo(dialog, 'Deactivate', NAME);
    await localOrg.addFault(onLookUp({ kind: 'respond', status: 503, body: '' }, ALL));
    await press(question, 'Deactivate User');
    await expect(dialog.getByText(`Whether ${NAME} was changed is not known.`)).toBeVisible();
    await expect(dialog.getByText(`${NAME} was not changed.`)).toHaveCount(0);
  });
});

test.describe('where the contact has an inactive user', () => {
  test.use({ org: 'inactive-user', person: 'Sales Ops' });

  test('Reactivate in the action takes a seat and opens the site again', async ({ page, server }) => {
    const [user] = await usersOf(server, NAME);
    const dialog = await openAndStart(page, NAME);
    await expect(rowOf(dialog, 'License')).toHaveText('Customer Community: 17 of 20 seats free');
    const question = await askTo(dialog, 'Reactivate', NAME);
    await expect(question).toContainText(`can log in again, with the username ${user?.Username ?? ''}.`);
    await press(question, 'Reactivate User');
    await expect(page.getByText(`${NAME} can log in again`, { exact: true })).toBeVisible();
    await expect(rowOf(dialog, 'Status')).toHaveText('Active');
    await expect(rowOf(dialog, 'License')).toHaveText('Customer Community: 16 of 20 seats free');

    await givePassword(server, user?.Id ?? '', PASSWORD);
    await logIn(page, 'acmehelp', user?.Username ?? '', PASSWORD);
    await expect(page.getByRole('heading', { name: `Welcome, ${NAME}!` })).toBeVisible();
  });
});

test.describe('where the owner of an inactive user’s account has no role', () => {
  test.use({ org: 'inactive-user' });

  test('the card doesn’t offer to reactivate it, and names the owner', async ({ page, server }) => {
    await update(server, 'User', await idOf(server, 'User', 'Freja Lindqvist'), { UserRoleId: null });
    await openContact(page, NAME);
    const card = cardOf(page);
    await expect(card.getByText(/^Freja Lindqvist owns Northwind Ångström AB but has no role/)).toBeVisible();
    await expect(card.getByRole('button', { name: 'Reactivate User' })).toBeDisabled();
    await expectAccessible(page);
  });
});

test.describe('where no seat is free', () => {
  test.use({ org: 'inactive-user-no-seat' });

  test('Reactivate is disabled and says how to free a seat', async ({ page }) => {
    const dialog = await openAndStart(page, NAME);
    await expect(dialog.getByRole('button', { name: 'Reactivate User' })).toBeDisabled();
    await expect(dialog.getByText(/^No seat is free: Customer Community\. Deactivate a user/)).toBeVisible();
    const setup = await follow(page, dialog, 'Open Company Information');
    await expect(setup.getByRole('heading', { name: 'Company Information' })).toBeVisible();
  });
});
