import { expect, type Page } from '@playwright/test';
import { press } from '../../../scripts/shared/browser/enabling.ts';

/** The pages of the playground on which an administrator changes the org by hand. */

/** Changes one field on the page of a record: by Change Owner, or by the form, which Edit or a link has opened. */
export async function changeRecord(
  page: Page,
  button: 'Change Owner' | null,
  field: string,
  value: string
): Promise<void> {
  const main = page.getByRole('main');
  if (button !== null) await press(main, button);
  await main.getByRole('combobox', { name: field, exact: true }).selectOption(value);
  await press(main, 'Save');
  await expect(main.getByRole('button', { name: 'Edit', exact: true })).toBeFocused();
  await expect(page).toHaveURL(/\/view$/u);
}

/** Changes a user, whose page leads to the form in Setup. */
export async function editUser(page: Page, change: () => Promise<unknown>): Promise<void> {
  await page.getByRole('link', { name: 'User Detail' }).click();
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await change();
  await saveSetup(page, 'Save');
}

/** Presses a button of Setup, and waits until the page says that the change is saved. */
export async function saveSetup(page: Page, button: string): Promise<void> {
  // The page may still say so about the change before.
  const loaded = page.waitForResponse((response) => response.request().method() === 'GET');
  await page.getByRole('button', { name: button, exact: true }).click();
  await loaded;
  await expect(page.getByRole('status')).toHaveText('Your changes are saved.');
}

/** Sets how many seats a license has, in Company Information. */
export async function setSeats(page: Page, license: string, seats: number): Promise<void> {
  await page.getByRole('spinbutton', { name: `Total Licenses: ${license}`, exact: true }).fill(String(seats));
  await saveSetup(page, 'Save');
}

/** Opens the administration of a site from All Sites, where the page is, or from another page of Setup. */
async function openSite(page: Page, site: string): Promise<void> {
  await page.getByRole('link', { name: 'All Sites', exact: true }).first().click();
  await page.getByRole('link', { name: `Workspaces: ${site}` }).click();
}

export async function activateSite(page: Page, site: string): Promise<void> {
  await openSite(page, site);
  await saveSetup(page, 'Activate');
}

export async function sendWelcomeMail(page: Page, site: string): Promise<void> {
  await openSite(page, site);
  await page.getByText('Send welcome email', { exact: true }).click();
  await saveSetup(page, 'Save');
}

export async function addMember(page: Page, site: string, profile: string): Promise<void> {
  await openSite(page, site);
  await page.getByRole('combobox', { name: 'Available Profiles and Permission Sets' }).selectOption(profile);
  await saveSetup(page, 'Add');
}

/** Assigns a permission set to a user, from the list of permission sets. */
export async function assign(page: Page, permissionSet: string, user: string): Promise<void> {
  await page.goto('/lightning/setup/PermSets/home');
  await page.getByRole('link', { name: permissionSet, exact: true }).click();
  await page.getByRole('combobox', { name: 'User' }).selectOption(user);
  await saveSetup(page, 'Assign');
}
