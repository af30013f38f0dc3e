import type { Locator, Page } from '@playwright/test';
import {
  fillInCustomer,
  openAndStart,
  openContact,
  outcomeOf,
  press
} from '../../../scripts/shared/browser/enabling.ts';
import { askTo, countChanges, onChange } from './activation.ts';
import { cardOf, headlineOf, rowOf } from './card.ts';
import { ALL, onLookUp } from './creation.ts';
import { newTabLink } from './fixes.ts';
import { expect, expectAccessible, test } from './harness.ts';
import { givePassword, idOf, update, usersOf } from './records.ts';
import { logIn, setPassword } from './site.ts';

/** After its creation, a user has links and can be deactivated and reactivated. */

const NAME = 'Amélie Dubois';
const PASSWORD = 'Nordlys-2026';

/** Returns the tab that a link opens. */
async function follow(page: Page, link: Locator): Promise<Page> {
  const opened = page.waitForEvent('popup');
  await link.click();
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
  await expect(card).toContainText('No external user yet.');
  await press(dialog, 'Create User');
  await expect(outcomeOf(dialog, NAME)).toBeVisible();
  await expect(rowOf(dialog, 'Profile')).toHaveText('Acme Customer · Customer Community · 16 of 20 seats free');
  await press(dialog, 'Done');

  await expect(headlineOf(card)).toHaveText(`${NAME} can log in to Acme Help`);
  await expect(rowOf(card, 'Username')).toContainText('amelie.dubois@northwind-angstrom.example');
  await expect(rowOf(card, 'Profile')).toContainText('16 of 20 seats free');
  expect(loads).toBe(loadsBefore);
  await expectAccessible(page);
});

test.describe('the links of the outcome', () => {
  test('lead to the log-in page, into the site as the user, and to a new password', async ({ page, localOrg }) => {
    const dialog = await fillInCustomer(page, NAME);
    await press(dialog, 'Create User');
    await expect(outcomeOf(dialog, NAME)).toBeVisible();

    await expect(dialog.getByText('Acme Partners')).toHaveCount(0);
    const login = await follow(page, dialog.getByRole('link', { name: /\/acmehelp\/login$/u }));
    await expect(login.getByRole('heading', { name: 'Acme Help' })).toBeVisible();
    await expect(login.getByRole('button', { name: 'Log In' })).toBeVisible();

    const site = await follow(page, newTabLink(dialog, `Log in as ${NAME}`));
    await site.getByRole('button', { name: 'Log In' }).click();
    await expect(site.getByRole('heading', { name: `Welcome, ${NAME}!` })).toBeVisible();
    expect(new URL(site.url()).pathname).toMatch(/^\/acmehelp\b/);

    const setup = await follow(page, newTabLink(dialog, 'Reset password'));
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
    await expect(rowOf(card, 'Profile')).toContainText('16 of 20 seats free');

    const question = await askTo(card, 'Deactivate', NAME);
    await expect(question).toContainText(`${NAME} can’t log in to any site from then on.`);
    await expectAccessible(page);
    await press(question, 'Cancel');
    await expect(card.getByRole('button', { name: 'Deactivate User' })).toBeFocused();
    expect(await countChanges(localOrg)).toBe(0);

    await press(await askTo(card, 'Deactivate', NAME), 'Deactivate');
    await expect(page.getByText(`${NAME} can’t log in any more`)).toBeVisible();
    await expect(headlineOf(card)).toHaveText(`${NAME} can’t log in`);
    await expect(rowOf(card, 'Profile')).toContainText('17 of 20 seats free');
    await expect(card.getByRole('link')).toHaveCount(0);
    await expect(card.getByRole('button', { name: 'Undo' })).toBeFocused();
    await logIn(page, 'acmehelp', user?.Username ?? '', PASSWORD);
    await expect(page.getByText('Your login attempt has failed.')).toBeVisible();
  });

  test('the panel is accessible, and has no link to a site that is not the profile’s', async ({ page }) => {
    const dialog = await openAndStart(page, NAME);
    await expect(headlineOf(dialog)).toHaveText(`${NAME} can log in to Acme Help`);
    await expectAccessible(page);
    await expect(dialog.getByRole('link', { name: `Log in as ${NAME}` })).toHaveCount(1);
    await expect(dialog.getByText('Acme Partners')).toHaveCount(0);
  });

  test('a double click on Deactivate User changes the user once', async ({ page, localOrg }) => {
    await localOrg.addFault(onChange({ kind: 'delay', milliseconds: 500 }));
    const dialog = await openAndStart(page, NAME);
    const question = await askTo(dialog, 'Deactivate', NAME);
    await question.getByRole('button', { name: 'Deactivate' }).dblclick();
    await expect(headlineOf(dialog)).toHaveText(`${NAME} can’t log in`);
    expect(await countChanges(localOrg)).toBe(1);
  });

  for (const [title, effect, says, status] of [
    [
      'that is lost after the change',
      { kind: 'dropAfterCommit' },
      `No clear answer came, so we looked: ${NAME} is now Inactive.`,
      `${NAME} can’t log in`
    ],
    [
      'that is lost before the change',
      { kind: 'dropBeforeCommit' },
      `${NAME} was not changed.`,
      `${NAME} can log in to Acme Help`
    ]
  ] as const) {
    test(`the panel shows the state of the org after an answer ${title}`, async ({ page, localOrg }) => {
      await localOrg.addFault(onChange(effect, ALL));
      const dialog = await openAndStart(page, NAME);
      await press(await askTo(dialog, 'Deactivate', NAME), 'Deactivate');
      await expect(dialog.getByText(says)).toBeVisible();
      await expect(headlineOf(dialog)).toHaveText(status);
      await expectAccessible(page);
    });
  }

  test('a state that can’t be read again is not shown', async ({ page, localOrg }) => {
    await localOrg.addFault(onChange({ kind: 'dropAfterCommit' }, ALL));
    const dialog = await openAndStart(page, NAME);
    const question = await askTo(dialog, 'Deactivate', NAME);
    await localOrg.addFault(onLookUp({ kind: 'respond', status: 503, body: '' }, ALL));
    await press(question, 'Deactivate');
    await expect(dialog.getByText(`We don’t know whether ${NAME} was changed.`)).toBeVisible();
    await expect(dialog.getByText(`${NAME} was not changed.`)).toHaveCount(0);
  });
});

