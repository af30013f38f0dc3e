import type { Locator, Page } from '@playwright/test';
import { playgroundHost } from './playgroundHost.ts';

export { ACTION } from './pageHost.ts';

/** Goes to the list of contacts, and from there to the page of one. */
export async function openContact(page: Page, name: string): Promise<void> {
  await page.goto('/lightning/o/Contact/list');
  // A person account has the same name in its own column.
  await page.getByRole('link', { name, exact: true }).first().click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
}

/** Clicks the quick action on a contact's page. Answers the window that opens. */
export async function startEnabling(page: Page): Promise<Locator> {
  return playgroundHost.startEnabling(page);
}

/** Goes to a contact's page and clicks the quick action. */
export async function openAndStart(page: Page, name: string): Promise<Locator> {
  await openContact(page, name);
  return startEnabling(page);
}

export async function press(dialog: Locator, button: string): Promise<void> {
  await dialog.getByRole('button', { name: button, exact: true }).click();
}

export async function chooseKind(dialog: Locator, kind: 'Customer' | 'Partner'): Promise<void> {
  await dialog.getByText(kind, { exact: true }).click();
}

/** A second line below the name of an option says the license and its free seats. */
export async function chooseProfile(dialog: Locator, profile: string): Promise<void> {
  await dialog.getByRole('combobox', { name: 'Profile' }).click();
  const name = dialog.page().getByText(profile, { exact: true });
  await dialog.getByRole('option').filter({ has: name }).click();
}

/** Goes from a contact's name to the details of a customer user, with its profile chosen. */
export async function fillInCustomer(page: Page, name: string): Promise<Locator> {
  const dialog = await openAndStart(page, name);
  await goOnAsCustomer(dialog);
  return dialog;
}

/** Fills in the form that a contact without a blocker opens with. */
export async function goOnAsCustomer(dialog: Locator): Promise<void> {
  await chooseKind(dialog, 'Customer');
  await chooseProfile(dialog, 'Acme Customer');
}

/** The headline of the last screen in the org `ready`. */
export function outcomeSentence(name: string): string {
  return `${name} can now log in to Acme Help`;
}

/** The headline of the last screen in any org. A name that is written from right to left stands between Unicode isolates. */
export function outcomeOf(dialog: Locator, name: string): Locator {
  return dialog.getByText(
    new RegExp(`^\\P{L}?${name}\\P{L}? (?:can now log in to|can log in once|now has a user)`, 'u')
  );
}
