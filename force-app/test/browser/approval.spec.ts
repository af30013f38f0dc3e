import type { Page } from '@playwright/test';
import { openContact, press } from '../../../scripts/shared/browser/enabling.ts';
import { expect, expectAccessible, test } from './harness.ts';
import { usersOf } from './records.ts';
import { ask, askFor, confirm, openReview, refreshUntil, REVIEW } from './review.ts';
import { logIn, setPassword } from './site.ts';

/** The product's flows create users for approved contacts: one person asks, another one decides. */

test.use({ org: 'automation' });

const PASSWORD = 'correct horse 7';

/** Changes the email too if one is given. */
async function approveByHand(page: Page, email?: string): Promise<void> {
  await press(page.getByRole('main'), 'Edit');
  if (email !== undefined) {
    await page.getByRole('textbox', { name: 'Email' }).fill(email);
  }
  await page.getByRole('combobox', { name: 'External Access Status' }).selectOption('Approved');
  await press(page.getByRole('main'), 'Save');
  await expect(page.getByRole('button', { name: 'Save' })).toBeHidden();
}

test('an approved contact becomes a user who logs in, and a rejected contact shows the reason', async ({
  page,
  localOrg,
  server
}) => {
  await askFor(page, 'Amélie Dubois', 'Orders for the whole region.');
  await askFor(page, 'Jamal Okafor', 'Asked at the fair.');

  await openReview(page);
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { name: 'Waiting for you: 2' })).toBeVisible();
  const [longest] = await main.getByRole('listitem').allInnerTexts();
  expect(longest?.split(/\n+/u).slice(0, 4)).toEqual([
    'Amélie Dubois',
    expect.stringContaining('Northwind Ångström AB'),
    expect.stringMatching(/^Requested (?:this minute|1 minute ago)$/u),
    'Orders for the whole region.'
  ]);
  await ask(page, 'Approve', 'Amélie Dubois');
  await expect(main.getByText('Approve Amélie Dubois? A user is created')).toBeFocused();
  await confirm(page, 'Approve');
  await expect(main.getByRole('heading', { name: 'Waiting for you: 1' })).toBeFocused();
  await expect(main).toContainText(/Amélie Dubois · (?:Approved|Enabled)/u);

  await ask(page, 'Reject', 'Jamal Okafor');
  const reason = page.getByRole('textbox', { name: 'Reason for rejecting Jamal Okafor' });
  await expect(reason).toBeFocused();
  await expect(reason).toHaveValue('');
  await confirm(page, 'Reject');
  await expect(page.getByText('Give a reason.')).toBeVisible();
  await expect(reason).toHaveAttribute('maxlength', '255');
  await reason.fill('No contract yet.');
  await confirm(page, 'Reject');
  await expect(main.getByRole('heading', { name: 'All done. Nobody is waiting for external access.' })).toBeFocused();
  await expect(main).toContainText('Jamal Okafor · Rejected');
  await expect(main).toContainText('No contract yet.');
  const [opened] = await Promise.all([
    page.waitForEvent('popup'),
    main.getByRole('link', { name: 'Open Jamal Okafor' }).click()
  ]);
  await expect(opened.getByRole('heading', { name: 'Jamal Okafor', level: 1 })).toBeVisible();
  await opened.close();

  await openContact(page, 'Amélie Dubois');
  const username = 'amelie.dubois@northwind-angstrom.example';
  await refreshUntil(page, 'Enabled', `Amélie Dubois now has a user: ${username}.`);
  const [user, ...others] = await usersOf(server, 'Amélie Dubois');
  expect(others).toEqual([]);
  expect(user).toMatchObject({ Username: username, IsActive: true, Profile: { Name: 'Acme Customer' } });
  await openContact(page, 'Jamal Okafor');
  await expect(page.getByText('No contract yet.', { exact: true })).toBeVisible();
  expect(await usersOf(server, 'Jamal Okafor')).toEqual([]);

  const [mail, ...more] = await localOrg.outbox();
  expect(more).toEqual([]);
  await setPassword(page, mail?.link ?? '', PASSWORD);
  await expect(page.getByRole('heading', { name: 'Welcome, Amélie Dubois!' })).toBeVisible();
  await page.getByRole('button', { name: 'Log Out' }).click();
  await logIn(page, 'acmehelp', username, PASSWORD);
  await expect(page.getByRole('heading', { name: 'Welcome, Amélie Dubois!' })).toBeVisible();
});

test('editing the status approves too; a failure says why, and a second approval creates one user', async ({
  page,
  server
}) => {
  await openContact(page, 'Amélie Dubois');
  await approveByHand(page, '');
  await refreshUntil(page, 'Failed', 'Amélie Dubois has no email. Add one to the contact, then approve it again.');
  expect(await usersOf(server, 'Amélie Dubois')).toEqual([]);

  const email = 'amelie@northwind-angstrom.example';
  await approveByHand(page, email);
  await refreshUntil(page, 'Enabled', `Amélie Dubois now has a user: ${email}.`);
  await approveByHand(page);
  await refreshUntil(page, 'Enabled', `Amélie Dubois already has a user: ${email}.`);
  expect(await usersOf(server, 'Amélie Dubois')).toMatchObject([{ IsActive: true }]);
});

test.describe('a person without a permission set', () => {
  test.use({ person: 'Sales Ops' });

  test('sees no status and may not review', async ({ page }) => {
    await openContact(page, 'Amélie Dubois');
    await expect(page.getByText('External Access Status')).toHaveCount(0);
    // Links in a closed menu have no role, so find them by text.
    await page.getByText('Flows', { exact: true }).click();
    await expect(page.getByRole('link', { name: 'Enable External Users' })).toBeVisible();
    await expect(page.getByRole('link', { name: REVIEW })).toHaveCount(0);
    await page.goto('/lightning/flow/Review_External_Access');
    await expect(page.getByRole('alert')).toContainText('You do not have the level of access necessary');
    await expectAccessible(page);
  });
});