test.describe('where the contact has an inactive user', () => {
  test.use({ org: 'inactive-user', person: 'Sales Ops' });

  test('Reactivate in the action takes a seat and opens the site again', async ({ page, server }) => {
    const [user] = await usersOf(server, NAME);
    const dialog = await openAndStart(page, NAME);
    await expect(rowOf(dialog, 'Profile')).toContainText('17 of 20 seats free');
    const question = await askTo(dialog, 'Reactivate', NAME);
    await expect(question).toContainText(`can log in again as ${user?.Username ?? ''}.`);
    await press(question, 'Reactivate');
    await expect(dialog.getByText(`${NAME} can log in again`, { exact: true })).toBeVisible();
    await expect(headlineOf(dialog)).toHaveText(`${NAME} can log in to Acme Help`);
    await expect(rowOf(dialog, 'Profile')).toContainText('16 of 20 seats free');

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
    await expect(
      card.getByText(/^The account owner has no role\. Freja Lindqvist owns Northwind Ångström AB/)
    ).toBeVisible();
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
    const setup = await follow(page, newTabLink(dialog, 'Open Company Information'));
    await expect(setup.getByRole('heading', { name: 'Company Information' })).toBeVisible();
  });

  test('a seat is freed in the action, and taken by the reactivated user', async ({ page, localOrg }) => {
    const dialog = await openAndStart(page, NAME);
    const deactivate = dialog.getByRole('button', { name: /^Deactivate (?!User$)/u });
    await expect(deactivate).toHaveCount(3);
    await expectAccessible(page);
    await deactivate.first().click();
    const question = dialog.getByRole('group', { name: /^Deactivate .+\?$/u });
    await expect(question).toContainText('This frees one Customer Community seat.');
    expect(await countChanges(localOrg)).toBe(0);
    await press(question, 'Deactivate User');
    await expect(dialog.getByRole('button', { name: 'Reactivate User' })).toBeEnabled();
    await press(await askTo(dialog, 'Reactivate', NAME), 'Reactivate');
    await expect(headlineOf(dialog)).toHaveText(`${NAME} can log in to Acme Help`);
    expect(await countChanges(localOrg)).toBe(2);
  });
});
