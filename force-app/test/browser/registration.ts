import { expect, type Page } from '@playwright/test';

/** Opens the registration page by the link on the log-in page. */
export async function openRegistration(page: Page): Promise<void> {
  await page.goto('/acmehelp/login');
  await page.getByRole('link', { name: 'Not a member?' }).click();
  await expect(page).toHaveURL(/\/acmehelp\/s\/login\/SelfRegister$/);
}

/** Fills in the registration form for a visitor with the first name Mina, and sends it. */
export async function signUp(page: Page, lastName: string, email: string): Promise<void> {
  await page.getByLabel('First Name').fill('Mina');
  await page.getByLabel('Last Name').fill(lastName);
  await page.getByLabel('Email').fill(email);
  await page.getByRole('button', { name: 'Sign Up' }).click();
}
