import type { Page } from '@playwright/test';

/** Comes back to a tab after a while, as a person does once something was fixed in another one. */
export async function comeBack(page: Page): Promise<void> {
  await page.bringToFront();
  // The action looks again only if some time has passed.
  await page.clock.install({ time: Date.now() + 60_000 });
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
}
