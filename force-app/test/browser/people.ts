import type { Page } from '@playwright/test';

/** Signs another person in by the playground's bar. */
export async function choosePerson(page: Page, label: string): Promise<void> {
  await page.goto('/lightning/o/Contact/list');
  // The page comes anew for whoever is chosen.
  await Promise.all([page.waitForEvent('load'), page.getByLabel('Signed in as').selectOption({ label })]);
}
