import type { Page } from '@playwright/test';
import { openContact, press } from '../../../scripts/shared/browser/enabling.ts';
import { REVIEW } from '../../../scripts/shared/browser/pageHost.ts';
import { askVerdict, confirmVerdict, type Verdict } from '../../../scripts/shared/browser/reviewing.ts';
import { expect } from './harness.ts';

export { REVIEW } from '../../../scripts/shared/browser/pageHost.ts';

/** Requests a user for a contact by editing the record. */
export async function askFor(page: Page, contact: string, message: string): Promise<void> {
  await openContact(page, contact);
  await press(page.getByRole('main'), 'Edit');
  await page.getByRole('combobox', { name: 'External Access Status' }).selectOption('Requested');
  await page.getByRole('textbox', { name: 'External Access Message' }).fill(message);
  await press(page.getByRole('main'), 'Save');
  await expect(page.getByText(message, { exact: true })).toBeVisible();
}

/** Opens the review flow from the menu in the bar. */
export async function openReview(page: Page): Promise<void> {
  await page.getByText('Flows', { exact: true }).click();
  const link = page.getByRole('link', { name: REVIEW });
  await link.click();
  await expect(page.getByRole('heading', { name: REVIEW })).toBeVisible();
  // The open menu would cover the page.
  await expect(link).toBeHidden();
}

/** Presses Approve or Reject of a contact, which opens its question. */
export async function ask(page: Page, verdict: Verdict, contact: string): Promise<void> {
  await askVerdict(page.getByRole('main'), verdict, contact);
}

/** Answers the question that is open. */
export async function confirm(page: Page, verdict: Verdict): Promise<void> {
  await confirmVerdict(page.getByRole('main'), verdict);
}

/** Presses Refresh on the contact's page until the background flow has changed the status. */
export async function refreshUntil(page: Page, status: 'Enabled' | 'Failed', message: string): Promise<void> {
  await expect(async () => {
    await press(page.getByRole('main'), 'Refresh');
    await expect(page.getByText(message, { exact: true })).toBeVisible({ timeout: 1000 });
  }).toPass();
  await expect(page.getByText(status, { exact: true })).toBeVisible();
}
