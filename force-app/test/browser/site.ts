import type { Page } from '@playwright/test';

/** Sets the password behind a mailed link; the site then shows the user's home page. */
export async function setPassword(page: Page, link: string, password: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('New Password', { exact: true }).fill(password);
  await page.getByLabel('Confirm New Password').fill(password);
  await page.getByRole('button', { name: 'Change Password' }).click();
}

/** Logs in at a site, such as `acmehelp`. */
export async function logIn(page: Page, site: string, username: string, password: string): Promise<void> {
  await page.goto(`/${site}/login`);
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Log In' }).click();
}
