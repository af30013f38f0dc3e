import type { Page } from '@playwright/test';
import {
  ACTION,
  chooseProfile,
  openContact,
  outcomeOf,
  press,
  startEnabling
} from '../../../scripts/shared/browser/enabling.ts';
import { expect, test } from './harness.ts';
import { usersOf } from './records.ts';

/** A person account: account and contact are one person, and the action stands on the account. */

const PERSON = 'Helena Kowalczyk';
const COMPANY = 'Northwind Ångström AB';

async function openCompany(page: Page): Promise<void> {
  await page.goto('/lightning/o/Contact/list');
  await page.getByRole('link', { name: COMPANY, exact: true }).first().click();
  await page.getByRole('heading', { name: COMPANY, level: 1 }).waitFor();
}

test.describe('in an org with person accounts', () => {
  test.use({ org: 'person-account' });

  test('the contact of a person leads to the account, whose action creates the user', async ({ page, server }) => {
    await openContact(page, PERSON);
    await expect(page).toHaveURL(/\/lightning\/r\/Account\/001\w+\/view$/u);
    const dialog = await startEnabling(page);
    await chooseProfile(dialog, 'Acme Customer');
    await press(dialog, 'Create User');
    await expect(outcomeOf(dialog, PERSON)).toBeVisible();
    expect(await usersOf(server, PERSON)).toMatchObject([{ IsActive: true, Profile: { Name: 'Acme Customer' } }]);
    await press(dialog, 'Done');
    await expect(dialog).toBeHidden();
    await page.getByRole('link', { name: 'Users and licenses' }).click();
    await page.getByRole('row', { name: PERSON }).getByRole('rowheader').getByRole('link', { name: PERSON }).click();
    await expect(page).toHaveURL(/\/lightning\/r\/User\/005\w+\/view$/u);
  });

  test('a company says where the action is, and leads there', async ({ page }) => {
    await openCompany(page);
    const dialog = await startEnabling(page);
    await expect(dialog.getByRole('status')).toContainText(`Open a contact of ${COMPANY} and choose ${ACTION} there`);
    await press(dialog, 'Open Contacts');
    await expect(page.getByRole('link', { name: 'Amélie Dubois' })).toBeVisible();
    await expect(page.getByRole('link', { name: PERSON })).toHaveCount(0);
  });
});

test('without person accounts, each account leads to its contacts', async ({ page }) => {
  await openCompany(page);
  const dialog = await startEnabling(page);
  await expect(dialog.getByRole('button', { name: 'Open Contacts' })).toBeVisible();
});
